import Geometry
import Typography

/// Makes chapters of a galley: strips with what it costs to end a page above each.
struct ChapterReader {
  let galley: Galley
  let geometry: PageGeometry
  let paging: PagingStyle
  /// The notes that stand at the foot of pages already.
  private var notesSet: Set<Int> = []

  init(galley: Galley, sheet: StyleSheet) {
    self.galley = galley
    geometry = sheet.page
    paging = sheet.paging
  }

  /// The chapter that begins with a box, and the box after its last.
  mutating func chapter(from first: Int, page: Int) -> (Chapter, end: Int) {
    let isTurned = galley.boxes[first].isTurned
    var chapter = Chapter(height: (isTurned ? geometry.turned : geometry).textArea.size.height)
    chapter.isTurned = isTurned
    chapter.firstPage = page
    chapter.isTwoSided = paging.isTwoSided
    chapter.separation = paging.footnotes.separation
    chapter.columnSets = galley.columnSets
    chapter.grid = paging.grid
    chapter.needsStacking = paging.grid != nil
    var index = first
    while index < galley.boxes.count, index == first || !endsChapter(before: index) {
      add(index, to: &chapter)
      index += 1
    }
    return (chapter, index)
  }

  private func endsChapter(before index: Int) -> Bool {
    let box = galley.boxes[index]
    return box.breakBefore == .forced || box.isTurned != galley.boxes[index - 1].isTurned
      || galley.boxes[index - 1].isCover
  }

  // MARK: Strips

  private mutating func add(_ index: Int, to chapter: inout Chapter) {
    let box = galley.boxes[index]
    let last = chapter.strips.last
    let top = (last?.bottom ?? .zero) + box.spaceBefore
    var strip = Strip(
      box: index, piece: 0, space: box.spaceBefore, top: top, bottom: top + box.height,
      stretch: (last?.stretch ?? .zero) + box.stretch, price: price(before: index), foot: .zero,
      head: .zero, notesBefore: chapter.noteLines.count, fillsBefore: chapter.fillCount,
      columnSet: box.columnSet, isOnGrid: box.isText(on: chapter.grid))
    if box.columnSet >= 0 { chapter.needsStacking = true }
    if case .fill = box.content { chapter.fillCount += 1 }
    if box.turnover >= 0 {
      let turnover = galley.turnovers[box.turnover]
      if chapter.repeats(turnover) {
        strip.head = turnover.headHeight
        strip.foot = turnover.footHeight
      }
    }
    let cuts = self.cuts(of: box)
    guard !cuts.isEmpty else {
      chapter.strips.append(strip)
      return addNotes(box.notes, to: &chapter)
    }
    chapter.cuts[index] = cuts
    addPieces(of: strip, box, cuts, to: &chapter)
  }

  private mutating func addPieces(
    of whole: Strip, _ box: GalleyBox, _ cuts: [Band.Cut], to chapter: inout Chapter
  ) {
    let notes = box.notes.isEmpty ? [] : self.notes(of: box, in: cuts)
    for piece in 0...cuts.count {
      var strip = whole
      strip.piece = piece
      strip.notesBefore = chapter.noteLines.count
      if piece > 0 {
        strip.space = .zero
        strip.top = whole.top + cuts[piece - 1].height
        strip.head += cuts[piece - 1].headroom
        strip.price = PagePrices.tornRow
        if cuts[piece - 1].leavesLine { strip.price += PagePrices.loneLine }
      }
      strip.bottom = piece < cuts.count ? whole.top + cuts[piece].height : whole.bottom
      chapter.strips.append(strip)
      if !notes.isEmpty { addNotes(notes[piece], to: &chapter) }
    }
  }

  /// The notes that each piece of a row calls that may be torn.
  private func notes(of box: GalleyBox, in cuts: [Band.Cut]) -> [[Int]] {
    var notes: [[Int]] = Array(repeating: [], count: cuts.count + 1)
    guard case .band(let band) = box.content else { return notes }
    for note in box.notes {
      // Where it is called first: the cells stand side by side.
      let pieces = band.calls.lazy.filter { $0.note == note }.map { call in
        cuts.firstIndex { $0.kept[call.cell] > call.line } ?? cuts.count
      }
      notes[pieces.min() ?? 0].append(note)
    }
    return notes
  }

  /// Where a row may be torn; nowhere in a row that belongs with what precedes and follows it.
  private func cuts(of box: GalleyBox) -> [Band.Cut] {
    guard case .band(let band) = box.content else { return [] }
    return band.cuts()
  }

  private func price(before index: Int) -> Double {
    var price = 0.0
    switch galley.boxes[index].breakBefore {
    case .forbidden: return .infinity
    case .discouraged: price = PagePrices.discouraged
    case .allowed, .forced: break
    }
    if index > 0, galley.boxes[index - 1].endsInHyphen { price += PagePrices.hyphen }
    return price
  }

  // MARK: Notes

  private mutating func addNotes(_ notes: [Int], to chapter: inout Chapter) {
    for note in notes {
      guard let footnote = galley.footnotes[note], notesSet.insert(note).inserted else { continue }
      let start = chapter.noteLines.count
      var called: [Int] = []
      for line in footnote.lines {
        chapter.notesMayEnd.append(line.breakBefore != .forbidden)
        chapter.noteStarts.append(start)
        let top = chapter.noteTops[chapter.noteTops.count - 1] + line.spaceBefore
        chapter.noteTops.append(top + line.height)
        chapter.noteLines.append(line)
        called += line.notes
      }
      addNotes(called, to: &chapter)
    }
  }
}

extension GalleyBox {
  /// Whether it is the cover.
  var isCover: Bool { if case .cover = content { true } else { false } }

  /// Whether it is a line of running text whose leading is that of a grid.
  fileprivate func isText(on grid: Length?) -> Bool {
    guard let grid else { return false }
    switch content {
    case .line(let line): return line.height == grid
    case .lines(let lines): return lines.contains { $0.height == grid }
    default: return false
    }
  }
}
