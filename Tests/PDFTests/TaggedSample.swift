import Diagnostics
import Geometry
import HarfBuzz
import Layout
import Manuscript
import PDF
import Pages
import Paint
import TestSupport
import Testing
import Typography

/// A document laid out and painted with a real font, ready to be written.
struct TaggedSample {
  let pages: PageSet
  let words: WordTable
  let fonts: FontLibrary
  let painted: [UInt8]

  /// Lays blocks out on small pages and paints them.
  init(
    _ blocks: [Block], notes: [Manuscript.Note] = [], lines: Int = 20, date: String? = nil,
    marksLeaves: Bool = true
  ) throws {
    let path = "/usr/share/fonts/truetype/open-sans/OpenSans-Regular.ttf"
    // The sheet's styles ask for squares; here they get letters.
    let face = FontFace(family: "Square", weight: 400, isItalic: false, path: path)
    fonts = FontLibrary(
      manifest: FontManifest(families: [FontManifest.Family(name: "Square", faces: [face])]))
    let shaper = HarfBuzzShaper(library: fonts)
    words = WordTable(shaper: shaper)
    let document = Document(
      metadata: Metadata(
        title: "Årsplan (utkast) & <mål>", author: "Region Jönköpings län", subject: "Prov",
        date: date), blocks: blocks,
      furniture: Furniture(
        head: Furniture.Line(left: "Årsplan"), foot: Furniture.Line(right: "\u{E000}")),
      notes: notes)
    let found: [Diagnostic]
    (pages, found) = layOut(
      document, sheet: .squares(lines: lines, width: 300), words: words, shaper: shaper)
    try #require(found.map(\.code) == [])
    painted = try paint(pages, words: words, fonts: fonts, marksLeaves: marksLeaves)
  }

  /// The same document with its pages changed, painted anew.
  init(_ sample: TaggedSample, _ change: (inout PageSet) -> Void) throws {
    var pages = sample.pages
    change(&pages)
    self.pages = pages
    words = sample.words
    fonts = sample.fonts
    painted = try paint(pages, words: words, fonts: fonts, marksLeaves: true)
  }

  /// The file.
  func written(_ options: PDFOptions = PDFOptions()) throws -> [UInt8] {
    let fonts = fonts
    return try writeTagged(
      pages, painted: painted, words: words, metrics: { fonts.metrics(of: $0) }, options: options)
  }
}

extension Block {
  static func heading(_ level: Int, _ text: String, id: String, breaksPage: Bool = false) -> Block {
    .heading(
      Heading(
        level: level, text: RichText(text), id: id, breaksPage: breaksPage,
        style: "heading-\(level)"))
  }

  static func paragraph(_ text: RichText) -> Block {
    .paragraph(Paragraph(text: text, style: "body"))
  }

  static func paragraph(_ text: String) -> Block { .paragraph(RichText(text)) }

  static func bullets(_ texts: [String]) -> Block {
    .list(List(marking: .bullets, items: texts.map { [.paragraph($0)] }, style: "list"))
  }

  /// A table of one head row; the rows' cells are divided at `|`.
  static func table(head: String, rows: [String], caption: String? = nil) -> Block {
    let cells = { (row: String) in
      row.split(separator: "|", omittingEmptySubsequences: false)
        .map { Table.Cell(RichText(String($0))) }
    }
    let heads = cells(head)
    return .table(
      Table(
        caption: caption.map { RichText($0) }, columns: heads.map { _ in Table.Column() },
        head: [Table.Row(cells: heads)], rows: rows.map { Table.Row(cells: cells($0)) }))
  }
}

extension RichText {
  /// The text with a stretch of it, by its first place, made to mean something.
  func with(
    _ stretch: String, _ target: RichText.Target?, language: String? = nil
  ) throws -> RichText {
    var text = self
    let range = try #require(self.text.utf8.firstRange(of: stretch.utf8))
    let start = self.text.utf8.distance(from: self.text.utf8.startIndex, to: range.lowerBound)
    text.spans.append(
      Span(
        start: start, end: start + stretch.utf8.count, target: target, language: language))
    text.spans.sort { $0.start < $1.start }
    return text
  }
}

extension [Block] {
  /// Blocks of every kind that the structure tree knows.
  static func everyKind() throws -> [Block] {
    let prose = try RichText("Läs mer på regionens webb, om čáhci och på sidan 2, se not1 nu.")
      .with("regionens webb", .address("https://example.org/å"))
      .with("čáhci", nil, language: "se").with("2", .page(of: "två")).with("1", .note(0))
    return [
      .contents(Contents(title: RichText("Innehåll"), levels: 2)),
      .heading(1, "Ett", id: "ett"), .paragraph(prose), .notes(style: "note"),
      .bullets(["först", "sedan"]), .heading(2, "Två", id: "två", breaksPage: true),
      .table(head: "Namn|Tal", rows: ["a|1", "b|2"], caption: "Tabell ett"),
      .table(
        Table(
          columns: [Table.Column(), Table.Column(), Table.Column()],
          head: [
            Table.Row(cells: [
              Table.Cell(content: .text(RichText("Post")), rowSpan: 2),
              Table.Cell(content: .text(RichText("Belopp")), columnSpan: 2),
            ]),
            Table.Row(cells: [Table.Cell(RichText("i år")), Table.Cell(RichText("i fjol"))]),
          ],
          rows: [
            Table.Row(
              cells: [Table.Cell(content: .text(RichText("Drift")), columnSpan: 3)], kind: .group),
            Table.Row(cells: [
              Table.Cell(content: .text(RichText("Löner")), isRowHead: true),
              Table.Cell(RichText("5")), Table.Cell(RichText("")),
            ]),
          ])),
    ]
  }
}

extension [Manuscript.Note] {
  /// The notes that the blocks of every kind call.
  static var everyNote: [Manuscript.Note] {
    [Manuscript.Note(mark: "1", text: RichText("Noten själv."))]
  }
}
