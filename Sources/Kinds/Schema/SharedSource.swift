public import Diagnostics

/// Where a value of a plan may be borrowed from: a list in the organisation's file.
///
/// In a schema it is `"shared": {"from": "uppdrag", "key": "hämta"}`. On a map it says that the key's
/// text is the `id` of an entry in that list, whose keys the map has where it does not write them
/// itself; on a list it says that entries of that list follow, those whose key the plan's own
/// entries do not have.
public struct SharedSource: Sendable {
  /// The key in the organisation's file that holds the list.
  public var list: String
  /// The key that says which entry is meant, or by which entries of two lists are told apart.
  public var key: String
  /// Where it stands in the schema.
  public var place: Place

  /// The key that names an entry in the organisation's file.
  public static let identity = "id"
}
