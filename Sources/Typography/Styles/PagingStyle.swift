public import Geometry

/// How pages are filled: which spaces may grow, and what stands at the foot.
public struct PagingStyle: Hashable, Sendable {
  /// A kind of space between blocks that may grow to fill a page.
  public enum Space: String, Hashable, Sendable, CaseIterable {
    /// Above a heading.
    case heading
    /// Above and below a table.
    case table
    /// Above and below a list.
    case list
    /// Above and below a figure.
    case figure
    /// Between paragraphs.
    case paragraph
  }

  /// The most that a space of each kind grows; a kind that is not named does not.
  public var stretch: [Space: Length]
  /// The distance of the lines of a grid that running text stands on throughout; nil for none.
  public var grid: Length?
  /// Whether the document is printed on both sides, so that facing pages should end alike.
  public var isTwoSided: Bool
  /// Between columns side by side.
  public var columnGutter: Length
  /// How many lines and rows a chapter may have for its pages to be weighed against each other;
  /// beyond, each page takes what fits.
  public var mostBoxes: Int
  /// How many pages a chapter, from one forced page end to the next, is meant to have at most, as a
  /// slide has one; nil for any number.
  public var mostChapterPages: Int?
  /// The notes at a page's foot.
  public var footnotes: FootnoteStyle

  /// How pages are filled; nothing grows unless named.
  public init(
    stretch: [Space: Length] = [:], grid: Length? = nil, isTwoSided: Bool = false,
    columnGutter: Length = .millimetres(6), mostBoxes: Int = 50_000,
    footnotes: FootnoteStyle = FootnoteStyle()
  ) {
    self.stretch = stretch
    self.grid = grid
    self.isTwoSided = isTwoSided
    self.columnGutter = columnGutter
    self.mostBoxes = mostBoxes
    mostChapterPages = nil
    self.footnotes = footnotes
  }
}

/// How notes stand at a page's foot.
public struct FootnoteStyle: Hashable, Sendable {
  /// The paragraph style of notes.
  public var style: String
  /// From a note's left edge to its text; its mark stands in this room.
  public var indent: Length
  /// The least space between the text and the rule above the notes, or the notes where there is no
  /// rule.
  public var spaceAbove: Length
  /// Between the rule and the first note.
  public var spaceBelowRule: Length
  /// The rule above the notes; nil for none.
  public var rule: RuleStyle?
  /// How long the rule is.
  public var ruleWidth: Length

  /// A look of notes from its parts.
  public init(
    style: String = "note", indent: Length = .points(12), spaceAbove: Length = .points(12),
    spaceBelowRule: Length = .points(4), rule: RuleStyle? = nil,
    ruleWidth: Length = .millimetres(40)
  ) {
    self.style = style
    self.indent = indent
    self.spaceAbove = spaceAbove
    self.spaceBelowRule = spaceBelowRule
    self.rule = rule
    self.ruleWidth = ruleWidth
  }

  /// What stands between the text and the first note.
  public var separation: Length { spaceAbove + (rule == nil ? .zero : spaceBelowRule) }
}
