public import Diagnostics

extension Document {
  /// Lets headings begin at level 1 and skip no level downwards, and tells of those that did.
  ///
  /// A heading that skips is set one level below the heading before it; the headings under it keep
  /// their distance to it as far as that goes.
  public mutating func settleHeadingLevels() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    // The levels written on the way to the last heading, and the levels that they were given.
    var path: [(written: Int, given: Int)] = []
    changeHeadings { heading in
      // Of headings that skip alike, the first is told of.
      let isSibling = path.contains { $0.written == heading.level }
      path.removeAll { $0.written >= heading.level }
      let given = (path.last?.given ?? 0) + 1
      let expected = (path.last?.written ?? 0) + 1
      path.append((heading.level, given))
      if heading.level != expected, !isSibling {
        diagnostics.append(
          .skippedLevel(heading.level, after: expected - 1, given: given, heading.text.places.start)
        )
      }
      if heading.level != given {
        if heading.style == "heading-\(heading.level)" { heading.style = "heading-\(given)" }
        heading.level = given
      }
    }
    return diagnostics
  }

  /// Gives every heading that has none an id of its words: the same words give the same id,
  /// numbered where it is taken.
  public mutating func nameHeadings(besides taken: Set<String>) {
    var taken = taken
    var counts: [String: Int] = [:]
    changeHeadings { heading in
      guard heading.id.isEmpty else { return }
      let base = heading.text.text.slug
      var id = base
      while !taken.insert(id).inserted {
        counts[base, default: 1] += 1
        id = "\(base)-\(counts[base, default: 1])"
      }
      heading.id = id
    }
  }

  /// The headings in reading order, those of blocks inside other blocks as well.
  public var headings: [Heading] {
    var headings: [Heading] = []
    for block in blocks {
      block.walk { block in
        if case .heading(let heading) = block { headings.append(heading) }
      }
    }
    return headings
  }

  /// Gives every heading to a change, in reading order.
  mutating func changeHeadings(_ change: (inout Heading) -> Void) {
    for index in blocks.indices { blocks[index].changeHeadings(change) }
  }
}

extension Block {
  /// Gives the block, and then those that it holds in the document's flow, to a visitor in reading
  /// order; what stands in lists and cells is not visited.
  public func walk(_ visit: (Block) -> Void) {
    visit(self)
    for block in flow { block.walk(visit) }
  }

  /// The blocks that it holds in the document's flow; none for what stands by itself.
  public var flow: [Block] {
    get {
      switch self {
      case .columns(let columns): columns.blocks
      case .landscape(let blocks): blocks
      case .panel(let panel): panel.blocks
      case .quotation(let quotation): quotation.blocks
      case .miniature(let miniature): miniature.blocks + miniature.below
      case .part(let part): part.blocks
      case .heading, .paragraph, .list, .table, .keyValues, .contents, .cover, .notes, .figure,
        .signatures, .pageBreak, .fill:
        []
      }
    }
    set {
      switch self {
      case .columns(var columns):
        columns.blocks = newValue
        self = .columns(columns)
      case .landscape: self = .landscape(newValue)
      case .panel(var panel):
        panel.blocks = newValue
        self = .panel(panel)
      case .quotation(var quotation):
        quotation.blocks = newValue
        self = .quotation(quotation)
      case .miniature(var miniature):
        let own = miniature.blocks.count
        miniature.blocks = Array(newValue.prefix(own))
        miniature.below = Array(newValue.dropFirst(own))
        self = .miniature(miniature)
      case .part(var part):
        part.blocks = newValue
        self = .part(part)
      case .heading, .paragraph, .list, .table, .keyValues, .contents, .cover, .notes, .figure,
        .signatures, .pageBreak, .fill:
        break
      }
    }
  }

  fileprivate mutating func changeHeadings(_ change: (inout Heading) -> Void) {
    if case .heading(var heading) = self {
      change(&heading)
      self = .heading(heading)
      return
    }
    var inner = flow
    guard !inner.isEmpty else { return }
    for index in inner.indices { inner[index].changeHeadings(change) }
    flow = inner
  }
}

extension String {
  /// Letters and digits in lower case with hyphens between words, at most 60 characters.
  fileprivate var slug: String {
    var slug = ""
    var isParted = false
    for character in lowercased() {
      guard character.isLetter || character.isNumber else {
        isParted = !slug.isEmpty
        continue
      }
      if isParted { slug.append("-") }
      isParted = false
      slug.append(character)
      if slug.count >= 60 { break }
    }
    return slug.isEmpty ? "rubrik" : slug
  }
}

extension Diagnostic {
  fileprivate static func skippedLevel(
    _ level: Int, after last: Int, given: Int, _ place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, .headingLevelSkipped,
      Message(
        sv: last == 0
          ? "rubriken har nivå \(level), men den första ska ha nivå 1; den sätts på nivå \(given)"
          : "rubriken har nivå \(level) direkt under nivå \(last); den sätts på nivå \(given)",
        en: last == 0
          ? "the heading is of level \(level), but the first should be 1; it is set as \(given)"
          : "the heading is of level \(level) right below level \(last); it is set as \(given)"),
      at: place)
  }
}
