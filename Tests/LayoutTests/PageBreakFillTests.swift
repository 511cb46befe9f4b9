import Diagnostics
import Geometry
import Manuscript
import Pages
import TestSupport
import Testing
import Typography

@testable import Layout

/// How pages of square letters, ten lines of 20 pt high, are filled.
@Suite struct PageBreakFillTests {
  private static func baselines(_ page: Page) -> [Length] {
    page.items.compactMap { if case .run(let run) = $0.mark { run.origin.y } else { nil } }
  }

  @Test func `space above a heading grows until the page is full`() {
    var sheet = StyleSheet.squares(lines: 10)
    sheet.paging.stretch = [.heading: .points(12)]
    // Six lines, 20 pt above the heading and the heading; the next three keep together.
    let document = PageBreakTests.document([
      PageBreakTests.paragraph(lines: 5), PageBreakTests.heading(1, "rubrik"),
      PageBreakTests.paragraph(lines: 2, letter: "b"), PageBreakTests.paragraph(lines: 4),
    ])
    let layout = layOutChecked(document, sheet: sheet)
    #expect(layout.breaches == [])
    // Without growth the page would end 20 pt higher; the heading's space grows by 12 of them.
    #expect(Self.baselines(layout.pages.pages[0]).last == .points(234.5))
    sheet.paging.stretch = [:]
    let still = layOutChecked(document, sheet: sheet)
    #expect(Self.baselines(still.pages.pages[0]).last == .points(222.5))
  }

  @Test func `on a grid every line of text stands on a line of it`() {
    var sheet = StyleSheet.squares(lines: 10)
    sheet.paging.grid = .points(20)
    sheet.paging.stretch = [.heading: .points(12)]
    sheet.styles["heading-1"]?.leading = .points(27)
    let blocks = (0..<9).flatMap { number in
      [
        PageBreakTests.heading(1, "rubrik\(number)"),
        PageBreakTests.paragraph(lines: 2 + number % 3, letter: "b"),
      ]
    }
    let layout = layOutChecked(PageBreakTests.document(blocks), sheet: sheet)
    #expect(layout.breaches == [])
    #expect(layout.diagnostics == [])
    for page in layout.pages.pages {
      for case .run(let run) in page.items.map(\.mark) {
        let word = page.words[run.words].first.map { layout.words.string(of: $0.word) } ?? ""
        guard word.hasPrefix("b") else { continue }
        #expect((run.origin.y.points - 62.5).truncatingRemainder(dividingBy: 20) == 0)
      }
    }
  }

  @Test func `a chapter opens on a right-hand page, after a blank one where it has to`() {
    func chapter(_ name: String, lines: Int) -> [Block] {
      [
        .heading(
          Heading(
            level: 1, text: RichText(name), id: name, breaksPage: true, opensRecto: true,
            style: "heading-1")), PageBreakTests.paragraph(lines: lines),
      ]
    }
    let document = PageBreakTests.document(
      chapter("ett", lines: 4) + chapter("två", lines: 14) + chapter("tre", lines: 4))
    let layout = layOutChecked(document)
    #expect(layout.breaches == [])
    #expect(layout.pages.destinations["två"]?.page == 2)
    #expect(layout.pages.destinations["tre"]?.page == 4)
    #expect(layout.pages.pages[1].items.isEmpty)
    #expect(layout.pages.pages.count == 5)
  }

  @Test func `a chapter beyond the bound takes what fits, page by page, and tells`() {
    var sheet = StyleSheet.squares(lines: 10)
    sheet.paging.mostBoxes = 20
    let layout = layOutChecked(
      PageBreakTests.document([PageBreakTests.paragraph(lines: 60)]), sheet: sheet)
    #expect(layout.breaches == [])
    #expect(layout.diagnostics.map(\.code) == [.pagesOneByOne])
    #expect(layout.diagnostics.map(\.severity) == [.note])
  }

  @Test func `a weak keep gives way where it would leave much of a page blank`() {
    var sheet = StyleSheet.squares(lines: 10)
    sheet.styles["body"]?.prefersNext = true
    let blocks = (0..<8).map { _ in PageBreakTests.paragraph(lines: 3) }
    let layout = layOutChecked(PageBreakTests.document(blocks), sheet: sheet)
    #expect(layout.breaches == [])
    #expect(layout.diagnostics == [])
  }

  @Test(arguments: 0..<200) func `random documents keep the laws of every layout`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 1_000)
    var sheet = StyleSheet.squares(lines: 14)
    sheet.paging.stretch = [.heading: .points(10), .table: .points(8), .list: .points(4)]
    sheet.paging.isTwoSided = seed.isMultiple(of: 2)
    sheet.paging.footnotes = FootnoteStyle(indent: .points(20), spaceAbove: .points(10))
    let layout = layOutChecked(RandomDocument.make(&random), sheet: sheet)
    #expect(layout.breaches == [], "seed \(seed)")
    let told = layout.diagnostics.map(\.code)
    #expect(told.allSatisfy { $0 == .headingLevelSkipped }, "seed \(seed): \(told)")
  }
}

/// Documents of headings, paragraphs, lists, tables, notes and columns by chance.
private enum RandomDocument {
  static func make(_ random: inout SeededGenerator) -> Document {
    var notes: [Note] = []
    var blocks: [Block] = []
    for number in 0..<Int.random(in: 4...24, using: &random) {
      switch Int.random(in: 0..<9, using: &random) {
      case 0: blocks.append(PageBreakTests.heading(1, "rubrik\(number)"))
      case 1: blocks.append(.table(table(&random)))
      case 2:
        let item = PageBreakTests.paragraph(lines: Int.random(in: 1...3, using: &random))
        let count = Int.random(in: 1...6, using: &random)
        blocks.append(
          .list(
            List(
              marking: .bullets, items: Array(repeating: [item], count: count), style: "list")))
      case 3:
        let lines = Int.random(in: 2...9, using: &random)
        blocks.append(
          PageBreakNoteTests.paragraph(
            lines: lines, calling: notes.count, on: Int.random(in: 0..<lines, using: &random)))
        notes.append(
          PageBreakNoteTests.note(
            String(notes.count + 1), lines: Int.random(in: 1...5, using: &random)))
      default:
        blocks.append(PageBreakTests.paragraph(lines: Int.random(in: 1...12, using: &random)))
      }
    }
    // A document does not end in a heading.
    blocks.append(PageBreakTests.paragraph(lines: 3, letter: "z"))
    return Document(metadata: Metadata(title: "T"), blocks: blocks, notes: notes)
  }

  private static func table(_ random: inout SeededGenerator) -> Table {
    let rows = (0..<Int.random(in: 1...15, using: &random)).map { row in
      let lines = Int.random(in: 1...5, using: &random)
      let text = Array(repeating: "cell", count: lines).joined(separator: " ")
      let kind: Table.Row.Kind = row > 0 && row.isMultiple(of: 6) ? .subtotal : .item
      return Table.Row(
        cells: [Table.Cell(RichText("rad\(row)")), Table.Cell(RichText(text))], kind: kind)
    }
    return Table(
      columns: [Table.Column(width: .fit), Table.Column(width: .fixed(.points(50)))],
      head: [Table.Row(cells: [Table.Cell(RichText("huvud")), Table.Cell(RichText("b"))])],
      rows: rows)
  }
}
