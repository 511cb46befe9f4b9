import Diagnostics
import Geometry
import Layout
import Manuscript
import Pages
import TestSupport
import Testing
import Typography

/// Boxes of facts, quotations and places to sign.
@Suite struct PanelTests {
  private func fills(_ page: Page) -> [Rect] {
    page.items.compactMap { item in
      if case .fill(let rect, _) = item.mark, rect.size.height > .points(2) { rect } else { nil }
    }
  }

  @Test func `a box has one tint behind all that stands in it`() throws {
    let panel = Panel(
      title: RichText("fakta"),
      blocks: [
        PageBreakTests.paragraph(lines: 1),
        .list(
          List(
            marking: .bullets, items: [[.paragraph(Paragraph(text: RichText("x"), style: "list"))]],
            style: "list")),
      ])
    let layout = layOutChecked(
      PageBreakTests.document([PageBreakTests.paragraph(lines: 1), .panel(panel)]))
    #expect(layout.breaches == [])
    #expect(layout.diagnostics.isEmpty)
    let fills = fills(layout.pages.pages[0])
    // Title, two lines of text that is narrower here, ten below it, the item, and five twice.
    #expect(
      fills == [Rect(x: .points(50), y: .points(80), width: .points(200), height: .points(100))])
    try expectSnapshot(layout.dump, "box")
  }

  @Test func `a box goes on over a page and is closed only at its ends`() {
    let panel = Panel(title: RichText("fakta"), blocks: [PageBreakTests.paragraph(lines: 6)])
    let layout = layOutChecked(
      PageBreakTests.document([PageBreakTests.paragraph(lines: 5), .panel(panel)]))
    #expect(layout.breaches == [])
    #expect(layout.pages.pages.count == 2)
    let rules = layout.pages.pages.map { page in
      page.items.count { item in
        if case .fill(let rect, _) = item.mark { rect.size.height == .points(1) } else { false }
      }
    }
    #expect(rules == [1, 0])
    // Where the page cuts it, the tint reaches out of the text area by the box's padding.
    #expect(fills(layout.pages.pages[1]).map(\.origin.y) == [.points(45)])
  }

  @Test func `places to sign stand side by side and are never cut`() throws {
    let place = { (name: String) in
      Signatures.Place(role: RichText("roll"), name: RichText(name), text: RichText("ort"))
    }
    for before in 1...9 {
      let layout = layOutChecked(
        PageBreakTests.document([
          PageBreakTests.paragraph(lines: before),
          .signatures(Signatures(places: [place("ada"), place("bo")])),
        ]))
      #expect(layout.breaches == [])
      let own = layout.pages.pages.map { page in
        page.words.filter { layout.words.string(of: $0.word) == "roll" }.count
          - page.words.filter { layout.words.string(of: $0.word) == "ort" }.count
      }
      #expect(own.allSatisfy { $0 == 0 })
      if before == 1 { try expectSnapshot(layout.dump, "signatures") }
    }
  }

  @Test func `a quotation is one in the structure, and its source stands after it`() {
    let layout = layOutChecked(
      PageBreakTests.document([
        .quotation(
          Quotation(
            blocks: [.paragraph(Paragraph(text: RichText("orden"), style: "statement"))],
            source: RichText("vem")))
      ]))
    #expect(layout.breaches == [])
    #expect(
      layout.pages.dumpStructure(words: layout.words)
        == "Document\n  BlockQuote\n    P \"orden\"\n  P \"vem\"\n")
  }
}
