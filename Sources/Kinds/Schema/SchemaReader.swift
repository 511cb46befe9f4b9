import Diagnostics
import Input

/// Reads the value of a schema file into the nodes of a `Schema`.
///
/// A `$ref` may lead forwards or back to where it stands, so a first pass reads every node and
/// remembers what each `$ref` asks for, and `SchemaReferences` settles them.
struct SchemaReader {
  private var nodes: [SchemaNode] = []
  private var references: [Int: SchemaReferences.Reference] = [:]
  private var diagnostics: [Diagnostic] = []

  /// Reads the whole schema.
  mutating func readSchema(_ value: Value) -> (Schema?, [Diagnostic]) {
    guard let map = value.map else {
      return (nil, [.wrongValue("schema", wants: .map, at: value.place)])
    }
    // More than most kinds have.
    nodes.reserveCapacity(512)
    references.reserveCapacity(128)
    let root = readNode(value, named: nil)
    let definitions = map["$defs"].map { readNodes(of: $0, keyword: "$defs") } ?? []
    let id = map["$id"].flatMap { text($0, keyword: "$id") }
    let checks = map["checks"].map { self.checks($0) } ?? []
    var references = SchemaReferences(
      nodes: nodes, root: root, definitions: definitions, references: references)
    // The references change their own.
    nodes = []
    let target = references.resolve()
    var schema = Schema(id: id, root: .init(index: target), nodes: references.nodes, checks: checks)
    if let only = map["only"] {
      let (keys, found) = readExtractKeys(only, of: schema)
      schema.extractKeys = keys
      diagnostics += found
    }
    return (schema, diagnostics + references.diagnostics)
  }

  // MARK: Nodes

  /// Reads a node under its key, and all that is in it; the root has none.
  private mutating func readNode(_ value: Value, named name: String?) -> Int {
    let index = nodes.count
    nodes.append(SchemaNode(place: value.place))
    guard let map = value.map else {
      diagnostics.append(.wrongValue(name ?? "schema", wants: .map, at: value.place))
      return index
    }
    for entry in map.entries {
      guard let keyword = Keyword.named[entry.key], keyword.mayStand(atRoot: name == nil) else {
        diagnostics.append(.unknownKeyword(entry))
        continue
      }
      read(keyword, entry.value, into: index)
    }
    if let required = map["required"] { reportUndeclared(required, index) }
    if let reference = references[index] {
      for entry in map.entries where !Keyword.besideReference.contains(entry.key) {
        diagnostics.append(.besideReference(entry.key, reference.target, at: entry.keyPlace))
      }
      references[index]?.hasOwnWords = map.entries.count > 1
    }
    return index
  }

  private mutating func read(_ keyword: Keyword, _ value: Value, into index: Int) {
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
      nodes[index].properties = readNodes(of: value, keyword: name)
    case .required: nodes[index].required = texts(value, keyword: name)
    case .additionalProperties:
      switch value.scalar?.text {
      case "false": nodes[index].additionalProperties = .forbidden
      case "true": nodes[index].additionalProperties = .allowed
      default:
        let node = readNode(value, named: name)
        nodes[index].additionalProperties = .node(.init(index: node))
      }
    case .items:
      nodes[index].items = .init(index: readNode(value, named: name))
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
  private mutating func reportUndeclared(_ required: Value, _ index: Int) {
    guard case .forbidden = nodes[index].additionalProperties else { return }
    for key in required.list ?? [] {
      guard let name = key.scalar?.text, nodes[index].property(name) == nil else { continue }
      diagnostics.append(
        .undeclaredKey(name, among: nodes[index].properties.map(\.name), at: key.place))
    }
  }

  /// The nodes of a map from names to schemas.
  private mutating func readNodes(of value: Value, keyword: String) -> [SchemaNode.Property] {
    guard let map = value.map else {
      diagnostics.append(.wrongValue(keyword, wants: .map, at: value.place))
      return []
    }
    return map.entries.map {
      SchemaNode.Property(
        name: $0.key, node: .init(index: readNode($0.value, named: $0.key)))
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
      let stops = map["stops"].map { list($0, keyword: "stops") } ?? []
      let stopsWhen = map["stops-when"].map { $0.list ?? [$0] } ?? []
      return SchemaCheck(
        name: text, arguments: map.entries.filter { !SchemaCheck.ownKeywords.contains($0.key) },
        stops: stops.compactMap { scalar($0, keyword: "stops") },
        stopsWhen: stopsWhen.compactMap { scalar($0, keyword: "stops-when") },
        place: name.place)
    }
  }

  // MARK: Values of keywords

  private mutating func text(_ value: Value, keyword: String) -> String? {
    scalar(value, keyword: keyword)?.text
  }

  private mutating func scalar(_ value: Value, keyword: String) -> Scalar? {
    if value.scalar == nil {
      diagnostics.append(.wrongValue(keyword, wants: .text, at: value.place))
    }
    return value.scalar
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
    guard let values = value.list else { return word(value, keyword: "type").map { [$0] } ?? [] }
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

  /// The keywords by their names: a schema has a thousand, and there are two dozen.
  static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

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
