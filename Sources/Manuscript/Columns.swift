public import Geometry

/// Blocks in columns side by side, whose last ends are balanced.
public struct Columns: Hashable, Sendable {
  /// How many columns there are.
  public var count: Int
  /// Between two columns; nil for the theme's.
  public var gutter: Length?
  /// What stands in them.
  public var blocks: [Block]

  /// Columns from their parts.
  public init(count: Int, gutter: Length? = nil, blocks: [Block]) {
    self.count = count
    self.gutter = gutter
    self.blocks = blocks
  }
}
