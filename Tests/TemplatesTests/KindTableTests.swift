import Diagnostics
import Input
import Manuscript
import Swedish
import Templates
import TestSupport
import Testing

/// The tables of the project's kinds, in its samples.
@Suite struct KindTableTests {
  private func document(_ kind: String, _ sample: String) throws -> Document {
    let (data, faults) = readYAML(try projectText("samples/\(sample)/plan.yaml"), file: .none)
    #expect(faults.isEmpty)
    return compose(try #require(data), template: try KindFixture(kind).template) { _, _ in (nil, [])
    }.0
  }

  private func tables(_ document: Document) -> [Table] {
    document.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  @Test func `Bra Liv's measures have two totals, a row outside both and a second head`() throws {
    let tables = tables(try document("verksamhetsplan", "bra-liv-2024"))
    let measures = try #require(tables.first { $0.caption?.text == "Verksamhetsmått" })
    #expect(
      measures.rows.map(\.kind.rawValue) == [String](repeating: "item", count: 8) + [
        "total", "total", "item", "head",
      ] + [String](repeating: "item", count: 7) + ["total"])
    #expect(
      measures.rows[8].texts == [
        "Summa besök", "679\u{202F}186", "706\u{202F}500", "637\u{202F}000",
      ])
    #expect(
      measures.rows[11].texts == [
        "Andel digitala besök", "Utfall 2019", "Prognos 2023", "Plan 2024",
      ])
    #expect(measures.columns.dropFirst().allSatisfy { $0.alignment == .decimal })
    #expect(tables.count { $0.head.first?.texts.first == "Aktiviteter" } > 30)
  }

  @Test func `Blekinge's goals reach over their rows, and the one without uppdrag keeps its own`()
    throws
  {
    let document = try document("uppfoljning", "region-blekinge-uppfoljning-2024")
    let table = try #require(tables(document).first)
    let goals = table.rows.filter { $0.cells.first?.isRowHead == true }
    #expect(goals.map { $0.cells[0].rowSpan } == [2, 18, 1, 1])
    #expect(goals[2].texts.dropFirst() == ["", ""])
    let followed = try #require(table.rows.first { $0.texts.first == "Barnhälsovård" })
    #expect(followed.cells[0].rowSpan == 3)
  }

  @Test func `the torture sample holds every feature`() throws {
    let document = try document("dokument", "tortyr")
    let dump = document.dump()
    for sign in [
      "label \"Tabell~2\"", "carried-foot", "carried-head", "columns 6 centre \"Första halvåret\"",
      "when too wide split", "blocks 1", "[VO] [Klart]", "[☑\u{A0}Vald]", "legend \"VO~= följs",
      "legend \"–~= inget", "legend \"..~= uppgift", "legend \".~= kan inte", "^a^[note",
      "depth 1", "  head | \"Andel digitala besök\"", "record line 1",
      "columns 2 \"Antal läkarbesök",
      "\"Inga ärenden.\"",
    ] { #expect(dump.contains(sign), "\(sign)") }
    let tables = tables(document)
    #expect(tables.contains { $0.columns.count == 14 })
    #expect(tables.contains { $0.rows.count > 200 })
    #expect(tables.contains { $0.rows.contains { ($0.cells.first?.rowSpan ?? 1) > 40 } })
    let longest = tables.flatMap(\.rows).flatMap(\.cells).map(\.length).max() ?? 0
    #expect(longest > 90 * 40)
  }

  @Test func `the torture sample's carried sums are the running sums of what is printed`() throws {
    let tables = tables(try document("dokument", "tortyr")).filter { table in
      table.rows.contains { $0.carried != nil }
    }
    #expect(tables.count == 1)
    for table in tables {
      var sums = [Amount.zero, Amount.zero]
      var checked = 0
      for row in table.rows.prefix(while: { $0.kind != .total }) {
        if row.kind == .item {
          for (index, text) in row.texts[2...3].enumerated() {
            guard let amount = Amount(text) else { continue }
            sums[index] = try #require(sums[index].adding(amount))
          }
        }
        guard let carried = row.carried else { continue }
        let printed = carried.foot.dropFirst().prefix(2).map { Amount($0.text) }
        #expect(printed == sums.map(Optional.some))
        #expect(carried.foot.dropFirst() == carried.head.dropFirst())
        checked += 1
      }
      #expect(checked > 200)
    }
  }
}

extension Table.Row {
  /// The words of its cells.
  fileprivate var texts: [String] { cells.map(\.text) }
}

extension Table.Cell {
  /// Its words, where they are running text.
  fileprivate var text: String {
    if case .text(let text) = content { text.text } else { "" }
  }

  /// How many characters it holds.
  fileprivate var length: Int {
    switch content {
    case .text(let text): text.text.count
    case .blocks(let blocks): blocks.flatMap(\.texts).reduce(0) { $0 + $1.text.count }
    }
  }
}
