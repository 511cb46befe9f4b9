import Diagnostics
import Geometry
public import Typography

/// A shaper whose every character is a square of the font's size, so that geometry can be checked
/// by head: a word of five letters at 10 pt is 50 pt wide.
///
/// The space is half an em. Letters reach 0.75 em above the baseline and 0.25 em below, so that a
/// line of leading `l` and size `s` has its baseline at `(l − s)/2 + 0.75 s`.
public final class SquareShaper: Shaping {
  /// The fonts opened, in order.
  public private(set) var fonts: [FontRequest] = []
  /// Characters that the family `Square` is to lack; the family `Symbols` has them.
  public var missing: Set<Unicode.Scalar> = []
  /// Pairs of letters that are set as one square, that of the first letter.
  ///
  /// A U+200C between them keeps them apart and has no square.
  public var ligatures: Set<String> = []

  /// The OpenType features that the fonts have: `c2sc` gives capitals other glyphs, `sups` figures.
  public var features: Set<String> = []

  /// A shaper with no fonts open.
  public init() {}

  /// Opens a font of the families `Square` or `Symbols`, the only ones there are.
  public func font(for request: FontRequest) throws(ShapingError) -> FontID {
    guard request.family == "Square" || request.family == "Symbols" else {
      throw ShapingError(
        code: .fontMissing, message: Message(sv: "saknas", en: "missing"))
    }
    if let index = fonts.firstIndex(of: request) { return FontID(index: Int32(index)) }
    fonts.append(request)
    return FontID(index: Int32(fonts.count - 1))
  }

  /// What a font was asked for as.
  public func request(of font: FontID) -> FontRequest { fonts[Int(font.index)] }

  /// Measures that follow from the squares.
  public func metrics(of font: FontID) -> FontMetrics {
    let size = fonts[Int(font.index)].size
    return FontMetrics(
      ascent: size * 3 / 4, descent: size / 4, capHeight: size * 3 / 4, xHeight: size / 2,
      space: size / 2)
  }

  /// Sets a square for each character.
  public func shape(
    _ word: String, in font: FontID, into glyphs: inout [ShapedGlyph]
  ) -> [Unicode.Scalar] {
    let advance = Int32(fonts[Int(font.index)].size.units)
    let family = fonts[Int(font.index)].family
    var lacking: [Unicode.Scalar] = []
    var cluster: Int32 = 0
    var before: Unicode.Scalar?
    for scalar in word.unicodeScalars {
      let pair = before.map { String(String.UnicodeScalarView([$0, scalar])) }
      before = scalar
      if !ligatures.isEmpty, scalar == "\u{200C}" || pair.map(ligatures.contains) == true {
        cluster += Int32(UTF8.width(scalar))
        continue
      }
      let glyph = scalar.value + featuredGlyphs(for: scalar, in: fonts[Int(font.index)])
      glyphs.append(ShapedGlyph(glyph: glyph, advance: advance, cluster: cluster))
      cluster += Int32(UTF8.width(scalar))
      if missing.contains(scalar), family == "Square" { lacking.append(scalar) }
    }
    return lacking
  }

  /// How far the glyph of a character is moved by the features of its font.
  private func featuredGlyphs(for scalar: Unicode.Scalar, in font: FontRequest) -> UInt32 {
    func has(_ feature: String) -> Bool {
      features.contains(feature) && font.features.contains(feature)
    }
    if has("c2sc"), scalar.properties.isUppercase { return 0x1_0000 }
    if has("sups"), scalar.properties.numericType != nil { return 0x2_0000 }
    return 0
  }
}
