/// How much is read before a file is refused: far more than any plan, less than what hurts.
public struct ReadingLimits: Hashable, Sendable {
  /// The most bytes of a file.
  public var bytes = 32 << 20
  /// The most lists and maps inside one another.
  public var nesting = 1_000
  /// The most values, counted as often as aliases repeat them.
  public var values = 2_000_000

  /// The usual limits.
  public init() {}
}
