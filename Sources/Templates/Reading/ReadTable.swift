import Diagnostics
import Geometry
import Input
import Kinds
import Manuscript
import Swedish

extension TemplateReader {
  /// What tables and records have in common.
  private static let commonKeywords = [
    "rows", "caption", "id", "numbered", "kind", "where", "group", "group-head", "repeat-groups",
    "sort", "when-empty", "footnotes", "notes", "legend", "style",
  ]
  private static let tableKeywords =
    commonKeywords + ["columns", "depth", "unit", "decimals", "carry", "when-too-wide"]
  private static let recordKeywords = commonKeywords + ["lines", "grid"]

  /// Reads a table.
  mutating func table(_ value: Value, at place: Place, _ context: Context) -> Step? {
    guard let map = map(value, of: "table", known: Self.tableKeywords) else { return nil }
    for key in ["rows", "columns"] where map[key] == nil {
      report(.missingKeyword(key, in: "table", at: value.place))
    }
    guard map["columns"] != nil, let (read, inner) = common(map, at: place, context) else {
      return nil
    }
    var table = read
    guard let list = map["columns"]?.list, !list.isEmpty else {
      if let columns = map["columns"] {
        report(.wrongValue(of: "columns", wanted: .list, found: columns))
      }
      return nil
    }
    table.columns = list.flatMap { columns($0, of: table.rows, outside: context, inner) }
    table.depth = map["depth"].flatMap { measure($0, of: "depth", inner) }
    table.rowUnit = optionalPattern(map["unit"], of: "unit", inner)
    table.rowDecimals = map["decimals"].flatMap { measure($0, of: "decimals", inner) }
    if let carry = map["carry"].flatMap({ flag($0, of: "carry", context) }) {
      table.carries = carry
    }
    table.whenTooWide = map["when-too-wide"].flatMap { measure($0, of: "when-too-wide", context) }
    return .table(table)
  }

  /// Reads `records: {rows, lines: [[field, …], …]}`: entries of several lines.
  mutating func records(_ value: Value, at place: Place, _ context: Context) -> Step? {
    guard let map = map(value, of: "records", known: Self.recordKeywords) else { return nil }
    for key in ["rows", "lines"] where map[key] == nil {
      report(.missingKeyword(key, in: "records", at: value.place))
    }
    guard let written = map["lines"], let (read, inner) = common(map, at: place, context) else {
      return nil
    }
    var table = read
    guard let lines = written.list, !lines.isEmpty, lines.allSatisfy({ $0.list?.isEmpty == false })
    else {
      report(
        .wrongValue(
          of: "lines",
          wanted: .described(
            sv: "en lista av rader, var och en en lista av fält",
            en: "a list of lines, each a list of fields"), found: written))
      return nil
    }
    table.isRecord = true
    for (number, line) in lines.enumerated() {
      for written in line.list ?? [] {
        guard var step = field(written, of: table.rows, outside: context, inner) else { continue }
        step.line = number
        table.columns.append(step)
      }
    }
    if let grid = map["grid"] { readGrid(grid, into: &table, context) }
    return table.columns.isEmpty ? nil : .table(table)
  }

  /// What a table and records have in common, and the context of their rows.
  private mutating func common(
    _ map: Map, at place: Place, _ context: Context
  ) -> (TableStep, inner: Context)? {
    guard let rows = map["rows"] else { return nil }
    guard let read = selection(rows, of: map, context, mayGroup: false) else { return nil }
    let inner = read.inner
    var selection = read.selection
    if let group = map["group"] { selection.grouping = rowGrouping(group, inner) }
    var table = TableStep(rows: selection, columns: [], place: place)
    table.caption = optionalPattern(map["caption"], of: "caption", context)
    table.label = optionalPattern(map["id"], of: "id", context)
    if let numbered = map["numbered"].flatMap({ flag($0, of: "numbered", context) }) {
      table.isNumbered = numbered
    }
    if let kind = map["kind"],
      let role: TableStep.Measure<RowRole> = measure(kind, of: "kind", inner)
    {
      table.role = role
    }
    table.groupHead = optionalPattern(map["group-head"], of: "group-head", inner)
    if let repeats = map["repeat-groups"].flatMap({ flag($0, of: "repeat-groups", context) }) {
      table.repeatsGroups = repeats
    }
    if let footnotes = map["footnotes"] { table.footnotes = proseAlone(footnotes, context) }
    table.notePlace = map["notes"].flatMap { measure($0, of: "notes", context) }
    if let legend = map["legend"].flatMap({ flag($0, of: "legend", context) }) {
      table.hasLegend = legend
    }
    switch map["when-empty"]?.scalar?.text {
    case nil, "omit": break
    case "head": table.whenEmpty = .head
    default: table.whenEmpty = .words(pattern(map["when-empty"], of: "when-empty", context))
    }
    if let style = map["style"] { table.style = word(style, of: "style")?.text ?? table.style }
    return (table, inner)
  }

  /// The prose field that a text names alone.
  private mutating func proseAlone(_ value: Value, _ context: Context) -> Slot? {
    if let slot = fieldAlone(value, context) {
      guard let slot else { return nil }
      if slot.isProse { return slot }
    }
    report(
      .wrongValue(
        of: "footnotes",
        wanted: .described(
          sv: "ett fält med löpande text, som \"{noter}\"", en: "a field of prose, as \"{noter}\""),
        found: value))
    return nil
  }

  /// Reads the widths of the columns that the fields of entries stand on.
  private mutating func readGrid(_ value: Value, into table: inout TableStep, _ context: Context) {
    guard let list = value.list else {
      report(.wrongValue(of: "grid", wanted: .list, found: value))
      return
    }
    table.grid = list.compactMap { measure($0, of: "grid", context) }
  }

  /// A word of the template, or a field of the data that says it; nil where it is neither.
  mutating func measure<Word: TableWord>(
    _ value: Value, of key: String, _ context: Context
  ) -> TableStep.Measure<Word>? {
    if let slot = fieldAlone(value, context) { return slot.map { .field($0) } }
    if let word = value.scalar.flatMap({ Word(words: $0.text) }) { return .constant(word) }
    report(.wrongValue(of: key, wanted: .choice(Word.templateWords), found: value))
    return nil
  }
}
