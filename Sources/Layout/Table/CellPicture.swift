import Geometry
import Manuscript
import Pages

/// A picture or a chart in a table's cell; apart from it, since few cells have one.
final class CellPicture {
  /// How wide a picture is without a width of its own, where its column leaves it the choice.
  static let usualWidth = Length.millimetres(30)
  /// The least width at which anything is seen.
  static let leastWidth = Length.millimetres(8)
  /// The least width of a chart with words.
  static let leastChart = Length.millimetres(30)

  let figure: Figure
  /// The most that it is high.
  let most: Length
  let typesetter: Typesetter
  /// A chart drawn in the width that it was last asked for.
  private var drawn: (width: Length, drawing: Drawing)?

  /// A picture or a chart in a cell whose lines are so high; a sparkline is as high as one of them.
  init(figure: Figure, most: Length, leading: Length, typesetter: Typesetter) {
    var figure = figure
    if var chart = figure.chart, chart.kind == .sparkline, chart.height == nil {
      chart.height = leading
      figure.content = .chart(chart)
    }
    self.figure = figure
    self.most = most
    self.typesetter = typesetter
  }

  /// The least width of its column, and the one that it asks for.
  var widths: (least: Length, natural: Length) {
    if case .fixed(let width) = figure.width { return (min(width, Self.usualWidth), width) }
    let own = figure.picture?.naturalSize.width ?? Self.usualWidth
    let natural = min(own, Self.usualWidth)
    let hasWords = figure.chart.map { $0.kind != .sparkline && $0.kind != .share } ?? false
    return (min(natural, hasWords ? Self.leastChart : Self.leastWidth), natural)
  }

  /// Its size in a cell of a width: it fills the cell, unless it has a width of its own or would
  /// become too high.
  func size(within room: Length) -> Size {
    let width = self.width(within: room)
    switch figure.content {
    case .chart(let chart): return drawing(of: chart, width: width).size
    case .picture(let picture):
      let height =
        figure.crop.ratio.map { width.scaled(by: $0) } ?? picture.size(ofWidth: width).height
      guard height > most else { return Size(width: width, height: height) }
      let ratio = Double(most.units) / Double(height.units)
      return Size(width: width.scaled(by: ratio), height: most)
    }
  }

  private func width(within room: Length) -> Length {
    if case .fixed(let own) = figure.width { min(own, room) } else { room }
  }

  private func drawing(of chart: Chart, width: Length) -> Drawing {
    if let drawn, drawn.width == width { return drawn.drawing }
    let drawing = typesetter.drawing(of: chart, width: width, most: most)
    drawn = (width, drawing)
    return drawing
  }

  /// The picture in its size, at a distance from the table's left edge.
  func set(x: Length, size: Size, element: ElementID) -> SetPicture {
    switch figure.content {
    case .chart(let chart):
      return typesetter.set(
        chart, of: figure, x: x, width: size.width, most: most, element: element)
    case .picture(let picture):
      let frame = Rect(origin: .origin, size: size)
      let area = picture.area(filling: frame, focus: (figure.crop.x, figure.crop.y))
      return SetPicture(
        content: .picture(picture.id, area: area), x: x, size: size, element: element)
    }
  }
}
