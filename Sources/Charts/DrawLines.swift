import Geometry
import Manuscript
import Typography

extension ChartPainter {
  /// The most values whose points are marked one by one.
  private static let mostMarked = 13

  /// Draws series as lines, with their names at their ends; gives the height.
  mutating func drawLines() -> Length {
    let values = values
    let (legend, labels) = lineNames(values)
    let above = legend.height + unitHeight(chart.unit) + leading / 2
    let height = plotHeight(besides: above + leading * 2 + Self.gap)
    let all = values.flatMap(\.self).compactMap(\.self)
    let range = lineRange(all + chart.levels.map(\.amount.approximate))
    let axis = Axis(
      from: range.0, to: range.1, mostSteps: Axis.steps(in: height, apart: leading * 2),
      numbers: chart.numbers)
    let first = setter.width(of: chart.categories.first ?? "", in: look.label) / 2
    let last = setter.width(of: chart.categories.last ?? "", in: look.label) / 2
    let left = max(tickWidth(of: axis) + Self.gap, min(first, width / 6))
    let right = width - max(room(for: labels), min(last, width / 6))
    var plot = Plot(left: left, right: right, top: above, bottom: above + height, axis: axis)
    plot.right = max(plot.right, plot.left + .points(10))

    let centres = pointCentres(in: plot)
    let pitch = centres.count > 1 ? centres[1] - centres[0] : plot.width
    let row = categoryRow(pitch: pitch, mostLines: 2)

    draw(legend, asLines: true)
    writeUnit(chart.unit, top: legend.height)
    drawAxis(of: plot)
    drawZero(of: plot)
    drawLevels(of: plot)
    for series in values.indices.reversed() { draw(values[series], series, centres, plot) }
    write(row, centres: centres, top: plot.bottom + Self.gap)
    let starts = labels.map { label in
      label.series.flatMap { series in values[series].lastIndex { $0 != nil } }.map { centres[$0] }
    }
    write(labels, of: plot, from: plot.top - leading / 2, starts: starts)
    let below = row.lines > 0 ? Self.gap + leading * row.lines : leading / 2
    return plot.bottom + below
  }

  /// Where the names of lines and levels stand: at the lines' ends with the last values, or, where
  /// these have no room, in a legend above, as much of it as has to.
  private func lineNames(_ values: [[Double?]]) -> (Legend, [EndLabel]) {
    let room = max(
      min(chart.height ?? look.style.height, mostHeight - leading * 4), Self.leastPlot)
    func fits(_ labels: [EndLabel], _ legend: Legend) -> Bool {
      let left = min(room, mostHeight - leading * 4 - legend.height)
      return labels.reduce(.zero) { $0 + $1.text.height } <= max(left, Self.leastPlot)
        && self.room(for: labels) <= width / 2
    }
    if let measure = endMeasure(of: chart.series.map(\.name) + chart.levels.map(\.name)) {
      let labels = lineLabels(values, within: measure, named: true)
      if fits(labels, Legend()) { return (Legend(), labels) }
    }
    let share = width.scaled(by: 0.3)
    let legend = legend(of: seriesNames)
    if endMeasure(of: chart.levels.map(\.name)) != nil {
      let labels = lineLabels(values, within: share, named: false)
      if fits(labels, legend) { return (legend, labels) }
    }
    return (self.legend(of: seriesNames + levelNames), [])
  }

  /// The names and last values of lines, and the levels.
  private func lineLabels(
    _ values: [[Double?]], within measure: Length, named: Bool
  ) -> [EndLabel] {
    var labels: [EndLabel] = []
    for (index, series) in chart.series.enumerated() {
      guard let last = series.values.last(where: { $0 != nil }), let amount = last else { continue }
      var parts: [(text: String, face: ChartLook.Face)] = []
      if named, !series.name.isEmpty { parts.append((series.name, look.label)) }
      parts.append((text(amount), look.value))
      labels.append(
        EndLabel(
          text: setter.set(parts, within: measure), value: amount.approximate, series: index))
    }
    return labels + levelLabels(within: measure)
  }

  /// From where to where the axis must reach: from nothing, unless the lines would then be flat.
  private func lineRange(_ values: [Double]) -> (Double, Double) {
    guard let least = values.min(), let most = values.max() else { return (0, 1) }
    let span = most - least
    let fromZero = chart.startsAtZero ?? (least >= 0 && least <= span || most <= 0 && -most <= span)
    return fromZero ? (min(least, 0), max(most, 0)) : (least, most)
  }

  /// Where the points of categories stand: the first and last near the edges of the area.
  private func pointCentres(in plot: Plot) -> [Length] {
    let count = chart.categories.count
    guard count > 1 else { return [(plot.left + plot.right) / 2] }
    let inset = min(plot.width / (2 * count), .points(9))
    let room = plot.width - inset * 2
    return (0..<count).map { plot.left + inset + Length(units: room.units * $0 / (count - 1)) }
  }

  /// Draws a line with gaps where values are missing, and its points.
  private mutating func draw(
    _ values: [Double?], _ series: Int, _ centres: [Length], _ plot: Plot
  ) {
    var path: [Point] = []
    let dashes = chart.series.count > 1 ? look.dashes(series) : []
    let last = values.lastIndex { $0 != nil }
    let marksAll = values.count <= Self.mostMarked
    func end(_ pen: inout Pen) {
      pen.stroke(path, thickness: look.style.line, dashes: dashes, look.ink(series))
      // A value between two that are missing has no line to either.
      if path.count == 1, !marksAll { pen.mark(series, at: path[0]) }
      path = []
    }
    for (index, value) in values.enumerated() {
      guard let value else {
        end(&pen)
        continue
      }
      path.append(Point(x: centres[index], y: plot.y(value)))
    }
    end(&pen)
    for (index, value) in values.enumerated() where marksAll || index == last {
      if let value { pen.mark(series, at: Point(x: centres[index], y: plot.y(value))) }
    }
  }
}
