import Diagnostics
import Geometry
import Input
import Kinds
import Manuscript
import Swedish

extension TemplateReader {
  private static let columnKeywords = [
    "head", "continued-head", "group-head", "columns", "cell", "chart", "each", "cells",
    "head-cells",
    "where", "sort", "badge", "type", "unit", "decimals", "width", "min-width", "max-width",
    "align", "empty", "carry", "foot", "span", "row-head", "when-empty",
  ]
  private static let fieldKeywords = [
    "head", "cell", "badge", "type", "unit", "decimals", "align", "empty", "span", "row-head",
  ]

  /// Reads a column, or the columns under a head that spans them.
  mutating func columns(
    _ value: Value, of rows: Selection, outside: Context, _ inner: Context
  ) -> [TableStep.Column] {
    guard let written = value.map?["columns"] else {
      return column(value, of: rows, outside: outside, inner).map { [$0] } ?? []
    }
    guard let map = map(value, of: "columns", known: ["head", "columns"]) else { return [] }
    guard let list = written.list, !list.isEmpty else {
      report(.wrongValue(of: "columns", wanted: .list, found: written))
      return []
    }
    let head = optionalPattern(map["head"], of: "head", outside)
    return list.compactMap { value in
      if let deeper = value.map?.entries.first(where: { $0.key == "columns" }) {
        report(.headsTooDeep(at: deeper.keyPlace))
        return nil
      }
      var column = column(value, of: rows, outside: outside, inner)
      if let head { column?.groupHead = .shared(head) }
      return column
    }
  }

  private mutating func column(
    _ value: Value, of rows: Selection, outside: Context, _ inner: Context
  ) -> TableStep.Column? {
    guard let map = map(value, of: "columns", known: Self.columnKeywords) else { return nil }
    var repetition: Selection?
    // A repeated column is chosen and headed before there are rows.
    var heading = outside
    if let each = map["each"] {
      guard let (selection, item) = selection(each, of: map, outside, mayGroup: false) else {
        return nil
      }
      repetition = selection
      heading = item
    }
    guard let (body, spanLevel) = body(of: map, value, rows, inner) else { return nil }
    var column = look(map, body, heading, inner)
    column.repetition = repetition
    column.spanLevel = spanLevel
    column.groupHead = optionalPattern(map["group-head"], of: "group-head", heading)
      .map { .own($0) }
    column.continuedHead = optionalPattern(map["continued-head"], of: "continued-head", heading)
    column.width = map["width"].flatMap { measure($0, of: "width", heading) }
    column.leastWidth = map["min-width"].flatMap { measure($0, of: "min-width", heading) }
    column.mostWidth = map["max-width"].flatMap { measure($0, of: "max-width", heading) }
    if let cells = map["head-cells"], case .values(let use) = values(cells, of: "head-cells", inner)
    {
      column.headCells = use
    }
    column.foot = optionalPattern(map["foot"], of: "foot", heading)
    column.carries = map["carry"].flatMap { flag($0, of: "carry", heading) }
    column.hidesWhenEmpty = map["when-empty"].map { isOmitted($0) } ?? false
    return column
  }

  /// Reads a field of an entry of several lines.
  mutating func field(
    _ value: Value, of rows: Selection, outside: Context, _ inner: Context
  ) -> TableStep.Column? {
    guard let map = map(value, of: "lines", known: Self.fieldKeywords) else { return nil }
    guard map["cell"] != nil || map["badge"] != nil else {
      report(.missingKeyword("cell", in: "lines", at: value.place))
      return nil
    }
    let body = map["cell"].map { TableStep.Body.cell(content($0, inner)) } ?? .nothing
    var field = look(map, body, outside, inner)
    field.span = map["span"].flatMap { integer($0, of: "span", in: 1...12) } ?? 1
    return field
  }

  /// What columns and fields have in common.
  private mutating func look(
    _ map: Map, _ body: TableStep.Body, _ heading: Context, _ inner: Context
  ) -> TableStep.Column {
    var column = TableStep.Column(
      head: pattern(map["head"], of: "head", heading), body: body,
      isRowHead: map["row-head"].flatMap { boolean($0, of: "row-head") } ?? false,
      hidesWhenEmpty: false)
    column.badge = optionalPattern(map["badge"], of: "badge", inner)
    column.unit = optionalPattern(map["unit"], of: "unit", heading)
    column.type = map["type"].flatMap { measure($0, of: "type", heading) }
    column.decimals = map["decimals"].flatMap { measure($0, of: "decimals", heading) }
    column.alignment = map["align"].flatMap { measure($0, of: "align", heading) }
    column.empty = map["empty"].flatMap { measure($0, of: "empty", heading) }
    return column
  }

  private mutating func isOmitted(_ value: Value) -> Bool {
    if value.scalar?.text == "omit" { return true }
    report(.wrongValue(of: "when-empty", wanted: .choice(["omit"]), found: value))
    return false
  }

  /// What stands in a column's cells, and which of the rows' lists they belong to.
  private mutating func body(
    of map: Map, _ value: Value, _ rows: Selection, _ inner: Context
  ) -> (TableStep.Body, spanLevel: Int?)? {
    if let chart = map["chart"] { return self.chart(chart, of: map, inner).map { ($0, nil) } }
    let isRepeated = map["each"] != nil
    for entry in map.entries where entry.key == (isRepeated ? "cell" : "cells") {
      report(.cellOrCells(entry, isRepeated: isRepeated))
      return nil
    }
    if isRepeated {
      guard let cells = map["cells"] else {
        report(.missingKeyword("cells", in: "columns", at: value.place))
        return nil
      }
      return values(cells, of: "cells", inner).map { ($0, nil) }
    }
    guard let cell = map["cell"] else {
      if map["badge"] != nil { return (.nothing, nil) }
      report(.missingKeyword("cell", in: "columns", at: value.place))
      return nil
    }
    let content = content(cell, inner)
    guard let span = map["span"], boolean(span, of: "span") == true else {
      return (.cell(content), nil)
    }
    guard case .text(let pattern) = content, let level = spanLevel(of: pattern, rows, inner) else {
      report(.nothingToSpan(at: cell.place))
      return nil
    }
    return (.cell(content), level)
  }

  /// What a cell is made of: words, or a flow of small blocks.
  private mutating func content(_ cell: Value, _ inner: Context) -> CellContent {
    guard cell.list != nil else { return .text(pattern(cell, of: "cell", inner)) }
    var within = inner
    within.surroundings = .cell
    return .flow(steps(cell, within))
  }

  /// A chart in every row, a sparkline unless it says otherwise.
  private mutating func chart(
    _ value: Value, of map: Map, _ inner: Context
  ) -> TableStep.Body? {
    for entry in map.entries where ["cell", "cells", "each"].contains(entry.key) {
      report(.chartOrCell(entry))
      return nil
    }
    var within = inner
    within.surroundings = .cell
    return chart(value, at: value.place, within, usually: .sparkline).map { .cell(.flow([$0])) }
  }

  /// The list in a row that a repeated column takes its values from.
  private mutating func values(
    _ cells: Value, of key: String, _ inner: Context
  ) -> TableStep.Body? {
    guard let word = word(cells, of: key) else { return nil }
    // A named text prints items that hold named values: `målvärden|värde`.
    let parts = word.text.split(separator: "|", maxSplits: 1).map { String($0).trimmingSpaces }
    let path = parts.first ?? ""
    guard let resolved = resolve(path, at: cells.place, inner.scope) else { return nil }
    guard let item = schema.item(of: resolved.shape) else {
      report(
        .wrongValue(
          of: key,
          wanted: .described(
            sv: "ett fält med en lista, en post för varje kolumn",
            en: "a field with a list, one item for each column"), found: cells))
      return nil
    }
    var slot = slot(resolved)
    slot.isProse = schema.node(of: item)?.isProse ?? false
    let format = schema.node(of: item)?.format?.printing
    var use = FieldUse(slot: slot, format: format.map { .init($0) })
    if parts.count == 2 {
      var place = cells.place
      place.column += Int32(path.unicodeScalars.count + 1)
      guard let print = printing(parts[1], of: item, called: path, at: place, inner) else {
        return nil
      }
      switch print {
      case .text(let index): use.itemText = index
      case .format(let format): use.format = format
      }
    }
    return .values(use)
  }

  /// The innermost of the rows' lists, short of the last, whose item a cell's fields belong to.
  private func spanLevel(
    of pattern: TextPattern, _ rows: Selection, _ inner: Context
  ) -> Int? {
    let first = inner.scope.frames.count - rows.levels.count
    let levels = pattern.frames.map { $0 - first }
    guard let level = levels.max(), level >= 0, level < rows.levels.count - 1 else { return nil }
    return level
  }
}

extension TextPattern {
  /// The frames that its fields belong to.
  fileprivate var frames: [Int] { pieces.flatMap(\.frames) }
}

extension TextPattern.Piece {
  fileprivate var frames: [Int] {
    switch self {
    case .field(let use): [use.slot.frame]
    case .optional(let pieces): pieces.flatMap(\.frames)
    case .words, .number, .furniture, .reference: []
    }
  }
}

extension Diagnostic {
  fileprivate static func headsTooDeep(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .blockOutOfPlace,
      Message(
        sv: "ett huvud har högst två nivåer: 'columns' kan inte stå i 'columns' i en kolumn",
        en: "a head has two levels at most: 'columns' cannot stand in a column's 'columns'"),
      at: place)
  }

  fileprivate static func cellOrCells(_ entry: Map.Entry, isRepeated: Bool) -> Diagnostic {
    Diagnostic(
      .error, .blockOutOfPlace,
      Message(
        sv: isRepeated
          ? "en kolumn med 'each' har 'cells', en lista i varje rad, i stället för 'cell'"
          : "'cells' hör till en kolumn med 'each'; en ensam kolumn har 'cell'",
        en: isRepeated
          ? "a column with 'each' has 'cells', a list in every row, in place of 'cell'"
          : "'cells' belongs to a column with 'each'; a single column has 'cell'"),
      at: entry.keyPlace, endColumn: Int(entry.keyPlace.column) + entry.key.utf8.count)
  }

  fileprivate static func chartOrCell(_ entry: Map.Entry) -> Diagnostic {
    Diagnostic(
      .error, .blockOutOfPlace,
      Message(
        sv: "en kolumn med 'chart' har inget '\(entry.key)'",
        en: "a column with 'chart' has no '\(entry.key)'"),
      at: entry.keyPlace, endColumn: Int(entry.keyPlace.column) + entry.key.utf8.count)
  }

  fileprivate static func nothingToSpan(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongFieldShape,
      Message(
        sv: "en cell med 'span' ska bara nämna fält hos en av de yttre listorna i 'rows'",
        en: "a cell with 'span' should only name fields of one of the outer lists in 'rows'"),
      at: place,
      fixes: [
        Fix(
          Message(
            sv: "skriv listans namn före fältet: {perspektiv.namn} när rows är perspektiv.mål",
            en: "write the list's name before the field: {perspektiv.namn} for perspektiv.mål"))
      ])
  }
}
