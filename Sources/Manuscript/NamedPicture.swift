public import Diagnostics
public import Geometry

/// A picture that the document has and the theme gives a place: on the cover, in the margin.
public struct NamedPicture: Hashable, Sendable {
  /// The picture.
  public var picture: Picture
  /// The picture's file, as it is shown to the user.
  public var path: String { picture.path }
  /// What it shows, in words; empty for mere decoration.
  public var alternate: String
  /// The point that stays in sight where it is cut.
  public var crop: Figure.Crop
  /// Where it was asked for.
  public var place: Place

  /// A picture from its parts.
  public init(
    picture: Picture, alternate: String = "", crop: Figure.Crop = Figure.Crop(),
    place: Place = .none
  ) {
    self.picture = picture
    self.alternate = alternate
    self.crop = crop
    self.place = place
  }
}
