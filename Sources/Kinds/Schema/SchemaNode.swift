public import Diagnostics
public import Input

/// What one value of a plan may be.
public struct SchemaNode: Sendable {
  /// A node's number in its `Schema`; two uses of one `$ref` share it.
  public struct ID: Hashable, Sendable {
    /// The index in the schema's arena.
    @usableFromInline let index: Int
  }

  /// A key of an object.
  public struct Property: Sendable {
    /// The key, as plans write it.
    public var name: String
    /// What its value may be.
    public var node: ID
  }

  /// What an object's other keys may hold.
  public enum AdditionalProperties: Sendable {
    /// Other keys are faults. This holds also where the schema does not say.
    case forbidden
    /// Other keys may hold anything.
    case allowed
    /// Other keys hold values of this node.
    case node(ID)
  }

  /// The shapes a value may have.
  public enum ValueType: String, Sendable, CaseIterable {
    case object, array, string, number, integer, boolean, null
  }

  /// What it is called in Swedish; empty for none.
  public var title: String = ""
  /// What it is for, in Swedish; empty for none.
  public var description: String = ""
  /// The shapes it may have; empty means any.
  public var types: [ValueType] = []
  /// How a scalar is read.
  public var format: ValueFormat?
  /// The keys of an object, in the schema's order.
  public var properties: [Property] = []
  /// The keys that an object must have, in the schema's order.
  public var required: [String] = []
  /// What an object's other keys may hold.
  public var additionalProperties: AdditionalProperties = .forbidden
  /// What the entries of a list may be; nil means anything.
  public var items: ID?
  /// The scalars that are allowed; empty means any.
  public var enumeration: [String] = []
  /// A regular expression that a scalar must match somewhere.
  public var pattern: String?
  /// What the value is where it is not written.
  public var defaultValue: Value?
  /// Values that show how it is written.
  public var examples: [Value] = []
  /// What stands between the entries of a list that is written in one cell of a table; nil for a
  /// list that no cell can hold.
  public var separator: String?
  /// The list of the organisation's file that it may be borrowed from.
  public var shared: SharedSource?
  /// How it is computed where a plan leaves it out.
  public var computed: Computation?
  /// The node that it is a copy of in all but its words; nil for one that is no copy.
  public var original: ID?
  /// Where it stands in the schema.
  public var place: Place

  /// The node of a declared key.
  public func property(_ name: String) -> ID? {
    properties.firstIndex { $0.name == name }.map { properties[$0].node }
  }

  /// Whether a value may have this shape.
  public func allows(_ type: ValueType) -> Bool { types.isEmpty || types.contains(type) }

  /// Whether scalars of it are prose in Markdown, or name a file that holds it.
  public var isProse: Bool { format == .markdown }
}
