public import Geometry

/// How charts are drawn.
///
/// Their words are set in the paragraph styles `chart-label` and `chart-value`, or, in a theme
/// without them, as those of cells.
public struct ChartStyle: Hashable, Sendable {
  /// Where the caption of a chart stands.
  public enum CaptionPlace: String, Hashable, Sendable, CaseIterable {
    case above, below
  }

  /// The inks of series, in order; further series begin again.
  ///
  /// Each stands out from the ground, and neighbours differ in lightness, so that they are told apart
  /// in grey print and by those who do not see colours.
  public var series: [Colour] = [
    Colour(red: 0x0B, green: 0x4A, blue: 0x63), Colour(red: 0xDD, green: 0x7A, blue: 0x1E),
    Colour(red: 0x85, green: 0x52, blue: 0xA6), Colour(red: 0x8E, green: 0x93, blue: 0x98),
    Colour(red: 0x7A, green: 0x1F, blue: 0x2B), Colour(red: 0x4D, green: 0x8B, blue: 0x57),
  ]
  /// The line that a target or a limit is.
  public var level = RuleStyle(
    thickness: .points(0.9), colour: Colour(red: 0x1D, green: 0x1D, blue: 0x1B))
  /// The line that bars stand on, and the one at nothing.
  public var axis = RuleStyle(
    thickness: .points(0.7), colour: Colour(red: 0x57, green: 0x57, blue: 0x54))
  /// The lines at the axis' numbers.
  public var grid = RuleStyle(
    thickness: .points(0.35), colour: Colour(red: 0xD3, green: 0xD3, blue: 0xCD))
  /// How thick the line of a series is.
  public var line = Length.points(1.6)
  /// How large the mark at a value is.
  public var marker = Length.points(4.6)
  /// How high the area is that values are drawn in, of lines and columns.
  public var height = Length.millimetres(52)
  /// From one bar to the next.
  public var barPitch = Length.points(17)
  /// How much of the room from one bar to the next the bar takes, in parts of one.
  public var barShare = 0.66
  /// Where the caption stands.
  public var caption = CaptionPlace.above

  /// The usual look.
  public init() {}
}
