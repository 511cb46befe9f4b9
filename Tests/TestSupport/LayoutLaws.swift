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
/// order; lines of one element run down the page; no heading stands last on a page unless told; a
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
    for page in layout.pages.pages {
      let isTurned = page.size != sheet.page.paper
      let area = (isTurned ? sheet.page.turned : sheet.page).textArea
      for case (.run(let run), .content) in page.items.map({ ($0.mark, $0.role) }) {
        let right = run.origin.x + width(of: run, on: page)
        if right > area.right, !isTold(.overfullLine) {
          found.append("page \(page.number): '\(text(of: run, on: page))' passes its column")
        }
        // Badges may hang there, if the style says so.
        let mayHang = sheet.tables.values.contains(where: \.hangsBadges)
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
      // An element's own words and its links' are one text: order among them is the page's.
      found += texts[id.index] ?? ""
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

  private func linesRunDown() -> [String] {
    var found: [String] = []
    for page in layout.pages.pages {
      var lowest: [ElementID: Length] = [:]
      for item in page.items {
        guard case .run(let run) = item.mark, case .content(let element) = item.role else {
          continue
        }
        if let last = lowest[element], run.origin.y < last {
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
