public import Geometry

/// How pages of another document are shown small, with lines to write on beside them.
public struct MiniatureStyle: Hashable, Sendable {
  /// How wide a page is made.
  public var width = Length.millimetres(104)
  /// Between a page and the lines beside it, and between pages that belong together.
  public var gap = Length.millimetres(8)
  /// The frame round a page; nil for none.
  public var frame: RuleStyle?
  /// The lines to write on; nil for none.
  public var line: RuleStyle?
  /// From one line to the next.
  public var linePitch = Length.millimetres(8.5)
  /// Space above.
  public var spaceBefore = Length.zero
  /// Space below.
  public var spaceAfter = Length.points(24)

  /// Pages without frames and lines.
  public init() {}
}
