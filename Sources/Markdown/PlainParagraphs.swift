/// Divides a text that holds no Markdown into its paragraphs, or gives nil when it may hold some.
///
/// It looks at each byte once and makes no more strings than the paragraphs have lines. It may give
/// nil too often, never too seldom: the tests compare it with the parser.
///
/// - Parameter text: The text.
/// - Returns: What the parser would give.
func plainParagraphs(of text: String) -> [MarkdownBlock]? {
  let bytes = text.utf8Span.span
  guard bytes.count > 0 else { return [] }
  guard isPlain(bytes) else { return nil }
  var reader = PlainReader(text: text)
  var start = 0
  var line = 1
  while start < bytes.count {
    var end = start
    while end < bytes.count, bytes[end] != newline, bytes[end] != carriageReturn { end += 1 }
    guard reader.add(line: line, from: start, to: end, of: bytes) else { return nil }
    if end + 1 < bytes.count, bytes[end] == carriageReturn, bytes[end + 1] == newline { end += 1 }
    start = end + 1
    line += 1
  }
  reader.endParagraph()
  return reader.blocks
}

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let space = UInt8(ascii: " ")

/// Which bytes mean nothing to Markdown wherever they stand within a line.
///
/// A full stop, a colon and an @ may make an address, so they are looked at more closely.
private let meansNothing: [Bool] = {
  var table = [Bool](repeating: true, count: 256)
  for byte in 0..<UInt8(0x20) { table[Int(byte)] = byte == newline || byte == carriageReturn }
  for byte in "*_`[]<&\\@\u{7F}".utf8 { table[Int(byte)] = false }
  return table
}()

private func isPlain(_ bytes: Span<UInt8>) -> Bool {
  // A byte order mark is not text.
  if bytes[0] == 0xEF, bytes.count > 2, bytes[1] == 0xBB, bytes[2] == 0xBF { return false }
  for index in bytes.indices {
    let byte = bytes[index]
    guard meansNothing[Int(byte)] else { return false }
    if byte == UInt8(ascii: ":"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "/") {
      return false
    }
    if byte == UInt8(ascii: "."), index > 0, bytes[index - 1] | 0x20 == UInt8(ascii: "w") {
      return false
    }
  }
  return true
}

/// The paragraphs gathered so far.
private struct PlainReader {
  let text: String
  var blocks: [MarkdownBlock] = []
  private var inlines: [MarkdownInline] = []
  /// Where the last line's text ends.
  private var end = MarkdownPlace(line: 1, column: 1, offset: 0)

  init(text: String) { self.text = text }

  /// Takes a line, or gives false when it may begin another kind of block or end in a line break.
  mutating func add(
    line: Int, from start: Int, to lineEnd: Int, of bytes: Span<UInt8>
  ) -> Bool {
    var first = start
    while first < lineEnd, bytes[first] == space { first += 1 }
    guard first < lineEnd else {
      endParagraph()
      return true
    }
    guard first - start < 4, !mayBeginBlock(first, lineEnd, of: bytes) else { return false }
    var last = lineEnd
    while bytes[last - 1] == space { last -= 1 }
    guard lineEnd - last < 2 else { return false }
    if !inlines.isEmpty { inlines.append(MarkdownInline(.softBreak, at: end)) }
    let place = MarkdownPlace(line: line, column: first - start + 1, offset: first)
    inlines.append(MarkdownInline(.text(string(first, last, of: bytes)), at: place))
    end = MarkdownPlace(
      line: line, column: place.column + characters(first, last, of: bytes), offset: last)
    return true
  }

  mutating func endParagraph() {
    guard let first = inlines.first else { return }
    blocks.append(MarkdownBlock(.paragraph(inlines), at: first.place))
    inlines = []
  }

  /// Whether a line may be something else than a paragraph's: a heading or its underline, a quote,
  /// an item, a fence, a rule, a table's delimiters.
  private func mayBeginBlock(_ first: Int, _ end: Int, of bytes: Span<UInt8>) -> Bool {
    switch bytes[first] {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "|"), UInt8(ascii: "~"):
      return true
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var index = first
      while index < end, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) {
        index += 1
      }
      guard index < end else { return false }
      guard bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")") else {
        return false
      }
      return index + 1 == end || bytes[index + 1] == space
    default:
      return false
    }
  }

  private func string(_ first: Int, _ last: Int, of bytes: Span<UInt8>) -> String {
    if first == 0, last == bytes.count { return text }
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: first)
    return String(text[start..<utf8.index(start, offsetBy: last - first)])
  }

  private func characters(_ first: Int, _ last: Int, of bytes: Span<UInt8>) -> Int {
    var count = 0
    for index in first..<last where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
