public import Geometry

/// A colour of the screen's RGB space, eight bits to the channel.
@frozen
public struct Colour: Hashable, Sendable {
  /// The channels, 0 to 255.
  public var red, green, blue: UInt8

  /// A colour from its channels.
  @inlinable public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Black ink.
  @inlinable public static var black: Colour { Colour(red: 0, green: 0, blue: 0) }
}

extension Colour: CustomStringConvertible {
  /// The colour as CSS writes it: `#0b4f6c`.
  public var description: String {
    "#"
      + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// A font as a style asks for it: what the shaper needs to find and size it.
public struct FontRequest: Hashable, Sendable {
  /// The family's name, as `fonts/fonts.yaml` has it.
  public var family: String
  /// The weight, 100 to 900; 400 is regular, 700 bold.
  public var weight: Int
  /// Whether the italic is meant.
  public var isItalic: Bool
  /// The size: the em.
  public var size: Length
  /// OpenType features, written as CSS and HarfBuzz write them: `tnum`, `lnum=1`, `liga=0`.
  public var features: [String]
  /// Extra space after every letter, the word space among them (letterspacing).
  ///
  /// The letters of a spaced word are never joined into one.
  public var tracking: Length

  /// A font from its parts.
  public init(
    family: String, weight: Int = 400, isItalic: Bool = false, size: Length,
    features: [String] = [], tracking: Length = .zero
  ) {
    self.family = family
    self.weight = weight
    self.isItalic = isItalic
    self.size = size
    self.features = features
    self.tracking = tracking
  }
}

/// How a run of characters looks.
public struct TextStyle: Hashable, Sendable {
  /// The font.
  public var font: FontRequest
  /// The ink.
  public var colour: Colour
  /// How far the baseline is raised; negative lowers it.
  public var rise: Length

  /// A text style from its parts.
  public init(
    font: FontRequest, colour: Colour = .black, rise: Length = .zero
  ) {
    self.font = font
    self.colour = colour
    self.rise = rise
  }
}
