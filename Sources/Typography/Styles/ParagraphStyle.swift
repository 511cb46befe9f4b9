public import Geometry

/// How a paragraph, heading, caption or cell is set.
public struct ParagraphStyle: Hashable, Sendable {
  /// How lines stand in their measure.
  public enum Alignment: String, Sendable, CaseIterable {
    case left, right, centre, justified
  }

  /// Which part of the text area the paragraph is set over.
  public enum Span: String, Sendable, CaseIterable {
    /// The reading column.
    case column
    /// The whole text area: reading column and margin column.
    case full
    /// The margin column.
    case margin
  }

  /// Where a paragraph begins on paper.
  public enum Opening: String, Sendable, CaseIterable {
    /// Where the one before ends.
    case none
    /// On a new page.
    case page
    /// On a new right-hand page.
    case recto
  }

  /// Font and ink of the running text.
  public var text: TextStyle
  /// Baseline to baseline.
  public var leading: Length
  /// How lines stand in their measure.
  public var alignment: Alignment
  /// Which part of the text area it takes.
  public var span: Span
  /// Space above; nothing at a page's top.
  ///
  /// Between two blocks the larger of the one's `spaceAfter` and the other's `spaceBefore` stands;
  /// they do not add up.
  public var spaceBefore: Length
  /// Space below.
  public var spaceAfter: Length
  /// Indent of the first line.
  public var firstIndent: Length
  /// Indent of every line from the left.
  public var leftIndent: Length
  /// Indent of every line from the right.
  public var rightIndent: Length
  /// Where it begins on paper.
  public var opening: Opening = .none
  /// Whether the paragraph that follows goes on in its last line, as after a run-in heading.
  public var runsIn = false
  /// Whether its lines become about equally long where its last would be short, as in headings.
  public var balances = false
  /// Whether no page break may come between it and the next block.
  public var keepsWithNext: Bool
  /// Whether no page break may come inside it.
  public var keepsTogether: Bool
  /// Whether a page had better not end between it and the next block.
  public var prefersNext: Bool
  /// Whether a page had better not end inside it.
  public var prefersWhole: Bool
  /// Whether words may be divided at line ends.
  public var hyphenates: Bool
  /// Whether initialisms (FN, SKR) are set in the font's small capitals, where it has them.
  public var shrinksInitialisms: Bool
  /// Whether punctuation and hyphens hang a little out of the lines' edges (margin kerning).
  public var hangs: Bool
  /// How much wider or narrower the letters of a justified line may be drawn, in parts of one.
  public var expansion: Double
  /// Weight of the letters in **strong** text.
  public var strongWeight: Int
  /// A rule drawn above, nil for none.
  public var ruleAbove: RuleStyle?
  /// A rule drawn below, nil for none.
  public var ruleBelow: RuleStyle?
  /// A tint behind the text, nil for none.
  public var fill: Colour?
  /// Whether its tint goes on to the paper's edges: to the sides, and to the head where it begins
  /// its page, which then has no running head.
  public var bleeds = false
  /// Room between the text and the edges of its tint or rules.
  public var padding: Insets

  /// A paragraph style; what is not named is nothing, left and plain.
  public init(
    text: TextStyle, leading: Length, alignment: Alignment = .left, span: Span = .column,
    spaceBefore: Length = .zero, spaceAfter: Length = .zero, firstIndent: Length = .zero,
    leftIndent: Length = .zero, rightIndent: Length = .zero, keepsWithNext: Bool = false,
    keepsTogether: Bool = false, prefersNext: Bool = false, prefersWhole: Bool = false,
    hyphenates: Bool = false, shrinksInitialisms: Bool = false, hangs: Bool = false,
    expansion: Double = 0,
    strongWeight: Int = 700,
    ruleAbove: RuleStyle? = nil, ruleBelow: RuleStyle? = nil, fill: Colour? = nil,
    padding: Insets = Insets(top: .zero, right: .zero, bottom: .zero, left: .zero)
  ) {
    self.text = text
    self.leading = leading
    self.alignment = alignment
    self.span = span
    self.spaceBefore = spaceBefore
    self.spaceAfter = spaceAfter
    self.firstIndent = firstIndent
    self.leftIndent = leftIndent
    self.rightIndent = rightIndent
    self.keepsWithNext = keepsWithNext
    self.keepsTogether = keepsTogether
    self.prefersNext = prefersNext
    self.prefersWhole = prefersWhole
    self.hyphenates = hyphenates
    self.shrinksInitialisms = shrinksInitialisms
    self.hangs = hangs
    self.expansion = expansion
    self.strongWeight = strongWeight
    self.ruleAbove = ruleAbove
    self.ruleBelow = ruleBelow
    self.fill = fill
    self.padding = padding
  }
}

/// A straight line of ink.
public struct RuleStyle: Hashable, Sendable {
  /// The line's thickness.
  public var thickness: Length
  /// The ink.
  public var colour: Colour

  /// A rule from its thickness and ink.
  public init(thickness: Length, colour: Colour) {
    self.thickness = thickness
    self.colour = colour
  }
}
