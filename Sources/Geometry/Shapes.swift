/// A place on a page: origin at the page's top-left corner after trimming, x right, y down.
@frozen
public struct Point: Hashable, Sendable {
  /// Distance from the left edge.
  public var x: Length
  /// Distance from the top edge.
  public var y: Length

  /// A point from its distances.
  @inlinable public init(x: Length, y: Length) {
    self.x = x
    self.y = y
  }

  /// The page's top-left corner.
  @inlinable public static var origin: Point { Point(x: .zero, y: .zero) }
}

/// A width and a height.
@frozen
public struct Size: Hashable, Sendable {
  /// The extent to the right.
  public var width: Length
  /// The extent downwards.
  public var height: Length

  /// A size from its extents.
  @inlinable public init(width: Length, height: Length) {
    self.width = width
    self.height = height
  }
}

/// A rectangle with its sides along the axes; its point is its top-left corner.
@frozen
public struct Rect: Hashable, Sendable {
  /// The top-left corner.
  public var origin: Point
  /// The extents.
  public var size: Size

  /// A rectangle from its corner and size.
  @inlinable public init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// A rectangle from its corner's distances and its extents.
  @inlinable public init(x: Length, y: Length, width: Length, height: Length) {
    self.init(origin: Point(x: x, y: y), size: Size(width: width, height: height))
  }

  /// The smallest rectangle that holds all points; nil for none.
  public init?(around points: [Point]) {
    guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
      let top = points.map(\.y).min(), let bottom = points.map(\.y).max()
    else { return nil }
    self.init(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// The distance of the right side from the page's left edge.
  @inlinable public var right: Length { origin.x + size.width }
  /// The distance of the bottom side from the page's top edge.
  @inlinable public var bottom: Length { origin.y + size.height }
}

/// Distances inwards from the four sides.
@frozen
public struct Insets: Hashable, Sendable {
  /// From the top side.
  public var top: Length
  /// From the right side.
  public var right: Length
  /// From the bottom side.
  public var bottom: Length
  /// From the left side.
  public var left: Length

  /// Insets from their four distances.
  @inlinable public init(top: Length, right: Length, bottom: Length, left: Length) {
    self.top = top
    self.right = right
    self.bottom = bottom
    self.left = left
  }
}

/// The paper sizes that a theme may name.
public enum PaperSize: String, Sendable, CaseIterable {
  case a3, a4, a5

  /// The size in portrait.
  public var size: Size {
    switch self {
    case .a3: Size(width: .millimetres(297), height: .millimetres(420))
    case .a4: Size(width: .millimetres(210), height: .millimetres(297))
    case .a5: Size(width: .millimetres(148), height: .millimetres(210))
    }
  }
}
