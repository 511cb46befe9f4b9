/// How a file is written.
public struct PDFOptions: Hashable, Sendable {
  /// Which standards a file keeps to.
  public enum Profile: Hashable, Sendable {
    /// PDF/A-2a and PDF/UA-1: for the web and most archives.
    case publication
    /// PDF/A-3a and PDF/UA-1: the same with files embedded.
    case archive
    /// PDF/A-2a and PDF/UA-1: the same as for publication, to be printed on both sides at full size.
    case print
  }

  /// Which standards the file keeps to.
  public var profile: Profile
  /// The program's name, as the file's creator and producer.
  public var creator: String
  /// The level of compression, from 1 (fast) to 9 (small).
  public var compression: Int
  /// The files to embed; only the archive's profile may have any.
  public var attachments: [Attachment]

  /// Options from their parts.
  public init(
    profile: Profile = .publication, creator: String = "Sats", compression: Int = 1,
    attachments: [Attachment] = []
  ) {
    self.profile = profile
    self.creator = creator
    self.compression = compression
    self.attachments = attachments
  }
}

/// A file to embed in the document.
public struct Attachment: Hashable, Sendable {
  /// What the file is to the document.
  public enum Relationship: String, Hashable, Sendable {
    /// What the document was made from.
    case source = "Source"
    /// What its tables and charts show.
    case data = "Data"
    /// Something that goes with it.
    case supplement = "Supplement"
  }

  /// The file's name, without folders.
  public var name: String
  /// What is in it, in a sentence.
  public var description: String
  /// Its media type: `text/csv`.
  public var mediaType: String
  /// What it is to the document.
  public var relationship: Relationship
  /// Its bytes.
  public var bytes: [UInt8]

  /// An attachment from its parts.
  public init(
    name: String, description: String, mediaType: String, relationship: Relationship,
    bytes: [UInt8]
  ) {
    self.name = name
    self.description = description
    self.mediaType = mediaType
    self.relationship = relationship
    self.bytes = bytes
  }
}
