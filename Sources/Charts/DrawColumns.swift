import Geometry
import Manuscript
import Typography

extension ChartPainter {
  /// The most categories whose long names turn the columns into bars; more are a series in time,
  /// whose names are left out in turn.
  private static let mostTurned = 40
  /// A column of few gets no wider than this.
  private static let mostColumn = Length.points(34)

  /// Draws columns on one line; gives the height.
  ///
  /// Long names of categories have no room under columns: then bars are drawn.
  mutating func drawColumns() -> Length {
    let bars = barNumbers()
    let isStacked = chart.stacking != .grouped
    let range = barRange(bars)
    let (legend, labels) = columnNames(bars)
    let right = width - room(for: labels)
    let count = max(chart.categories.count, 1)
    var pitch = right / count
    // Every value at its column, or else an axis.
    let valueRoom =
      isStacked ? pitch : pitch.scaled(by: bars.slots > 1 ? groupShare : 1) / bars.slots
    let widest = bars.categories.joined().map { setter.width(of: $0.text, in: look.value) }.max()
    let tellsValues = !isStacked && (widest ?? .zero) + .points(3) <= valueRoom
    let tellsSums =
      bars.sums.contains { $0 != nil }
      && (bars.sums.compactMap { $0.map { setter.width(of: $0, in: look.value) } }.max() ?? .zero)
        + .points(3) <= pitch

    let unitHeight = unitHeight(bars.unit)
    let above = legend.height + unitHeight + (tellsValues || tellsSums ? leading : leading / 2)
    let hasNegative = range.0 < 0
    let below = tellsValues && hasNegative ? leading : .zero
    let height = plotHeight(besides: above + below + leading * 3 + Self.gap)
    var axis = Axis(
      from: range.0, to: range.1, mostSteps: Axis.steps(in: height, apart: leading * 2),
      numbers: chart.numbers)
    if tellsValues { axis = Axis(exactlyFrom: range.0, to: range.1) }
    let left = tellsValues ? Length.zero : tickWidth(of: axis) + Self.gap
    let plot = Plot(
      left: left, right: max(right, left + .points(10)), top: above, bottom: above + height,
      axis: axis)
    pitch = plot.width / count
    let row = categoryRow(pitch: pitch, mostLines: 3)
    let longest =
      chart.categories.map { setter.width(of: $0, in: look.label) }.max() ?? .zero
    if !row.isWhole, longest > .points(40), count <= Self.mostTurned { return drawBars() }

    draw(legend, asLines: false)
    writeUnit(bars.unit, top: legend.height)
    if !tellsValues { drawAxis(of: plot) }
    let rects = drawColumns(bars, of: plot, tellsValues: tellsValues, tellsSums: tellsSums)
    drawZero(of: plot)
    drawLevels(of: plot, over: rects)
    let centres = (0..<count).map {
      plot.left + Length(units: plot.width.units * (2 * $0 + 1) / (2 * count))
    }
    write(row, centres: centres, top: plot.bottom + below + Self.gap)
    write(labels, of: plot, from: plot.top - leading / 2)
    let end = plot.bottom + below
    return end + (row.lines > 0 ? Self.gap + leading * row.lines : leading / 2)
  }

  /// Where the names of series and levels stand: at the right of the last column what can stand
  /// there, and the rest in a legend above.
  private func columnNames(_ bars: BarNumbers) -> (Legend, [EndLabel]) {
    let room = max(
      min(chart.height ?? look.style.height, mostHeight - leading * 5), Self.leastPlot)
    let names = chart.series.count > 1 ? seriesNames : []
    let last = bars.categories.last ?? []
    let standAtColumn =
      chart.stacking != .grouped && chart.levels.isEmpty && last.count == chart.series.count
      && chart.series.count > 1 && chart.series.allSatisfy { !$0.name.isEmpty }
    if standAtColumn, let measure = endMeasure(of: chart.series.map(\.name)) {
      let labels = last.map {
        EndLabel(
          text: setter.set(chart.series[$0.series].name, in: look.label, within: measure),
          value: ($0.from + $0.to) / 2, series: $0.series, hasSwatch: true)
      }
      if labels.reduce(.zero, { $0 + $1.text.height }) <= room { return (Legend(), labels) }
    }
    if let measure = endMeasure(of: chart.levels.map(\.name)) {
      let labels = levelLabels(within: measure)
      if labels.reduce(.zero, { $0 + $1.text.height }) <= room {
        return (legend(of: names), labels)
      }
    }
    return (legend(of: names + levelNames), [])
  }

  /// How much of a category's room its columns take.
  private var groupShare: Double {
    chart.stacking == .grouped && chart.series.count > 1 ? 0.78 : look.style.barShare
  }

  /// Draws the columns and what is written at them; gives their rectangles.
  private mutating func drawColumns(
    _ bars: BarNumbers, of plot: Plot, tellsValues: Bool, tellsSums: Bool
  ) -> [Rect] {
    var rects: [Rect] = []
    let count = max(bars.categories.count, 1)
    for (category, columns) in bars.categories.enumerated() {
      let low = plot.left + Length(units: plot.width.units * category / count)
      let high = plot.left + Length(units: plot.width.units * (category + 1) / count)
      let room = high - low
      let group = min(room.scaled(by: groupShare), Self.mostColumn * bars.slots)
      let start = low + (room - group) / 2
      for bar in columns {
        let from = start + Length(units: group.units * bar.slot / bars.slots)
        var to = start + Length(units: group.units * (bar.slot + 1) / bars.slots)
        if bar.slot + 1 < bars.slots, to - from > .points(4) { to = to - Self.seam }
        var (near, far) = (plot.y(bar.from), plot.y(bar.to))
        let isUp = bar.to >= bar.from
        let half = Self.seam / 2
        if bar.isFollowed { far += isUp ? half : -half }
        if bar.isFollowing { near += isUp ? -half : half }
        guard let rect = Rect(around: [Point(x: from, y: near), Point(x: to, y: far)]),
          isUp == (far <= near) || near == far
        else { continue }
        pen.fill(from: rect.origin, to: Point(x: rect.right, y: rect.bottom), look.ink(bar.series))
        rects.append(rect)
        let centre = (from + to) / 2
        if tellsValues {
          let text = setter.set(bar.text, in: look.value)
          let top = isUp ? far - leading : far + .points(1)
          pen.write(text, at: Point(x: centre, y: top), .centre)
        } else if bars.slots == 1, chart.stacking != .grouped {
          writeInside(rect, bar)
        }
      }
      if tellsSums, let sum = bars.sums[category], let top = columns.map(\.to).max() {
        pen.write(
          setter.set(sum, in: look.value),
          at: Point(x: (low + high) / 2, y: plot.y(top) - leading), .centre)
      }
    }
    return rects
  }

  /// Writes the value of a bar inside it, if there is room.
  mutating func writeInside(_ rect: Rect, _ bar: BarNumbers.Bar) {
    let text = setter.set(bar.text, in: look.label)
    let height = look.label.metrics.capHeight + .points(3)
    guard text.width + .points(4) <= rect.size.width, height <= rect.size.height else { return }
    let top = rect.origin.y + rect.size.height / 2 - middle(of: look.label)
    pen.write(
      text, at: Point(x: rect.origin.x + rect.size.width / 2, y: top), .centre,
      colour: look.ink(on: look.ink(bar.series)))
  }
}
