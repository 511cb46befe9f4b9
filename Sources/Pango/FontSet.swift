import CPango

/// A private Fontconfig set behind a Pango font map: it knows the faces it was given and no other
/// font of the machine.
///
/// Fontconfig finds fonts by likeness and would rather give a near one than none. Therefore each
/// face is entered under a name of its own that only one pattern bears, and the pattern that Pango
/// comes back with must name the file that was asked for. The patterns are made here and not by
/// scanning the files, which would read all of each font before the first word is set.
///
/// All faces are entered before Pango sees the configuration and none after: Pango looks fonts up
/// in threads of its own, which may still run when a font has long been given.
@safe
final class FontSet {
  /// A font that Pango opened.
  @safe
  struct Opened {
    /// The font, one reference of which is the taker's.
    let font: UnsafeMutablePointer<PangoFont>
  }

  /// An empty configuration made Pango's default, so that it never reads the machine's.
  private static let makesMachineInvisible: Bool = {
    guard let empty = unsafe FcConfigCreate() else { return false }
    return unsafe FcConfigSetCurrent(empty) != 0
  }()

  private let configuration: OpaquePointer
  private let map: UnsafeMutablePointer<PangoFontMap>
  private let context: OpaquePointer
  private let names: [String: String]

  /// A set of the fonts in some files.
  init(paths: [String], language: String) {
    precondition(Self.makesMachineInvisible, "Fontconfig has no memory for a configuration")
    guard let configuration = unsafe FcConfigCreate(),
      let map = unsafe pango_cairo_font_map_new()
    else { preconditionFailure("no memory for a font map") }
    unsafe names = Self.enter(paths, in: configuration)
    unsafe self.configuration = configuration
    unsafe self.map = map
    unsafe pango_fc_font_map_set_config(OpaquePointer(map), configuration)
    guard let context = unsafe pango_font_map_create_context(map),
      let options = unsafe cairo_font_options_create()
    else { preconditionFailure("no memory for a Pango context") }
    unsafe self.context = context
    unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe pango_cairo_context_set_font_options(context, options)
    unsafe cairo_font_options_destroy(options)
    unsafe pango_cairo_font_map_set_resolution(OpaquePointer(map), 72)
    unsafe pango_context_set_round_glyph_positions(context, 0)
    unsafe pango_context_set_language(context, pango_language_from_string(language))
  }

  deinit {
    unsafe g_object_unref(UnsafeMutableRawPointer(context))
    unsafe g_object_unref(map)
    unsafe FcConfigDestroy(configuration)
  }

  /// Opens the face in one of the set's files, or nil when Pango cannot make a font of exactly it.
  func open(path: String) -> Opened? {
    guard let name = names[path] else { return nil }
    guard let description = unsafe pango_font_description_new() else { return nil }
    defer { unsafe pango_font_description_free(description) }
    unsafe pango_font_description_set_family(description, name)
    unsafe pango_font_description_set_absolute_size(description, Double(10 * PANGO_SCALE))
    guard let font = unsafe pango_font_map_load_font(map, context, description) else { return nil }
    guard unsafe Self.file(of: font) == path else {
      unsafe g_object_unref(font)
      return nil
    }
    return unsafe Opened(font: font)
  }

  /// Enters a pattern for each file, and gives the name that each bears.
  @unsafe
  private static func enter(
    _ paths: [String], in configuration: OpaquePointer
  ) -> [String: String] {
    // Makes the configuration's list of application fonts; there is no such file, so nothing is in
    // it.
    _ = unsafe FcConfigAppFontAddFile(configuration, "")
    guard let fonts = unsafe FcConfigGetFonts(configuration, FcSetApplication) else { return [:] }
    var names: [String: String] = [:]
    for path in paths where names[path] == nil {
      let name = "face \(names.count)"
      guard let pattern = unsafe FcPatternCreate(), let none = unsafe FcCharSetCreate() else {
        continue
      }
      unsafe FcPatternAddString(pattern, FC_FAMILY, name)
      unsafe FcPatternAddString(pattern, FC_FILE, path)
      unsafe FcPatternAddInteger(pattern, FC_INDEX, 0)
      // Pango takes no font of which this is not said. It makes no difference which of the formats
      // with outlines it is.
      unsafe FcPatternAddString(pattern, FC_FONTFORMAT, "TrueType")
      unsafe FcPatternAddBool(pattern, FC_OUTLINE, 1)
      unsafe FcPatternAddBool(pattern, FC_SCALABLE, 1)
      // Which characters the font has, we ask the font itself. But Fontconfig leaves a pattern out
      // of its sorted lists that does not say it.
      unsafe FcPatternAddCharSet(pattern, FC_CHARSET, none)
      unsafe FcCharSetDestroy(none)
      // The weight and slant that `open` asks for, whatever the face's own: else Cairo would
      // embolden or slant a face that already is bold or italic.
      unsafe FcPatternAddInteger(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR)
      unsafe FcPatternAddInteger(pattern, FC_SLANT, FC_SLANT_ROMAN)
      unsafe FcPatternAddInteger(pattern, FC_WIDTH, FC_WIDTH_NORMAL)
      // The set takes the pattern over.
      if unsafe FcFontSetAdd(fonts, pattern) != 0 {
        names[path] = name
      } else {
        unsafe FcPatternDestroy(pattern)
      }
    }
    return names
  }

  /// The file that a font was made from.
  @unsafe
  private static func file(of font: UnsafeMutablePointer<PangoFont>) -> String? {
    let pattern = unsafe pango_fc_font_get_pattern(
      UnsafeMutableRawPointer(font).assumingMemoryBound(to: PangoFcFont.self))
    var file: UnsafeMutablePointer<FcChar8>?
    guard unsafe FcPatternGetString(pattern, FC_FILE, 0, &file) == FcResultMatch,
      let file = unsafe file
    else { return nil }
    return unsafe String(cString: file)
  }
}
