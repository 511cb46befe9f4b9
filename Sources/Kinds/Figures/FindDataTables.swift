import Diagnostics
public import Input
import Swedish

extension DataTable {
  /// The tables of a plan whose rows have been filled in, in its order.
  ///
  /// A table is what the schema gives both columns (`kolumner`) and rows (`rader`), whose cells stand
  /// in a list. Values of another shape are passed over: the check of the plan tells of them.
  public static func all(in data: Value, schema: Schema) -> [DataTable] {
    var finder = TableFinder(schema: schema)
    finder.search(data, schema.root, key: "")
    return finder.tables
  }
}

/// Walks a plan beside its schema and gathers its tables.
private struct TableFinder {
  let schema: Schema
  var tables: [DataTable] = []
  private var path = PlanPath()
  /// The maps that the walk is inside, from the top.
  private var outer: [Map] = []

  init(schema: Schema) { self.schema = schema }

  mutating func search(_ value: Value, _ id: SchemaNode.ID, key: String) {
    let node = schema[id]
    switch value.content {
    case .map(let map):
      if let table = table(map, node, key: key, at: value.place) { tables.append(table) }
      outer.append(map)
      for entry in map.entries {
        guard let child = child(entry.key, of: node) else { continue }
        path.enter(entry.key)
        search(entry.value, child, key: entry.key)
        path.leave()
      }
      outer.removeLast()
    case .list(let list):
      guard let items = node.items else { return }
      for (index, item) in list.enumerated() {
        path.enter(index)
        search(item, items, key: key)
        path.leave()
      }
    case .scalar, .null: return
    }
  }

  private func child(_ key: String, of node: SchemaNode) -> SchemaNode.ID? {
    if let property = node.property(key) { return property }
    if case .node(let id) = node.additionalProperties { return id }
    return nil
  }

  private func table(
    _ map: Map, _ node: SchemaNode, key: String, at place: Place
  ) -> DataTable? {
    guard let columns = node.property("kolumner"), let rows = node.property("rader"),
      let item = schema[rows].items.map({ schema[$0] }),
      let cells = item.properties.first(where: { schema[$0.node].allowsList && $0.name.isCells }),
      let written = map["kolumner"]?.list
    else { return nil }
    // Where a row has a name of its own, all its cells are figures.
    let isNamed = item.property("namn") != nil
    let isFree = schema[columns].format == .kolumner
    let heads = written.map { head in
      var words = head["rubrik"].map(words) ?? words(head)
      words.group = head["grupp"]?.scalar?.text ?? ""
      return words
    }
    let skipped = isFree && !isNamed ? 1 : 0
    let figures = Array(heads.dropFirst(skipped))
    let near = outer.last
    var table = DataTable(
      path: path.description, key: key, place: place, names: [], captions: [], unitWords: [],
      columns: figures, rows: [])
    table.names = [map["id"], near?["id"]].compactMap { $0?.scalar?.text } + [key]
    table.captions = [map["rubrik"], near?["rubrik"]].compactMap { $0 }.map(words)
      .filter { !$0.text.isEmpty }
    table.unitWords =
      [map["enhet"]].compactMap { $0 }.map(words) + heads.prefix(skipped)
      + table.captions + [near?["text"]].compactMap { $0 }.map(words)
    table.rows = (map["rader"]?.list ?? []).compactMap { row in
      row.map.map { self.row($0, cells: cells.name, count: figures.count, isNamed, at: row.place) }
    }
    return table
  }

  private func row(
    _ map: Map, cells key: String, count: Int, _ isNamed: Bool, at place: Place
  ) -> DataTable.Row {
    let values = map[key]?.list ?? []
    let name = isNamed ? map["namn"] : values.first
    var cells = values.dropFirst(isNamed ? 0 : 1).prefix(count).map(cell)
    while cells.count < count {
      cells.append(DataTable.Cell(words: DataTable.Words(text: "", place: place), reading: nil))
    }
    let slag = map["slag"]?.scalar?.text ?? ""
    let hasHeads = map["rubriker"] != nil || cells.contains { $0.reading != nil }
    return DataTable.Row(
      name: name.map(words) ?? DataTable.Words(text: "", place: place),
      kind: kind(slag), isHead: slag == "huvud" || slag == "rubrik" && hasHeads,
      saysItsKind: !slag.isEmpty,
      depth: Int(map["nivå"]?.scalar?.text ?? "") ?? 0,
      hasOwnLook: map["enhet"] != nil || map["decimaler"] != nil, parts: list(map["av"]),
      exceptions: list(map["utom"]), cells: cells)
  }

  private func kind(_ word: String) -> DataTable.RowKind {
    switch word {
    case "grupp", "huvud": .heading
    default: DataTable.RowKind(rawValue: word) ?? .item
    }
  }

  private func cell(_ value: Value) -> DataTable.Cell {
    let words = words(value)
    guard !words.text.isEmpty else { return DataTable.Cell(words: words, reading: nil) }
    let isJSON = value.scalar?.style == .jsonNumber
    var reading = Amount.read(words.text, notation: isJSON ? .json : .swedish)
    var unit = ""
    if case .fault = reading, let quantity = Quantity(words.text) {
      reading = .amount(quantity.amount)
      unit = quantity.unit
    }
    return DataTable.Cell(words: words, reading: reading, unit: unit)
  }

  private func list(_ value: Value?) -> [DataTable.Words] {
    guard let value else { return [] }
    return (value.list ?? [value]).map(words).filter { !$0.text.isEmpty }
  }

  private func words(_ value: Value) -> DataTable.Words {
    guard let scalar = value.scalar else { return DataTable.Words(text: "", place: value.place) }
    var text = withoutNoteCalls(scalar.text).text[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return DataTable.Words(text: String(text), place: value.place)
  }
}

extension String {
  /// Whether a key of a row is that of its figures.
  fileprivate var isCells: Bool { self == "celler" || self == "värden" }
}

extension SchemaNode {
  /// Whether its values may be lists.
  fileprivate var allowsList: Bool { types.contains(.array) }
}
