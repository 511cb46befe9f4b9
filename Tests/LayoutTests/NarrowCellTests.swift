import Diagnostics
import Geometry
import Layout
import Manuscript
import Pages
import TestSupport
import Testing
import Typography

/// Cells with little room: they widen first, then divide words, and only then break them.
@Suite struct NarrowCellTests {
  /// Divides words of `o` and `r` after every second letter, and no others.
  final class EverySecond: Hyphenating {
    func points(in word: String) -> [HyphenationPoint] {
      guard word.allSatisfy({ "or".contains($0) }) else { return [] }
      return stride(from: 2, to: word.utf8.count - 2, by: 2).map { HyphenationPoint(offset: $0) }
    }

    func seams(in word: String) -> [Int] { [] }
  }

  private func layOut(_ word: String, beside other: String, width: Double) -> CheckedLayout {
    let place = Place(file: .none, line: 7, column: 3)
    let table = Table(
      columns: [Table.Column(), Table.Column()], head: [],
      rows: [
        Table.Row(cells: [
          Table.Cell(RichText(word, places: PlaceMap(start: place))), Table.Cell(RichText(other)),
        ])
      ])
    return layOutChecked(
      Document(metadata: Metadata(title: "T"), blocks: [.table(table)]),
      // Low enough that the table is not rather set on a page turned on its side.
      sheet: .squares(lines: 4, width: width), hyphenator: EverySecond())
  }

  /// The lines of the cell with a letter.
  private func lines(of letter: Character, _ layout: CheckedLayout) -> [String] {
    layout.pages.pages.flatMap { page in
      page.items.compactMap { item in
        guard case .run(let run) = item.mark else { return nil }
        let line = page.words[run.words].map { layout.words.string(of: $0.word) }.joined()
        return line.contains(letter) ? line : nil
      }
    }
  }

  @Test func `a paragraph in a cell is set in the style that the template names`() throws {
    let words = Block.paragraph(Paragraph(text: RichText("aa"), style: "note"))
    let plain = Block.paragraph(Paragraph(text: RichText("bb"), style: "cell"))
    let table = Table(
      columns: [Table.Column()], head: [],
      rows: [Table.Row(cells: [Table.Cell(content: .blocks([words, plain]))])])
    var sheet = StyleSheet.squares(lines: 9, width: 200)
    var note = try #require(sheet.styles["cell"])
    note.leading = note.leading * 3
    sheet.styles["note"] = note
    let layout = layOutChecked(
      Document(metadata: Metadata(title: "T"), blocks: [.table(table)]), sheet: sheet)
    #expect(layout.breaches == [])
    let cell = try #require(sheet.styles["cell"])
    let lines = layout.pages.pages[0].items.compactMap { item in
      if case .run(let run) = item.mark { run.origin.y } else { Length?.none }
    }
    try #require(lines.count == 2)
    // The first line's box is three times as high, and its letters stand in its middle.
    #expect(lines[1] - lines[0] > cell.leading * 2)
  }

  @Test func `a column is widened before a word in it is divided`() {
    let layout = layOut("orororororor", beside: "aa bb cc dd ee ff", width: 170)
    #expect(layout.breaches == [])
    #expect(layout.diagnostics == [])
    #expect(lines(of: "o", layout) == ["orororororor"])
  }

  @Test func `a word is divided before it is broken`() {
    let layout = layOut("orororororor", beside: "aaaa", width: 110)
    #expect(layout.breaches == [])
    #expect(layout.diagnostics == [])
    let found = lines(of: "o", layout)
    #expect(found.count > 1)
    #expect(found.dropLast().allSatisfy { $0.hasSuffix("\u{AD}") })
  }

  @Test func `a word that cannot be divided is broken, and told at its place`() {
    let layout = layOut("xxxxxxxxxxxx", beside: "aaaa", width: 110)
    #expect(layout.breaches == [])
    #expect(layout.diagnostics.map(\.code) == [.wordBroken])
    #expect(layout.diagnostics.first?.place?.line == 7)
  }
}
