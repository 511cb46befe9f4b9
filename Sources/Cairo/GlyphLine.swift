import CCairo

/// A glyph in its place on the page, laid out in memory as Cairo's `cairo_glyph_t`.
@frozen
public struct PositionedGlyph: Hashable, Sendable {
  /// The glyph's number in its font.
  public var index: UInt
  /// Points from the page's left edge.
  public var x: Double
  /// Points from the page's top edge.
  public var y: Double

  /// A glyph in its place.
  @inlinable public init(index: UInt, x: Double, y: Double) {
    self.index = index
    self.x = x
    self.y = y
  }
}

/// How many bytes of text stand for how many glyphs, laid out as Cairo's `cairo_text_cluster_t`.
@frozen
public struct TextCluster: Hashable, Sendable {
  /// Bytes of UTF-8.
  public var bytes: Int32
  /// Glyphs.
  public var glyphs: Int32

  /// A cluster.
  @inlinable public init(bytes: Int32, glyphs: Int32) {
    self.bytes = bytes
    self.glyphs = glyphs
  }
}

/// Glyphs to show in one call, with the text that they stand for.
///
/// Made once and emptied for each run, so that painting allocates nothing per run. The clusters'
/// bytes add up to the text, their glyphs to the glyphs.
public struct GlyphLine: Sendable {
  /// The glyphs.
  public var glyphs: [PositionedGlyph] = []
  /// How text and glyphs belong together.
  public var clusters: [TextCluster] = []
  /// The text, as UTF-8.
  public var text: [UInt8] = []

  /// An empty line.
  public init() {}

  /// Empties the line and keeps its room.
  @inlinable public mutating func removeAll() {
    glyphs.removeAll(keepingCapacity: true)
    clusters.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
  }

  /// Whether our structures have the shape of Cairo's, on which `Canvas.show` relies.
  static let hasCairosLayout =
    MemoryLayout<PositionedGlyph>.size == MemoryLayout<cairo_glyph_t>.size
    && MemoryLayout<PositionedGlyph>.stride == MemoryLayout<cairo_glyph_t>.stride
    && MemoryLayout<PositionedGlyph>.offset(of: \.x) == MemoryLayout<cairo_glyph_t>.offset(of: \.x)
    && MemoryLayout<PositionedGlyph>.offset(of: \.y) == MemoryLayout<cairo_glyph_t>.offset(of: \.y)
    && MemoryLayout<TextCluster>.stride == MemoryLayout<cairo_text_cluster_t>.stride
    && MemoryLayout<TextCluster>.offset(of: \.glyphs)
      == MemoryLayout<cairo_text_cluster_t>.offset(of: \.num_glyphs)
}
