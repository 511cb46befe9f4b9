import Diagnostics
import Input
import Manuscript
import Swedish

// A table is composed in four steps: its columns are opened, with what the data say of them; every
// row's cells are made; each column settles how its words and numbers are printed, which no cell can
// know alone; and what stays is put together with heads, carried sums, notes and legend.

extension Composer {
  /// Adds a table, unless it has no rows and wants to be left out then.
  mutating func add(_ step: TableStep, _ frames: [Frame]) {
    let items = rows(of: step.rows, frames, keepsParents: true)
    if items.isEmpty, case .omit = step.whenEmpty { return }
    let outer = openNotes
    openNotes = tableNotes(of: step, frames)
    defer { openNotes = outer }
    let caption = step.caption.flatMap { noted($0, frames, .heading) }
    var table = OpenTable(columns: open(step, frames))
    guard !table.columns.isEmpty else { return }

    if let grouping = step.rows.grouping {
      for group in groups(of: items, by: grouping) {
        if let head = groupHead(group, step) {
          var cells: [OpenCell?] = Array(repeating: nil, count: table.columns.count)
          cells[0] = OpenCell(Table.Cell(head))
          table.rows.append(OpenRow(cells: cells, kind: .group))
        }
        addRows(group.rows, step, to: &table)
      }
    } else {
      addRows(items, step, to: &table)
    }
    if items.isEmpty, case .words(let words) = step.whenEmpty,
      let text = richText(words, frames, .cell)
    {
      var cells: [OpenCell?] = Array(repeating: nil, count: table.columns.count)
      cells[0] = OpenCell(Table.Cell(content: .text(text), columnSpan: table.columns.count))
      table.rows.append(OpenRow(cells: cells, kind: .item))
    }
    if !items.isEmpty { addFoot(to: &table) }
    for index in table.columns.indices {
      deduceForm(ofColumn: index, in: &table)
      settle(column: index, of: &table)
    }
    if table.carries { carrySums(of: &table) }
    add(table, step, caption: caption, frames)
  }

  // MARK: Rows

  /// Adds the row that sums up those above it, where a column has a foot.
  private func addFoot(to table: inout OpenTable) {
    guard table.columns.contains(where: { $0.foot != nil }) else { return }
    let cells = table.columns.map { column in
      var cell = OpenCell(Table.Cell(column.foot ?? RichText("")))
      cell.cell.isRowHead = column.step.isRowHead
      return cell
    }
    table.rows.append(OpenRow(cells: cells, kind: .total))
  }

  private mutating func groupHead(
    _ group: (value: Value?, rows: [RowItem]), _ step: TableStep
  ) -> RichText? {
    guard let first = group.rows.first else { return nil }
    if let pattern = step.groupHead { return noted(pattern, first.frames, .cell) }
    guard let scalar = group.value?.scalar, !scalar.text.isBlank else { return nil }
    return normalised(scalar.text, scalar.places, .cell)
  }

  /// Adds rows; a cell that spans stands in the first of its item's rows, and the others have none.
  private mutating func addRows(
    _ items: [RowItem], _ step: TableStep, to table: inout OpenTable
  ) {
    let columns = table.columns
    let hasSpans = columns.contains { $0.step.spanLevel != nil }
    for (number, item) in items.enumerated() {
      let role = said(step.role.asOptional, item.frames) ?? .kind(.item)
      let unit = step.rowUnit.flatMap { text($0, item.frames)?.text } ?? ""
      let decimals = said(step.rowDecimals, item.frames)?.value
      let look = RowLook(unit: unit, decimals: decimals, isHead: role.isHead)
      var cells: [OpenCell?] = []
      cells.reserveCapacity(columns.count)
      for column in columns {
        guard hasSpans, let level = column.step.spanLevel else {
          cells.append(cell(column, look, item.frames))
          continue
        }
        let path = item.path[...level]
        if number > 0, items[number - 1].path[...level] == path {
          cells.append(nil)
          continue
        }
        var spanning = cell(column, look, item.frames)
        spanning.cell.rowSpan = items[number...].prefix { $0.path[...level] == path }.count
        cells.append(spanning)
      }
      reportSurplus(of: columns, item.frames)
      var row = OpenRow(cells: cells, kind: role.kind(of: cells))
      row.depth = said(step.depth, item.frames)?.value ?? 0
      fillEmpty(&row, columns)
      table.rows.append(row)
    }
  }

  /// Puts into cells that hold nothing what their columns want there.
  private func fillEmpty(_ row: inout OpenRow, _ columns: [OpenColumn]) {
    guard row.kind != .group, row.kind != .head else { return }
    for index in columns.indices {
      guard let cell = row.cells[index], cell.isBlank else { continue }
      switch columns[index].empty {
      case .blank: break
      case .sign(let sign):
        // A sum that a column does not have is no missing value.
        if row.kind == .item || row.kind == .part { row.cells[index]?.words = RichText(sign) }
      case .join:
        // The neighbour must begin in this row, and end in it.
        guard let left = row.cells[..<index].lastIndex(where: { $0 != nil }),
          let neighbour = row.cells[left], neighbour.cell.rowSpan == 1, cell.cell.rowSpan == 1,
          left + neighbour.cell.columnSpan == index
        else { continue }
        row.cells[left]?.cell.columnSpan += 1
        row.cells[index] = nil
      }
    }
  }

  /// Nothing in a plan is left out in silence: a row's value too many is told.
  private mutating func reportSurplus(of columns: [OpenColumn], _ frames: [Frame]) {
    guard let last = columns.last(where: { $0.step.repetition != nil }),
      last.step.repetition?.condition == nil, last.step.repetition?.order.isEmpty == true,
      case .values(let use) = last.step.body,
      let values = use.slot.value(in: frames)?.list, values.count > last.index + 1
    else { return }
    diagnostics.append(
      .surplusValue(columns: last.index + 1, values: values.count, at: values[last.index + 1].place)
    )
  }
}

extension TableStep.Measure {
  /// The measure, for what takes one that may be missing.
  fileprivate var asOptional: Self? { self }
}

extension RowRole {
  /// Whether the row heads columns or rows.
  fileprivate var isHead: Bool {
    switch self {
    case .kind(let kind): kind == .head
    case .heading: true
    }
  }

  /// What a row of the role is, with its cells at hand: a heading with words in several of them
  /// heads the columns, one with words in the first alone the rows that follow.
  fileprivate func kind(of cells: [Composer.OpenCell?]) -> Table.Row.Kind {
    switch self {
    case .kind(let kind): kind
    case .heading: cells.dropFirst().contains { $0?.isBlank == false } ? .head : .group
    }
  }
}

extension Diagnostic {
  fileprivate static func surplusValue(columns: Int, values: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .surplusValue,
      Message(
        sv: "raden har \(values) värden, men tabellen \(columns) kolumner",
        en: "the row has \(values) values, but the table \(columns) columns"), at: place,
      fixes: [
        Fix(
          Message(
            sv: "ge tabellen en kolumn till, eller ta bort värdet",
            en: "give the table another column, or take the value away"))
      ])
  }
}
