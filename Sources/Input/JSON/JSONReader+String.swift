import Diagnostics

extension JSONReader {
  /// Reads the string that begins at the offset, with a turn after each escape.
  mutating func readString(at place: Place) throws(Stop) -> Scalar {
    let opening = offset
    offset += 1
    var start = place
    start.column += 1
    var places = PlaceMap(start: start)
    var decoded: [UInt8] = []
    var run = offset
    while true {
      guard let byte = next else { throw stop(.unclosedString, at: opening) }
      switch byte {
      case UInt8(ascii: "\""):
        let text: String
        if decoded.isEmpty {
          text = String(decoding: bytes[run..<offset], as: UTF8.self)
        } else {
          decoded += bytes[run..<offset]
          text = String(decoding: decoded, as: UTF8.self)
        }
        offset += 1
        return Scalar(text, style: .quoted, places: places)
      case UInt8(ascii: "\\"):
        decoded += bytes[run..<offset]
        try readEscape(into: &decoded)
        run = offset
        places.turns.append(.init(offset: decoded.count, place: here))
      case ..<0x20:
        // A line break means that the quote is missing; another control character is hidden.
        if byte == 0x0A || byte == 0x0D { throw stop(.unclosedString, at: opening) }
        throw stop(.control(byte))
      default:
        offset += 1
        if byte & 0xC0 == 0x80 { continuations += 1 }
      }
    }
  }

  private mutating func readEscape(into decoded: inout [UInt8]) throws(Stop) {
    let backslash = offset
    offset += 1
    guard let byte = next else { throw stopAtEnd() }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(byte)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "b"), UInt8(ascii: "f"):
      throw stop(.control(byte == UInt8(ascii: "b") ? 0x08 : 0x0C), at: backslash)
    case UInt8(ascii: "u"):
      let scalar = try readUnicodeEscape(at: backslash)
      if scalar.value < 0x20, scalar != "\n", scalar != "\t", scalar != "\r" {
        throw stop(.control(UInt8(scalar.value)), at: backslash)
      }
      decoded += Array(String(Character(scalar)).utf8)
    default: throw stop(.unknownEscape, at: backslash)
    }
  }

  /// Reads the digits after `\u`, and the second half of a pair.
  private mutating func readUnicodeEscape(at backslash: Int) throws(Stop) -> Unicode.Scalar {
    let first = try readFourDigits(at: backslash)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    else { throw stop(.halfPair, at: backslash) }
    offset += 2
    let second = try readFourDigits(at: backslash)
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { throw stop(.halfPair, at: backslash) }
    return scalar
  }

  private mutating func readFourDigits(at backslash: Int) throws(Stop) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = next.flatMap(\.hexValue) else { throw stop(.unknownEscape, at: backslash) }
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    return value
  }
}

extension UInt8 {
  /// Whether it is an ASCII digit.
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// Whether it is an ASCII letter or digit, or part of a character outside ASCII.
  var isLetterOrDigit: Bool {
    isDigit || (self | 0x20 >= 0x61 && self | 0x20 <= 0x7A) || self >= 0x80
  }

  /// Whether it is one of JSON's four kinds of white space.
  var isJSONSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }

  /// Its value as a hexadecimal digit.
  var hexValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x37
    case 0x61...0x66: self - 0x57
    default: nil
    }
  }
}
