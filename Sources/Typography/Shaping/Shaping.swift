public import Diagnostics
public import Geometry

/// A font that a `Shaping` has opened, as a number.
@frozen
public struct FontID: Hashable, Sendable {
  /// The font's index in its shaper.
  public var index: Int32
  /// A font from its index.
  @inlinable public init(index: Int32) { self.index = index }
}

/// What layout must know of a font at its size.
public struct FontMetrics: Hashable, Sendable {
  /// From the baseline up to the top of the font's letters with their marks.
  public var ascent: Length
  /// From the baseline down to the bottom of its letters.
  public var descent: Length
  /// The height of a flat capital.
  public var capHeight: Length
  /// The height of a flat small letter.
  public var xHeight: Length
  /// The advance of U+0020, with the font's tracking.
  public var space: Length

  /// Metrics from their measures.
  public init(
    ascent: Length, descent: Length, capHeight: Length, xHeight: Length, space: Length
  ) {
    self.ascent = ascent
    self.descent = descent
    self.capHeight = capHeight
    self.xHeight = xHeight
    self.space = space
  }
}

/// One glyph of a shaped word.
///
/// Distances are in units of `Length`.
@frozen
public struct ShapedGlyph: Hashable, Sendable {
  /// The glyph's number in its font.
  public var glyph: UInt32
  /// How far the pen moves to the right.
  public var advance: Int32
  /// How far the glyph is drawn to the right of the pen.
  public var xOffset: Int32
  /// How far the glyph is drawn below the baseline.
  public var yOffset: Int32
  /// The first byte of its cluster in the word's UTF-8.
  public var cluster: Int32

  /// A glyph from its parts.
  @inlinable public init(
    glyph: UInt32, advance: Int32, xOffset: Int32 = 0, yOffset: Int32 = 0, cluster: Int32
  ) {
    self.glyph = glyph
    self.advance = advance
    self.xOffset = xOffset
    self.yOffset = yOffset
    self.cluster = cluster
  }
}

/// Turns words into glyphs.
///
/// `Typography` needs it and does not implement it: the room `HarfBuzz` does, and the tests' square
/// font. It is called once for each different word (`WordTable` remembers), so it need not be fast.
public protocol Shaping: AnyObject {
  /// Opens a font, or finds the one already open for the same request.
  ///
  /// - Throws: `ShapingError` when the font set has no such family, weight or italic.
  func font(for request: FontRequest) throws(ShapingError) -> FontID

  /// What an open font was asked for as.
  func request(of font: FontID) -> FontRequest

  /// The measures of an open font.
  func metrics(of font: FontID) -> FontMetrics

  /// Shapes a word: a piece of text without spaces or line breaks, set left to right.
  ///
  /// Appends the word's glyphs in visual order to `glyphs`. Clusters ascend. A U+202F or U+00A0
  /// inside the word that the font lacks becomes the space glyph with a fitting advance. A U+00AD is
  /// drawn as a hyphen at the word's end, where a line ends with it, and has no glyph elsewhere.
  ///
  /// - Returns: the characters for which the font has no glyph, in order; empty when all is well.
  func shape(_ word: String, in font: FontID, into glyphs: inout [ShapedGlyph]) -> [Unicode.Scalar]
}

/// Why a font cannot be opened.
public struct ShapingError: Error, Hashable, Sendable {
  /// The code to report it under.
  public var code: Code
  /// What is wrong, with the family and the Debian package to install.
  public var message: Message

  /// An error from its parts.
  public init(code: Code, message: Message) {
    self.code = code
    self.message = message
  }
}

/// A place in a word where a line may end.
public struct HyphenationPoint: Hashable, Sendable {
  /// Where the word is cut, as a UTF-8 offset.
  public var offset: Int
  /// The letter that comes back before the hyphen when the line ends here, as the third l of
  /// `till-låta`; empty for none.
  public var restored: String
  /// Whether it lies between the parts of a compound, where a break reads best.
  public var isSeam: Bool

  /// A point from its parts.
  public init(offset: Int, restored: String = "", isSeam: Bool = false) {
    self.offset = offset
    self.restored = restored
    self.isSeam = isSeam
  }
}

/// Finds where words may be divided.
///
/// `Typography` needs it and does not implement it: the room `Hyphenation` does. It is asked once
/// for each different word.
public protocol Hyphenating: AnyObject {
  /// The points of a word, ascending by offset; punctuation around the word is not part of it.
  func points(in word: String) -> [HyphenationPoint]

  /// Where the parts of a compound meet, as ascending UTF-8 offsets, whether or not a line may end
  /// there: no ligature reaches over them.
  func seams(in word: String) -> [Int]
}
