public import Geometry
public import Typography

/// A finished page: what is painted, where, and in which role.
///
/// Nothing on it decides anything.
public struct Page: Sendable {
  /// The paper.
  public var size: Size
  /// The number that is printed, from 1; a part may begin anew.
  public var number: Int
  /// In which figures the number is printed.
  public var numbering: PageNumbering = .figures
  /// What is printed before the number and belongs to it: `B` in `B3`.
  public var numberPrefix = ""
  /// What is painted, in order.
  public var items: [PageItem]
  /// The words of the page's runs, pointed into by `GlyphRun.words`.
  public var words: [PlacedWord]

  /// An empty page.
  public init(size: Size, number: Int, items: [PageItem] = [], words: [PlacedWord] = []) {
    self.size = size
    self.number = number
    self.items = items
    self.words = words
  }
}

extension Page {
  /// The number as it is printed, and as readers of the file call the page.
  public var label: String { numberPrefix + numbering.text(of: number) }

  /// Where the leaf ends that begins with an item: the stretch of items in the same role, which are
  /// painted as one piece and marked by one mark in the file.
  public func endOfLeaf(from first: Int) -> Int {
    var end = first + 1
    while end < items.count, items[end].role == items[first].role { end += 1 }
    return end
  }

  /// What is painted between two leaves to tell them apart, and does not come into the finished file:
  /// a square far smaller than anything that is printed.
  public static let leafSeparator = Rect(
    x: .points(1), y: .points(1), width: .points(0.125), height: .points(0.125))
}

/// One thing painted on a page, in its role.
public struct PageItem: Hashable, Sendable {
  /// What is painted.
  public enum Mark: Hashable, Sendable {
    /// Words of one font and colour on one baseline.
    case run(GlyphRun)
    /// The same, turned about the run's origin so that its baseline rises by so much for each step
    /// to the right: 1 for 45 degrees.
    case turned(GlyphRun, slope: Double)
    /// A rectangle filled with a colour; rules are thin rectangles.
    case fill(Rect, Colour)
    /// A rectangle with round corners of a radius, filled with a colour.
    case roundedFill(Rect, radius: Length, Colour)
    /// A shape between corners, filled with a colour.
    case polygon([Point], Colour)
    /// A line through points.
    case stroke(Stroke)
    /// A picture, or the part of it that is seen.
    case picture(PlacedPicture)
  }

  /// What is painted.
  public var mark: Mark
  /// What it is: content of a structure element, or furniture.
  public var role: Role

  /// An item in its role.
  public init(_ mark: Mark, role: Role) {
    self.mark = mark
    self.role = role
  }
}

/// A picture in its place on a page.
public struct PlacedPicture: Hashable, Sendable {
  /// The picture, in the library that the page is painted with.
  public var picture: PictureID
  /// Where the whole picture lies, stretched to fill it.
  public var area: Rect
  /// What is seen of it; what is outside is cut off.
  public var frame: Rect

  /// A picture in its place; without a frame all of it is seen.
  public init(_ picture: PictureID, area: Rect, frame: Rect? = nil) {
    self.picture = picture
    self.area = area
    self.frame = frame ?? area
  }
}

/// Whether a thing belongs to the document's text.
public enum Role: Hashable, Sendable {
  /// It is content of a structure element.
  case content(ElementID)
  /// It is page furniture, outside reading order.
  case artifact(Artifact)
}

/// Kinds of page furniture, as PDF knows them.
public enum Artifact: String, Hashable, Sendable, CaseIterable {
  /// The running head.
  case header
  /// The running foot and folio.
  case footer
  /// Rules, tints, leaders.
  case layout
  /// What a page repeats or says because something goes on from another: table heads, "(forts.)",
  /// carried sums, that a page is meant to be blank.
  case continuation
  /// Words across a page: "Utkast".
  case watermark
  /// Bands of colour behind a page.
  case background
}

/// Words of one font and colour on one baseline.
public struct GlyphRun: Hashable, Sendable {
  /// Where the baseline begins.
  public var origin: Point
  /// The font.
  public var font: FontID
  /// The ink.
  public var colour: Colour
  /// How much wider its letters are drawn, in parts of one; 1 is as they are.
  public var widening: Double
  /// The words, in `Page.words`.
  public var words: Range<Int>

  /// A run from its parts.
  public init(
    origin: Point, font: FontID, colour: Colour, widening: Double = 1,
    words: Range<Int>
  ) {
    self.widening = widening
    self.origin = origin
    self.font = font
    self.colour = colour
    self.words = words
  }
}

/// A word in a run.
public struct PlacedWord: Hashable, Sendable {
  /// From the run's origin to the word's.
  @Compact public var x: Length
  /// The word.
  public var word: WordID
  /// The character after the word that takes room but has no ink: a space within the line and
  /// (so that extracted text keeps words apart) at a line's end, U+00A0 where it was written; nil
  /// where the next word follows at once or the paragraph ends.
  public var spaceAfter: Unicode.Scalar?

  /// A word in its place.
  public init(x: Length, word: WordID, spaceAfter: Unicode.Scalar?) {
    self.x = x
    self.word = word
    self.spaceAfter = spaceAfter
  }
}
