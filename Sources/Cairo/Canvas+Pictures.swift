import CCairo
public import Geometry

/// How a picture's pixels are turned before it stands upright.
public struct Turn: Hashable, Sendable {
  /// Quarter turns clockwise, 0 to 3.
  public var quarters: Int
  /// Whether it is mirrored from side to side before it is turned.
  public var isMirrored: Bool

  /// A turn from its parts.
  public init(quarters: Int, isMirrored: Bool) {
    self.quarters = quarters
    self.isMirrored = isMirrored
  }

  /// As it is.
  public static let none = Turn(quarters: 0, isMirrored: false)

  /// Whether its sides change places.
  public var swapsSides: Bool { quarters % 2 == 1 }
}

extension Canvas {
  /// Draws with everything outside of a rectangle cut off.
  public borrowing func withClip(_ rect: Rect, _ draw: (borrowing Canvas) -> Void) {
    unsafe cairo_save(context)
    unsafe cairo_rectangle(
      context, rect.origin.x.points, rect.origin.y.points, rect.size.width.points,
      rect.size.height.points)
    unsafe cairo_clip(context)
    draw(self)
    unsafe cairo_restore(context)
  }

  /// Draws turned about a point, so that what is level rises by so much for each step to the right.
  public borrowing func withTurn(
    slope: Double, about point: Point, _ draw: (borrowing Canvas) -> Void
  ) {
    let cosine = 1 / (1 + slope * slope).squareRoot()
    let sine = slope * cosine
    let (x, y) = (point.x.points, point.y.points)
    var matrix = cairo_matrix_t(
      xx: cosine, yx: -sine, xy: sine, yy: cosine, x0: x - cosine * x - sine * y,
      y0: y + sine * x - cosine * y)
    unsafe cairo_save(context)
    unsafe cairo_transform(context, &matrix)
    draw(self)
    unsafe cairo_restore(context)
  }

  /// Shows a picture so that it fills a rectangle once it is turned.
  public borrowing func show(_ image: ImageSurface, in area: Rect, turned turn: Turn = .none) {
    let (width, height) = (Double(image.width), Double(image.height))
    let (across, down) = turn.swapsSides ? (height, width) : (width, height)
    unsafe cairo_save(context)
    unsafe cairo_translate(context, area.origin.x.points, area.origin.y.points)
    unsafe cairo_scale(
      context, area.size.width.points / across, area.size.height.points / down)
    // About the middle, where turning and mirroring leave the picture in its place.
    unsafe cairo_translate(context, across / 2, down / 2)
    unsafe cairo_rotate(context, Double(turn.quarters) * .pi / 2)
    if turn.isMirrored { unsafe cairo_scale(context, -1, 1) }
    unsafe cairo_translate(context, -width / 2, -height / 2)
    unsafe cairo_set_source_surface(context, image.pointer, 0, 0)
    unsafe cairo_rectangle(context, 0, 0, width, height)
    unsafe cairo_fill(context)
    unsafe cairo_restore(context)
  }

  /// Lends the room that draws vector pictures Cairo's own context, for the length of a call.
  @unsafe
  package borrowing func withContext<Result>(_ body: (OpaquePointer) -> Result) -> Result {
    unsafe body(context)
  }
}
