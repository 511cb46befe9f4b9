import Diagnostics
import Manuscript
import Swedish

extension Composer.OpenTable {
  /// The columns without those that hide when they are empty.
  ///
  /// Badges that would stand before words are not lost with their column: the next one has them.
  fileprivate mutating func showColumns() -> [Int] {
    func shows(_ index: Int, _ isBlank: (Table.Cell) -> Bool) -> Bool {
      !columns[index].step.hidesWhenEmpty
        || rows.contains { $0.kind != .group && $0.cells[index].map { isBlank($0.cell) } == false }
    }
    let filled = columns.indices.filter { shows($0, \.isBlank) }
    return filled.filter { index in
      if case .nothing = columns[index].step.body { return true }
      guard !shows(index, \.isWordless), let next = filled.first(where: { $0 > index }) else {
        return true
      }
      for row in rows.indices {
        let badges = rows[row].cells[index]?.cell.badges ?? []
        rows[row].cells[next]?.cell.badges.insert(contentsOf: badges, at: 0)
      }
      return false
    }
  }
}

extension Composer {
  /// Puts a table's columns and rows together, without columns that hide when they are empty.
  mutating func add(
    _ table: OpenTable, _ step: TableStep, caption: RichText?, _ frames: [Frame]
  ) {
    var table = table
    let shown = table.showColumns()
    guard !shown.isEmpty else { return }
    addUncalledNotes()
    let columns = shown.map { table.columns[$0] }
    var finished = Table(
      label: tableNumber(step, frames), caption: caption, columns: columns.map(\.look),
      head: heads(of: columns), rows: rows(of: table, shown),
      repeatsGroups: isUp(step.repeatsGroups, frames), continuedWord: word(.continued),
      labelColumns: max(1, columns.prefix { $0.step.isRowHead || $0.step.spanLevel != nil }.count),
      notes: openNotes?.under ?? [], style: step.style, id: label(step.label, frames),
      place: step.place)
    if let whenTooWide = said(step.whenTooWide, frames) { finished.whenTooWide = whenTooWide }
    if columns.contains(where: { $0.continuedHead != $0.head }) {
      finished.continuedHead = heads(of: columns, isContinued: true)
    }
    let legend = isUp(step.hasLegend, frames) ? signLegend(of: columns, finished.rows) : []
    let badges = isUp(step.hasLegend, frames) ? badgeLegend() : []
    openBadges = []
    finished.legend = legend + badges + (openNotes?.remarks ?? [])
    if step.isRecord { layOut(&finished, columns, step, frames) }
    blocks.append(.table(finished))
  }

  /// `Tabell 3`, for a table that has a number.
  private mutating func tableNumber(_ step: TableStep, _ frames: [Frame]) -> RichText? {
    guard isUp(step.isNumbered, frames) else { return nil }
    numberedTables += 1
    return RichText("\(word(.table))\u{A0}\(numberedTables)")
  }

  // MARK: Heads

  /// The head rows: two where some of the columns stand under a head that spans them.
  private func heads(of columns: [OpenColumn], isContinued: Bool = false) -> [Table.Row] {
    let words = columns.map { isContinued ? $0.continuedHead : $0.head }
    let groups = columns.map(\.groupHead)
    guard groups.contains(where: { $0?.isEmpty == false }) else {
      return words.allSatisfy(\.isEmpty) ? [] : [Table.Row(cells: words.map { Table.Cell($0) })]
    }
    var upper: [Table.Cell] = []
    var lower: [Table.Cell] = []
    var index = 0
    while index < columns.count {
      guard let group = groups[index], !group.isEmpty else {
        var cell = Table.Cell(words[index])
        cell.rowSpan = 2
        upper.append(cell)
        index += 1
        continue
      }
      let end = groups[index...].firstIndex { $0?.text != group.text } ?? columns.count
      var cell = Table.Cell(group)
      cell.columnSpan = end - index
      // Over several columns the words stand over them all, not over the first.
      if cell.columnSpan > 1 { cell.alignment = .centre }
      upper.append(cell)
      lower += words[index..<end].map { Table.Cell($0) }
      index = end
    }
    return [Table.Row(cells: upper), Table.Row(cells: lower)]
  }

  // MARK: Rows

  private func rows(of table: OpenTable, _ shown: [Int]) -> [Table.Row] {
    var rows: [Table.Row] = []
    rows.reserveCapacity(table.rows.count)
    for row in table.rows {
      var cells: [Table.Cell] = []
      cells.reserveCapacity(shown.count)
      for index in shown { if let open = row.cells[index] { cells.append(open.cell) } }
      // A row that only names what follows takes the whole width.
      if row.kind == .group, let first = cells.first, cells.dropFirst().allSatisfy(\.isBlank) {
        cells = [first]
        cells[0].columnSpan = shown.count
      }
      var finished = Table.Row(cells: cells, kind: row.kind, depth: row.depth)
      if let sums = row.carried {
        let sums = shown.map { sums[$0] }
        finished.carried = Table.Row.Carried(
          foot: carriedCells(sums, .carriedForward), head: carriedCells(sums, .broughtForward))
      }
      rows.append(finished)
    }
    return rows
  }

  // MARK: Legend

  /// What the signs for missing values mean that stand in columns of numbers.
  private func signLegend(of columns: [OpenColumn], _ rows: [Table.Row]) -> [RichText] {
    var found: Set<MissingValue> = []
    for row in rows where row.kind != .group && row.kind != .head {
      // Cells are few where others span; only a full row tells its columns by their number.
      var index = columns.count - row.cells.reduce(0) { $0 + $1.columnSpan }
      for cell in row.cells {
        defer { index += cell.columnSpan }
        guard columns.indices.contains(index), columns[index].look.alignment == .decimal,
          case .text(let text) = cell.content, text.text.utf8.count <= 3,
          let sign = MissingValue(text.text)
        else { continue }
        found.insert(sign)
      }
      if found.count == MissingValue.allCases.count { break }
    }
    return MissingValue.allCases.filter(found.contains).map { sign in
      let key: PrintedWords.Key =
        switch sign {
        case .nothing: .nothing
        case .unavailable: .unavailable
        case .impossible: .impossible
        }
      return RichText(word(key)).explaining(sign.rawValue)
    }
  }

  // MARK: Entries of several lines

  /// Gives each field of the entries its place on the grid that all lines share.
  private mutating func layOut(
    _ table: inout Table, _ columns: [OpenColumn], _ step: TableStep, _ frames: [Frame]
  ) {
    let lines = Dictionary(grouping: columns.indices) { columns[$0].step.line }
    let widths = lines.values.map { $0.reduce(0) { $0 + columns[$1].step.span } }
    let count = max(widths.max() ?? 1, step.grid.count)
    var fields: [Table.RecordLayout.Field] = []
    var next: [Int: Int] = [:]
    for index in columns.indices {
      let line = columns[index].step.line
      let column = next[line, default: 0]
      let isLast = lines[line]?.last == index
      let span = isLast ? count - column : columns[index].step.span
      next[line] = column + span
      fields.append(Table.RecordLayout.Field(line: line, column: column, columnSpan: span))
      for row in table.rows.indices where table.rows[row].kind != .group {
        if columns[index].look.alignment != .left {
          table.rows[row].cells[index].alignment = columns[index].look.alignment
        }
      }
    }
    var grid: [Table.Column] = []
    for index in 0..<count {
      let width = index < step.grid.count ? said(step.grid[index], frames) : nil
      grid.append(Table.Column(width: width ?? .auto))
    }
    table.columns = grid
    table.record = Table.RecordLayout(fields: fields)
    for row in table.rows.indices where table.rows[row].kind == .group {
      if table.rows[row].cells.count == 1 { table.rows[row].cells[0].columnSpan = count }
    }
  }
}
