import Manuscript
import Testing

@testable import PDF

struct SpokenTextTests {
  @Test func `what is read otherwise than it is written is a span that says so`() throws {
    var text = RichText("Det kostar bl.a. \u{2212}5 kr.")
    text.setReading(of: 11..<16, expansion: "bland annat")
    text.setReading(of: 17..<21, spoken: "minus 5")
    let sample = try TaggedSample([.paragraph(text)])
    let bytes = try sample.written()
    let file = readPDF(bytes, expecting: sample.pages.readingText(words: sample.words))
    #expect(file.findings == [])
    #expect(
      file.report.contains(
        """
          P "Det kostar "
            Span e="bland annat" "bl.a."
            " "
            Span alt="minus 5" "\u{2212}5"
            " kr."

        """), "\(file.report)")
    // What is searched for is what is seen.
    #expect(file.text.contains("bl.a. \u{2212}5 kr."))
  }

  @Test func `a mark in a cell says what it means`() throws {
    let badge = Table.Badge(text: RichText("VO"), spoken: "verksamhetsområde")
    let cell = Table.Cell(content: .text(RichText("Väntetid")), badges: [badge])
    let table = Table(
      columns: [Table.Column()], head: [Table.Row(cells: [Table.Cell(RichText("Mått"))])],
      rows: [Table.Row(cells: [cell])])
    let file = readPDF(try TaggedSample([.table(table)]).written())
    #expect(file.findings == [])
    #expect(file.report.contains("Span alt=\"verksamhetsområde\" \"VO"), "\(file.report)")
  }

  @Test func `a reading splits what is stressed, and leaves links and other languages alone`() {
    var text = RichText(
      "bl.a. ca st.", spans: [RichText.Span(start: 0, end: 9, marks: .strong)])
    text.setReading(of: 0..<5, expansion: "bland annat")
    text.setReading(of: 6..<8, expansion: "cirka")
    #expect(text.dump == "\"**bl.a.**[means bland annat]** ****ca**[means cirka]** **st.\"")
    for span in [
      RichText.Span(start: 0, end: 9, target: .address("a")),
      RichText.Span(start: 0, end: 9, language: "en"), RichText.Span(start: 2, end: 9),
    ] {
      var text = RichText("bl.a. ca st.", spans: [span])
      text.setReading(of: 0..<5, expansion: "bland annat")
      #expect(text.spans == [span])
    }
  }
}
