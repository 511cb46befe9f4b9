/// Where something stands in the text that was parsed.
public struct MarkdownPlace: Hashable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in Unicode code points.
  public var column: Int
  /// The offset in the text's UTF-8.
  public var offset: Int

  /// A place from its parts.
  public init(line: Int, column: Int, offset: Int) {
    self.line = line
    self.column = column
    self.offset = offset
  }
}

/// A block of a Markdown text.
public struct MarkdownBlock: Hashable, Sendable {
  /// What a block is.
  public indirect enum Kind: Hashable, Sendable {
    case paragraph([MarkdownInline])
    /// A heading of a level from 1 to 6.
    case heading(level: Int, [MarkdownInline])
    /// A list, ordered from a number or, without one, unordered. In a tight one no blank lines
    /// stand between the items.
    case list(start: Int?, isTight: Bool, items: [[MarkdownBlock]])
    case quote([MarkdownBlock])
    /// Code or other text to set as it stands, and the word after its opening fence.
    case code(String, language: String)
    case table(MarkdownTable)
    case thematicBreak
    /// What a footnote says. Definitions stand last, those that the text refers to first and in the
    /// order it does; `place` says where each was written.
    case footnote(label: String, [MarkdownBlock])
    /// A footnote's definition that is left out: another has its label already, or the text ends
    /// in a block that never closes and nothing refers to the note. They stand last of all.
    case lostFootnote(label: String)
    /// HTML as it was written, which nobody here understands.
    case html(String)
    /// A text that is not read, because its links by name would take up too much memory.
    case overgrown
    /// Blocks that stood inside more quotes and lists than can be told apart, without those.
    case flattened([MarkdownBlock])
  }

  /// What it is.
  public var kind: Kind
  /// Where it begins.
  public var place: MarkdownPlace

  /// A block at its place.
  public init(_ kind: Kind, at place: MarkdownPlace) {
    self.kind = kind
    self.place = place
  }
}

/// A table of a Markdown text.
public struct MarkdownTable: Hashable, Sendable {
  /// How a column's cells stand.
  public enum Alignment: String, Hashable, Sendable {
    /// As the table's reader sees fit.
    case none
    case left, centre, right
  }

  /// A cell.
  public struct Cell: Hashable, Sendable {
    /// Its text.
    public var content: [MarkdownInline]
    /// Where it begins.
    public var place: MarkdownPlace

    /// A cell at its place.
    public init(_ content: [MarkdownInline], at place: MarkdownPlace) {
      self.content = content
      self.place = place
    }
  }

  /// The columns' alignments.
  public var alignments: [Alignment]
  /// The head's cells, one for each column.
  public var head: [Cell]
  /// The rows, each of one cell for each column.
  public var rows: [[Cell]]
  /// Where rows go on with cells that there are no columns for, and that are left out.
  public var surplus: [MarkdownPlace]

  /// A table from its parts.
  public init(
    alignments: [Alignment], head: [Cell], rows: [[Cell]], surplus: [MarkdownPlace] = []
  ) {
    self.alignments = alignments
    self.head = head
    self.rows = rows
    self.surplus = surplus
  }
}

/// A piece of running Markdown text.
public struct MarkdownInline: Hashable, Sendable {
  /// What a piece is.
  public indirect enum Kind: Hashable, Sendable {
    /// Characters that stand one after another in the source, from the piece's place on.
    case text(String)
    /// A line's end in the source that means a space.
    case softBreak
    /// A line's end that was asked for.
    case lineBreak
    case emphasis([MarkdownInline])
    case strong([MarkdownInline])
    case code(String)
    case link(destination: String, title: String, [MarkdownInline])
    case image(destination: String, title: String, alternative: String)
    /// A footnote's mark; a footnote of the same label is among the blocks.
    case footnoteReference(label: String)
    /// An HTML tag as it was written.
    case html(String)
  }

  /// What it is.
  public var kind: Kind
  /// Where it begins; for text and code the first character, without the marks around it.
  public var place: MarkdownPlace

  /// A piece at its place.
  public init(_ kind: Kind, at place: MarkdownPlace) {
    self.kind = kind
    self.place = place
  }
}
