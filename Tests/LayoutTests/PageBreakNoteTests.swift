import Diagnostics
import Geometry
import Manuscript
import Pages
import TestSupport
import Testing
import Typography

/// Notes at the foot of pages of square letters, ten lines of 20 pt high.
@Suite struct PageBreakNoteTests {
  /// A paragraph of so many lines, the last word of one of which calls a note.
  static func paragraph(lines: Int, calling note: Int, on line: Int) -> Block {
    let nine = String(repeating: "a", count: 9)
    var text = RichText("")
    for number in 0..<lines {
      let isCalling = number == line
      text.text += (number == 0 ? "" : " ") + nine + " " + (isCalling ? "aaaaaaaa" : nine)
      guard isCalling else { continue }
      let end = text.text.utf8.count
      text.text += String(note + 1)
      text.spans.append(
        RichText.Span(start: end, end: end + 1, marks: .raised, target: .note(note)))
    }
    return .paragraph(Paragraph(text: text, style: "body"))
  }

  /// A note of so many lines.
  static func note(_ mark: String, lines: Int) -> Note {
    // Beside the mark there is room for one word of nine letters and one of eight.
    let pair = String(repeating: "n", count: 9) + " " + String(repeating: "n", count: 8)
    return Note(
      mark: mark, text: RichText(Array(repeating: pair, count: lines).joined(separator: " ")))
  }

  private static func sheet(lines: Int = 10) -> StyleSheet {
    var sheet = StyleSheet.squares(lines: lines)
    sheet.paging.footnotes = FootnoteStyle(
      indent: .points(20), spaceAbove: .points(10), spaceBelowRule: .points(10),
      rule: RuleStyle(thickness: .points(1), colour: .black), ruleWidth: .points(50))
    return sheet
  }

  /// The numbers of the pages with words that begin with a letter.
  private static func pages(of letter: Character, in layout: CheckedLayout) -> [Int] {
    layout.pages.pages.compactMap { page in
      page.words.contains { layout.words.string(of: $0.word).first == letter } ? page.number : nil
    }
  }

  @Test func `a note stands at the foot of the page that calls it`() throws {
    let document = Document(
      metadata: Metadata(title: "T"),
      blocks: [
        Self.paragraph(lines: 4, calling: 0, on: 2),
        PageBreakTests.paragraph(lines: 9, letter: "b"),
      ], notes: [Self.note("1", lines: 2)])
    let layout = layOutChecked(document, sheet: Self.sheet())
    #expect(layout.breaches == [])
    #expect(layout.diagnostics == [])
    #expect(Self.pages(of: "n", in: layout) == [1])
    try expectSnapshot(layout.dump, "footnote")
  }

  @Test func `a call moves to the next page with its note`() {
    // The eighth line calls three lines of notes: neither has room on the first page.
    let document = Document(
      metadata: Metadata(title: "T"), blocks: [Self.paragraph(lines: 14, calling: 0, on: 7)],
      notes: [Self.note("1", lines: 3)])
    let layout = layOutChecked(document, sheet: Self.sheet())
    #expect(layout.breaches == [])
    #expect(Self.pages(of: "n", in: layout) == [2])
    #expect(layout.pages.pages[0].items.count == 7)
  }

  @Test func `a note that a torn row calls stands on the page of its mark`() {
    let words = Array(repeating: "aaaaaaaaa", count: 28)
    var text = RichText(words.joined(separator: " "))
    let end = text.text.utf8.count
    text.text += "1"
    text.spans = [RichText.Span(start: end, end: end + 1, marks: .raised, target: .note(0))]
    let column = Table.Column(width: .fixed(.points(100)))
    let document = Document(
      metadata: Metadata(title: "T"),
      blocks: [
        .table(
          Table(
            columns: [column, column], head: [],
            rows: [
              TableTests.row("före", "före"),
              Table.Row(cells: [TableTests.cell("sida"), Table.Cell(text)]),
            ]))
      ], notes: [Self.note("1", lines: 1)])
    let layout = layOutChecked(document, sheet: Self.sheet(lines: 12))
    #expect(layout.breaches == [])
    let last = layout.pages.pages.count
    #expect(last > 1)
    #expect(Self.pages(of: "n", in: layout) == [last])
  }

  @Test func `a long note goes on over pages, two lines of it at least on each`() {
    let document = Document(
      metadata: Metadata(title: "T"),
      blocks: [
        Self.paragraph(lines: 3, calling: 0, on: 0),
        PageBreakTests.paragraph(lines: 12, letter: "b"),
      ], notes: [Self.note("1", lines: 22)])
    let layout = layOutChecked(document, sheet: Self.sheet())
    #expect(layout.breaches == [])
    #expect(layout.diagnostics == [])
    let pages = Self.pages(of: "n", in: layout)
    #expect(pages.first == 1 && pages.count > 1)
    for page in layout.pages.pages {
      let lines = page.items.count { item in
        guard case .run(let run) = item.mark, let first = page.words[run.words].first else {
          return false
        }
        return layout.words.string(of: first.word).first == "n"
      }
      #expect(lines != 1)
    }
  }

  @Test func `several calls lead to one note, on the page of the first`() {
    let document = Document(
      metadata: Metadata(title: "T"),
      blocks: [
        Self.paragraph(lines: 4, calling: 0, on: 2), Self.paragraph(lines: 12, calling: 0, on: 10),
      ], notes: [Self.note("1", lines: 1)])
    let layout = layOutChecked(document, sheet: Self.sheet())
    #expect(layout.breaches == [])
    #expect(Self.pages(of: "n", in: layout) == [1])
  }

  @Test func `a note that nothing calls stands last`() {
    let document = Document(
      metadata: Metadata(title: "T"), blocks: [PageBreakTests.paragraph(lines: 12)],
      notes: [Self.note("1", lines: 2)])
    let layout = layOutChecked(document, sheet: Self.sheet())
    #expect(layout.breaches == [])
    #expect(Self.pages(of: "n", in: layout) == [2])
  }

  @Test func `notes at the end stand where they are asked for`() {
    let document = Document(
      metadata: Metadata(title: "T"),
      blocks: [
        Self.paragraph(lines: 4, calling: 0, on: 2), .notes(style: "note"), .pageBreak,
        PageBreakTests.paragraph(lines: 4, letter: "b"),
      ], notes: [Self.note("1", lines: 2)], notePlacement: .end)
    let layout = layOutChecked(document, sheet: Self.sheet())
    #expect(layout.breaches == [])
    #expect(Self.pages(of: "n", in: layout) == [1])
  }

  @Test func `a call in a cell has its note at the foot of the page`() {
    var call = RichText("aaaaaaaaa1")
    call.spans = [RichText.Span(start: 9, end: 10, marks: .raised, target: .note(0))]
    let rows = (0..<14).map { row in
      Table.Row(cells: [Table.Cell(row == 11 ? call : RichText("rad"))])
    }
    let table = Table(
      columns: [Table.Column()], head: [Table.Row(cells: [Table.Cell(RichText("huvud"))])],
      rows: rows)
    let document = Document(
      metadata: Metadata(title: "T"), blocks: [.table(table)], notes: [Self.note("1", lines: 2)])
    let layout = layOutChecked(document, sheet: Self.sheet())
    #expect(layout.breaches == [])
    #expect(Self.pages(of: "n", in: layout) == [2])
  }

  @Test func `a note that has no room with its call is set all the same, and told`() {
    // A line as high as the page leaves no room for the note that it calls.
    var sheet = Self.sheet(lines: 10)
    sheet.styles["body"]?.leading = .points(200)
    let document = Document(
      metadata: Metadata(title: "T"), blocks: [Self.paragraph(lines: 1, calling: 0, on: 0)],
      notes: [Self.note("1", lines: 2)])
    let layout = layOutChecked(document, sheet: sheet)
    #expect(layout.diagnostics.map(\.code) == [.lateNote])
    #expect(layout.breaches == [])
    #expect(Self.pages(of: "n", in: layout) == [2])
  }
}
