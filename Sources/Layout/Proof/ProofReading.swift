import Diagnostics
import Geometry
import Manuscript
import Typography

/// Reads the pages of a round when they are done.
struct ProofReading {
  let galley: Galley
  let plans: [PagePlan]
  let typesetter: Typesetter

  // MARK: Where texts stand

  /// The lines of text with the places they come from.
  func origins() -> [Proof.Origin] {
    var origins: [Proof.Origin] = []
    /// The text that was asked last: its lines follow one another, and a long one is counted once.
    var last: (text: Int, index: CodePointIndex)?
    for (page, plan) in plans.enumerated() {
      for part in plan.cover?.parts ?? [] where part.part.text.places.start != .none {
        origins.append(.init(place: part.part.text.places.start, page: page + 1))
      }
      for box in plan.boxes + plan.notes where !box.isRepeat {
        for line in box.box.placedLines {
          let source = typesetter.texts[line.text].source
          guard source.places.start != .none else { continue }
          let text = typesetter.texts[line.text]
          if line.line == text.lines.lowerBound, source.places.turns.count <= Self.mostParts {
            // What a template puts words before: `Mål: {namn}`.
            for turn in source.places.turns where turn.place != .none {
              origins.append(.init(place: turn.place, page: page + 1))
            }
          }
          if last?.text != line.text {
            last = (line.text, CodePointIndex(Array(source.text.utf8)))
          }
          guard let index = last?.index else { continue }
          let offset = typesetter.store.lines[line.line].offset
          let place = source.places.place(at: offset, in: index)
          if place != .none { origins.append(.init(place: place, page: page + 1)) }
        }
      }
    }
    return origins
  }

  /// Where the first text of a box was written: in the plan, which is the first file of all, rather
  /// than in a template that puts words before it.
  private func place(of box: GalleyBox) -> Place? {
    let places = box.placedLines.map { typesetter.texts[$0.text].source.places.inPlan }
    return places.filter { $0 != .none }.min { $0.file.index < $1.file.index }
  }

  // MARK: What could be better

  /// What is not as good as it could be, in the order of the pages.
  func findings() -> [Diagnostic] {
    plans.indices.flatMap { index in
      emptyPage(index) + tornRows(index) + plans[index].boxes.flatMap { lines(of: $0, on: index) }
    }
  }

  /// Lines of running text that end a paragraph with next to nothing, or have wide gaps.
  private func lines(of box: PagePlan.Box, on page: Int) -> [Diagnostic] {
    guard !box.isRepeat, case .line(let placed) = box.box.content else { return [] }
    let text = typesetter.texts[placed.text]
    let line = typesetter.store.lines[placed.line]
    let place = text.source.places.place(at: line.offset, in: text.source.text)
    let known = place == .none ? nil : place
    if line.ratio > Self.loosest { return [.looseLine(at: known, page: page + 1)] }
    let isLast = placed.line == text.lines.upperBound - 1 && text.lines.count > 1
    guard isLast, line.width < text.style.paragraph.text.font.size.scaled(by: Self.shortestLine)
    else {
      return []
    }
    return [.runtLine(at: known, page: page + 1)]
  }

  /// A page with next to nothing on it.
  private func emptyPage(_ index: Int) -> [Diagnostic] {
    let plan = plans[index]
    guard plan.cover == nil, !plan.isBlank, !plan.boxes.contains(where: \.box.isFill) else {
      return []
    }
    let sheet = typesetter.sheet
    let height = (plan.isTurned ? sheet.page.turned : sheet.page).textArea.size.height
    let foot = plan.boxes.map { $0.y + $0.box.height }.max() ?? .zero
    guard foot < height.scaled(by: Self.leastFilled), plan.notes.isEmpty else { return [] }
    // What begins a page was meant to; only what is left over from the page before is told.
    guard index > 0, plans[index - 1].cover == nil,
      let first = plan.boxes.first(where: { !$0.isRepeat }),
      first.box.breakBefore != .forced, plans[index - 1].isTurned == plan.isTurned,
      !plan.boxes.contains(where: \.box.isPicture)
    else { return [] }
    return [
      .nearEmptyPage(
        at: plan.boxes.compactMap { place(of: $0.box) }.min { $0.file.index < $1.file.index },
        page: index + 1)
    ]
  }

  /// Rows of tables that go on over the page and would have had room on one.
  private func tornRows(_ index: Int) -> [Diagnostic] {
    guard index + 1 < plans.count, let last = plans[index].boxes.last(where: { !$0.isRepeat }),
      let first = plans[index + 1].boxes.first(where: { !$0.isRepeat }),
      last.index >= 0, last.index == first.index, case .band = last.box.content
    else { return [] }
    return [.tornRow(at: place(of: last.box), page: index + 1)]
  }

  /// A text of more parts than this is prose, whose lines tell enough.
  private static let mostParts = 8
  /// Spaces stretched by more than this of their stretch look like gaps.
  private static let loosest = 2.5
  /// A last line is not to be shorter than this many sizes of its letters: about four of them.
  private static let shortestLine = 1.6
  /// A page is not to be filled by less than this, in parts of one.
  private static let leastFilled = 0.12
}

extension PlaceMap {
  /// The first place in the file that was read first: the plan, where some of the text is from it.
  fileprivate var inPlan: Place {
    let places = [start] + turns.map(\.place)
    return places.filter { $0 != .none }.min { $0.file.index < $1.file.index } ?? .none
  }
}

extension GalleyBox {
  /// The lines of text in it.
  var placedLines: [PlacedLine] {
    switch content {
    case .line(let line), .contentsEnd(let line, _): [line]
    case .lines(let lines): lines
    case .band(let band): band.cells.filter { !$0.isRepeat }.flatMap(\.lines)
    case .picture, .fill, .space, .cover: []
    }
  }

  fileprivate var isFill: Bool { if case .fill = content { true } else { false } }

  fileprivate var isPicture: Bool { if case .picture = content { true } else { false } }
}

extension Diagnostic {
  fileprivate static func runtLine(at place: Place?, page: Int) -> Diagnostic {
    Diagnostic(
      .runtLine,
      Message(
        sv: "styckets sista rad är bara några tecken lång",
        en: "the paragraph's last line is only a few characters long"),
      at: place, page: page,
      fixes: [
        Fix(
          Message(
            sv: "stryk eller lägg till ett ord i stycket",
            en: "strike or add a word in the paragraph"))
      ])
  }

  fileprivate static func looseLine(at place: Place?, page: Int) -> Diagnostic {
    Diagnostic(
      .looseLine,
      Message(
        sv: "raden har vida ordmellanrum: inget ord kan delas så att den fylls",
        en: "the line has wide spaces: no word can be divided so that it is filled"),
      at: place, page: page,
      fixes: [
        Fix(
          Message(
            sv: "säg under 'avstavning' var ett långt ord får delas, eller skriv om raden",
            en: "say under 'avstavning' where a long word may be divided, or reword the line"))
      ])
  }

  fileprivate static func nearEmptyPage(at place: Place?, page: Int) -> Diagnostic {
    Diagnostic(
      .nearEmptyPage,
      Message(
        sv: "sidan är nästan tom: bara några rader blev över till den",
        en: "the page is nearly empty: only a few lines were left for it"),
      at: place, page: page,
      fixes: [
        Fix(
          Message(
            sv: "korta texten före så att raderna får plats där, eller ta bort sidbrytningen",
            en: "shorten the text before so that they fit there, or take away the page break"))
      ])
  }

  fileprivate static func tornRow(at place: Place?, page: Int) -> Diagnostic {
    Diagnostic(
      .tornRow,
      Message(
        sv: "tabellraden delas mellan två sidor", en: "the row is divided between two pages"),
      at: place, page: page,
      fixes: [
        Fix(
          Message(
            sv: "dela upp raden i flera, eller ge dess textkolumn mer bredd",
            en: "divide the row into several, or give its column of text more width"))
      ])
  }
}
