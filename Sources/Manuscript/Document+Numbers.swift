extension Document {
  /// Gives headings their numbers: 1, 1.1, 1.1.1 down to a level, appendices theirs.
  ///
  /// A heading that has a number keeps it, and those after it are counted on from it. A heading
  /// without one, or that the contents do not list, is not counted, nor is what stands under it.
  ///
  /// - Parameters:
  ///   - levels: The deepest level that is numbered; 0 for none but appendices.
  ///   - appendix: What an appendix is called before its number: "Bilaga".
  public mutating func numberHeadings(levels: Int, appendix: String = "Bilaga") {
    /// The last number given on each level.
    var counters = Array(repeating: 0, count: max(levels, 0))
    var appendices = 0
    /// The level of the heading under which nothing is numbered.
    var unnumbered: Int?
    changeHeadings { heading in
      if let level = unnumbered {
        if heading.level > level { return }
        unnumbered = nil
      }
      switch heading.numbering {
      case .appendix:
        appendices += 1
        if heading.number.isEmpty { heading.number = "\(appendix)\u{A0}\(appendices)" }
        unnumbered = heading.level
      case .automatic where !heading.number.isEmpty:
        let written = heading.number.split(separator: ".").map { Int($0) }
        let numbers = written.compactMap(\.self)
        // Under a number that is none of these, such as that of a paragraph (§ 159), nothing counts.
        guard numbers.count == written.count, numbers.count == heading.level,
          numbers.count <= counters.count
        else {
          unnumbered = heading.level
          return
        }
        for (level, number) in numbers.enumerated() { counters[level] = number }
        for level in numbers.count..<counters.count { counters[level] = 0 }
      case .automatic where heading.isListed:
        guard heading.level <= counters.count else { return }
        counters[heading.level - 1] += 1
        for level in heading.level..<counters.count { counters[level] = 0 }
        heading.number = counters[..<heading.level].map(String.init).joined(separator: ".")
      case .automatic, .none: unnumbered = heading.level
      }
    }
  }

  /// Gives the tables and figures that have a caption and no name one, where the document lists them,
  /// so that the lists have somewhere to lead.
  public mutating func nameCaptioned() {
    var hasLists = false
    for block in blocks {
      block.walk { if case .contents(let list) = $0, list.kind != .headings { hasLists = true } }
    }
    guard hasLists else { return }
    var tables = 0
    var figures = 0
    var taken: Set<String> = []
    for block in blocks {
      block.walk { block in
        switch block {
        case .table(let table): taken.insert(table.id)
        case .figure(let figure): taken.insert(figure.id)
        case .heading(let heading): taken.insert(heading.id)
        default: break
        }
      }
    }
    func name(_ base: String, _ count: inout Int) -> String {
      repeat { count += 1 } while taken.contains("\(base)-\(count)")
      return "\(base)-\(count)"
    }
    func visit(_ block: inout Block) {
      switch block {
      case .table(var table) where table.id.isEmpty && table.caption != nil:
        table.id = name("tabell", &tables)
        block = .table(table)
      case .figure(var figure) where figure.id.isEmpty && figure.caption != nil:
        figure.id = name("figur", &figures)
        block = .figure(figure)
      default:
        var inner = block.flow
        guard !inner.isEmpty else { return }
        for index in inner.indices { visit(&inner[index]) }
        block.flow = inner
      }
    }
    for index in blocks.indices { visit(&blocks[index]) }
  }
}
