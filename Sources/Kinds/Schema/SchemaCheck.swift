public import Diagnostics
public import Input

/// A named check as a schema asks for it: `{"check": "target-years", "values": "**.målvärde"}`.
///
/// Which names there are and what their arguments mean is not known here: the checks themselves
/// stand in a room that reads these.
public struct SchemaCheck: Sendable {
  /// The check's name.
  public var name: String
  /// The other keys, in the schema's order.
  public var arguments: [Map.Entry]
  /// Where the name stands.
  public var place: Place

  /// A check from its parts.
  public init(name: String, arguments: [Map.Entry], place: Place) {
    self.name = name
    self.arguments = arguments
    self.place = place
  }
}
