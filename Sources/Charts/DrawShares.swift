import Geometry
import Manuscript
import Typography

extension ChartPainter {
  /// How high the bar is, with words in it and without.
  private static let shareHeight = Length.points(20)
  private static let lowShareHeight = Length.points(7)
  /// Narrower than this, as in a table's cell, the bar stands without words.
  private static let leastNamed = Length.millimetres(45)

  /// Draws one bar divided among the values of the first series; gives the height.
  ///
  /// The shares stand in their parts, and the names below them as long as each has room there; else
  /// all stand in a legend.
  mutating func drawShares() -> Length {
    guard let series = chart.series.first else { return leading }
    let values = series.values.map { max($0?.approximate ?? 0, 0) }
    let whole = values.reduce(0, +)
    guard whole > 0 else { return leading }
    let isNamed = width >= Self.leastNamed
    let height = isNamed ? min(chart.height ?? Self.shareHeight, mostHeight) : Self.lowShareHeight
    let parts = width.divided(by: values)
    let shares = series.shares.map { $0.map { "\($0)\u{A0}%" } ?? "" }
    let names = zip(chart.categories, parts).map { name, part in
      setter.set(name, in: look.label, within: max(part - .points(6), .points(1)))
    }
    let fits = zip(names, parts).allSatisfy { name, part in
      let isNarrow = name.width + .points(3) <= part || name.lines.isEmpty
      return !name.isBroken && name.lines.count <= 3 && isNarrow
    }
    let shareFits = zip(shares, parts).map { share, part in
      share.isEmpty || setter.width(of: share, in: look.value) + .points(6) <= part
    }
    let standsBelow = fits && shareFits.allSatisfy(\.self)

    var left = Length.zero
    for (index, part) in parts.enumerated() where part > .zero {
      let seam = left + part < width ? min(Self.seam, part / 2) : .zero
      let colour = look.ink(index)
      pen.fill(
        from: Point(x: left, y: .zero), to: Point(x: left + part - seam, y: height), colour)
      if isNamed, shareFits[index], look.value.leading <= height {
        pen.write(
          setter.set(shares[index], in: look.value),
          at: Point(x: left + .points(4), y: height / 2 - middle(of: look.value)),
          colour: look.ink(on: colour))
      }
      if isNamed, standsBelow {
        pen.write(names[index], at: Point(x: left, y: height + Self.gap.scaled(by: 0.6)))
      }
      left += part
    }
    guard isNamed else { return height }
    if standsBelow {
      let lines = names.map(\.height).max() ?? .zero
      return height + (lines > .zero ? Self.gap.scaled(by: 0.6) + lines : .zero)
    }
    let entries = chart.categories.enumerated().map { index, name in
      let share = shareFits[index] ? "" : " \(shares[index])"
      return (key: Legend.Key.series(index), name: name + share)
    }
    let legend = legend(of: entries)
    draw(legend, top: height + Self.gap, asLines: false)
    return height + Self.gap + max(legend.height - Self.gap, .zero)
  }
}
