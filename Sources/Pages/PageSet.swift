public import Geometry

/// A document laid out: its pages and what goes with them into the file.
///
/// The words that the pages place stand in the `WordTable` that layout used.
public struct PageSet: Sendable {
  /// An entry of the outline (bookmarks).
  public struct OutlineEntry: Hashable, Sendable {
    /// 1 for the outermost; never more than one deeper than the entry before.
    public var level: Int
    /// The words.
    public var title: String
    /// Where it leads.
    public var destination: Destination

    /// An entry from its parts.
    public init(level: Int, title: String, destination: Destination) {
      self.level = level
      self.title = title
      self.destination = destination
    }
  }

  /// A place that links lead to.
  public struct Destination: Hashable, Sendable {
    /// The page's index, from 0.
    public var page: Int
    /// The place on it that comes to the top of the window.
    public var point: Point

    /// A destination from its parts.
    public init(page: Int, point: Point) {
      self.page = page
      self.point = point
    }
  }

  /// What the file says about itself.
  public struct Metadata: Hashable, Sendable {
    /// The title.
    public var title: String
    /// Who publishes it.
    public var author: String
    /// What it is about; empty for nothing.
    public var subject: String
    /// The language, as BCP 47.
    public var language: String
    /// The day it was made in ISO 8601; nil for none.
    public var date: String?
    /// What the file is an extract of; nil when it is none.
    public var extract: Extract?

    /// What an extract repeats, so that the two can be compared when both have gone their ways.
    public struct Extract: Hashable, Sendable {
      /// The key and the name of the part: `paragraf 159`.
      public var part: String
      /// The SHA-256 of the part as the source holds it, in hexadecimal figures.
      public var digest: String

      /// An extract from its parts.
      public init(part: String, digest: String) {
        self.part = part
        self.digest = digest
      }
    }

    /// Metadata from its parts.
    public init(
      title: String, author: String, subject: String, language: String, date: String?,
      extract: Extract? = nil
    ) {
      self.extract = extract
      self.title = title
      self.author = author
      self.subject = subject
      self.language = language
      self.date = date
    }
  }

  /// The pages.
  public var pages: [Page]
  /// The tree of meaning.
  public var structure: StructureTree
  /// The outline, in order.
  public var outline: [OutlineEntry]
  /// Where each named block stands, sorted by name.
  public var destinations: [String: Destination]
  /// What the file says about itself.
  public var metadata: Metadata
  /// How many pages each named part has.
  public var partLengths: [String: Int] = [:]

  /// A laid-out document from its parts.
  public init(
    pages: [Page], structure: StructureTree, outline: [OutlineEntry],
    destinations: [String: Destination], metadata: Metadata
  ) {
    self.pages = pages
    self.structure = structure
    self.outline = outline
    self.destinations = destinations
    self.metadata = metadata
  }
}
