import Diagnostics
import Input
import Kinds

extension TemplateReader {
  /// Reads which items a control goes through: its path, and `where`, `group` and `sort` beside it.
  ///
  /// The context that comes back is that of an item, or of a group of them where there is `group`.
  mutating func selection(
    _ path: Value, of map: Map, _ context: Context, mayGroup: Bool = true
  ) -> (selection: Selection, inner: Context)? {
    guard let word = word(path, of: "each"),
      let (levels, inner) = levels(word.text, at: path.place, context)
    else { return nil }
    var selection = Selection(levels: levels, order: [])
    if let value = map["where"] { selection.condition = condition(value, inner) }
    if let value = map["sort"] { selection.order = order(value, inner) }
    guard let value = map["group"] else { return (selection, inner) }
    guard mayGroup else { return (selection, inner) }
    guard let (grouping, group) = grouping(value, of: inner, outside: context) else { return nil }
    selection.grouping = grouping
    return (selection, group)
  }

  /// Reads what rows are gathered by; the groups stand in the table, so the rows keep their scope.
  mutating func rowGrouping(_ value: Value, _ inner: Context) -> Selection.Grouping? {
    guard let path = word(value, of: "group"),
      let resolved = field(path.text, at: value.place, inner)
    else { return nil }
    return Selection.Grouping(slot: slot(resolved), name: path.text)
  }

  private mutating func grouping(
    _ value: Value, of inner: Context, outside: Context
  ) -> (Selection.Grouping, Context)? {
    guard let path = word(value, of: "group"),
      let resolved = field(path.text, at: value.place, inner)
    else { return nil }
    guard case .node(let node) = resolved.shape,
      case .node(let item)? = inner.scope.frames.last?.shape
    else {
      report(.notGroupable(path.text, at: value.place))
      return nil
    }
    let name = path.text.split(separator: ".").last.map(String.init) ?? path.text
    var group = outside
    group.descent = inner.descent
    let frame = Scope.Frame(name: "", shape: .group(key: name, value: node, item: item))
    let entered = outside.scope.entering(frame, schema, &propertyNames)
    group.scope = entered.scope
    return (Selection.Grouping(slot: slot(resolved), name: name, kept: entered.kept), group)
  }

  /// A field that holds a text or a number.
  mutating func field(_ path: String, at place: Place, _ context: Context) -> Resolved? {
    guard let resolved = resolve(path, at: place, context.scope) else { return nil }
    guard schema.mayBeScalar(resolved.shape) else {
      report(.noText(path, isList: schema.item(of: resolved.shape) != nil, at: place))
      return nil
    }
    return resolved
  }

  /// Reads `sort`: a field or a list of them, each with `descending` after it or not.
  private mutating func order(_ value: Value, _ context: Context) -> [Selection.Order] {
    var orders: [Selection.Order] = []
    for value in value.list ?? [value] {
      guard let word = word(value, of: "sort") else { continue }
      let words = word.text.split(separator: " ")
      guard let path = words.first, words.count == 1 || words.dropFirst() == ["descending"] else {
        report(
          .wrongValue(
            of: "sort",
            wanted: .described(
              sv: "ett fält, om man vill följt av descending",
              en: "a field, followed by descending or not"), found: value))
        continue
      }
      guard let resolved = field(String(path), at: value.place, context) else { continue }
      orders.append(Selection.Order(slot: slot(resolved), isDescending: words.count == 2))
    }
    return orders
  }
}

extension Diagnostic {
  static func noText(_ path: String, isList: Bool, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongFieldShape,
      Message(
        sv: isList
          ? "'\(path)' är en lista; här ska stå ett fält med text eller tal"
          : "'\(path)' har egna fält; här ska stå ett fält med text eller tal",
        en: isList
          ? "'\(path)' is a list; a field with text or a number should stand here"
          : "'\(path)' has fields of its own; a field with text or a number should stand here"),
      at: place, endColumn: Int(place.column) + path.unicodeScalars.count)
  }

  fileprivate static func notGroupable(_ path: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongFieldShape,
      Message(
        sv: "det går inte att gruppera efter '\(path)', som schemat inte säger vad det är",
        en: "items cannot be grouped by '\(path)', which the schema does not describe"), at: place)
  }
}
