public import Geometry

/// A text style opened: its font's number and the measures that lines need, ready for inner loops.
public struct RunStyle: Sendable {
  /// The font.
  public var font: FontID
  /// The ink.
  public var colour: Colour
  /// How far the baseline is raised.
  public var rise: Length
  /// The measures of the font.
  public var metrics: FontMetrics
  /// Room at the left and right of a badge's words in their tinted box; nil for ordinary text.
  public var badgePadding: Length?
  /// The shape that stands in the room left of the words in place of a tinted box; nil for a box.
  public var mark: StatusMark?
  /// The word space at rest: the font's own.
  public var space: Glue

  /// How far a word space stretches at a ratio of 1, in parts of itself.
  static let spaceStretch = 0.4

  /// A run style over an open font.
  ///
  /// The word space may shrink by a third, TeX's proportion for text faces, and grow by somewhat
  /// less than TeX's half (D. E. Knuth, *The TeXbook*, 1984, appendix F, `\fontdimen` 2–4 of
  /// cmr10): loose lines so weigh more against tight ones, and the average space comes out nearer to
  /// the font's own.
  public init(
    font: FontID, metrics: FontMetrics, colour: Colour, rise: Length = .zero,
    badgePadding: Length? = nil, mark: StatusMark? = nil
  ) {
    self.font = font
    self.metrics = metrics
    self.colour = colour
    self.rise = rise
    self.badgePadding = badgePadding
    self.mark = mark
    let width = metrics.space
    space = Glue(width: width, stretch: width.scaled(by: Self.spaceStretch), shrink: width / 3)
  }
}

/// A `RunStyle`, as its number in a `LineStore`.
public struct RunStyleID: Hashable, Sendable {
  /// The style's index in its store.
  public var index: Int32
  /// A style from its index.
  public init(index: Int32) { self.index = index }
}
