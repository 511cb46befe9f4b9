import Diagnostics
import Geometry
import Layout
import Manuscript
import Pages
import TestSupport
import Testing
import Typography

/// Lists, figures, lists of figures, and references.
@Suite struct BlockTests {
  private static func item(_ text: String) -> Block {
    .paragraph(Paragraph(text: RichText(text), style: "list"))
  }

  @Test func `a list four deep has numbers, letters and two kinds of bullets`() {
    var sheet = StyleSheet.squares()
    sheet.list.bullets = ["–", "·"]
    let deepest = List(marking: .bullets, items: [[Self.item("d")]], style: "list")
    let third = List(marking: .bullets, items: [[Self.item("c"), .list(deepest)]], style: "list")
    let second = List(
      marking: .numbers(from: 1), items: [[Self.item("b"), .list(third)], [Self.item("e")]],
      style: "list")
    let first = List(
      marking: .numbers(from: 9), items: [[Self.item("a"), .list(second)], [Self.item("f")]],
      style: "list")
    let layout = layOutChecked(
      PageBreakTests.document([.list(first)]), sheet: sheet)
    let words = layout.pages.pages[0].words.map { layout.words.string(of: $0.word) }
    #expect(words == ["9.", "a", "a)", "b", "–", "c", "·", "d", "b)", "e", "10.", "f"])
    // Numbers stand flush right, so that their points are under one another.
    let lines = layout.dump.split(separator: "\n")
    #expect(lines.contains { $0.contains("run 60.0 ") && $0.hasSuffix("\"9.\"") })
    #expect(lines.contains { $0.contains("run 50.0 ") && $0.hasSuffix("\"10.\"") })
  }

  @Test func `a list may say how it is numbered`() {
    for (form, mark) in [("A.", "C."), ("(i)", "(iii)"), ("§ 1", "§ 3")] {
      let list = List(
        marking: .numbers(from: 3), form: form, items: [[Self.item("x")]], style: "list")
      let layout = layOutChecked(PageBreakTests.document([.list(list)]))
      #expect(layout.dump.contains("Lbl \"\(mark)\""))
    }
  }

  private static func figure(_ id: String, _ change: (inout Figure) -> Void = { _ in }) -> Block {
    var figure = Figure(
      picture: Picture(
        id: PictureID(index: 0), path: "hus.png", kind: .png,
        pixels: .init(width: 1000, height: 500),
        naturalSize: Size(width: .points(480), height: .points(240))),
      alternate: "Ett hus.", label: RichText("Figur 1"), caption: RichText("Huset."),
      credit: RichText("Foto: A."), id: id)
    change(&figure)
    return .figure(figure)
  }

  @Test func `a figure stands with its caption in the structure and on the page`() throws {
    let layout = layOutChecked(
      PageBreakTests.document([
        .contents(Contents(title: RichText("figurer"), levels: 1, kind: .figures)),
        PageBreakTests.paragraph(lines: 1), Self.figure("hus"),
      ]))
    #expect(layout.breaches == [])
    #expect(layout.diagnostics.isEmpty)
    try expectSnapshot(layout.dump + layout.pages.dumpStructure(words: layout.words), "figure")
  }

  @Test func `a picture with few pixels, and one taller than the page, are told of`() {
    let coarse = Self.figure("a") { figure in
      guard var picture = figure.picture else { return }
      picture.pixels = .init(width: 100, height: 50)
      figure.content = .picture(picture)
    }
    let tall = Self.figure("b") { $0.crop.ratio = 3 }
    let layout = layOutChecked(
      PageBreakTests.document([coarse, PageBreakTests.paragraph(lines: 2)]))
    #expect(layout.diagnostics.map(\.code) == [.lowResolution])
    let other = layOutChecked(PageBreakTests.document([tall]))
    #expect(other.diagnostics.map(\.code) == [.pictureScaledDown])
    #expect(other.breaches == [])
  }

  @Test func `text goes before a figure that would leave a hole, and never over a heading`() {
    let paragraphs = (0..<4).map { _ in PageBreakTests.paragraph(lines: 2, letter: "b") }
    let before = PageBreakTests.paragraph(lines: 4)
    let layout = layOutChecked(
      PageBreakTests.document([before, Self.figure("hus")] + paragraphs))
    #expect(layout.breaches == [])
    #expect(layout.diagnostics.isEmpty)
    // Of ten lines four are taken, and the figure with its caption wants more than six.
    #expect(layout.pages.destinations["hus"]?.page == 1)
    let first = layout.pages.pages[0].words.map { layout.words.string(of: $0.word) }
    #expect(first.contains("bbbbbbbbb"))
    let tree = layout.pages.dumpStructure(words: layout.words).split(separator: "\n")
    #expect(tree[2].hasSuffix("Div"))
    let headed = layOutChecked(
      PageBreakTests.document(
        [before, Self.figure("hus"), PageBreakTests.heading(1, "b")] + paragraphs))
    #expect(headed.breaches == [])
    #expect(headed.pages.pages[0].words.count == 8)
    let here = layOutChecked(
      PageBreakTests.document([before, Self.figure("hus") { $0.mayFloat = false }] + paragraphs))
    #expect(here.pages.pages[0].words.count == 8)
    // A page turned on its side leaves no hole that upright text could fill.
    let turned = layOutChecked(
      PageBreakTests.document([.landscape([before]), Self.figure("hus")] + paragraphs),
      sheet: .squares(lines: 12))
    #expect(turned.breaches == [])
    #expect(turned.pages.destinations["hus"]?.point.y == .points(50))
  }

  @Test func `references are printed as their targets are called`() {
    func reference(_ id: String, _ before: String = "se ") -> Block {
      let text = before + Document.nameStandIn
      return .paragraph(
        Paragraph(
          text: RichText(
            text,
            spans: [
              RichText.Span(
                start: before.utf8.count, end: text.utf8.count, target: .block(id))
            ]), style: "body"))
    }
    func heading(_ id: String, _ number: String) -> Block {
      .heading(Heading(level: 1, number: number, text: RichText("Ord"), id: id, style: "heading-1"))
    }
    var document = PageBreakTests.document([
      heading("a", "2.1"), heading("b", "§ 159"), heading("c", "Bilaga 4"), heading("d", ""),
      Self.figure("e"), reference("a"), reference("b"), reference("c"), reference("d"),
      reference("e"), reference("e", "Slut. "), reference("c", ""),
    ])
    document.fillReferences()
    #expect(
      document.blocks.dropFirst(5).flatMap(\.texts).map(\.text) == [
        "se avsnitt\u{A0}2.1", "se § 159", "se bilaga 4", "se Ord", "se figur 1",
        "Slut. Figur 1", "Bilaga 4",
      ])
  }

  @Test func `a label that is nearly right is offered, and a part's pages are counted`() {
    let text = { (target: RichText.Target) -> Block in
      .paragraph(
        Paragraph(
          text: RichText("se 00", spans: [.init(start: 3, end: 5, target: target)]),
          style: "body"))
    }
    let part = Block.part(
      Part(id: "beslutet", blocks: [PageBreakTests.paragraph(lines: 12)]))
    let layout = layOutChecked(PageBreakTests.document([text(.pages(of: "beslutet")), part]))
    #expect(layout.diagnostics.isEmpty)
    #expect(layout.dump.contains("\"se 2\"") || layout.dump.contains("\"2\""))
    let wrong = layOutChecked(PageBreakTests.document([text(.block("beslutat")), part]))
    #expect(wrong.diagnostics.map(\.code) == [.missingTarget])
    #expect(wrong.diagnostics.first?.fixes.first?.message.sv.contains("#beslutet") == true)
  }
}
