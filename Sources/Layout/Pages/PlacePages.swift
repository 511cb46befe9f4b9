import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

/// Puts what the plans hold at its place on finished pages.
///
/// Nothing is decided here but the filling of what only now is known: page numbers in the contents,
/// running heads and folios, and room shared out among `fill` blocks.
struct PagePlacer {
  let typesetter: Typesetter
  let galley: Galley
  let plans: [PagePlan]
  /// What each page is called.
  let numbers: PageNumbers
  /// The page index of every heading of the galley.
  let pageOfHeading: [Int]
  /// The page index of every block with a name.
  private let pageOfAnchor: [String: Int]

  /// The listed headings, as indices into the galley's.
  private let listed: [Int]
  /// The margin at the head of the page that is being filled.
  private var headMargin = Length.zero
  private(set) var destinations: [String: PageSet.Destination] = [:]
  private(set) var outline: [PageSet.OutlineEntry] = []

  init(
    typesetter: Typesetter, galley: Galley, plans: [PagePlan], numbers: PageNumbers,
    pageOfHeading: [Int]
  ) {
    self.typesetter = typesetter
    self.galley = galley
    self.plans = plans
    self.numbers = numbers
    self.pageOfHeading = pageOfHeading
    var found: [String: Int] = [:]
    for (index, plan) in plans.enumerated() {
      for anchor in plan.boxes.lazy.flatMap(\.box.anchors) where found[anchor] == nil {
        found[anchor] = index
      }
    }
    pageOfAnchor = found
    listed = galley.headings.indices.filter { galley.headings[$0].isListed }
  }

  private var sheet: StyleSheet { typesetter.sheet }

  mutating func placePages() -> [Page] {
    var pages: [Page] = []
    pages.reserveCapacity(plans.count)
    var chapter = ""
    var section = ""
    for (index, plan) in plans.enumerated() {
      let isLeft = index % 2 == 1
      let geometry = plan.isTurned ? sheet.page.turned : sheet.page.facing(isLeft: isLeft)
      headMargin = geometry.margins.top
      let entry = numbers[index]
      // Until the page is done it is called by its place among the sheets, as findings name it.
      var page = Page(size: geometry.paper, number: index + 1)
      if let cover = plan.cover {
        CoverPlacer(typesetter: typesetter).place(cover, on: &page)
      } else if plan.isBlank {
        // What is said on a blank page is the next part's to say.
        let next = index + 1 < plans.count ? numbers[index + 1].run : entry.run
        typesetter.placeBlankText(
          galley.runs[next].blankText, in: geometry.textArea, on: &page)
      } else {
        if entry.isFirst { (chapter, section) = ("", "") }
        for case .some(let heading) in plan.boxes.map({ galley.heading(of: $0.box) }) {
          if heading.level == 1 { (chapter, section) = (heading.title, "") }
          if heading.level == 2 { section = heading.title }
        }
        place(plan, in: geometry.textArea, index: index, on: &page)
        let run = galley.runs[entry.run]
        FurniturePlacer(
          typesetter: typesetter, geometry: geometry,
          facts: .init(
            number: entry, chapter: chapter, section: section, part: run.title,
            opensOnColour: plan.opensOnColour),
          logotype: galley.logotype
        ).place(run.furniture, isLeft: isLeft, on: &page)
        typesetter.placeWatermark(run.watermark, over: geometry.textArea, on: &page)
      }
      page.number = entry.number
      page.numbering = entry.numbering
      page.numberPrefix = entry.prefix
      pages.append(page)
    }
    return pages
  }

  private mutating func place(
    _ plan: PagePlan, in area: Rect, index: Int, on page: inout Page
  ) {
    let fills = plan.boxes.count { if case .fill = $0.box.content { true } else { false } }
    let used = plan.boxes.last.map { $0.y + $0.box.height } ?? .zero
    let spare = max(.zero, area.size.height - plan.footHeight - used)
    let shares = spare.divided(by: Array(repeating: 1, count: fills))
    var fill = 0
    var shift = Length.zero
    var shifts: [Length] = []
    for planned in plan.boxes {
      shifts.append(shift)
      if case .fill = planned.box.content {
        shift += shares[fill]
        fill += 1
      }
    }
    page.addPanels(of: galley, behind: plan.boxes, at: area.origin, shifts: shifts)
    for (planned, shift) in zip(plan.boxes, shifts) {
      if case .fill = planned.box.content {
        continue
      }
      let top = Point(x: area.origin.x + planned.x, y: area.origin.y + planned.y + shift)
      note(planned.box, page: index, at: top)
      place(planned.box, at: top, isRepeat: planned.isRepeat, on: &page)
    }
    placeNotes(of: plan, in: area, index: index, on: &page)
  }

  private mutating func placeNotes(
    of plan: PagePlan, in area: Rect, index: Int, on page: inout Page
  ) {
    let style = sheet.paging.footnotes
    if let rule = style.rule, let above = plan.noteRule {
      let y = area.origin.y + above + style.spaceAbove
      page.add(rule, y: y, x: area.origin.x, width: min(style.ruleWidth, area.size.width))
    }
    for planned in plan.notes {
      let top = Point(x: area.origin.x + planned.x, y: area.origin.y + planned.y)
      note(planned.box, page: index, at: top)
      place(planned.box, at: top, isRepeat: false, on: &page)
    }
  }

  /// Remembers where headings and link targets have come to stand.
  private mutating func note(_ box: GalleyBox, page: Int, at point: Point) {
    let destination = PageSet.Destination(page: page, point: point)
    for anchor in box.anchors where destinations[anchor] == nil {
      destinations[anchor] = destination
    }
    guard let heading = galley.heading(of: box), heading.isListed else { return }
    let level = min(heading.level, (outline.last?.level ?? 0) + 1)
    outline.append(
      PageSet.OutlineEntry(level: level, title: heading.title, destination: destination))
  }

  private func place(_ box: GalleyBox, at top: Point, isRepeat: Bool, on page: inout Page) {
    if let dress = box.dress { place(dress, height: box.height, at: top, on: &page) }
    switch box.content {
    case .line(let line): typesetter.place(line, at: top, on: &page)
    case .lines(let lines): for line in lines { typesetter.place(line, at: top, on: &page) }
    case .band(let band): place(band, at: top, isRepeat: isRepeat, on: &page)
    case .contentsEnd(let line, let entry):
      typesetter.place(line, at: top, on: &page)
      // What is read out has a space before the number, where the page has the leader.
      if let last = page.words.indices.last { page.words[last].spaceAfter = " " }
      placePageNumber(of: galley.contents[entry], after: line, at: top, on: &page)
    case .picture(let picture): place(picture, at: top, on: &page)
    case .fill, .space, .cover: break
    }
  }

  private func place(
    _ picture: SetPicture, at top: Point, role: Role? = nil, on page: inout Page
  ) {
    let corner = Point(x: top.x + picture.x, y: top.y)
    let role = role ?? .content(picture.element)
    switch picture.content {
    case .drawing(let drawing): page.add(drawing, at: corner, role: role)
    case .page(let items, let words): page.add(items, words, at: corner)
    case .picture(let id, let area):
      let area = Rect(
        origin: Point(x: corner.x + area.origin.x, y: corner.y + area.origin.y), size: area.size)
      let frame = Rect(origin: corner, size: picture.size)
      page.items.append(
        PageItem(.picture(PlacedPicture(id, area: area, frame: frame)), role: role))
    }
  }

  private func place(_ dress: Dress, height: Length, at top: Point, on page: inout Page) {
    let x = top.x + dress.x
    if let fill = dress.fill {
      var area = Rect(x: x, y: top.y, width: dress.width, height: height)
      if dress.bleeds {
        // What opens a page goes on to the paper's head.
        let isFirst = top.y <= headMargin
        let y = isFirst ? .zero : top.y
        area = Rect(x: .zero, y: y, width: page.size.width, height: top.y + height - y)
      }
      page.items.append(
        PageItem(.fill(area, fill), role: .artifact(dress.bleeds ? .background : .layout)))
    }
    if let rule = dress.ruleAbove {
      page.add(rule, y: top.y, x: x, width: dress.width)
    }
    if let rule = dress.ruleBelow {
      page.add(rule, y: top.y + height, x: x, width: dress.width)
    }
  }

  private func place(_ band: Band, at top: Point, isRepeat: Bool, on page: inout Page) {
    let x = top.x + band.x
    for fill in band.fills {
      page.items.append(
        PageItem(
          .fill(
            Rect(x: x + fill.x, y: top.y + fill.y, width: fill.width, height: fill.height),
            fill.colour), role: .artifact(.layout)))
    }
    for cell in band.cells {
      let corner = Point(x: x, y: top.y + cell.y)
      let role: Role? = isRepeat || cell.isRepeat ? .artifact(.continuation) : nil
      for line in cell.lines { typesetter.place(line, at: corner, role: role, on: &page) }
      for (y, picture) in cell.pictures {
        place(picture, at: Point(x: corner.x, y: corner.y + y), role: role, on: &page)
      }
    }
    for rule in band.rules {
      page.add(rule.style, y: top.y + rule.y, x: x + rule.x, width: rule.width)
    }
  }

  // MARK: Contents

  /// Sets an entry's page number at the right edge and the dots from the entry's end to it.
  ///
  /// The dots of all entries stand under one another: they sit on multiples of the leader's pitch
  /// from the right edge.
  private func placePageNumber(
    of entry: Galley.ContentsEntry, after line: PlacedLine, at top: Point, on page: inout Page
  ) {
    let target: Int? =
      switch entry.target {
      case .heading(let heading): pageOfHeading[listed[heading]]
      case .block(let id): pageOfAnchor[id]
      }
    let number = RichText(target.map { numbers[$0].label } ?? "")
    let right = top.x + entry.right
    let set = typesetter.set(
      number, style: entry.style, element: entry.element, width: .unbounded, alignment: .left)
    let storeLine = typesetter.texts[set].lines.lowerBound
    let width = typesetter.store.lines[storeLine].width
    placeLeader(from: line, to: right - width, right: right, entry, at: top, on: &page)
    typesetter.place(
      PlacedLine(text: set, line: storeLine, x: .zero, y: line.y, height: line.height),
      at: Point(x: right - width, y: top.y), on: &page)
  }

  private func placeLeader(
    from line: PlacedLine, to numberLeft: Length, right: Length, _ entry: Galley.ContentsEntry,
    at top: Point, on page: inout Page
  ) {
    let leader = sheet.leader
    guard leader.pitch > .zero, !leader.pattern.isEmpty else { return }
    let set = typesetter.store.lines[line.line]
    let left = top.x + line.x + set.left + set.width
    let run = typesetter.store[entry.style.plain]
    let dot = typesetter.words.word(leader.pattern, in: run.font)
    let dotWidth = typesetter.words.width(of: dot)
    let first = page.words.count
    let baseline = top.y + line.y + entry.style.baseline
    var steps = (right - left).units / leader.pitch.units
    while steps > 0 {
      let x = right - leader.pitch * steps
      steps -= 1
      guard x >= left + leader.pitch, x + dotWidth + leader.pitch / 2 <= numberLeft else {
        continue
      }
      page.words.append(PlacedWord(x: x - left, word: dot, spaceAfter: nil))
    }
    guard page.words.count > first else { return }
    page.items.append(
      PageItem(
        .run(
          GlyphRun(
            origin: Point(x: left, y: baseline), font: run.font, colour: leader.colour,
            words: first..<page.words.count)), role: .artifact(.layout)))
  }
}

extension Galley {
  /// The heading that begins with a box.
  func heading(of box: GalleyBox) -> Heading? {
    box.heading >= 0 ? headings[box.heading] : nil
  }
}

extension Page {
  /// Adds a horizontal rule, centred on its height.
  mutating func add(
    _ rule: RuleStyle, y: Length, x: Length, width: Length, role: Artifact = .layout
  ) {
    items.append(
      PageItem(
        .fill(
          Rect(x: x, y: y - rule.thickness / 2, width: width, height: rule.thickness),
          rule.colour), role: .artifact(role)))
  }
}

extension PagePlan {
  /// Whether the page opens on a tint that goes on to the paper's head.
  fileprivate var opensOnColour: Bool { boxes.first?.box.dress?.bleeds ?? false }
}
