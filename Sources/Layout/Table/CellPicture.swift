import Geometry
import Manuscript
import Pages

/// A picture in a table's cell; apart from it, since few cells have one.
final class CellPicture {
  /// How wide a picture is without a width of its own, where its column leaves it the choice.
  static let usualWidth = Length.millimetres(30)
  /// The least width at which anything is seen.
  static let leastWidth = Length.millimetres(8)

  let figure: Figure
  /// The most that it is high.
  let most: Length

  init(figure: Figure, most: Length) {
    self.figure = figure
    self.most = most
  }

  /// The least width of its column, and the one that it asks for.
  var widths: (least: Length, natural: Length) {
    if case .fixed(let width) = figure.width { return (min(width, Self.usualWidth), width) }
    let natural = min(figure.picture.naturalSize.width, Self.usualWidth)
    return (min(natural, Self.leastWidth), natural)
  }

  /// Its size in a cell of a width: it fills the cell, unless it has a width of its own or would
  /// become too high.
  func size(within room: Length) -> Size {
    var width = room
    if case .fixed(let own) = figure.width { width = min(own, room) }
    let height =
      figure.crop.ratio.map { width.scaled(by: $0) } ?? figure.picture.size(ofWidth: width).height
    guard height > most else { return Size(width: width, height: height) }
    let ratio = Double(most.units) / Double(height.units)
    return Size(width: width.scaled(by: ratio), height: most)
  }

  /// The picture in its size, at a distance from the table's left edge.
  func set(x: Length, size: Size, element: ElementID) -> SetPicture {
    let frame = Rect(origin: .origin, size: size)
    let area = figure.picture.area(filling: frame, focus: (figure.crop.x, figure.crop.y))
    return SetPicture(picture: figure.picture.id, x: x, size: size, area: area, element: element)
  }
}
