public import Diagnostics
public import Geometry

/// A table: typed columns, head rows, body rows.
///
/// A row holds only the cells that begin in it. A cell stands in the first column that no earlier
/// cell of the row and no row span from above takes.
public struct Table: Hashable, Sendable {
  /// A column.
  public struct Column: Hashable, Sendable {
    /// How the column's cells stand.
    public enum Alignment: String, Hashable, Sendable, CaseIterable {
      case left, right, centre
      /// On the decimal comma. Words stand right among numbers; where most of the column is words,
      /// they stand left, and the numbers below one another left with them.
      case decimal
    }

    /// How wide the column is.
    public enum Width: Hashable, Sendable {
      /// As its content asks for, in competition with the others.
      case auto
      /// Its widest cell on one line.
      case fit
      /// Just so wide.
      case fixed(Length)
      /// A share of the measure, in parts of one.
      case share(Double)
    }

    /// How the column's cells stand.
    public var alignment: Alignment
    /// How wide the column is.
    public var width: Width
    /// The least that the column is wide, whatever else it is asked for; nil for no bound.
    public var leastWidth: Length?
    /// The most that the column is wide; nil for no bound.
    public var mostWidth: Length?

    /// A column from its parts.
    public init(
      alignment: Alignment = .left, width: Width = .auto, leastWidth: Length? = nil,
      mostWidth: Length? = nil
    ) {
      self.alignment = alignment
      self.width = width
      self.leastWidth = leastWidth
      self.mostWidth = mostWidth
    }
  }

  /// A row.
  public struct Row: Hashable, Sendable {
    /// What a row is to the others.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      case item
      /// A heading over the rows that follow.
      case group
      /// A part of the row above, indented ("varav").
      case part
      case subtotal
      case total
      /// A head inside the body: it heads the rows that follow, and is what a page that goes on
      /// with them repeats in place of the table's own head.
      case head
    }

    /// Sums carried over a page's end, ready to be printed.
    public struct Carried: Hashable, Sendable {
      /// The cells of the row at the page's foot: what has been summed so far.
      public var foot: [Cell]
      /// The cells of the row under the next page's head.
      public var head: [Cell]

      /// Carried sums from the cells of their two rows.
      public init(foot: [Cell], head: [Cell]) {
        self.foot = foot
        self.head = head
      }
    }

    /// The cells that begin in the row, from left to right.
    public var cells: [Cell]
    /// What the row is.
    public var kind: Kind
    /// How many steps its first cell is indented besides what its kind is, for rows of a tree.
    public var depth: Int
    /// The sums that stand at a page's foot, and at the next one's head, where a page ends after
    /// the row; nil where the table carries none.
    public var carried: Carried?

    /// A row from its parts.
    public init(cells: [Cell], kind: Kind = .item, depth: Int = 0, carried: Carried? = nil) {
      self.cells = cells
      self.kind = kind
      self.depth = depth
      self.carried = carried
    }
  }

  /// A small mark before a cell's words: an organisation's märke, a status.
  public struct Badge: Hashable, Sendable {
    /// What it says, in print.
    public var text: RichText
    /// The theme's badge style, usually `badge`; `status-green` and the like for a status.
    public var style: String
    /// What is read out in its place; empty to read the text.
    public var spoken: String

    /// A badge from its parts.
    public init(text: RichText, style: String = "badge", spoken: String = "") {
      self.text = text
      self.style = style
      self.spoken = spoken
    }
  }

  /// A cell.
  public struct Cell: Hashable, Sendable {
    /// What a cell holds.
    public enum Content: Hashable, Sendable {
      /// Running text.
      case text(RichText)
      /// Paragraphs and lists.
      case blocks([Block])
    }

    /// What it holds.
    public var content: Content
    /// Marks set before the content ("VO").
    public var badges: [Badge]
    /// How many columns it takes.
    public var columnSpan: Int
    /// How many rows it takes.
    public var rowSpan: Int
    /// Whether it heads its row.
    public var isRowHead: Bool
    /// How it stands where that is not as its column says.
    public var alignment: Column.Alignment?

    /// A cell from its parts.
    public init(
      content: Content, badges: [Badge] = [], columnSpan: Int = 1, rowSpan: Int = 1,
      isRowHead: Bool = false, alignment: Column.Alignment? = nil
    ) {
      self.content = content
      self.badges = badges
      self.columnSpan = columnSpan
      self.rowSpan = rowSpan
      self.isRowHead = isRowHead
      self.alignment = alignment
    }

    /// A cell of running text.
    public init(_ text: RichText) { self.init(content: .text(text)) }
  }

  /// How the cells of a row stand on several lines, for entries of many fields: a list of documents
  /// with number, date, sender and matter, three lines to the entry.
  ///
  /// The table's columns are the grid that the fields of all lines share. Each head row and each row
  /// that is an item or a head has one cell for every field, in the order of `fields`, which is the
  /// order they are read in; their spans are not looked at. A line begins below all of the line
  /// above it, and an entry is not torn as long as it fits a page. Rows of other kinds (a group's
  /// heading) stand on the grid as in any table.
  public struct RecordLayout: Hashable, Sendable {
    /// The place of a field.
    public struct Field: Hashable, Sendable {
      /// The line of the entry, from 0.
      public var line: Int
      /// The first column that it takes, from 0.
      public var column: Int
      /// How many columns it takes.
      public var columnSpan: Int

      /// The place of a field.
      public init(line: Int, column: Int, columnSpan: Int = 1) {
        self.line = line
        self.column = column
        self.columnSpan = columnSpan
      }
    }

    /// The fields in reading order.
    public var fields: [Field]

    /// A layout from its fields.
    public init(fields: [Field]) { self.fields = fields }
  }

  /// What to do with a table whose columns cannot be made narrow enough for its measure.
  public enum WhenTooWide: String, Hashable, Sendable, CaseIterable {
    /// It is set on pages of its own turned on their side, and is split there if that is too
    /// narrow as well.
    case landscape
    /// Its columns are dealt out on several tables below each other, each with the row labels.
    case split
    /// Its words are broken where they have to be.
    case squeeze
  }

  /// Its number as it is printed before the caption, `Tabell 3`; nil for none.
  public var label: RichText?
  /// The caption above the table; nil for none.
  public var caption: RichText?
  /// The columns.
  public var columns: [Column]
  /// The head rows, repeated on every page the table reaches.
  public var head: [Row]
  /// The head rows of the pages that go on with the table; nil for the same as the first.
  public var continuedHead: [Row]?
  /// The body rows.
  public var rows: [Row]
  /// Whether a page that goes on with a group repeats the group's heading, marked as continued; the
  /// same for a cell that reaches over several rows.
  public var repeatsGroups: Bool
  /// What marks a caption or a group's heading as continued, in the document's language; empty to
  /// mark none.
  public var continuedWord: String
  /// How the fields of an entry stand on several lines; nil for one line of cells to the row.
  public var record: RecordLayout?
  /// How many columns from the left label the rows; they are repeated where the table is split.
  public var labelColumns: Int
  /// What is done where the columns do not fit the measure.
  public var whenTooWide: WhenTooWide
  /// The notes that its cells call and that are set under it, as indices into `Document.notes` in
  /// the order of their marks; the other notes that its cells call stand at the page's foot.
  public var notes: [Int]
  /// What signs in the cells mean, set under the table: one line for each.
  public var legend: [RichText]
  /// The table style, usually `table`.
  public var style: String
  /// What references call it by; empty for none.
  public var id: String
  /// Where the table was asked for.
  public var place: Place

  /// A table from its parts.
  public init(
    label: RichText? = nil, caption: RichText? = nil, columns: [Column], head: [Row],
    continuedHead: [Row]? = nil, rows: [Row], repeatsGroups: Bool = true,
    continuedWord: String = "(forts.)", record: RecordLayout? = nil, labelColumns: Int = 1,
    whenTooWide: WhenTooWide = .landscape, notes: [Int] = [], legend: [RichText] = [],
    style: String = "table", id: String = "", place: Place = .none
  ) {
    self.label = label
    self.caption = caption
    self.columns = columns
    self.head = head
    self.continuedHead = continuedHead
    self.rows = rows
    self.repeatsGroups = repeatsGroups
    self.continuedWord = continuedWord
    self.record = record
    self.labelColumns = labelColumns
    self.whenTooWide = whenTooWide
    self.notes = notes
    self.legend = legend
    self.style = style
    self.id = id
    self.place = place
  }
}
