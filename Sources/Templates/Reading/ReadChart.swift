import Diagnostics
import Input
import Kinds
import Manuscript

extension TemplateReader {
  private static let chartKeywords = [
    "kind", "stacking", "rows", "where", "sort", "category", "categories", "series", "values",
    "value", "unit", "target", "limits", "zero", "height", "data", "alt", "caption", "credit",
    "width", "numbered", "float", "id",
  ]

  /// Reads `chart: {kind, rows, category, series: [{name, value}], …}` or
  /// `chart: {kind, categories, series: [{each, name, values}], …}`.
  mutating func chart(
    _ value: Value, at place: Place, _ context: Context, usually kind: Chart.Kind = .line
  ) -> Step? {
    guard let map = map(value, of: "chart", known: Self.chartKeywords) else { return nil }
    guard let (points, inner) = points(of: map, value, context) else { return nil }
    guard let series = series(of: map, value, inner, context) else { return nil }
    var chart = ChartStep(
      points: points, series: series,
      isNumbered: map["numbered"].flatMap { flag($0, of: "numbered", context) } ?? .constant(true),
      mayFloat: map["float"].flatMap { flag($0, of: "float", context) } ?? .constant(true),
      place: place)
    chart.usualKind = kind
    chart.isInCell = context.surroundings == .cell
    chart.kind = optionalPattern(map["kind"], of: "kind", context)
    chart.stacking = optionalPattern(map["stacking"], of: "stacking", context)
    chart.unit = optionalPattern(map["unit"], of: "unit", context)
    chart.startsAtZero = map["zero"].flatMap { flag($0, of: "zero", context) }
    chart.height = optionalPattern(map["height"], of: "height", context)
    chart.data = optionalPattern(map["data"], of: "data", context)
    chart.alternate = optionalPattern(map["alt"], of: "alt", context)
    chart.caption = optionalPattern(map["caption"], of: "caption", context)
    chart.credit = optionalPattern(map["credit"], of: "credit", context)
    chart.width = optionalPattern(map["width"], of: "width", context)
    chart.label = optionalPattern(map["id"], of: "id", context)
    if let target = map["target"] { chart.targets = levels(target, of: "target", context) }
    if let limits = map["limits"] { chart.limits = levels(limits, of: "limits", context) }
    return .chart(chart)
  }

  /// Reads what values stand for: `rows` with `category`, or `categories`.
  private mutating func points(
    of map: Map, _ owner: Value, _ context: Context
  ) -> (ChartStep.Points, Context)? {
    if let categories = map["categories"] {
      for entry in map.entries where ["rows", "category", "value"].contains(entry.key) {
        report(.rowsOrCategories(entry))
        return nil
      }
      return listSlot(categories, of: "categories", context).map { (.lists($0), context) }
    }
    guard let rows = map["rows"] ?? map["values"] else {
      report(.missingKeyword("rows", in: "chart", at: owner.place))
      return nil
    }
    guard let (selection, inner) = selection(rows, of: map, context, mayGroup: false) else {
      return nil
    }
    let category = optionalPattern(map["category"], of: "category", inner)
    return (.rows(selection, category: category), inner)
  }

  /// Reads `series`, or the one series that `value` or `values` is.
  private mutating func series(
    of map: Map, _ owner: Value, _ inner: Context, _ outer: Context
  ) -> [ChartStep.Series]? {
    let takesLists = map["categories"] != nil
    guard let written = map["series"] else {
      if takesLists, let values = map["values"] {
        return listSlot(values, of: "values", outer).map {
          [ChartStep.Series(values: .list($0))]
        }
      }
      let own = Value(
        .scalar(Scalar("{.}", style: .quoted, places: .none)), at: owner.place)
      guard !takesLists, map["value"] != nil || map["values"] != nil else {
        report(.missingKeyword("series", in: "chart", at: owner.place))
        return nil
      }
      return [
        ChartStep.Series(values: .pattern(pattern(map["value"] ?? own, of: "value", inner)))
      ]
    }
    guard let list = written.list else {
      report(.wrongValue(of: "series", wanted: .list, found: written))
      return nil
    }
    return list.compactMap { one in
      guard takesLists else {
        guard let map = self.map(one, of: "series", known: ["name", "value"]) else { return nil }
        if map["value"] == nil { report(.missingKeyword("value", in: "series", at: one.place)) }
        return ChartStep.Series(
          name: optionalPattern(map["name"], of: "name", outer),
          values: .pattern(pattern(map["value"], of: "value", inner)))
      }
      guard
        let (map, selection, item) = entry(one, of: "series", known: ["name", "values"], outer)
      else { return nil }
      guard let values = map["values"] else {
        report(.missingKeyword("values", in: "series", at: one.place))
        return nil
      }
      return listSlot(values, of: "values", item).map {
        ChartStep.Series(
          selection: selection, name: optionalPattern(map["name"], of: "name", item),
          values: .list($0))
      }
    }
  }

  /// Reads `target: "{mål}"`, `{name, value}`, or a list of these, each with `each` or not.
  private mutating func levels(
    _ value: Value, of key: String, _ context: Context
  ) -> [ChartStep.Level] {
    if value.scalar != nil {
      return [ChartStep.Level(value: pattern(value, of: key, context))]
    }
    return (value.list ?? [value]).compactMap { one in
      if one.scalar != nil { return ChartStep.Level(value: pattern(one, of: key, context)) }
      guard let (map, selection, item) = entry(one, of: key, known: ["name", "value"], context)
      else { return nil }
      guard map["value"] != nil else {
        report(.missingKeyword("value", in: key, at: one.place))
        return nil
      }
      return ChartStep.Level(
        selection: selection, name: optionalPattern(map["name"], of: "name", item),
        value: pattern(map["value"], of: "value", item))
    }
  }

  /// The field of a list of texts or numbers.
  private mutating func listSlot(_ value: Value, of key: String, _ context: Context) -> Slot? {
    guard let path = word(value, of: key),
      let resolved = resolve(path.text, at: value.place, context.scope)
    else { return nil }
    guard schema.item(of: resolved.shape) != nil else {
      report(
        .wrongValue(
          of: key,
          wanted: .described(sv: "ett fält med en lista", en: "a field with a list"),
          found: value))
      return nil
    }
    return slot(resolved)
  }
}

extension Diagnostic {
  fileprivate static func rowsOrCategories(_ entry: Map.Entry) -> Diagnostic {
    Diagnostic(
      .error, .blockOutOfPlace,
      Message(
        sv: "'\(entry.key)' hör till ett diagram med 'rows'; bredvid 'categories' har varje serie "
          + "'values'",
        en: "'\(entry.key)' belongs to a chart with 'rows'; beside 'categories' every series has "
          + "'values'"),
      at: entry.keyPlace, endColumn: Int(entry.keyPlace.column) + entry.key.utf8.count)
  }
}
