/// Keeps a length in half the room, for the words of a document, of which there are millions.
///
/// Lengths up to 2 million points (740 m) are kept exactly. What is longer lies outside any paper and
/// is kept as that.
@propertyWrapper
@frozen
public struct Compact: Hashable, Sendable {
  @usableFromInline var units: Int32

  /// Keeps a length.
  @inlinable public init(wrappedValue: Length) { units = Int32(clamping: wrappedValue.units) }

  /// The length.
  @inlinable public var wrappedValue: Length {
    get { Length(units: Int(units)) }
    set { units = Int32(clamping: newValue.units) }
  }
}
