import Diagnostics
import Input

/// Reads the value of a schema file into the nodes of a `Schema`.
///
/// A `$ref` may lead forwards or back to where it stands, so reading has two passes: the first
/// reads every node and remembers what each `$ref` asks for, the second settles the references. A
/// `$ref` alone becomes its target's number; one with a title, a description, a default or examples
/// of its own becomes a copy of the target with those words in place of the target's.
struct SchemaReader {
  /// A node that stands for another.
  private struct Reference {
    var target: String
    var place: Place
    /// Whether the node has words of its own beside the reference.
    var hasOwnWords: Bool
  }

  private var nodes: [SchemaNode] = []
  private var references: [Int: Reference] = [:]
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
    let targets = nodes.indices.map { settle($0, path: []) }
    for index in nodes.indices { redirect(index, targets) }
    return (Schema(id: id, root: .init(index: targets[root]), nodes: nodes), diagnostics)
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
    case .schema, .id, .definitions: break
    case .reference:
      if let target = text(value, keyword: name) {
        references[index] = Reference(target: target, place: value.place, hasOwnWords: false)
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
      if (try? Regex(pattern)) == nil {
        diagnostics.append(.unreadablePattern(pattern, at: value.place))
      } else {
        nodes[index].pattern = pattern
      }
    case .defaultValue: nodes[index].defaultValue = value
    case .examples: nodes[index].examples = list(value, keyword: name)
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

  // MARK: References

  /// The index of the node that a node stands for, itself for most.
  private mutating func settle(_ index: Int, path: [Int]) -> Int {
    guard let reference = references[index] else { return index }
    guard !path.contains(index) else {
      diagnostics.append(.circularReference(reference.target, at: reference.place))
      references[index] = nil
      return index
    }
    guard reference.target.hasPrefix("#"),
      let found = pointers[String(reference.target.dropFirst()).unescapedPointer]
    else {
      let known = pointers.keys.filter {
        $0.hasPrefix("/$defs/") && $0.split(separator: "/").count == 2
      }
      diagnostics.append(
        .unknownReference(reference.target, known: known.sorted(), at: reference.place))
      references[index] = nil
      return index
    }
    let target = settle(found, path: path + [index])
    guard reference.hasOwnWords, references[index] != nil else { return target }
    let own = nodes[index]
    nodes[index] = nodes[target]
    nodes[index].place = own.place
    if !own.title.isEmpty { nodes[index].title = own.title }
    if !own.description.isEmpty { nodes[index].description = own.description }
    if own.defaultValue != nil { nodes[index].defaultValue = own.defaultValue }
    if !own.examples.isEmpty { nodes[index].examples = own.examples }
    references[index] = nil
    return index
  }

  /// Lets a node's parts lead straight to what they stand for.
  private mutating func redirect(_ index: Int, _ targets: [Int]) {
    func target(_ id: SchemaNode.ID) -> SchemaNode.ID { .init(index: targets[id.index]) }
    nodes[index].items = nodes[index].items.map(target)
    for property in nodes[index].properties.indices {
      nodes[index].properties[property].node = target(nodes[index].properties[property].node)
    }
    if case .node(let id) = nodes[index].additionalProperties {
      nodes[index].additionalProperties = .node(target(id))
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

/// The keywords of JSON Schema that we read: these and no others.
private enum Keyword: String, CaseIterable {
  case schema = "$schema"
  case id = "$id"
  case definitions = "$defs"
  case reference = "$ref"
  case title, description, type, properties, required, additionalProperties, items, pattern
  case enumeration = "enum"
  case format, examples
  case defaultValue = "default"

  /// What may stand in the same node as a `$ref`.
  static let besideReference: Set<String> = [
    "$ref", "$schema", "$id", "$defs", "title", "description", "default", "examples",
  ]

  /// Whether the keyword may stand in the schema's root, or elsewhere.
  func mayStand(atRoot isRoot: Bool) -> Bool {
    switch self {
    case .schema, .id, .definitions: isRoot
    default: true
    }
  }
}

extension String {
  /// The last part of a pointer, to name a node by.
  fileprivate var lastPart: String {
    split(separator: "/").last.map(String.init) ?? "schema"
  }

  /// A pointer as its parts are written in the file: `~1` is a slash, `~0` a tilde.
  fileprivate var unescapedPointer: String {
    var result = ""
    var rest = self[...]
    while let tilde = rest.firstIndex(of: "~") {
      result += rest[..<tilde]
      let after = rest[tilde...].dropFirst()
      switch after.first {
      case "1": result += "/"
      case "0": result += "~"
      default: result += "~" + after.prefix(1)
      }
      rest = after.dropFirst()
    }
    return result + rest
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

  fileprivate static func unknownReference(
    _ target: String, known: [String], at place: Place
  ) -> Diagnostic {
    let list = known.map { "#" + $0 }.joined(separator: ", ")
    return Diagnostic(
      .error, .wrongSchemaReference,
      Message(
        sv: "$ref '\(target)' finns inte i schemat; där finns \(list)",
        en: "$ref '\(target)' is not in the schema; there are \(list)"), at: place)
  }

  fileprivate static func circularReference(_ target: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongSchemaReference,
      Message(
        sv: "$ref '\(target)' leder tillbaka till sig själv utan att ange vad värdet är",
        en: "$ref '\(target)' leads back to itself without saying what the value is"), at: place)
  }
}

extension [Diagnostic.Fix] {
  /// The word that was most likely meant, as a question: its characters may stand in quotes.
  fileprivate static func nearest(to word: String, among known: [String]) -> [Diagnostic.Fix] {
    guard let near = Diagnostics.nearest(to: word, among: known) else { return [] }
    return [.init(Message(sv: "menade du '\(near)'?", en: "did you mean '\(near)'?"))]
  }
}
