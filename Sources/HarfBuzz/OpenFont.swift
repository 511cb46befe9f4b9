import CCairo
import CHarfBuzz
import Cairo
import Geometry
import Typography

/// A face at a size with its features: what words are shaped and drawn with.
@safe
final class OpenFont {
  /// The face's tables at the size; one unit is one of `Length`.
  let shaping: OpaquePointer
  /// The face's outlines at the size.
  let drawing: ScaledFont
  /// The features to shape with.
  let features: [hb_feature_t]
  /// The measures.
  let metrics: FontMetrics
  /// The em.
  let size: Length
  /// What is added to the advance of each letter.
  let tracking: Int32
  /// The file of the face.
  let path: String
  /// The glyph and the advance for U+202F, if the font has none of its own.
  let narrowSpace: ShapedGlyph?
  /// The font's own glyph for U+00AD, if it is a hyphen.
  let softHyphen: UInt32?

  /// A face at the size and with the features of a request.
  init(face: OpenFace, request: FontRequest, path: String, features: [hb_feature_t]) {
    guard let shaping = unsafe hb_font_create(face.tables) else {
      preconditionFailure("no memory for a font")
    }
    let units = Int32(truncatingIfNeeded: request.size.units)
    unsafe hb_font_set_scale(shaping, units, units)
    unsafe self.shaping = shaping
    self.features = features
    self.path = path
    size = request.size
    tracking = Int32(truncatingIfNeeded: request.tracking.units)
    drawing = unsafe Self.draw(face, at: request.size)
    metrics = unsafe Self.measure(shaping, size: request.size, tracking: request.tracking)
    narrowSpace = unsafe Self.narrowSpace(of: shaping, size: request.size)
    softHyphen = unsafe Self.softHyphen(of: shaping)
  }

  deinit { unsafe hb_font_destroy(shaping) }

  /// Whether letters stand so far apart that readers of text might take each for a word: some do
  /// from a tenth of the em.
  var isSpacedOut: Bool { Length(units: Int(tracking)) > size / 16 }

  /// Whether the font has a glyph for a character.
  func has(_ scalar: Unicode.Scalar) -> Bool {
    var glyph: hb_codepoint_t = 0
    return unsafe hb_font_get_nominal_glyph(shaping, scalar.value, &glyph) != 0
  }

  @unsafe
  private static func draw(_ face: OpenFace, at size: Length) -> ScaledFont {
    var matrix = cairo_matrix_t()
    var identity = cairo_matrix_t()
    unsafe cairo_matrix_init_scale(&matrix, size.points, size.points)
    unsafe cairo_matrix_init_identity(&identity)
    guard
      let font = unsafe cairo_scaled_font_create(face.outlines, &matrix, &identity, face.options)
    else { preconditionFailure("no memory for a font") }
    return unsafe ScaledFont(adopting: font)
  }

  @unsafe
  private static func measure(
    _ font: OpaquePointer, size: Length, tracking: Length
  ) -> FontMetrics {
    func position(_ tag: hb_ot_metrics_tag_t, else fallback: () -> Int32) -> Length {
      var value: hb_position_t = 0
      guard unsafe hb_ot_metrics_get_position(font, tag, &value) != 0, value != 0 else {
        return Length(units: Int(fallback()))
      }
      return Length(units: Int(abs(value)))
    }
    /// The height of a letter's outline, for fonts whose OS/2 table is too old to say it.
    func height(_ letter: Unicode.Scalar) -> Int32 {
      var glyph: hb_codepoint_t = 0
      var extents = hb_glyph_extents_t()
      guard unsafe hb_font_get_nominal_glyph(font, letter.value, &glyph) != 0,
        unsafe hb_font_get_glyph_extents(font, glyph, &extents) != 0
      else { return 0 }
      return extents.y_bearing
    }
    var space: hb_codepoint_t = 0
    let hasSpace = unsafe hb_font_get_nominal_glyph(font, 0x20, &space) != 0
    let advance = unsafe hasSpace ? Int(hb_font_get_glyph_h_advance(font, space)) : 0
    return FontMetrics(
      ascent: position(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER) { height("Å") },
      descent: position(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER) { Int32(size.units / 4) },
      capHeight: position(HB_OT_METRICS_TAG_CAP_HEIGHT) { height("H") },
      xHeight: position(HB_OT_METRICS_TAG_X_HEIGHT) { height("x") },
      space: Length(units: advance) + tracking)
  }

  /// How wide a U+202F is in a font that lacks it, in parts of the em: a fifth, as much as a thin
  /// space.
  private static let narrowSpaceWidth = 0.2

  @unsafe
  private static func narrowSpace(of font: OpaquePointer, size: Length) -> ShapedGlyph? {
    var glyph: hb_codepoint_t = 0
    if unsafe hb_font_get_nominal_glyph(font, 0x202F, &glyph) != 0 { return nil }
    guard unsafe hb_font_get_nominal_glyph(font, 0x20, &glyph) != 0 else { return nil }
    return ShapedGlyph(
      glyph: glyph, advance: Int32(size.scaled(by: narrowSpaceWidth).units), cluster: 0)
  }

  /// The glyph for U+00AD, when it is as wide as the hyphen and not another name of the same glyph.
  ///
  /// Drawn at a line's end, it stands for its character in the file without further words; the
  /// hyphen's glyph stands for the hyphen.
  @unsafe
  private static func softHyphen(of font: OpaquePointer) -> UInt32? {
    var (soft, hyphen): (hb_codepoint_t, hb_codepoint_t) = (0, 0)
    var extents = hb_glyph_extents_t()
    guard unsafe hb_font_get_nominal_glyph(font, 0xAD, &soft) != 0,
      unsafe hb_font_get_nominal_glyph(font, 0x2D, &hyphen) != 0, soft != hyphen,
      unsafe hb_font_get_glyph_h_advance(font, soft) == hb_font_get_glyph_h_advance(font, hyphen),
      unsafe hb_font_get_glyph_extents(font, soft, &extents) != 0, extents.height != 0
    else { return nil }
    return soft
  }
}
