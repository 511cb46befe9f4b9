import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

/// Sets a table: its head and its rows as bands, ready to be stacked on pages.
///
/// Outline: place the cells in a grid, cut them into items, find the columns' widths, break the
/// cells' lines, find the rows' heights, then gather rows into bands with their rules and tints.
struct TableSetter {
  let typesetter: Typesetter
  let table: Table
  let style: TableStyle
  let measure: Length
  let element: ElementID

  /// A table as bands.
  struct Result {
    var head: [Band]
    var body: [Band]
    /// Of each body band, whether a page may end before it.
    var breaksBefore: [PageBreak]
  }

  /// The rows of the head or the body on their way to bands.
  private struct Part {
    var grid: TableGrid
    var cells: [PreparedCell]
    var isHead: Bool
  }

  func set() -> Result {
    typesetter.collector.items.removeAll(keepingCapacity: true)
    let head = prepare(table.head, isHead: true)
    var body = prepare(table.rows, isHead: false)
    makeRoomForBadges(in: &body)
    let wholeParts = self.wholeParts(of: body)
    let widths = columnWidths(head: head, body: body, wholeParts: wholeParts)
    let edges = widths.reduce(into: [Length.zero]) { $0.append($0[$0.count - 1] + $1) }
    let headBands = bands(of: head, edges: edges, wholeParts: wholeParts, hasBody: true)
    let bodyBands = bands(of: body, edges: edges, wholeParts: wholeParts, hasBody: false)
    return Result(head: headBands, body: bodyBands, breaksBefore: breaks(of: body.grid))
  }

  // MARK: Preparing

  private func prepare(_ rows: [Table.Row], isHead: Bool) -> Part {
    var surplus: [(row: Int, cell: Int)] = []
    let grid = TableGrid(rows: rows, columnCount: table.columns.count, surplus: &surplus)
    for (row, cell) in surplus {
      typesetter.diagnostics.append(
        .surplusCell(rows[row].cells[cell], row: row + 1, columns: table.columns.count, table))
    }
    let preparer = CellPreparer(
      typesetter: typesetter, tableStyle: style, columns: table.columns)
    var cells: [PreparedCell] = []
    cells.reserveCapacity(grid.placements.count)
    guard !rows.isEmpty else { return Part(grid: grid, cells: cells, isHead: isHead) }
    let part = typesetter.structure.add(isHead ? .tableHead : .tableBody, to: element)
    for (row, range) in grid.cellsOfRow.enumerated() {
      let rowElement = typesetter.structure.add(.tableRow, to: part)
      for placement in grid.placements[range] {
        let isHeader = isHead || placement.cell.isRowHead || grid.kinds[row] == .group
        let cellElement = typesetter.structure.add(
          isHeader ? .headerCell : .dataCell, to: rowElement, columnSpan: placement.columnSpan,
          rowSpan: placement.rowSpan, headsRow: isHeader && !isHead)
        cells.append(
          preparer.prepare(
            placement, kind: grid.kinds[row], isHead: isHead, element: cellElement,
            place: table.place))
      }
    }
    return Part(grid: grid, cells: cells, isHead: isHead)
  }

  /// Whether the badges of a column stand in the margin left of the table.
  private func hangsBadges(in column: Int) -> Bool { style.hangsBadges && column == 0 }

  /// Moves the texts of a column that has badges to the right by the widest, so that badges and
  /// words stand in two columns of their own.
  private func makeRoomForBadges(in body: inout Part) {
    var widest = Array(repeating: Length.zero, count: table.columns.count)
    for cell in body.cells {
      let column = cell.placement.column
      guard let badges = cell.badges, !hangsBadges(in: column) else { continue }
      widest[column] = max(widest[column], badges.width)
    }
    for index in body.cells.indices where body.grid.kinds[body.cells[index].placement.row] != .group
    {
      let room = widest[body.cells[index].placement.column]
      guard room > .zero else { continue }
      for text in body.cells[index].texts.indices { body.cells[index].texts[text].indent += room }
      body.cells[index].least += room
      body.cells[index].natural += room
    }
  }

  // MARK: Widths

  /// Room at the left and right of a column's cells.
  private func padding(of columns: Range<Int>) -> (left: Length, right: Length) {
    let isFirst = columns.lowerBound == 0
    let isLast = columns.upperBound == table.columns.count
    return (
      style.isFlush && isFirst ? .zero : style.padding.left,
      style.isFlush && isLast ? .zero : style.padding.right
    )
  }

  /// The widest whole part and the widest rest of each column's numbers.
  private struct WholeParts {
    var whole: [Length]
    var rest: [Length]
  }

  private func wholeParts(of body: Part) -> WholeParts {
    var parts = WholeParts(
      whole: Array(repeating: .zero, count: table.columns.count),
      rest: Array(repeating: .zero, count: table.columns.count))
    for cell in body.cells {
      guard let whole = cell.wholePart else { continue }
      let column = cell.placement.column
      parts.whole[column] = max(parts.whole[column], whole)
      parts.rest[column] = max(parts.rest[column], cell.natural - whole)
    }
    return parts
  }

  private func columnWidths(head: Part, body: Part, wholeParts: WholeParts) -> [Length] {
    var demands: [CellDemand] = []
    demands.reserveCapacity(head.cells.count + body.cells.count)
    for (part, rowsBefore) in [(head, 0), (body, table.head.count)] {
      for cell in part.cells {
        let place = cell.placement
        let padding = padding(of: place.columns)
        var least = cell.least
        var natural = cell.natural
        if cell.wholePart != nil {
          natural = wholeParts.whole[place.column] + wholeParts.rest[place.column]
          least = natural
        }
        demands.append(
          CellDemand(
            row: rowsBefore + place.row, column: place.column, columnSpan: place.columnSpan,
            least: least + padding.left + padding.right,
            natural: natural + padding.left + padding.right))
      }
    }
    return ColumnWidths(columns: table.columns, measure: measure, demands: demands)
      .widths(fillsMeasure: style.fillsMeasure)
  }

  // MARK: Lines and rows

  private func bands(
    of part: Part, edges: [Length], wholeParts: WholeParts, hasBody: Bool
  ) -> [Band] {
    var cells: [Band.Cell] = []
    cells.reserveCapacity(part.cells.count)
    for cell in part.cells { cells.append(set(cell, edges: edges, wholeParts: wholeParts)) }
    let heights = rowHeights(part, cells)
    var bands: [Band] = []
    var stripe = 0
    for rows in part.grid.bands {
      let first = part.grid.cellsOfRow[rows.lowerBound].lowerBound
      let last = part.grid.cellsOfRow[rows.upperBound - 1].upperBound
      var band = Band(x: .zero, height: .zero, cells: [])
      var tops: [Length] = []
      for row in rows {
        tops.append(band.height)
        band.height += heights[row]
      }
      for index in first..<last {
        var cell = cells[index]
        let place = part.cells[index].placement
        cell.y = tops[place.row - rows.lowerBound]
        cell.height = place.rows.reduce(.zero) { $0 + heights[$1] }
        band.cells.append(cell)
      }
      addFills(to: &band, rows: rows, tops: tops, heights: heights, part: part, edges, &stripe)
      addRules(to: &band, rows: rows, tops: tops, part: part, edges: edges)
      bands.append(band)
    }
    return bands
  }

  private func set(_ cell: PreparedCell, edges: [Length], wholeParts: WholeParts) -> Band.Cell {
    let columns = cell.placement.columns
    let padding = padding(of: columns)
    let left = edges[columns.lowerBound] + padding.left
    let width = max(edges[columns.upperBound] - padding.right - left, .points(1))
    var set = Band.Cell(
      y: .zero, height: .zero, paddingTop: style.padding.top, paddingBottom: style.padding.bottom,
      lines: [])
    var y = style.padding.top
    if let badges = cell.badges {
      let x = hangsBadges(in: columns.lowerBound) ? left - badges.width : left
      set.lines.append(self.set(badges, x: x, y: y))
    }
    for text in cell.texts {
      y += text.spaceBefore
      let room = max(width - text.indent, .points(1))
      let index = typesetter.set(
        text.items, of: text.source, style: text.style, element: text.element, width: room,
        alignment: cell.alignment.lines)
      var x = left + text.indent
      if let whole = cell.wholePart {
        // The line stands right in its room; move it so that the whole digits end where the
        // column's do.
        let rest = wholeParts.rest[columns.lowerBound]
        x -= rest - (cell.natural - whole)
      }
      if let mark = text.mark, let element = text.markElement {
        let label = typesetter.set(
          mark, style: text.style, element: element, markWidth: text.indent)
        let line = typesetter.texts[label].lines.lowerBound
        set.lines.append(
          PlacedLine(
            text: label, line: line, x: left, y: y, height: text.style.paragraph.leading))
      }
      for line in typesetter.texts[index].lines {
        set.lines.append(
          PlacedLine(text: index, line: line, x: x, y: y, height: text.style.paragraph.leading))
        y += text.style.paragraph.leading
      }
    }
    set.height = y + style.padding.bottom
    return set
  }

  /// Sets badges on the first line of their cell.
  private func set(
    _ badges: (items: Range<Int>, width: Length, style: OpenStyle, element: ElementID),
    x: Length, y: Length
  ) -> PlacedLine {
    let text = typesetter.set(
      badges.items, of: RichText(""), style: badges.style, element: badges.element,
      width: .unbounded, alignment: .left)
    return PlacedLine(
      text: text, line: typesetter.texts[text].lines.lowerBound, x: x, y: y,
      height: badges.style.paragraph.leading)
  }

  private func rowHeights(_ part: Part, _ cells: [Band.Cell]) -> [Length] {
    var heights = Array(repeating: Length.zero, count: part.grid.kinds.count)
    for (prepared, cell) in zip(part.cells, cells) where prepared.placement.rowSpan == 1 {
      heights[prepared.placement.row] = max(heights[prepared.placement.row], cell.height)
    }
    for (prepared, cell) in zip(part.cells, cells) where prepared.placement.rowSpan > 1 {
      let rows = prepared.placement.rows
      let lacking = cell.height - rows.reduce(Length.zero) { $0 + heights[$1] }
      if lacking > .zero { heights[rows.upperBound - 1] += lacking }
    }
    return heights
  }

  // MARK: Rules and tints

  private func addFills(
    to band: inout Band, rows: Range<Int>, tops: [Length], heights: [Length], part: Part,
    _ edges: [Length], _ stripe: inout Int
  ) {
    for (row, top) in zip(rows, tops) {
      var colour: Colour?
      if part.isHead {
        colour = style.headFill
      } else if part.grid.kinds[row] == .group {
        colour = style.groupFill
        stripe = 0
      } else {
        stripe += 1
        if stripe.isMultiple(of: 2) { colour = style.zebraFill }
      }
      guard let colour else { continue }
      band.fills.append(
        Band.Fill(
          y: top, height: heights[row], x: .zero, width: edges[edges.count - 1], colour: colour))
    }
  }

  private func addRules(
    to band: inout Band, rows: Range<Int>, tops: [Length], part: Part, edges: [Length]
  ) {
    let full = edges[edges.count - 1]
    func add(_ rule: RuleStyle?, y: Length, x: Length = .zero, width: Length) {
      guard let rule else { return }
      band.rules.append(Band.Rule(y: y, x: x, width: width, style: rule))
    }
    if rows.lowerBound == 0, part.isHead || table.head.isEmpty {
      add(style.ruleTop, y: .zero, width: full)
    }
    for (row, top) in zip(rows, tops) {
      let isLast = row == part.grid.kinds.count - 1
      let bottom = row + 1 < rows.upperBound ? tops[row + 1 - rows.lowerBound] : band.height
      if !part.isHead, part.grid.kinds[row].isSum { add(style.ruleSum, y: top, width: full) }
      if isLast {
        add(part.isHead ? style.ruleHead : style.ruleBottom, y: bottom, width: full)
      } else if !part.isHead, !part.grid.kinds[row + 1].isSum || style.ruleSum == nil {
        // A cell that reaches into the next row is not cut by the rule.
        for open in columnsEnding(after: row, in: part) {
          add(
            style.ruleRow, y: bottom, x: edges[open.lowerBound],
            width: edges[open.upperBound] - edges[open.lowerBound])
        }
      }
    }
  }

  private func columnsEnding(after row: Int, in part: Part) -> [Range<Int>] {
    guard part.grid.joinsNext[row] else { return [0..<table.columns.count] }
    var isJoined = Array(repeating: false, count: table.columns.count)
    for placement in part.grid.placements
    where placement.rows.contains(row) && placement.rows.contains(row + 1) {
      for column in placement.columns { isJoined[column] = true }
    }
    var ranges: [Range<Int>] = []
    for column in isJoined.indices where !isJoined[column] {
      if let last = ranges.last, last.upperBound == column {
        ranges[ranges.count - 1] = last.lowerBound..<column + 1
      } else {
        ranges.append(column..<column + 1)
      }
    }
    return ranges
  }

  // MARK: Page breaks

  /// A page ends before any band but the first (the head goes with it), a sum (it goes with what it
  /// sums), a part of the row above, and what follows a group heading.
  private func breaks(of grid: TableGrid) -> [PageBreak] {
    grid.bands.map { rows in
      let row = rows.lowerBound
      guard row > 0 else { return .forbidden }
      let kind = grid.kinds[row]
      let follows = grid.kinds[row - 1] == .group
      return kind.isSum || kind == .part || follows ? .forbidden : .allowed
    }
  }
}

extension Table.Column.Alignment {
  /// How the lines of a cell in such a column stand.
  fileprivate var lines: ParagraphStyle.Alignment {
    switch self {
    case .left: .left
    case .right, .decimal: .right
    case .centre: .centre
    }
  }
}

extension Table.Row.Kind {
  /// Whether the row sums others.
  fileprivate var isSum: Bool { self == .subtotal || self == .total }
}

extension Diagnostic {
  fileprivate static func surplusCell(
    _ cell: Table.Cell, row: Int, columns: Int, _ table: Table
  ) -> Diagnostic {
    var place = table.place
    if case .text(let text) = cell.content, text.places.start != .none {
      place = text.places.start
    }
    return Diagnostic(
      .error, .surplusCell,
      Message(
        sv: "rad \(row) har fler celler än tabellens \(columns) kolumner",
        en: "row \(row) has more cells than the table's \(columns) columns"),
      at: place,
      fixes: [
        Fix(
          Message(
            sv: "ta bort cellen, eller lägg till en kolumn",
            en: "remove the cell, or add a column"))
      ])
  }
}
