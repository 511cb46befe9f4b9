public import Diagnostics
public import Geometry

/// A picture or a chart with what is said of it.
public struct Figure: Hashable, Sendable {
  /// How wide the figure is.
  public enum Width: Hashable, Sendable {
    /// As the reading column.
    case column
    /// As the whole text area.
    case full
    /// As the margin column.
    case margin
    /// Just so wide.
    case fixed(Length)
    /// A share of the reading column, in parts of one.
    case share(Double)
  }

  /// What of the picture is seen.
  public struct Crop: Hashable, Sendable {
    /// The height of what is seen, in parts of its width; nil for the whole picture's.
    public var ratio: Double?
    /// The point that stays in sight, in parts of the picture's width from its left.
    public var x: Double
    /// The point that stays in sight, in parts of the picture's height from its top.
    public var y: Double

    /// A crop from its parts.
    public init(ratio: Double? = nil, x: Double = 0.5, y: Double = 0.5) {
      self.ratio = ratio
      self.x = x
      self.y = y
    }
  }

  /// What a figure shows.
  public enum Content: Hashable, Sendable {
    /// A picture from a file.
    case picture(Picture)
    /// Numbers that are drawn.
    case chart(Chart)
  }

  /// What it shows.
  public var content: Content
  /// The picture; nil for a chart.
  public var picture: Picture? { if case .picture(let picture) = content { picture } else { nil } }
  /// The chart; nil for a picture.
  public var chart: Chart? { if case .chart(let chart) = content { chart } else { nil } }
  /// The picture's file, as it is shown to the user; empty for a chart.
  public var path: String { picture?.path ?? "" }
  /// What it shows, in words, for those who do not see it; empty where that is not said.
  public var alternate: String
  /// Its number as it is printed before the caption, `Figur 2`; nil for none.
  public var label: RichText?
  /// Its caption; nil for none.
  public var caption: RichText?
  /// Who made it, set after the caption; nil where that is not said.
  public var credit: RichText?
  /// How wide it is.
  public var width: Width
  /// What of it is seen.
  public var crop: Crop
  /// Whether text may go before it where its place would leave a hole at a page's foot.
  public var mayFloat: Bool
  /// What references call it by; empty for none.
  public var id: String
  /// Where it was asked for.
  public var place: Place

  /// A figure of a picture from its parts.
  public init(
    picture: Picture, alternate: String, label: RichText? = nil, caption: RichText? = nil,
    credit: RichText? = nil, width: Width = .column, crop: Crop = Crop(), mayFloat: Bool = true,
    id: String = "", place: Place = .none
  ) {
    self.init(
      .picture(picture), alternate: alternate, label: label, caption: caption, credit: credit,
      width: width, crop: crop, mayFloat: mayFloat, id: id, place: place)
  }

  /// A figure from its parts.
  public init(
    _ content: Content, alternate: String, label: RichText? = nil, caption: RichText? = nil,
    credit: RichText? = nil, width: Width = .column, crop: Crop = Crop(), mayFloat: Bool = true,
    id: String = "", place: Place = .none
  ) {
    self.content = content
    self.alternate = alternate
    self.label = label
    self.caption = caption
    self.credit = credit
    self.width = width
    self.crop = crop
    self.mayFloat = mayFloat
    self.id = id
    self.place = place
  }
}
