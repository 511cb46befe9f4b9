import Testing

@testable import PDF

/// A finished file taken apart, so that a test can damage one thing and put it together again.
///
/// It is put together without compression and in the classic form, so that the reader's other half is
/// tested too.
struct OpenedFile {
  /// The values, by object number.
  var objects: [Int: PDFObject] = [:]
  /// The bytes of streams, unpacked.
  var streams: [Int: [UInt8]] = [:]
  var trailer = PDFDictionary()

  init(_ bytes: [UInt8]) throws {
    let file = try PDFFile(bytes)
    for number in file.places.keys {
      let reference = PDFObject.reference(Reference(number: number))
      var object = file[reference]
      if let stream = file.stream(reference) {
        let kind = file[stream.entries["Type"]].name
        if kind == "ObjStm" || kind == "XRef" { continue }
        var entries = stream.entries
        entries["Filter"] = nil
        entries["DecodeParms"] = nil
        let content = try #require(file.content(of: stream))
        streams[number] = content
        object = .dictionary(entries)
      }
      objects[number] = object
    }
    for key in ["Root", "Info", "ID"] { trailer[key] = file.trailer[key] }
  }

  /// The file in the classic form.
  func bytes() -> [UInt8] {
    var out = PDFBytes()
    out.add("%PDF-1.7\n%åäöÅ\n")
    let size = (objects.keys.max() ?? 0) + 1
    var offsets: [Int: Int] = [:]
    for number in objects.keys.sorted() {
      guard var object = objects[number] else { continue }
      offsets[number] = out.count
      out.add(number)
      out.add(" 0 obj\n")
      let stream = streams[number]
      if let stream, case .dictionary(var entries) = object {
        entries["Length"] = .integer(stream.count)
        object = .dictionary(entries)
      }
      out.add(object)
      if let stream {
        out.add("\nstream\n")
        out.add(stream)
        out.add("\nendstream")
      }
      out.add("\nendobj\n")
    }
    let start = out.count
    out.add(verbatim: "xref\n0 \(size)\n0000000000 65535 f \n")
    for number in 1..<size {
      let digits = String(offsets[number] ?? 0)
      out.add(verbatim: String(repeating: "0", count: 10 - digits.count) + digits)
      out.add(verbatim: offsets[number] == nil ? " 65535 f \n" : " 00000 n \n")
    }
    var entries = trailer
    entries["Size"] = .integer(size)
    out.add("trailer\n")
    out.add(.dictionary(entries))
    out.add(verbatim: "\nstartxref\n\(start)\n%%EOF\n")
    return out.bytes
  }

  // MARK: Finding and changing

  /// The number of the catalog.
  var catalog: Int { trailer["Root"]?.reference?.number ?? 0 }

  /// The numbers of the objects whose entry has a value, ascending.
  func numbers(_ key: String, _ value: PDFObject) -> [Int] {
    objects.keys.sorted().filter { objects[$0]?.dictionary?[key] == value }
  }

  /// The numbers of the structure elements of a type, in reading order.
  func elements(_ kind: String) -> [Int] {
    numbers("S", .name(kind)).filter { objects[$0]?.dictionary?["P"] != nil }
  }

  /// The numbers of the objects of a type, ascending.
  func ofType(_ type: String) -> [Int] { numbers("Type", .name(type)) }

  /// An entry of an object; setting nil takes it out.
  subscript(number: Int, key: String) -> PDFObject? {
    get { objects[number]?.dictionary?[key] }
    set {
      guard case .dictionary(var entries)? = objects[number] else { return }
      entries[key] = newValue
      objects[number] = .dictionary(entries)
    }
  }

  /// The number that an entry of an object refers to.
  func number(_ object: Int, _ key: String) -> Int { self[object, key]?.reference?.number ?? 0 }

  /// The numbers of the pages, in order.
  var pages: [Int] {
    self[number(catalog, "Pages"), "Kids"]?.array?.compactMap { $0.reference?.number } ?? []
  }

  /// The number of the structure tree's root.
  var structure: Int { number(catalog, "StructTreeRoot") }

  /// Changes the text of a stream.
  mutating func replace(in stream: Int, _ old: String, with new: String) {
    let text = String(decoding: streams[stream] ?? [], as: Latin1.self)
    guard let range = text.utf8.firstRange(of: old.utf8) else { return }
    let changed = text[..<range.lowerBound] + new + text[range.upperBound...]
    streams[stream] = changed.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  /// The content of the first page.
  var content: Int { number(pages[0], "Contents") }
}

/// Bytes as the characters of their numbers, so that text with any bytes can be searched.
private enum Latin1 {}

extension String {
  fileprivate init(decoding bytes: [UInt8], as encoding: Latin1.Type) {
    self.init(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }
}
