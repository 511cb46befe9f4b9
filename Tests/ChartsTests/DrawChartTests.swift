import Charts
import Geometry
import Manuscript
import Pages
import TestSupport
import Testing
import Typography

struct DrawChartTests {
  private static let months = "jan|feb|mar|apr|maj|jun"

  /// A chart of each kind.
  static let kinds: [(name: String, chart: Chart)] = [
    (
      "line",
      Chart(
        .line, months, ["Bas": "6,4 6,2 6,3 6,0 5,9 5,8", "Alt": "6,1 6,0 6,0 5,9 .. 5,7"],
        target: "5,5", limits: ["6,5"])
    ),
    ("columns", Chart(.columns, "2021|2022|2023", ["": "12 -4 9"], unit: "mnkr", target: "10")),
    ("columns-grouped", Chart(.columns, "A|B", ["X": "1 2", "Y": "3 4"], target: "2")),
    ("columns-stacked", Chart(.columns, "A|B", ["X": "1 2", "Y": "3 4"], stacking: .stacked)),
    ("columns-full", Chart(.columns, "A|B", ["X": "1 2", "Y": "3 4"], stacking: .full)),
    ("bars", Chart(.bars, "Norr|Söder", ["": "80 65"], target: "70")),
    ("bars-grouped", Chart(.bars, "Norr|Söder", ["X": "8 -6", "Y": "5 3"])),
    ("bars-stacked", Chart(.bars, "Norr|Söder", ["X": "8 6", "Y": "5 3"], stacking: .stacked)),
    ("bars-full", Chart(.bars, "Norr|Söder", ["X": "8 6", "Y": "5 3"], stacking: .full)),
    ("share", Chart(.share, "Lön|Hyra|Annat", ["": "62 23 15"])),
    ("sparkline", Chart(.sparkline, months, ["": "1 2 .. 4 3 5"], target: "4")),
  ]

  @Test(arguments: kinds.indices)
  func `a chart of each kind has its marks and words in their places`(index: Int) throws {
    let (name, chart) = Self.kinds[index]
    let drawn = try CheckedDrawing(chart)
    #expect(drawn.breaches == [])
    try expectSnapshot(drawn.dump, name)
  }

  @Test(arguments: kinds.indices, [90.0, 140, 300, 480])
  func `nothing stands outside or on other words in any width`(index: Int, width: Double) throws {
    let drawn = try CheckedDrawing(Self.kinds[index].chart, width: width)
    #expect(drawn.breaches == [], "\(Self.kinds[index].name) \(width)")
  }

  @Test(arguments: kinds.indices)
  func `a chart gives way to a page that has little room`(index: Int) throws {
    let drawn = try CheckedDrawing(Self.kinds[index].chart, mostHeight: 90)
    #expect(drawn.breaches == [])
    #expect(drawn.drawing.size.height <= .points(130))
  }

  private static let ink = ChartStyle().series

  @Test func `columns are exactly as high as their values`() throws {
    let drawn = try CheckedDrawing(Chart(.columns, "a|b|c", ["": "10 5 2,5"]))
    let heights = drawn.fills(Self.ink[0]).map(\.size.height)
    #expect(heights == [.points(100), .points(50), .points(25)])
  }

  @Test func `a column under nothing hangs from the line that the others stand on`() throws {
    let drawn = try CheckedDrawing(Chart(.columns, "a|b", ["": "10 -10"]))
    let bars = drawn.fills(Self.ink[0])
    #expect(bars.map(\.size.height) == [.points(50), .points(50)])
    #expect(bars[0].bottom == bars[1].origin.y)
  }

  @Test func `a line is broken where a value is missing, and a lone value is marked`() throws {
    let drawn = try CheckedDrawing(
      Chart(.line, "a|b|c|d|e|f", ["": "1 2 .. 3 .. 4"]))
    let lines = drawn.strokes(Self.ink[0]).filter { $0.thickness == ChartStyle().line }
    #expect(lines.map(\.path.count) == [2])
    let marks = drawn.drawing.marks.count { if case .roundedFill = $0 { true } else { false } }
    #expect(marks == 4)
  }

  @Test(arguments: ["5", "0", "-3", "7 7 7", "0 0", "1000000000000 1000000000001", "0,0001 0,0002"])
  func `one value, and values that are all the same, are drawn`(values: String) throws {
    let count = values.split(separator: " ").count
    let categories = (0..<count).map { "k\($0)" }.joined(separator: "|")
    for kind in Chart.Kind.allCases where kind != .share {
      let drawn = try CheckedDrawing(Chart(kind, categories, ["": values]))
      #expect(drawn.breaches == [], "\(kind)")
    }
  }

  @Test func `of very many categories some are named, the last among them`() throws {
    let categories = (1...120).map { "d\($0)" }.joined(separator: "|")
    let values = (1...120).map { String($0 % 17) }.joined(separator: " ")
    for kind in [Chart.Kind.line, .columns] {
      let drawn = try CheckedDrawing(Chart(kind, categories, ["": values]))
      #expect(drawn.breaches == [])
      #expect(drawn.texts.contains("d120"))
      #expect(drawn.texts.count < 40)
    }
  }

  @Test func `columns with long names become bars`() throws {
    let drawn = try CheckedDrawing(
      Chart(
        .columns, "Psykiatrimottagningen|Folktandvården|Habiliteringen|Hjälpmedel",
        ["": "4 3 2 1"]))
    #expect(drawn.breaches == [])
    let bars = drawn.fills(Self.ink[0])
    #expect(Set(bars.map(\.size.height)).count == 1)
    #expect(drawn.texts.contains("Folktandvården"))
  }

  @Test func `labels at lines' ends move apart and keep their order`() throws {
    let drawn = try CheckedDrawing(
      Chart(.line, "a|b", ["A": "1 5", "B": "2 5,01", "C": "3 5,02", "D": "9 0"]))
    #expect(drawn.breaches == [])
    let names = ["C", "B", "A"].compactMap { name in
      drawn.runs.first { $0.text == name }?.box.origin.y
    }
    #expect(names == names.sorted())
    #expect(names.count == 3)
  }

  @Test func `parts of a whole are as wide as their shares, and the shares add up to 100`() throws {
    let drawn = try CheckedDrawing(Chart(.share, "a|b|c", ["": "1 1 1"]))
    #expect(drawn.texts.filter { $0.hasSuffix("%") } == ["34\u{A0}%", "33\u{A0}%", "33\u{A0}%"])
    let lefts = Self.ink.prefix(3).compactMap { drawn.fills($0).first?.origin.x }
    #expect(lefts == [.zero, .points(66.667), .points(133.333)])
  }

  @Test func `words in bars are black or white, whichever is read better`() throws {
    let drawn = try CheckedDrawing(
      Chart(.bars, "a", ["X": "5", "Y": "5"], stacking: .stacked))
    let inks = drawn.drawing.marks.compactMap { mark in
      if case .run(let run) = mark { run.colour } else { nil }
    }
    #expect(inks.contains(.white))
    #expect(Self.ink.allSatisfy { $0.contrast(to: .white) >= 3 })
    #expect(
      Self.ink.allSatisfy { max($0.contrast(to: .white), $0.contrast(to: .black)) >= 4.5 })
  }

  @Test func `neighbouring inks differ in lightness, for grey print`() {
    let greys = Self.ink.map {
      0.299 * Double($0.red) + 0.587 * Double($0.green) + 0.114 * Double($0.blue)
    }
    for (one, next) in zip(greys, greys.dropFirst()) { #expect(abs(one - next) >= 20) }
  }
}
