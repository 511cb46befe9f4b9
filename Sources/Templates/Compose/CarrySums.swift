import Diagnostics
import Input
import Manuscript
import Swedish

// A table that carries its sums says at the foot of every page what the numbers above add up to, and
// again at the head of the next. Which row a page ends after is layout's to find, so every row gets
// the two rows ready-made. Summed are the rows that are items, down to a total; parts of rows and
// subtotals are in the sums already. What stands after the last total is outside every sum.

extension Composer {
  /// What a column has summed so far.
  private struct RunningSum {
    var amount = Amount.zero
    /// The most decimals of any of its numbers.
    var decimals = 0
    /// The unit that all its numbers share; nil where they differ.
    var unit: String?
    /// Whether every one of them could be read and added.
    var isWhole = true
  }

  /// Gives the rows of a table the sums that are carried where a page ends after them.
  mutating func carrySums(of table: inout OpenTable) {
    let totals = table.rows.indices.filter { table.rows[$0].kind == .total }
    let end = totals.last ?? table.rows.count
    var sums: [Int: RunningSum] = [:]
    for index in table.columns.indices where table.columns[index].carries {
      sums[index] = columnForm(index, table, before: end)
    }
    let start = sums
    var summed = 0
    for row in table.rows.indices.prefix(end) {
      if table.rows[row].kind == .total {
        sums = start
        summed = 0
        continue
      }
      if table.rows[row].kind == .item {
        summed += 1
        for index in table.columns.indices where table.columns[index].carries {
          add(table.rows[row].cells[index] ?? nil, to: &sums[index])
        }
      }
      // After the table's last row there is no page to carry to.
      guard summed > 0, row + 1 < table.rows.count, carriesPast(row, table) else { continue }
      table.rows[row].carried = table.columns.indices.map { index in
        sums[index].map { text(of: $0, in: table.columns[index]) } ?? ""
      }
    }
  }

  /// Whether sums go on after a row: what is under a page's last group heading belongs to the next.
  private func carriesPast(_ row: Int, _ table: OpenTable) -> Bool {
    switch table.rows[row].kind {
    case .item, .part, .subtotal: true
    case .group, .head, .total: false
    }
  }

  /// What the numbers of a column have in common; those that cannot be added are told.
  private mutating func columnForm(
    _ index: Int, _ table: OpenTable, before end: Int
  ) -> RunningSum {
    var form = RunningSum()
    var unit: String?
    for row in table.rows.prefix(end) where row.kind == .item {
      guard let cell = row.cells[index] else { continue }
      if let number = cell.number, let quantity = number.quantity {
        form.decimals = max(form.decimals, number.format.decimals ?? quantity.amount.scale)
        let own = quantity.unit.isEmpty ? number.unit : quantity.unit
        if unit == nil { unit = own } else if unit != own { unit = "" }
      } else if let number = cell.number, MissingValue(number.scalar.text) == nil {
        diagnostics.append(.notSummed(number.scalar.text, at: number.scalar.places.start))
      } else if cell.number == nil, let words = cell.words, MissingValue(words.text) == nil {
        diagnostics.append(.notSummed(words.text, at: words.places.start))
      }
    }
    form.unit = unit
    switch table.columns[index].decimals {
    case .count(let count): form.decimals = count
    case .alike, nil: break
    }
    return form
  }

  private func add(_ cell: OpenCell?, to sum: inout RunningSum?) {
    guard let amount = cell?.number?.quantity?.amount, let before = sum else { return }
    if let after = before.amount.adding(amount) {
      sum?.amount = after
    } else {
      sum?.isWhole = false
    }
  }

  /// A sum as its column prints it.
  private func text(of sum: RunningSum, in column: OpenColumn) -> String {
    guard sum.isWhole else { return MissingValue.unavailable.rawValue }
    let text = sum.amount.text(numbers, decimals: sum.decimals)
    guard let unit = sum.unit, !unit.isEmpty, !column.isHeadedPercent else { return text }
    return text + numbers.unitSpace + unit
  }

  /// A row of carried sums: its name over the columns before the first sum, then the sums.
  func carriedCells(_ sums: [String], _ key: PrintedWords.Key) -> [Table.Cell] {
    let before = sums.prefix(while: \.isEmpty).count
    var cells: [Table.Cell] = []
    if before > 0 {
      var name = Table.Cell(RichText(word(key)))
      name.columnSpan = before
      name.isRowHead = true
      cells.append(name)
    }
    for sum in sums.dropFirst(before) { cells.append(Table.Cell(RichText(sum))) }
    return cells
  }

  /// A word that the document prints of itself.
  func word(_ key: PrintedWords.Key) -> String {
    template.words.text(key, isSwedish: options.language.hasPrefix("sv"))
  }
}

extension Diagnostic {
  fileprivate static func notSummed(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, .valueNotCarried,
      Message(
        sv: "'\(text)' är inget tal som kan läggas till summan som förs över till nästa sida",
        en: "'\(text)' is no number that can be added to the sum carried to the next page"),
      at: place)
  }
}
