/// Why bytes could not be compressed or restored.
public enum DeflateError: Error, Hashable, Sendable {
  /// zlib has no memory for its tables.
  case noMemory
  /// The bytes are no zlib stream, or a damaged one.
  case damaged
  /// What comes out is longer than the caller allows.
  case tooLong
}
