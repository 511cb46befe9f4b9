import Geometry
import Typography

/// Stacks what a page holds, and shares out what is left among the spaces that may grow.
struct PageStacker {
  let galley: Galley
  let chapter: Chapter
  private var plan = PagePlan()
  /// Of every box of the plan, how much the spaces above it on the page may grow.
  private var growth: [Length] = []

  init(galley: Galley, chapter: Chapter) {
    self.galley = galley
    self.chapter = chapter
  }

  /// The plan of a page.
  mutating func stack(_ page: PageFitter.Page) -> PagePlan {
    plan = PagePlan()
    plan.isTurned = chapter.isTurned
    growth.removeAll(keepingCapacity: true)
    plan.footHeight = chapter.height(ofNotes: page.notes)
    let foot = page.strips.isEmpty ? .zero : stackText(page.strips)
    let isLast = page.strips.upperBound == chapter.strips.count
    if !page.strips.isEmpty, !isLast, !chapter.hasFill(in: page.strips) {
      spread(over: chapter.height - plan.footHeight - foot)
    }
    stackNotes(page.notes)
    return plan
  }

  // MARK: Text

  /// Stacks strips over the whole page and in columns.
  ///
  /// - Returns: the height that they take.
  private mutating func stackText(_ range: Range<Int>) -> Length {
    var y = addHead(before: range.lowerBound, x: .zero, y: .zero)
    var index = range.lowerBound
    let stretch = chapter.strips[range.lowerBound].stretch
    while index < range.upperBound {
      let strip = chapter.strips[index]
      let space = index == range.lowerBound ? .zero : strip.space
      let growth = strip.stretch - stretch
      if strip.columnSet >= 0 {
        let set = chapter.endOfColumns(from: index)
        let end = min(set, range.upperBound)
        y = chapter.nextLine(y + space)
        y += stackColumns(index..<end, isWhole: end == set, y: y, growth: growth)
        index = end
        continue
      }
      let end = endOfBox(from: index, before: range.upperBound)
      let line = chapter.settle(strip, below: y, space)
      lowerHeadings(above: strip, by: line - y - space)
      y = line
      y += add(index..<end, x: .zero, y: y, growth: growth)
      index = end
    }
    let isInColumns = chapter.strips[range.upperBound - 1].columnSet >= 0
    return isInColumns ? y : addFoot(before: range.upperBound, x: .zero, y: y)
  }

  private mutating func stackColumns(
    _ range: Range<Int>, isWhole: Bool, y: Length, growth: Length
  ) -> Length {
    let set = chapter.columnSets[chapter.strips[range.lowerBound].columnSet]
    let room = chapter.height - y - plan.footHeight
    let fill =
      (isWhole ? chapter.balance(range, within: room) : chapter.fillColumns(range, height: room))
      ?? ColumnFill(starts: [range.lowerBound], end: range.upperBound, height: .zero)
    var height = Length.zero
    for (column, start) in fill.starts.enumerated() {
      let isLast = column == fill.starts.count - 1
      let end = isLast ? range.upperBound : fill.starts[column + 1]
      let x = (set.width + set.gutter) * column
      var down = addHead(before: start, x: x, y: y)
      var index = start
      while index < end {
        let next = endOfBox(from: index, before: end)
        let strip = chapter.strips[index]
        down = chapter.settle(strip, below: down, index > start ? strip.space : .zero)
        down += add(index..<next, x: x, y: down, growth: growth)
        index = next
      }
      if end < chapter.strips.count { down = addFoot(before: end, x: x, y: down) }
      height = max(height, down - y)
    }
    return height
  }

  /// Moves headings down towards the text that they head, so that what the grid leaves over stands
  /// above them; at a page's head it stands below.
  private mutating func lowerHeadings(above strip: Strip, by slack: Length) {
    guard slack > .zero else { return }
    var first = plan.boxes.count
    var below = strip.box
    while first > 0, plan.boxes[first - 1].index == below - 1,
      galley.boxes[below].breakBefore == .forbidden, plan.boxes[first - 1].box.isLine
    {
      first -= 1
      below -= 1
    }
    guard first < plan.boxes.count, plan.boxes[first].y > .zero else { return }
    for index in first..<plan.boxes.count { plan.boxes[index].y += slack }
  }

  /// The strip after the last one that is a piece of the same box.
  private func endOfBox(from index: Int, before limit: Int) -> Int {
    let box = chapter.strips[index].box
    var end = index + 1
    while end < limit, chapter.strips[end].box == box { end += 1 }
    return end
  }

  /// Adds a box, or the part of it that some strips are.
  private mutating func add(
    _ strips: Range<Int>, x: Length, y: Length, growth: Length
  ) -> Length {
    let index = chapter.strips[strips.lowerBound].box
    var box = galley.boxes[index]
    if case .band(let band) = box.content, let cuts = chapter.cuts[index] {
      let first = chapter.strips[strips.lowerBound].piece
      let last = chapter.strips[strips.upperBound - 1].piece
      let part = band.part(
        from: first > 0 ? cuts[first - 1] : nil, to: last < cuts.count ? cuts[last] : nil)
      box.content = .band(part)
      box.height = part.height
      if first > 0 {
        box.anchors = []
        box.heading = -1
      }
    }
    append(box, index: index, x: x, y: y, isRepeat: false, growth: growth)
    return box.height
  }

  private mutating func append(
    _ box: GalleyBox, index: Int, x: Length, y: Length, isRepeat: Bool, growth: Length
  ) {
    plan.boxes.append(PagePlan.Box(box: box, index: index, x: x, y: y, isRepeat: isRepeat))
    self.growth.append(growth)
  }

  // MARK: Turnovers

  /// Adds what a page's end above a strip puts at the head of the next; gives where it ends.
  private mutating func addHead(before index: Int, x: Length, y: Length) -> Length {
    let number = galley.boxes[chapter.strips[index].box].turnover
    guard number >= 0 else { return y }
    let turnover = galley.turnovers[number]
    guard chapter.repeats(turnover) else { return y }
    return add(turnover.head, x: x, y: y, growth: .zero)
  }

  /// Adds what a page's end above a strip puts at the foot of the page that ends.
  private mutating func addFoot(before index: Int, x: Length, y: Length) -> Length {
    guard index < chapter.strips.count else { return y }
    let number = galley.boxes[chapter.strips[index].box].turnover
    guard number >= 0 else { return y }
    let turnover = galley.turnovers[number]
    let growth = growth.last ?? .zero
    var foot = y
    if chapter.repeats(turnover) { foot = add(turnover.foot, x: x, y: y, growth: growth) }
    // The rule takes no room, so that it closes tables that repeat nothing for want of it, too.
    if let closing = turnover.closing { foot = add([closing], x: x, y: foot, growth: growth) }
    return foot
  }

  private mutating func add(_ bands: [Band], x: Length, y: Length, growth: Length) -> Length {
    var y = y
    for band in bands {
      let box = GalleyBox(content: .band(band), height: band.height)
      append(box, index: -1, x: x, y: y, isRepeat: true, growth: growth)
      y += band.height
    }
    return y
  }

  // MARK: Spaces and notes

  /// Lets the spaces of the page grow in proportion until it is full, or until they are at their
  /// limits; on a grid by whole lines.
  private mutating func spread(over room: Length) {
    guard let most = growth.last, most > .zero, room > .zero else { return }
    if let grid = chapter.grid, grid > .zero { return spread(over: room, grid: grid) }
    let ratio = min(1, Double(room.units) / Double(most.units))
    for index in plan.boxes.indices { plan.boxes[index].y += growth[index].scaled(by: ratio) }
  }

  private mutating func spread(over room: Length, grid: Length) {
    var left = room.units / grid.units
    var shift = Length.zero
    var before = Length.zero
    for index in plan.boxes.indices {
      // A space takes a line more where half a line is within its limit.
      if growth[index] - before >= grid / 2, left > 0 {
        shift += grid
        left -= 1
      }
      before = max(before, growth[index])
      plan.boxes[index].y += shift
    }
  }

  private mutating func stackNotes(_ notes: Range<Int>) {
    guard !notes.isEmpty else { return }
    let top = chapter.height - plan.footHeight + chapter.separation
    let first =
      chapter.noteTops[notes.lowerBound] + chapter.noteLines[notes.lowerBound].spaceBefore
    plan.noteRule = chapter.height - plan.footHeight
    for line in notes {
      let box = chapter.noteLines[line]
      let y = top + chapter.noteTops[line + 1] - first - box.height
      plan.notes.append(PagePlan.Box(box: box, index: -1, y: y, isRepeat: false))
    }
  }
}

extension GalleyBox {
  /// Whether it is a line of text, alone or with its mark.
  fileprivate var isLine: Bool {
    switch content {
    case .line, .lines: true
    case .band, .contentsEnd, .picture, .fill, .space, .cover: false
    }
  }
}
