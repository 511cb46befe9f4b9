import Diagnostics
import Geometry
import Layout
import Manuscript
import Pages
import TestSupport
import Testing
import Typography

@Suite struct ColumnWidthTests {
  /// The words of a table's cells as their lengths in letters: rows of cells of words.
  private typealias Words = [[[Int]]]

  private static func randomTable(seed: UInt64) -> Words {
    var random = SeededGenerator(seed: seed)
    let columns = Int.random(in: 2...4, using: &random)
    let rows = Int.random(in: 1...9, using: &random)
    // Some columns hold much and some little, as columns do.
    let loads = (0..<columns).map { _ in [2, 6, 14, 30].randomElement(using: &random) ?? 2 }
    return (0..<rows).map { _ in
      loads.map { load in
        (0..<Int.random(in: 1...load, using: &random)).map { _ in
          Int.random(in: 1...8, using: &random)
        }
      }
    }
  }

  private static func table(_ words: Words, _ look: (Int) -> Table.Column = { _ in Table.Column() })
    -> Table
  {
    Table(
      columns: words[0].indices.map(look), head: [],
      rows: words.map { row in
        Table.Row(
          cells: row.map { cell in
            TableTests.cell(
              cell.map { String(repeating: "x", count: $0) }.joined(separator: " "))
          })
      }, whenTooWide: .squeeze)
  }

  private static func layOut(_ table: Table, width: Double) -> CheckedLayout {
    layOutChecked(
      Document(metadata: Metadata(title: "T"), blocks: [.table(table)]),
      sheet: .squares(lines: 400, width: width))
  }

  /// The lines of a table that stands alone on its page.
  private static func lines(of layout: CheckedLayout) -> Int {
    let lowest = layout.pages.pages[0].items.compactMap { item in
      if case .run(let run) = item.mark { run.origin.y } else { nil }
    }.max()
    return ((lowest ?? .zero) - .points(62.5)).units / Length.points(20).units + 1
  }

  /// How many lines words fill at a width, as first fit fills them: letters of ten, spaces of five.
  private static func lines(_ words: [Int], in width: Int) -> Int {
    var lines = 1
    var used = 0
    for word in words {
      let wide = word * 10
      if used > 0, used + 5 + wide > width {
        lines += 1
        used = wide
      } else {
        used += (used > 0 ? 5 : 0) + wide
      }
    }
    return lines
  }

  /// The fewest lines that any widths on a grid of four points come to.
  private static func fewestLines(_ words: Words, in measure: Int) -> Int {
    let columns = words[0].count
    let least = (0..<columns).map { column in
      words.map { ($0[column].max() ?? 0) * 10 }.max() ?? 0
    }
    let slack = measure - least.reduce(0, +)
    let steps = slack / 4
    // The last column takes what the others leave.
    let heights = (0..<columns).map { column in
      (0...steps).map { step in
        words.map { lines($0[column], in: least[column] + step * 4 + (slack - steps * 4)) }
      }
    }
    var best = Int.max
    func search(_ column: Int, _ left: Int, _ rows: [Int]) {
      let isLast = column == columns - 1
      for step in (isLast ? left : 0)...left {
        var rows = rows
        for (row, count) in heights[column][step].enumerated() { rows[row] = max(rows[row], count) }
        if isLast {
          best = min(best, rows.reduce(0, +))
        } else if rows.reduce(0, +) < best {
          search(column + 1, left - step, rows)
        }
      }
    }
    search(0, steps, Array(repeating: 1, count: words.count))
    return best
  }

  @Test func `a table is within three hundredths of the lowest there can be`() {
    var excess = 0.0
    for seed in 1...100 as ClosedRange<UInt64> {
      let words = Self.randomTable(seed: seed)
      let layout = Self.layOut(Self.table(words), width: 420)
      #expect(layout.breaches == [])
      let fewest = Self.fewestLines(words, in: 420)
      let found = Self.lines(of: layout)
      #expect(Double(found) <= Double(fewest) * 1.03, "table \(seed): \(found) for \(fewest)")
      excess += Double(found) / Double(fewest) - 1
    }
    #expect(excess / 100 < 0.005)
  }

  @Test func `columns widen for a cell over both of them`() {
    let long = Array(repeating: "ord", count: 30).joined(separator: " ")
    let spanning = Table.Cell(content: .text(RichText(long)), columnSpan: 2)
    let table = Table(
      columns: Array(repeating: Table.Column(), count: 3), head: [],
      rows: [
        TableTests.row("dag", "nummer", "någon"),
        Table.Row(cells: [spanning, TableTests.cell("ett kort svar")]),
      ])
    // Ten words of 35 points stand on a line of 350 beside "någon"; alone they are three lines.
    let layout = Self.layOut(table, width: 410)
    #expect(layout.breaches == [])
    #expect(Self.lines(of: layout) == 4)
  }

  @Test func `a long table has the widths of a short one of the same rows`() {
    // Of many rows alike one stands for all: the widths are those of a short table of them.
    let words = [[[4, 4, 4, 4, 4, 4], [5, 5, 5]], [[4], [5]]]
    func widths(_ count: Int) -> Set<Length> {
      let rows = (0..<count).flatMap { _ in words }
      let layout = Self.layOut(Self.table(rows), width: 200)
      return Set(
        layout.pages.pages.flatMap { page in
          page.items.compactMap { item in
            if case .run(let run) = item.mark { run.origin.x } else { nil }
          }
        })
    }
    #expect(widths(3) == widths(300))
  }

  @Test func `numbers in columns beside one another end at equal distances, the last at the edge`()
  {
    var sheet = StyleSheet.squares(width: 400)
    sheet.tables["table"]?.padding.right = .points(20)
    let numbers = Table.Column(alignment: .decimal)
    let table = Table(
      columns: [Table.Column(), numbers, numbers, numbers], head: [],
      rows: [TableTests.row("ord", "1000", "200", "30"), TableTests.row("ord", "2", "3", "4")])
    let layout = layOutChecked(
      Document(metadata: Metadata(title: "T"), blocks: [.table(table)]), sheet: sheet)
    #expect(layout.breaches == [])
    let page = layout.pages.pages[0]
    let ends = page.items.compactMap { item -> Double? in
      guard case .run(let run) = item.mark, let word = page.words[run.words].last else {
        return nil
      }
      return (run.origin.x + word.x + layout.words.width(of: word.word)).points
    }
    #expect(Array(ends[1...3]) == [330, 390, 450])
    #expect(Array(ends[5...7]) == [330, 390, 450])
  }
}
