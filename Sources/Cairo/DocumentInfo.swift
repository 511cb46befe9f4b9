/// What a PDF file says about itself in its information dictionary.
public struct DocumentInfo: Hashable, Sendable {
  /// The title; empty for none.
  public var title: String
  /// Who publishes it; empty for none.
  public var author: String
  /// What it is about; empty for none.
  public var subject: String
  /// The program that made the document; empty for none.
  public var creator: String
  /// When it was made and last changed; nil for no date in the file.
  public var date: PDFDate?

  /// Information from its parts.
  public init(
    title: String = "", author: String = "", subject: String = "", creator: String = "",
    date: PDFDate? = nil
  ) {
    self.title = title
    self.author = author
    self.subject = subject
    self.creator = creator
    self.date = date
  }
}

/// A date in ISO 8601, with or without a time of day and a zone.
public struct PDFDate: Hashable, Sendable {
  /// The date as it was written: `2023-11-29`, `2023-11-29T10:00:00`, `2023-11-29T10:00:00+01:00`.
  public let text: String

  /// A date from its text.
  ///
  /// - Throws: `CairoError.unreadableDate` when it is written in another way, for Cairo would
  ///   then write nonsense.
  public init(iso8601 text: String) throws(CairoError) {
    let allowed = [
      "9999", "9999-99", "9999-99-99", "9999-99-99T99:99", "9999-99-99T99:99:99",
      "9999-99-99T99:99:99Z", "9999-99-99T99:99:99+99:99",
    ]
    let shape = text.unicodeScalars.map { scalar -> Character in
      switch scalar {
      case "0"..."9": "9"
      default: Character(scalar)
      }
    }
    var pattern = String(shape)
    if shape.count == 25, shape[19] == "-" { pattern = String(shape[..<19]) + "+99:99" }
    guard allowed.contains(pattern), shape.count < 25 || String(shape[20...]) == "99:99" else {
      throw .unreadableDate(text)
    }
    self.text = text
  }
}
