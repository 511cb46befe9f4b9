import Diagnostics
import Geometry
import Layout
import Manuscript
import Pages
import TestSupport
import Testing
import Typography

/// Initialisms, note marks, addresses and what is never divided, in square letters.
@Suite struct FineSettingTests {
  /// Divides every word after every second letter.
  final class EverySecond: Hyphenating {
    func points(in word: String) -> [HyphenationPoint] {
      stride(from: 2, to: word.utf8.count - 2, by: 2).map { HyphenationPoint(offset: $0) }
    }

    func seams(in word: String) -> [Int] { [] }
  }

  private func layOut(
    _ text: RichText, features: Set<String> = [], width: Double = 200,
    change: (inout ParagraphStyle) -> Void = { _ in }
  ) -> (layout: CheckedLayout, shaper: SquareShaper) {
    let shaper = SquareShaper()
    shaper.features = features
    var sheet = StyleSheet.squares(width: width)
    if var body = sheet.styles["body"] {
      change(&body)
      sheet.styles["body"] = body
    }
    let document = Document(
      metadata: Metadata(title: "T"),
      blocks: [.paragraph(Paragraph(text: text, style: "body"))])
    let layout = layOutChecked(
      document, sheet: sheet, shaper: shaper, hyphenator: EverySecond())
    return (layout, shaper)
  }

  /// The words of each run, with the features of its font.
  private func runs(_ layout: CheckedLayout, _ shaper: SquareShaper) -> [String] {
    layout.pages.pages.flatMap { page in
      page.items.compactMap { item in
        guard case .run(let run) = item.mark else { return nil }
        let font = shaper.fonts[Int(run.font.index)]
        let text = page.words[run.words].map { layout.words.string(of: $0.word) }
        return (font.features + [text.joined(separator: " ")]).joined(separator: ":")
      }
    }
  }

  private func lines(_ layout: CheckedLayout) -> [String] {
    layout.pages.pages.flatMap { page in
      page.items.compactMap { item in
        guard case .run(let run) = item.mark else { return nil }
        return page.words[run.words].map { layout.words.string(of: $0.word) }.joined()
      }
    }
  }

  @Test func `initialisms are set in small capitals where the style asks and the font has them`() {
    let text = RichText("En (FN) EU:s IT-Stab McDonald A4 VERKSAMHET ÅÄÖ")
    let (layout, shaper) = layOut(text, features: ["c2sc"], width: 800) {
      $0.shrinksInitialisms = true
    }
    #expect(layout.breaches == [])
    #expect(
      runs(layout, shaper) == [
        "En", "c2sc:(FN) EU:s IT-", "Stab McDonald A4 VERKSAMHET", "c2sc:ÅÄÖ",
      ])
    let without = layOut(text, width: 800) { $0.shrinksInitialisms = true }
    #expect(runs(without.layout, without.shaper).count == 1)
    let unasked = layOut(text, features: ["c2sc"], width: 800)
    #expect(runs(unasked.layout, unasked.shaper).count == 1)
  }

  @Test func `code has no small capitals`() {
    let text = RichText("kod FN", spans: [RichText.Span(start: 4, end: 6, marks: .verbatim)])
    let (layout, shaper) = layOut(text, features: ["c2sc"]) { $0.shrinksInitialisms = true }
    #expect(!runs(layout, shaper).contains { $0.hasPrefix("c2sc") })
  }

  @Test func `note marks are the font's own superior figures, or smaller ones raised`() throws {
    let text = RichText("ord12", spans: [RichText.Span(start: 3, end: 5, marks: .raised)])
    func mark(_ features: Set<String>) throws -> (size: Length, y: Length, text: Length) {
      let (layout, shaper) = layOut(text, features: features)
      let runs = layout.pages.pages[0].items.compactMap { item in
        if case .run(let run) = item.mark { run } else { nil }
      }
      try #require(runs.count == 2)
      return (shaper.fonts[Int(runs[1].font.index)].size, runs[1].origin.y, runs[0].origin.y)
    }
    let own = try mark(["sups"])
    #expect(own.size == .points(10))
    #expect(own.y == own.text)
    let scaled = try mark([])
    #expect(scaled.size < .points(7))
    #expect(scaled.y < scaled.text)
  }

  @Test func `an address is broken after its points, slashes and hyphens, without a hyphen`() {
    let address = "https://www.skr.se/verksamhetsplan/mal-och-resultat.html"
    let (layout, _) = layOut(RichText("se \(address)"), width: 170) { $0.hyphenates = true }
    #expect(layout.diagnostics == [])
    #expect(layout.breaches == [])
    let lines = lines(layout)
    #expect(lines.count > 3)
    #expect(!lines.joined().contains("\u{AD}"))
    #expect(lines.first == "se")
    for line in lines.dropFirst().dropLast() {
      #expect(["/", "-", "."].contains(line.last), "\(line)")
    }
  }

  @Test(arguments: [false, true])
  func `names marked so and words of other languages are not divided`(isForeign: Bool) {
    let name = "namnamnamnamn"
    var span = RichText.Span(start: 4, end: 4 + name.utf8.count)
    if isForeign { span.language = "en" } else { span.marks = .verbatim }
    let text = RichText("ord \(name) ordordordord", spans: [span])
    let (layout, _) = layOut(text, width: 140) { $0.hyphenates = true }
    #expect(lines(layout).contains(name))
    #expect(layout.breaches == [])
    let (plain, _) = layOut(RichText(text.text), width: 140) { $0.hyphenates = true }
    #expect(!lines(plain).contains(name))
  }

  @Test func `a style that does not divide words does so only where a word has no room`() {
    let (whole, _) = layOut(RichText("ordord ordord ordord"), width: 100)
    #expect(lines(whole) == ["ordord", "ordord", "ordord"])
    let (narrow, _) = layOut(RichText("ordordord"), width: 60)
    #expect(lines(narrow) == ["ordo\u{AD}", "rdord"])
    #expect(narrow.diagnostics == [])
  }
}
