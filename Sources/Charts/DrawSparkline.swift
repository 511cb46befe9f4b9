import Geometry
import Manuscript
import Typography

extension ChartPainter {
  /// How large the mark at the last value is, in parts of a usual one.
  private static let endMark = 0.72

  /// Draws the first series as a line as low as a line of text; gives the height.
  ///
  /// The line uses all the height there is, since it has no numbers to be read against; the last
  /// value has a mark, and the target is a dashed line.
  mutating func drawSparkline() -> Length {
    let height = min(chart.height ?? leading, mostHeight)
    guard let series = values.first else { return height }
    let mark = look.style.marker.scaled(by: Self.endMark)
    let known = series.compactMap(\.self) + chart.levels.map(\.amount.approximate)
    guard let least = known.min(), let most = known.max() else { return height }
    // As high as the words beside it, and not as their line.
    let inset = max(mark / 2, height / 5)
    let (top, bottom) = (inset, height - inset)
    let (left, right) = (mark / 2, max(width - mark / 2, mark))
    func y(_ value: Double) -> Length {
      let share = most > least ? (value - least) / (most - least) : 0.5
      return bottom - (bottom - top).scaled(by: share)
    }
    func x(_ index: Int) -> Length {
      guard series.count > 1 else { return (left + right) / 2 }
      return left + Length(units: (right - left).units * index / (series.count - 1))
    }
    for level in chart.levels {
      let y = y(level.amount.approximate)
      pen.stroke(
        [Point(x: left, y: y), Point(x: right, y: y)], thickness: look.style.level.thickness / 2,
        dashes: look.levelDashes(isTarget: true).map { $0 / 2 }, look.style.level.colour)
    }
    var path: [Point] = []
    let thickness = look.style.line.scaled(by: Self.endMark)
    func end(_ pen: inout Pen) {
      pen.stroke(path, thickness: thickness, look.ink(0))
      if path.count == 1 { pen.mark(0, at: path[0], size: mark.scaled(by: Self.endMark)) }
      path = []
    }
    for (index, value) in series.enumerated() {
      guard let value else {
        end(&pen)
        continue
      }
      path.append(Point(x: x(index), y: y(value)))
    }
    end(&pen)
    if let last = series.lastIndex(where: { $0 != nil }), let value = series[last] {
      pen.mark(0, at: Point(x: x(last), y: y(value)), size: mark)
    }
    return height
  }
}
