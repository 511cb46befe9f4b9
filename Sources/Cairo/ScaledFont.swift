import CCairo

/// A font at a size, as Cairo draws it.
///
/// Made by the room that opens fonts; for everyone else a name to hand to `Canvas.setFont`.
@safe
public final class ScaledFont {
  let pointer: OpaquePointer

  /// Takes over one reference to a `cairo_scaled_font_t`.
  @unsafe
  package init(adopting pointer: OpaquePointer) { unsafe self.pointer = pointer }

  /// The same face at the same height with its letters so many times as wide.
  public func widened(by factor: Double) -> ScaledFont {
    var matrix = cairo_matrix_t()
    var identity = cairo_matrix_t()
    unsafe cairo_scaled_font_get_font_matrix(pointer, &matrix)
    matrix.xx *= factor
    unsafe cairo_matrix_init_identity(&identity)
    guard let options = unsafe cairo_font_options_create() else {
      preconditionFailure("no memory for font options")
    }
    defer { unsafe cairo_font_options_destroy(options) }
    unsafe cairo_scaled_font_get_font_options(pointer, options)
    guard let face = unsafe cairo_scaled_font_get_font_face(pointer),
      let font = unsafe cairo_scaled_font_create(face, &matrix, &identity, options)
    else { preconditionFailure("no memory for a font") }
    return unsafe ScaledFont(adopting: font)
  }

  deinit { unsafe cairo_scaled_font_destroy(pointer) }
}

@available(*, unavailable, message: "Cairo locks a scaled font while it is drawn with")
extension ScaledFont: @unchecked Sendable {}
