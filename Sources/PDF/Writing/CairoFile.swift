/// The file that Cairo wrote: one classic cross-reference table, objects of generation 0, no object
/// streams, stream lengths in objects of their own.
///
/// Cairo 1.16 writes this form always, later ones when asked for an old version, as `Cairo` does.
/// Anything else is refused, for what cannot be read with certainty must not be written anew.
struct CairoFile {
  /// An object: a value, and where the bytes of its stream stand if it is one.
  struct Object {
    var value: PDFObject
    var stream: Range<Int>?
  }

  let bytes: [UInt8]
  /// Where each object begins, by number; −1 for none.
  private var offsets: [Int] = []
  /// The catalog's entries.
  private(set) var catalog = PDFDictionary()

  /// Reads the table of a file's objects.
  init(_ bytes: [UInt8]) throws(PDFError) {
    self.bytes = bytes
    let trailer = try readTable()
    guard let root = trailer["Root"]?.reference,
      let catalog = try object(root.number).value.dictionary
    else { throw .unknownForm("no catalog") }
    self.catalog = catalog
  }

  /// One more than the highest object number.
  var objectCount: Int { offsets.count }

  /// Reads an object by its number.
  func object(_ number: Int) throws(PDFError) -> Object {
    guard offsets.indices.contains(number), offsets[number] >= 0 else {
      throw .unknownForm("object \(number) is missing")
    }
    var parser = PDFParser(bytes, offsets[number]..<bytes.count)
    guard try parser.object() == .integer(number), try parser.object() == .integer(0) else {
      throw parser.damage("object \(number) is not where the table says")
    }
    try parser.expect("obj")
    let value = try parser.object()
    guard case .dictionary(let dictionary) = value,
      case .word(let word) = try parser.token(), word.elementsEqual("stream".utf8)
    else { return Object(value: value) }
    // Cairo ends the line with a line feed alone.
    let start = parser.position + 1
    guard let length = try length(of: dictionary), length >= 0, length <= bytes.count - start else {
      throw parser.damage("stream \(number) has no length")
    }
    return Object(value: value, stream: start..<start + length)
  }

  /// The pages' entries, in order.
  func pages() throws(PDFError) -> [PDFDictionary] {
    var found: [PDFDictionary] = []
    /// What is still to be looked at, the next last: pages, and lists of them.
    var waiting = [catalog["Pages"] ?? .null]
    while let node = waiting.popLast() {
      guard let number = node.reference?.number, let entries = try object(number).value.dictionary,
        found.count + waiting.count < objectCount
      else { throw .unknownForm("no list of pages") }
      if let kids = entries["Kids"]?.array {
        waiting += kids.reversed()
      } else {
        found.append(entries)
      }
    }
    return found
  }

  private func length(of dictionary: PDFDictionary) throws(PDFError) -> Int? {
    guard let reference = dictionary["Length"]?.reference else {
      return dictionary["Length"]?.integer
    }
    // A length is never a stream: no endless descent.
    return try object(reference.number).value.integer
  }

  private mutating func readTable() throws(PDFError) -> PDFDictionary {
    var parser = PDFParser(bytes, try startOfTable()..<bytes.count)
    try parser.expect("xref")
    guard let first = try parser.object().integer, let count = try parser.object().integer,
      first == 0, count > 0, count <= bytes.count / 20
    else { throw parser.damage("no table in one part") }
    parser.skipSpace()
    // Every entry has twenty bytes: `0000000015 00000 n \n`.
    let start = parser.position
    guard start + count * 20 <= bytes.count else { throw parser.damage("a table cut off") }
    offsets = []
    offsets.reserveCapacity(count)
    for index in 0..<count {
      let entry = start + index * 20
      var offset = 0
      for digit in bytes[entry..<entry + 10] {
        guard (0x30...0x39).contains(digit) else { throw parser.damage("no offset in the table") }
        offset = offset * 10 + Int(digit) - 0x30
      }
      guard offset < bytes.count else { throw parser.damage("an offset past the end") }
      offsets.append(bytes[entry + 17] == UInt8(ascii: "n") ? offset : -1)
    }
    parser.position = start + count * 20
    try parser.expect("trailer")
    guard let trailer = try parser.object().dictionary, trailer["Prev"] == nil else {
      throw parser.damage("a table in several parts")
    }
    return trailer
  }

  private func startOfTable() throws(PDFError) -> Int {
    let mark = Array("startxref".utf8)
    var index = bytes.count - mark.count
    while index >= 0, index > bytes.count - 64 {
      if bytes[index..<index + mark.count].elementsEqual(mark) {
        var parser = PDFParser(bytes, (index + mark.count)..<bytes.count)
        guard let offset = try parser.object().integer, offset > 0, offset < bytes.count else {
          throw parser.damage("no place of the table")
        }
        return offset
      }
      index -= 1
    }
    throw .unknownForm("no 'startxref'")
  }
}
