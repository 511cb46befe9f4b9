import Geometry
import Manuscript
import Swedish
import Typography

/// The bars of a chart as numbers: from which value to which each goes, category by category.
///
/// Bars beside one another all begin at nothing; bars on one another begin where the one before
/// ended, those under nothing on their own side.
struct BarNumbers {
  /// One bar.
  struct Bar {
    var series: Int
    /// Where it stands among those beside it.
    var slot: Int
    var from: Double
    var to: Double
    /// What is written at it.
    var text: String
    /// Whether another bar goes on where it ends.
    var isFollowed = false
    /// Whether it goes on where another ended.
    var isFollowing = false
  }

  /// The bars of each category.
  var categories: [[Bar]]
  /// How many stand beside one another.
  var slots: Int
  /// What the axis counts in.
  var unit: String
  /// The sum of each category's bars, where they stand on one another and none is under nothing.
  var sums: [String?]

  /// The bars of a chart.
  init(_ chart: Chart, text: (Int, Int) -> String) {
    let isFull = chart.stacking == .full
    unit = isFull ? "%" : chart.unit
    slots = chart.stacking == .grouped ? max(chart.series.count, 1) : 1
    categories = []
    sums = []
    for category in chart.categories.indices {
      let amounts = chart.series.map { $0.values[category] }
      let column = Chart.Series(name: "", values: amounts)
      let shares = isFull ? column.shares : []
      let whole = amounts.compactMap { $0?.approximate }.reduce(0, +)
      var bars: [Bar] = []
      var (up, down) = (0.0, 0.0)
      for (series, amount) in amounts.enumerated() {
        guard let amount else { continue }
        var value = amount.approximate
        var label = text(series, category)
        if isFull {
          value = whole > 0 ? value / whole * 100 : 0
          label = shares[series].map(String.init) ?? ""
        }
        switch chart.stacking {
        case .grouped:
          bars.append(Bar(series: series, slot: series, from: 0, to: value, text: label))
        case .stacked, .full:
          let from = value < 0 ? down : up
          if let before = bars.lastIndex(where: { ($0.to < $0.from) == (value < 0) }), from != 0 {
            bars[before].isFollowed = true
          }
          bars.append(
            Bar(
              series: series, slot: 0, from: from, to: from + value, text: label,
              isFollowing: from != 0))
          if value < 0 { down += value } else { up += value }
        }
      }
      categories.append(bars)
      let hasNegative = amounts.contains { $0?.isNegative == true }
      var sum: Amount? = .zero
      for amount in amounts.compactMap(\.self) { sum = sum?.adding(amount) }
      sums.append(
        chart.stacking == .stacked && !hasNegative && bars.count > 1
          ? sum.map { $0.text(chart.numbers) } : nil)
    }
  }

  /// From where to where they go, nothing among it.
  var range: (Double, Double) {
    let ends = categories.flatMap { $0.flatMap { [$0.from, $0.to] } }
    return (min(ends.min() ?? 0, 0), max(ends.max() ?? 0, 0))
  }
}

extension ChartPainter {
  /// Between two bars on one another, so that they are told apart whatever their inks.
  static let seam = Length.points(0.8)

  /// The bars of the chart.
  func barNumbers() -> BarNumbers {
    BarNumbers(chart) { series, category in
      chart.series[series].values[category].map { text($0) } ?? ""
    }
  }

  /// The least and the most that an axis of bars reaches, levels among it.
  func barRange(_ bars: BarNumbers) -> (Double, Double) {
    let levels = chart.levels.map(\.amount.approximate)
    let range = bars.range
    return (min(range.0, levels.min() ?? 0), max(range.1, levels.max() ?? 0))
  }
}
