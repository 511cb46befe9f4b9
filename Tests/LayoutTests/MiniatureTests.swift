import Diagnostics
import Geometry
import Layout
import Manuscript
import Pages
import TestSupport
import Testing
import Typography

/// Pages of another document shown small, with lines to write on beside them.
@Suite struct MiniatureTests {
  /// Two chapters on pages of 300 × 300, the first with a link, a list and two pages.
  private static func slides() -> Document {
    var link = RichText("se tvåan")
    link.spans = [.init(start: 3, end: 9, target: .block("två"))]
    return PageBreakTests.document([
      PageBreakTests.heading(1, "ett"),
      .list(
        List(
          marking: .bullets,
          items: [[.paragraph(Paragraph(text: RichText("första punkten"), style: "list"))]],
          style: "list")),
      .paragraph(Paragraph(text: link, style: "body")), .pageBreak,
      PageBreakTests.paragraph(lines: 2, letter: "q"),
      PageBreakTests.heading(1, "två", breaks: true),
      .paragraph(Paragraph(text: RichText("det andra"), style: "body")),
    ])
  }

  private static func handout(_ pages: [String], below: [Block] = []) -> Document {
    PageBreakTests.document(
      [PageBreakTests.heading(1, "åhörarkopior")]
        + pages.map { page in
          .miniature(
            Miniature(
              kind: "bilder", page: page, blocks: [PageBreakTests.heading(2, "bild-" + page)],
              below: below))
        })
  }

  private static func sheet() -> StyleSheet {
    var sheet = StyleSheet.squares(lines: 20)
    sheet.miniatures.width = .points(75)
    sheet.miniatures.gap = .points(10)
    sheet.miniatures.frame = RuleStyle(thickness: .points(1), colour: .black)
    sheet.miniatures.line = RuleStyle(thickness: .points(0.5), colour: .black)
    sheet.miniatures.linePitch = .points(20)
    return sheet
  }

  /// The slides, and the handout that shows them.
  private static func layOut(
    _ handout: Document
  ) -> (slides: PageSet, pages: PageSet, words: WordTable, found: [Diagnostic]) {
    let shaper = SquareShaper()
    let words = WordTable(shaper: shaper)
    let (slides, faults) = Layout.layOut(
      Self.slides(), sheet: .squares(), words: words, shaper: shaper)
    let (pages, found) = Layout.layOut(
      handout, sheet: sheet(), words: words, shaper: shaper, shown: ["bilder": slides])
    return (slides, pages, words, faults + found)
  }

  @Test func `what a page says is read once, in order, below the document's own headings`() {
    let (_, pages, words, found) = Self.layOut(Self.handout(["ett", "två"]))
    #expect(found.isEmpty, "\(found)")
    let q = "qqqqqqqqq qqqqqqqqq qqqqqqqqq qqqqqqqqq"
    #expect(
      pages.dumpStructure(words: words) == """
        Document
          H1 "åhörarkopior"
          Div
            H2 "ett"
            L
              LI
                Lbl "•"
                LBody "första punkten"
            P "se "
              Span
                Span "tvåan"
            P "\(q)"
          Div
            H2 "två"
            P "det andra"

        """)
    #expect(pages.outline.map(\.title) == ["åhörarkopior", "bild-ett", "bild-två"])
    #expect(pages.outline.map(\.level) == [1, 2, 2])
  }

  @Test func `a page is made as small as the theme says, in every measure`() throws {
    let (slides, pages, words, _) = Self.layOut(Self.handout(["två"]))
    let slide = slides.pages[2]
    let page = pages.pages[0]
    func run(_ text: String, on page: Page) throws -> GlyphRun {
      try #require(
        page.items.lazy.compactMap { item -> GlyphRun? in
          if case .run(let run) = item.mark,
            words.string(of: page.words[run.words.lowerBound].word) == text
          {
            return run
          }
          return nil
        }.first)
    }
    let (large, small) = (try run("det", on: slide), try run("det", on: page))
    // From 300 to 75 points.
    let corner = Point(
      x: sheet.page.margins.left, y: small.origin.y - large.origin.y.scaled(by: 0.25))
    #expect(small.origin.x - corner.x == large.origin.x.scaled(by: 0.25))
    let first = page.words[small.words.lowerBound]
    #expect(words.width(of: first.word) == .points(7.5))
    #expect(page.words[small.words.lowerBound + 1].x == .points(8.75))
    #expect(first.spaceAfter == " ")
    // The frame's corner is the page's, and the last line to write on stands at its foot.
    let fills = page.items.compactMap { item -> Rect? in
      if case .fill(let rect, _) = item.mark { rect } else { nil }
    }
    #expect(
      fills.contains(Rect(origin: corner, size: Size(width: .points(75), height: .points(1)))))
    let lines = fills.filter { $0.size.height == .points(0.5) }
    #expect(lines.count == 3)
    #expect(
      lines.allSatisfy { $0.size.width == .points(115) && $0.right == corner.x + .points(200) })
    #expect(lines.last?.bottom == corner.y + .points(75))
    for case .artifact(let artifact) in page.items.map(\.role) { #expect(artifact == .layout) }
  }

  private var sheet: StyleSheet { Self.sheet() }

  @Test func `what stands below is kept with its page`() {
    for count in 1...8 {
      let (_, pages, words, found) = Self.layOut(
        Self.handout(
          Array(repeating: "två", count: count),
          below: [PageBreakTests.paragraph(lines: 1, letter: "n")]))
      #expect(found.isEmpty, "\(found)")
      for page in pages.pages {
        let texts = page.items.compactMap { item -> String? in
          guard case .run(let run) = item.mark else { return nil }
          return words.string(of: page.words[run.words.lowerBound].word)
        }
        #expect(
          texts.count { $0 == "det" } == texts.count { $0.hasPrefix("n") }, "\(count): \(texts)")
      }
    }
  }

  @Test func `without the other document stands what is to stand in its place`() {
    let shaper = SquareShaper()
    let words = WordTable(shaper: shaper)
    let (pages, found) = Layout.layOut(
      Self.handout(["ett"], below: [PageBreakTests.paragraph(lines: 1)]), sheet: sheet,
      words: words, shaper: shaper)
    #expect(found.isEmpty, "\(found)")
    #expect(pages.dumpStructure(words: words).contains("  H2 \"bild-ett\"\n  P \"aaaaaaaaa"))
  }

  @Test func `a page that is not there is told, with the nearest`() {
    let (_, _, _, found) = Self.layOut(Self.handout(["etta"]))
    #expect(found.map(\.code) == [.missingTarget])
    #expect(found.first?.fixes.first?.message.en == "did you mean 'ett'?")
  }
}
