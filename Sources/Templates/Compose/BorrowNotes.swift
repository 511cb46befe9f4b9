import Diagnostics
import Input
import Markdown

extension Composer {
  /// Lets a cell's prose call the notes that its table has for all of its cells, and gives their
  /// labels.
  ///
  /// Markdown takes `[^1]` for a call only where the note stands in the same text, so a stand-in is
  /// put after it for each label that the cell has no note of its own for.
  func borrowNotes(into scalar: inout Scalar) -> Set<String> {
    guard let open = openNotes, !open.said.isEmpty, scalar.text.utf8.contains(0x5B) else {
      return []
    }
    var borrowed: Set<String> = []
    for label in open.labels
    where scalar.text.contains("[^\(label)]") && !scalar.text.contains("[^\(label)]:") {
      borrowed.insert(label)
      scalar.text += "\n\n[^\(label)]: \(label)"
    }
    return borrowed
  }
}

extension [MarkdownBlock] {
  /// The labels of the notes that are called outside tables.
  var labelsCalledOutsideTables: Set<String> {
    var labels: Set<String> = []
    for block in self { block.gatherCalls(into: &labels) }
    return labels
  }
}

extension MarkdownBlock {
  fileprivate func gatherCalls(into labels: inout Set<String>) {
    switch kind {
    case .paragraph(let inlines), .heading(_, let inlines):
      for inline in inlines { inline.gatherCalls(into: &labels) }
    case .list(_, _, let items):
      for item in items { for block in item { block.gatherCalls(into: &labels) } }
    case .quote(let blocks), .flattened(let blocks), .footnote(_, let blocks):
      for block in blocks { block.gatherCalls(into: &labels) }
    case .table, .code, .thematicBreak, .lostFootnote, .overgrown, .html: break
    }
  }
}

extension MarkdownInline {
  fileprivate func gatherCalls(into labels: inout Set<String>) {
    switch kind {
    case .footnoteReference(let label): labels.insert(label)
    case .emphasis(let inner), .strong(let inner), .link(_, _, let inner):
      for inline in inner { inline.gatherCalls(into: &labels) }
    default: break
    }
  }
}
