import Diagnostics

/// Reads the YAML that nearly all files are written in: maps and lists by indentation or in
/// brackets, texts on one line with or without quotes, blocks after `|`, comments.
///
/// It reads what can be understood in one way only, and gives up at whatever else stands in a file
/// and at all that may be a fault. Then the parser and `YAMLReader` read the whole, which know all of
/// YAML and explain. Where this one does not give up, both give the same value with the same places;
/// it takes a tenth of the instructions, since there are no nodes between the bytes and the values.
struct PlainYAMLReader {
  /// Thrown at the first thing that is not plain.
  struct NotPlain: Error {}

  /// The source in UTF-8.
  let bytes: [UInt8]
  /// The next byte to read.
  var offset = 0
  /// The offset of the line's first byte.
  var lineStart = 0

  private var cursor: SourceCursor
  private let limits: ReadingLimits
  private var depth = 0
  private var count = 0

  /// A reader at the start of a source.
  init(_ lines: SourceLines, file: FileID, limits: ReadingLimits) {
    bytes = lines.bytes
    cursor = SourceCursor(lines, file: file)
    self.limits = limits
  }

  /// Reads the whole; nil where it is not plain.
  mutating func readDocument() -> Value? {
    do throws(NotPlain) {
      guard !holdsHidden else { return nil }
      try findContent()
      let value = try readBlock()
      return isAtEnd ? value : nil
    } catch {
      return nil
    }
  }

  // MARK: Lists and maps by indentation

  /// Reads the list or map whose first character is the next.
  ///
  /// Afterwards the next character is the first of what stands on a later line, further out.
  private mutating func readBlock() throws(NotPlain) -> Value {
    isDash ? try readList() : try readMap()
  }

  private mutating func readMap() throws(NotPlain) -> Value {
    let place = try enter()
    let indent = column
    var entries: [Map.Entry] = []
    var keys = SeenKeys()
    repeat {
      let key = try readKey(endings: [])
      offset += 1
      let value = try readValue(in: indent)
      guard keys.insert(key.text, after: entries) == nil else { throw NotPlain() }
      entries.append(
        Map.Entry(key: key.text, keyPlace: key.place, keyEndColumn: key.endColumn, value: value))
    } while !isAtEnd && column == indent
    guard isAtEnd || column < indent else { throw NotPlain() }
    depth -= 1
    return Value(.map(Map(entries: entries)), at: place)
  }

  /// Reads what stands after a key and its colon, on the same line or below.
  private mutating func readValue(in indent: Int) throws(NotPlain) -> Value {
    let colonEnd = offset
    skipSpaces()
    guard isLineEnd else { return try readInline(in: indent) }
    try endLine()
    // A list may stand at its key's own indentation.
    if !isAtEnd, column > indent { return try readBelow(indent) }
    if !isAtEnd, column == indent, isDash { return try readList(isAtKey: true) }
    try countValue()
    return Value(.null, at: place(at: colonEnd))
  }

  private mutating func readList(isAtKey: Bool = false) throws(NotPlain) -> Value {
    let place = try enter()
    let indent = column
    var items: [Value] = []
    while !isAtEnd, column == indent, isDash {
      offset += 1
      skipSpaces()
      if isLineEnd {
        try endLine()
        guard !isAtEnd, column > indent else { throw NotPlain() }
        items.append(try readBelow(indent))
      } else if isDash || isKey {
        items.append(try readBlock())
      } else {
        items.append(try readInline(in: indent))
      }
    }
    guard isAtEnd || column < indent || isAtKey && column == indent else { throw NotPlain() }
    depth -= 1
    return Value(.list(items), at: place)
  }

  /// Reads a value that begins on a line below its key or dash.
  private mutating func readBelow(_ indent: Int) throws(NotPlain) -> Value {
    isDash || isKey ? try readBlock() : try readInline(in: indent)
  }

  /// Reads a text or what stands in brackets, and goes on to the next content.
  private mutating func readInline(in indent: Int) throws(NotPlain) -> Value {
    let value: Value
    if next == UInt8(ascii: "|") {
      value = try readLiteral(in: indent)
      try findContent()
    } else {
      value = try readFlow(endings: [])
      try endLine()
    }
    // What stands further in would be the text's next line.
    guard isAtEnd || column <= indent else { throw NotPlain() }
    return value
  }

  // MARK: In brackets

  /// Reads a text on one line, or a list or map in brackets.
  private mutating func readFlow(endings: [UInt8]) throws(NotPlain) -> Value {
    switch next {
    case UInt8(ascii: "["): try readFlowList()
    case UInt8(ascii: "{"): try readFlowMap()
    default: try readText(endings: endings)
    }
  }

  private mutating func readFlowList() throws(NotPlain) -> Value {
    let place = try enter()
    var items: [Value] = []
    try openBracket()
    while next != UInt8(ascii: "]") {
      if !items.isEmpty { try readComma() }
      items.append(try readFlow(endings: Self.bracketEndings))
      try skipFlowSpace()
    }
    offset += 1
    depth -= 1
    return Value(.list(items), at: place)
  }

  private mutating func readFlowMap() throws(NotPlain) -> Value {
    let place = try enter()
    var entries: [Map.Entry] = []
    var keys = SeenKeys()
    try openBracket()
    while next != UInt8(ascii: "}") {
      if !entries.isEmpty { try readComma() }
      let key = try readKey(endings: Self.bracketEndings)
      offset += 1
      try skipFlowSpace()
      let value = try readFlow(endings: Self.bracketEndings)
      guard keys.insert(key.text, after: entries) == nil else { throw NotPlain() }
      entries.append(
        Map.Entry(key: key.text, keyPlace: key.place, keyEndColumn: key.endColumn, value: value))
      try skipFlowSpace()
    }
    offset += 1
    depth -= 1
    return Value(.map(Map(entries: entries)), at: place)
  }

  /// What ends a text without quotes inside brackets, or makes it something else.
  private static let bracketEndings = Array(",[]{}?".utf8)

  private mutating func openBracket() throws(NotPlain) {
    offset += 1
    try skipFlowSpace()
  }

  /// A comma has a space after it, else it may be a decimal comma; nor is it the last.
  private mutating func readComma() throws(NotPlain) {
    guard next == UInt8(ascii: ",") else { throw NotPlain() }
    offset += 1
    guard next == 0x20 || next == 0x0A else { throw NotPlain() }
    try skipFlowSpace()
  }

  private mutating func skipFlowSpace() throws(NotPlain) {
    while true {
      skipSpaces()
      guard next == 0x0A else { break }
      try beginLine()
    }
    guard next != nil, next != UInt8(ascii: "#") else { throw NotPlain() }
  }

  // MARK: Lines

  /// The next byte; nil at the end.
  var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private var isAtEnd: Bool { offset >= bytes.count }

  /// How far into its line the next byte stands; before it there is nothing but ASCII.
  private var column: Int { offset - lineStart }

  /// Whether a list's dash is next.
  private var isDash: Bool {
    next == UInt8(ascii: "-") && isBlankOrEnd(at: offset + 1)
  }

  /// Whether a blank stands at an offset, or the line ends there.
  func isBlankOrEnd(at offset: Int) -> Bool {
    offset >= bytes.count || bytes[offset] == 0x20 || bytes[offset] == 0x0A
  }

  /// Passes over spaces.
  mutating func skipSpaces() {
    while offset < bytes.count, bytes[offset] == 0x20 { offset += 1 }
  }

  /// Whether nothing is left on the line but a comment.
  private var isLineEnd: Bool { isBlankOrEnd(at: offset) || isComment(at: offset) }

  /// Whether a comment begins at an offset.
  func isComment(at offset: Int) -> Bool {
    bytes[offset] == UInt8(ascii: "#") && (offset == lineStart || bytes[offset - 1] == 0x20)
  }

  /// Goes on from the end of what stands on a line to what stands on the next that has anything.
  private mutating func endLine() throws(NotPlain) {
    skipSpaces()
    if !isAtEnd, bytes[offset] != 0x0A {
      guard isComment(at: offset), isMeantAsComment(at: offset) else { throw NotPlain() }
      while !isAtEnd, bytes[offset] != 0x0A { offset += 1 }
    }
    guard !isAtEnd else { return }
    try beginLine()
    try findContent()
  }

  /// Whether a `#` begins a comment as people write them, and not the rest of a text.
  private func isMeantAsComment(at offset: Int) -> Bool {
    isBlankOrEnd(at: offset + 1) || "#-=*!".utf8.contains(bytes[offset + 1])
  }

  /// Goes on from the start of a line to the first that has something on it.
  private mutating func findContent() throws(NotPlain) {
    while true {
      skipSpaces()
      guard !isAtEnd else { return }
      if bytes[offset] == UInt8(ascii: "#") {
        while !isAtEnd, bytes[offset] != 0x0A { offset += 1 }
        guard !isAtEnd else { return }
      } else if bytes[offset] != 0x0A {
        return
      }
      try beginLine()
    }
  }

  /// Passes over a line's end; a line that may part documents is not plain.
  mutating func beginLine() throws(NotPlain) {
    offset += 1
    lineStart = offset
    guard offset + 2 < bytes.count, bytes[offset] == bytes[offset + 1],
      bytes[offset] == bytes[offset + 2]
    else { return }
    if bytes[offset] == UInt8(ascii: "-") || bytes[offset] == UInt8(ascii: ".") { throw NotPlain() }
  }

  // MARK: Places and limits

  /// The place of a byte.
  mutating func place(at offset: Int) -> Place { cursor.place(at: offset) }

  /// Counts a value in that is neither list nor map.
  mutating func countValue() throws(NotPlain) {
    count += 1
    guard count <= limits.values else { throw NotPlain() }
  }

  /// Counts a list or map in, and gives its place.
  private mutating func enter() throws(NotPlain) -> Place {
    try countValue()
    depth += 1
    guard depth <= min(limits.nesting, Self.mostDepth) else { throw NotPlain() }
    return place(at: offset)
  }

  /// Deeper than any plan, and shallow enough for the stack of any thread.
  private static let mostDepth = 200

  /// Whether there is a tab, a carriage return, another control character or a line break that
  /// editors do not show.
  private var holdsHidden: Bool {
    for offset in bytes.indices {
      switch bytes[offset] {
      case 0x0A: break
      case ..<0x20, 0x7F: return true
      case 0xC2 where bytes[offset + 1] < 0xA0: return true
      case 0xE2 where bytes[offset + 1] == 0x80 && bytes[offset + 2] | 1 == 0xA9: return true
      case 0xEF where bytes[offset + 1] == 0xBB || bytes[offset + 1] == 0xBF: return true
      default: break
      }
    }
    return false
  }
}
