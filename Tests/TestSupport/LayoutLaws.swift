public import Diagnostics
import Geometry
import Layout
public import Manuscript
public import Pages
public import Typography

/// A document laid out with square letters, and the laws it breaks.
public struct CheckedLayout {
  /// The pages.
  public var pages: PageSet
  /// The words that the pages place.
  public var words: WordTable
  /// What layout had to say.
  public var diagnostics: [Diagnostic]
  /// What no layout may do and this one does, a sentence each; empty when all is well.
  public var breaches: [String] = []

  /// The pages as text.
  public var dump: String { pages.dump(words: words) }
}

/// Lays a document out with square letters and holds it against the laws of every layout.
///
/// The laws: nothing leaves the page or, unless told, its column; all text is there once and in
/// order; lines of one element run down the page; no words stand on others; no line of a paragraph
/// stands alone, and no heading last on a page, unless told; a
/// table's head stands on every page of the table; a second run is the same.
public func layOutChecked(
  _ document: Document, sheet: StyleSheet = .squares(), shaper: SquareShaper = SquareShaper(),
  hyphenator: (any Hyphenating)? = nil
) -> CheckedLayout {
  let words = WordTable(shaper: shaper, hyphenator: hyphenator)
  let (pages, diagnostics) = layOut(document, sheet: sheet, words: words, shaper: shaper)
  var layout = CheckedLayout(pages: pages, words: words, diagnostics: diagnostics)
  let laws = LayoutLaws(layout: layout, document: document, sheet: sheet)
  layout.breaches = laws.breaches()
  let again = WordTable(shaper: shaper, hyphenator: hyphenator)
  let (second, _) = layOut(document, sheet: sheet, words: again, shaper: shaper)
  if second.dump(words: again) != layout.dump { layout.breaches.append("a second run differs") }
  return layout
}

private struct LayoutLaws {
  let layout: CheckedLayout
  let document: Document
  let sheet: StyleSheet

  func breaches() -> [String] {
    edges() + allTextOnce() + linesRunDown() + headingsKeep() + headsRepeat()
      + TableLaws(layout: layout, document: document).breaches()
      + nothingOverlaps() + noLineAlone()
  }

  private func isTold(_ code: Code) -> Bool { layout.diagnostics.contains { $0.code == code } }

  private func width(of run: GlyphRun, on page: Page) -> Length {
    guard let last = page.words[run.words].last else { return .zero }
    return last.x + layout.words.width(of: last.word)
  }

  private func text(of run: GlyphRun, on page: Page) -> String {
    page.words[run.words].map { layout.words.string(of: $0.word) }.joined()
  }

  private func edges() -> [String] {
    var found: [String] = []
    for (index, page) in layout.pages.pages.enumerated() {
      let isTurned = page.size != sheet.page.paper
      let upright = sheet.page.facing(isLeft: index % 2 == 1)
      let area = (isTurned ? sheet.page.turned : upright).textArea
      for case (.run(let run), .content) in page.items.map({ ($0.mark, $0.role) }) {
        let right = run.origin.x + width(of: run, on: page)
        if right > area.right, !isTold(.overfullLine) {
          found.append("page \(page.number): '\(text(of: run, on: page))' passes its column")
        }
        // Badges and numbers may hang there, if the style says so.
        let mayHang =
          sheet.headings.hangsNumbers || sheet.tables.values.contains(where: \.hangsBadges)
        if run.origin.x < area.origin.x, !mayHang {
          found.append("page \(page.number): '\(text(of: run, on: page))' begins in the margin")
        }
        if run.origin.y > area.bottom, !isTold(.overfullPage) {
          found.append("page \(page.number): '\(text(of: run, on: page))' stands below the foot")
        }
      }
    }
    return found
  }

  private func allTextOnce() -> [String] {
    var texts: [Int32: String] = [:]
    for page in layout.pages.pages {
      for item in page.items {
        guard case .run(let run) = item.mark, case .content(let element) = item.role else {
          continue
        }
        texts[element.index, default: ""] += text(of: run, on: page)
      }
    }
    var found = ""
    func read(_ id: ElementID) {
      // An element's own words and its links' are one text: order among them is the page's. The
      // words in a chart are its drawing's.
      if !isFigure(id) { found += texts[id.index] ?? "" }
      for child in layout.pages.structure[id].children { read(child) }
    }
    read(layout.pages.structure.root)
    var expectation = ExpectedText(
      document: document, pages: layout.pages)
    let expected = expectation.text()
    let printed = found.filter { !$0.isWhitespace && $0 != "\u{AD}" }
    guard printed != expected else { return [] }
    if printed.sorted() == expected.sorted(), hasInlineElements { return [] }
    return ["the text on paper is not the document's:\n\(printed)\n\(expected)"]
  }

  /// Whether links stand inside texts, so that the tree alone does not give the order of words.
  private var hasInlineElements: Bool {
    layout.pages.structure.elements.contains {
      ($0.kind == .link || $0.kind == .span) && $0.id.isEmpty
    }
  }

  private func isFigure(_ id: ElementID) -> Bool {
    layout.pages.structure[id].kind == .figure
  }

  private var hasColumns: Bool {
    var found = false
    for block in document.blocks {
      block.walk { if case .columns = $0 { found = true } }
    }
    return found
  }

  /// Words in one another's place; lines are as high as their letters.
  private func nothingOverlaps() -> [String] {
    guard !isTold(.overfullLine), !isTold(.overfullPage) else { return [] }
    var found: [String] = []
    for page in layout.pages.pages {
      var boxes: [(top: Length, bottom: Length, left: Length, right: Length, text: String)] = []
      for case .run(let run) in page.items.map(\.mark) {
        let height = layout.words.words.isEmpty ? Length.zero : .points(5)
        boxes.append(
          (
            run.origin.y - height, run.origin.y, run.origin.x,
            run.origin.x + width(of: run, on: page), text(of: run, on: page)
          ))
      }
      boxes.sort { ($0.top, $0.left) < ($1.top, $1.left) }
      for (index, box) in boxes.enumerated() {
        for other in boxes[(index + 1)...] {
          guard other.top < box.bottom else { break }
          if other.left < box.right, box.left < other.right, other.top < box.bottom {
            found.append("page \(page.number): '\(box.text)' and '\(other.text)' overlap")
          }
        }
      }
    }
    return found
  }

  private func linesRunDown() -> [String] {
    var found: [String] = []
    for page in layout.pages.pages {
      var lowest: [ElementID: Length] = [:]
      for item in page.items {
        guard case .run(let run) = item.mark, case .content(let element) = item.role else {
          continue
        }
        // In columns side by side the next line may stand at the next column's head.
        if isFigure(element) { continue }
        if let last = lowest[element], run.origin.y < last, !hasColumns {
          found.append(
            "page \(page.number): '\(text(of: run, on: page))' stands above what precedes it")
        }
        lowest[element] = run.origin.y
      }
    }
    return found
  }

  private func headingsKeep() -> [String] {
    guard !isTold(.keepBroken) else { return [] }
    return layout.pages.pages.dropLast().compactMap { page in
      let runs = page.items.compactMap { item -> (Length, ElementID)? in
        guard case .run(let run) = item.mark, case .content(let element) = item.role else {
          return nil
        }
        return (run.origin.y, element)
      }
      guard let last = runs.max(by: { $0.0 < $1.0 }) else { return nil }
      let kind = layout.pages.structure[last.1].kind.rawValue
      let isLone = kind.hasPrefix("H") && !isFollowedByBreak(page)
      return isLone ? "page \(page.number): a heading stands alone at the foot" : nil
    }
  }

  /// Whether the next page was asked for, so that a heading may well stand last.
  private func isFollowedByBreak(_ page: Page) -> Bool {
    document.blocks.contains { block in
      switch block {
      case .pageBreak, .landscape: true
      case .heading(let heading): heading.breaksPage
      default: false
      }
    }
  }

  /// Lines of a paragraph that stand alone on one side of a page's end.
  private func noLineAlone() -> [String] {
    guard !isTold(.keepBroken), !isTold(.overfullPage), !hasColumns else { return [] }
    /// The baselines of each paragraph, page by page.
    var baselines: [ElementID: [Int: Set<Length>]] = [:]
    let tree = layout.pages.structure
    for (index, page) in layout.pages.pages.enumerated() {
      for item in page.items {
        guard case .run(let run) = item.mark, case .content(var element) = item.role else {
          continue
        }
        // A link or a note's mark is part of the line that it stands on.
        while tree[element].kind != .paragraph, let parent = tree[element].parent {
          element = parent
        }
        guard tree[element].kind == .paragraph else { continue }
        // A raised mark stands near its line's baseline.
        let line = Length.points((run.origin.y.points / 10).rounded() * 10)
        baselines[element, default: [:]][index, default: []].insert(line)
      }
    }
    return baselines.sorted { $0.key.index < $1.key.index }.flatMap { element, pages in
      pages.keys.sorted().compactMap { page in
        pages.count > 1 && pages[page]?.count == 1 && !isInCell(element)
          ? "page \(page + 1): a line of a paragraph stands alone" : nil
      }
    }
  }

  private func isInCell(_ element: ElementID) -> Bool {
    var current: ElementID? = element
    while let at = current {
      if layout.pages.structure[at].kind == .table { return true }
      current = layout.pages.structure[at].parent
    }
    return false
  }

  private func headsRepeat() -> [String] {
    let tree = layout.pages.structure
    func table(of id: ElementID) -> (ElementID, isHead: Bool)? {
      var isHead = false
      var current: ElementID? = id
      while let at = current {
        if tree[at].kind == .tableHead { isHead = true }
        if tree[at].kind == .table { return (at, isHead) }
        current = tree[at].parent
      }
      return nil
    }
    var found: [String] = []
    var begun: Set<ElementID> = []
    for page in layout.pages.pages {
      var continued: Set<ElementID> = []
      for item in page.items {
        guard case .content(let element) = item.role, let (id, isHead) = table(of: element) else {
          continue
        }
        let hasHead = tree[id].children.contains { tree[$0].kind == .tableHead }
        if hasHead, !isHead, begun.contains(id) { continued.insert(id) }
      }
      let repeated = page.items.contains { item in
        if case .run = item.mark, case .artifact(.continuation) = item.role { true } else { false }
      }
      if !continued.isEmpty, !repeated {
        found.append("page \(page.number): a table goes on without its head")
      }
      for item in page.items {
        if case .content(let element) = item.role, let (id, _) = table(of: element) {
          begun.insert(id)
        }
      }
    }
    return found
  }
}
