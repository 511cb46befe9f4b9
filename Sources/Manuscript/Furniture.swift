/// The running heads and feet.
///
/// In their texts the private-use characters of `Furniture.Field` stand for what only the page
/// knows.
public struct Furniture: Hashable, Sendable {
  /// What a page fills in.
  public enum Field: Character, Sendable, CaseIterable {
    /// The page's number.
    case page = "\u{E000}"
    /// The number of the last page that is counted with it.
    case pages = "\u{E001}"
    /// The text of the last first-level heading on or before the page.
    case chapter = "\u{E002}"
    /// The text of the last second-level heading on or before the page, under the same first-level
    /// one.
    case section = "\u{E003}"
    /// The name of the part that the page belongs to.
    case part = "\u{E004}"
  }

  /// One line in the margin: what stands left, in the middle and right.
  public struct Line: Hashable, Sendable {
    /// Flush left.
    public var left: RichText
    /// Centred.
    public var centre: RichText
    /// Flush right.
    public var right: RichText
    /// The paragraph style; empty for `running-head` above the text and `folio` below it.
    public var style: String

    /// A line from its three texts; the marks of words in them are not kept.
    public init(left: RichText, centre: RichText, right: RichText, style: String = "") {
      self.left = RichText(left.text, places: left.places)
      self.centre = RichText(centre.text, places: centre.places)
      self.right = RichText(right.text, places: right.places)
      self.style = style
    }

    /// A line from three texts that the program made itself.
    public init(left: String = "", centre: String = "", right: String = "", style: String = "") {
      self.init(
        left: RichText(left), centre: RichText(centre), right: RichText(right), style: style)
    }
  }

  /// What stands above and below the text of a page.
  public struct Margins: Hashable, Sendable {
    /// The lines above the text, from the top down.
    public var head: [Line]
    /// The lines below the text, from the top down.
    public var foot: [Line]

    /// Margins from their lines.
    public init(head: [Line] = [], foot: [Line] = []) {
      self.head = head
      self.foot = foot
    }
  }

  /// What stands on every page that has nothing of its own.
  public var usual: Margins
  /// What stands on the first page; nil for the same as on the others.
  public var first: Margins?
  /// What stands on left-hand pages; nil for the same as on right-hand ones.
  public var left: Margins?

  /// Furniture from its margins.
  public init(_ usual: Margins = Margins(), first: Margins? = nil, left: Margins? = nil) {
    self.usual = usual
    self.first = first
    self.left = left
  }

  /// Furniture of one line above and one below the text of every page.
  public init(head: Line = Line(), foot: Line = Line()) {
    self.init(Margins(head: head == Line() ? [] : [head], foot: foot == Line() ? [] : [foot]))
  }
}
