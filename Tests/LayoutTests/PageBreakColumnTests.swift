import Diagnostics
import Geometry
import Manuscript
import Pages
import TestSupport
import Testing
import Typography

/// Columns of square letters, two to a text area of 410 pt with 10 pt between them.
@Suite struct PageBreakColumnTests {
  private static func sheet(lines: Int = 10) -> StyleSheet {
    var sheet = StyleSheet.squares(lines: lines, width: 410)
    sheet.paging.columnGutter = .points(10)
    return sheet
  }

  /// The lowest baseline of each column of a page, by the column's left edge.
  private static func feet(of page: Page, _ letter: Character, _ words: WordTable) -> [Length] {
    var feet: [Length: Length] = [:]
    for item in page.items {
      guard case .run(let run) = item.mark, let first = page.words[run.words].first,
        words.string(of: first.word).first == letter
      else { continue }
      feet[run.origin.x] = max(feet[run.origin.x] ?? .zero, run.origin.y)
    }
    return feet.keys.sorted().compactMap { feet[$0] }
  }

  @Test(arguments: [2, 3]) func `the last columns are about as high`(count: Int) throws {
    var sheet = Self.sheet()
    sheet.paging.columnGutter = count == 2 ? .points(10) : .points(5)
    if count == 3 { sheet.page = StyleSheet.squares(width: 610).page }
    let document = PageBreakTests.document([
      PageBreakTests.paragraph(lines: 2, letter: "c"),
      .columns(Columns(count: count, blocks: [PageBreakTests.paragraph(lines: 11)])),
      PageBreakTests.paragraph(lines: 2, letter: "b"),
    ])
    let layout = layOutChecked(document, sheet: sheet)
    #expect(layout.breaches == [])
    #expect(layout.diagnostics == [])
    let feet = Self.feet(of: layout.pages.pages[0], "a", layout.words)
    #expect(feet.count == count)
    #expect((feet.max() ?? .zero) - (feet.min() ?? .zero) <= .points(20))
    if count == 2 { try expectSnapshot(layout.dump, "columns") }
  }

  @Test func `columns go on over pages, each full before the next begins`() {
    let document = PageBreakTests.document([
      .columns(
        Columns(
          count: 2,
          blocks: [
            PageBreakTests.paragraph(lines: 23), PageBreakTests.heading(1, "rubrik"),
            PageBreakTests.paragraph(lines: 11),
          ]))
    ])
    let layout = layOutChecked(document, sheet: Self.sheet())
    #expect(layout.breaches == [])
    #expect(layout.diagnostics == [])
    #expect(layout.pages.pages.count == 2)
    let feet = Self.feet(of: layout.pages.pages[0], "a", layout.words)
    #expect(feet == [.points(242.5), .points(242.5)])
  }

  @Test func `notes that columns call stand at the foot of the page`() {
    let document = Document(
      metadata: Metadata(title: "T"),
      blocks: [
        .columns(
          Columns(
            count: 2,
            blocks: [
              PageBreakNoteTests.paragraph(lines: 15, calling: 0, on: 9),
              PageBreakTests.paragraph(lines: 12, letter: "b"),
            ]))
      ], notes: [PageBreakNoteTests.note("1", lines: 2)])
    let layout = layOutChecked(document, sheet: Self.sheet())
    #expect(layout.breaches == [])
    #expect(layout.diagnostics == [])
    #expect(
      layout.pages.pages[0].words.contains {
        layout.words.string(of: $0.word).first == "n"
      })
  }
}
