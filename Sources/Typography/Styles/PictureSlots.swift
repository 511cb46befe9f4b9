public import Geometry

/// The place of a picture on the cover.
public struct PictureSlot: Hashable, Sendable {
  /// Which of the document's pictures it is for: `picture`, `logotype`; empty for the theme's own.
  public var part: String
  /// The theme's picture, where the document has none; nil for none.
  public var own: Picture?
  /// What the theme's picture shows, in words; empty for mere decoration.
  public var alternate: String
  /// The room for it on the paper.
  public var frame: Rect
  /// Whether the picture fills its room, with what does not fit cut off, or stands whole inside it.
  public var fills: Bool
  /// The point of the theme's picture that stays in sight, in parts of its width and height.
  public var focus: Focus

  /// A point in a picture, in parts of its width from the left and of its height from the top.
  public struct Focus: Hashable, Sendable {
    /// From the left.
    public var x: Double
    /// From the top.
    public var y: Double

    /// A point.
    public init(x: Double = 0.5, y: Double = 0.5) {
      self.x = x
      self.y = y
    }
  }

  /// A slot from its parts.
  public init(
    part: String = "", own: Picture? = nil, alternate: String = "", frame: Rect,
    fills: Bool = true, focus: Focus = Focus()
  ) {
    self.part = part
    self.own = own
    self.alternate = alternate
    self.frame = frame
    self.fills = fills
    self.focus = focus
  }
}

/// Where the logotype stands in the margin of pages: page furniture, which is not read out.
public struct RunningLogotype: Hashable, Sendable {
  /// The edge of the paper that it stands by.
  public enum Edge: String, Hashable, Sendable, CaseIterable { case top, bottom }

  /// Which pages it stands on.
  public enum Pages: String, Hashable, Sendable, CaseIterable {
    /// All but the cover.
    case all
    /// The first of those that are counted together.
    case first
  }

  /// The edge that it stands by.
  public var edge: Edge
  /// From that edge.
  public var offset: Length
  /// Its height; its width is what its proportions ask.
  public var height: Length
  /// Where it stands between the margins; justified is left.
  public var alignment: ParagraphStyle.Alignment
  /// Which pages it stands on.
  public var pages: Pages

  /// A logotype's place from its parts.
  public init(
    edge: Edge, offset: Length, height: Length, alignment: ParagraphStyle.Alignment = .right,
    pages: Pages = .all
  ) {
    self.edge = edge
    self.offset = offset
    self.height = height
    self.alignment = alignment
    self.pages = pages
  }
}
