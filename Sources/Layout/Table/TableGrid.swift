import Diagnostics
import Manuscript

/// The cells of a table's head or body, each at its row and columns.
///
/// A row of the grid is a line of cells: an entry of several lines (`Table.RecordLayout`) takes as
/// many rows of the grid as it has lines.
struct TableGrid {
  /// A cell at its place.
  struct Placement {
    /// The table's row that it begins in, and its number among that row's cells.
    var source: Int
    var cell: Int
    var row: Int
    var column: Int
    var columnSpan: Int
    var rowSpan: Int
    /// The columns that it takes in the table's meaning, where an entry's fields are columns.
    var taggedSpan: Int

    var columns: Range<Int> { column..<column + columnSpan }
    var rows: Range<Int> { row..<row + rowSpan }
  }

  /// The cells in reading order.
  var placements: [Placement] = []
  /// The placements that begin in each of the table's rows.
  var cellsOfSource: [Range<Int>] = []
  /// The grid's rows that each of the table's rows takes.
  var rowsOfSource: [Range<Int>] = []
  /// The table's row that each of the grid's belongs to.
  var sources: [Int] = []
  /// What each row of the grid is.
  var kinds: [Table.Row.Kind] = []
  /// The cells that reach from a row into the one below, by row; rows without any have no entry.
  var openBelow: [Int: [Int]] = [:]

  /// How many columns lie side by side that no cell takes, in the tree's count; rows that are full
  /// have no entry.
  var blanks: [Int: [Int]] = [:]

  /// Places the cells of some rows: each in the first column that is free.
  ///
  /// Spans that pass the table's edges are cut back. A cell for which a row has no column left is
  /// kept out and told in `surplus`.
  init(
    rows: [Table.Row], columnCount: Int, record: Table.RecordLayout?,
    surplus: inout [(row: Int, cell: Int)]
  ) {
    /// Down to which row (not included) each column is taken.
    var takenUntil = Array(repeating: 0, count: columnCount)
    placements.reserveCapacity(rows.reduce(0) { $0 + $1.cells.count })
    cellsOfSource.reserveCapacity(rows.count)
    for (source, row) in rows.enumerated() {
      let first = placements.count
      let firstRow = kinds.count
      if let record, row.kind == .item || row.kind == .head {
        placeFields(row, source, record, columnCount, &surplus)
      } else {
        place(
          row, source, columnCount, rowCount: rows.count, isRecord: record != nil, &takenUntil,
          &surplus)
      }
      if let record { tag(from: first, of: record, source: source, kind: row.kind) }
      cellsOfSource.append(first..<placements.count)
      rowsOfSource.append(firstRow..<kinds.count)
    }
  }

  private mutating func place(
    _ row: Table.Row, _ source: Int, _ columnCount: Int, rowCount: Int, isRecord: Bool,
    _ takenUntil: inout [Int], _ surplus: inout [(row: Int, cell: Int)]
  ) {
    let gridRow = kinds.count
    kinds.append(row.kind)
    sources.append(source)
    var column = 0
    for (index, cell) in row.cells.enumerated() {
      while column < columnCount, takenUntil[column] > gridRow { column += 1 }
      guard column < columnCount else {
        surplus.append((source, index))
        continue
      }
      var span = 1
      while span < cell.columnSpan, column + span < columnCount,
        takenUntil[column + span] <= gridRow
      { span += 1 }
      let rowSpan = isRecord ? 1 : max(1, min(cell.rowSpan, rowCount - source))
      placements.append(
        Placement(
          source: source, cell: index, row: gridRow, column: column, columnSpan: span,
          rowSpan: rowSpan, taggedSpan: isRecord ? 1 : span))
      for taken in column..<column + span { takenUntil[taken] = gridRow + rowSpan }
      for joined in gridRow..<gridRow + rowSpan - 1 {
        openBelow[joined, default: []].append(placements.count - 1)
      }
      column += span
    }
    guard !isRecord else { return }
    var isAfterBlank = false
    for free in column..<max(column, columnCount) {
      let isBlank = takenUntil[free] <= gridRow
      if isBlank, isAfterBlank, let last = blanks[source]?.indices.last {
        blanks[source]?[last] += 1
      } else if isBlank {
        blanks[source, default: []].append(1)
      }
      isAfterBlank = isBlank
    }
  }

  /// Counts the columns of an entry's cells in the tree, where there is one for every field.
  private mutating func tag(
    from first: Int, of record: Table.RecordLayout, source: Int, kind: Table.Row.Kind
  ) {
    let missing = record.fields.count - (placements.count - first)
    guard missing > 0 else { return }
    if kind != .item, kind != .head, placements.count > first {
      placements[placements.count - 1].taggedSpan += missing
    } else {
      blanks[source] = [missing]
    }
  }

  private mutating func placeFields(
    _ row: Table.Row, _ source: Int, _ record: Table.RecordLayout, _ columnCount: Int,
    _ surplus: inout [(row: Int, cell: Int)]
  ) {
    let first = kinds.count
    let lines = (record.fields.map(\.line).max() ?? 0) + 1
    for _ in 0..<lines {
      kinds.append(row.kind)
      sources.append(source)
    }
    for (index, _) in row.cells.enumerated() {
      guard index < record.fields.count, record.fields[index].column < columnCount else {
        surplus.append((source, index))
        continue
      }
      let field = record.fields[index]
      placements.append(
        Placement(
          source: source, cell: index, row: first + field.line, column: field.column,
          columnSpan: max(1, min(field.columnSpan, columnCount - field.column)), rowSpan: 1,
          taggedSpan: 1))
    }
  }

  /// Whether a row of the grid is a line of an entry that goes on below it.
  func isInner(_ row: Int) -> Bool {
    row + 1 < sources.count && sources[row] == sources[row + 1]
  }
}
