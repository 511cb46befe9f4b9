import Geometry
import TestSupport
import Testing
import Typography

@testable import Layout

/// Chapters of bare boxes: what total fit promises against first fit.
@Suite struct PageBreakFitTests {
  /// A chapter of random boxes on pages 400 pt high: paragraphs, headings, rows, notes.
  private static func chapter(_ seed: UInt64) -> (Galley, Chapter) {
    var random = SeededGenerator(seed: seed)
    var galley = Galley()
    var keepsNext = false
    func append(_ height: Double, space: Double = 0, forbidden: Bool = false, stretch: Double = 0) {
      var box = GalleyBox(content: .space, height: .points(height))
      box.spaceBefore = .points(space)
      box.stretch = .points(stretch)
      if forbidden || keepsNext { box.breakBefore = .forbidden }
      keepsNext = false
      galley.boxes.append(box)
    }
    for _ in 0..<Int.random(in: 10...80, using: &random) {
      switch Int.random(in: 0..<10, using: &random) {
      case 0, 1:
        append(24, space: 20, stretch: 8)
        keepsNext = true
      case 2:
        for row in 0..<Int.random(in: 1...12, using: &random) {
          let lines = Double(Int.random(in: 1...5, using: &random))
          append(lines * 12 + 6, space: row == 0 ? 10 : 0, stretch: row == 0 ? 6 : 0)
          if row == 0 { keepsNext = true }
        }
      default:
        let lines = Int.random(in: 1...9, using: &random)
        for line in 0..<lines {
          append(
            14, space: line == 0 ? 7 : 0, forbidden: line == 1 || line == lines - 1 && line > 0)
          galley.boxes[galley.boxes.count - 1].endsInHyphen =
            Int.random(in: 0..<6, using: &random) == 0
          if Int.random(in: 0..<20, using: &random) == 0 {
            let note = galley.footnotes.count
            galley.boxes[galley.boxes.count - 1].notes = [note]
            galley.footnotes[note] = footnote(Int.random(in: 1...8, using: &random))
          }
        }
      }
    }
    var sheet = StyleSheet.squares()
    sheet.page.paper.height = .points(500)
    var reader = ChapterReader(galley: galley, sheet: sheet)
    return (galley, reader.chapter(from: 0, page: 1).0)
  }

  private static func footnote(_ lines: Int) -> Galley.Footnote {
    var note = Galley.Footnote()
    for line in 0..<lines {
      var box = GalleyBox(content: .space, height: .points(11))
      if line == 1 || line == lines - 1, line > 0 { box.breakBefore = .forbidden }
      note.lines.append(box)
    }
    return note
  }

  @Test(arguments: 0..<200) func `all pages together cost no more than by first fit`(seed: Int) {
    let (_, chapter) = Self.chapter(UInt64(seed))
    var total = PageFitter(chapter)
    var first = PageFitter(chapter)
    let pages = total.totalFit()
    let others = first.firstFit()
    #expect(total.cost <= first.cost + 0.000_1)
    for found in [pages, others] {
      // Every strip and every line of notes is on a page, once and in order.
      #expect(found.first?.strips.lowerBound == 0)
      #expect(found.last?.strips.upperBound == chapter.strips.count)
      #expect(found.last?.notes.upperBound ?? 0 == chapter.noteLines.count)
      for (page, next) in zip(found, found.dropFirst()) {
        #expect(page.strips.upperBound == next.strips.lowerBound)
        #expect(page.notes.upperBound == next.notes.lowerBound)
      }
    }
  }

  @Test(arguments: 0..<200) func `pages keep the rules, and fill to seven tenths`(seed: Int) {
    let (_, chapter) = Self.chapter(UInt64(seed))
    var fitter = PageFitter(chapter)
    let pages = fitter.totalFit()
    for page in pages where !page.strips.isEmpty {
      let notes = chapter.height(ofNotes: page.notes)
      let used = chapter.height(of: page.strips) + notes
      #expect(page.faults.isEmpty)
      #expect(used <= chapter.height)
      // A note begins where it is called.
      let called = chapter.notes(before: page.strips.upperBound)
      if called > chapter.notes(before: page.strips.lowerBound) {
        #expect(page.notes.upperBound > chapter.noteStarts[called - 1])
      }
      guard page.strips.upperBound < chapter.strips.count else { continue }
      #expect(chapter.strips[page.strips.upperBound].price < .infinity)
      var next = page.strips.upperBound + 1
      while next < chapter.strips.count, chapter.strips[next].price == .infinity { next += 1 }
      // The room that is left ends with the space above the next unit.
      let longer = chapter.height(of: page.strips.lowerBound..<next) + notes
      let unitNotes = chapter.notes(before: next) - called
      let isFull = used.points >= chapter.height.points * 0.7
      #expect(isFull || unitNotes > 0 || longer > chapter.height, "seed \(seed)")
    }
  }
}
