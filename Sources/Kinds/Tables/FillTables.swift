public import Diagnostics
public import Input

/// Puts the rows of files in place of the tables that a plan names, `{fil: budget.csv}`.
///
/// Wherever the schema has a list of maps, a plan may name a file: each row becomes a map, whose keys
/// are the schema's for the headings of the columns (a key or its title, in any case), and whose
/// values are the cells, each at its place in the file; a blank cell is a key that is not written.
/// Where rows have a list of cells (`format: celler`), only the schema's very keys are known; all other
/// columns are cells, and their headings are the table's columns (`format: kolumner`), unless the plan
/// writes those itself.
/// A cell of a key that may be a list, and has a `separator` in the schema, becomes one where that
/// stands in it: `VO, Nämnd`.
/// What comes out is checked like any plan. A table that cannot be read becomes an empty list, and is
/// told of.
///
/// Reports what `TableRequest.read` and `load` report, `unknown-column`, `missing-key` for a column
/// that must be there, and `duplicate-head` for two columns of one key.
///
/// - Parameters:
///   - data: The plan.
///   - schema: What it may contain.
///   - load: Reads a table.
/// - Returns: The plan with rows for tables, and what was found.
public func fillTables(
  in data: Value, schema: Schema, load: (TableRequest) -> (FileTable?, [Diagnostic])
) -> (Value, [Diagnostic]) {
  withoutActuallyEscaping(load) { load in
    var filler = TableFiller(schema: schema, load: load)
    let filled = filler.fill(data, schema.root)
    return (filled ?? data, filler.diagnostics)
  }
}

/// Walks a plan beside its schema and fills the tables in it.
private struct TableFiller {
  let schema: Schema
  let load: (TableRequest) -> (FileTable?, [Diagnostic])
  var diagnostics: [Diagnostic] = []
  private var path = PlanPath()
  /// The headings of the cells of the table that was read last; nil for a table without cells.
  private var cellHeads: [FileTable.Cell]?

  init(schema: Schema, load: @escaping (TableRequest) -> (FileTable?, [Diagnostic])) {
    self.schema = schema
    self.load = load
  }

  /// A value with its tables filled; nil when there are none in it.
  mutating func fill(_ value: Value, _ id: SchemaNode.ID) -> Value? {
    let node = schema[id]
    switch value.content {
    case .map(let map):
      if let items = rows(of: node), let file = map[TableRequest.fileKey],
        mayNameRows(file, items)
      {
        return Value(.list(table(map, items)), at: value.place)
      }
      var entries = map.entries
      var isChanged = false
      for index in entries.indices {
        guard let child = child(entries[index].key, of: node) else { continue }
        path.enter(entries[index].key)
        cellHeads = nil
        if let filled = fill(entries[index].value, child) {
          entries[index].value = filled
          isChanged = true
        }
        path.leave()
        if let heads = cellHeads, let columns = columns(heads, for: node, besides: map) {
          entries.append(columns)
        }
      }
      return isChanged ? Value(.map(Map(entries: entries)), at: value.place) : nil
    case .list(let list):
      guard let items = node.items else { return nil }
      var list = list
      var isChanged = false
      for index in list.indices {
        path.enter(index)
        if let filled = fill(list[index], items) {
          list[index] = filled
          isChanged = true
        }
        path.leave()
      }
      return isChanged ? Value(.list(list), at: value.place) : nil
    case .scalar, .null: return nil
    }
  }

  private func child(_ key: String, of node: SchemaNode) -> SchemaNode.ID? {
    if let property = node.property(key) { return property }
    if case .node(let id) = node.additionalProperties { return id }
    return nil
  }

  /// The node of the rows, where a node takes a list of maps and a map is nothing else to it.
  private func rows(of node: SchemaNode) -> SchemaNode? {
    guard node.types.contains(.array), !node.types.contains(.object), !node.isProse,
      let items = node.items.map({ schema[$0] }), items.types.contains(.object)
    else { return nil }
    return items
  }

  /// Whether what stands under `fil` may be a file of rows: where a row has that key itself, as a
  /// picture has, only by the file's name.
  private func mayNameRows(_ file: Value, _ row: SchemaNode) -> Bool {
    guard row.property(TableRequest.fileKey) != nil, let name = file.scalar?.text.lowercased()
    else { return true }
    return TableRequest.fileEndings.contains { name.hasSuffix($0) }
  }

  // MARK: Rows

  private mutating func table(_ map: Map, _ items: SchemaNode) -> [Value] {
    let (request, faults) = TableRequest.read(map)
    report(faults)
    guard let request else { return [] }
    let (table, found) = load(request)
    report(found)
    guard let table else { return [] }
    var keys: [String?] = []
    let before = diagnostics.count
    let cells = items.properties.first { schema[$0.node].format == .celler }?.name
    for cell in table.head {
      if let cells {
        let isKnown = cell.text != cells && items.property(cell.text) != nil
        keys.append(isKnown ? cell.text : cells)
        continue
      }
      let key = key(for: cell, items)
      if key == nil { report([.unknownColumn(cell, of: items, schema)]) }
      if let key, let first = keys.firstIndex(of: key) {
        report([.sameKey(cell, key, first: table.head[first])])
      }
      keys.append(key)
    }
    let missing = items.required.filter { !keys.contains($0) }
    // A heading that is not known may be the one that is missing.
    if !keys.contains(nil) {
      for key in missing { report([.missingColumn(key, items, schema, at: table.head[0].place)]) }
    }
    guard diagnostics.count == before else { return [] }
    cellHeads = cells.map { cells in zip(keys, table.head).filter { $0.0 == cells }.map(\.1) }
    return table.rows.map { row in
      var entries = zip(keys, row).enumerated().compactMap { column, pair -> Map.Entry? in
        guard let key = pair.0, key != cells, !pair.1.isBlank else { return nil }
        let value = items.property(key).flatMap { schema[$0].list(in: pair.1.value) }
        return Map.Entry(
          key: key, keyPlace: table.head[column].place, value: value ?? pair.1.value)
      }
      if let cells {
        let values = zip(keys, row).filter { $0.0 == cells }.map(\.1.value)
        entries.append(
          Map.Entry(
            key: cells, keyPlace: row[0].place, value: Value(.list(values), at: row[0].place)))
      }
      return Value(.map(Map(entries: entries)), at: row[0].place)
    }
  }

  /// The columns of a table with such headings, where its schema has columns and the plan does not.
  private func columns(
    _ heads: [FileTable.Cell], for node: SchemaNode, besides map: Map
  ) -> Map.Entry? {
    guard let property = node.properties.first(where: { schema[$0.node].format == .kolumner }),
      map[property.name] == nil, let place = heads.first?.place
    else { return nil }
    let item = schema[property.node].items.map { schema[$0] }
    let columns = heads.map { head in
      // A column that has keys of its own is called by the first of them.
      guard item?.types.contains(.object) == true, let key = item?.properties.first?.name else {
        return head.value
      }
      let entry = Map.Entry(key: key, keyPlace: head.place, value: head.value)
      return Value(.map(Map(entries: [entry])), at: head.place)
    }
    return Map.Entry(
      key: property.name, keyPlace: place, value: Value(.list(columns), at: place))
  }

  /// The key that a heading means: the schema's own, or the one with such a title; where other keys
  /// are allowed, the heading itself.
  private func key(for cell: FileTable.Cell, _ items: SchemaNode) -> String? {
    for property in items.properties where cell.text.isSameHead(as: property.name) {
      return property.name
    }
    for property in items.properties where cell.text.isSameHead(as: schema[property.node].title) {
      return property.name
    }
    if case .forbidden = items.additionalProperties { return nil }
    return cell.text
  }

  private mutating func report(_ found: [Diagnostic]) {
    for var finding in found {
      let path = path.description
      if finding.path == nil, !path.isEmpty { finding.path = path }
      diagnostics.append(finding)
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownColumn(
    _ cell: FileTable.Cell, of items: SchemaNode, _ schema: Schema
  ) -> Diagnostic {
    let names = items.properties.flatMap { property in
      let title = schema[property.node].title
      return title.isEmpty || title.isSameHead(as: property.name)
        ? [property.name] : [property.name, title]
    }
    let near = nearest(to: cell.text, among: names)
    let known = items.properties.map(\.name).joined(separator: ", ")
    var diagnostic = Diagnostic(
      .error, .unknownColumn,
      Message(sv: "okänd rubrik {0}", en: "unknown heading {0}", Wording(quoting: cell.text)),
      at: cell.place)
    if let near {
      diagnostic.endColumn = Int(cell.place.column) + cell.text.unicodeScalars.count
      diagnostic.fixes = [
        Fix(
          Message(sv: "menade du '\(near)'?", en: "did you mean '\(near)'?"), replacement: near)
      ]
    } else {
      diagnostic.notes = [
        Note(
          Message(sv: "kolumnerna kan vara \(known)", en: "the columns may be \(known)"))
      ]
    }
    return diagnostic
  }

  fileprivate static func sameKey(
    _ cell: FileTable.Cell, _ key: String, first: FileTable.Cell
  ) -> Diagnostic {
    Diagnostic(
      .error, .duplicateHead,
      Message(
        sv: "{0} och {1} är båda kolumnen '\(key)'; ta bort den ena",
        en: "{0} and {1} are both the column '\(key)'; take one of them away",
        Wording(quoting: first.text), Wording(quoting: cell.text)),
      at: cell.place,
      notes: [
        .init(Message(sv: "den första står här", en: "the first stands here"), at: first.place)
      ]
    )
  }

  fileprivate static func missingColumn(
    _ key: String, _ items: SchemaNode, _ schema: Schema, at place: Place
  ) -> Diagnostic {
    let title = items.property(key).map { schema[$0].title } ?? ""
    let names = title.isEmpty || title.isSameHead(as: key) ? "'\(key)'" : "'\(key)' ('\(title)')"
    return Diagnostic(
      .error, .missingKey,
      Message(
        sv: "kolumnen \(names) saknas bland rubrikerna",
        en: "the column \(names) is missing among the headings"), at: place)
  }
}
