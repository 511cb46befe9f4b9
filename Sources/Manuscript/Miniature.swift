public import Diagnostics

/// Pages that the same plan has as another kind of document, shown small with lines beside them to
/// write on: a slide in a handout.
public struct Miniature: Hashable, Sendable {
  /// The other kind, as the template names it.
  public var kind: String
  /// The id of the block that stands first on the pages, among those of the other document.
  ///
  /// They go on to where its next chapter begins.
  public var page: String
  /// What stands in their place where there are no pages, as on the web: the same words.
  ///
  /// Its first heading says how deep the pages' own headings stand here, and is what contents list.
  public var blocks: [Block]
  /// What stands under the pages and is kept with them: what a speaker says.
  public var below: [Block]
  /// Where the template asks for it.
  public var place: Place

  /// A miniature from its parts.
  public init(
    kind: String, page: String, blocks: [Block], below: [Block] = [], place: Place = .none
  ) {
    self.kind = kind
    self.page = page
    self.blocks = blocks
    self.below = below
    self.place = place
  }
}

extension Document {
  /// The kinds that pages are shown of, in the order of the first of each, with where it is named.
  public var shownKinds: [(name: String, place: Place)] {
    var kinds: [(name: String, place: Place)] = []
    for block in blocks {
      block.walk { block in
        guard case .miniature(let miniature) = block,
          !kinds.contains(where: { $0.name == miniature.kind })
        else { return }
        kinds.append((miniature.kind, miniature.place))
      }
    }
    return kinds
  }
}

extension Miniature {
  /// Adds the miniature and what stands in its place.
  func dump(indent: String, into lines: inout [String]) {
    lines.append("\(indent)miniature of \(kind) from #\(page)")
    for block in blocks { block.dump(indent: indent + "  ", into: &lines) }
    if !below.isEmpty { lines.append("\(indent)below") }
    for block in below { block.dump(indent: indent + "  ", into: &lines) }
  }
}
