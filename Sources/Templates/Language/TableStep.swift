import Diagnostics
import Geometry
import Manuscript

/// A table, or entries of several lines.
struct TableStep: Sendable {
  /// A column, or one for every item of a list; in a table of entries, a field.
  struct Column: Sendable {
    /// What the column repeats over; nil for one column.
    var repetition: Selection?
    var head: TextPattern
    /// The words of the head that spans this column and its neighbours of the same words.
    var groupHead: GroupHead?
    /// The words in the heads of later pages; nil for the same as in the first.
    var continuedHead: TextPattern?
    /// What the column's numbers are counted in, told in the head.
    var unit: TextPattern?
    /// What the cells hold; nil for what the schema says.
    var type: Measure<ColumnType>?
    var width: Measure<Table.Column.Width>?
    var leastWidth: Measure<Length>?
    var mostWidth: Measure<Length>?
    /// How the cells stand; nil for as their type asks.
    var alignment: Measure<Table.Column.Alignment>?
    var decimals: Measure<DecimalRule>?
    /// What stands in cells that hold nothing.
    var empty: Measure<EmptyRule>?
    /// Whether its sum is carried over pages; nil for what the table says.
    var carries: Flag?
    /// What stands under the rows, in a row of its own that sums them up.
    var foot: TextPattern?
    var body: Body
    /// The row's list of words that a repeated column has in rows that are heads.
    var headCells: FieldUse?
    var badge: TextPattern?
    /// The index of the list in the rows' path whose item the cell belongs to: it spans all rows
    /// of that item; nil for a cell in every row.
    var spanLevel: Int?
    var isRowHead: Bool
    /// Whether the column is left out where no row has anything in it.
    var hidesWhenEmpty: Bool
    /// The line of the entry that the field stands on, from 0, in a table of entries.
    var line = 0
    /// How many columns of the entry's grid the field takes.
    var span = 1
  }

  /// A head over several columns, and where its fields are looked up.
  enum GroupHead: Sendable {
    /// In the item that the column is repeated for.
    case own(TextPattern)
    /// Where the table stands.
    case shared(TextPattern)
  }

  /// What stands in a column's cells.
  enum Body: Sendable {
    /// The same pattern in every row.
    case cell(CellContent)
    /// The value of the row's list with the column's number among those repeated.
    case values(FieldUse)
    /// Badges alone.
    case nothing
  }

  /// Something the template says, or a field of the data that says it.
  enum Measure<Value: Sendable>: Sendable {
    case constant(Value)
    case field(Slot)
  }

  /// What is set where there are no rows.
  enum WhenEmpty: Sendable {
    case omit
    case head
    case words(TextPattern)
  }

  var rows: Selection
  var columns: [Column]
  var caption: TextPattern?
  var label: TextPattern?
  /// Whether it has a number among the document's tables.
  var isNumbered = Flag.constant(false)
  var role = Measure<RowRole>.constant(.kind(.item))
  /// How deep a row stands in a tree of rows.
  var depth: Measure<SmallCount>?
  /// What a row's numbers are counted in, printed after each.
  var rowUnit: TextPattern?
  /// How many decimals a row's numbers have, where it is not the column's to say.
  var rowDecimals: Measure<SmallCount>?
  /// The words of the row over each group; nil for the group's value.
  var groupHead: TextPattern?
  /// Whether a page that goes on with a group repeats its heading.
  var repeatsGroups = Flag.constant(true)
  /// Whether sums of its numbers are carried over pages.
  var carries = Flag.constant(false)
  /// Notes that its cells call, `[^1]: …`, besides those that they hold themselves.
  var footnotes: Slot?
  /// Where its notes stand; nil for what the theme says.
  var notePlace: Measure<NotePlace>?
  /// Whether signs and badges are explained under it.
  var hasLegend = Flag.constant(true)
  var whenTooWide: Measure<Table.WhenTooWide>?
  var whenEmpty = WhenEmpty.omit
  /// The widths of the columns that the fields of entries stand on.
  var grid: [Measure<Table.Column.Width>] = []
  /// Whether rows are entries of several lines; the columns are then their fields.
  var isRecord = false
  var style = "table"
  var place: Place
}
