public import Diagnostics

/// Running text with its marks of meaning: one string, and spans over it.
///
/// A line break inside a paragraph is U+2028 in the string. Spans are sorted by where they start
/// and do not overlap; what no span covers is plain.
public struct RichText: Hashable, Sendable {
  /// A stretch of the text that means something more.
  public struct Span: Hashable, Sendable {
    /// First byte, as an offset in the text's UTF-8.
    public var start: Int
    /// The byte after the last.
    public var end: Int
    /// How it is stressed.
    public var marks: Marks
    /// What it leads to, if anything.
    public var target: Target?
    /// Its language where that is not the document's, as BCP 47.
    public var language: String?
    /// What it stands for, if it is an abbreviation; empty for none.
    public var expansion: String
    /// What is said in place of a sign that a voice would read wrongly; empty to read it.
    public var spoken: String

    /// A span from its parts.
    public init(
      start: Int, end: Int, marks: Marks = [], target: Target? = nil, language: String? = nil,
      expansion: String = "", spoken: String = ""
    ) {
      self.expansion = expansion
      self.spoken = spoken
      self.start = start
      self.end = end
      self.marks = marks
      self.target = target
      self.language = language
    }
  }

  /// Ways to stress a stretch of text.
  public struct Marks: OptionSet, Hashable, Sendable {
    /// The ways as bits.
    public var rawValue: UInt8
    /// Ways from their bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Emphasis, set in italics.
    public static let emphasis = Marks(rawValue: 1)
    /// Strong importance, set bold.
    public static let strong = Marks(rawValue: 2)
    /// Raised small figures: a note's mark.
    public static let raised = Marks(rawValue: 4)
    /// A name or code, never normalised or divided.
    public static let verbatim = Marks(rawValue: 8)
  }

  /// What a stretch of text leads to.
  public enum Target: Hashable, Sendable {
    /// An address on the web or a mail address.
    case address(String)
    /// A block of the document, by its id.
    case block(String)
    /// The same, and the stretch is replaced by the number of the page it stands on.
    case page(of: String)
    /// A part of the document, and the stretch is replaced by how many pages it has.
    case pages(of: String)
    /// A note, by its index in `Document.notes`; the stretch is its mark.
    case note(Int)
  }

  /// The characters.
  public var text: String
  /// The stretches that mean more.
  public var spans: [Span]
  /// Where the characters came from.
  public var places: PlaceMap

  /// A text from its parts.
  public init(_ text: String, spans: [Span] = [], places: PlaceMap = .none) {
    self.text = text
    self.spans = spans
    self.places = places
  }

  /// Whether there is nothing to set.
  public var isEmpty: Bool { text.isEmpty }
}
