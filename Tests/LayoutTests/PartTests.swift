import Diagnostics
import Geometry
import Layout
import Manuscript
import Pages
import TestSupport
import Testing
import Typography

/// Parts with pages of their own, and what stands in the margins.
@Suite struct PartTests {
  private static func part(
    _ title: String, lines: Int, _ change: (inout Part) -> Void = { _ in }
  ) -> Block {
    var part = Part(
      title: title, id: title,
      blocks: [PageBreakTests.heading(1, "r" + title), PageBreakTests.paragraph(lines: lines)])
    change(&part)
    return .part(part)
  }

  /// The words in the margins of a page, from the top down.
  private func margins(_ layout: CheckedLayout, _ page: Int) -> [String] {
    let page = layout.pages.pages[page]
    return page.items.compactMap { item in
      guard case .run(let run) = item.mark, case .artifact(let kind) = item.role,
        kind == .header || kind == .footer
      else { return nil }
      var text = ""
      for word in page.words[run.words] {
        text += layout.words.string(of: word.word)
        if let space = word.spaceAfter { text.unicodeScalars.append(space) }
      }
      return text
    }
  }

  private static let fields = "\u{E000}(\u{E001})"

  @Test func `every part has its own numbers and says how many pages it has`() {
    var document = PageBreakTests.document([
      PageBreakTests.paragraph(lines: 1),
      Self.part("förord", lines: 12) { $0.numbering = .init(figures: .roman, start: 1) },
      Self.part("beslut", lines: 1) { $0.numbering = .init(start: 1) },
      PageBreakTests.paragraph(lines: 1),
      Self.part("bilaga", lines: 12) { $0.numbering = .init(start: 1, prefix: "B") },
    ])
    document.furniture = Furniture(foot: .init(right: Self.fields))
    let layout = layOutChecked(document)
    #expect(layout.breaches == [])
    #expect(layout.diagnostics.isEmpty)
    #expect(layout.pages.pages.map(\.label) == ["1", "i", "ii", "1", "2", "B1", "B2"])
    #expect(
      (0..<7).flatMap { margins(layout, $0) }
        == ["1(2)", "i(ii)", "ii(ii)", "1(1)", "2(2)", "B1(2)", "B2(2)"])
  }

  @Test func `a part opens on a right-hand page and the blank one before it says so`() {
    let document = PageBreakTests.document([
      PageBreakTests.paragraph(lines: 1),
      Self.part("två", lines: 1) {
        $0.opensRecto = true
        $0.blankText = "blank"
      },
    ])
    let layout = layOutChecked(document)
    #expect(layout.breaches == [])
    #expect(layout.pages.pages.count == 3)
    #expect(layout.pages.destinations["två"]?.page == 2)
    #expect(layout.pages.pages[1].items.map(\.role) == [.artifact(.continuation)])
  }

  @Test func `first, left and right pages have margins of their own`() {
    var document = PageBreakTests.document([
      PageBreakTests.heading(1, "ett"), PageBreakTests.paragraph(lines: 8),
      PageBreakTests.heading(2, "del"), PageBreakTests.paragraph(lines: 12),
    ])
    let line = { (text: String) in Furniture.Margins(head: [.init(left: text)]) }
    document.furniture = Furniture(
      line("h \u{E003}"), first: line("f \u{E000}"), left: line("v \u{E002}"))
    let layout = layOutChecked(document)
    #expect(layout.breaches == [])
    #expect((0..<3).map { margins(layout, $0) } == [["f 1"], ["v ett"], ["h del"]])
  }

  @Test func `several lines grow away from the text, and too many are told of`() {
    var document = PageBreakTests.document([PageBreakTests.paragraph(lines: 1)])
    document.furniture = Furniture(
      .init(head: [.init(left: "a")], foot: [.init(left: "b"), .init(left: "c")]))
    let layout = layOutChecked(document)
    let runs = layout.pages.pages[0].items.compactMap { item -> Length? in
      if case .run(let run) = item.mark, case .artifact = item.role { run.origin.y } else { nil }
    }
    #expect(runs == [.points(30), .points(250), .points(270)])
    #expect(layout.diagnostics.map(\.code) == [.furnitureOverText])
    document.furniture.usual.foot.removeLast()
    #expect(layOutChecked(document).diagnostics.isEmpty)
  }

  @Test(arguments: [(200.0, 300.0), (300, 200), (160, 400), (500, 120)])
  func `a watermark stands behind the text, along the diagonal of the page's body and inside it`(
    width: Double, height: Double
  ) throws {
    var document = PageBreakTests.document([PageBreakTests.paragraph(lines: 1)])
    document.watermark = "UTKAST"
    var sheet = StyleSheet.squares()
    sheet.page.paper = Size(width: .points(width), height: .points(height))
    sheet.page.column = sheet.page.textArea.size.width
    let layout = layOutChecked(document, sheet: sheet)
    #expect(layout.breaches == [])
    let page = layout.pages.pages[0]
    let first = try #require(page.items.first)
    #expect(first.role == .artifact(.watermark))
    guard case .turned(let run, let slope) = first.mark else {
      Issue.record("the first item is no turned run: \(first)")
      return
    }
    let body = sheet.page.textArea
    let (left, top) = (body.origin.x.points, body.origin.y.points)
    let (right, foot) = (body.right.points, body.bottom.points)
    #expect(slope == min(1, (foot - top) / (right - left)))
    // Its letters are squares, whose capitals are taken to be seven tenths as high.
    let cosine = 1 / (1 + slope * slope).squareRoot()
    let length = layout.words.width(of: page.words[run.words.lowerBound].word).points
    let letters = length / 6 * 0.7
    let (x, y) = (run.origin.x.points, run.origin.y.points)
    let (leftmost, rightmost) = (x - letters * slope * cosine, x + length * cosine)
    let (highest, lowest) = (y - length * slope * cosine - letters * cosine, y)
    #expect(leftmost > left - 0.1 && rightmost < right + 0.1)
    #expect(highest > top - 0.1 && lowest < foot + 0.1)
    #expect(abs(leftmost - left - (right - rightmost)) < 0.2)
    #expect(abs(highest - top - (foot - lowest)) < 0.2)
  }
}
