import Diagnostics
import Geometry
import Layout
import Manuscript
import Pages
import TestSupport
import Testing
import Typography

/// Numbers of headings, run-in headings, and where headings begin.
@Suite struct HeadingTests {
  private static func heading(
    _ level: Int, _ text: String, _ numbering: Heading.Numbering = .automatic
  ) -> Block {
    .heading(
      Heading(
        level: level, numbering: numbering, text: RichText(text), id: text,
        style: "heading-\(level)"))
  }

  @Test func `headings are counted as deep as they are asked to be, and appendices apart`() {
    var document = PageBreakTests.document([
      Self.heading(1, "förord", .none), Self.heading(2, "tack"),
      Self.heading(1, "a"), Self.heading(2, "b"), Self.heading(2, "c"), Self.heading(3, "d"),
      Self.heading(1, "e"), Self.heading(2, "f"),
      Self.heading(1, "g", .appendix), Self.heading(2, "h"), Self.heading(1, "i", .appendix),
    ])
    document.numberHeadings(levels: 2)
    #expect(
      document.headings.map(\.number) == [
        "", "", "1", "1.1", "1.2", "", "2", "2.1", "Bilaga\u{A0}1", "", "Bilaga\u{A0}2",
      ])
  }

  @Test func `a number that is written is kept, and counted on from`() {
    var document = PageBreakTests.document([
      .heading(
        Heading(level: 1, number: "4", text: RichText("a"), id: "a", style: "heading-1")),
      Self.heading(2, "b"), Self.heading(1, "c"),
    ])
    document.numberHeadings(levels: 3)
    #expect(document.headings.map(\.number) == ["4", "4.1", "5"])
  }

  @Test func `numbers hang in the margin where there is room, and stand in line where not`() throws
  {
    var document = PageBreakTests.document([
      Self.heading(1, "ett två tre fyra fem"), PageBreakTests.paragraph(lines: 1),
      Self.heading(1, "sex sju åtta", .appendix), PageBreakTests.paragraph(lines: 1),
    ])
    document.numberHeadings(levels: 1)
    var sheet = StyleSheet.squares()
    sheet.headings.hangsNumbers = true
    let layout = layOutChecked(document, sheet: sheet)
    #expect(layout.breaches == [])
    #expect(layout.diagnostics.isEmpty)
    #expect(
      layout.pages.outline.map(\.title) == [
        "1\u{A0}ett två tre fyra fem", "Bilaga\u{A0}1\u{A0}sex sju åtta",
      ])
    try expectSnapshot(layout.dump, "hanging-numbers")
  }

  @Test func `a run-in heading begins the line of the paragraph after it`() throws {
    var sheet = StyleSheet.squares()
    sheet.styles["heading-4"]?.runsIn = true
    let layout = layOutChecked(
      PageBreakTests.document([
        Self.heading(1, "a"), Self.heading(2, "b"), Self.heading(3, "c"),
        Self.heading(4, "ensam ж"), PageBreakTests.paragraph(lines: 2), Self.heading(4, "sist"),
        .list(List(marking: .bullets, items: [], style: "list")),
      ]), sheet: sheet)
    #expect(layout.breaches == [])
    #expect(layout.diagnostics.isEmpty)
    try expectSnapshot(layout.dump, "run-in")
  }

  @Test func `a style may begin a page, or a right-hand one`() {
    var sheet = StyleSheet.squares()
    sheet.styles["heading-1"]?.opening = .page
    let document = PageBreakTests.document([
      Self.heading(1, "a"), PageBreakTests.paragraph(lines: 1), Self.heading(1, "b"),
      PageBreakTests.paragraph(lines: 1),
    ])
    #expect(layOutChecked(document, sheet: sheet).pages.pages.count == 2)
    sheet.styles["heading-1"]?.opening = .recto
    #expect(layOutChecked(document, sheet: sheet).pages.destinations["b"]?.page == 2)
  }

  @Test func `a heading whose last line would be short has lines of about one length`() {
    var sheet = StyleSheet.squares()
    let words = "aaaa bbbb cccc dddd eee"
    #expect(Self.lines(of: words, sheet) == ["aaaa bbbb cccc dddd", "eee"])
    sheet.styles["heading-1"]?.balances = true
    #expect(Self.lines(of: words, sheet) == ["aaaa bbbb", "cccc dddd eee"])
    // More than a third of a line is not short, and a break that was asked for stays.
    let even = "aaaa bbbb cccc dddd eee ffff"
    #expect(Self.lines(of: even, sheet) == ["aaaa bbbb cccc dddd", "eee ffff"])
    #expect(Self.lines(of: "aaaa bbbb\u{2028}c", sheet) == ["aaaa bbbb", "c"])
  }

  /// The lines of a heading.
  private static func lines(of text: String, _ sheet: StyleSheet) -> [String] {
    let layout = layOutChecked(
      PageBreakTests.document([PageBreakTests.heading(1, text), PageBreakTests.paragraph(lines: 2)]
      ),
      sheet: sheet)
    #expect(layout.breaches == [])
    let page = layout.pages.pages[0]
    return page.items.compactMap { item in
      guard case .run(let run) = item.mark else { return nil }
      return page.words[run.words].map { layout.words.string(of: $0.word) }.joined(separator: " ")
    }.dropLast(2)
  }
}
