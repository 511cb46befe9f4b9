import Geometry
import Manuscript
import Typography

// The lines across the area of values: those at the axis' numbers, the one at nothing, levels.

extension ChartPainter {
  /// The widest number of an axis.
  func tickWidth(of axis: Axis) -> Length {
    axis.ticks.map { setter.width(of: $0.text, in: look.label) }.max() ?? .zero
  }

  /// Draws the axis of upright values: its numbers at the left, a thin line at each.
  mutating func drawAxis(of plot: Plot) {
    for tick in plot.axis.ticks {
      let y = plot.y(tick.value)
      pen.rule(from: Point(x: plot.left, y: y), to: Point(x: plot.right, y: y), look.style.grid)
      pen.write(
        setter.set(tick.text, in: look.label),
        at: Point(x: plot.left - Self.gap, y: y - middle(of: look.label)), .right)
    }
  }

  /// From a line's top to the middle of its figures.
  func middle(of face: ChartLook.Face) -> Length {
    let surplus = face.leading - face.metrics.ascent - face.metrics.descent
    return surplus / 2 + face.metrics.ascent - face.metrics.capHeight / 2
  }

  /// Draws the line at nothing, if the axis reaches it.
  mutating func drawZero(of plot: Plot) {
    guard plot.axis.low <= 0, plot.axis.high >= 0 else { return }
    let y = plot.y(0)
    pen.rule(from: Point(x: plot.left, y: y), to: Point(x: plot.right, y: y), look.style.axis)
  }

  /// Draws the line of a level from one point to another, straight across or down.
  ///
  /// Over a bar it is white, so that it is seen there too, and it leaves out words.
  mutating func drawLevel(
    from start: Point, to end: Point, isTarget: Bool, over bars: [Rect] = []
  ) {
    let isAcross = start.y == end.y
    let at = isAcross ? start.y : start.x
    func stretch(_ rect: Rect) -> (low: Length, high: Length)? {
      let (near, far, low, high) =
        isAcross
        ? (rect.origin.y, rect.bottom, rect.origin.x, rect.right)
        : (rect.origin.x, rect.right, rect.origin.y, rect.bottom)
      return near <= at && at <= far ? (low, high) : nil
    }
    let pad = Length.points(2)
    let crossed = bars.compactMap(stretch)
    let words = pen.wordBoxes.compactMap(stretch).map { ($0.low - pad, $0.high + pad) }
    let (from, to) = isAcross ? (start.x, end.x) : (start.y, end.y)
    let cuts = (crossed.flatMap { [$0.low, $0.high] } + words.flatMap { [$0.0, $0.1] })
      .filter { from < $0 && $0 < to }.sorted()
    let stops = [from] + cuts + [to]
    for (low, high) in zip(stops, stops.dropFirst()) where low < high {
      let middle = (low + high) / 2
      if words.contains(where: { $0.0 <= middle && middle <= $0.1 }) { continue }
      let isOver = crossed.contains { $0.low <= middle && middle <= $0.high }
      func point(_ along: Length) -> Point {
        isAcross ? Point(x: along, y: at) : Point(x: at, y: along)
      }
      pen.stroke(
        [point(low), point(high)], thickness: look.style.level.thickness,
        dashes: look.levelDashes(isTarget: isTarget),
        isOver ? .white : look.style.level.colour)
    }
  }

  /// Draws the lines of all levels across an area.
  mutating func drawLevels(of plot: Plot, over bars: [Rect] = []) {
    for level in chart.levels {
      let y = plot.y(level.amount.approximate)
      drawLevel(
        from: Point(x: plot.left, y: y), to: Point(x: plot.right, y: y),
        isTarget: level == chart.target, over: bars)
    }
  }

  /// Writes what the values are counted in at the axis' top.
  mutating func writeUnit(_ unit: String, top: Length) {
    guard !unit.isEmpty else { return }
    pen.write(setter.set(unit, in: look.label, within: width), at: Point(x: .zero, y: top))
  }

  /// How high the unit is above the axis.
  func unitHeight(_ unit: String) -> Length {
    unit.isEmpty ? .zero : setter.set(unit, in: look.label, within: width).height
  }
}
