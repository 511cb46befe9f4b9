import Manuscript

extension HTMLWriter {
  /// Writes a table with its caption, its heads and their scope, its legend and its notes.
  ///
  /// Rows under a group's heading are a group of rows in HTML too, unless a cell reaches into them
  /// from above. The table scrolls in a frame of its own where the screen is narrower than it.
  mutating func write(_ table: Table) {
    text += "<div class=\"table\" tabindex=\"0\" role=\"region\""
    let captionID = "_table-\(tableCount + 1)"
    tableCount += 1
    let isNamed = table.caption?.isEmpty == false || table.label?.isEmpty == false
    if isNamed {
      attribute("aria-labelledby", captionID)
    } else {
      attribute("aria-label", words.table)
    }
    text += ">\n<table"
    attribute("id", table.id)
    attribute("class", table.style == "table" ? "" : table.style)
    text += ">\n"
    if isNamed {
      element("caption", [("id", captionID)]) { writer in
        if let label = table.label { writer.element("strong") { $0.write(label) } }
        if table.label != nil, table.caption != nil { writer.text += " " }
        if let caption = table.caption { writer.write(caption) }
      }
      text += "\n"
    }
    let columns = table.record?.fields.count ?? table.columns.count
    var grid = ColumnCount(columns: columns)
    if !table.head.isEmpty {
      text += "<thead>\n"
      for row in table.head { write(row, of: table, isHead: true, &grid) }
      text += "</thead>\n"
    }
    grid = ColumnCount(columns: columns)
    text += "<tbody>\n"
    for (index, row) in table.rows.enumerated() {
      if index > 0, row.kind == .group || row.kind == .head, grid.isClear {
        text += "</tbody>\n<tbody>\n"
      }
      write(row, of: table, isHead: row.kind == .head, &grid)
    }
    text += "</tbody>\n</table>\n"
    for line in table.legend {
      element("p", [("class", "legend")]) { $0.write(line) }
      text += "\n"
    }
    writeNotes(table.notes.filter { calls.indices.contains($0) && !settledNotes.contains($0) })
    text += "</div>\n"
  }

  private mutating func write(
    _ row: Table.Row, of table: Table, isHead: Bool, _ grid: inout ColumnCount
  ) {
    text += "<tr"
    attribute("class", row.kind == .item || isHead ? "" : row.kind.rawValue)
    text += ">"
    for (index, cell) in row.cells.enumerated() {
      var cell = cell
      if let record = table.record {
        // However many lines an entry is printed on, here each field has a column of its own.
        cell.columnSpan = row.kind == .group ? record.fields.count : 1
        cell.rowSpan = 1
      }
      let column = grid.place(columnSpan: cell.columnSpan, rowSpan: cell.rowSpan)
      let isInGrid = table.record == nil && column < table.columns.count
      let alignment = cell.alignment ?? (isInGrid ? table.columns[column].alignment : .left)
      write(cell, of: row, isFirst: index == 0, alignment: alignment, isHead: isHead)
    }
    grid.endRow()
    text += "</tr>\n"
  }

  private mutating func write(
    _ cell: Table.Cell, of row: Table.Row, isFirst: Bool, alignment: Table.Column.Alignment,
    isHead: Bool
  ) {
    let isGroup = row.kind == .group
    let isHeader = isHead || cell.isRowHead || isGroup
    var attributes: [(String, String)] = []
    if isHeader { attributes.append(("scope", isHead ? "col" : isGroup ? "rowgroup" : "row")) }
    if cell.columnSpan > 1 { attributes.append(("colspan", String(cell.columnSpan))) }
    if cell.rowSpan > 1 { attributes.append(("rowspan", String(cell.rowSpan))) }
    switch alignment {
    case .right, .decimal: attributes.append(("class", "figures"))
    case .centre: attributes.append(("class", "centre"))
    case .left: break
    }
    if isFirst, row.depth > 0 { attributes.append(("style", "padding-left: \(row.depth + 1)em")) }
    element(isHeader ? "th" : "td", attributes) { writer in
      for badge in cell.badges { writer.write(badge) }
      switch cell.content {
      case .text(let text): writer.write(text)
      case .blocks(let blocks): writer.writeInside(blocks)
      }
    }
  }

  private mutating func write(_ badge: Table.Badge) {
    let spoken = badge.spoken.isEmpty ? [] : [("role", "img"), ("aria-label", badge.spoken)]
    element("span", [("class", badge.style)] + spoken) { $0.write(badge.text) }
    text += " "
  }
}

/// Where cells come to stand, as HTML places them: in the first column that is free.
private struct ColumnCount {
  /// How many more rows each column is taken for.
  private var taken: [Int]
  private var column = 0

  init(columns: Int) { taken = Array(repeating: 0, count: columns) }

  /// Whether no cell reaches from the rows so far into the next.
  var isClear: Bool { taken.allSatisfy { $0 <= 0 } }

  /// Takes the columns of a cell; gives the first of them.
  mutating func place(columnSpan: Int, rowSpan: Int) -> Int {
    while column < taken.count, taken[column] > 0 { column += 1 }
    let first = column
    for at in first..<min(first + columnSpan, taken.count) where at >= first {
      taken[at] = max(taken[at], rowSpan)
    }
    column = first + columnSpan
    return first
  }

  mutating func endRow() {
    for column in taken.indices { taken[column] -= 1 }
    column = 0
  }
}
