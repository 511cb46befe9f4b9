import Diagnostics

/// Settles the `$ref`s of a schema's nodes.
///
/// A `$ref` alone becomes its target's number; one with a title, a description, a default,
/// examples or a shared list of its own becomes a copy of the target with those in place of the
/// target's. The copy's parts are the target's parts, so a schema that leads back to itself stays
/// finite.
struct SchemaReferences {
  /// A node that stands for another.
  struct Reference {
    /// Where it leads: `#/$defs/mål`.
    var target: String
    /// Where that is written.
    var place: Place
    /// The node there, once it has been looked for.
    var node: Int?
    /// Whether the node has words of its own beside the reference.
    var hasOwnWords: Bool
  }

  /// The nodes; after resolving, their parts lead straight to what they stand for.
  private(set) var nodes: [SchemaNode]
  /// What was wrong with the references.
  private(set) var diagnostics: [Diagnostic] = []
  private let root: Int
  private let definitions: [SchemaNode.Property]
  private var references: [Int: Reference]

  /// The nodes that were read, of which those under `$defs`, and those that are references.
  init(
    nodes: [SchemaNode], root: Int, definitions: [SchemaNode.Property],
    references: [Int: Reference]
  ) {
    self.nodes = nodes
    self.root = root
    self.definitions = definitions
    self.references = references
  }

  /// Settles all references, and gives the index of what the root stands for.
  mutating func resolve() -> Int {
    // Before any node has the parts of another.
    references = references.mapValues { reference in
      var found = reference
      found.node = node(at: reference.target)
      return found
    }
    let targets = nodes.indices.map { settle($0, path: []) }
    for index in nodes.indices { redirect(index, targets) }
    return targets[root]
  }

  /// The node at a pointer into the file, `#/$defs/mål/properties/namn`.
  private func node(at pointer: String) -> Int? {
    var parts = pointer.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map(Substring.init)[...]
    guard parts.popFirst() == "#" else { return nil }
    var node = root
    while let keyword = parts.popFirst() {
      let next: SchemaNode.ID?
      switch keyword {
      case "properties": next = parts.popFirst().flatMap { nodes[node].property($0.unescaped) }
      case "$defs" where node == root:
        let name = parts.popFirst()?.unescaped
        next = definitions.first { $0.name == name }?.node
      case "items": next = nodes[node].items
      case "additionalProperties":
        if case .node(let id) = nodes[node].additionalProperties { next = id } else { next = nil }
      default: next = nil
      }
      guard let next else { return nil }
      node = next.index
    }
    return node
  }

  /// The index of the node that a node stands for, itself for most.
  private mutating func settle(_ index: Int, path: [Int]) -> Int {
    guard let reference = references[index] else { return index }
    guard !path.contains(index) else {
      diagnostics.append(.circularReference(reference.target, at: reference.place))
      references[index] = nil
      return index
    }
    guard let found = reference.node else {
      diagnostics.append(
        .unknownReference(
          reference.target, known: definitions.map { "/$defs/" + $0.name }.sorted(),
          at: reference.place))
      references[index] = nil
      return index
    }
    let target = settle(found, path: path + [index])
    guard reference.hasOwnWords, references[index] != nil else { return target }
    let own = nodes[index]
    nodes[index] = nodes[target]
    nodes[index].original = own.defaultValue == nil ? .init(index: target) : nil
    nodes[index].place = own.place
    if !own.title.isEmpty { nodes[index].title = own.title }
    if !own.description.isEmpty { nodes[index].description = own.description }
    if own.defaultValue != nil { nodes[index].defaultValue = own.defaultValue }
    if !own.examples.isEmpty { nodes[index].examples = own.examples }
    if own.shared != nil { nodes[index].shared = own.shared }
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
}

extension Substring {
  /// A part of a pointer as its key is written in the file: `~1` is a slash, `~0` a tilde.
  fileprivate var unescaped: String {
    guard utf8.contains(UInt8(ascii: "~")) else { return String(self) }
    var result = ""
    var rest = self
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
