import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

extension GalleyComposer {
  /// The least room beside a miniature that lines to write on are drawn in.
  private static let leastLine = Length.millimetres(25)

  /// Adds pages of another document in miniature, each with lines to write on beside it; where there
  /// is no such document, what stands in their place.
  ///
  /// What the pages say is content of copies of their elements, so that it is read once and in order,
  /// with its headings below this document's own. What is furniture there is here, too.
  mutating func add(_ miniature: Miniature, in parent: ElementID) {
    guard let other = shown[miniature.kind] else {
      add(miniature.blocks + miniature.below, in: parent)
      return
    }
    guard let pages = other.pages(from: miniature.page) else {
      typesetter.diagnostics.append(
        .noPage(miniature.page, near: Array(other.destinations.keys), at: miniature.place))
      return
    }
    let look = typesetter.sheet.miniatures
    let headings = miniature.headings
    let group = typesetter.structure.add(.division, to: parent)
    let graft = ElementGraft(
      of: other, pages: pages, under: group, in: &typesetter.structure,
      headingDepth: (headings.first?.level ?? 1) - 1)
    let room = area(of: .full)
    for (number, index) in pages.enumerated() {
      let page = other.pages[index]
      let (width, height) = (page.size.width, page.size.height)
      let ratio = min(
        min(look.width, room.width).points / width.points,
        geometry.textArea.size.height.points / height.points)
      var drawing = MiniatureDrawing(
        size: Size(width: width.scaled(by: ratio), height: height.scaled(by: ratio)))
      drawing.add(page, scaledBy: ratio, graft: graft, typesetter: typesetter)
      if let frame = look.frame { drawing.addFrame(frame) }
      let beside = room.width - drawing.size.width - look.gap
      if let line = look.line, beside >= Self.leastLine {
        drawing.addLines(
          line, from: drawing.size.width + look.gap, width: beside, pitch: look.linePitch)
      }
      if number == 0 { note(headings) }
      var box = GalleyBox(
        content: .picture(
          SetPicture(
            content: .page(drawing.items, drawing.words), x: room.x, size: drawing.size,
            element: group)), height: drawing.size.height)
      if number == 0, !headings.isEmpty { box.heading = galley.headings.count - headings.count }
      append(box, spaceBefore: number == 0 ? look.spaceBefore : look.gap)
    }
    // Notes of the pages stand on them.
    notesSet.formUnion(miniature.calledNotes)
    if !miniature.below.isEmpty {
      (nextBreak, spaceKinds) = (.forbidden, [])
      add(miniature.below, in: parent)
    }
    spaceAfter = max(spaceAfter, look.spaceAfter)
  }

  /// Notes the headings of what stands in the pages' place, for contents and references.
  private mutating func note(_ headings: [Heading]) {
    for heading in headings {
      galley.headings.append(
        Galley.Heading(
          level: heading.level, title: heading.text.text, id: heading.id,
          isListed: heading.isListed, box: galley.boxes.count))
      if !heading.id.isEmpty { anchors.append(heading.id) }
    }
  }
}

extension Miniature {
  /// The headings of what stands in the pages' place.
  fileprivate var headings: [Heading] {
    var headings: [Heading] = []
    for block in blocks {
      block.walk { if case .heading(let heading) = $0 { headings.append(heading) } }
    }
    return headings
  }

  /// The notes that are called in what stands in the pages' place.
  fileprivate var calledNotes: [Int] {
    blocks.flatMap(\.texts).flatMap(\.spans).compactMap { span in
      if case .note(let index) = span.target { index } else { nil }
    }
  }
}

extension PageSet {
  /// The pages from the one that a block stands on to where the next chapter begins; nil where there
  /// is no such block.
  fileprivate func pages(from id: String) -> Range<Int>? {
    guard let first = destinations[id]?.page else { return nil }
    let next = outline.first { $0.level == 1 && $0.destination.page > first }
    return first..<(next?.destination.page ?? pages.count)
  }
}

extension Diagnostic {
  fileprivate static func noPage(_ id: String, near names: [String], at place: Place) -> Diagnostic
  {
    let near = nearest(to: id, among: names.sorted())
    return Diagnostic(
      .error, .missingTarget,
      Message(
        sv: "inget block med id '\(id)' finns i det andra dokumentet, vars sida skulle visas här",
        en: "there is no block with the id '\(id)' in the other document, whose page was to be "
          + "shown here"), at: place,
      fixes: near.map {
        [Fix(Message(sv: "menade du '\($0)'?", en: "did you mean '\($0)'?"), replacement: nil)]
      } ?? [])
  }
}
