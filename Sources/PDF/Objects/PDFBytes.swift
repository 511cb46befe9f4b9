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
    guard number > 9 else {
      if number >= 0 {
        bytes.append(0x30 + UInt8(number))
      } else {
        bytes.append(UInt8(ascii: "-"))
        add(-number)
      }
      return
    }
    var digits = 0
    var rest = number
    while rest > 0 {
      digits += 1
      rest /= 10
    }
    for _ in 0..<digits { bytes.append(0) }
    var index = bytes.count - 1
    rest = number
    while rest > 0 {
      bytes[index] = 0x30 + UInt8(rest % 10)
      rest /= 10
      index -= 1
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
  mutating func add(string: some Sequence<UInt8>) {
    bytes.append(UInt8(ascii: "("))
    for byte in string {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      // A bare return would be read as a line feed.
      case 0x0D: add("\\r")
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: ")"))
  }

  /// Appends a text that people read: as it is where it is ASCII, else as UTF-16.
  mutating func add(text: String) {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return add(string: text.utf8) }
    bytes.append(UInt8(ascii: "<"))
    addHex(0xFE)
    addHex(0xFF)
    for unit in text.utf16 {
      addHex(UInt8(unit >> 8))
      addHex(UInt8(unit & 0xFF))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  mutating func addHex(_ byte: UInt8) {
    bytes.append(Self.hexDigits[Int(byte >> 4)])
    bytes.append(Self.hexDigits[Int(byte & 0xF)])
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)

  /// Appends an object, its references changed to other numbers.
  mutating func add(_ object: PDFObject, renumbered: (Int) -> Int) {
    switch object {
    case .null: add("null")
    case .boolean(let value): add(value ? "true" : "false")
    case .integer(let value): add(value)
    case .real(let value): add(value)
    case .name(let name): add(name: name)
    case .string(let string): add(string: string)
    case .reference(let reference): add(reference: renumbered(reference.number))
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
