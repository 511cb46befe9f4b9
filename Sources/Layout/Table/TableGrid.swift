import Diagnostics
import Manuscript

/// The cells of a table's head or body, each at its row and columns.
struct TableGrid {
  /// A cell at its place.
  struct Placement {
    var cell: Table.Cell
    var row: Int
    var column: Int
    var columnSpan: Int
    var rowSpan: Int

    var columns: Range<Int> { column..<column + columnSpan }
    var rows: Range<Int> { row..<row + rowSpan }
  }

  /// The cells in reading order.
  var placements: [Placement] = []
  /// The placements that begin in each row.
  var cellsOfRow: [Range<Int>] = []
  /// What each row is.
  var kinds: [Table.Row.Kind] = []
  /// Whether a cell reaches from each row into the one below.
  var joinsNext: [Bool] = []

  /// Places the cells of some rows: each in the first column that is free.
  ///
  /// Spans that pass the table's edges are cut back. A cell for which a row has no column left is
  /// kept out and told in `surplus`.
  init(rows: [Table.Row], columnCount: Int, surplus: inout [(row: Int, cell: Int)]) {
    /// Down to which row (not included) each column is taken.
    var takenUntil = Array(repeating: 0, count: columnCount)
    joinsNext = Array(repeating: false, count: rows.count)
    for (rowIndex, row) in rows.enumerated() {
      let first = placements.count
      var column = 0
      for (cellIndex, cell) in row.cells.enumerated() {
        while column < columnCount, takenUntil[column] > rowIndex { column += 1 }
        guard column < columnCount else {
          surplus.append((rowIndex, cellIndex))
          continue
        }
        var span = 1
        while span < cell.columnSpan, column + span < columnCount,
          takenUntil[column + span] <= rowIndex
        { span += 1 }
        let rowSpan = max(1, min(cell.rowSpan, rows.count - rowIndex))
        placements.append(
          Placement(
            cell: cell, row: rowIndex, column: column, columnSpan: span, rowSpan: rowSpan))
        for taken in column..<column + span { takenUntil[taken] = rowIndex + rowSpan }
        for joined in rowIndex..<rowIndex + rowSpan - 1 { joinsNext[joined] = true }
        column += span
      }
      cellsOfRow.append(first..<placements.count)
      kinds.append(row.kind)
    }
  }

  /// The rows cut into groups that no row span reaches out of.
  var bands: [Range<Int>] {
    var bands: [Range<Int>] = []
    var first = 0
    for row in kinds.indices where !joinsNext[row] {
      bands.append(first..<row + 1)
      first = row + 1
    }
    return bands
  }
}
