public import Geometry

extension PageSet {
  /// Puts the pages in the middle of what a punched and bound sheet leaves of them: on versos the
  /// margins change sides, and all pages move out where the margin at the spine has no room for
  /// holes.
  ///
  /// Bands of colour stay at the paper's edges, and so do pages turned on their side, which are
  /// bound at the head.
  ///
  /// - Parameter margins: The margins of all pages, as they were laid out.
  public mutating func moveForBinding(margins: Insets) {
    let (inside, outside) = (margins.left, margins.right)
    // What the outside margin can give of what the spine lacks.
    let lacking = max(.zero, Self.leastInside - inside)
    let extra = min(lacking, max(.zero, outside - Self.leastOutside))
    for index in pages.indices where pages[index].size.width <= pages[index].size.height {
      let isRecto = index.isMultiple(of: 2)
      pages[index].moveText(by: isRecto ? extra : outside - inside - extra)
    }
  }

  /// The margin that two holes of 6 mm need, whose middle is 12 mm from the edge, with the bend of
  /// the sheet beside them (ISO 838).
  private static let leastInside = Length.millimetres(25)
  /// What an office's printer leaves blank, twice over.
  private static let leastOutside = Length.millimetres(12)
}

extension Page {
  /// Moves all but bands of colour to the right.
  fileprivate mutating func moveText(by distance: Length) {
    guard distance != .zero else { return }
    for index in items.indices where items[index].role != .artifact(.background) {
      items[index].mark.move(by: distance)
    }
  }
}

extension PageItem.Mark {
  /// Moves what is painted to the right.
  fileprivate mutating func move(by distance: Length) {
    switch self {
    case .run(var run):
      run.origin.x += distance
      self = .run(run)
    case .fill(var rect, let colour):
      rect.origin.x += distance
      self = .fill(rect, colour)
    case .picture(var placed):
      placed.area.origin.x += distance
      placed.frame.origin.x += distance
      self = .picture(placed)
    case .roundedFill(var rect, let radius, let colour):
      rect.origin.x += distance
      self = .roundedFill(rect, radius: radius, colour)
    case .polygon(let corners, let colour):
      self = .polygon(corners.map { Point(x: $0.x + distance, y: $0.y) }, colour)
    }
  }
}
