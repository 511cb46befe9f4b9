/// A source's bytes and where its lines begin: line and column to byte and back.
///
/// A line ends with LF, CR or both together, as editors count. Lines and columns are from 1, columns
/// count code points. Costs one pass over the text and a copy of it.
public struct SourceLines: Sendable {
  /// The text in UTF-8.
  public let bytes: [UInt8]
  /// The offset of each line's first byte; never empty.
  public let starts: [Int]

  /// The lines of a text.
  public init(_ text: String) {
    self.init(bytes: Array(text.utf8))
  }

  /// The lines of a text in UTF-8.
  public init(bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
      starts.append(offset)
    }
    self.starts = starts
  }

  /// How many lines there are; a text that ends with a line break has an empty last one.
  public var count: Int { starts.count }

  /// The bytes of a line without its line break; empty for a line that is not there.
  public func bounds(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return bytes.count..<bytes.count }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The text of a line without its line break.
  public func text(ofLine line: Int) -> String {
    text(in: bounds(ofLine: line))
  }

  /// The text between two bytes.
  public func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The offset of the character at a line and column; the line's end for a column past it.
  public func offset(line: Int, column: Int) -> Int {
    let bounds = bounds(ofLine: line)
    var offset = bounds.lowerBound
    var left = column - 1
    while left > 0, offset < bounds.upperBound {
      offset += 1
      while offset < bounds.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }

  /// The line that a byte is in.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The line and column of the character that a byte belongs to.
  public func position(at offset: Int) -> (line: Int, column: Int) {
    let line = line(at: offset)
    return (line, 1 + codePoints(in: starts[line - 1]..<min(offset, bytes.count)))
  }

  /// The place of the character that a byte belongs to.
  public func place(at offset: Int, in file: FileID) -> Place {
    let position = position(at: offset)
    return Place(file: file, line: position.line, column: position.column)
  }

  /// How many code points begin between two bytes.
  public func codePoints(in range: Range<Int>) -> Int {
    var count = 0
    for offset in range where bytes[offset] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
