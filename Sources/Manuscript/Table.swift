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
      /// On the decimal comma; words stand right.
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

    /// A column from its parts.
    public init(alignment: Alignment = .left, width: Width = .auto) {
      self.alignment = alignment
      self.width = width
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
    }

    /// The cells that begin in the row, from left to right.
    public var cells: [Cell]
    /// What the row is.
    public var kind: Kind

    /// A row from its parts.
    public init(cells: [Cell], kind: Kind = .item) {
      self.cells = cells
      self.kind = kind
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
    /// Words set as badges before the content ("VO").
    public var badges: [RichText]
    /// How many columns it takes.
    public var columnSpan: Int
    /// How many rows it takes.
    public var rowSpan: Int
    /// Whether it heads its row.
    public var isRowHead: Bool

    /// A cell from its parts.
    public init(
      content: Content, badges: [RichText] = [], columnSpan: Int = 1, rowSpan: Int = 1,
      isRowHead: Bool = false
    ) {
      self.content = content
      self.badges = badges
      self.columnSpan = columnSpan
      self.rowSpan = rowSpan
      self.isRowHead = isRowHead
    }

    /// A cell of running text.
    public init(_ text: RichText) { self.init(content: .text(text)) }
  }

  /// The caption above the table; nil for none.
  public var caption: RichText?
  /// The columns.
  public var columns: [Column]
  /// The head rows, repeated on every page the table reaches.
  public var head: [Row]
  /// The body rows.
  public var rows: [Row]
  /// The table style, usually `table`.
  public var style: String
  /// What references call it by; empty for none.
  public var id: String
  /// Where the table was asked for.
  public var place: Place

  /// A table from its parts.
  public init(
    caption: RichText? = nil, columns: [Column], head: [Row], rows: [Row], style: String = "table",
    id: String = "", place: Place = .none
  ) {
    self.caption = caption
    self.columns = columns
    self.head = head
    self.rows = rows
    self.style = style
    self.id = id
    self.place = place
  }
}
