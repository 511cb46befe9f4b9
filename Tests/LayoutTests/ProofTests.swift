import Diagnostics
import Geometry
import Layout
import Manuscript
import TestSupport
import Testing
import Typography

/// What the proof says of pages of square letters, and where texts stand on them.
@Suite struct ProofTests {
  private func proof(
    _ blocks: [Block], lines: Int = 10, change: (inout StyleSheet) -> Void = { _ in }
  ) -> Proof {
    var sheet = StyleSheet.squares(lines: lines)
    change(&sheet)
    let shaper = SquareShaper()
    return Layout.proof(
      of: Document(metadata: Metadata(title: "T"), blocks: blocks), sheet: sheet,
      words: WordTable(shaper: shaper, hyphenator: nil), shaper: shaper)
  }

  /// What was found, each with its page.
  private func found(_ proof: Proof) -> [String] {
    proof.findings.map { "\($0.code.rawValue) \($0.page ?? 0)" }
  }

  private func paragraph(_ text: String, line: Int = 1) -> Block {
    .paragraph(
      Paragraph(
        text: RichText(
          text, places: PlaceMap(start: Place(file: FileID(index: 0), line: line, column: 3))),
        style: "body"))
  }

  @Test func `finds a last line of one letter, and takes one of a word`() {
    let line = String(repeating: "a", count: 20)
    #expect(found(proof([paragraph(line + " b")])) == ["runt-line 1"])
    #expect(found(proof([paragraph(line + " bb")])) == [])
    #expect(found(proof([paragraph("b")])) == [])
  }

  @Test func `finds wide spaces in justified text, and none in ragged`() {
    // Of a line of twenty letters, words of three leave thirteen to one space.
    let wide = paragraph("aaa aaa aaaaaaaaaaaaaaaaaa aaaa")
    let justified = proof([wide]) { $0.styles["body"]?.alignment = .justified }
    #expect(found(justified) == ["loose-line 1"])
    #expect(found(proof([wide])) == [])
    let close = paragraph("aaaaaaaaa aaaaaaaaaa aaaa")
    #expect(found(proof([close]) { $0.styles["body"]?.alignment = .justified }) == [])
  }

  @Test func `finds a page for a few lines that were left, and takes one that was begun for them`()
  {
    let long = PageBreakTests.paragraph(lines: 38)
    #expect(found(proof([long, paragraph("kort text")], lines: 40)) == [])
    let left = proof([PageBreakTests.paragraph(lines: 40), paragraph("kort text")], lines: 40)
    #expect(found(left) == ["near-empty-page 2"])
    let begun = proof([long, .pageBreak, paragraph("kort text")], lines: 40)
    #expect(found(begun) == [])
    let half = proof([PageBreakTests.paragraph(lines: 60)], lines: 40)
    #expect(found(half) == [])
  }

  @Test func `finds a row that goes on over the page, and takes one that is kept`() {
    func table(lines: Int) -> Block {
      let text = Array(repeating: String(repeating: "c", count: 9), count: lines * 2)
      return .table(
        Table(
          columns: [Table.Column(), Table.Column(width: .fixed(.points(190)))], head: [],
          rows: [
            Table.Row(cells: [
              Table.Cell(content: .text(RichText("a"))),
              Table.Cell(content: .text(RichText(text.joined(separator: " ")))),
            ])
          ]))
    }
    #expect(found(proof([table(lines: 14)])).contains("torn-row 1"))
    #expect(found(proof([table(lines: 3)])) == [])
  }

  @Test func `tells where each line stands, and the parts that a template puts words before`() {
    var mixed = RichText(
      "Mål: ", places: PlaceMap(start: Place(file: FileID(index: 7), line: 1, column: 1)))
    mixed.append("vatten", at: Place(file: FileID(index: 0), line: 9, column: 5))
    let proof = proof([
      paragraph("ett"), .pageBreak, .paragraph(Paragraph(text: mixed, style: "body")),
    ])
    let origins = proof.origins.map { "\($0.place.file.index):\($0.place.line) \($0.page)" }
    #expect(origins == ["0:1 1", "0:9 2", "7:1 2"])
  }
}
