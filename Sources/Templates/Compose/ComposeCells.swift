import Diagnostics
import Input
import Manuscript
import Swedish

extension Composer {
  /// What a row says about how its numbers are printed.
  struct RowLook {
    var unit: String
    var decimals: Int?
    /// Whether it heads the columns, or the rows that follow.
    var isHead: Bool
  }

  /// A cell of a column in a row, its words and numbers still to be settled with their column's.
  mutating func cell(_ column: OpenColumn, _ look: RowLook, _ frames: [Frame]) -> OpenCell {
    var open = OpenCell()
    open.cell.isRowHead = column.step.isRowHead
    // Of columns that repeat, the first shows whose row it is.
    if let badge = column.step.badge, column.index == 0 { open.cell.badges = badges(badge, frames) }
    switch column.step.body {
    case .nothing: break
    case .values(let cells):
      let use = look.isHead ? column.step.headCells ?? cells : cells
      guard let values = use.slot.value(in: frames)?.items, values.indices.contains(column.index)
      else { break }
      fill(&open, with: values[column.index], use, column, look, frames)
    case .cell(.flow(let steps)): open.cell.content = cellContent(blocks(of: steps, frames))
    case .cell(.text(let pattern)):
      if let single = pattern.single {
        guard let value = single.slot.value(in: frames) else { break }
        fill(&open, with: value, single, column, look, frames)
      } else if let words = text(pattern, frames) {
        open.words = calling(words)
      }
    }
    return open
  }

  /// Fills a cell with the one value that it shows.
  private mutating func fill(
    _ open: inout OpenCell, with value: Value, _ use: FieldUse, _ column: OpenColumn,
    _ look: RowLook, _ frames: [Frame]
  ) {
    if use.slot.isProse || column.type == .prose && !look.isHead {
      open.cell.content = cellContent(prose(value, style: "cell"))
      return
    }
    var use = use
    if use.format == nil, column.type == .date { use.format = Format(.datum) }
    if let scalar = value.scalar, let format = format(of: column, use) {
      var bare = scalar
      let notes = takeCalls(from: &bare)
      guard !bare.text.isBlank else { return }
      open.number = OpenNumber(
        bare, format: format, unit: look.unit, decimals: look.decimals, notes: notes)
    } else {
      open.words = printed(value, use, frames)?.trimmed.nonEmpty.map { calling($0) }
    }
  }

  /// The format of a column's numbers; nil for a column of words.
  private func format(of column: OpenColumn, _ use: FieldUse) -> Format? {
    guard let type = column.type, type.isNumeric else { return nil }
    if let format = use.format { return format }
    return switch type {
    case .percent: Format(.procent)
    case .target: Format(.målvärde)
    case .number, .text, .date, .prose: Format(.tal)
    }
  }

  /// Blocks as the content of a cell: a single paragraph in the cells' own style is running text.
  private func cellContent(_ blocks: [Block]) -> Table.Cell.Content {
    if blocks.isEmpty { return .text(RichText("")) }
    if blocks.count == 1, case .paragraph(let paragraph) = blocks[0], paragraph.style == "cell" {
      return .text(paragraph.text)
    }
    return .blocks(blocks)
  }

  // MARK: What a column settles

  /// Prints the numbers of a column and passes its words through the normaliser.
  mutating func settle(column index: Int, of table: inout OpenTable) {
    let column = table.columns[index]
    // No number is longer than this, and prose need not be searched for one.
    let longestNumber = 40
    var mostDecimals = 0
    for row in table.rows {
      guard let number = row.cells[index]?.number, !number.hasOwnDecimals else { continue }
      mostDecimals = max(mostDecimals, number.quantity?.amount.scale ?? 0)
    }
    for row in table.rows.indices {
      guard let number = table.rows[row].cells[index]?.number else { continue }
      table.rows[row].cells[index]?.words = words(of: number, column, alike: mostDecimals)
    }
    let numbers = table.rows.lazy.compactMap { $0.cells[index]?.words?.text }
      .filter { $0.utf8.count <= longestNumber }
    let holdsYears = column.step.formatName == .år
    let form = ColumnForm(holdsYears: holdsYears ? true : nil, cells: numbers)
    for row in table.rows.indices {
      guard let words = table.rows[row].cells[index]?.words else { continue }
      table.rows[row].cells[index]?.cell.content = .text(normalised(words, .cell, column: form))
    }
  }

  /// A number as its column prints it.
  private func words(of number: OpenNumber, _ column: OpenColumn, alike: Int) -> RichText {
    var format = number.format
    if !number.hasOwnDecimals, number.quantity != nil {
      switch column.decimals {
      case nil: break
      case .count(let count): format.decimals = count
      case .alike: format.decimals = alike
      }
    }
    var text = Swedish.format(number.scalar.text, as: format, style: numbers)
    if let quantity = number.quantity {
      let isPercent = quantity.isPercent || quantity.unit.isEmpty && format.name == .procent
      if column.isHeadedPercent, isPercent {
        text = quantity.amount.text(numbers, decimals: format.decimals, plus: format.printsPlus)
      } else if !number.unit.isEmpty, quantity.unit.isEmpty, format.name != .procent {
        text += numbers.unitSpace + number.unit
      }
    } else if text == number.scalar.text, number.scalar.style == .jsonNumber {
      text = String(text.map { $0 == "." ? "," : $0 })
    }
    var words = PlacedText(text: text, places: number.scalar.places)
    if text != number.scalar.text { words.places.turns = [] }
    words = words.onLines
    var result = RichText(words.text, places: words.places)
    for note in number.notes { add(callOf: note, to: &result, at: number.scalar.places.start) }
    return result
  }
}
