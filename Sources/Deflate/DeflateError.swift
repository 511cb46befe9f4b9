/// Why bytes could not be compressed or restored.
public enum DeflateError: Error, Hashable, Sendable {
  /// There is no memory for the tables.
  case noMemory
  /// The bytes are no zlib stream, or a damaged one.
  case damaged
  /// What comes out is longer than the caller allows.
  case tooLong
}
