import CMarkdown

/// Copies the parser's running text of one block into values.
///
/// The parser knows where its text began before it took indents, quote marks and escapes away. Its
/// columns are brought back onto the source here; a piece of text whose characters are then not
/// found there is looked for from the end of the last one.
@safe
struct InlineReader {
  /// How many marks of emphasis may stand inside one another.
  private static let deepest = 16
  /// How much of a text that is not where it should be is looked for.
  private static let searched = 24

  typealias Node = OpaquePointer

  private let block: Node
  private let quotes: Int
  private let source: SourceText
  private let labels: [String]
  private let firstLine: Int
  private let firstColumn: Int
  private let end: Int
  /// The offset after the last piece that was found.
  private var cursor: Int

  /// A reader of the text below a block that stands in a number of quotes.
  @unsafe
  init(block: Node, quotes: Int, source: SourceText, labels: [String]) {
    unsafe self.block = block
    self.quotes = quotes
    self.source = source
    self.labels = labels
    firstLine = unsafe Int(cmark_node_get_start_line(block))
    firstColumn = unsafe Int(cmark_node_get_start_column(block))
    let lastLine = unsafe max(Int(cmark_node_get_end_line(block)), firstLine)
    end = source.line(lastLine).upperBound
    cursor = source.offset(line: firstLine, byteColumn: firstColumn)
  }

  /// Copies the text.
  mutating func read() -> [MarkdownInline] {
    var pieces: [MarkdownInline] = []
    unsafe read(block, depth: 0, into: &pieces)
    return pieces
  }

  @unsafe
  private mutating func read(_ parent: Node, depth: Int, into pieces: inout [MarkdownInline]) {
    var node = unsafe cmark_node_first_child(parent)
    while let current = unsafe node {
      if unsafe !add(current, to: &pieces) {
        if depth == Self.deepest {
          unsafe addLeaves(of: current, to: &pieces)
        } else {
          unsafe addContainer(current, depth: depth, to: &pieces)
        }
      }
      unsafe node = cmark_node_next(current)
    }
  }

  /// Adds a piece that holds no others, or gives false.
  @unsafe
  private mutating func add(_ node: Node, to pieces: inout [MarkdownInline]) -> Bool {
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_TEXT:
      unsafe addText(node, to: &pieces)
    case CMARK_NODE_SOFTBREAK:
      pieces.append(MarkdownInline(.softBreak, at: source.place(at: cursor)))
    case CMARK_NODE_LINEBREAK:
      pieces.append(MarkdownInline(.lineBreak, at: source.place(at: cursor)))
    case CMARK_NODE_CODE:
      let start = unsafe offset(of: node)
      let text = unsafe Parser.string(cmark_node_get_literal(node))
      pieces.append(MarkdownInline(.code(text), at: source.place(at: start)))
      cursor = min(start + text.utf8.count, end)
    case CMARK_NODE_HTML_INLINE:
      let start = unsafe offset(of: node)
      let text = unsafe Parser.string(cmark_node_get_literal(node))
      pieces.append(MarkdownInline(.html(text), at: source.place(at: start)))
      cursor = min(start + text.utf8.count, end)
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      unsafe addReference(node, to: &pieces)
    default:
      return false
    }
    return true
  }

  @unsafe
  private mutating func addText(_ node: Node, to pieces: inout [MarkdownInline]) {
    let literal = unsafe Array(Parser.string(cmark_node_get_literal(node)).utf8)
    guard !literal.isEmpty else { return }
    var start = unsafe offset(of: node)
    var aligned = source.align(literal, from: start)
    if !aligned.isWhole,
      let found = source.find(literal.prefix(Self.searched), from: cursor, before: end)
    {
      start = found
      aligned = source.align(literal, from: start)
    }
    for stretch in aligned.stretches {
      pieces.append(
        MarkdownInline(
          .text(String(decoding: stretch.text, as: UTF8.self)),
          at: source.place(at: stretch.offset)))
    }
    cursor = aligned.end
  }

  /// The parser puts a footnote's number in the place of its label.
  @unsafe
  private mutating func addReference(_ node: Node, to pieces: inout [MarkdownInline]) {
    let start = unsafe offset(of: node)
    let number = unsafe Int(Parser.string(cmark_node_get_literal(node))) ?? 0
    guard labels.indices.contains(number - 1) else { return }
    let label = labels[number - 1]
    pieces.append(MarkdownInline(.footnoteReference(label: label), at: source.place(at: start)))
    cursor = min(start + label.utf8.count + 3, end)
  }

  @unsafe
  private mutating func addContainer(
    _ node: Node, depth: Int, to pieces: inout [MarkdownInline]
  ) {
    let type = unsafe cmark_node_get_type(node)
    let start = unsafe offset(of: node)
    var inner: [MarkdownInline] = []
    unsafe read(node, depth: depth + 1, into: &inner)
    switch type {
    case CMARK_NODE_EMPH:
      pieces.append(MarkdownInline(.emphasis(inner), at: source.place(at: start)))
    case CMARK_NODE_STRONG:
      pieces.append(MarkdownInline(.strong(inner), at: source.place(at: start)))
    case CMARK_NODE_LINK:
      let kind = unsafe MarkdownInline.Kind.link(
        destination: Parser.string(cmark_node_get_url(node)),
        title: Parser.string(cmark_node_get_title(node)), inner)
      pieces.append(MarkdownInline(kind, at: linkPlace(start, of: inner)))
    case CMARK_NODE_IMAGE:
      let kind = unsafe MarkdownInline.Kind.image(
        destination: Parser.string(cmark_node_get_url(node)),
        title: Parser.string(cmark_node_get_title(node)),
        alternative: inner.map(\.characters).joined())
      pieces.append(MarkdownInline(kind, at: source.place(at: start)))
    default:
      pieces += inner
    }
  }

  /// A link begins a bracket before its text; the parser's own columns are wrong for links that end
  /// on another line and for bare addresses.
  private func linkPlace(_ start: Int, of inner: [MarkdownInline]) -> MarkdownPlace {
    guard let first = inner.first else { return source.place(at: start) }
    let offset = first.place.offset
    guard offset > 0, "[<".utf8.contains(source.bytes[offset - 1]) else { return first.place }
    return source.place(at: offset - 1)
  }

  /// Adds all that holds no other pieces below a node, however deep, without recursion.
  @unsafe
  private mutating func addLeaves(of top: Node, to pieces: inout [MarkdownInline]) {
    var node = unsafe top
    while true {
      if unsafe !add(node, to: &pieces), let child = unsafe cmark_node_first_child(node) {
        unsafe node = child
        continue
      }
      while unsafe cmark_node_next(node) == nil || node == top {
        guard unsafe node != top, let parent = unsafe cmark_node_parent(node) else { return }
        unsafe node = parent
      }
      guard let next = unsafe cmark_node_next(node) else { return }
      unsafe node = next
    }
  }

  /// Where in the source the parser says that a piece begins.
  @unsafe
  private func offset(of node: Node) -> Int {
    let line = unsafe Int(cmark_node_get_start_line(node))
    let column = unsafe Int(cmark_node_get_start_column(node))
    guard line >= firstLine else { return cursor }
    guard line == firstLine else {
      let start = source.contentStart(line: line, quotes: quotes)
      return min(max(start + column - firstColumn, cursor), end)
    }
    // Escaped bars in a table's cell were taken away before columns were counted.
    let start = source.offset(line: line, byteColumn: firstColumn)
    var offset = source.offset(line: line, byteColumn: column)
    if isCell {
      var index = start
      while index < offset, index + 1 < end {
        if source.bytes[index] == UInt8(ascii: "\\"), source.bytes[index + 1] == UInt8(ascii: "|") {
          offset += 1
          index += 1
        }
        index += 1
      }
    }
    return min(offset, end)
  }

  private var isCell: Bool {
    guard let parent = unsafe cmark_node_parent(block),
      let table = unsafe cmark_node_parent(parent)
    else { return false }
    return unsafe cmark_gfm_extensions_get_table_columns(table) > 0
  }
}

extension MarkdownInline {
  /// The characters of the piece, without its marks.
  fileprivate var characters: String {
    switch kind {
    case .text(let text), .code(let text): text
    case .softBreak, .lineBreak: " "
    case .emphasis(let inner), .strong(let inner), .link(_, _, let inner):
      inner.map(\.characters).joined()
    case .image(_, _, let alternative): alternative
    case .footnoteReference, .html: ""
    }
  }
}
