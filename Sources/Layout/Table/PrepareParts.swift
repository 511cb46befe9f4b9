import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

/// Places the rows of a table in grids, gives them their elements in the structure tree and cuts
/// their cells into items.
struct PartPreparer {
  let typesetter: Typesetter
  let table: Table
  let style: TableStyle
  let element: ElementID

  /// Prepares rows of the head or the body, or rows that only repeat something as page furniture and
  /// are nothing in the tree.
  mutating func prepare(
    _ rows: [Table.Row], _ role: TableSetter.Part.Role, isHead: Bool = false
  ) -> TableSetter.Part {
    let isFurniture = role == .furniture
    let rows = isFurniture ? rows.map(\.asFurniture) : rows
    var surplus: [(row: Int, cell: Int)] = []
    let grid = TableGrid(
      rows: rows, columnCount: table.columns.count,
      record: isFurniture && !isHead ? nil : table.record,
      surplus: &surplus)
    for (row, cell) in surplus {
      typesetter.diagnostics.append(
        .surplusCell(rows[row].cells[cell], row: row + 1, columns: columnCount, table))
    }
    let preparer = CellPreparer(
      typesetter: typesetter, tableStyle: style, columns: table.columns)
    var cells: [PreparedCell] = []
    cells.reserveCapacity(grid.placements.count)
    let isHead = isHead || role == .head
    var section: ElementID?
    let totals = role == .body ? firstTotal(of: rows, grid) : rows.count
    for (source, row) in rows.enumerated() {
      var rowElement: ElementID?
      if !isFurniture {
        if section == nil || source == totals {
          let kind: StructureTree.Kind =
            isHead ? .tableHead : source >= totals ? .tableFoot : .tableBody
          section = typesetter.structure.add(kind, to: element)
        }
        rowElement = typesetter.structure.add(.tableRow, to: section ?? element)
      }
      for index in grid.cellsOfSource[source] {
        let placement = grid.placements[index]
        var cellElement = element
        if let rowElement {
          let isFirst = index == grid.cellsOfSource[source].lowerBound
          cellElement = add(
            row.cells[placement.cell], at: placement, of: row.kind, isHead: isHead,
            isFirst: isFirst, to: rowElement)
        }
        cells.append(
          preparer.prepare(
            row.cells[placement.cell], at: placement, in: row, isHead: isHead,
            element: cellElement, place: table.place))
      }
      if let rowElement {
        for span in grid.blanks[source] ?? [] {
          _ = typesetter.structure.add(.dataCell, to: rowElement, columnSpan: span)
        }
      }
    }
    return TableSetter.Part(grid: grid, cells: cells, role: role)
  }

  private var columnCount: Int { table.record?.fields.count ?? table.columns.count }

  /// Adds a cell's element: a head in head rows, before a row, and for a group's name.
  private func add(
    _ cell: Table.Cell, at placement: TableGrid.Placement, of kind: Table.Row.Kind, isHead: Bool,
    isFirst: Bool, to row: ElementID
  ) -> ElementID {
    let headsColumn = isHead || kind == .head
    let headsRow = !headsColumn && (cell.isRowHead || kind == .group && isFirst)
    return typesetter.structure.add(
      headsColumn || headsRow ? .headerCell : .dataCell, to: row,
      columnSpan: placement.taggedSpan, rowSpan: placement.rowSpan, headsRow: headsRow)
  }

  /// The first of the totals that end the table, which are its foot in the tree; the count of rows
  /// where there are none, or where they are all there is.
  private func firstTotal(of rows: [Table.Row], _ grid: TableGrid) -> Int {
    var first = rows.count
    while first > 0, rows[first - 1].kind == .total { first -= 1 }
    guard first > 0, first < rows.count else { return rows.count }
    let isCut = grid.openBelow[grid.rowsOfSource[first].lowerBound - 1] != nil
    return isCut ? rows.count : first
  }

  /// How near the paper's edge hanging badges may come: an office's printer leaves so much blank.
  private static let leastMargin = Length.millimetres(6)

  /// Moves the texts of a column that has badges to the right by the widest, so that badges and
  /// words stand in two columns of their own.
  ///
  /// Badges that hang in the page's margin need no room in the column, but for what the margin has
  /// not room for: nothing may leave the paper.
  func makeRoomForBadges(in body: inout TableSetter.Part) {
    let margin = typesetter.sheet.page.leastLeft - Self.leastMargin
    var widest = Array(repeating: Length.zero, count: table.columns.count)
    for cell in body.cells {
      let column = cell.placement.column
      guard let badges = cell.badges else { continue }
      let room = style.hangsBadges(in: column) ? badges.width - margin : badges.width
      widest[column] = max(widest[column], room)
    }
    guard widest.contains(where: { $0 > .zero }) else { return }
    for index in body.cells.indices {
      let placement = body.cells[index].placement
      let room = widest[placement.column]
      guard room > .zero, body.grid.kinds[placement.row] != .group else { continue }
      if style.hangsBadges(in: placement.column) { body.cells[index].badgeIntrusion = room }
      for text in body.cells[index].texts.indices { body.cells[index].texts[text].indent += room }
      body.cells[index].least += room
      body.cells[index].natural += room
      if let whole = body.cells[index].wholePart { body.cells[index].wholePart = whole + room }
    }
  }
}

extension TableStyle {
  /// Whether the badges of a column stand in the margin left of the table.
  func hangsBadges(in column: Int) -> Bool { hangsBadges && column == 0 }
}

extension Table.Row {
  /// The row as page furniture: its words alone, which lead nowhere.
  var asFurniture: Table.Row {
    var row = self
    row.cells = cells.map { cell in
      var cell = cell
      for index in cell.badges.indices { cell.badges[index].spoken = "" }
      switch cell.content {
      case .text(let text): cell.content = .text(text.asFurniture)
      case .blocks(let blocks):
        let text = blocks.reduce(RichText("")) { $0.followed(by: $1.words) }
        cell.content = .text(text.asFurniture)
      }
      return cell
    }
    return row
  }
}

extension Block {
  /// The words of a block that may stand in a cell, a paragraph to the line.
  fileprivate var words: RichText {
    switch self {
    case .paragraph(let paragraph): paragraph.text
    case .heading(let heading): heading.text
    case .list(let list):
      list.items.reduce(RichText("")) { text, item in
        item.reduce(text) { $0.followed(by: $1.words) }
      }
    default: RichText("")
    }
  }
}

extension RichText {
  /// The text as page furniture: it stands nowhere in the tree, so it leads nowhere.
  var asFurniture: RichText {
    var text = self
    for index in text.spans.indices {
      if case .page = text.spans[index].target { continue }
      text.spans[index].target = nil
      text.spans[index].language = nil
      text.spans[index].expansion = ""
      text.spans[index].spoken = ""
    }
    return text
  }

  /// The text with a word after it that says that it goes on: "Skola (forts.)".
  func continued(_ word: String) -> RichText {
    guard !word.isEmpty else { return asFurniture }
    var text = asFurniture
    text.text += "\u{A0}" + word
    return text
  }
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
