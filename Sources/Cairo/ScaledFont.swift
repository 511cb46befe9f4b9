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

  deinit { unsafe cairo_scaled_font_destroy(pointer) }
}

@available(*, unavailable, message: "Cairo locks a scaled font while it is drawn with")
extension ScaledFont: @unchecked Sendable {}
