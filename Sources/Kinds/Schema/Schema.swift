public import Diagnostics
public import Input

/// What the plans of one kind may contain: nodes in an arena, so that a local `$ref` may lead back
/// to where it stands and a goal tree may be of any depth.
public struct Schema: Sendable {
  /// The kind's name and version, `verksamhetsplan@1`, from `$id`; nil where the schema has none.
  public var id: String?
  /// The root, a map in every schema of a kind.
  public private(set) var root: SchemaNode.ID
  /// The named checks that plans of the kind have to pass, in the schema's order.
  public var checks: [SchemaCheck]
  /// The keys by which parts of a plan are printed alone, in the schema's order.
  public var extractKeys: [ExtractKey] = []
  /// All nodes, by their index.
  @usableFromInline let nodes: [SchemaNode]

  /// A schema from its arena.
  init(id: String?, root: SchemaNode.ID, nodes: [SchemaNode], checks: [SchemaCheck] = []) {
    self.id = id
    self.checks = checks
    self.root = root
    self.nodes = nodes
  }

  /// A node; inlined, so that none is copied for what is asked of it.
  @inlinable public subscript(id: SchemaNode.ID) -> SchemaNode { nodes[id.index] }

  /// The numbers of all nodes, in the order of the file.
  var ids: [SchemaNode.ID] { nodes.indices.map { SchemaNode.ID(index: $0) } }

  /// The node of a key's value in a map of such a node; nil for a key that it does not know.
  func child(_ key: String, of id: SchemaNode.ID) -> SchemaNode.ID? {
    let node = self[id]
    if let property = node.property(key) { return property }
    if case .node(let id) = node.additionalProperties { return id }
    return nil
  }

  /// The schema of one of its nodes, to check a part of a plan against.
  public func rooted(at node: SchemaNode.ID) -> Schema {
    var part = self
    part.root = node
    return part
  }

  /// The kind's Swedish title.
  public var title: String { self[root].title }

  /// The schema's version: what follows `@` in `$id`.
  public var version: String? {
    guard let id, let at = id.lastIndex(of: "@") else { return nil }
    return String(id[id.index(after: at)...])
  }

  /// Reads a schema from the value of a JSON or YAML file.
  ///
  /// What is wrong in it is told all at once, each fault at its place in the schema: a keyword that
  /// is not ours (`unknown-schema-keyword`), a keyword with a value it cannot have
  /// (`wrong-schema-value`), a `$ref` that leads nowhere (`wrong-schema-reference`). The schema is
  /// nil only where the value is no map; with faults it holds what could be read.
  public static func read(_ value: Value) -> (Schema?, [Diagnostic]) {
    var reader = SchemaReader()
    return reader.readSchema(value)
  }

  /// A kind's schema as one value with those of the kinds that it extends, the lowest first.
  ///
  /// Properties and definitions of the base are there too, and give way to the kind's own of the
  /// same name, which stand whole. What the base requires the kind requires, and its checks too.
  public static func joined(_ layers: [Value]) -> Value? {
    layers.first.map { lowest in
      layers.dropFirst().reduce(lowest) { base, own in
        var own = own
        // That the base is there to be extended says nothing of the kind.
        let base = base.without("abstract")
        own = own.extending(base, joined: ["properties", "$defs"], added: ["required", "checks"])
        return own
      }
    }
  }
}

extension Value {
  /// The map without a key.
  fileprivate func without(_ key: String) -> Value {
    guard var map else { return self }
    map.entries.removeAll { $0.key == key }
    return Value(.map(map), at: place)
  }
}
