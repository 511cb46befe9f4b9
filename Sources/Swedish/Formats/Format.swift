/// How a value is printed: a named format and what was asked for beside it.
public struct Format: Hashable, Sendable {
  /// The named way of printing.
  public var name: FormatName
  /// Whether the unit that the name implies is printed too ("147,0 mnkr"); else it stands in the
  /// column's head.
  public var printsUnit: Bool
  /// How many decimals to print, rounding halves away from zero; nil for those that were written.
  public var decimals: Int?
  /// Whether a number over zero gets a plus.
  public var printsPlus: Bool

  /// A format from its parts.
  public init(
    _ name: FormatName, printsUnit: Bool = false, decimals: Int? = nil, printsPlus: Bool = false
  ) {
    self.name = name
    self.printsUnit = printsUnit
    self.decimals = decimals
    self.printsPlus = printsPlus
  }
}
