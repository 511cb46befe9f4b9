import Diagnostics
import Geometry
import Layout
import Manuscript
import Pages
import TestSupport
import Testing
import Typography

/// What stands on the pages that go on with a table.
@Suite struct TableTurnTests {
  private static func lay(_ table: Table, lines: Int = 10, width: Double = 200) -> CheckedLayout {
    layOutChecked(
      Document(metadata: Metadata(title: "T"), blocks: [.table(table)]),
      sheet: .squares(lines: lines, width: width))
  }

  /// The texts that a page repeats as furniture, and its own, from the top.
  private static func texts(_ layout: CheckedLayout, page: Int) -> [String] {
    let page = layout.pages.pages[page]
    return page.items.compactMap { item in
      guard case .run(let run) = item.mark else { return nil }
      let words = page.words[run.words].map { layout.words.string(of: $0.word) }
        .joined(separator: " ")
      if case .artifact = item.role { return "(" + words + ")" }
      return words
    }
  }

  private static let columns = [Table.Column(), Table.Column(alignment: .right)]

  @Test func `a page that goes on with a table has its number and word before the head`() {
    var table = Table(
      columns: Self.columns, head: [TableTests.row("namn", "tal")],
      rows: (1...12).map { TableTests.row("rad\($0)", "\($0)") })
    table.label = RichText("Tabell 3")
    table.caption = RichText("Nycklar")
    let layout = Self.lay(table)
    #expect(layout.breaches == [])
    #expect(Self.texts(layout, page: 0).prefix(4) == ["Tabell 3. Nycklar", "namn", "tal", "rad1"])
    #expect(Self.texts(layout, page: 1).prefix(3) == ["(Tabell 3 (forts.))", "(namn)", "(tal)"])
  }

  @Test func `a page that ends in a table closes it with the style's rule`() {
    let thick = RuleStyle(thickness: .points(3), colour: .black)
    var sheet = StyleSheet.squares()
    sheet.tables["table"]?.ruleBreak = thick
    let table = Table(
      columns: Self.columns, head: [TableTests.row("namn", "tal")],
      rows: (1...20).map { TableTests.row("rad\($0)", "\($0)") })
    let layout = layOutChecked(
      Document(metadata: Metadata(title: "T"), blocks: [.table(table)]), sheet: sheet)
    #expect(layout.breaches == [])
    let rules = layout.pages.pages.map { page in
      page.items.compactMap { item -> Rect? in
        guard case .fill(let rect, _) = item.mark, rect.size.height == thick.thickness else {
          return nil
        }
        return rect
      }
    }
    // Ten lines of twenty points below a margin of fifty; the table's own end has its own rule.
    let foot = Rect(x: .points(50), y: .points(248.5), width: .points(200), height: .points(3))
    #expect(rules == [[foot], [foot], []])
  }

  @Test func `a continued head stands in place of the first`() {
    var table = Table(
      columns: Self.columns,
      head: [TableTests.row("lång", "huvud"), TableTests.row("namn", "tal")],
      rows: (1...12).map { TableTests.row("rad\($0)", "\($0)") })
    table.continuedHead = [TableTests.row("kort", "tal")]
    let layout = Self.lay(table)
    #expect(layout.breaches == [])
    #expect(Self.texts(layout, page: 1).prefix(3) == ["(kort)", "(tal)", "rad9"])
  }

  @Test func `a head inside the body is what is repeated from there on`() {
    let table = Table(
      columns: Self.columns, head: [TableTests.row("namn", "tal")],
      rows: (1...3).map { TableTests.row("a\($0)", "1") }
        + [TableTests.row("del", "mått", kind: .head)]
        + (1...12).map { TableTests.row("b\($0)", "2") })
    let layout = Self.lay(table)
    #expect(layout.breaches == [])
    #expect(Self.texts(layout, page: 1).prefix(3) == ["(del)", "(mått)", "b6"])
  }

  @Test func `the groups that go on are named again, each on its level`() {
    var rows: [Table.Row] = []
    for outer in 1...2 {
      rows.append(
        Table.Row(
          cells: [Table.Cell(content: .text(RichText("grupp\(outer)")), columnSpan: 2)],
          kind: .group))
      rows.append(
        Table.Row(
          cells: [Table.Cell(content: .text(RichText("under\(outer)")), columnSpan: 2)],
          kind: .group, depth: 1))
      rows += (1...11).map { TableTests.row("rad\($0)", "1") }
    }
    let table = Table(columns: Self.columns, head: [TableTests.row("namn", "tal")], rows: rows)
    let layout = Self.lay(table)
    #expect(layout.breaches == [])
    #expect(
      Self.texts(layout, page: 1).prefix(5) == [
        "(namn)", "(tal)", "(grupp1 (forts.))", "(under1 (forts.))", "rad8",
      ])
  }

  @Test func `a cell over many rows is read again beside the rows that go on`() {
    let spanning = Table.Cell(
      content: .text(RichText("Medborgare")), rowSpan: 14, isRowHead: true)
    let rows =
      [Table.Row(cells: [spanning, TableTests.cell("1")])]
      + (2...14).map { TableTests.row("\($0)") }
    let layout = Self.lay(
      Table(columns: Self.columns, head: [TableTests.row("namn", "tal")], rows: rows))
    #expect(layout.breaches == [])
    #expect(
      Self.texts(layout, page: 1).prefix(5) == [
        "(namn)", "(tal)", "(Medborgare", "(forts.))", "10",
      ]
        || Self.texts(layout, page: 1).prefix(4) == [
          "(namn)", "(tal)", "(Medborgare (forts.))", "10",
        ]
    )
  }

  @Test func `a cell over many rows is read again where the table has neither head nor caption`() {
    let spanning = Table.Cell(
      content: .text(RichText("Mål")), rowSpan: 14, isRowHead: true)
    let rows =
      [Table.Row(cells: [spanning, TableTests.cell("1")])]
      + (2...14).map { TableTests.row("\($0)") }
    let layout = Self.lay(Table(columns: Self.columns, head: [], rows: rows))
    #expect(layout.breaches == [])
    #expect(Self.texts(layout, page: 1).prefix(2) == ["(Mål (forts.))", "11"])
  }

  @Test func `sums are carried over every page's end`() {
    let rows = (1...20).map { number in
      var row = TableTests.row("r\(number)", "\(number)")
      let sum = number * (number + 1) / 2
      row.carried = Table.Row.Carried(
        foot: [TableTests.cell("att föra över"), TableTests.cell("\(sum)")],
        head: [TableTests.cell("från förra"), TableTests.cell("\(sum)")])
      return row
    }
    let layout = Self.lay(
      Table(columns: Self.columns, head: [TableTests.row("namn", "tal")], rows: rows))
    #expect(layout.breaches == [])
    // The head, eight rows less the foot's one: 1 + … + 8 = 36.
    #expect(Self.texts(layout, page: 0).suffix(2) == ["(att föra över)", "(36)"])
    #expect(Self.texts(layout, page: 1).prefix(4) == ["(namn)", "(tal)", "(från förra)", "(36)"])
  }

  @Test func `a sum has two rows with it on its page`() {
    for count in 4...30 {
      let layout = Self.lay(
        Table(
          columns: Self.columns, head: [TableTests.row("namn", "tal")],
          rows: (1...count).map { TableTests.row("r\($0)", "1") } + [
            TableTests.row("summa", "\(count)", kind: .total)
          ]))
      #expect(layout.breaches == [])
      let own = Self.texts(layout, page: layout.pages.pages.count - 1).filter { $0.first != "(" }
      #expect(own.count >= 6, "\(count) rows: \(own)")
    }
  }
}
