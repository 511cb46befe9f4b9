public import Diagnostics

/// A value as it was written: raw text, lists and maps, each with its place.
///
/// Nothing is guessed: `2023.15600` keeps its zeros, `13:00` is text and `no` a word. What a scalar
/// means is the schema's to say.
public struct Value: Sendable {
  /// What was written.
  public enum Content: Sendable {
    case scalar(Scalar)
    case list([Value])
    case map(Map)
    /// Nothing: `key:` with no value, `~`, JSON's `null`.
    case null
  }

  /// What was written.
  public var content: Content
  /// Where it begins.
  public var place: Place

  /// A value at its place.
  public init(_ content: Content, at place: Place) {
    self.content = content
    self.place = place
  }
}

/// A scalar as raw text.
public struct Scalar: Sendable {
  /// How it was written; JSON's bare words tell a number from a string.
  public enum Style: Sendable {
    /// YAML without quotes.
    case plain
    /// In quotes, YAML's or JSON's.
    case quoted
    /// A YAML block, `|`.
    case literal
    /// A YAML block, `>`.
    case folded
    /// A JSON number, as its digits stand.
    case jsonNumber
    /// JSON's `true` or `false`.
    case jsonBoolean
    /// From a file named by `{fil: …}`.
    case file
    /// A cell of a table in a file named by `{fil: …}`.
    case cell
  }

  /// The characters.
  public var text: String
  /// How it was written.
  public var style: Style
  /// Where its characters stand in the source.
  public var places: PlaceMap

  /// A scalar from its parts.
  public init(_ text: String, style: Style, places: PlaceMap) {
    self.text = text
    self.style = style
    self.places = places
  }
}

/// A map in the order it was written.
public struct Map: Sendable {
  /// One key with its value.
  public struct Entry: Sendable {
    /// The key.
    public var key: String
    /// Where the key begins, at its quote if it has one.
    public var keyPlace: Place
    /// The first column after the key and its quote; nil where it is not known.
    public var keyEndColumn: Int?
    /// The value.
    public var value: Value

    /// An entry from its parts.
    public init(key: String, keyPlace: Place, keyEndColumn: Int? = nil, value: Value) {
      self.key = key
      self.keyPlace = keyPlace
      self.keyEndColumn = keyEndColumn
      self.value = value
    }
  }

  /// The entries, in the order they were written; no key stands twice.
  public var entries: [Entry]

  /// A map from its entries.
  public init(entries: [Entry]) { self.entries = entries }

  /// The value of a key.
  public subscript(key: String) -> Value? {
    // By index, since an entry is larger than what is asked of it.
    for index in entries.indices where entries[index].key == key { return entries[index].value }
    return nil
  }
}

extension Value {
  /// The map, if it is one.
  public var map: Map? { if case .map(let map) = content { map } else { nil } }
  /// The list, if it is one.
  public var list: [Value]? { if case .list(let list) = content { list } else { nil } }
  /// The scalar, if it is one.
  public var scalar: Scalar? { if case .scalar(let scalar) = content { scalar } else { nil } }
  /// Whether nothing was written.
  public var isNull: Bool { if case .null = content { true } else { false } }
  /// The value of a key, if it is a map that has it.
  public subscript(key: String) -> Value? { map?[key] }
}
