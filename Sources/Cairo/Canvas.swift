import CCairo
public import Geometry

/// A page that is being painted, for the length of `PDFSurface.page`'s closure.
///
/// Drawing does not throw: Cairo's error state is sticky, and `PDFSurface.page` looks at it.
@safe
public struct Canvas: ~Copyable {
  let context: OpaquePointer

  @unsafe
  init(context: OpaquePointer) { unsafe self.context = context }

  /// Sets the ink for what follows, eight bits to the channel of the screen's RGB space.
  public borrowing func setInk(red: UInt8, green: UInt8, blue: UInt8) {
    unsafe cairo_set_source_rgb(
      context, Double(red) / 255, Double(green) / 255, Double(blue) / 255)
  }

  /// Fills a rectangle with the ink.
  public borrowing func fill(_ rect: Rect) {
    unsafe cairo_rectangle(
      context, rect.origin.x.points, rect.origin.y.points, rect.size.width.points,
      rect.size.height.points)
    unsafe cairo_fill(context)
  }

  /// Fills a rectangle with round corners with the ink.
  ///
  /// A radius beyond half the shorter side is that half.
  public borrowing func fill(_ rect: Rect, cornerRadius: Length) {
    let radius = min(cornerRadius, min(rect.size.width, rect.size.height) / 2).points
    guard radius > 0 else { return fill(rect) }
    let (left, top) = (rect.origin.x.points + radius, rect.origin.y.points + radius)
    let (right, bottom) = (rect.right.points - radius, rect.bottom.points - radius)
    let quarter = Double.pi / 2
    unsafe cairo_new_sub_path(context)
    unsafe cairo_arc(context, right, top, radius, -quarter, 0)
    unsafe cairo_arc(context, right, bottom, radius, 0, quarter)
    unsafe cairo_arc(context, left, bottom, radius, quarter, 2 * quarter)
    unsafe cairo_arc(context, left, top, radius, 2 * quarter, 3 * quarter)
    unsafe cairo_close_path(context)
    unsafe cairo_fill(context)
  }

  /// Fills the shape between corners with the ink.
  public borrowing func fill(_ corners: [Point]) {
    guard let first = corners.first else { return }
    unsafe cairo_move_to(context, first.x.points, first.y.points)
    for corner in corners.dropFirst() {
      unsafe cairo_line_to(context, corner.x.points, corner.y.points)
    }
    unsafe cairo_close_path(context)
    unsafe cairo_fill(context)
  }

  /// Draws a line through points with the ink, its ends and corners round; dashes have square ends.
  public borrowing func stroke(_ path: [Point], thickness: Length, dashes: [Length] = []) {
    guard let first = path.first, path.count > 1 else { return }
    let isDashed = dashes.contains { $0 > .zero }
    unsafe cairo_save(context)
    unsafe cairo_set_line_width(context, thickness.points)
    unsafe cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    unsafe cairo_set_line_cap(context, isDashed ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND)
    if isDashed {
      let lengths = dashes.map { max($0, .zero).points }
      unsafe lengths.withUnsafeBufferPointer { lengths in
        unsafe cairo_set_dash(context, lengths.baseAddress, Int32(lengths.count), 0)
      }
    }
    unsafe cairo_move_to(context, first.x.points, first.y.points)
    for point in path.dropFirst() {
      unsafe cairo_line_to(context, point.x.points, point.y.points)
    }
    unsafe cairo_stroke(context)
    unsafe cairo_restore(context)
  }

  /// Sets the font for the glyphs that follow.
  public borrowing func setFont(_ font: ScaledFont) {
    unsafe cairo_set_scaled_font(context, font.pointer)
  }

  /// Shows glyphs in the ink and the font, and writes down which text they stand for.
  public borrowing func show(_ line: GlyphLine) {
    precondition(GlyphLine.hasCairosLayout, "Cairo's glyphs have another shape on this machine")
    unsafe line.glyphs.withUnsafeBytes { glyphs in
      unsafe line.clusters.withUnsafeBytes { clusters in
        unsafe line.text.withUnsafeBytes { text in
          unsafe cairo_show_text_glyphs(
            context, text.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(text.count),
            glyphs.baseAddress?.assumingMemoryBound(to: cairo_glyph_t.self),
            Int32(line.glyphs.count),
            clusters.baseAddress?.assumingMemoryBound(to: cairo_text_cluster_t.self),
            Int32(line.clusters.count), cairo_text_cluster_flags_t(0))
        }
      }
    }
  }

  /// Draws with a state of its own: ink and the like are as before when the closure is done.
  public borrowing func withSavedState(_ draw: (borrowing Canvas) -> Void) {
    unsafe cairo_save(context)
    draw(self)
    unsafe cairo_restore(context)
  }
}
