import CHarfBuzz
import Geometry
public import Typography

/// Shapes words with HarfBuzz in the fonts of a library.
///
/// A word is shaped alone, so that a word met again needs no shaping. What is lost is kerning
/// against the space, which most fonts do not have.
///
/// HarfBuzz is called itself and not through Pango, whose shaper it is: these words need no division
/// by script, direction or fallback font, for a font that lacks a character is an error here.
@safe
public final class HarfBuzzShaper: Shaping {
  private let library: FontLibrary
  private let buffer: OpaquePointer
  private let language: OpaquePointer?
  private var scalars: [Scalar] = []

  /// A character of the word at hand.
  private struct Scalar {
    /// The character.
    var value: Unicode.Scalar
    /// Its first byte in the word's UTF-8.
    var offset: Int32
  }

  /// A shaper over a library of fonts.
  public init(library: FontLibrary) {
    guard let buffer = unsafe hb_buffer_create() else {
      preconditionFailure("no memory for a text buffer")
    }
    self.library = library
    unsafe self.buffer = buffer
    unsafe language = hb_language_from_string(library.language, -1)
    // A soft hyphen, a joiner and their like have no glyph of their own.
    unsafe hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES)
  }

  deinit { unsafe hb_buffer_destroy(buffer) }

  /// Opens a font, or finds the one already open for the same request.
  public func font(for request: FontRequest) throws(ShapingError) -> FontID {
    try library.font(for: request)
  }

  /// What an open font was asked for as.
  public func request(of font: FontID) -> FontRequest { library.request(of: font) }

  /// The measures of an open font.
  public func metrics(of font: FontID) -> FontMetrics { library.metrics(of: font) }

  /// Shapes a word, and returns the characters for which the font has no glyph.
  public func shape(
    _ word: String, in font: FontID, into glyphs: inout [ShapedGlyph]
  ) -> [Unicode.Scalar] {
    let font = library.opened(font)
    fill(with: word, for: font)
    unsafe font.features.withUnsafeBufferPointer { features in
      unsafe hb_shape(font.shaping, buffer, features.baseAddress, UInt32(features.count))
    }
    return collect(from: font, into: &glyphs)
  }

  /// Puts a word into the buffer, each character under the number of its first byte.
  private func fill(with word: String, for font: OpenFont) {
    unsafe hb_buffer_clear_contents(buffer)
    scalars.removeAll(keepingCapacity: true)
    var offset: Int32 = 0
    for scalar in word.unicodeScalars {
      scalars.append(Scalar(value: scalar, offset: offset))
      offset += Int32(UTF8.width(scalar))
    }
    for (index, scalar) in scalars.enumerated() {
      let drawn = standIn(for: scalar.value, isLast: index == scalars.count - 1, in: font)
      unsafe hb_buffer_add(buffer, drawn.value, UInt32(scalar.offset))
    }
    unsafe hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE)
    unsafe hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
    unsafe hb_buffer_set_language(buffer, language)
    unsafe hb_buffer_guess_segment_properties(buffer)
    // A word of figures has no script to guess; the figures' features stand under Latin.
    if unsafe hb_buffer_get_script(buffer) == HB_SCRIPT_INVALID {
      unsafe hb_buffer_set_script(buffer, HB_SCRIPT_LATIN)
    }
  }

  /// The character whose glyph is drawn for one.
  ///
  /// Only for what differs in where lines break and not in its ink. A soft hyphen at a word's end is
  /// one that a line ends at. HarfBuzz itself draws U+2011 as U+2010, and spaces that a font lacks
  /// as U+0020 with a fitting advance.
  private func standIn(
    for scalar: Unicode.Scalar, isLast: Bool, in font: OpenFont
  ) -> Unicode.Scalar {
    switch scalar {
    case "\u{AD}" where isLast: "-"
    case "\u{2011}" where !font.has("\u{2011}") && !font.has("\u{2010}"): "-"
    default: scalar
    }
  }

  private func collect(
    from font: OpenFont, into glyphs: inout [ShapedGlyph]
  ) -> [Unicode.Scalar] {
    var count: UInt32 = 0
    guard let infos = unsafe hb_buffer_get_glyph_infos(buffer, &count),
      let positions = unsafe hb_buffer_get_glyph_positions(buffer, nil)
    else { return [] }
    var missing: [Unicode.Scalar] = []
    var reported: Int32 = -1
    var scalar = 0
    for index in 0..<Int(count) {
      let (info, position) = unsafe (infos[index], positions[index])
      let cluster = Int32(bitPattern: info.cluster)
      while scalar < scalars.count - 1, scalars[scalar].offset < cluster { scalar += 1 }
      var glyph = ShapedGlyph(
        glyph: info.codepoint, advance: position.x_advance, xOffset: position.x_offset,
        yOffset: -position.y_offset, cluster: cluster)
      if let narrow = font.narrowSpace, scalars[scalar].value == "\u{202F}" {
        glyph.glyph = narrow.glyph
        glyph.advance = narrow.advance
      } else if let own = font.softHyphen, scalars[scalar].value == "\u{AD}" {
        glyph.glyph = own
      } else if glyph.glyph == 0 || scalars[scalar].value == "\u{FFFD}", reported != cluster {
        // Many a font has a glyph for U+FFFD, which says that a character was lost on the way.
        reported = cluster
        missing += lacking(from: scalar, in: font)
      }
      // The space comes after the whole letter, so that an accent stays on it.
      if font.tracking != 0,
        unsafe index == Int(count) - 1
          || infos[index + 1].cluster != info.cluster
      {
        glyph.advance += font.tracking
      }
      glyphs.append(glyph)
    }
    return missing
  }

  /// What a font lacks of the letter, with its marks, that begins at a character of the word.
  private func lacking(from first: Int, in font: OpenFont) -> [Unicode.Scalar] {
    var lacking = [scalars[first].value].filter { !font.has($0) }
    for scalar in scalars[(first + 1)...] {
      guard scalar.value.properties.isGraphemeExtend else { break }
      if !font.has(scalar.value) { lacking.append(scalar.value) }
    }
    return lacking.isEmpty ? [scalars[first].value] : lacking
  }
}

@available(*, unavailable, message: "a shaper fills one text buffer of its own")
extension HarfBuzzShaper: @unchecked Sendable {}
