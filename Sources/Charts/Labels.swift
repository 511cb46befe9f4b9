import Geometry
import Manuscript
import Swedish
import Typography

// The words round the area of values: what stands at the ends of lines and under categories.

extension ChartPainter {
  /// A name at the right of the area of values, at the height of what it names.
  struct EndLabel {
    var text: ChartText
    var value: Double
    /// The series that it names; nil for a level.
    var series: Int?
    /// Whether the series' ink stands before it, rather than a line that leads to it.
    var hasSwatch = false
  }

  /// How much of the width names at the right may take.
  private static let endShare = 0.3
  /// The same where a long word would have to be divided.
  private static let mostEndShare = 0.4

  /// The measure of names at the right; nil where a word would have to be divided even so.
  func endMeasure(of names: [String]) -> Length? {
    let longest = names.map { setter.longestWord(of: $0, in: look.value) }.max() ?? .zero
    let measure = max(width.scaled(by: Self.endShare), longest)
    return measure <= width.scaled(by: Self.mostEndShare) ? measure : nil
  }

  /// The labels of the target and the limits.
  func levelLabels(within measure: Length) -> [EndLabel] {
    chart.levels.map { level in
      let parts = [(level.name, look.label), (text(level.amount), look.value)]
      return EndLabel(
        text: setter.set(parts.map { (text: $0.0, face: $0.1) }, within: measure),
        value: level.amount.approximate)
    }
  }

  /// How wide labels at the right are, with the room before them.
  func room(for labels: [EndLabel]) -> Length {
    let widest = labels.map(\.text.width).max() ?? .zero
    return widest > .zero ? widest + Self.leaderRoom : .zero
  }

  /// Between the area of values and the labels, where a thin line leads to one that had to move.
  static let leaderRoom = Length.points(13)

  /// Writes labels at the right of the area of values, moved apart where they would overlap.
  ///
  /// - Parameters:
  ///   - labels: The labels.
  ///   - plot: The area of values.
  ///   - top: The highest that they may stand.
  ///   - starts: Where the thin line to each begins, from the left; nil for the area's edge.
  mutating func write(
    _ labels: [EndLabel], of plot: Plot, from top: Length, starts: [Length?] = []
  ) {
    let middles = labels.map { plot.y($0.value) }
    let extents = labels.map(\.text.height)
    // On a page with hardly any room for the area they reach below it.
    let bottom = max(plot.bottom + leading / 2, top + extents.reduce(.zero, +))
    guard let tops = spread(middles, extents: extents, within: top..<bottom) else { return }
    for (index, label) in labels.enumerated() {
      let start = starts.indices.contains(index) ? starts[index] ?? plot.right : plot.right
      let middle = tops[index] + label.text.height / 2
      let x = plot.right + Self.leaderRoom
      let moved = middle - middles[index]
      if label.hasSwatch, let series = label.series {
        let side = look.label.metrics.capHeight
        let y = tops[index] + self.middle(of: look.label) - side / 2
        pen.fill(
          from: Point(x: x - side - .points(3.5), y: y),
          to: Point(x: x - .points(3.5), y: y + side), look.ink(series))
      } else if max(moved, -moved) > leading / 3 {
        let colour = label.series.map { look.ink($0) } ?? look.style.level.colour
        pen.stroke(
          [
            Point(x: start + .points(3), y: middles[index]),
            Point(x: x - .points(2), y: middle),
          ], thickness: .points(0.4), colour)
      }
      pen.write(label.text, at: Point(x: x, y: tops[index]))
    }
  }

  // MARK: Categories

  /// The words under categories: which stand, and set in how many lines.
  struct CategoryRow {
    var labels: [(index: Int, text: ChartText)] = []
    var lines = 0
    /// Whether every category has its words, none of them divided.
    var isWhole = true
  }

  /// Chooses the words under categories that stand so far apart: all of them, in lines as many as
  /// are allowed, or every second, third … on one line, the last among them.
  func categoryRow(pitch: Length, mostLines: Int) -> CategoryRow {
    let categories = chart.categories
    guard categories.contains(where: { !$0.isEmpty }) else { return CategoryRow() }
    let measure = max(pitch - .points(5), .points(1))
    let all = categories.map { setter.set($0, in: look.label, within: measure) }
    if all.allSatisfy({ !$0.isBroken && $0.lines.count <= mostLines }) {
      return CategoryRow(
        labels: Array(all.enumerated().map { ($0.offset, $0.element) }),
        lines: all.map(\.lines.count).max() ?? 0)
    }
    var row = CategoryRow(isWhole: false)
    let single = categories.map { setter.set($0, in: look.label) }
    var step = 1
    while step < categories.count {
      let shown = stride(from: categories.count - 1, through: 0, by: -step)
      let widest = shown.map { single[$0].width }.max() ?? .zero
      if widest + .points(9) <= pitch * step { break }
      step += 1
    }
    row.labels = stride(from: categories.count - 1, through: 0, by: -step).reversed()
      .filter { !categories[$0].isEmpty }.map { ($0, single[$0]) }
    row.lines = row.labels.isEmpty ? 0 : 1
    return row
  }

  /// Writes the words of categories under the area of values, within the drawing's width.
  mutating func write(_ row: CategoryRow, centres: [Length], top: Length) {
    for (index, text) in row.labels {
      let half = text.width / 2
      let centre = min(max(centres[index], half), max(width - half, half))
      pen.write(text, at: Point(x: centre, y: top), .centre)
    }
  }
}
