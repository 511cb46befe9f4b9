import Diagnostics
import Input
import Manuscript
import Swedish

extension Composer {
  /// The columns of a table, with what the template and the data say of each.
  mutating func open(_ step: TableStep, _ frames: [Frame]) -> [OpenColumn] {
    let allCarry = isUp(step.carries, frames)
    var columns: [OpenColumn] = []
    for column in step.columns {
      let items = column.repetition.map { self.items(of: $0, frames) } ?? [frames]
      for item in items {
        // Columns that `where` leaves out take their values with them.
        let index = column.repetition == nil ? 0 : (item.last?.number ?? 1) - 1
        columns.append(
          open(column, item, frames, index: index, isFirst: columns.isEmpty, allCarry: allCarry))
      }
    }
    return columns
  }

  private mutating func open(
    _ step: TableStep.Column, _ item: [Frame], _ table: [Frame], index: Int, isFirst: Bool,
    allCarry: Bool
  ) -> OpenColumn {
    let unit = step.unit.flatMap { text($0, item) }
    let head = head(step.head, unit, item)
    var type = said(step.type, item) ?? step.schemaType
    let carriesItself = said(step.carries, item)
    let carries = carriesItself ?? (allCarry && !isFirst && type?.isNumeric != false)
    let wanted = said(step.alignment, item)
    let isOpen = type == nil && wanted == nil && step.repetition != nil && carriesItself == nil
    if carries, type == nil { type = .number }
    let alignment = wanted ?? (type?.isNumeric == true ? .decimal : .left)
    var look = Table.Column(alignment: alignment, width: said(step.width, item) ?? .auto)
    look.leastWidth = said(step.leastWidth, item)
    look.mostWidth = said(step.mostWidth, item)
    let groupHead: RichText? =
      switch step.groupHead {
      case nil: nil
      case .own(let pattern): noted(pattern, item, .cell)
      case .shared(let pattern): noted(pattern, table, .cell)
      }
    return OpenColumn(
      step: step, look: look, head: head, groupHead: groupHead,
      continuedHead: step.continuedHead.flatMap { self.head($0, unit, item) } ?? head,
      foot: step.foot.flatMap { noted($0, item, .cell) },
      index: index, type: type, decimals: said(step.decimals, item),
      empty: said(step.empty, item) ?? .blank, carries: carries, isOpen: isOpen,
      isHeadedPercent: unit?.text == "%")
  }

  /// Lets a column that nothing is said of be what its cells are: numbers, or words that are neither
  /// summed nor stand on a comma.
  func deduceForm(ofColumn index: Int, in table: inout OpenTable) {
    guard table.columns[index].isOpen else { return }
    // No number is longer than this.
    let longestNumber = 40
    var isNumeric = false
    for row in table.rows where row.kind != .group && row.kind != .head {
      guard let cell = row.cells[index], !cell.isBlank else { continue }
      let text = cell.number?.scalar.text ?? cell.words?.text ?? ""
      if MissingValue(text) != nil { continue }
      isNumeric = text.utf8.count <= longestNumber && Quantity(text) != nil
      if !isNumeric { break }
    }
    table.columns[index].look.alignment = isNumeric ? .decimal : .left
    if !isNumeric { table.columns[index].carries = false }
  }

  /// What a flag says; nil where the data are silent.
  private func said(_ flag: Flag?, _ frames: [Frame]) -> Bool? {
    switch flag {
    case nil: return nil
    case .constant(let value): return value
    case .field(let slot):
      guard let scalar = slot.scalar(in: frames) else { return nil }
      return truthValue(of: scalar.text) ?? !scalar.text.isBlank
    }
  }

  /// The words of a head, with the unit after them.
  private mutating func head(
    _ pattern: TextPattern, _ unit: PlacedText?, _ frames: [Frame]
  ) -> RichText {
    var words = text(pattern, frames) ?? PlacedText()
    if let unit {
      if !words.text.isEmpty { words.append(", ", .none) }
      words.append(unit.text, unit.places)
    }
    guard let words = words.nonEmpty else { return RichText("") }
    return normalised(calling(words), .cell)
  }
}

extension TableStep.Column {
  /// What the schema says that its cells hold.
  fileprivate var schemaType: ColumnType? {
    switch formatName {
    case .tal, .heltal, .belopp, .tkr, .mnkr: .number
    case .procent: .percent
    case .målvärde: .target
    case .datum, .dag, .sifferdatum: .date
    case .år, .tid, .paragraf, .diarienummer, nil: nil
    }
  }

  /// The format of its cells, where all of it is one field.
  var formatName: FormatName? {
    switch body {
    case .cell(.text(let pattern)): pattern.single?.format?.name
    case .values(let use): use.format?.name
    case .cell(.flow), .nothing: nil
    }
  }
}
