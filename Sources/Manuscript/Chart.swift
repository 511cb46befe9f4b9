public import Geometry
public import Swedish

/// Numbers to be drawn: series over categories, with their unit, a target and limits.
///
/// It says what is to be shown and not where; the room `Charts` turns it into lines and bars. Every
/// series has one value for each category.
public struct Chart: Hashable, Sendable {
  /// What values are drawn as.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Points joined by lines, from left to right.
    case line
    /// Upright bars.
    case columns
    /// Bars from left to right, one below another.
    case bars
    /// One bar that is divided among the categories of the first series.
    case share
    /// A line without words, as low as a line of text: for a cell.
    case sparkline
  }

  /// How the bars of a category stand.
  public enum Stacking: String, Hashable, Sendable, CaseIterable {
    /// Beside one another.
    case grouped
    /// On one another.
    case stacked
    /// On one another, all as long as the whole that they are parts of.
    case full
  }

  /// How readers get at the numbers themselves.
  public enum DataTable: String, Hashable, Sendable, CaseIterable {
    /// In a table below the chart.
    case below
    /// In the chart's words for those who do not see it, and in a table that a page on the web opens.
    case hidden
    /// Not at all.
    case none
  }

  /// Values that belong together, one for each category.
  public struct Series: Hashable, Sendable {
    /// What they are called; empty for nothing.
    public var name: String
    /// The values; nil for one that is missing.
    public var values: [Amount?]

    /// A series from its parts.
    public init(name: String, values: [Amount?]) {
      self.name = name
      self.values = values
    }
  }

  /// A value that others are held against: a target, a limit.
  public struct Level: Hashable, Sendable {
    /// What it is called.
    public var name: String
    /// The value.
    public var amount: Amount

    /// A level from its parts.
    public init(name: String, amount: Amount) {
      self.name = name
      self.amount = amount
    }
  }

  /// What values are drawn as.
  public var kind: Kind
  /// How the bars of a category stand.
  public var stacking: Stacking
  /// What the values of each series stand for, in order.
  public var categories: [String]
  /// The series, in the order they are read.
  public var series: [Series]
  /// What the values are counted in; empty for nothing.
  public var unit: String
  /// What the values are to reach; nil for nothing.
  public var target: Level?
  /// Values that should not be passed.
  public var limits: [Level]
  /// Whether the axis of lines begins at nothing; nil for where that leaves the lines their shape.
  ///
  /// Bars always begin there.
  public var startsAtZero: Bool?
  /// How high the area is that values are drawn in; nil for as high as the theme has it.
  public var height: Length?
  /// How readers get at the numbers themselves.
  public var dataTable: DataTable
  /// The signs that numbers are printed with.
  public var numbers: NumberStyle
  /// Whether what is said of it is said in Swedish; else in English.
  public var isSwedish: Bool

  /// A chart from its parts.
  public init(
    kind: Kind, stacking: Stacking = .grouped, categories: [String], series: [Series],
    unit: String = "", target: Level? = nil, limits: [Level] = [], startsAtZero: Bool? = nil,
    height: Length? = nil, dataTable: DataTable = .hidden, numbers: NumberStyle = .printed,
    isSwedish: Bool = true
  ) {
    self.kind = kind
    self.stacking = stacking
    self.categories = categories
    self.series = series
    self.unit = unit
    self.target = target
    self.limits = limits
    self.startsAtZero = startsAtZero
    self.height = height
    self.dataTable = dataTable
    self.numbers = numbers
    self.isSwedish = isSwedish
  }

  /// Whether every value is missing.
  public var isBlank: Bool { series.allSatisfy { $0.values.allSatisfy { $0 == nil } } }

  /// The target and the limits.
  public var levels: [Level] { (target.map { [$0] } ?? []) + limits }
}
