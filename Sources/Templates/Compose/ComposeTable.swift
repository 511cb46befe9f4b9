import Diagnostics
import Input
import Manuscript
import Swedish

extension Composer {
  /// A column as it is set: one of the template's, or one of those that it repeats.
  private struct OpenColumn {
    var step: TableStep.Column
    var look: Table.Column
    var head: RichText
    /// The column's number in the list that it is repeated over, from 0.
    var index: Int
  }

  /// A cell whose words wait for the other cells of its column, which decide with them how numbers
  /// are written.
  private struct OpenCell {
    var cell: Table.Cell
    /// The words; nil for a cell that is done.
    var words: PlacedText?
  }

  /// Adds a table, unless it has no rows and wants to be left out then.
  mutating func add(_ step: TableStep, _ frames: [Frame]) {
    let items = rows(of: step.rows, frames, keepsParents: true)
    if items.isEmpty, case .omit = step.whenEmpty { return }
    let columns = open(step.columns, frames)
    guard !columns.isEmpty else { return }

    var grid: [(cells: [OpenCell?], kind: Table.Row.Kind)] = []
    if let grouping = step.rows.grouping {
      for group in groups(of: items, by: grouping) {
        if let head = groupHead(group, step) {
          var cells: [OpenCell?] = Array(repeating: nil, count: columns.count)
          cells[0] = OpenCell(cell: Table.Cell(head))
          grid.append((cells, .group))
        }
        addRows(group.rows, columns, step, to: &grid)
      }
    } else {
      addRows(items, columns, step, to: &grid)
    }
    if items.isEmpty, case .words(let words) = step.whenEmpty,
      let text = richText(words, frames, .cell)
    {
      var cells: [OpenCell?] = Array(repeating: nil, count: columns.count)
      cells[0] = OpenCell(cell: Table.Cell(content: .text(text), columnSpan: columns.count))
      grid.append((cells, .item))
    }
    for index in columns.indices { close(column: index, columns[index], of: &grid) }
    add(grid, columns, step, frames)
  }

  /// Passes the waiting words of a column through the normaliser.
  private mutating func close(
    column index: Int, _ column: OpenColumn,
    of grid: inout [(cells: [OpenCell?], kind: Table.Row.Kind)]
  ) {
    // No number is longer than this, and prose need not be searched for one.
    let longestNumber = 40
    let numbers = grid.lazy.compactMap { $0.cells[index]?.words?.text }
      .filter { $0.utf8.count <= longestNumber }
    let form = ColumnForm(holdsYears: column.step.holdsYears ? true : nil, cells: numbers)
    for row in grid.indices {
      guard let words = grid[row].cells[index]?.words else { continue }
      let text = normalised(words.text, words.places, .cell, column: form)
      grid[row].cells[index]?.cell.content = .text(text)
    }
  }

  /// Puts the columns and rows together, without columns that hide when they are empty.
  private mutating func add(
    _ grid: [(cells: [OpenCell?], kind: Table.Row.Kind)], _ columns: [OpenColumn],
    _ step: TableStep, _ frames: [Frame]
  ) {
    let shown = columns.indices.filter { index in
      !columns[index].step.hidesWhenEmpty
        || grid.contains { $0.kind != .group && $0.cells[index]?.cell.isBlank == false }
    }
    guard !shown.isEmpty else { return }
    var rows: [Table.Row] = []
    rows.reserveCapacity(grid.count)
    for row in grid {
      var cells: [Table.Cell] = []
      cells.reserveCapacity(shown.count)
      for index in shown { if let open = row.cells[index] { cells.append(open.cell) } }
      // A row that only names what follows takes the whole width.
      if row.kind == .group, let first = cells.first, cells.dropFirst().allSatisfy(\.isBlank) {
        cells = [first]
        cells[0].columnSpan = shown.count
      }
      rows.append(Table.Row(cells: cells, kind: row.kind))
    }
    let heads = shown.map { columns[$0].head }
    let head = heads.allSatisfy(\.isEmpty) ? [] : [Table.Row(cells: heads.map { Table.Cell($0) })]
    blocks.append(
      .table(
        Table(
          caption: step.caption.flatMap { richText($0, frames, .heading) },
          columns: shown.map { columns[$0].look }, head: head, rows: rows, style: step.style,
          id: label(step.label, frames), place: step.place)))
  }

  // MARK: Columns

  private mutating func open(_ steps: [TableStep.Column], _ frames: [Frame]) -> [OpenColumn] {
    var columns: [OpenColumn] = []
    for step in steps {
      let items = step.repetition.map { self.items(of: $0, frames) } ?? [frames]
      for item in items {
        // Columns that `where` leaves out take their values with them.
        let index = step.repetition == nil ? 0 : (item.last?.number ?? 1) - 1
        let look = Table.Column(alignment: alignment(step, item), width: width(step, item))
        let head = richText(step.head, item, .cell) ?? RichText("")
        columns.append(OpenColumn(step: step, look: look, head: head, index: index))
      }
    }
    return columns
  }

  private mutating func alignment(
    _ step: TableStep.Column, _ frames: [Frame]
  ) -> Table.Column.Alignment {
    switch step.alignment {
    case .constant(let alignment): return alignment
    case .field(let slot):
      guard let scalar = slot.scalar(in: frames), !scalar.text.isBlank else { return .left }
      if let alignment = Table.Column.Alignment(words: scalar.text) { return alignment }
      diagnostics.append(.unknownWord(scalar, known: "vänster, höger, mitt, decimal"))
      return .left
    }
  }

  private mutating func width(_ step: TableStep.Column, _ frames: [Frame]) -> Table.Column.Width {
    switch step.width {
    case .constant(let width): return width
    case .field(let slot):
      guard let scalar = slot.scalar(in: frames), !scalar.text.isBlank else { return .auto }
      if let width = Table.Column.Width(words: scalar.text) { return width }
      diagnostics.append(.unknownWord(scalar, known: "innehåll, 30 mm, 25 %"))
      return .auto
    }
  }

  // MARK: Rows

  private mutating func groupHead(
    _ group: (value: Value?, rows: [RowItem]), _ step: TableStep
  ) -> RichText? {
    guard let first = group.rows.first else { return nil }
    if let pattern = step.groupHead { return richText(pattern, first.frames, .cell) }
    guard let scalar = group.value?.scalar, !scalar.text.isBlank else { return nil }
    return normalised(scalar.text, scalar.places, .cell)
  }

  /// Adds rows; a cell that spans stands in the first of its item's rows, and the others have none.
  private mutating func addRows(
    _ items: [RowItem], _ columns: [OpenColumn], _ step: TableStep,
    to grid: inout [(cells: [OpenCell?], kind: Table.Row.Kind)]
  ) {
    let hasSpans = columns.contains { $0.step.spanLevel != nil }
    for (number, item) in items.enumerated() {
      var cells: [OpenCell?] = []
      cells.reserveCapacity(columns.count)
      for column in columns {
        guard hasSpans, let level = column.step.spanLevel else {
          cells.append(cell(column, item.frames))
          continue
        }
        let path = item.path[...level]
        if number > 0, items[number - 1].path[...level] == path {
          cells.append(nil)
          continue
        }
        var spanning = cell(column, item.frames)
        spanning.cell.rowSpan = items[number...].prefix { $0.path[...level] == path }.count
        cells.append(spanning)
      }
      reportSurplus(of: columns, item.frames)
      grid.append((cells, kind(step, item.frames)))
    }
  }

  private mutating func kind(_ step: TableStep, _ frames: [Frame]) -> Table.Row.Kind {
    switch step.kind {
    case .constant(let kind): return kind
    case .field(let slot):
      guard let scalar = slot.scalar(in: frames), !scalar.text.isBlank else { return .item }
      if let kind = Table.Row.Kind(words: scalar.text) { return kind }
      diagnostics.append(.unknownWord(scalar, known: "post, grupp, delsumma, summa, varav"))
      return .item
    }
  }

  private mutating func cell(_ column: OpenColumn, _ frames: [Frame]) -> OpenCell {
    var open = OpenCell(cell: Table.Cell(RichText("")))
    open.cell.isRowHead = column.step.isRowHead
    if let badge = column.step.badge { open.cell.badges = badges(badge, frames) }
    switch column.step.body {
    case .values(let use):
      guard let values = use.slot.value(in: frames)?.list, values.indices.contains(column.index)
      else { break }
      let value = values[column.index]
      if use.slot.isProse {
        open.cell.content = cellContent(prose(value, style: "cell"))
      } else {
        open.words = printed(value, use, frames)?.trimmed.nonEmpty
      }
    case .cell(.flow(let steps)): open.cell.content = cellContent(blocks(of: steps, frames))
    case .cell(.text(let pattern)):
      if let single = pattern.single, single.slot.isProse {
        guard let value = single.slot.value(in: frames) else { break }
        open.cell.content = cellContent(prose(value, style: "cell"))
      } else {
        open.words = text(pattern, frames)
      }
    }
    return open
  }

  /// Blocks as the content of a cell: a single paragraph is running text.
  private func cellContent(_ blocks: [Block]) -> Table.Cell.Content {
    if blocks.isEmpty { return .text(RichText("")) }
    if blocks.count == 1, case .paragraph(let paragraph) = blocks[0] {
      return .text(paragraph.text)
    }
    return .blocks(blocks)
  }

  /// The badges of a cell: one for each item of a list.
  private mutating func badges(_ pattern: TextPattern, _ frames: [Frame]) -> [Table.Badge] {
    if let single = pattern.single, let list = single.slot.value(in: frames)?.list {
      var badges: [Table.Badge] = []
      for item in list {
        guard let text = printed(item, single, frames)?.trimmed.nonEmpty else { continue }
        badges.append(Table.Badge(text: normalised(text.text, text.places, .cell)))
      }
      return badges
    }
    return richText(pattern, frames, .cell).map { [Table.Badge(text: $0)] } ?? []
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

extension TableStep.Column {
  /// Whether the schema says that its cells are years.
  fileprivate var holdsYears: Bool {
    switch body {
    case .cell(.text(let pattern)): pattern.single?.format?.name == .år
    case .values(let use): use.format?.name == .år
    case .cell(.flow): false
    }
  }
}

extension Table.Cell {
  /// Whether nothing stands in it.
  fileprivate var isBlank: Bool {
    guard badges.isEmpty, case .text(let text) = content else { return false }
    return text.isEmpty
  }
}

extension Diagnostic {
  fileprivate static func unknownWord(_ scalar: Scalar, known: String) -> Diagnostic {
    Diagnostic(
      .error, .valueNotAllowed,
      Message(
        sv: "'\(scalar.text)' ska vara något av \(known)",
        en: "'\(scalar.text)' should be one of \(known)"), at: scalar.places.start)
  }

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
