import Diagnostics
import Geometry
import Typography

/// What one page holds, before anything has a place on the paper.
struct PagePlan {
  /// A box on the page.
  struct Box {
    /// The box, or the part of it that stands on this page.
    var box: GalleyBox
    /// Its place in the galley.
    var index: Int
    /// From the text area's top to the box's.
    var y: Length
    /// Whether it only repeats a table's head, as page furniture.
    var isRepeat: Bool
  }

  var boxes: [Box] = []
  var cover: SetCover?
  /// Whether the page is turned on its side.
  var isTurned = false
}

/// Cuts a galley into pages by first fit.
///
/// Boxes are stacked until one does not fit. The page then ends at the last place where it may:
/// above that box, or further up where headings keep with what follows, lines of a paragraph belong
/// together, or a table's first row needs its head. A row of a table that does not fit is cut when
/// it is taller than any page, or when moving it would leave more than `tolerableBlank` empty. A page
/// rather ends a line or two higher than with a divided word.
/// Where no place is allowed at all the page ends above the box that does not fit, and a finding
/// says so; nothing is ever dropped.
struct PageBreaker {
  /// How much of a page may stay empty rather than that a table's row is torn.
  static let tolerableBlank = Length.millimetres(40)
  /// How much of a page's foot may stay empty rather than that the page ends in a hyphen: two lines.
  static let blankForHyphen = Length.millimetres(12)

  let galley: Galley
  let geometry: PageGeometry
  /// The height of the text area of the page being filled.
  private var height: Length
  let placeOfBox: (GalleyBox) -> Place?
  private(set) var plans: [PagePlan] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(galley: Galley, geometry: PageGeometry, placeOfBox: @escaping (GalleyBox) -> Place?) {
    self.galley = galley
    self.geometry = geometry
    height = geometry.textArea.size.height
    self.placeOfBox = placeOfBox
  }

  /// A page being filled.
  private struct Open {
    var plan = PagePlan()
    var y: Length = .zero
    /// The boxes that only repeat a head, which do not count as the page's own.
    var repeats = 0

    var isEmpty: Bool { plan.boxes.count == repeats }
  }

  /// A place where the page being filled may end.
  private struct LegalEnd {
    /// The box that the next page would begin with.
    var index: Int
    /// How many boxes the page would hold.
    var boxes: Int
    /// The foot of the last of them.
    var y: Length
  }

  mutating func breakPages() -> [PagePlan] {
    var next = 0
    /// What is left of the row that the last page was cut in.
    var rest: GalleyBox?
    while next < galley.boxes.count || rest != nil {
      var page = Open()
      let isTurned = rest?.isTurned ?? galley.boxes[next].isTurned
      page.plan.isTurned = isTurned
      height = (isTurned ? geometry.turned : geometry).textArea.size.height
      if let row = rest {
        rest = continueRow(row, index: next, on: &page)
        if rest != nil {
          plans.append(page.plan)
          continue
        }
        next += 1
      } else {
        repeatHead(of: galley.boxes[next].turnover, on: &page)
      }
      (next, rest) = fill(&page, from: next)
      plans.append(page.plan)
    }
    return plans
  }

  private func repeatHead(of turnover: Int, on page: inout Open) {
    guard turnover >= 0 else { return }
    let turnover = galley.turnovers[turnover]
    // A head that leaves no sensible room for rows is not repeated.
    guard turnover.headHeight < height / 2 else { return }
    for band in turnover.head {
      page.plan.boxes.append(
        PagePlan.Box(
          box: GalleyBox(content: .band(band), height: band.height), index: -1, y: page.y,
          isRepeat: true))
      page.y += band.height
    }
    page.repeats = turnover.head.count
  }

  /// Goes on with a row that was cut; gives back what does not fit on this page either.
  private mutating func continueRow(
    _ row: GalleyBox, index: Int, on page: inout Open
  ) -> GalleyBox? {
    repeatHead(of: row.turnover, on: &page)
    if page.y + row.height > height, case .band(let band) = row.content,
      let (first, rest) = band.cut(within: height - page.y)
    {
      place(row.with(first), index: index, on: &page)
      return row.with(rest)
    }
    if page.y + row.height > height { report(.overfullPage, row) }
    place(row, index: index, on: &page)
    return nil
  }

  private func place(_ box: GalleyBox, index: Int, on page: inout Open) {
    page.plan.boxes.append(PagePlan.Box(box: box, index: index, y: page.y, isRepeat: false))
    page.y += box.height
  }

  /// Stacks boxes until the page ends.
  ///
  /// - Returns: the box that the next page begins with, and what is left of it when it was cut.
  private mutating func fill(
    _ page: inout Open, from first: Int
  ) -> (next: Int, rest: GalleyBox?) {
    /// The last place where the page may end.
    var legal: LegalEnd?
    /// The last of them at which no word is divided.
    var whole: LegalEnd?
    var index = first
    while index < galley.boxes.count {
      let box = galley.boxes[index]
      if !page.isEmpty {
        if box.breakBefore == .forced { return (index, nil) }
        if box.breakBefore == .allowed {
          legal = LegalEnd(index: index, boxes: page.plan.boxes.count, y: page.y)
          if !galley.boxes[index - 1].endsInHyphen { whole = legal }
        }
      }
      if case .cover(let cover) = box.content {
        page.plan.cover = cover
        return (index + 1, nil)
      }
      let space = page.isEmpty ? .zero : box.spaceBefore
      guard page.y + space + box.height > height else {
        page.y += space
        place(box, index: index, on: &page)
        index += 1
        continue
      }
      if let last = legal, let other = whole, last.y - other.y <= Self.blankForHyphen {
        legal = other
      }
      return overflow(&page, at: index, space: space, legal: legal)
    }
    return (index, nil)
  }

  /// Ends a page at a box that does not fit.
  private mutating func overflow(
    _ page: inout Open, at index: Int, space: Length, legal: LegalEnd?
  ) -> (next: Int, rest: GalleyBox?) {
    let box = galley.boxes[index]
    let mustCut = legal.map { height - $0.y > Self.tolerableBlank } ?? true
    if mustCut || box.height > height, case .band(let band) = box.content,
      let (first, rest) = band.cut(within: height - page.y - space)
    {
      page.y += space
      place(box.with(first), index: index, on: &page)
      return (index, box.with(rest))
    }
    if let legal {
      page.plan.boxes.removeSubrange(legal.boxes...)
      return (legal.index, nil)
    }
    if !page.isEmpty {
      report(.keepBroken, box)
      return (index, nil)
    }
    report(.overfullPage, box)
    page.y += space
    place(box, index: index, on: &page)
    return (index + 1, nil)
  }

  private enum Finding { case keepBroken, overfullPage }

  private mutating func report(_ finding: Finding, _ box: GalleyBox) {
    let page = plans.count + 1
    let place = placeOfBox(box)
    diagnostics.append(
      finding == .keepBroken
        ? .keepBroken(at: place, page: page) : .overfullPage(at: place, page: page))
  }
}

extension GalleyBox {
  /// The box with a part of its band.
  fileprivate func with(_ part: Band) -> GalleyBox {
    var box = self
    box.content = .band(part)
    box.height = part.height
    return box
  }
}

extension Diagnostic {
  fileprivate static func keepBroken(at place: Place?, page: Int) -> Diagnostic {
    Diagnostic(
      .warning, .keepBroken,
      Message(
        sv: "det som ska stå samman är högre än en sida, så sidan bryts mitt i det",
        en: "what is to stand together is taller than a page, so the page ends inside it"),
      at: place, page: page)
  }

  fileprivate static func overfullPage(at place: Place?, page: Int) -> Diagnostic {
    Diagnostic(
      .warning, .overfullPage,
      Message(
        sv: "det här är högre än en sida och kan inte delas; det går ut under sidans nederkant",
        en: "this is taller than a page and cannot be divided; it runs past the page's foot"),
      at: place, page: page,
      fixes: [
        Fix(
          Message(
            sv: "dela upp innehållet, eller ge kolumnen mer bredd",
            en: "divide the content, or give the column more width"))
      ])
  }
}
