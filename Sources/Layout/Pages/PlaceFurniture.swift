import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

/// Sets the running heads and feet of a page.
///
/// Lines of the head stand from the theme's baseline for it downwards, lines of the foot from theirs
/// upwards. Where they would reach into the text they are set all the same, and told of.
struct FurniturePlacer {
  /// What the page fills in.
  struct Facts {
    var number: PageNumbers.Entry
    /// The last heading of the first level, and of the second under it.
    var chapter: String
    var section: String
    /// The name of the part.
    var part: String
    /// Whether a band of colour stands where the running head would.
    var opensOnColour = false
  }

  let typesetter: Typesetter
  /// The page's measures, turned on its side or not.
  let geometry: PageGeometry
  let facts: Facts
  /// The logotype; nil for none.
  let logotype: Picture?

  /// Sets what stands in the margins of a page, which is a left-hand one or not.
  func place(_ furniture: Furniture, isLeft: Bool, on page: inout Page) {
    var margins = furniture.usual
    if isLeft, let left = furniture.left { margins = left }
    if facts.number.isFirst, let first = furniture.first { margins = first }
    if facts.opensOnColour { margins.head = [] }
    placeLogotype(on: &page)
    let head = margins.head.map { set($0, usualStyle: "running-head") }
    let foot = margins.foot.map { set($0, usualStyle: "folio") }
    if let first = head.first {
      var y = geometry.headBaseline - first.style.baseline
      for line in head { y = place(line, at: y, role: .header, on: &page) }
      if y > geometry.margins.top { tellOverlap(.head, of: head, page: page) }
    }
    if let last = foot.last {
      let below = last.height - last.style.paragraph.spaceBefore - last.style.baseline
      var y = page.size.height - geometry.footBaseline + below
      for line in foot { y -= line.height }
      if y < page.size.height - geometry.margins.bottom { tellOverlap(.foot, of: foot, page: page) }
      for line in foot { y = place(line, at: y, role: .footer, on: &page) }
    }
  }

  /// Puts the logotype where the theme has it.
  private func placeLogotype(on page: inout Page) {
    guard let place = typesetter.sheet.logotype, let logotype,
      place.pages == .all || facts.number.isFirst, !(place.edge == .top && facts.opensOnColour)
    else { return }
    let area = geometry.textArea
    var size = logotype.size(ofHeight: place.height)
    if size.width > area.size.width { size = logotype.size(ofWidth: area.size.width) }
    let spare = area.size.width - size.width
    let indent: Length =
      switch place.alignment {
      case .left, .justified: .zero
      case .centre: spare / 2
      case .right: spare
      }
    let y = place.edge == .top ? place.offset : page.size.height - place.offset - size.height
    let frame = Rect(x: area.origin.x + indent, y: y, width: size.width, height: size.height)
    let role: Artifact = place.edge == .top ? .header : .footer
    page.items.append(
      PageItem(
        .picture(PlacedPicture(logotype.id, area: frame, frame: frame)), role: .artifact(role)))
  }

  /// A line set, with what stands left, centred and right in it.
  private struct SetLine {
    var texts: [Int]
    var style: OpenStyle
    /// Its lines with the space above and below them.
    var height: Length
  }

  private func set(_ line: Furniture.Line, usualStyle: String) -> SetLine {
    let style = typesetter.style(line.style.isEmpty ? usualStyle : line.style)
    let parts: [(text: RichText, alignment: ParagraphStyle.Alignment)] = [
      (line.left, .left), (line.centre, .centre), (line.right, .right),
    ]
    var texts: [Int] = []
    var count = 0
    for part in parts where !part.text.text.isEmpty {
      let set = typesetter.set(
        filled(part.text), style: style, element: typesetter.structure.root,
        width: geometry.textArea.size.width, alignment: part.alignment)
      count = max(count, typesetter.texts[set].lines.count)
      texts.append(set)
    }
    let paragraph = style.paragraph
    return SetLine(
      texts: texts, style: style,
      height: paragraph.spaceBefore + paragraph.leading * max(count, 1) + paragraph.spaceAfter)
  }

  /// Puts a line on the page; gives where it ends.
  private func place(
    _ line: SetLine, at top: Length, role: Artifact, on page: inout Page
  ) -> Length {
    let area = geometry.textArea
    let style = line.style.paragraph
    let y = top + style.spaceBefore
    let foot = top + line.height - style.spaceAfter
    if let rule = style.ruleAbove {
      page.add(rule, y: y, x: area.origin.x, width: area.size.width, role: role)
    }
    if let rule = style.ruleBelow {
      page.add(rule, y: foot, x: area.origin.x, width: area.size.width, role: role)
    }
    for text in line.texts {
      for (number, storeLine) in typesetter.texts[text].lines.enumerated() {
        let placed = PlacedLine(
          text: text, line: storeLine, x: .zero, y: style.leading * number, height: style.leading)
        typesetter.place(
          placed, at: Point(x: area.origin.x, y: y), role: .artifact(role), on: &page)
      }
    }
    return top + line.height
  }

  /// A text with what only the page knows in the places for it; what follows such a place still says
  /// where it was written.
  private func filled(_ text: RichText) -> RichText {
    var filled = RichText("", places: text.places)
    var turns = text.places.turns[...]
    var offset = 0
    func takeTurns(to end: Int) {
      let shift = filled.text.utf8.count - offset
      while let turn = turns.first, turn.offset < end {
        filled.places.turns.append(.init(offset: turn.offset + shift, place: turn.place))
        turns.removeFirst()
      }
    }
    filled.places.turns = []
    for character in text.text {
      let length = character.utf8.count
      takeTurns(to: offset + length)
      switch Furniture.Field(rawValue: character) {
      case .page: filled.text += facts.number.label
      case .pages: filled.text += facts.number.lastLabel
      case .chapter: filled.text += facts.chapter
      case .section: filled.text += facts.section
      case .part: filled.text += facts.part
      case nil:
        filled.text.append(character)
        offset += length
        continue
      }
      offset += length
      let next = text.places.place(at: offset, in: text.text)
      filled.places.turns.append(.init(offset: filled.text.utf8.count, place: next))
    }
    return filled
  }

  private enum Margin { case head, foot }

  private func tellOverlap(_ margin: Margin, of lines: [SetLine], page: Page) {
    let text = lines.compactMap { $0.texts.first }.first.map { typesetter.texts[$0].source.text }
    typesetter.diagnoseOnce(
      .furnitureOverText(isHead: margin == .head, text ?? "", page: page.number))
  }
}

extension Typesetter {
  /// Takes a finding in, unless it has one of the same code and words.
  fileprivate func diagnoseOnce(_ finding: Diagnostic) {
    let isKnown = diagnostics.contains { $0.code == finding.code && $0.message == finding.message }
    if !isKnown { diagnostics.append(finding) }
  }
}

extension Diagnostic {
  fileprivate static func furnitureOverText(
    isHead: Bool, _ text: String, page: Int
  ) -> Diagnostic {
    let (sv, en) = isHead ? ("sidhuvudet", "running head") : ("sidfoten", "running foot")
    return Diagnostic(
      .warning, .furnitureOverText,
      Message(
        sv: "\(sv) '\(text)' har fler rader än marginalen rymmer och går in i texten",
        en: "the \(en) '\(text)' has more lines than the margin holds and runs into the text"),
      page: page,
      fixes: [
        Fix(
          Message(
            sv: "ge temats 'page' större marginal, eller ta bort rader under 'running' i mallen",
            en: "give the theme's 'page' a larger margin, or remove lines of 'running'"))
      ])
  }
}
