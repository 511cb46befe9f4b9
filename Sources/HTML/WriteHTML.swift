public import Manuscript

/// Writes a document as one self-contained page for the web.
///
/// The page holds the document's whole text in reading order, with the elements that say what each
/// block is: headings, lists, tables with the scope of their heads, notes with links both ways. It
/// loads nothing and runs nothing. It is written so that it is well-formed XML too.
///
/// - Parameters:
///   - document: The document, as it is laid out for print.
///   - options: What the theme and the printed pages give.
///   - drawing: Draws a chart as SVG, with what is said in its place; without it charts are tables.
/// - Returns: The page's text, to be stored as UTF-8.
public func writeHTML(
  _ document: Document, options: HTMLOptions, drawing: ((Chart, String) -> String)? = nil
) -> String {
  var writer = HTMLWriter(document: document, options: options, drawing: drawing)
  return writer.write()
}

/// A page under way.
struct HTMLWriter {
  let document: Document
  let options: HTMLOptions
  /// Draws a chart as SVG.
  let drawing: ((Chart, String) -> String)?
  /// The words that the page itself says, in the document's language.
  let words: PageWords
  /// How many levels headings are moved down, since the title is a heading above them.
  let headingShift: Int
  /// The text so far.
  var text = ""
  /// How many times each note has been called so far.
  var calls: [Int]
  /// The notes that have been set.
  var settledNotes: Set<Int> = []
  /// How many tables of contents, and lists of tables and figures, have been written.
  var contentsWritten = 0
  /// How many tables have been written.
  var tableCount = 0

  init(
    document: Document, options: HTMLOptions, drawing: ((Chart, String) -> String)? = nil
  ) {
    self.document = document
    self.options = options
    self.drawing = drawing
    words = PageWords(language: document.metadata.language)
    calls = Array(repeating: 0, count: document.notes.count)
    headingShift = document.hasTitleOnCover ? 1 : 0
  }

  mutating func write() -> String {
    let metadata = document.metadata
    text += "<!DOCTYPE html>\n<html"
    attribute("lang", metadata.language)
    text += " xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n<meta charset=\"utf-8\"/>\n"
    text += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
    text += "<meta name=\"color-scheme\" content=\"light\"/>\n"
    element("title") { $0.escape(metadata.title) }
    text += "\n"
    for (name, value) in [
      ("author", metadata.author), ("description", metadata.subject),
      ("date", metadata.date ?? ""),
    ] where !value.isEmpty {
      text += "<meta name=\"\(name)\""
      attribute("content", value)
      text += "/>\n"
    }
    text += "<style>\n\(Self.style(accent: options.accent, tint: options.tint))</style>\n</head>\n"
    text += "<body>\n<a class=\"skip\" href=\"#\(Self.mainID)\">\(words.skip)</a>\n"
    var blocks = document.blocks[...]
    if case .cover(let cover)? = blocks.first {
      write(cover)
      blocks.removeFirst()
    }
    text += "<main id=\"\(Self.mainID)\">\n"
    for block in blocks { write(block) }
    writeNotes(style: "note")
    text += "</main>\n</body>\n</html>\n"
    return text
  }

  /// The id of what the skip link leads to; headings' ids never begin with a low line.
  private static let mainID = "_main"

  // MARK: Writing

  /// Writes an element on its own, with what is inside.
  mutating func element(
    _ name: String, _ attributes: [(String, String)] = [], _ inside: (inout HTMLWriter) -> Void
  ) {
    text += "<\(name)"
    for (name, value) in attributes { attribute(name, value) }
    text += ">"
    inside(&self)
    text += "</\(name)>"
  }

  /// Writes an attribute, unless it is empty.
  mutating func attribute(_ name: String, _ value: String) {
    guard !value.isEmpty else { return }
    text += " \(name)=\""
    escape(value)
    text += "\""
  }

  /// Writes characters so that none of them is taken for markup.
  mutating func escape(_ characters: some StringProtocol) {
    for scalar in characters.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\u{2028}": text += "<br/>"
      // What neither HTML nor XML lets a document hold.
      case "\u{0}"..."\u{8}", "\u{B}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": break
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}

/// The words of a page that no document holds.
struct PageWords {
  /// The link past the navigation.
  var skip: String
  /// What leads from a note to the place that calls it.
  var back: String
  /// What the notes are called to those who listen.
  var notes: String
  /// What a table of contents without a title is called to them.
  var contents: String
  /// What a table without a caption is called to them.
  var table: String
  /// What opens the table of a chart's numbers.
  var numbers: String

  init(language: String) {
    if language == "sv" || language.hasPrefix("sv-") {
      skip = "Till innehållet"
      back = "Tillbaka till texten"
      notes = "Noter"
      contents = "Innehåll"
      table = "Tabell"
      numbers = "Siffrorna i en tabell"
    } else {
      skip = "Skip to content"
      back = "Back to the text"
      notes = "Notes"
      contents = "Contents"
      table = "Table"
      numbers = "The numbers in a table"
    }
  }
}

extension Document {
  /// Whether the document begins with a cover that says its title, which is then the page's one
  /// first-level heading.
  fileprivate var hasTitleOnCover: Bool {
    guard case .cover(let cover)? = blocks.first else { return false }
    return cover.parts.contains { $0.name == Cover.Part.title && !$0.text.isEmpty }
  }
}

extension Cover.Part {
  /// The name of the part that is the document's title.
  static let title = "title"
}
