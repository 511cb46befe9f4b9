/// PDF's syntax as it is written: a buffer that objects are appended to.
///
/// A long document has a hundred thousand structure elements, so nothing here makes a `String`.
struct PDFBytes {
  /// What has been written.
  var bytes: [UInt8] = []

  var count: Int { bytes.count }

  /// Appends bytes as they are.
  @inline(__always)
  mutating func add(_ literal: [UInt8]) { bytes.append(contentsOf: literal) }

  /// Appends a text as it is.
  mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends one byte.
  @inline(__always)
  mutating func add(byte: UInt8) { bytes.append(byte) }

  /// Appends a whole number.
  mutating func add(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    // The digits of the lower end, the last in the highest byte.
    var digits: UInt64 = 0
    var count = 0
    repeat {
      let tenth = rest / 10
      digits = digits << 8 | UInt64(0x30 + rest - tenth * 10)
      rest = tenth
      count += 1
    } while rest > 0 && count < 8
    if rest > 0 { add(Int(rest)) }
    for _ in 0..<count {
      bytes.append(UInt8(truncatingIfNeeded: digits))
      digits >>= 8
    }
  }

  /// Appends a number with at most four decimals, which is finer than any paper.
  mutating func add(_ number: Double) {
    var rest = Int((abs(number) * 10000).rounded())
    if number < 0, rest > 0 { bytes.append(UInt8(ascii: "-")) }
    add(rest / 10000)
    rest %= 10000
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var unit = 1000
    while rest > 0 {
      bytes.append(0x30 + UInt8(rest / unit))
      rest %= unit
      unit /= 10
    }
  }

  /// Appends a reference to an indirect object.
  @inline(__always)
  mutating func add(reference number: Int) {
    add(number)
    bytes.append(contentsOf: Self.reference)
  }

  private static let reference = Array(" 0 R".utf8)

  /// Appends a name with its slash.
  mutating func add(name: String) {
    bytes.append(UInt8(ascii: "/"))
    for byte in name.utf8 {
      if byte.isPDFRegular, byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "#") {
        bytes.append(byte)
      } else {
        bytes.append(UInt8(ascii: "#"))
        addHex(byte)
      }
    }
  }

  /// Appends a string of bytes in brackets.
  mutating func add(string: some Sequence<UInt8>) { add(string: Array(string)) }

  /// Appends a string of bytes in brackets.
  mutating func add(string: [UInt8]) {
    bytes.append(UInt8(ascii: "("))
    if string.contains(where: \.isEscapedInPDF) {
      for byte in string {
        if byte.isEscapedInPDF { bytes.append(UInt8(ascii: "\\")) }
        // A bare return would be read as a line feed.
        bytes.append(byte == 0x0D ? UInt8(ascii: "r") : byte)
      }
    } else {
      bytes.append(contentsOf: string)
    }
    bytes.append(UInt8(ascii: ")"))
  }

  /// Appends a text that people read.
  mutating func add(text: String) { add(string: TextEncoding.bytes(of: text)) }

  /// Appends a byte as two hexadecimal digits.
  mutating func addHex(_ byte: UInt8) {
    bytes.append(Self.hexDigits[Int(byte >> 4)])
    bytes.append(Self.hexDigits[Int(byte & 0xF)])
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)

  /// Appends an object, its references changed to the numbers at their places in a list.
  mutating func add(_ object: PDFObject, renumbered: [Int]? = nil) {
    switch object {
    case .null: add("null")
    case .boolean(let value): add(value ? "true" : "false")
    case .integer(let value): add(value)
    case .real(let value): add(value)
    case .name(let name): add(name: name)
    case .string(let string): add(string: string)
    case .reference(let reference):
      let old = reference.number
      guard let renumbered else { return add(reference: old) }
      add(reference: renumbered.indices.contains(old) ? renumbered[old] : 0)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(0x20) }
        add(element, renumbered: renumbered)
      }
      bytes.append(UInt8(ascii: "]"))
    case .dictionary(let dictionary):
      add("<<")
      for entry in dictionary.entries {
        add(name: entry.key)
        switch entry.value {
        case .null, .boolean, .integer, .real, .reference: bytes.append(0x20)
        case .name, .string, .array, .dictionary: break
        }
        add(entry.value, renumbered: renumbered)
      }
      add(">>")
    }
  }
}

extension UInt8 {
  /// Whether a string must not have it as it is.
  fileprivate var isEscapedInPDF: Bool {
    self == UInt8(ascii: "(") || self == UInt8(ascii: ")") || self == UInt8(ascii: "\\")
      || self == 0x0D
  }
}
