import Geometry
import Manuscript
import Pages
import Swedish
import TestSupport
import Testing
import Typography

/// Charts on pages: with their captions, in cells, and where room is short.
@Suite struct ChartTests {
  private static func chart(
    _ kind: Chart.Kind = .columns, _ change: (inout Figure) -> Void = { _ in }
  ) -> Block {
    var chart = Chart(
      kind: kind, categories: ["a", "b"],
      series: [.init(name: "", values: [Amount(1), Amount(2)])])
    chart.height = .points(60)
    var figure = Figure(
      .chart(chart), alternate: "Ett till två.", label: RichText("Figur 1"),
      caption: RichText("Antal."), credit: RichText("Källa."))
    change(&figure)
    return .figure(figure)
  }

  @Test func `a chart stands between its caption and its source`() throws {
    let layout = layOutChecked(
      PageBreakTests.document([
        PageBreakTests.paragraph(lines: 1), Self.chart { $0.id = "antal" },
        PageBreakTests.paragraph(lines: 1),
      ]))
    #expect(layout.breaches == [])
    #expect(layout.diagnostics.isEmpty)
    try expectSnapshot(layout.dump + layout.pages.dumpStructure(words: layout.words), "chart")
  }

  @Test func `a theme may have captions below charts`() throws {
    var sheet = StyleSheet.squares()
    sheet.charts.caption = .below
    let layout = layOutChecked(PageBreakTests.document([Self.chart()]), sheet: sheet)
    #expect(layout.breaches == [])
    let lines = layout.pages.dumpStructure(words: layout.words).split(separator: "\n")
    #expect(lines[2].contains("Figure"))
    #expect(lines[3].contains("Caption"))
  }

  @Test func `a caption is never parted from its chart, nor a chart from its table`() throws {
    for lines in 1...9 {
      let layout = layOutChecked(
        PageBreakTests.document([
          PageBreakTests.paragraph(lines: lines),
          Self.chart { figure in
            guard var chart = figure.chart else { return }
            chart.dataTable = .below
            figure.content = .chart(chart)
            figure.credit = nil
            figure.mayFloat = false
          },
          .table(
            Table(
              columns: [Table.Column(), Table.Column()],
              head: [.init(cells: [.init(RichText("h")), .init(RichText("i"))])],
              rows: [.init(cells: [.init(RichText("x")), .init(RichText("y"))])])),
        ]), sheet: .squares(lines: 14))
      #expect(layout.breaches == [])
      let pages = layout.pages.pages
      let withCaption = pages.firstIndex { page in
        page.words.contains { layout.words.string(of: $0.word) == "Antal." }
      }
      let withBars = pages.firstIndex { page in
        page.items.contains { item in
          if case .fill(_, ChartStyle().series[0]) = item.mark { true } else { false }
        }
      }
      let withTable = pages.firstIndex { page in
        page.words.contains { layout.words.string(of: $0.word) == "h" }
      }
      #expect(withCaption == withBars, "\(lines)")
      #expect(withBars == withTable, "\(lines)")
    }
  }

  @Test func `a sparkline in a cell is as high as a line and as wide as its column`() throws {
    let cell = Table.Cell(
      content: .blocks([
        Self.chart(.sparkline) { figure in
          guard var chart = figure.chart else { return }
          chart.height = nil
          figure = Figure(.chart(chart), alternate: "från 1 till 2")
        }
      ]))
    let layout = layOutChecked(
      PageBreakTests.document([
        .table(
          Table(
            columns: [Table.Column(), Table.Column(width: .fixed(.points(60)))],
            head: [.init(cells: [.init(RichText("namn")), .init(RichText("kurva"))])],
            rows: [.init(cells: [.init(RichText("a")), cell])]))
      ]))
    #expect(layout.breaches == [])
    let strokes = layout.pages.pages[0].items.compactMap { item in
      if case .stroke(let stroke) = item.mark { stroke } else { nil }
    }
    #expect(strokes.count == 1)
    #expect(layout.pages.dumpStructure(words: layout.words).contains("Figure"))
    let width = try #require(strokes.first?.box?.size.width)
    #expect(width > .points(50) && width <= .points(60))
  }

  @Test func `no figure passes one that keeps its place`() throws {
    let tall = Self.chart { $0.caption = RichText("Hög.") }
    let layout = layOutChecked(
      PageBreakTests.document([
        PageBreakTests.paragraph(lines: 6), tall,
        Self.chart {
          $0.caption = RichText("Kvar.")
          $0.mayFloat = false
        },
      ]))
    #expect(layout.breaches == [])
    let words = layout.pages.pages.flatMap { page in
      page.words.map { layout.words.string(of: $0.word) }
    }
    let first = try #require(words.firstIndex(of: "Hög."))
    #expect(first < (try #require(words.firstIndex(of: "Kvar."))))
  }
}
