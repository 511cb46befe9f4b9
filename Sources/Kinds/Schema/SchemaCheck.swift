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
  /// The ids of what it finds that lets no document be written, as they are written.
  public var stops: [Scalar]
  /// The paths of what a plan must have, all of it, for these to stop it.
  public var stopsWhen: [Scalar]
  /// Where the name stands.
  public var place: Place

  /// The keys that are no arguments of the check.
  static let ownKeywords = ["check", "stops", "stops-when"]

  /// A check from its parts.
  public init(
    name: String, arguments: [Map.Entry], stops: [Scalar] = [], stopsWhen: [Scalar] = [],
    place: Place
  ) {
    self.name = name
    self.arguments = arguments
    self.stops = stops
    self.stopsWhen = stopsWhen
    self.place = place
  }
}
