import Geometry
import Layout
import Manuscript
import Pages
import TestSupport
import Testing
import Typography

/// Running text on a grid of 20 pt, among headings, lists and tables that are not.
@Suite struct GridTests {
  /// A sheet whose headings, tables and captions fit no grid.
  private static var sheet: StyleSheet {
    var sheet = StyleSheet.squares(lines: 12)
    sheet.paging.grid = .points(20)
    for level in 1...2 {
      let name = "heading-\(level)"
      guard var heading = sheet.styles[name] else { continue }
      heading.leading = .points(level == 1 ? 27 : 23)
      heading.spaceBefore = .points(17)
      heading.spaceAfter = .points(6)
      sheet.styles[name] = heading
    }
    if var cell = sheet.styles["cell"] {
      cell.leading = .points(13)
      for name in ["cell", "cell-head", "caption"] { sheet.styles[name] = cell }
    }
    sheet.styles["list"]?.text.font.size = .points(8)
    sheet.list.itemSpace = .points(3)
    return sheet
  }

  private static func document(seed: UInt64) -> Document {
    var random = SeededGenerator(seed: seed)
    func text(_ letter: String, words: ClosedRange<Int>) -> RichText {
      let count = Int.random(in: words, using: &random)
      return RichText(
        Array(repeating: String(repeating: letter, count: 6), count: count).joined(separator: " "))
    }
    var blocks: [Block] = []
    for number in 0..<40 {
      switch Int.random(in: 0..<6, using: &random) {
      case 0:
        blocks.append(
          .heading(
            Heading(
              level: number == 0 ? 1 : 2, text: text("h", words: 1...5), id: "h\(number)",
              style: number.isMultiple(of: 3) ? "heading-1" : "heading-2")))
      case 1:
        blocks.append(
          .list(
            List(
              marking: .bullets,
              items: [
                [.paragraph(Paragraph(text: text("l", words: 1...6), style: "list"))],
                [.paragraph(Paragraph(text: text("l", words: 1...6), style: "list"))],
              ], style: "list")))
      case 2:
        blocks.append(
          .table(
            Table(
              columns: [Table.Column()], head: [],
              rows: (0..<Int.random(in: 1...4, using: &random)).map { _ in
                Table.Row(cells: [Table.Cell(RichText("cell"))])
              })))
      default:
        blocks.append(.paragraph(Paragraph(text: text("b", words: 3...20), style: "body")))
      }
    }
    return Document(metadata: Metadata(title: "T"), blocks: blocks)
  }

  /// The baselines of a page's lines that begin with a letter, from the text area's top.
  private func baselines(
    _ letters: String, on page: Page, _ layout: CheckedLayout
  ) -> [Length] {
    page.items.compactMap { item in
      guard case .run(let run) = item.mark, let word = page.words[run.words].first,
        let letter = layout.words.string(of: word.word).first, letters.contains(letter)
      else { return nil }
      return run.origin.y - .points(50)
    }
  }

  @Test(arguments: UInt64(1)...12)
  func `text stands on the grid after headings, lists and tables, on every page`(seed: UInt64) {
    let layout = layOutChecked(Self.document(seed: seed), sheet: Self.sheet)
    #expect(layout.breaches == [])
    var found = 0
    for page in layout.pages.pages {
      for baseline in baselines("bl", on: page, layout) {
        found += 1
        // (20 − 10) / 2 + 7.5 below each line of the grid.
        #expect(baseline.units % (20 * 1024) == Length.points(12.5).units)
      }
    }
    #expect(found > 40)
  }

  @Test func `a space of less than half a line is none between lines of the grid`() {
    let item: (String) -> [Block] = { [.paragraph(Paragraph(text: RichText($0), style: "list"))] }
    let list = List(marking: .bullets, items: [item("la"), item("lb"), item("lc")], style: "list")
    let layout = layOutChecked(
      Document(metadata: Metadata(title: "T"), blocks: [.list(list)]), sheet: Self.sheet)
    #expect(
      baselines("l", on: layout.pages.pages[0], layout)
        == [.points(12.5), .points(32.5), .points(52.5)])
  }

  @Test(arguments: UInt64(1)...12)
  func `a heading stands nearer to its text than to what is before`(seed: UInt64) {
    let layout = layOutChecked(Self.document(seed: seed), sheet: Self.sheet)
    for page in layout.pages.pages {
      var before: (isHeading: Bool, y: Length)?
      var above: Length?
      for item in page.items {
        guard case .run(let run) = item.mark, let word = page.words[run.words].first,
          let letter = layout.words.string(of: word.word).first
        else { continue }
        let y = run.origin.y
        let isHeading = letter == "h"
        if isHeading, let last = before, !last.isHeading { above = y - last.y }
        if letter == "b", let last = before, last.isHeading, let above {
          #expect(y - last.y <= above)
        }
        if !isHeading { above = nil }
        before = (isHeading, y)
      }
    }
  }
}
