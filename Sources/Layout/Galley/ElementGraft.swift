import Pages

/// Copies of the elements that have their content on some pages of another document, in the
/// structure of the document that shows the pages.
struct ElementGraft {
  /// The copies, by the numbers of what they are copies of.
  private var copies: [Int32: ElementID] = [:]

  /// Copies what stands on pages, in reading order, as the last children of an element.
  ///
  /// Notes become paragraphs, and references within the other document words, since what they belong
  /// to does not come along; names are left behind, since this document has its own.
  ///
  /// - Parameters:
  ///   - other: The other document.
  ///   - pages: Its pages that are shown.
  ///   - parent: The element that is to hold the copies.
  ///   - tree: The structure that holds it.
  ///   - headingDepth: How many levels its headings go down.
  init(
    of other: PageSet, pages: Range<Int>, under parent: ElementID, in tree: inout StructureTree,
    headingDepth: Int
  ) {
    let source = other.structure
    var shown: Set<Int32> = []
    for page in other.pages[pages] {
      for case .content(let element) in page.items.lazy.map(\.role) {
        var top = element
        while let parent = source[top].parent, parent != source.root { top = parent }
        shown.insert(top.index)
      }
    }
    for child in source[source.root].children where shown.contains(child.index) {
      copy(child, of: source, to: parent, in: &tree, headingDepth)
    }
    settleHeads(of: source, in: &tree)
  }

  /// The copy of an element; nil for one that stands on other pages.
  subscript(element: ElementID) -> ElementID? { copies[element.index] }

  private mutating func copy(
    _ id: ElementID, of source: StructureTree, to parent: ElementID, in tree: inout StructureTree,
    _ headingDepth: Int
  ) {
    let element = source[id]
    var kind = element.kind
    var details = source.details(of: id)
    if let level = kind.headingLevel { kind = .heading(level: level + headingDepth) }
    if kind == .note { kind = .paragraph }
    if kind == .reference { kind = .span }
    details?.note = nil
    switch details?.target {
    case .block, .note:
      details?.target = nil
      kind = .span
    case .address, nil: break
    }
    let new = tree.add(
      kind, to: parent, columnSpan: element.columnSpan, rowSpan: element.rowSpan,
      headsRow: element.headsRow, details: details)
    copies[id.index] = new
    for child in element.children { copy(child, of: source, to: new, in: &tree, headingDepth) }
  }

  /// Lets data cells name the copies of their heads.
  private func settleHeads(of source: StructureTree, in tree: inout StructureTree) {
    for index in source.elements.indices {
      let id = ElementID(index: Int32(index))
      guard let new = self[id], var details = tree.details(of: new), !details.heads.isEmpty
      else { continue }
      details.heads = details.heads.compactMap { self[$0] }
      tree.setDetails(details, of: new)
    }
  }
}

extension StructureTree.Kind {
  /// The level of a heading; nil for what is none.
  fileprivate var headingLevel: Int? { (1...6).first { .heading(level: $0) == self } }
}
