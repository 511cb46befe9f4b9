import Diagnostics
import Geometry
import Layout
import Manuscript
import Pages
import TestSupport
import Testing
import Typography

@Suite struct TableTests {
  static func cell(_ text: String) -> Table.Cell { Table.Cell(RichText(text)) }

  static func row(_ texts: String..., kind: Table.Row.Kind = .item) -> Table.Row {
    Table.Row(cells: texts.map(cell), kind: kind)
  }

  static func table(
    _ columns: [Table.Column], head: [Table.Row] = [], rows: [Table.Row]
  ) -> Document {
    Document(
      metadata: Metadata(title: "T"),
      blocks: [.table(Table(columns: columns, head: head, rows: rows))])
  }

  @Test func `a table of sixty rows repeats its head on every page and loses no row`() throws {
    let rows = (1...60).map { Self.row("rad\($0)", "\($0)") }
    let layout = layOutChecked(
      Self.table(
        [Table.Column(), Table.Column(alignment: .right)], head: [Self.row("namn", "tal")],
        rows: rows))
    #expect(layout.breaches == [])
    #expect(layout.diagnostics.isEmpty)
    // Nine rows and the head fill a page.
    #expect(layout.pages.pages.count == 7)
    try expectSnapshot(layout.dump, "sixty-rows")
  }

  @Test func `a row taller than a page is torn with two lines or more on either side`() throws {
    let long = Array(repeating: "ordet", count: 40).joined(separator: " ")
    let layout = layOutChecked(
      Self.table(
        [Table.Column(width: .fixed(.points(100))), Table.Column(width: .fixed(.points(100)))],
        head: [Self.row("kort", "lång")],
        rows: [Self.row("före", "före"), Self.row("sida", long), Self.row("efter", "efter")]))
    #expect(layout.breaches == [])
    #expect(layout.diagnostics.isEmpty)
    try expectSnapshot(layout.dump, "torn-row")
  }

  @Test func `a row that fits on the next page is not torn for a small gain`() {
    // Two lines are left, less than what may stay blank; the three-line row moves whole.
    let layout = layOutChecked(
      Self.table(
        [Table.Column(width: .fixed(.points(60)))],
        rows: (1...8).map { Self.row("r\($0)") } + [Self.row("aaa bbb ccc ddd")]))
    #expect(layout.breaches == [])
    let second = layout.pages.pages[1].items.count { item in
      if case .run = item.mark { true } else { false }
    }
    #expect(second == 4)
  }

  @Test func `a total never stands alone on a page`() {
    for count in 5...25 {
      let layout = layOutChecked(
        Self.table(
          [Table.Column(), Table.Column(alignment: .right)], head: [Self.row("namn", "tal")],
          rows: (1...count).map { Self.row("r\($0)", "1") } + [
            Self.row("summa", "\(count)", kind: .total)
          ]))
      #expect(layout.breaches == [])
      let last = layout.pages.pages[layout.pages.pages.count - 1]
      let own = last.items.count { item in
        if case .run = item.mark, case .content = item.role { true } else { false }
      }
      #expect(own >= 4, "\(count) rows")
    }
  }

  @Test func `numbers stand on their decimal commas`() throws {
    let layout = layOutChecked(
      Self.table(
        [Table.Column(), Table.Column(alignment: .decimal, width: .fixed(.points(100)))],
        rows: [
          Self.row("a", "147,0"), Self.row("b", "−5,25"), Self.row("c", "12"), Self.row("d", "–"),
          Self.row("e", "8 %"),
        ]))
    #expect(layout.breaches == [])
    try expectSnapshot(layout.dump, "decimals")
  }

  @Test func `a cell over two rows stands beside both, and the rule below it is not cut`() throws {
    let spanning = Table.Cell(content: .text(RichText("över")), rowSpan: 2, isRowHead: true)
    var document = Self.table(
      [Table.Column(), Table.Column()], head: [Self.row("h1", "h2")],
      rows: [
        Table.Row(cells: [spanning, Self.cell("ett")]), Self.row("två"), Self.row("x", "tre"),
      ])
    document.blocks.append(PageBreakTests.paragraph(lines: 1))
    var sheet = StyleSheet.squares()
    sheet.tables["table"]?.ruleRow = RuleStyle(thickness: .points(0.5), colour: .black)
    let layout = layOutChecked(document, sheet: sheet)
    #expect(layout.breaches == [])
    try expectSnapshot(layout.dump, "row-span")
  }

  @Test(arguments: [2, 16, 40])
  func `a squeezed table of more columns than fit keeps them all on the page`(count: Int) {
    let cells = (1...count).map { Self.cell("kolumn\($0)") }
    var table = Table(
      columns: Array(repeating: Table.Column(), count: count), head: [],
      rows: [Table.Row(cells: cells)])
    table.whenTooWide = .squeeze
    let layout = layOutChecked(
      Document(metadata: Metadata(title: "T"), blocks: [.table(table)]))
    #expect(layout.breaches == [])
    #expect(layout.diagnostics.contains { $0.code == .wordBroken } == (count > 2))
  }

  @Test func `given widths beyond the measure are cut back`() {
    let layout = layOutChecked(
      Self.table(
        [Table.Column(width: .share(1)), Table.Column(width: .fixed(.points(300)))],
        rows: [Self.row("ett", "två")]))
    #expect(layout.breaches == [])
    #expect(layout.diagnostics == [])
  }

  @Test func `badges and words stand in columns of their own`() {
    let badged = Table.Cell(
      content: .text(RichText("mått")), badges: [Table.Badge(text: RichText("VO"))])
    let layout = layOutChecked(
      Self.table([Table.Column()], rows: [Table.Row(cells: [badged]), Self.row("annat")]))
    #expect(layout.breaches == [])
    // Box of 2 + 20 + 2, gap of 4: the words of both rows begin at 50 + 28.
    #expect(layout.dump.contains("rounded 50.0"))
    #expect(layout.dump.contains("run 78.0 62.5 f0 TD \"mått\""))
    #expect(layout.dump.contains("run 78.0 82.5 f0 TD \"annat\""))
  }

  @Test func `badges hang in the margin where the style says so`() {
    let badged = Table.Cell(
      content: .text(RichText("mått")), badges: [Table.Badge(text: RichText("VO"))])
    var sheet = StyleSheet.squares()
    sheet.tables["table"]?.hangsBadges = true
    let layout = layOutChecked(
      Self.table([Table.Column()], rows: [Table.Row(cells: [badged])]), sheet: sheet)
    #expect(layout.breaches == [])
    #expect(layout.dump.contains("rounded 22.0"))
    #expect(layout.dump.contains("run 50.0 62.5 f0 TD \"mått\""))
  }

  @Test func `hanging badges that the margin has not room for reach into the column`() {
    let badged = Table.Cell(
      content: .text(RichText("mått")),
      badges: [Table.Badge(text: RichText("nämnden")), Table.Badge(text: RichText("försenat"))])
    var sheet = StyleSheet.squares()
    sheet.tables["table"]?.hangsBadges = true
    let layout = layOutChecked(
      Self.table([Table.Column()], rows: [Table.Row(cells: [badged]), Self.row("annat")]),
      sheet: sheet)
    #expect(layout.breaches == [])
    // The margin is 50 points wide, and 6 mm of it stay free.
    #expect(layout.dump.contains("rounded 17.0"), "\(layout.dump)")
    let words = layout.dump.split(separator: "\n").filter {
      $0.contains("\"mått\"") || $0.contains("\"annat\"")
    }
    #expect(Set(words.map { $0.split(separator: " ")[1] }).count == 1, "they stand in line")
  }

  @Test func `a cell too many is an error and no text is lost`() {
    let layout = layOutChecked(
      Self.table([Table.Column()], rows: [Self.row("a", "b")]))
    #expect(layout.diagnostics.map(\.code) == [.surplusCell])
  }

  @Test(arguments: [
    ("147,0", 3), ("−7 126,0", 8), ("> 6", 3), ("0,094 ton", 1), ("–", 3), ("80 %", 2),
    ("77\u{202F}231", 8), ("3–5", 5), ("1,5–2,5", 7), ("ca 12,5", 5), ("≥ 90 %", 6), ("(4,5)", 2),
    ("12,5 a", 2), ("..", 2),
  ])
  func `a number ends its whole part before the comma or the unit`(text: String, offset: Int) {
    #expect(decimalSplit(of: text) == offset)
  }

  @Test(arguments: ["Nytt mått", "Ökande", "våren 2022", "2023-10-02", "13:00", "2023.15600"])
  func `words have no decimal comma`(text: String) {
    #expect(decimalSplit(of: text) == nil)
  }

  @Test func `columns widen where that makes the table lower`() {
    let long = Array(repeating: "ord", count: 30).joined(separator: " ")
    let layout = layOutChecked(
      Self.table(
        [Table.Column(), Table.Column()], rows: [Self.row("kort titel", long)]),
      sheet: .squares(lines: 40, width: 300))
    #expect(layout.breaches == [])
    // "titel" needs 50 pt; with 60 for it and its neighbour, 240 are left: 6 words to a line.
    let lowest =
      layout.pages.pages[0].items.compactMap { item -> Length? in
        if case .run(let run) = item.mark { run.origin.y } else { nil }
      }.max() ?? .zero
    #expect(lowest <= .points(50 + 5 * 20))
  }
}
