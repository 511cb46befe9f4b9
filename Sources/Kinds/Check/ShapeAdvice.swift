import Diagnostics
import Input

/// What to write in place of a value of the wrong shape.
extension PlanChecker {
  /// Notes on a value that has none of its node's shapes.
  func advice(on value: Value, _ node: SchemaNode) -> [Diagnostic.Note] {
    switch value.content {
    case .map(let map):
      guard node.types.contains(.array) else { return [] }
      // {2024: 80}, where a list has an entry for each year.
      if let first = map.entries.first, isYear(first.key), let items = node.items,
        let text = first.value.scalar?.text,
        let entry = entry(saying: text, in: self[items], year: first.key)
      {
        return [.yearly("- {\(entry)}")]
      }
      let isEntry = node.items.map { items in
        map.entries.contains { self[items].property($0.key) != nil }
      }
      return isEntry == true ? [.aloneInList] : [.lists]
    case .list:
      if node.isProse { return [.proseWithDashes] }
      // [Skatter, 1, 2], where a row has its cells under a key.
      let cells = node.properties.first { self[$0.node].format == .celler }
      if path.entry != nil, let cells { return [.entry("- \(cells.name): […]")] }
      return node.types.contains(.object) ? [.maps] : []
    case .scalar(let scalar):
      if node.types.contains(.array), let items = node.items {
        return entry(saying: scalar.text, in: self[items]).map { [.entry("- \($0)")] } ?? [.lists]
      }
      if path.entry != nil {
        return entry(saying: scalar.text, in: node).map { [.entry("- \($0)")] } ?? []
      }
      return keys(saying: scalar.text, in: node).map { [.keys($0)] } ?? []
    case .null: return []
    }
  }

  /// The key of a table whose list of rows may come from a file.
  func rows(of node: SchemaNode) -> String? {
    node.properties.first { property in
      let list = self[property.node]
      return list.types.contains(.array) && list.format != .kolumner
        && list.items.map { self[$0].types.contains(.object) } == true
    }?.name
  }

  private subscript(id: SchemaNode.ID) -> SchemaNode { schema[id] }

  /// A list's entry with a text under the key that it most likely belongs under, and with its year
  /// where entries have one: `rubrik: Inledning`, `{år: 2024, värde: 80}`.
  private func entry(saying text: String, in node: SchemaNode, year: String? = nil) -> String? {
    if node.types.contains(.string), text.isEasilyWritten { return text }
    let taking = node.properties.filter { property in
      let types = self[property.node].types
      return types.contains(.string) || types.contains(.number)
    }
    let isRequired = { (property: SchemaNode.Property) in node.required.contains(property.name) }
    // A point of an agenda, where its groups of points are.
    if year == nil, !taking.contains(where: isRequired),
      let list = node.properties.first(where: isRequired), let items = self[list.node].items,
      let inner = entry(saying: text, in: self[items])
    {
      return "\(list.name): [{\(inner)}]"
    }
    guard let key = taking.first(where: isRequired) ?? taking.first else { return nil }
    let written = text.isEasilyWritten ? text : "…"
    let yearKey = node.properties.first { self[$0.node].format == .år && $0.name != key.name }
    guard let yearKey else { return year == nil ? "\(key.name): \(written)" : nil }
    let example = year ?? self[yearKey.node].examples.first?.scalar?.text ?? "2024"
    let pair = "\(yearKey.name): \(example), \(key.name): \(written)"
    return year == nil ? "{\(pair)}" : pair
  }

  /// The keys that a map must have, where there are more than one.
  ///
  /// A text that stands in place of the map is most likely the value of the first:
  /// `{fil: …, beskrivning: …}`.
  private func keys(saying text: String, in node: SchemaNode) -> String? {
    guard node.required.count > 1 else { return nil }
    let pairs = node.required.enumerated().map { number, key in
      "\(key): \(number == 0 && text.isEasilyWritten ? text : "…")"
    }
    return "{\(pairs.joined(separator: ", "))}"
  }

  private func isYear(_ key: String) -> Bool {
    key.count == 4 && key.utf8.allSatisfy { (48...57).contains($0) }
  }
}

extension String {
  /// Whether it can stand after a key as it is, in a message too.
  fileprivate var isEasilyWritten: Bool {
    let most = 40
    return !isEmpty && count <= most
      && unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || "0123456789 %".unicodeScalars.contains($0)
      }
  }
}

extension Diagnostic.Note {
  fileprivate static let lists = Diagnostic.Note(
    Message(
      sv: "varje post i en lista börjar med '- '", en: "each entry of a list begins with '- '"))

  fileprivate static let aloneInList = Diagnostic.Note(
    Message(
      sv: "det är en post i listan: skriv '- ' framför den, eller [ ] omkring",
      en: "this is an entry of the list: write '- ' before it, or [ ] around it"))

  fileprivate static let maps = Diagnostic.Note(
    Message(
      sv: "nycklarna ska stå utan '- ' framför", en: "the keys stand without '- ' before them"))

  fileprivate static let proseWithDashes = Diagnostic.Note(
    Message(
      sv: "löpande text med streck skrivs efter '|', på indragna rader under nyckeln",
      en: "prose with dashes is written after '|', on indented lines below the key"))

  fileprivate static func entry(_ example: String) -> Diagnostic.Note {
    Diagnostic.Note(
      Message(
        sv: "skriv posten så: \(example)", en: "write the entry like this: \(example)"))
  }

  fileprivate static func keys(_ example: String) -> Diagnostic.Note {
    Diagnostic.Note(
      Message(sv: "skriv så: \(example)", en: "write it like this: \(example)"))
  }

  fileprivate static func yearly(_ example: String) -> Diagnostic.Note {
    Diagnostic.Note(
      Message(
        sv: "skriv en rad för varje år: \(example)",
        en: "write a line for each year: \(example)"))
  }
}
