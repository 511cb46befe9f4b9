public import Diagnostics
public import Pages
public import Typography

/// A finished file read back.
public struct FinishedFile: Sendable {
  /// The file as text: what it says about itself, fonts, bookmarks, and the structure tree with all
  /// that is read, in reading order.
  public var report: String
  /// What is wrong with it; its own place is the page.
  public var findings: [Diagnostic]
  /// How many pages it has.
  public var pageCount: Int
  /// The text in reading order, as the structure tree gives it.
  public var text: String
  /// What the file is an extract of; nil when it is none.
  public var extract: PageSet.Metadata.Extract?
}

/// Reads a finished file and checks what a reader with a screen reader, and an archive, need of it.
///
/// Beside much that validators check too, it sees what they do not: that the marks, the tree and the
/// way back agree; that nothing is painted outside of them; that tables are whole and headed; that
/// bookmarks are the headings; that all glyphs say their characters.
///
/// Anybody's file may be read. One that cannot be opened has one finding that says why.
///
/// - Parameters:
///   - bytes: the file.
///   - expected: the text that the file must hold in its reading order; white space and soft hyphens
///     are not compared. Nil compares nothing.
/// - Returns: what it holds and what is wrong with it.
public func readPDF(_ bytes: [UInt8], expecting expected: String? = nil) -> FinishedFile {
  var document: ReadDocument
  do throws(PDFError) {
    document = try ReadDocument(bytes)
  } catch {
    let finding = Diagnostic(.error, .pdfUnreadable, .unreadable(error))
    return FinishedFile(report: "", findings: [finding], pageCount: 0, text: "")
  }
  document.checkFile()
  document.checkMarks()
  document.checkStructure()
  document.checkTables()
  document.checkLinks()
  document.checkAttachments()
  let text = document.readingText
  if let expected { document.compare(text, with: expected) }
  return FinishedFile(
    report: document.describe(), findings: document.findings, pageCount: document.pages.count,
    text: text, extract: document.extract)
}

extension PageSet {
  /// The text that the pages hold, in the reading order of their structure tree: what a file made of
  /// them must give back.
  public func readingText(words: WordTable) -> String {
    /// The pieces of each element's own text, with the place of each among all pieces.
    var pieces: [Int32: [(place: Int, text: String)]] = [:]
    var place = 0
    for page in pages {
      for item in page.items {
        guard case .content(let element) = item.role, case .run(let run) = item.mark else {
          continue
        }
        var text = ""
        for placed in page.words[run.words] {
          text += words.string(of: placed.word)
          if let space = placed.spaceAfter { text.unicodeScalars.append(space) }
        }
        pieces[element.index, default: []].append((place, text))
        place += 1
      }
    }
    /// Where the first piece in an element stands; nil for an empty one.
    func start(of id: ElementID) -> Int? {
      let own = pieces[id.index]?.first?.place
      let inner = structure[id].children.compactMap { start(of: $0) }.min()
      return [own, inner].compactMap { $0 }.min()
    }
    var text = ""
    func read(_ id: ElementID) {
      let own = pieces[id.index] ?? []
      var next = 0
      for child in structure[id].children {
        if next < own.count, let begun = start(of: child) {
          while next < own.count, own[next].place < begun {
            text += own[next].text
            next += 1
          }
        }
        read(child)
      }
      for piece in own[next...] { text += piece.text }
    }
    read(structure.root)
    return text
  }
}

extension ReadDocument {
  fileprivate mutating func compare(_ text: String, with expected: String) {
    let found = Array(text.withoutSpace.unicodeScalars)
    let wanted = Array(expected.withoutSpace.unicodeScalars)
    guard found != wanted else { return }
    let same = zip(found, wanted).prefix { $0 == $1 }.count
    func around(_ scalars: [Unicode.Scalar]) -> String {
      String(String.UnicodeScalarView(scalars[max(0, same - 10)..<min(scalars.count, same + 20)]))
    }
    report(.pdfTextDiffers, .textDiffers(around(found), around(wanted)))
  }
}

extension Message {
  fileprivate static func unreadable(_ error: PDFError) -> Message {
    switch error {
    case .damaged(let what), .notThePages(let what), .unknownForm(let what):
      Message(
        sv: "filen är ingen PDF som kan läsas: \(what)",
        en: "the file is no PDF that can be read: \(what)")
    case .encrypted:
      Message(
        sv: "filen är låst med lösenord", en: "the file is locked with a password")
    case .noMemory: Message(sv: "minnet räcker inte", en: "there is not enough memory")
    }
  }

  fileprivate static func textDiffers(_ found: String, _ wanted: String) -> Message {
    Message(
      sv: "filens text skiljer sig från dokumentets: '\(found)' står där '\(wanted)' ska stå",
      en: "the file's text differs from the document's: '\(found)' stands where '\(wanted)' should")
  }
}
