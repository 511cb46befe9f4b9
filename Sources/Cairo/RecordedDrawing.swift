import CCairo
public import Geometry

/// A drawing that is made once and shown as often as wanted: it stands in the file once, as lines
/// and areas.
@safe
public final class RecordedDrawing {
  let pointer: OpaquePointer
  /// How large it is when it is shown as it was drawn.
  public let size: Size

  /// Draws on a canvas of a size; what is outside of it is cut off.
  public init(size: Size, draw: (borrowing Canvas) -> Void) throws(CairoError) {
    var extents = cairo_rectangle_t(
      x: 0, y: 0, width: size.width.points, height: size.height.points)
    guard
      let surface = unsafe cairo_recording_surface_create(
        CAIRO_CONTENT_COLOR_ALPHA, &extents),
      let context = unsafe cairo_create(surface)
    else { throw .failed("no memory for a drawing") }
    draw(unsafe Canvas(context: context))
    let error =
      CairoError(status: unsafe cairo_status(context))
      ?? CairoError(status: unsafe cairo_surface_status(surface))
    unsafe cairo_destroy(context)
    if let error {
      unsafe cairo_surface_destroy(surface)
      throw error
    }
    unsafe pointer = surface
    self.size = size
  }

  deinit { unsafe cairo_surface_destroy(pointer) }
}

@available(*, unavailable, message: "Cairo caches what a surface was written as in the surface")
extension RecordedDrawing: @unchecked Sendable {}

extension Canvas {
  /// Shows a drawing so that it fills a rectangle.
  public borrowing func show(_ drawing: RecordedDrawing, in area: Rect) {
    let (width, height) = (drawing.size.width.points, drawing.size.height.points)
    unsafe cairo_save(context)
    unsafe cairo_translate(context, area.origin.x.points, area.origin.y.points)
    unsafe cairo_scale(
      context, area.size.width.points / width, area.size.height.points / height)
    unsafe cairo_set_source_surface(context, drawing.pointer, 0, 0)
    unsafe cairo_rectangle(context, 0, 0, width, height)
    unsafe cairo_fill(context)
    unsafe cairo_restore(context)
  }
}
