import Diagnostics
import Input

/// Reads the value of a schema file into the nodes of a `Schema`.
///
/// A `$ref` may lead forwards or back to where it stands, so a first pass reads every node and
/// remembers what each `$ref` asks for, and `SchemaReferences` settles them.
struct SchemaReader {
  private var nodes: [SchemaNode] = []
  private var references: [Int: SchemaReferences.Reference] = [:]
  /// The node at each pointer into the file, `/$defs/mål/properties/namn`.
  private var pointers: [String: Int] = [:]
  private var diagnostics: [Diagnostic] = []

  /// Reads the whole schema.
  mutating func readSchema(_ value: Value) -> (Schema?, [Diagnostic]) {
    guard let map = value.map else {
      return (nil, [.wrongValue("schema", wants: .map, at: value.place)])
    }
    let root = readNode(value, pointer: "")
    if let definitions = map["$defs"] {
      readNodes(of: definitions, keyword: "$defs", pointer: "/$defs")
    }
    let id = map["$id"].flatMap { text($0, keyword: "$id") }
    let checks = map["checks"].map { self.checks($0) } ?? []
    var references = SchemaReferences(nodes: nodes, references: references, pointers: pointers)
    let target = references.resolve(root)
    var schema = Schema(id: id, root: .init(index: target), nodes: references.nodes, checks: checks)
    if let only = map["only"] {
      let (keys, found) = readExtractKeys(only, of: schema)
      schema.extractKeys = keys
      diagnostics += found
    }
    return (schema, diagnostics + references.diagnostics)
  }

  // MARK: Nodes

  private mutating func readNode(_ value: Value, pointer: String) -> Int {
    let index = nodes.count
    nodes.append(SchemaNode(place: value.place))
    pointers[pointer] = index
    guard let map = value.map else {
      diagnostics.append(.wrongValue(pointer.lastPart, wants: .map, at: value.place))
      return index
    }
    for entry in map.entries {
      guard let keyword = Keyword(rawValue: entry.key), keyword.mayStand(atRoot: pointer.isEmpty)
      else {
        diagnostics.append(.unknownKeyword(entry))
        continue
      }
      read(keyword, entry.value, into: index, pointer: pointer)
    }
    reportUndeclared(map["required"], nodes[index])
    if let reference = references[index] {
      for entry in map.entries where !Keyword.besideReference.contains(entry.key) {
        diagnostics.append(.besideReference(entry.key, reference.target, at: entry.keyPlace))
      }
      references[index]?.hasOwnWords = map.entries.count > 1
    }
    return index
  }

  private mutating func read(
    _ keyword: Keyword, _ value: Value, into index: Int, pointer: String
  ) {
    let name = keyword.rawValue
    switch keyword {
    case .schema, .id, .definitions, .extends, .abstract, .checks, .only: break
    case .reference:
      if let target = text(value, keyword: name) {
        references[index] = .init(target: target, place: value.place, hasOwnWords: false)
      }
    case .title: nodes[index].title = text(value, keyword: name) ?? ""
    case .description: nodes[index].description = text(value, keyword: name) ?? ""
    case .type: nodes[index].types = types(value)
    case .format: nodes[index].format = word(value, keyword: name)
    case .properties:
      let read = readNodes(of: value, keyword: name, pointer: pointer + "/" + name)
      nodes[index].properties = read.map { .init(name: $0.key, node: .init(index: $0.node)) }
    case .required: nodes[index].required = texts(value, keyword: name)
    case .additionalProperties:
      switch value.scalar?.text {
      case "false": nodes[index].additionalProperties = .forbidden
      case "true": nodes[index].additionalProperties = .allowed
      default:
        let node = readNode(value, pointer: pointer + "/" + name)
        nodes[index].additionalProperties = .node(.init(index: node))
      }
    case .items:
      nodes[index].items = .init(index: readNode(value, pointer: pointer + "/" + name))
    case .enumeration: nodes[index].enumeration = texts(value, keyword: name)
    case .pattern:
      guard let pattern = text(value, keyword: name) else { break }
      if SchemaPattern(pattern) == nil {
        diagnostics.append(.unreadablePattern(pattern, at: value.place))
      } else {
        nodes[index].pattern = pattern
      }
    case .defaultValue: nodes[index].defaultValue = value
    case .examples: nodes[index].examples = list(value, keyword: name)
    case .separator: nodes[index].separator = text(value, keyword: name)
    case .shared:
      let (source, faults) = SharedSource.read(value)
      nodes[index].shared = source
      diagnostics += faults
    case .computed:
      let (computation, faults) = Computation.read(value)
      nodes[index].computed = computation
      diagnostics += faults
    }
  }

  /// Tells of keys that are required but not declared: in a closed object nobody could write them.
  private mutating func reportUndeclared(_ required: Value?, _ node: SchemaNode) {
    guard case .forbidden = node.additionalProperties else { return }
    for key in required?.list ?? [] {
      guard let name = key.scalar?.text, node.property(name) == nil else { continue }
      diagnostics.append(.undeclaredKey(name, among: node.properties.map(\.name), at: key.place))
    }
  }

  /// The nodes of a map from names to schemas.
  @discardableResult
  private mutating func readNodes(
    of value: Value, keyword: String, pointer: String
  ) -> [(key: String, node: Int)] {
    guard let map = value.map else {
      diagnostics.append(.wrongValue(keyword, wants: .map, at: value.place))
      return []
    }
    return map.entries.map {
      ($0.key, readNode($0.value, pointer: pointer + "/" + $0.key))
    }
  }

  // MARK: Checks

  /// The named checks, `[{"check": "name", …}]`.
  private mutating func checks(_ value: Value) -> [SchemaCheck] {
    list(value, keyword: "checks").compactMap { entry in
      guard let map = entry.map else {
        diagnostics.append(.wrongValue("checks", wants: .map, at: entry.place))
        return nil
      }
      guard let name = map["check"] else {
        diagnostics.append(.namelessCheck(at: entry.place))
        return nil
      }
      guard let text = text(name, keyword: "check") else { return nil }
      return SchemaCheck(
        name: text, arguments: map.entries.filter { $0.key != "check" }, place: name.place)
    }
  }

  // MARK: Values of keywords

  private mutating func text(_ value: Value, keyword: String) -> String? {
    if let scalar = value.scalar { return scalar.text }
    diagnostics.append(.wrongValue(keyword, wants: .text, at: value.place))
    return nil
  }

  private mutating func list(_ value: Value, keyword: String) -> [Value] {
    if let list = value.list { return list }
    diagnostics.append(.wrongValue(keyword, wants: .list, at: value.place))
    return []
  }

  private mutating func texts(_ value: Value, keyword: String) -> [String] {
    list(value, keyword: keyword).compactMap { text($0, keyword: keyword) }
  }

  private mutating func types(_ value: Value) -> [SchemaNode.ValueType] {
    let values = value.list ?? [value]
    return values.compactMap { word($0, keyword: "type") }
  }

  /// A word out of a closed list.
  private mutating func word<Word: RawRepresentable & CaseIterable>(
    _ value: Value, keyword: String
  ) -> Word? where Word.RawValue == String {
    guard let text = text(value, keyword: keyword) else { return nil }
    if let word = Word(rawValue: text) { return word }
    diagnostics.append(
      .unknownWord(text, keyword: keyword, known: Word.allCases.map(\.rawValue), at: value.place))
    return nil
  }
}

/// The keywords of JSON Schema that we read, and those of kinds: these and no others.
private enum Keyword: String, CaseIterable {
  case schema = "$schema"
  case id = "$id"
  case definitions = "$defs"
  case checks
  case reference = "$ref"
  case title, description, type, properties, required, additionalProperties, items, pattern
  case enumeration = "enum"
  case format, examples
  case separator, shared, computed
  case defaultValue = "default"
  /// The kind that this one extends, and whether it is only there to be extended: read before.
  case extends, abstract
  /// Which parts of a plan are printed alone: read when all nodes are there.
  case only

  /// What may stand in the same node as a `$ref`.
  static let besideReference: Set<String> = [
    "$ref", "$schema", "$id", "$defs", "checks", "title", "description", "default", "examples",
    "shared",
  ]

  /// Whether the keyword may stand in the schema's root, or elsewhere.
  func mayStand(atRoot isRoot: Bool) -> Bool {
    switch self {
    case .schema, .id, .definitions, .extends, .abstract, .checks, .only: isRoot
    default: true
    }
  }
}

extension String {
  /// The last part of a pointer, to name a node by.
  fileprivate var lastPart: String {
    split(separator: "/").last.map(String.init) ?? "schema"
  }

}

extension Diagnostic {
  fileprivate enum Wanted { case map, list, text }

  fileprivate static func wrongValue(
    _ keyword: String, wants: Wanted, at place: Place
  ) -> Diagnostic {
    let (sv, en) =
      switch wants {
      case .map: ("en uppsättning nycklar", "a map")
      case .list: ("en lista", "a list")
      case .text: ("en text", "text")
      }
    return Diagnostic(
      .error, .wrongSchemaValue,
      Message(sv: "'\(keyword)' i schemat ska vara \(sv)", en: "'\(keyword)' should be \(en)"),
      at: place)
  }

  fileprivate static func unknownKeyword(_ entry: Map.Entry) -> Diagnostic {
    let known = Keyword.allCases.map(\.rawValue)
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .error, .unknownSchemaKeyword,
      Message(
        sv: "okänt nyckelord '\(entry.key)' i schemat; det som läses är \(list)",
        en: "unknown schema keyword '\(entry.key)'; those that are read are \(list)"),
      at: entry.keyPlace, fixes: .nearest(to: entry.key, among: known))
  }

  fileprivate static func undeclaredKey(
    _ key: String, among declared: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, .wrongSchemaValue,
      Message(
        sv: "'\(key)' krävs men finns inte i properties",
        en: "'\(key)' is required but not in properties"), at: place,
      fixes: .nearest(to: key, among: declared))
  }

  fileprivate static func besideReference(
    _ keyword: String, _ target: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, .unknownSchemaKeyword,
      Message(
        sv: "'\(keyword)' kan inte stå bredvid $ref; skriv det i \(target)",
        en: "'\(keyword)' cannot stand beside $ref; write it in \(target)"), at: place)
  }

  fileprivate static func namelessCheck(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongSchemaValue,
      Message(
        sv: "'check' saknas: kontrollens namn", en: "'check' is missing: the name of the check"),
      at: place)
  }

  fileprivate static func unreadablePattern(_ pattern: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongSchemaValue,
      Message(
        sv: "'\(pattern)' går inte att läsa som reguljärt uttryck",
        en: "'\(pattern)' cannot be read as a regular expression"), at: place)
  }

  fileprivate static func unknownWord(
    _ word: String, keyword: String, known: [String], at place: Place
  ) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .error, .wrongSchemaValue,
      Message(
        sv: "'\(keyword)' i schemat ska vara något av \(list), fann '\(word)'",
        en: "'\(keyword)' should be one of \(list), found '\(word)'"), at: place,
      fixes: .nearest(to: word, among: known))
  }

}

extension [Diagnostic.Fix] {
  /// The word that was most likely meant, as a question: its characters may stand in quotes.
  fileprivate static func nearest(to word: String, among known: [String]) -> [Diagnostic.Fix] {
    guard let near = Diagnostics.nearest(to: word, among: known) else { return [] }
    return [.init(Message(sv: "menade du '\(near)'?", en: "did you mean '\(near)'?"))]
  }
}
