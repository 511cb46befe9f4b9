/// A document as meaning: blocks in reading order with the names of their styles, and no positions.
public struct Document: Hashable, Sendable {
  /// What the file says about itself.
  public var metadata: Metadata
  /// The blocks, in reading order.
  public var blocks: [Block]
  /// What stands in the margins of every page but the cover.
  public var furniture: Furniture
  /// The word across every page but the cover, such as `UTKAST`; empty for none.
  public var watermark: String
  /// The notes, in the order they are first called.
  public var notes: [Note]
  /// Where notes stand that no table sets under itself.
  public var notePlacement: NotePlacement
  /// The pictures that the theme has places for, by name: `picture` for the cover, `logotype`.
  public var pictures: [String: NamedPicture] = [:]

  /// The name of the cover's picture.
  public static let coverPicture = "picture"
  /// The name of the logotype.
  public static let logotype = "logotype"

  /// A document from its parts.
  public init(
    metadata: Metadata, blocks: [Block], furniture: Furniture = Furniture(),
    watermark: String = "", notes: [Note] = [],
    notePlacement: NotePlacement = .foot
  ) {
    self.metadata = metadata
    self.blocks = blocks
    self.furniture = furniture
    self.watermark = watermark
    self.notes = notes
    self.notePlacement = notePlacement
  }
}

/// What a file says about itself.
public struct Metadata: Hashable, Sendable {
  /// The title.
  public var title: String
  /// Who publishes it.
  public var author: String
  /// What it is about, in a sentence; empty for nothing.
  public var subject: String
  /// The language of its text, as BCP 47.
  public var language: String
  /// The day it was made, as the input gives it (ISO 8601: `2023-11-29` or with a time and zone);
  /// nil for no date in the file.
  public var date: String?

  /// Metadata from its parts.
  public init(
    title: String, author: String = "", subject: String = "", language: String = "sv-SE",
    date: String? = nil
  ) {
    self.title = title
    self.author = author
    self.subject = subject
    self.language = language
    self.date = date
  }
}

/// Where notes stand.
public enum NotePlacement: String, Hashable, Sendable, CaseIterable {
  /// At the foot of the page that calls them.
  case foot
  /// Together, where a `notes` block or the document's end is.
  case end
}

/// A note that a text calls.
public struct Note: Hashable, Sendable {
  /// Its mark: a number or a letter.
  public var mark: String
  /// What it says.
  public var text: RichText

  /// A note from its parts.
  public init(mark: String, text: RichText) {
    self.mark = mark
    self.text = text
  }
}
