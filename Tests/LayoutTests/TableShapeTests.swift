import Diagnostics
import Geometry
import Layout
import Manuscript
import Pages
import TestSupport
import Testing
import Typography

/// Heads over several columns, entries of several lines, notes below, and tables too wide.
@Suite struct TableShapeTests {
  private static func lay(
    _ table: Table, notes: [Note] = [], lines: Int = 12, width: Double = 200,
    _ change: (inout StyleSheet) -> Void = { _ in }
  ) -> CheckedLayout {
    var sheet = StyleSheet.squares(lines: lines, width: width)
    change(&sheet)
    return layOutChecked(
      Document(metadata: Metadata(title: "T"), blocks: [.table(table)], notes: notes),
      sheet: sheet)
  }

  private static func cell(_ text: String, columns: Int = 1, rows: Int = 1) -> Table.Cell {
    Table.Cell(content: .text(RichText(text)), columnSpan: columns, rowSpan: rows)
  }

  private static func numbers(_ count: Int) -> [Table.Column] {
    [Table.Column()] + Array(repeating: Table.Column(alignment: .decimal), count: count)
  }

  @Test func `heads of two levels stand above their columns, with rules under the upper ones`()
    throws
  {
    let table = Table(
      columns: Self.numbers(4),
      head: [
        Table.Row(cells: [
          Self.cell("post", rows: 2), Self.cell("2023", columns: 2), Self.cell("2024", columns: 2),
        ]),
        TableTests.row("utfall", "budget", "utfall", "budget"),
      ], rows: [TableTests.row("lön", "1,5", "12", "3", "4")])
    let layout = Self.lay(table, width: 400) {
      $0.tables["table"]?.ruleSpan = RuleStyle(thickness: .points(0.5), colour: .black)
      $0.tables["table"]?.padding.right = .points(10)
    }
    #expect(layout.breaches == [])
    #expect(layout.diagnostics == [])
    try expectSnapshot(layout.dump, "spanning-heads")
    try expectSnapshot(
      layout.pages.dumpStructure(words: layout.words), "spanning-heads-tags")
  }

  /// A list of documents, three lines to the entry, as registers print them.
  private static func register(entries: Int) -> Table {
    let fields = [
      (0, 0, 1), (0, 1, 1), (0, 2, 1), (1, 0, 1), (1, 1, 1), (1, 2, 1), (2, 0, 1), (2, 1, 2),
    ]
    let record = Table.RecordLayout(
      fields: fields.map { Table.RecordLayout.Field(line: $0.0, column: $0.1, columnSpan: $0.2) })
    func row(_ texts: [String], kind: Table.Row.Kind = .item) -> Table.Row {
      Table.Row(cells: texts.map(TableTests.cell), kind: kind)
    }
    return Table(
      columns: [Table.Column(width: .fit), Table.Column(), Table.Column(width: .fit)],
      head: [row(["Id", "Text", "Vem", "Dag", "Från", "Avd", "Dnr", "Ärende"])],
      rows: (1...entries).map {
        row([
          "2023.\($0)", "ett förslag till föreskrift", "Eva", "10-02", "verk", "RLK", "33",
          "remiss",
        ])
      }, record: record)
  }

  @Test func `an entry of three lines is one row of the table and is kept whole`() throws {
    let layout = Self.lay(Self.register(entries: 5), width: 300)
    #expect(layout.breaches == [])
    #expect(layout.diagnostics == [])
    try expectSnapshot(layout.dump, "register")
    let tags = layout.pages.dumpStructure(words: layout.words)
    #expect(tags.split(separator: "\n").count { $0.hasSuffix("TR") } == 6)
    #expect(tags.split(separator: "\n").count { $0.contains("TH ") } == 8)
  }

  @Test func `a table's notes and what its signs mean stand under it and go with its end`() {
    var called = RichText("12a")
    called.spans = [RichText.Span(start: 2, end: 3, marks: .raised, target: .note(1))]
    let table = Table(
      columns: Self.numbers(1), head: [],
      rows: (1...9).map { TableTests.row("r\($0)", "\($0)") } + [
        Table.Row(cells: [Self.cell("sist"), Table.Cell(called)])
      ], notes: [1], legend: [RichText("– saknas")])
    let notes = [
      Note(mark: "1", text: RichText("vid foten")), Note(mark: "a", text: RichText("prognos")),
    ]
    let layout = Self.lay(table, notes: notes, lines: 10)
    #expect(layout.breaches == [])
    // Ten rows fill the page; the last goes along with the two lines under it.
    let last = layout.pages.pages[layout.pages.pages.count - 1]
    let words = last.words.map { layout.words.string(of: $0.word) }
    #expect(layout.pages.pages.count == 2)
    // The note that nothing calls stands last in the document.
    #expect(words.suffix(7) == ["a", "prognos", "–", "saknas", "1", "vid", "foten"])
    #expect(words.contains("sist"))
  }

  @Test func `a table too wide stands on pages on their side by itself`() {
    let wide = Table(
      columns: Self.numbers(3), head: [TableTests.row("post", "aaaaaaa", "bbbbbbb", "ccccccc")],
      rows: [TableTests.row("r", "1", "2", "3")])
    let layout = Self.lay(wide, lines: 20)
    #expect(layout.breaches == [])
    #expect(layout.diagnostics == [])
    #expect(layout.pages.pages.map(\.size.width) == [.points(500)])
  }

  @Test func `a table too wide even so is split, with the labels beside each part`() throws {
    var wide = Table(
      columns: Self.numbers(4),
      head: [TableTests.row("post", "aaaaaaa", "bbbbbbb", "ccccccc", "ddddddd")],
      rows: [
        TableTests.row("lön", "1", "2", "3", "4"), TableTests.row("hyra", "5", "6", "7", "8"),
      ],
      whenTooWide: .split)
    wide.label = RichText("Tabell 1")
    let layout = Self.lay(wide)
    #expect(layout.breaches == [])
    #expect(layout.diagnostics == [])
    try expectSnapshot(layout.dump, "split-table")
  }

  @Test func `a status is a shape and a word, which is one piece`() {
    let status = Table.Cell(
      content: .text(RichText("")),
      badges: [Table.Badge(text: RichText("på väg"), style: "status-yellow")])
    let layout = Self.lay(
      Table(columns: [Table.Column()], head: [], rows: [Table.Row(cells: [status])])
    ) { $0.marks = ["status-yellow": StatusMark(shape: .triangle, colour: .black)] }
    #expect(layout.breaches == [])
    // A capital is 7.5 high, and the word begins 1.6 of that to the right.
    #expect(layout.dump.contains("polygon 53.8 54.5, 58.0 62.5, 49.5 62.5 #000000 (layout)"))
    #expect(layout.dump.contains("run 62.0 62.5 f0 TD \"på väg\""))
  }

  @Test func `a row of too few cells is filled up in the tree, so that its table is even`() {
    let spanning = Table.Cell(content: .text(RichText("a")), rowSpan: 2)
    let layout = Self.lay(
      Table(
        columns: Self.numbers(2), head: [TableTests.row("x", "y", "z")],
        rows: [
          Table.Row(cells: [spanning, TableTests.cell("1")]), TableTests.row("2", "3"),
          TableTests.row("b"),
        ]))
    #expect(layout.breaches == [])
    let tags = layout.pages.dumpStructure(words: layout.words).split(separator: "\n")
    #expect(tags.suffix(2) == ["        TD \"b\"", "        TD colspan=2"])
    #expect(tags.count { $0.contains("TD") } == 7)
  }

  @Test func `a picture in a cell stands in its width, and its row is as high as it`() {
    let picture = Picture(
      id: PictureID(index: 0), path: "a.png", kind: .png,
      pixels: Picture.Pixels(width: 400, height: 200),
      naturalSize: Size(width: .points(80), height: .points(40)))
    let figure = Figure(picture: picture, alternate: "en karta", width: .fixed(.points(60)))
    let layout = Self.lay(
      Table(
        columns: [Table.Column(width: .fit), Table.Column()], head: [],
        rows: [
          Table.Row(cells: [
            Table.Cell(content: .blocks([.figure(figure)])), TableTests.cell("karta"),
          ]), TableTests.row("a", "b"),
        ]))
    #expect(layout.breaches == [])
    #expect(layout.dump.contains("picture 50.0 50.0 60.0×30.0 p0"))
    #expect(layout.dump.contains("run 110.0 62.5 f0 TD \"karta\""))
    #expect(layout.dump.contains("run 50.0 92.5 f0 TD \"a\""))
  }

  @Test func `columns keep inside their bounds`() {
    let long = Array(repeating: "ord", count: 20).joined(separator: " ")
    let table = Table(
      columns: [
        Table.Column(leastWidth: .points(70)), Table.Column(mostWidth: .points(90)), Table.Column(),
      ], head: [], rows: [TableTests.row("a", long, long)])
    let layout = Self.lay(table, lines: 30, width: 300)
    #expect(layout.breaches == [])
    let lefts = Set(
      layout.pages.pages[0].items.compactMap { item in
        if case .run(let run) = item.mark { run.origin.x } else { nil }
      }
    ).sorted()
    #expect(lefts.count == 3)
    #expect(lefts[1] - lefts[0] >= .points(70))
    #expect(lefts[2] - lefts[1] <= .points(90))
  }

  @Test func `words of a column of numbers stand right, and left where most of it is words`() {
    func lefts(_ words: [String]) -> [Length] {
      let layout = Self.lay(
        Table(
          columns: [Table.Column(alignment: .decimal, width: .fixed(.points(150)))], head: [],
          rows: words.map { TableTests.row($0) }))
      return layout.pages.pages[0].items.compactMap { item in
        if case .run(let run) = item.mark { run.origin.x } else { nil }
      }
    }
    #expect(lefts(["12,5", "3", "ökar"]) == [160, 170, 160].map { Length.points($0) })
    #expect(lefts(["12,5", "ökar", "minskar"]) == [50, 50, 50].map { Length.points($0) })
  }
}
