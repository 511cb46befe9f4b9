import Geometry
import Layout
import Manuscript
import Pages
import TestSupport
import Testing
import Typography

/// What leads up to a table that is turned on its side, on pages of fifteen lines of squares: 200 pt
/// by 300 upright, 300 by 200 turned.
@Suite struct TurnedPageTests {
  /// A table of two columns that have no room beside one another on an upright page.
  private static func wide(rows: Int = 3) -> Block {
    let column = Table.Column(width: .fixed(.points(140)))
    return .table(
      Table(
        columns: [column, column], head: [TableTests.row("namn", "tal")],
        rows: (1...rows).map { TableTests.row("rad\($0)", "\($0)") }))
  }

  private static func lay(_ blocks: [Block]) -> CheckedLayout {
    layOutChecked(PageBreakTests.document(blocks), sheet: .squares(lines: 15))
  }

  /// Whether each page is turned.
  private static func turns(_ layout: CheckedLayout) -> [Bool] {
    layout.pages.pages.map { $0.size.width > $0.size.height }
  }

  @Test func `a heading goes with the table that is turned, whatever stands before`() {
    let layout = Self.lay([
      PageBreakTests.paragraph(lines: 9), PageBreakTests.heading(1, "bred"), Self.wide(),
    ])
    #expect(layout.breaches == [])
    #expect(Self.turns(layout) == [false, true])
    #expect(layout.pages.destinations["bred"]?.page == 1)
  }

  @Test func `a heading and an ingress that would have a page to themselves are turned, too`()
    throws
  {
    let layout = Self.lay([
      PageBreakTests.paragraph(lines: 3, letter: "b"),
      PageBreakTests.heading(1, "bred", breaks: true), PageBreakTests.paragraph(lines: 1),
      Self.wide(), PageBreakTests.paragraph(lines: 4, letter: "c"),
    ])
    #expect(layout.breaches == [])
    #expect(Self.turns(layout) == [false, true, false])
    try expectSnapshot(layout.dump, "turned-lead")
  }

  @Test func `text that fills a good part of a page stays upright`() {
    let layout = Self.lay([
      PageBreakTests.heading(1, "bred"), PageBreakTests.paragraph(lines: 4), Self.wide(),
    ])
    #expect(layout.breaches == [])
    #expect(Self.turns(layout) == [false, true])
    #expect(layout.pages.destinations["bred"]?.page == 0)
  }

  @Test func `what stands between two turned tables does not get a page of its own`() {
    let layout = Self.lay([
      Self.wide(), PageBreakTests.heading(1, "två"), PageBreakTests.paragraph(lines: 1),
      Self.wide(rows: 2),
    ])
    #expect(layout.breaches == [])
    #expect(Self.turns(layout) == [true, true] || Self.turns(layout) == [true])
  }

  @Test func `a page's end that was asked for parts text and turned table`() {
    let layout = Self.lay([PageBreakTests.paragraph(lines: 1), .pageBreak, Self.wide()])
    #expect(layout.breaches == [])
    #expect(Self.turns(layout) == [false, true])
  }

  @Test func `where the writer turns pages, a heading goes with them and text does not`() {
    let turned = Block.landscape([PageBreakTests.paragraph(lines: 2, letter: "b")])
    let layout = Self.lay([
      PageBreakTests.paragraph(lines: 2), PageBreakTests.heading(1, "bred"), turned,
    ])
    #expect(layout.breaches == [])
    #expect(Self.turns(layout) == [false, true])
    #expect(layout.pages.destinations["bred"]?.page == 1)
  }

  // MARK: Margins at the spine

  @Test func `mirrored margins change sides on left-hand pages, running heads with them`() throws {
    var sheet = StyleSheet.squares(lines: 15)
    sheet.page.margins.left = .points(70)
    sheet.page.margins.right = .points(30)
    sheet.page.isMirrored = true
    var document = PageBreakTests.document([
      PageBreakTests.paragraph(lines: 17), PageBreakTests.heading(1, "bred"), Self.wide(),
      PageBreakTests.paragraph(lines: 2, letter: "c"),
    ])
    let line = Furniture.Line(left: "huvud", right: "h")
    document.furniture.usual.head = [line]
    let layout = layOutChecked(document, sheet: sheet)
    #expect(layout.breaches == [])
    #expect(Self.turns(layout) == [false, false, true, false])
    // A turned page has the spine at its head or its foot.
    #expect(sheet.page.turned.textArea.origin == Point(x: .points(70), y: .points(70)))
    try expectSnapshot(layout.dump, "mirrored-margins")
  }
}
