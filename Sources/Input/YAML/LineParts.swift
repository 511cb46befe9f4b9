import Diagnostics

/// A source line as its writer sees it: indentation, list dashes, a key, a value.
///
/// Used where the parser has given up and somebody must be told why; it looks at the line alone.
struct LineParts {
  /// The line's number.
  let number: Int
  /// The line's bytes without its line break.
  let bounds: Range<Int>
  /// The offset of the first character that is no blank.
  let first: Int
  /// The offset after the list dashes.
  let content: Int
  /// The offset of the colon after the key, if there is one.
  let colon: Int?
  /// The offset of what stands after the key, or of the content when there is no key.
  let value: Int
  /// The end of what is written, but for a comment.
  let end: Int

  /// The parts of a line.
  init(_ number: Int, of lines: SourceLines) {
    let bytes = lines.bytes
    let bounds = lines.bounds(ofLine: number)
    func skipBlanks(_ offset: Int) -> Int {
      var offset = offset
      while offset < bounds.upperBound, bytes[offset].isBlank { offset += 1 }
      return offset
    }
    func isEnd(_ offset: Int) -> Bool { offset >= bounds.upperBound || bytes[offset].isBlank }

    self.number = number
    self.bounds = bounds
    first = skipBlanks(bounds.lowerBound)
    var content = first
    while content < bounds.upperBound, bytes[content] == UInt8(ascii: "-"), isEnd(content + 1) {
      content = skipBlanks(content + 1)
    }
    self.content = content
    end = Self.writtenEnd(from: content, to: bounds.upperBound, bytes)

    var offset = content
    if offset < end, bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == UInt8(ascii: "'") {
      let quote = bytes[offset]
      offset += 1
      while offset < end, bytes[offset] != quote { offset += 1 }
    }
    while offset < end, bytes[offset] != UInt8(ascii: ":") || !isEnd(offset + 1) { offset += 1 }
    colon = offset < end ? offset : nil
    value = offset < end ? skipBlanks(offset + 1) : content
  }

  /// How far the first character is indented.
  var indent: Int { first - bounds.lowerBound }
  /// How far what comes after the dashes is indented.
  var contentIndent: Int { content - bounds.lowerBound }
  /// Whether the line has nothing but blanks or a comment.
  func isEmpty(_ bytes: [UInt8]) -> Bool {
    first >= bounds.upperBound || bytes[first] == UInt8(ascii: "#")
  }
  /// Whether the line begins with a list dash.
  var hasDash: Bool { content > first }
  /// Whether something stands after the key.
  var hasValue: Bool { colon != nil && value < end }

  /// Whether a block of text begins after the line: `text: |`.
  func opensBlock(_ bytes: [UInt8]) -> Bool {
    guard value < end, bytes[value] == UInt8(ascii: "|") || bytes[value] == UInt8(ascii: ">") else {
      return false
    }
    return bytes[(value + 1)..<end].allSatisfy { $0.isDigit || $0 == 0x2B || $0 == 0x2D }
  }

  /// The end of what is written before a comment and the blanks at the end.
  static func writtenEnd(from start: Int, to limit: Int, _ bytes: [UInt8]) -> Int {
    var end = start
    var offset = start
    while offset < limit {
      if bytes[offset] == UInt8(ascii: "#"), offset > start, bytes[offset - 1].isBlank,
        offset + 1 >= limit || bytes[offset + 1].isBlank
      {
        break
      }
      offset += 1
      if !bytes[offset - 1].isBlank { end = offset }
    }
    return end
  }
}
