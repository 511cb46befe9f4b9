import Diagnostics

/// A rectangle of cells, `A3:D18`, both ends in it.
struct CellRange: Hashable {
  /// Its rows, from 1.
  var rows: ClosedRange<Int>
  /// Its columns, from 1.
  var columns: ClosedRange<Int>

  /// The most rows and columns that a sheet has.
  static let lastRow = 1_048_576
  static let lastColumn = 16_384

  /// A rectangle of rows and columns.
  init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  /// Reads a range as spreadsheets write it: `A3:D18`, `$A$3:$D$18`, `A:D` for whole columns, the
  /// corners in any order; nil for what is none.
  init?(_ text: String) {
    let ends = text.filter { $0 != "$" && !$0.isWhitespace }.split(
      separator: ":", omittingEmptySubsequences: false)
    guard ends.count == 2, let first = Self.corner(ends[0]), let last = Self.corner(ends[1]),
      (first.row == nil) == (last.row == nil)
    else { return nil }
    let (top, bottom) = (first.row ?? 1, last.row ?? Self.lastRow)
    rows = min(top, bottom)...max(top, bottom)
    columns = min(first.column, last.column)...max(first.column, last.column)
  }

  /// The range of one cell or more, as a sheet has it: `A3` or `A3:D18`.
  init?(reference: String) {
    if let range = CellRange(reference) {
      self = range
    } else if let cell = Place.Cell(reference: reference[...]) {
      self.init(rows: cell.row...cell.row, columns: cell.column...cell.column)
    } else {
      return nil
    }
  }

  /// Whether a cell is in it.
  func contains(_ cell: Place.Cell) -> Bool {
    rows.contains(cell.row) && columns.contains(cell.column)
  }

  /// The range as spreadsheets write it.
  var name: String {
    Place.Cell(row: rows.lowerBound, column: columns.lowerBound).name + ":"
      + Place.Cell(row: rows.upperBound, column: columns.upperBound).name
  }

  private static func corner(_ text: Substring) -> (row: Int?, column: Int)? {
    if let cell = Place.Cell(reference: text) { return (cell.row, cell.column) }
    return Place.Cell(reference: text + "1").map { (nil, $0.column) }
  }
}

extension Place.Cell {
  /// The cell of a name, `C7`; nil for what is none of a sheet.
  init?(reference: Substring) {
    var column = 0
    var rest = reference.utf8[...]
    while let byte = rest.first, (65...90).contains(byte & 0xDF), byte >= 65, column < 20_000 {
      column = column * 26 + Int(byte & 0xDF) - 64
      rest = rest.dropFirst()
    }
    guard rest.allSatisfy({ (48...57).contains($0) }), let row = Int(Substring(rest)),
      (1...CellRange.lastRow).contains(row), (1...CellRange.lastColumn).contains(column)
    else { return nil }
    self.init(row: row, column: column)
  }
}
