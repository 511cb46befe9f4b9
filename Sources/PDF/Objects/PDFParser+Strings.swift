extension PDFParser {
  /// Reads a string in round brackets.
  mutating func readString() throws(PDFError) -> [UInt8] {
    position += 1
    var string: [UInt8] = []
    var depth = 1
    while position < end {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "("):
        depth += 1
        string.append(byte)
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return string }
        string.append(byte)
      case UInt8(ascii: "\\"): readEscape(into: &string)
      default: string.append(byte)
      }
    }
    throw damage("a string that nothing closes")
  }

  private mutating func readEscape(into string: inout [UInt8]) {
    guard position < end else { return }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): string.append(0x0A)
    case UInt8(ascii: "r"): string.append(0x0D)
    case UInt8(ascii: "t"): string.append(0x09)
    case UInt8(ascii: "b"): string.append(0x08)
    case UInt8(ascii: "f"): string.append(0x0C)
    case 0x0A: break
    case 0x0D: if position < end, bytes[position] == 0x0A { position += 1 }
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var value = Int(byte) - 0x30
      var digits = 1
      while digits < 3, position < end, (0x30...0x37).contains(bytes[position]) {
        value = value * 8 + Int(bytes[position]) - 0x30
        position += 1
        digits += 1
      }
      string.append(UInt8(truncatingIfNeeded: value))
    default: string.append(byte)
    }
  }

  /// Reads a string of hexadecimal digits.
  mutating func readHex() throws(PDFError) -> [UInt8] {
    position += 1
    var string: [UInt8] = []
    var pending: UInt8?
    while position < end {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: ">") {
        if let pending { string.append(pending << 4) }
        return string
      }
      if byte.isPDFSpace { continue }
      guard let digit = byte.hexDigit else { throw damage("no hexadecimal digit") }
      if let high = pending {
        string.append(high << 4 | digit)
        pending = nil
      } else {
        pending = digit
      }
    }
    throw damage("a string that nothing closes")
  }
}

extension UInt8 {
  /// Whether PDF takes it for white space.
  var isPDFSpace: Bool {
    self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 || self == 0x0C || self == 0
  }

  /// Whether it may stand inside a name, a number or a word.
  var isPDFRegular: Bool {
    switch self {
    case 0x20, 0x0A, 0x0D, 0x09, 0x0C, 0: false
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"): false
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): false
    case UInt8(ascii: "/"), UInt8(ascii: "%"): false
    default: true
    }
  }

  /// What it stands for as a hexadecimal digit.
  var hexDigit: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}
