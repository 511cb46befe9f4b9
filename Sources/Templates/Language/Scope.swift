import Kinds

/// Where names are looked up while a template is checked: the items that the flow has entered.
///
/// A frame stands for an item of a list, or an object, that a control has entered; the outermost is
/// the plan itself. A frame that inner ones hide altogether is dropped, and a part sees only those
/// that it may name something of: so a part that uses itself for a tree has few scopes, however deep
/// the tree is and in whatever order its levels stand.
struct Scope: Hashable {
  /// One thing that has been entered.
  struct Frame: Hashable {
    /// What it is called from further in: the last part of the path that was entered.
    var name: String
    /// What it is.
    var shape: Shape
  }

  /// What a value is known to be.
  enum Shape: Hashable {
    /// What a node of the schema says.
    case node(SchemaNode.ID)
    /// A group of items that have a value in common.
    case group(key: String, value: SchemaNode.ID, item: SchemaNode.ID)
    /// The items of a group.
    case items(of: SchemaNode.ID)
    /// Anything: the schema leaves it open.
    case any
  }

  /// The name by which the items of a group are reached.
  static let groupItems = "items"

  /// The frames, outermost first; never empty.
  var frames: [Frame]

  /// The scope of the whole plan.
  init(root: SchemaNode.ID) { frames = [Frame(name: "", shape: .node(root))] }

  /// The scope inside one more thing, and which of the frames are kept; nil for all of them.
  func entering(
    _ frame: Frame, _ schema: Schema, _ names: inout PropertyNames
  ) -> (scope: Scope, kept: [Int]?) {
    var kept: [Int] = []
    var hidden = names.names(of: frame.shape, schema)
    var called = [frame.name]
    for index in frames.indices.reversed() {
      let outer = frames[index]
      let own = names.names(of: outer.shape, schema)
      let isReached =
        !own.isSubset(of: hidden) || outer.shape == .any
        || !(outer.name.isEmpty || called.contains(outer.name))
      if isReached || index == 0 {
        kept.append(index)
        hidden.formUnion(own)
        called.append(outer.name)
      }
    }
    kept.reverse()
    var scope = self
    scope.frames = kept.map { frames[$0] } + [frame]
    return (scope, kept.count == frames.count ? nil : kept)
  }

  /// The scope as a part sees it that looks up no names but some, and which of the frames it keeps;
  /// nil for all of them.
  ///
  /// In two scopes that look the same to a part, all its names mean the same. What a schema calls a
  /// value makes no difference to it, nor does the name of a list that it does not mention. Where a path goes on
  /// after its first name, a frame that has the name may yet lack the rest, so that it hides none
  /// further out.
  func seen(
    by mentioned: MentionedNames, _ schema: Schema, _ names: inout PropertyNames
  ) -> (scope: Scope, kept: [Int]?) {
    var kept: [Int] = []
    var seen: [Frame] = []
    var found = NameSet()
    for index in frames.indices.reversed() {
      var frame = frames[index]
      let own = names.names(of: frame.shape, schema)
      let isCalled =
        !frame.name.isOneWord || mentioned.heads.contains(names.number(of: frame.name))
      let isSeen =
        isCalled || kept.isEmpty || schema.hasAnyName(frame.shape)
        || own.intersects(mentioned.words, outside: found)
        || own.intersects(mentioned.heads) || own.intersects(names.phrases)
      found.formUnion(own)
      guard isSeen else { continue }
      if !isCalled { frame.name = "" }
      frame.shape = schema.unnamed(frame.shape)
      kept.append(index)
      seen.append(frame)
    }
    var scope = self
    scope.frames = seen.reversed()
    return (scope, kept.count == frames.count ? nil : kept.reversed())
  }
}

extension Schema {
  /// The names that a value of a shape has.
  func propertyNames(of shape: Scope.Shape) -> [String] {
    switch shape {
    case .node(let id): self[id].properties.map(\.name)
    case .group(let key, _, _): [key, Scope.groupItems]
    case .items, .any: []
    }
  }

  /// The shape without what the schema calls it: that of all values that differ in words alone.
  func unnamed(_ shape: Scope.Shape) -> Scope.Shape {
    if case .node(let id) = shape { .node(self[id].original ?? id) } else { shape }
  }

  /// What a named part of a value is; nil if it has none of that name.
  func property(_ name: String, of shape: Scope.Shape) -> Scope.Shape? {
    switch shape {
    case .node(let id):
      let node = self[id]
      if let property = node.property(name) { return .node(property) }
      switch node.additionalProperties {
      case .allowed: return .any
      case .node(let other): return .node(other)
      case .forbidden:
        return node.types.isEmpty && node.properties.isEmpty && node.items == nil ? .any : nil
      }
    case .group(let key, let value, let item):
      if name == key { return .node(value) }
      return name == Scope.groupItems ? .items(of: item) : nil
    case .items: return nil
    case .any: return .any
    }
  }

  /// Whether a value of a shape may have parts of names that the schema does not tell.
  func hasAnyName(_ shape: Scope.Shape) -> Bool { property("", of: shape) != nil }

  /// What the items of a list are; nil if a value of the shape is never a list.
  func item(of shape: Scope.Shape) -> Scope.Shape? {
    switch shape {
    case .node(let id):
      let node = self[id]
      guard node.allows(.array) else { return nil }
      if let items = node.items { return .node(items) }
      return node.types.contains(.array) || node.properties.isEmpty ? .any : nil
    case .items(let id): return .node(id)
    case .group: return nil
    case .any: return .any
    }
  }

  /// Whether a value of the shape can be a text or a number.
  func mayBeScalar(_ shape: Scope.Shape) -> Bool {
    switch shape {
    case .node(let id):
      let node = self[id]
      let shapes: [SchemaNode.ValueType] = [.string, .number, .integer, .boolean]
      if node.types.isEmpty { return node.properties.isEmpty }
      return node.types.contains(where: shapes.contains)
    case .any: return true
    case .group, .items: return false
    }
  }

  /// Whether a value of the shape can hold named values.
  func mayBeObject(_ shape: Scope.Shape) -> Bool {
    switch shape {
    case .node(let id): self[id].types.contains(.object) || !self[id].properties.isEmpty
    case .group, .any: true
    case .items: false
    }
  }

  /// The node that tells of a value, where there is one.
  func node(of shape: Scope.Shape) -> SchemaNode? {
    if case .node(let id) = shape { self[id] } else { nil }
  }
}
