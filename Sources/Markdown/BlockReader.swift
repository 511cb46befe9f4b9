import CMarkdown

/// Copies the parser's tree of blocks into values.
@safe
struct BlockReader {
  /// How many quotes and lists may stand inside one another: more than anybody reads, and few
  /// enough for every function that follows the values down.
  private static let deepest = 24

  private typealias Node = OpaquePointer

  private let source: SourceText
  /// The labels of the footnotes, in the order of the parser's numbers.
  private var labels: [String] = []

  /// Parses a text and copies what was found.
  static func read(_ source: SourceText) -> [MarkdownBlock] {
    if source.hasOvergrownLinks {
      return [MarkdownBlock(.overgrown, at: source.place(at: 0))]
    }
    let definitions = source.footnoteLabels()
    if !definitions.isEmpty, let blocks = read(source, referringTo: definitions) { return blocks }
    return read(source, referringTo: []) ?? []
  }

  /// Parses a text with a last paragraph added that refers to all footnotes, since the parser drops
  /// those that nothing refers to; nil when that paragraph was taken for something else.
  private static func read(_ source: SourceText, referringTo labels: [String]) -> [MarkdownBlock]? {
    let references = labels.isEmpty ? "" : "\n\n" + labels.map { "[^\($0)]" }.joined()
    guard let root = unsafe Parser.parse(source.bytes, references) else { return [] }
    defer { unsafe cmark_node_free(root) }
    if !labels.isEmpty {
      guard let last = unsafe lastBlock(of: root),
        unsafe cmark_node_get_type(last) == CMARK_NODE_PARAGRAPH,
        unsafe Int(cmark_node_get_start_line(last)) > source.lineCount
      else { return nil }
      unsafe cmark_node_unlink(last)
      unsafe cmark_node_free(last)
    }
    var reader = BlockReader(source: source)
    unsafe reader.collectLabels(of: root)
    let lost = unsafe LostFootnotes.find(below: root, of: source)
    return unsafe reader.blocks(in: root, depth: 0, quotes: 0) + lost
  }

  private init(source: SourceText) { self.source = source }

  /// The last block that is no footnote.
  @unsafe
  private static func lastBlock(of root: Node) -> Node? {
    var node = unsafe cmark_node_last_child(root)
    while let block = unsafe node,
      unsafe cmark_node_get_type(block) == CMARK_NODE_FOOTNOTE_DEFINITION
    {
      unsafe node = cmark_node_previous(block)
    }
    return unsafe node
  }

  @unsafe
  private mutating func collectLabels(of root: Node) {
    var node = unsafe cmark_node_first_child(root)
    while let block = unsafe node {
      if unsafe cmark_node_get_type(block) == CMARK_NODE_FOOTNOTE_DEFINITION {
        labels.append(source.footnoteLabel(onLine: unsafe Int(cmark_node_get_start_line(block))))
      }
      unsafe node = cmark_node_next(block)
    }
  }

  @unsafe
  private func blocks(in parent: Node, depth: Int, quotes: Int) -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    var footnotes = 0
    var node = unsafe cmark_node_first_child(parent)
    while let block = unsafe node {
      let place = unsafe place(of: block)
      if unsafe cmark_node_get_type(block) == CMARK_NODE_FOOTNOTE_DEFINITION {
        let inner = unsafe self.blocks(in: block, depth: depth + 1, quotes: quotes)
        blocks.append(MarkdownBlock(.footnote(label: labels[footnotes], inner), at: place))
        footnotes += 1
      } else if let kind = unsafe kind(of: block, depth: depth, quotes: quotes) {
        blocks.append(MarkdownBlock(kind, at: place))
      }
      unsafe node = cmark_node_next(block)
    }
    return blocks
  }

  @unsafe
  private func kind(of block: Node, depth: Int, quotes: Int) -> MarkdownBlock.Kind? {
    switch unsafe cmark_node_get_type(block) {
    case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST:
      if depth == Self.deepest { return unsafe .flattened(leaves(of: block, quotes: quotes)) }
      return unsafe container(block, depth: depth, quotes: quotes)
    default:
      return unsafe leaf(block, quotes: quotes)
    }
  }

  @unsafe
  private func container(_ block: Node, depth: Int, quotes: Int) -> MarkdownBlock.Kind {
    if unsafe cmark_node_get_type(block) == CMARK_NODE_BLOCK_QUOTE {
      return unsafe .quote(blocks(in: block, depth: depth + 1, quotes: quotes + 1))
    }
    var items: [[MarkdownBlock]] = []
    var node = unsafe cmark_node_first_child(block)
    while let item = unsafe node {
      items.append(unsafe blocks(in: item, depth: depth + 1, quotes: quotes))
      unsafe node = cmark_node_next(item)
    }
    let isOrdered = unsafe cmark_node_get_list_type(block) == CMARK_ORDERED_LIST
    return .list(
      start: isOrdered ? unsafe Int(cmark_node_get_list_start(block)) : nil,
      isTight: unsafe cmark_node_get_list_tight(block) != 0, items: items)
  }

  @unsafe
  private func leaf(_ block: Node, quotes: Int) -> MarkdownBlock.Kind? {
    switch unsafe cmark_node_get_type(block) {
    case CMARK_NODE_PARAGRAPH:
      return unsafe .paragraph(inlines(of: block, quotes: quotes))
    case CMARK_NODE_HEADING:
      let level = unsafe Int(cmark_node_get_heading_level(block))
      return unsafe .heading(level: level, inlines(of: block, quotes: quotes))
    case CMARK_NODE_CODE_BLOCK:
      let fence = unsafe Parser.string(cmark_node_get_fence_info(block))
      return unsafe .code(Parser.string(cmark_node_get_literal(block)), language: fence)
    case CMARK_NODE_THEMATIC_BREAK:
      return .thematicBreak
    case CMARK_NODE_HTML_BLOCK:
      return unsafe .html(Parser.string(cmark_node_get_literal(block)))
    default:
      // Tables have a type of their own that no header names.
      guard unsafe cmark_gfm_extensions_get_table_columns(block) > 0 else { return nil }
      return unsafe .table(table(block, quotes: quotes))
    }
  }

  /// The blocks without blocks of their own below a block, however deep, without recursion.
  @unsafe
  private func leaves(of top: Node, quotes: Int) -> [MarkdownBlock] {
    var leaves: [MarkdownBlock] = []
    var node = unsafe top
    var quotes = quotes
    while true {
      let isQuote = unsafe cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE
      if let kind = unsafe leaf(node, quotes: quotes) {
        leaves.append(MarkdownBlock(kind, at: unsafe place(of: node)))
      } else if let child = unsafe cmark_node_first_child(node) {
        if isQuote { quotes += 1 }
        unsafe node = child
        continue
      }
      while true {
        if node == top { return leaves }
        if let next = unsafe cmark_node_next(node) {
          unsafe node = next
          break
        }
        guard let parent = unsafe cmark_node_parent(node) else { return leaves }
        unsafe node = parent
        if unsafe cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE { quotes -= 1 }
      }
    }
  }

  @unsafe
  private func table(_ block: Node, quotes: Int) -> MarkdownTable {
    let columns = unsafe Int(cmark_gfm_extensions_get_table_columns(block))
    let letters = unsafe cmark_gfm_extensions_get_table_alignments(block)
    let alignments = (0..<columns).map { column -> MarkdownTable.Alignment in
      switch unsafe letters?[column] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .centre
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
    var rows: [[MarkdownTable.Cell]] = []
    var surplus: [MarkdownPlace] = []
    var node = unsafe cmark_node_first_child(block)
    while let row = unsafe node {
      var cells: [MarkdownTable.Cell] = []
      var cell = unsafe cmark_node_first_child(row)
      while let current = unsafe cell {
        let content = unsafe inlines(of: current, quotes: quotes)
        cells.append(MarkdownTable.Cell(content, at: unsafe place(of: current)))
        unsafe cell = cmark_node_next(current)
      }
      // The line above the table's rules has as many cells as they, or there is no table.
      let line = unsafe Int(cmark_node_get_start_line(row))
      if !rows.isEmpty,
        let offset = source.surplus(onLine: line, columns: columns, quotes: quotes)
      {
        surplus.append(source.place(at: offset))
      }
      rows.append(cells)
      unsafe node = cmark_node_next(row)
    }
    guard !rows.isEmpty else { return MarkdownTable(alignments: alignments, head: [], rows: []) }
    return MarkdownTable(
      alignments: alignments, head: rows[0], rows: Array(rows[1...]), surplus: surplus)
  }

  @unsafe
  private func inlines(of block: Node, quotes: Int) -> [MarkdownInline] {
    var reader = unsafe InlineReader(block: block, quotes: quotes, source: source, labels: labels)
    return reader.read()
  }

  @unsafe
  private func place(of node: Node) -> MarkdownPlace {
    let line = unsafe Int(cmark_node_get_start_line(node))
    let column = unsafe Int(cmark_node_get_start_column(node))
    return source.place(at: source.offset(line: line, byteColumn: column))
  }
}
