public import Diagnostics
import Geometry
public import Manuscript
public import Pages
public import Typography

/// Lays a document out: from semantic blocks to finished pages.
///
/// Outline: compose the galley, cut it into pages, put everything in its place. Page numbers in the
/// table of contents have room kept for them and are filled in last, so one round settles most
/// documents; where running text prints page numbers, rounds are repeated with the numbers found
/// until none moves, at most `mostRounds` times.
///
/// - Parameters:
///   - document: the document's blocks.
///   - sheet: the theme's styles.
///   - words: the table of shaped words; kept by the caller, since the pages point into it.
///   - shaper: the same shaper that `words` was made with.
/// - Returns: the pages, and findings with the page they land on. Findings that are errors mean
///   that the pages must not be printed.
public func layOut(
  _ document: Document, sheet: StyleSheet, words: WordTable, shaper: any Shaping
) -> (PageSet, [Diagnostic]) {
  var pageNumbers: [String: String] = [:]
  var round = 1
  while true {
    var result = layOutOnce(
      document, sheet: sheet, words: words, shaper: shaper, pageNumbers: pageNumbers)
    let found = result.printed.reduce(into: [String: String]()) { numbers, id in
      numbers[id] = result.pages.destinations[id].map { result.pages.pages[$0.page].label }
    }
    if found == pageNumbers { return (result.pages, result.diagnostics) }
    if round == mostRounds {
      result.diagnostics.append(.unsettledReferences(found, pageNumbers))
      return (result.pages, result.diagnostics)
    }
    pageNumbers = found
    round += 1
  }
}

/// How often a document is laid out at most before the numbers are printed as they are.
private let mostRounds = 5

private struct Round {
  var pages: PageSet
  var diagnostics: [Diagnostic]
  /// The ids whose page numbers stand in the text.
  var printed: Set<String>
}

private func layOutOnce(
  _ document: Document, sheet: StyleSheet, words: WordTable, shaper: any Shaping,
  pageNumbers: [String: String]
) -> Round {
  let typesetter = Typesetter(
    sheet: sheet, words: words, shaper: shaper, pageNumbers: pageNumbers)
  var composer = GalleyComposer(typesetter: typesetter, manuscript: document)
  let galley = composer.compose()

  var breaker = PageBreaker(
    galley: galley, sheet: sheet,
    placeOfBox: { typesetter.place(of: $0) })
  let plans = breaker.breakPages()

  var pageOfHeading = Array(repeating: 0, count: galley.headings.count)
  for (index, plan) in plans.enumerated() {
    for box in plan.boxes where box.box.heading >= 0 { pageOfHeading[box.box.heading] = index }
  }
  var placer = PagePlacer(
    typesetter: typesetter, galley: galley, plans: plans,
    numbers: PageNumbers(plans: plans, galley: galley), pageOfHeading: pageOfHeading)
  let pages = placer.placePages()

  let targets = Set(galley.boxes.flatMap(\.anchors))
  for (id, place) in typesetter.references where !targets.contains(id) {
    typesetter.diagnostics.append(.missingTarget(id, at: place))
  }

  let metadata = document.metadata
  let set = PageSet(
    pages: pages, structure: typesetter.structure, outline: placer.outline,
    destinations: placer.destinations,
    metadata: PageSet.Metadata(
      title: metadata.title, author: metadata.author, subject: metadata.subject,
      language: metadata.language, date: metadata.date))
  return Round(
    pages: set, diagnostics: typesetter.diagnostics + breaker.diagnostics,
    printed: typesetter.printedReferences)
}

extension Typesetter {
  /// Where the text of a box was written.
  func place(of box: GalleyBox) -> Place? {
    let line: PlacedLine? =
      switch box.content {
      case .line(let line), .contentsEnd(let line, _): line
      case .lines(let lines): lines.last
      case .band(let band): band.cells.lazy.compactMap(\.lines.first).first
      case .fill, .space, .cover: nil
      }
    guard let line else { return nil }
    let place = texts[line.text].source.places.start
    return place == .none ? nil : place
  }
}

extension Diagnostic {
  fileprivate static func missingTarget(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .missingTarget,
      Message(
        sv: "hänvisningen leder till '#\(id)', men inget i dokumentet heter så",
        en: "the reference leads to '#\(id)', but nothing in the document is called that"),
      at: place,
      fixes: [
        Fix(
          Message(
            sv: "rätta etiketten, eller ge rubriken eller tabellen den",
            en: "correct the label, or give it to the heading or table"))
      ])
  }

  fileprivate static func unsettledReferences(
    _ found: [String: String], _ printed: [String: String]
  ) -> Diagnostic {
    let moving = found.keys.filter { found[$0] != printed[$0] }.sorted().joined(separator: ", ")
    return Diagnostic(
      .warning, .unsettledReferences,
      Message(
        sv: "sidnumren i hänvisningar till \(moving) kommer inte till ro",
        en: "the page numbers in references to \(moving) do not settle"))
  }
}
