import CMarkdown

/// Finds the definitions of footnotes that the parser has left out of its tree: those whose label
/// another one has already.
@safe
struct LostFootnotes {
  private typealias Node = OpaquePointer

  /// For each line from 1, whether something on it came into the tree.
  private var isKept: [Bool]

  /// The definitions that are not in a tree, as blocks without content.
  @unsafe
  static func find(below root: OpaquePointer, of source: SourceText) -> [MarkdownBlock] {
    let definitions = source.footnoteDefinitions()
    guard !definitions.isEmpty else { return [] }
    var search = Self(isKept: [Bool](repeating: false, count: source.lineCount + 1))
    unsafe search.markLines(below: root)
    return definitions.compactMap { definition in
      if search.isKept[definition.line] { return nil }
      return MarkdownBlock(
        .lostFootnote(label: definition.label), at: source.place(at: definition.offset))
    }
  }

  /// Marks the first line of every footnote, and all lines of every block that holds no others:
  /// what looks like a definition there is text.
  @unsafe
  private mutating func markLines(below root: Node) {
    var node = unsafe cmark_node_first_child(root)
    while let current = unsafe node {
      let type = unsafe cmark_node_get_type(current)
      let first = unsafe max(Int(cmark_node_get_start_line(current)), 1)
      let isContainer =
        type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM
        || type == CMARK_NODE_FOOTNOTE_DEFINITION
      if !isContainer {
        let last = unsafe min(Int(cmark_node_get_end_line(current)), isKept.count - 1)
        if first <= last { for line in first...last { isKept[line] = true } }
      } else if type == CMARK_NODE_FOOTNOTE_DEFINITION, first < isKept.count {
        isKept[first] = true
      }
      if isContainer, let child = unsafe cmark_node_first_child(current) {
        unsafe node = child
      } else {
        unsafe node = Self.next(after: current, below: root)
      }
    }
  }

  /// The next node that is not below a node.
  @unsafe
  private static func next(after node: Node, below root: Node) -> Node? {
    var node = unsafe node
    while unsafe node != root {
      if let next = unsafe cmark_node_next(node) { return unsafe next }
      guard let parent = unsafe cmark_node_parent(node) else { return nil }
      unsafe node = parent
    }
    return nil
  }
}
