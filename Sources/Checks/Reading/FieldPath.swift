import Kinds

/// A way into a plan: keys from the outside in, `paragrafer.omröstning.ja`.
///
/// Lists are gone into by themselves, each entry in its turn. `**` is any depth: `**.mätetal` is every
/// `mätetal` of a goal tree, however deep.
public struct FieldPath: Hashable, Sendable {
  /// One step inwards.
  enum Step: Hashable, Sendable {
    case key(String)
    case anyDepth
  }

  /// The steps.
  let steps: [Step]
  /// The path as it was written.
  public let text: String

  /// Reads a path; nil for one with nothing between two points.
  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.text = text
    steps = parts.map { $0 == "**" ? .anyDepth : .key(String($0)) }
  }

  /// The nodes of a schema that a path leads to from some others.
  func nodes(from start: [SchemaNode.ID], of schema: Schema) -> Result {
    var nodes = start
    for step in steps {
      switch step {
      case .anyDepth: nodes = reachable(from: nodes, of: schema)
      case .key(let key):
        let maps = entries(of: nodes, schema)
        var next: [SchemaNode.ID] = []
        for map in maps {
          let node = schema[map]
          if let property = node.property(key) {
            next.append(property)
          } else if case .node(let id) = node.additionalProperties {
            next.append(id)
          } else if case .allowed = node.additionalProperties {
            return .anything
          }
        }
        guard !next.isEmpty else {
          return .unknown(key, among: maps.flatMap { schema[$0].properties.map(\.name) })
        }
        nodes = next.unique
      }
    }
    return .nodes(nodes)
  }

  /// Where a path leads.
  enum Result {
    case nodes([SchemaNode.ID])
    /// Where the schema allows any keys, and so cannot tell.
    case anything
    /// A step that leads nowhere, and what could have stood there.
    case unknown(String, among: [String])
  }

  /// The nodes themselves, or those of their entries where they are lists.
  private func entries(of nodes: [SchemaNode.ID], _ schema: Schema) -> [SchemaNode.ID] {
    closure(of: nodes) { id in schema[id].items.map { [$0] } ?? [] }
  }

  /// The nodes and all that are in them, at any depth.
  private func reachable(from nodes: [SchemaNode.ID], of schema: Schema) -> [SchemaNode.ID] {
    closure(of: nodes) { id in
      let node = schema[id]
      var inner: [SchemaNode.ID] = []
      if case .node(let other) = node.additionalProperties { inner.append(other) }
      if let items = node.items { inner.append(items) }
      return inner + node.properties.map(\.node).reversed()
    }
  }

  /// The nodes and all that a step from node to node leads to, each once.
  private func closure(
    of nodes: [SchemaNode.ID], step: (SchemaNode.ID) -> [SchemaNode.ID]
  ) -> [SchemaNode.ID] {
    var seen: Set<SchemaNode.ID> = []
    var result: [SchemaNode.ID] = []
    var rest = Array(nodes.reversed())
    while let id = rest.popLast() {
      guard seen.insert(id).inserted else { continue }
      result.append(id)
      rest += step(id)
    }
    return result
  }
}

extension Array where Element: Hashable {
  /// The elements, each at its first place only.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
