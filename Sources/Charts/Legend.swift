import Geometry
import Manuscript
import Typography

/// A legend laid out: what its entries stand for, their words and places, and how high it is.
struct Legend {
  /// What an entry stands for.
  enum Key {
    case series(Int)
    case target
    case limit
  }

  var entries: [(key: Key, text: ChartText, at: Point)] = []
  var height = Length.zero
}

extension ChartPainter {
  /// From where a legend's sign begins to its words: a line is longer than a square.
  private func signRoom(_ key: Legend.Key) -> Length {
    if case .series = key, chart.kind != .line { .points(10) } else { .points(13) }
  }
  /// Between two entries.
  private static let entryGap = Length.points(13)

  /// The series with their names.
  var seriesNames: [(key: Legend.Key, name: String)] {
    chart.series.enumerated().map { (.series($0.offset), $0.element.name) }
  }

  /// The target and the limits with their names and values.
  var levelNames: [(key: Legend.Key, name: String)] {
    chart.levels.map { level in
      (level == chart.target ? .target : .limit, "\(level.name) \(text(level.amount))")
    }
  }

  /// Lays out a legend of names, from the left in as many rows as they need.
  func legend(of names: [(key: Legend.Key, name: String)]) -> Legend {
    var legend = Legend()
    var x = Length.zero
    var y = Length.zero
    var rowHeight = Length.zero
    for (key, name) in names where !name.isEmpty {
      let sign = signRoom(key)
      let text = setter.set(name, in: look.label, within: max(width - sign, .points(1)))
      let extent = sign + text.width
      if x > .zero, x + extent > width {
        x = .zero
        y += rowHeight
        rowHeight = .zero
      }
      legend.entries.append((key, text, Point(x: x + sign, y: y)))
      x += extent + Self.entryGap
      rowHeight = max(rowHeight, text.height)
    }
    legend.height = legend.entries.isEmpty ? .zero : y + rowHeight + Self.gap
    return legend
  }

  /// Draws a legend from a height down, with lines or squares before the names of series.
  mutating func draw(_ legend: Legend, top: Length = .zero, asLines: Bool) {
    for (key, text, place) in legend.entries {
      let middle = top + place.y + self.middle(of: look.label)
      let left = place.x - signRoom(key)
      let ends = [Point(x: left, y: middle), Point(x: left + .points(9.5), y: middle)]
      switch key {
      case .series(let series) where asLines:
        pen.stroke(
          ends, thickness: look.style.line, dashes: look.dashes(series), look.ink(series))
        pen.mark(series, at: Point(x: left + .points(4.75), y: middle))
      case .series(let series):
        let side = look.label.metrics.capHeight
        pen.fill(
          from: Point(x: left, y: middle - side / 2),
          to: Point(x: left + side, y: middle - side / 2 + side), look.ink(series))
      case .target, .limit:
        let isTarget = if case .target = key { true } else { false }
        pen.stroke(
          ends, thickness: look.style.level.thickness, dashes: look.levelDashes(isTarget: isTarget),
          look.style.level.colour)
      }
      pen.write(text, at: Point(x: place.x, y: top + place.y))
    }
  }
}
