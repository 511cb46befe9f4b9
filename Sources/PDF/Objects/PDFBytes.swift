import Deflate

/// PDF's syntax as it is written: a buffer that objects are appended to.
///
/// A long document has a hundred thousand structure elements, so nothing here makes a `String`.
struct PDFBytes: ~Copyable {
  /// What has been written.
  private(set) var buffer = ByteBuffer()

  var count: Int { buffer.count }

  /// What has been written, copied.
  var bytes: [UInt8] { buffer.bytes }

  /// Appends a text that stands in the program.
  @inline(__always)
  mutating func add(_ text: StaticString) { buffer.add(text) }

  /// Appends bytes as they are.
  @inline(__always)
  mutating func add(_ bytes: [UInt8]) { buffer.add(bytes) }

  /// Appends a range of bytes as they are.
  @inline(__always)
  mutating func add(_ bytes: [UInt8], _ range: Range<Int>) { buffer.add(bytes, range) }

  /// Appends what has been written elsewhere, from a place on.
  mutating func add(_ other: borrowing PDFBytes, from start: Int = 0) {
    buffer.add(other.buffer, from: start)
  }

  /// Appends a text as it is.
  mutating func add(verbatim text: String) { buffer.add(text: text) }

  /// Appends one byte.
  @inline(__always)
  mutating func add(byte: UInt8) { buffer.add(byte) }

  /// Appends a whole number.
  @inline(__always)
  mutating func add(_ number: Int) { buffer.add(decimal: number) }

  /// Empties the buffer and keeps its room.
  mutating func removeAll() { buffer.removeAll() }

  /// Appends what a deflater makes of bytes.
  mutating func add(_ bytes: borrowing PDFBytes, compressedBy deflater: inout Deflater) {
    deflater.compress(bytes.buffer, to: &buffer)
  }

  /// Appends what a deflater makes of bytes.
  mutating func add(_ bytes: [UInt8], compressedBy deflater: inout Deflater) {
    deflater.compress(bytes, to: &buffer)
  }

  /// Appends a number with at most four decimals, which is finer than any paper.
  mutating func add(_ number: Double) {
    var rest = Int((abs(number) * 10000).rounded())
    if number < 0, rest > 0 { add(byte: UInt8(ascii: "-")) }
    add(rest / 10000)
    rest %= 10000
    guard rest > 0 else { return }
    add(byte: UInt8(ascii: "."))
    var unit = 1000
    while rest > 0 {
      add(byte: 0x30 + UInt8(rest / unit))
      rest %= unit
      unit /= 10
    }
  }

  /// Appends a reference to an indirect object.
  @inline(__always)
  mutating func add(reference number: Int) {
    add(number)
    add(" 0 R")
  }

  /// Appends a name with its slash.
  mutating func add(name: String) {
    add(byte: UInt8(ascii: "/"))
    for byte in name.utf8 {
      if byte.isPDFRegular, byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "#") {
        add(byte: byte)
      } else {
        add(byte: UInt8(ascii: "#"))
        addHex(byte)
      }
    }
  }

  /// Appends a string of bytes in brackets.
  mutating func add(string: some Sequence<UInt8>) { add(string: Array(string)) }

  /// Appends a string of bytes in brackets.
  mutating func add(string: [UInt8]) {
    add(byte: UInt8(ascii: "("))
    if string.contains(where: \.isEscapedInPDF) {
      for byte in string {
        if byte.isEscapedInPDF { add(byte: UInt8(ascii: "\\")) }
        // A bare return would be read as a line feed.
        add(byte: byte == 0x0D ? UInt8(ascii: "r") : byte)
      }
    } else {
      add(string)
    }
    add(byte: UInt8(ascii: ")"))
  }

  /// Appends a text that people read.
  mutating func add(text: String) { add(string: TextEncoding.bytes(of: text)) }

  /// Appends a byte as two hexadecimal digits.
  mutating func addHex(_ byte: UInt8) {
    add(byte: Self.hexDigits[Int(byte >> 4)])
    add(byte: Self.hexDigits[Int(byte & 0xF)])
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)

  /// Appends an object, its references changed to the numbers at their places in a list.
  mutating func add(_ object: PDFObject, renumbered: [Int]? = nil) {
    switch object {
    case .null: add("null")
    case .boolean(let value): if value { add("true") } else { add("false") }
    case .integer(let value): add(value)
    case .real(let value): add(value)
    case .name(let name): add(name: name)
    case .string(let string): add(string: string)
    case .reference(let reference):
      let old = reference.number
      guard let renumbered else { return add(reference: old) }
      add(reference: renumbered.indices.contains(old) ? renumbered[old] : 0)
    case .array(let elements):
      add(byte: UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { add(byte: 0x20) }
        add(element, renumbered: renumbered)
      }
      add(byte: UInt8(ascii: "]"))
    case .dictionary(let dictionary):
      add("<<")
      for entry in dictionary.entries {
        add(name: entry.key)
        switch entry.value {
        case .null, .boolean, .integer, .real, .reference: add(byte: 0x20)
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
