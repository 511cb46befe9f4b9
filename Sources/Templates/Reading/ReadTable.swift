import Diagnostics
import Geometry
import Input
import Kinds
import Manuscript
import Swedish

extension TemplateReader {
  private static let tableKeywords = [
    "rows", "columns", "caption", "id", "kind", "where", "group", "group-head", "sort",
    "when-empty", "style",
  ]
  private static let columnKeywords = [
    "head", "cell", "each", "cells", "where", "sort", "badge", "width", "align", "span",
    "row-head", "when-empty",
  ]

  /// Reads a table.
  mutating func table(_ value: Value, at place: Place, _ context: Context) -> Step? {
    guard let map = map(value, of: "table", known: Self.tableKeywords) else { return nil }
    for key in ["rows", "columns"] where map[key] == nil {
      report(.missingKeyword(key, in: "table", at: value.place))
    }
    guard let rows = map["rows"], let columns = map["columns"] else { return nil }
    guard let read = selection(rows, of: map, context, mayGroup: false) else { return nil }
    var selection = read.selection
    let inner = read.inner
    if let group = map["group"] { selection.grouping = rowGrouping(group, inner) }
    guard let list = columns.list, !list.isEmpty else {
      report(.wrongValue(of: "columns", wanted: .list, found: columns))
      return nil
    }
    var table = TableStep(
      rows: selection, columns: [], kind: .constant(.item), whenEmpty: .omit, style: "table",
      place: place)
    table.columns = list.compactMap { column($0, of: selection, outside: context, inner) }
    table.caption = optionalPattern(map["caption"], of: "caption", context)
    table.label = optionalPattern(map["id"], of: "id", context)
    if let kind = map["kind"] { table.kind = rowKind(kind, inner) }
    table.groupHead = optionalPattern(map["group-head"], of: "group-head", inner)
    switch map["when-empty"]?.scalar?.text {
    case nil, "omit": break
    case "head": table.whenEmpty = .head
    default: table.whenEmpty = .words(pattern(map["when-empty"], of: "when-empty", context))
    }
    if let style = map["style"] { table.style = word(style, of: "style")?.text ?? table.style }
    return .table(table)
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
    let alignment = map["align"].map { self.alignment($0, heading) } ?? .constant(.left)
    return TableStep.Column(
      repetition: repetition, head: pattern(map["head"], of: "head", heading),
      width: map["width"].map { width($0, heading) } ?? .constant(.auto), alignment: alignment,
      body: body, badge: optionalPattern(map["badge"], of: "badge", inner), spanLevel: spanLevel,
      isRowHead: map["row-head"].flatMap { boolean($0, of: "row-head") } ?? false,
      hidesWhenEmpty: map["when-empty"].map { isOmitted($0) } ?? false)
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
      guard let path = word(cells, of: "cells"),
        let resolved = resolve(path.text, at: cells.place, inner.scope)
      else { return nil }
      guard let item = schema.item(of: resolved.shape) else {
        report(
          .wrongValue(
            of: "cells",
            wanted: .described(
              sv: "ett fält med en lista, en post för varje kolumn",
              en: "a field with a list, one item for each column"), found: cells))
        return nil
      }
      var slot = slot(resolved)
      slot.isProse = schema.node(of: item)?.isProse ?? false
      let format = schema.node(of: item)?.format?.printing
      return (.values(FieldUse(slot: slot, format: format.map { .init($0) })), nil)
    }
    guard let cell = map["cell"] else {
      report(.missingKeyword("cell", in: "columns", at: value.place))
      return nil
    }
    let content: CellContent
    if cell.list != nil {
      var within = inner
      within.surroundings = .cell
      content = .flow(steps(cell, within))
    } else {
      content = .text(pattern(cell, of: "cell", inner))
    }
    guard let span = map["span"], boolean(span, of: "span") == true else {
      return (.cell(content), nil)
    }
    guard case .text(let pattern) = content, let level = spanLevel(of: pattern, rows, inner) else {
      report(.nothingToSpan(at: cell.place))
      return nil
    }
    return (.cell(content), level)
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

  // MARK: Words that say how something is set

  private mutating func alignment(
    _ value: Value, _ context: Context
  ) -> TableStep.Measure<Table.Column.Alignment> {
    if let slot = fieldAlone(value, context) { return slot.map { .field($0) } ?? .constant(.left) }
    return .constant(choice(value, of: "align") ?? .left)
  }

  private mutating func rowKind(
    _ value: Value, _ context: Context
  ) -> TableStep.Measure<Table.Row.Kind> {
    if let slot = fieldAlone(value, context) { return slot.map { .field($0) } ?? .constant(.item) }
    return .constant(choice(value, of: "kind") ?? .item)
  }

  private mutating func width(
    _ value: Value, _ context: Context
  ) -> TableStep.Measure<Table.Column.Width> {
    if let slot = fieldAlone(value, context) { return slot.map { .field($0) } ?? .constant(.auto) }
    if let text = value.scalar?.text, let width = Table.Column.Width(words: text) {
      return .constant(width)
    }
    report(
      .wrongValue(
        of: "width",
        wanted: .described(
          sv: "auto, fit, ett mått (30 mm, 85 pt) eller en andel (25 %)",
          en: "auto, fit, a length (30 mm, 85 pt) or a share (25 %)"), found: value))
    return .constant(.auto)
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
    case .words, .number, .furniture: []
    }
  }
}

extension Diagnostic {
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
