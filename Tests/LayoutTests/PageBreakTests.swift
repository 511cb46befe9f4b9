import Diagnostics
import Geometry
import Layout
import Manuscript
import Pages
import TestSupport
import Testing
import Typography

/// Documents of square letters, ten to a 100 pt line; pages ten lines of 20 pt high.
@Suite struct PageBreakTests {
  static func paragraph(lines: Int, letter: Character = "a") -> Block {
    // Words of nine letters: at 200 pt two of them and their space fill a line.
    let word = String(repeating: letter, count: 9)
    return .paragraph(
      Paragraph(
        text: RichText(Array(repeating: word, count: lines * 2).joined(separator: " ")),
        style: "body"))
  }

  static func heading(_ level: Int, _ text: String, breaks: Bool = false) -> Block {
    .heading(
      Heading(
        level: level, text: RichText(text), id: text, breaksPage: breaks,
        style: "heading-\(level)"))
  }

  static func document(_ blocks: [Block]) -> Document {
    Document(metadata: Metadata(title: "T"), blocks: blocks)
  }

  @Test func `a chain of four headings at a page foot moves to the next page whole`() throws {
    // Five lines and the space leave room for the four headings but not for text under them.
    let layout = layOutChecked(
      Self.document([
        Self.paragraph(lines: 3), Self.heading(1, "ett"), Self.heading(2, "två"),
        Self.heading(3, "tre"), Self.heading(4, "fyra"), Self.paragraph(lines: 4, letter: "b"),
      ]), sheet: .squares(lines: 11))
    #expect(layout.breaches == [])
    #expect(layout.diagnostics.isEmpty)
    #expect(layout.pages.pages.count == 2)
    #expect(layout.pages.destinations["ett"]?.page == 1)
    try expectSnapshot(layout.dump, "heading-chain")
  }

  @Test func `a paragraph leaves neither its first nor its last line alone`() {
    for lines in 2...14 {
      for before in 1...9 {
        let layout = layOutChecked(
          Self.document([
            Self.paragraph(lines: before), Self.paragraph(lines: lines, letter: "b"),
          ]))
        #expect(layout.breaches == [])
        for page in layout.pages.pages {
          let own = page.items.count { item in
            guard case .run(let run) = item.mark, let first = page.words[run.words].first else {
              return false
            }
            return layout.words.string(of: first.word).hasPrefix("b")
          }
          #expect(own != 1, "\(lines) lines after \(before)")
        }
      }
    }
  }

  @Test(arguments: [8, 9, 10]) func `a page does not end in a hyphen`(hyphenated: Int) {
    let nine = String(repeating: "a", count: 9)
    var words = Array(repeating: nine, count: (hyphenated - 1) * 2)
    words += [nine, nine + "-" + nine, nine]
    words += Array(repeating: nine, count: 12)
    let layout = layOutChecked(
      Self.document([
        .paragraph(Paragraph(text: RichText(words.joined(separator: " ")), style: "body"))
      ]))
    #expect(layout.breaches == [])
    let lines = layout.pages.pages.map { page in
      page.items.count { if case .run = $0.mark { true } else { false } }
    }
    // Ten lines fill a page; where the tenth ends in a hyphen it goes to the next.
    #expect(lines.first == (hyphenated == 10 ? 9 : 10))
  }

  @Test func `what keeps together beyond a page is broken and told`() {
    let headings = (1...12).map { Self.heading(1, "rubrik \($0)") }
    let layout = layOutChecked(Self.document(headings + [Self.paragraph(lines: 2)]))
    #expect(layout.diagnostics.contains { $0.code == .keepBroken && $0.page == 1 })
    #expect(layout.breaches == [])
  }

  @Test func `a word wider than its column is broken where the line is full, and told`() {
    let long = String(repeating: "x", count: 30)
    let layout = layOutChecked(
      Self.document([
        .paragraph(Paragraph(text: RichText("kort \(long) kort"), style: "body"))
      ]))
    #expect(layout.diagnostics.map(\.code) == [.wordBroken])
    #expect(layout.breaches == [])
  }

  @Test func `a title that runs off the cover is an error`() {
    let title = Array(repeating: "titel", count: 200).joined(separator: " ")
    let layout = layOutChecked(
      Self.document([.cover(Cover(parts: [Cover.Part(name: "title", text: RichText(title))]))]))
    #expect(layout.diagnostics.map(\.code) == [.overfullPage])
  }

  @Test
  func `no entry of the contents is parted from all of its own, and none begins a page alone`() {
    for count in 1...12 {
      var blocks: [Block] = [.contents(Contents(title: RichText("Innehåll"), levels: 2))]
      for number in 1...3 {
        blocks.append(Self.heading(1, "h\(number)", breaks: true))
        blocks += (0..<count).map { Self.heading(2, "u\(number).\($0)") }
        blocks.append(Self.paragraph(lines: 2))
      }
      let layout = layOutChecked(Self.document(blocks), sheet: .squares(lines: 15))
      #expect(layout.breaches == [])
      /// The entries on each page of the contents.
      let pages = layout.pages.pages.prefix { page in
        !page.words.contains { layout.words.string(of: $0.word).hasPrefix("aa") }
      }.map { page in
        page.words.map { layout.words.string(of: $0.word) }.filter {
          $0.hasPrefix("h") || $0.hasPrefix("u")
        }
      }
      for (page, next) in zip(pages, pages.dropFirst()) {
        #expect(page.last?.hasPrefix("h") == false, "\(count): a chapter's entry is last")
        #expect(
          count == 1 || next.prefix(2).last?.hasPrefix("u") == true
            || next.first?.hasPrefix("h") == true,
          "\(count): an entry stands alone")
      }
    }
  }

  @Test func `contents print the pages that headings come to stand on`() throws {
    var blocks: [Block] = [
      .cover(Cover(parts: [Cover.Part(name: "title", text: RichText("Plan"))])),
      .contents(Contents(title: RichText("Innehåll"), levels: 2)),
    ]
    for chapter in 1...3 {
      blocks.append(Self.heading(1, "kap\(chapter)", breaks: true))
      blocks.append(Self.paragraph(lines: 12))
      blocks.append(Self.heading(2, "del\(chapter)"))
      blocks.append(Self.paragraph(lines: 3))
    }
    var document = Self.document(blocks)
    document.furniture = Furniture(foot: .init(right: "\u{E000}(\u{E001})"))
    let layout = layOutChecked(document)
    #expect(layout.breaches == [])
    #expect(layout.pages.outline.map(\.level) == [1, 2, 1, 2, 1, 2])
    try expectSnapshot(layout.dump, "contents")
  }

  @Test func `page numbers in running text settle`() {
    let text = RichText(
      "se sidan 00", spans: [RichText.Span(start: 9, end: 11, target: .page(of: "mål"))])
    let layout = layOutChecked(
      Self.document([
        .paragraph(Paragraph(text: text, style: "body")), Self.paragraph(lines: 30),
        Self.heading(1, "mål"), Self.paragraph(lines: 2),
      ]))
    #expect(layout.breaches == [])
    #expect(layout.diagnostics.isEmpty)
    #expect(layout.dump.contains("\"4\""))
    #expect(layout.pages.destinations["mål"]?.page == 3)
  }

  @Test func `a reference that leads nowhere is an error at its place`() {
    let text = RichText(
      "se sidan 00", spans: [RichText.Span(start: 9, end: 11, target: .page(of: "borta"))])
    let layout = layOutChecked(
      Self.document([.paragraph(Paragraph(text: text, style: "body"))]))
    #expect(layout.diagnostics.map(\.code) == [.missingTarget])
  }

  @Test(arguments: ["☐", "₂"] as [Unicode.Scalar])
  func `a symbol that the font lacks is set in the family that the theme names`(
    symbol: Unicode.Scalar
  ) {
    let shaper = SquareShaper()
    shaper.missing = [symbol]
    var sheet = StyleSheet.squares()
    sheet.symbolFamily = "Symbols"
    let layout = layOutChecked(
      Self.document([.paragraph(Paragraph(text: RichText("nej(\(symbol)) ja"), style: "body"))]),
      sheet: sheet, shaper: shaper)
    #expect(layout.breaches == [])
    #expect(layout.diagnostics == [])
    #expect(shaper.fonts.map(\.family) == ["Square", "Symbols"])
    #expect(layout.dump.contains("f1 P \"\(symbol)\""))
  }

  @Test func `a letter that the font lacks is an error at its place`() {
    let shaper = SquareShaper()
    shaper.missing = ["ж"]
    var sheet = StyleSheet.squares()
    sheet.symbolFamily = "Symbols"
    let layout = layOutChecked(
      Self.document([.paragraph(Paragraph(text: RichText("ord med ж"), style: "body"))]),
      sheet: sheet, shaper: shaper)
    #expect(layout.diagnostics.map(\.code) == [.glyphMissing])
  }

  @Test func `letters that the font lacks are one finding for each text that has new ones`() {
    let shaper = SquareShaper()
    shaper.missing = Set("жизнь".unicodeScalars)
    let texts = ["ord med жизнь och жи", "ord", "жж", "знак ж", "зима", "низ"]
    let blocks = texts.enumerated().map { line, text in
      let start = Place(file: FileID(index: 0), line: line + 1, column: 1)
      return Block.paragraph(
        Paragraph(text: RichText(text, places: PlaceMap(start: start)), style: "body"))
    }
    let layout = layOutChecked(Self.document(blocks), shaper: shaper)
    #expect(layout.diagnostics.map(\.code) == [.glyphMissing])
    let finding = layout.diagnostics.first
    #expect(
      finding?.message.sv == """
        teckensnittet saknar 5 tecken i texten från 'жизнь': 'ж' (U+0436), 'и' (U+0438), \
        'з' (U+0437), 'н' (U+043D), 'ь' (U+044C)
        """)
    #expect(finding?.place?.column == 9)
    // On lines 3, 4, 5 and 6 they stand again; three places are shown.
    #expect(finding?.notes.map { $0.place.map { Int($0.line) } } == [3, 4, 5, nil])
    #expect(finding?.notes.last?.message.sv == "och på 1 rad till")
  }

  @Test func `a fill pushes what follows to the page's foot`() {
    let layout = layOutChecked(
      Self.document([Self.paragraph(lines: 1), .fill, Self.paragraph(lines: 2, letter: "b")]))
    #expect(layout.breaches == [])
    let baselines = layout.pages.pages[0].items.compactMap { item -> Length? in
      if case .run(let run) = item.mark { run.origin.y } else { nil }
    }
    // The foot of the text area is at 250; the last line's baseline 7.5 above it.
    #expect(baselines.last == .points(242.5))
  }

  @Test func `marks of a list hang before their items`() throws {
    let inner = List(
      marking: .numbers(from: 1),
      items: [[.paragraph(Paragraph(text: RichText("inre"), style: "list"))]], style: "list")
    let layout = layOutChecked(
      Self.document([
        .list(
          List(
            marking: .bullets,
            items: [
              [.paragraph(Paragraph(text: RichText("ett två tre fyra fem"), style: "list"))],
              [.paragraph(Paragraph(text: RichText("sex"), style: "list")), .list(inner)],
            ], style: "list"))
      ]))
    #expect(layout.breaches == [])
    try expectSnapshot(layout.dump, "list")
  }

  @Test func `what is turned on its side stands on pages of its own, as wide as paper is high`() {
    let layout = layOutChecked(
      Self.document([
        Self.paragraph(lines: 2), .landscape([Self.heading(1, "bred"), Self.paragraph(lines: 6)]),
        Self.paragraph(lines: 2, letter: "b"),
      ]), sheet: .squares(lines: 15))
    #expect(layout.breaches == [])
    #expect(layout.pages.pages.map(\.size.width) == [.points(300), .points(400), .points(300)])
    #expect(layout.pages.outline.map(\.title) == ["bred"])
  }
}
