/// A picture, as its number in the library that it was read into.
@frozen
public struct PictureID: Hashable, Sendable {
  /// The picture's index in its library.
  public var index: Int32

  /// A picture from its index.
  @inlinable public init(index: Int32) { self.index = index }
}

/// What has to be known of a picture to give it a place: how large it is, and nothing of its look.
///
/// Sizes are those of the picture upright: a photograph that a camera marked as lying on its side has
/// been turned already.
public struct Picture: Hashable, Sendable {
  /// The kinds of picture files.
  public enum Kind: String, Sendable, CaseIterable {
    case png, jpeg, svg
  }

  /// How many points of colour a picture has.
  public struct Pixels: Hashable, Sendable {
    /// From side to side.
    public var width: Int
    /// From top to bottom.
    public var height: Int

    /// A count in both directions.
    public init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  /// Which it is in its library.
  public var id: PictureID
  /// The file, as it is shown to the user.
  public var path: String
  /// The kind of file.
  public var kind: Kind
  /// Its pixels; nil for a drawing, which is as sharp at every size.
  public var pixels: Pixels?
  /// The size that the file gives it on paper; never empty.
  public var naturalSize: Size

  /// A picture from its parts.
  public init(
    id: PictureID, path: String, kind: Kind, pixels: Pixels?, naturalSize: Size
  ) {
    self.id = id
    self.path = path
    self.kind = kind
    self.pixels = pixels
    self.naturalSize = naturalSize
  }

  /// Pixels to the inch when the whole picture is shown at a size, the fewer of both directions; nil
  /// for a drawing.
  public func resolution(at size: Size) -> Double? {
    guard let pixels, size.width > .zero, size.height > .zero else { return nil }
    let across = Double(pixels.width) / size.width.points
    let down = Double(pixels.height) / size.height.points
    return min(across, down) * 72
  }

  /// The size at a width, in the picture's own proportions.
  public func size(ofWidth width: Length) -> Size {
    let ratio = Double(naturalSize.height.units) / Double(naturalSize.width.units)
    return Size(width: width, height: width.scaled(by: ratio))
  }

  /// The size at a height, in the picture's own proportions.
  public func size(ofHeight height: Length) -> Size {
    let ratio = Double(naturalSize.width.units) / Double(naturalSize.height.units)
    return Size(width: height.scaled(by: ratio), height: height)
  }

  /// The largest size that stands whole inside a frame.
  public func size(inside frame: Size) -> Size {
    let wide = size(ofWidth: frame.width)
    return wide.height <= frame.height ? wide : size(ofHeight: frame.height)
  }

  /// Where the whole picture lies when it fills a frame: in its own proportions, with what does not
  /// fit cut off on both sides of a point of interest.
  ///
  /// - Parameters:
  ///   - frame: What is to be filled.
  ///   - focus: The point that stays in sight, in parts of the picture's width and height from its
  ///     top left; `(0.5, 0.5)` is the middle.
  /// - Returns: The whole picture's rectangle, no smaller than the frame.
  public func area(filling frame: Rect, focus: (x: Double, y: Double) = (0.5, 0.5)) -> Rect {
    let across = Double(frame.size.width.units) / Double(naturalSize.width.units)
    let down = Double(frame.size.height.units) / Double(naturalSize.height.units)
    let scale = max(across, down)
    let size = Size(
      width: max(frame.size.width, naturalSize.width.scaled(by: scale)),
      height: max(frame.size.height, naturalSize.height.scaled(by: scale)))
    /// How far the picture is moved so that the focus is as near the frame's middle as it goes.
    func shift(_ whole: Length, _ seen: Length, _ focus: Double) -> Length {
      let wanted = whole.scaled(by: focus) - seen / 2
      return min(max(wanted, .zero), whole - seen)
    }
    return Rect(
      x: frame.origin.x - shift(size.width, frame.size.width, focus.x),
      y: frame.origin.y - shift(size.height, frame.size.height, focus.y),
      width: size.width, height: size.height)
  }
}
