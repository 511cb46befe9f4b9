import Deflate

/// The new file as it grows: streams stand by themselves, everything else in object streams.
///
/// Numbers are given out in order. Objects may be added in any order, each once.
struct ObjectPile: ~Copyable {
  /// As many objects as go in one object stream: a reader that wants one has to unpack them all.
  private static let mostInStream = 500

  /// Where an object is: at a byte offset, or in an object stream at an index.
  private enum Place {
    case nowhere
    case offset(Int)
    case inStream(Int, index: Int)
  }

  /// The file so far.
  private(set) var file = PDFBytes()
  private var places: [Place] = [.nowhere]
  private var deflater: Deflater
  /// The object stream being filled: its objects, and their numbers and offsets.
  private var pending = PDFBytes()
  private var pendingHeader = PDFBytes()
  private var pendingCount = 0
  private var pendingNumber = 0
  /// What a stream is compressed into; one buffer for all.
  private var packed = PDFBytes()

  /// An empty file with its header.
  init(level: Int) throws(PDFError) {
    do {
      deflater = try Deflater(level: level)
    } catch {
      throw .noMemory
    }
    // Four bytes above 127 tell transfer programs that this is no text.
    file.add("%PDF-1.7\n%åäöÅ\n")
  }

  /// Gives out a number for an object to come.
  mutating func reserve() -> Int {
    places.append(.nowhere)
    return places.count - 1
  }

  /// Gives out numbers in a row and returns the first.
  mutating func reserve(_ count: Int) -> Int {
    let first = places.count
    places.append(contentsOf: repeatElement(.nowhere, count: count))
    return first
  }

  /// Adds an object that is no stream.
  @inline(__always)
  mutating func add(_ number: Int, _ write: (inout PDFBytes) -> Void) {
    if pendingCount == 0 { pendingNumber = reserve() }
    places[number] = .inStream(pendingNumber, index: pendingCount)
    pendingHeader.add(number)
    pendingHeader.add(byte: 0x20)
    pendingHeader.add(pending.count)
    pendingHeader.add(byte: 0x20)
    write(&pending)
    pending.add(byte: 0x0A)
    pendingCount += 1
    if pendingCount == Self.mostInStream { flush() }
  }

  /// Adds a stream whose bytes are ready; `write` adds its dictionary's entries, but for the length.
  mutating func addStream(
    _ number: Int, _ bytes: [UInt8], _ write: (inout PDFBytes) -> Void
  ) {
    places[number] = .offset(file.count)
    file.add(number)
    file.add(" 0 obj\n<<")
    write(&file)
    file.add("/Length ")
    file.add(bytes.count)
    file.add(">>\nstream\n")
    file.add(bytes)
    file.add("\nendstream\nendobj\n")
  }

  /// Adds a stream and compresses it.
  mutating func addCompressedStream(
    _ number: Int, _ bytes: [UInt8], _ write: (inout PDFBytes) -> Void
  ) {
    packed.removeAll()
    packed.add(bytes, compressedBy: &deflater)
    addPacked(number, write)
  }

  /// Adds a stream and compresses it.
  mutating func addCompressedStream(
    _ number: Int, _ bytes: borrowing PDFBytes, _ write: (inout PDFBytes) -> Void
  ) {
    packed.removeAll()
    packed.add(bytes, compressedBy: &deflater)
    addPacked(number, write)
  }

  /// Adds the stream that has been compressed last.
  private mutating func addPacked(_ number: Int, _ write: (inout PDFBytes) -> Void) {
    places[number] = .offset(file.count)
    file.add(number)
    file.add(" 0 obj\n<<")
    write(&file)
    file.add("/Filter/FlateDecode/Length ")
    file.add(packed.count)
    file.add(">>\nstream\n")
    file.add(packed)
    file.add("\nendstream\nendobj\n")
  }

  private mutating func flush() {
    guard pendingCount > 0 else { return }
    let first = pendingHeader.count
    let count = pendingCount
    pendingHeader.add(pending)
    packed.removeAll()
    packed.add(pendingHeader, compressedBy: &deflater)
    addPacked(pendingNumber) { entries in
      entries.add("/Type/ObjStm/N ")
      entries.add(count)
      entries.add("/First ")
      entries.add(first)
    }
    pending.removeAll()
    pendingHeader.removeAll()
    pendingCount = 0
  }

  /// Writes what is left and the table of objects, and gives the whole file.
  ///
  /// The file's identifier is made of the content, so that the same content has the same.
  consuming func finish(catalog: Int, information: Int) -> [UInt8] {
    flush()
    let table = reserve()
    let start = file.count
    places[table] = .offset(start)
    let identifier = checksum(of: file.buffer)
    let width = byteCount(of: max(start, places.count))
    let rows = tableRows(width: width)
    let count = places.count
    addCompressedStream(table, rows) { entries in
      entries.add("/Type/XRef/Size ")
      entries.add(count)
      entries.add("/W[1 ")
      entries.add(width)
      entries.add(" 2]/DecodeParms<</Predictor 12/Columns ")
      entries.add(3 + width)
      entries.add(">>/Root ")
      entries.add(reference: catalog)
      entries.add("/Info ")
      entries.add(reference: information)
      entries.add("/ID[")
      for _ in 0..<2 {
        entries.add("<")
        for number in [identifier, UInt64(start) &* 0x9E37_79B9_7F4A_7C15 ^ identifier] {
          for byte in 0..<8 {
            entries.addHex(UInt8(truncatingIfNeeded: number >> UInt64(56 - byte * 8)))
          }
        }
        entries.add(">")
      }
      entries.add("]")
    }
    file.add("startxref\n")
    file.add(start)
    file.add("\n%%EOF\n")
    return file.bytes
  }

  /// The rows of the table of objects: kind, position in as many bytes as `width` says, index in
  /// two.
  ///
  /// Each is written as its difference to the one above, which compresses better.
  private func tableRows(width: Int) -> PDFBytes {
    var rows = PDFBytes()
    var above = (kind: UInt8(0), position: 0, index: 0)
    for place in places {
      let row: (kind: UInt8, position: Int, index: Int) =
        switch place {
        case .nowhere: (0, 0, 0)
        case .offset(let offset): (1, offset, 0)
        case .inStream(let stream, let index): (2, stream, index)
        }
      // 2: the filter that looks upwards.
      rows.add(byte: 2)
      rows.add(byte: row.kind &- above.kind)
      var shift = width * 8
      while shift > 0 {
        shift -= 8
        let byte = UInt8(truncatingIfNeeded: row.position >> shift)
        rows.add(byte: byte &- UInt8(truncatingIfNeeded: above.position >> shift))
      }
      let (high, low) = (row.index >> 8 - above.index >> 8, row.index - above.index)
      rows.add(byte: UInt8(truncatingIfNeeded: high))
      rows.add(byte: UInt8(truncatingIfNeeded: low))
      above = row
    }
    return rows
  }

  private func byteCount(of number: Int) -> Int {
    var count = 1
    while number >> (count * 8) > 0 { count += 1 }
    return count
  }
}
