public import Diagnostics
import Input
public import Swedish

/// A table of a plan as figures under heads: what prose quotes from and checks add up.
///
/// Its first column names the rows; the columns here are the others.
public struct DataTable: Sendable {
  /// Words with the place they stand at.
  public struct Words: Sendable {
    /// The words, without the notes that they call and blanks around them.
    public var text: String
    /// Where they begin.
    public var place: Place
    /// Of a column's head: the head that spans it and its neighbours.
    public var group = ""

    /// The words without spaces, points and case, as they are compared.
    public var folded: String { text.foldedForLookup }
  }

  /// One cell.
  public struct Cell: Sendable {
    /// What is written in it, empty for a blank cell.
    public var words: Words
    /// The number, a mark for one that is missing, or why it is neither; nil for a blank cell.
    public var reading: NumberReading?
    /// The unit that stands after the number; empty for none.
    public var unit = ""

    /// Whether it is a share in hundredths, which no sum is the sum of.
    public var isPercent: Bool { !unit.isEmpty && Quantity(.zero, unit: unit).isPercent }

    /// The number, if it is one.
    public var amount: Amount? { reading?.amount }
  }

  /// What a row is for the others.
  public enum RowKind: String, Sendable {
    /// One of many.
    case item = "post"
    /// A part of the row above, that totals pass by.
    case part = "varav"
    /// The sum of rows above it.
    case subtotal = "delsumma"
    /// The sum of all.
    case total = "summa"
    /// A heading over the rows that follow.
    case heading = "rubrik"

    /// Whether it is a sum.
    public var isSum: Bool { self == .subtotal || self == .total }
  }

  /// One row.
  public struct Row: Sendable {
    /// What it is called: the words of its first cell.
    public var name: Words
    /// What it is for the others.
    public var kind: RowKind
    /// Whether it heads the columns of the rows that follow, which then begin a table anew.
    public var isHead: Bool
    /// Whether the plan says what it is.
    public var saysItsKind: Bool
    /// How many steps it is indented.
    public var depth: Int
    /// Whether it has a unit or decimals of its own.
    public var hasOwnLook: Bool
    /// The rows that it says it is the sum of.
    public var parts: [Words]
    /// The rows that it says it leaves out.
    public var exceptions: [Words]
    /// The cells, one for each column; those that are not written are blank.
    public var cells: [Cell]
  }

  /// The path of the table in the plan.
  public var path: String
  /// The key that it stands under, `resultatbudget`.
  public var key: String
  /// Where it stands.
  public var place: Place
  /// What references may call it: its own id, its key, and the id of what it stands in.
  public var names: [String]
  /// The headings over it, the nearest first: its own and that of what it stands in.
  public var captions: [Words]
  /// The words that say what it counts in: the key for it, the head over the rows' names, headings.
  public var unitWords: [Words]
  /// The heads of the columns.
  public var columns: [Words]
  /// The rows.
  public var rows: [Row]

  /// What its amounts are counted in, where that is said.
  public var unit: MoneyUnit? { unitWords.lazy.compactMap { MoneyUnit(in: $0.text) }.first }

  /// The rows of a name, in their order.
  public func rows(called name: String) -> [Int] {
    let wanted = name.foldedForLookup
    return rows.indices.filter { rows[$0].name.folded == wanted }
  }

  /// The columns that a word is the head of; else those that have it in their head, as `2023` is in
  /// `Budget 2023`.
  public func columns(called name: String) -> [Int] {
    let wanted = name.foldedForLookup
    let exact = columns.indices.filter { columns[$0].folded == wanted }
    if !exact.isEmpty { return exact }
    return columns.indices.filter { index in
      columns[index].text.split(separator: " ").contains { String($0).foldedForLookup == wanted }
    }
  }
}

extension String {
  /// The letters and digits alone, in lower case: `Bilaga 1` and `bilaga-1` are looked up alike.
  public var foldedForLookup: String {
    String(
      lowercased().unicodeScalars.filter {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      })
  }

  /// The years that it names, each at its offset in code points.
  public var years: [Int] {
    split { !$0.isNumber }.compactMap { $0.count == 4 ? Int($0) : nil }
      .filter { (1900..<2100).contains($0) }
  }
}
