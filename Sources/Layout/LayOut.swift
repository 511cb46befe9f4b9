public import Diagnostics
import Geometry
public import Manuscript
public import Pages
public import Typography

/// Lays a document out: from semantic blocks to finished pages.
///
/// Outline: compose the galley, cut it into pages, put everything in its place. Page numbers in the
/// table of contents have room kept for them and are filled in last, so one round settles most
/// documents, and all of one page; where running text prints page numbers, rounds are repeated with
/// the numbers found until none moves, at most `mostRounds` times.
///
/// - Parameters:
///   - document: the document's blocks.
///   - sheet: the theme's styles.
///   - words: the table of shaped words; kept by the caller, since the pages point into it.
///   - shaper: the same shaper that `words` was made with.
///   - shown: the documents that pages are shown of in miniature, by their kinds, laid out with the
///     same words.
/// - Returns: the pages, and findings with the page they land on. Findings that are errors mean
///   that the pages must not be printed.
public func layOut(
  _ document: Document, sheet: StyleSheet, words: WordTable, shaper: any Shaping,
  shown: [String: PageSet] = [:]
) -> (PageSet, [Diagnostic]) {
  layOut(document, sheet: sheet, words: words, shaper: shaper, shown: shown, read: nil)
}

/// The same, with a look at the pages when they are settled.
func layOut(
  _ document: Document, sheet: StyleSheet, words: WordTable, shaper: any Shaping,
  shown: [String: PageSet], read: ((ProofReading) -> Void)?
) -> (PageSet, [Diagnostic]) {
  var pageNumbers: [PrintedNumber: String] = [:]
  var round = 1
  while true {
    var result = layOutOnce(
      document, sheet: sheet, words: words, shaper: shaper, shown: shown,
      pageNumbers: pageNumbers)
    let found = result.printed.reduce(into: [PrintedNumber: String]()) { numbers, number in
      numbers[number] = result.text(of: number) ?? "0"
    }
    if found.allSatisfy({ $1 == pageNumbers[$0] ?? PrintedNumber.firstGuess }) {
      read?(result.reading)
      return (result.pages, result.diagnostics)
    }
    if round == mostRounds {
      result.diagnostics.append(.unsettledReferences(found, pageNumbers))
      read?(result.reading)
      return (result.pages, result.diagnostics)
    }
    pageNumbers = found
    round += 1
  }
}

/// How often a document is laid out at most before the numbers are printed as they are.
private let mostRounds = 5

/// How often pages are broken anew at most because figures have been moved.
private let mostFloatRounds = 8

private struct Round {
  var pages: PageSet
  var diagnostics: [Diagnostic]
  /// The numbers that stand in the text.
  var printed: Set<PrintedNumber>
  /// What the pages are read from.
  var reading: ProofReading

  /// A number as it is to be printed; nil where there is nothing of that name.
  func text(of number: PrintedNumber) -> String? {
    switch number {
    case .page(let id): pages.destinations[id].map { pages.pages[$0.page].label }
    case .pages(let id): pages.partLengths[id].map(String.init)
    }
  }
}

private func layOutOnce(
  _ document: Document, sheet: StyleSheet, words: WordTable, shaper: any Shaping,
  shown: [String: PageSet], pageNumbers: [PrintedNumber: String]
) -> Round {
  let typesetter = Typesetter(
    sheet: sheet, words: words, shaper: shaper, pageNumbers: pageNumbers)
  var composer = GalleyComposer(typesetter: typesetter, manuscript: document, shown: shown)
  var galley = composer.compose()

  var breaker = PageBreaker(
    galley: galley, sheet: sheet,
    placeOfBox: { typesetter.place(of: $0) })
  var plans = breaker.breakPages()
  for _ in 0..<mostFloatRounds {
    let hasMoved = galley.floatFigures(over: plans) { plan in
      (plan.isTurned ? sheet.page.turned : sheet.page).textArea.size.height
    }
    guard hasMoved else { break }
    breaker = PageBreaker(
      galley: galley, sheet: sheet,
      placeOfBox: { typesetter.place(of: $0) })
    plans = breaker.breakPages()
  }

  var pageOfHeading = Array(repeating: 0, count: galley.headings.count)
  for (index, plan) in plans.enumerated() {
    for box in plan.boxes where box.box.heading >= 0 { pageOfHeading[box.box.heading] = index }
  }
  var placer = PagePlacer(
    typesetter: typesetter, galley: galley, plans: plans,
    numbers: PageNumbers(plans: plans, galley: galley), pageOfHeading: pageOfHeading)
  let pages = placer.placePages()

  typesetter.tellMissingTargets(galley)

  let metadata = document.metadata
  var set = PageSet(
    pages: pages, structure: typesetter.structure, outline: placer.outline,
    destinations: placer.destinations,
    metadata: PageSet.Metadata(
      title: metadata.title, author: metadata.author, subject: metadata.subject,
      language: metadata.language, date: metadata.date))
  set.partLengths = partLengths(galley, plans)
  return Round(
    pages: set,
    diagnostics: typesetter.diagnostics + typesetter.missingGlyphs.diagnostics
      + breaker.diagnostics,
    printed: typesetter.printedReferences,
    reading: ProofReading(galley: galley, plans: plans, typesetter: typesetter))
}

extension Typesetter {
  /// Where the text of a box was written.
  func place(of box: GalleyBox) -> Place? {
    let line: PlacedLine? =
      switch box.content {
      case .line(let line), .contentsEnd(let line, _): line
      case .lines(let lines): lines.last
      case .band(let band): band.cells.lazy.compactMap(\.lines.first).first
      case .picture, .fill, .space, .cover: nil
      }
    guard let line else { return nil }
    let place = texts[line.text].source.places.start
    return place == .none ? nil : place
  }
}

extension Diagnostic {
  fileprivate static func unsettledReferences(
    _ found: [PrintedNumber: String], _ printed: [PrintedNumber: String]
  ) -> Diagnostic {
    let moving = found.keys.filter { found[$0] != printed[$0] }.map(\.id).sorted().joined(
      separator: ", ")
    return Diagnostic(
      .warning, .unsettledReferences,
      Message(
        sv: "sidnumren i hänvisningar till \(moving) kommer inte till ro",
        en: "the page numbers in references to \(moving) do not settle"))
  }
}
