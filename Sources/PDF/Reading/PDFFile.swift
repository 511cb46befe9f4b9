import Deflate

/// A finished file as its objects, whoever wrote it.
///
/// Objects are read when they are asked for, once. Everything is held against its bounds: a damaged
/// file gives errors or nulls, never a trap or an endless loop.
final class PDFFile {
  /// Where an object is.
  enum Place: Hashable {
    case offset(Int)
    case inStream(Int, index: Int)
  }

  /// A stream: its dictionary and its bytes as they stand in the file.
  struct Stream {
    var entries: PDFDictionary
    var range: Range<Int>
  }

  /// No stream gives more than this when it is unpacked.
  private static let mostOfStream = 1 << 28
  /// And all that are read, however often, no more than this.
  private static let mostOfFile = 1 << 31

  let bytes: [UInt8]
  var trailer = PDFDictionary()
  var places: [Int: Place] = [:]
  /// What is wrong with the objects that have been read.
  private(set) var damages: [String] = []
  private var known: [Int: PDFObject] = [:]
  var streams: [Int: Stream] = [:]
  /// The objects of object streams that have been unpacked.
  private var unpacked: [Int: [(number: Int, object: PDFObject)]] = [:]
  /// The objects being read, so that one that needs itself is found out.
  private var underWay: Set<Int> = []
  private var inflater: Inflater
  /// How many bytes streams have given so far.
  private var given = 0

  /// Opens a file.
  init(_ bytes: [UInt8]) throws(PDFError) {
    self.bytes = bytes
    do {
      inflater = try Inflater()
    } catch {
      throw .noMemory
    }
    guard bytes.prefix(1024).firstRange(of: "%PDF-".utf8) != nil else {
      throw .damaged("no '%PDF-' at the beginning")
    }
    try readTables()
    guard trailer["Encrypt"] == nil else { throw .encrypted }
    guard self[trailer["Root"]].dictionary != nil else { throw .damaged("no catalog") }
  }

  /// The version that the file says it is of.
  var version: String {
    guard let mark = bytes.prefix(1024).firstRange(of: "%PDF-".utf8) else { return "" }
    return String(decoding: bytes[mark.upperBound...].prefix { !$0.isPDFSpace }, as: UTF8.self)
  }

  // MARK: Objects

  /// An object, or what a reference leads to; null for what is not there or damaged.
  subscript(object: PDFObject?) -> PDFObject {
    var object = object ?? .null
    var steps = 0
    while case .reference(let reference) = object, steps < 16 {
      object = readOrNote(reference.number)
      steps += 1
    }
    return steps < 16 ? object : .null
  }

  /// The stream that a reference leads to.
  func stream(_ object: PDFObject?) -> Stream? {
    guard let number = object?.reference?.number else { return nil }
    _ = readOrNote(number)
    return streams[number]
  }

  /// Reads an object; what is wrong with it is noted, once.
  private func readOrNote(_ number: Int) -> PDFObject {
    do throws(PDFError) {
      return try read(number)
    } catch {
      known[number] = .null
      if case .damaged(let what) = error { damages.append(what) }
      return .null
    }
  }

  /// A stream's bytes, unpacked; nil when they are damaged or packed in a way that we do not read.
  func content(of stream: Stream) -> [UInt8]? {
    guard given < Self.mostOfFile, let content = unpacked(stream) else { return nil }
    given += content.count
    return content
  }

  private func unpacked(_ stream: Stream) -> [UInt8]? {
    let filters: [PDFObject]
    switch self[stream.entries["Filter"]] {
    case .null: return Array(bytes[stream.range])
    case .array(let several): filters = several
    case let one: filters = [one]
    }
    guard filters.count == 1, self[filters[0]].name == "FlateDecode" else { return nil }
    var output: [UInt8] = []
    do {
      try inflater.restore(bytes, stream.range, into: &output, limit: Self.mostOfStream)
    } catch {
      return nil
    }
    let parameters = self[stream.entries["DecodeParms"]]
    let first = parameters.array.map { self[$0.first] } ?? parameters
    guard let entries = first.dictionary, let predictor = self[entries["Predictor"]].integer,
      predictor > 1
    else { return output }
    return undoPrediction(output, columns: self[entries["Columns"]].integer ?? 1)
  }

  private func read(_ number: Int) throws(PDFError) -> PDFObject {
    if let object = known[number] { return object }
    guard let place = places[number], underWay.insert(number).inserted else { return .null }
    defer { underWay.remove(number) }
    let object: PDFObject
    switch place {
    case .offset(let offset): object = try readObject(number, at: offset)
    case .inStream(let stream, let index):
      let objects = try unpack(stream)
      guard objects.indices.contains(index), objects[index].number == number else {
        throw .damaged("object \(number) is not where the table says")
      }
      object = objects[index].object
    }
    known[number] = object
    return object
  }

  /// Reads the object at a place of the file.
  func readObject(_ number: Int, at offset: Int) throws(PDFError) -> PDFObject {
    var parser = PDFParser(bytes, offset..<bytes.count)
    guard try parser.object() == .integer(number), try parser.object().integer != nil else {
      throw parser.damage("object \(number) is not where the table says")
    }
    try parser.expect("obj")
    let object = try parser.object()
    guard case .dictionary(let entries) = object,
      case .word(let word)? = try? parser.token(), word.elementsEqual("stream".utf8)
    else { return object }
    var start = parser.position
    if start < bytes.count, bytes[start] == 0x0D { start += 1 }
    if start < bytes.count, bytes[start] == 0x0A { start += 1 }
    guard let length = self[entries["Length"]].integer, length >= 0,
      length <= bytes.count - start
    else { throw parser.damage("stream \(number) has no length that can be") }
    streams[number] = Stream(entries: entries, range: start..<start + length)
    return object
  }

  private func unpack(
    _ number: Int
  ) throws(PDFError) -> [(number: Int, object: PDFObject)] {
    if let objects = unpacked[number] { return objects }
    guard case .offset? = places[number],
      let stream = stream(.reference(Reference(number: number))),
      let count = self[stream.entries["N"]].integer,
      let first = self[stream.entries["First"]].integer,
      let content = content(of: stream), count >= 0, first >= 0, first <= content.count,
      count <= content.count
    else { throw .damaged("object stream \(number)") }
    var header = PDFParser(content, 0..<first)
    var objects: [(number: Int, object: PDFObject)] = []
    for _ in 0..<count {
      guard let name = try header.object().integer, let offset = try header.object().integer,
        offset >= 0, offset <= content.count - first
      else { throw .damaged("the list of object stream \(number)") }
      var parser = PDFParser(content, first + offset..<content.count)
      objects.append((name, try parser.object()))
    }
    unpacked[number] = objects
    return objects
  }

  /// Restores rows that were written as differences to the row above or the byte before.
  private func undoPrediction(_ packed: [UInt8], columns: Int) -> [UInt8]? {
    guard columns > 0, columns < 1 << 16 else { return nil }
    var rows: [UInt8] = []
    rows.reserveCapacity(packed.count)
    var above = Array(repeating: UInt8(0), count: columns)
    var start = 0
    while start + columns < packed.count {
      let kind = packed[start]
      for column in 0..<columns {
        let left = column > 0 ? above[column - 1] : 0
        let byte = packed[start + 1 + column]
        switch kind {
        case 0: above[column] = byte
        case 1: above[column] = byte &+ left
        case 2: above[column] = byte &+ above[column]
        default: return nil
        }
      }
      rows.append(contentsOf: above)
      start += columns + 1
    }
    return rows
  }
}

extension Collection<UInt8> where SubSequence: Collection<UInt8> {
  /// Where some bytes stand first.
  func firstRange(of pattern: some Collection<UInt8>) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].starts(with: pattern) {
        return start..<index(start, offsetBy: pattern.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
