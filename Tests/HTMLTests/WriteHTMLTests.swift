import FoundationXML
import Foundation
import HTML
import Manuscript
import Swedish
import Testing

struct WriteHTMLTests {
  private static func page(
    _ blocks: [Block], notes: [Note] = [], language: String = "sv-SE",
    pageNumbers: [String: String] = [:]
  ) -> String {
    writeHTML(
      Document(
        metadata: Metadata(title: "Plan & budget", language: language), blocks: blocks,
        notes: notes), options: HTMLOptions(pageNumbers: pageNumbers))
  }

  /// What stands between the main element's tags.
  private static func body(
    _ blocks: [Block], notes: [Note] = [], pageNumbers: [String: String] = [:]
  ) throws -> String {
    let page = page(blocks, notes: notes, pageNumbers: pageNumbers)
    let start = try #require(page.range(of: "<main id=\"_main\">\n"))
    let end = try #require(page.range(of: "</main>"))
    return String(page[start.upperBound..<end.lowerBound])
  }

  private static func text(_ words: String, _ spans: [RichText.Span] = []) -> RichText {
    RichText(words, spans: spans)
  }

  private static let cover = Block.cover(
    Cover(parts: [
      .init(name: "title", text: RichText("Plan & budget")),
      .init(name: "mark", text: RichText("RJL 2023/18")),
    ]))

  private static let chart = Block.figure(
    Figure(
      .chart(
        Chart(
          kind: .columns, categories: ["jan", "feb"],
          series: [.init(name: "Utfall", values: [Amount(1), nil])], unit: "procent")),
      alternate: "Ett & inget.", label: RichText("Figur 1"), caption: RichText("Antal")))

  @Test func `a chart is a drawing, with its numbers in a table that readers open`() throws {
    let page = writeHTML(
      Document(metadata: Metadata(title: "x"), blocks: [Self.chart]), options: HTMLOptions()
    ) { chart, spoken in "<svg><title>\(chart.categories.count) \(spoken.count)</title></svg>" }
    #expect(page.contains("</figcaption><svg><title>2 12</title></svg><details><summary>"))
    #expect(page.contains("<th scope=\"row\">jan</th><td class=\"figures\">1</td>"))
    #expect(page.contains("<strong>Figur 1</strong> Antal</figcaption>"))
  }

  @Test func `where nobody draws, the table stands for a chart`() throws {
    let body = try Self.body([Self.chart])
    #expect(body.contains("</figcaption><div class=\"table\""))
    #expect(!body.contains("<details>"))
  }

  @Test func `an abbreviation says what it stands for, inside what it is stressed by`() throws {
    let body = try Self.body([
      .paragraph(
        Paragraph(
          text: Self.text(
            "Hos IVO & t.ex.",
            [
              .init(start: 4, end: 7, marks: .strong, expansion: "Inspektionen för \"vård\""),
              .init(start: 10, end: 15, expansion: "till exempel"),
            ]), style: "body"))
    ])
    #expect(
      body.contains(
        """
        <p>Hos <strong><abbr title="Inspektionen för &quot;vård&quot;">IVO</abbr></strong> &amp; \
        <abbr title="till exempel">t.ex.</abbr></p>
        """), "\(body)")
  }

  @Test func `says its language, its title and how wide screens are`() {
    let page = Self.page([])
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"sv-SE\""))
    #expect(page.contains("<title>Plan &amp; budget</title>"))
    #expect(page.contains("width=device-width"))
    #expect(!page.contains("src="), "nothing is loaded")
  }

  @Test func `speaks the document's language to those who listen`() {
    #expect(Self.page([]).contains(">Till innehållet</a>"))
    #expect(Self.page([], language: "en-GB").contains(">Skip to content</a>"))
  }

  @Test func `puts the cover's title over all headings`() {
    let page = Self.page([
      Self.cover,
      .heading(Heading(level: 1, text: RichText("Mål"), id: "mål", style: "heading-1")),
    ])
    #expect(page.contains("<h1 class=\"cover-title\">Plan &amp; budget</h1>"))
    #expect(page.contains("<p class=\"cover-mark\">RJL 2023/18</p>"))
    #expect(page.contains("<h2 id=\"mål\">Mål</h2>"))
  }

  @Test func `keeps heading levels where no title stands above them, and tells those past six`()
    throws
  {
    let body = try Self.body(
      [1, 6, 7].map {
        .heading(Heading(level: $0, number: "\($0)", text: RichText("R"), id: "r\($0)", style: ""))
      })
    #expect(body.contains("<h1 id=\"r1\"><span class=\"number\">1</span> R</h1>"))
    #expect(body.contains("<h6 id=\"r6\">"))
    #expect(body.contains("<div id=\"r7\" role=\"heading\" aria-level=\"7\">"))
  }

  @Test func `writes stress, languages, links and line breaks`() throws {
    let body = try Self.body([
      .paragraph(
        Paragraph(
          text: Self.text(
            "a\u{2028}b<c d e",
            [
              .init(start: 0, end: 1, marks: [.strong, .emphasis]),
              .init(start: 4, end: 5, language: "en"),
              .init(start: 8, end: 9, target: .address("https://x.se/?a=1&b=2")),
              .init(start: 10, end: 11, target: .address("javascript:x")),
            ]), style: "body"))
    ])
    #expect(
      body == """
        <p><strong><em>a</em></strong><br/><span lang="en">b</span>&lt;c \
        <a href="https://x.se/?a=1&amp;b=2">d</a> e</p>

        """)
  }

  @Test func `says the printed page in a reference to it`() throws {
    let paragraph = Block.paragraph(
      Paragraph(
        text: Self.text("sidan ?", [.init(start: 6, end: 7, target: .page(of: "mål"))]),
        style: "body"))
    let body = try Self.body([paragraph], pageNumbers: ["mål": "12"])
    #expect(body == "<p>sidan <a href=\"#mål\">12</a></p>\n")
  }

  @Test func `links notes and their calls both ways`() throws {
    let call = RichText.Span(start: 1, end: 2, marks: .raised, target: .note(0))
    let body = try Self.body(
      [
        .paragraph(Paragraph(text: Self.text("a1", [call]), style: "body")),
        .paragraph(Paragraph(text: Self.text("b1", [call]), style: "body")),
      ], notes: [Note(mark: "1", text: RichText("Noten."))])
    #expect(
      body.contains("a<sup><a href=\"#_note-1\" id=\"_call-1-1\" class=\"call\">1</a></sup>"))
    #expect(body.contains("id=\"_call-1-2\""))
    #expect(body.contains("<div class=\"note\" id=\"_note-1\" role=\"note\">"))
    #expect(body.contains("href=\"#_call-1-1\" aria-label=\"Tillbaka till texten\""))
    #expect(body.contains("href=\"#_call-1-2\""))
  }

  @Test func `gives head cells their scope, and groups rows under their heading`() throws {
    let table = Table(
      label: RichText("Tabell 1"), caption: RichText("Mått"),
      columns: [Table.Column(), Table.Column(alignment: .decimal)],
      head: [Table.Row(cells: [Table.Cell(RichText("Namn")), Table.Cell(RichText("2024"))])],
      rows: [
        Table.Row(
          cells: [Table.Cell(content: .text(RichText("Barn")), columnSpan: 2)], kind: .group),
        Table.Row(cells: [
          Table.Cell(
            content: .text(RichText("Besök")),
            badges: [Table.Badge(text: RichText("N"), spoken: "nämndens")], isRowHead: true),
          Table.Cell(RichText("7,5")),
        ]),
        Table.Row(
          cells: [Table.Cell(content: .text(RichText("Vuxna")), columnSpan: 2)], kind: .group),
        Table.Row(
          cells: [Table.Cell(RichText("Summa")), Table.Cell(RichText("9"))], kind: .total),
      ], id: "mått")
    let body = try Self.body([.table(table)])
    for line in [
      "<table id=\"mått\">", "<caption id=\"_table-1\"><strong>Tabell 1</strong> Mått</caption>",
      "<th scope=\"col\">Namn</th><th scope=\"col\" class=\"figures\">2024</th>",
      "<th scope=\"rowgroup\" colspan=\"2\">Barn</th>",
      "<th scope=\"row\"><span class=\"badge\" role=\"img\" aria-label=\"nämndens\">N</span> Besök",
      "<td class=\"figures\">7,5</td>", "</tbody>\n<tbody>\n<tr class=\"group\">",
      "<tr class=\"total\"><td>Summa</td>",
    ] { #expect(body.contains(line), "\(line)") }
  }

  @Test func `counts a list as its own form says`() throws {
    let item = Block.paragraph(Paragraph(text: RichText("ett"), style: "list"))
    let body = try Self.body([
      .list(List(marking: .numbers(from: 3), form: "(a)", items: [[item]], style: "list"))
    ])
    #expect(body == "<ol start=\"3\" type=\"a\">\n<li>ett</li>\n</ol>\n")
  }

  @Test func `nests contents as headings do`() throws {
    let body = try Self.body([
      .contents(Contents(title: RichText("Innehåll"), levels: 2)),
      .heading(Heading(level: 1, text: RichText("A"), id: "a", style: "")),
      .heading(Heading(level: 2, text: RichText("B"), id: "b", style: "")),
      .heading(Heading(level: 1, text: RichText("C"), id: "c", style: "")),
    ])
    let flat = body.replacing("\n", with: "")
    #expect(
      flat.contains(
        "<ol><li><a href=\"#a\">A</a><ol><li><a href=\"#b\">B</a></li></ol></li>"
          + "<li><a href=\"#c\">C</a></li></ol>"))
  }

  @Test func `is well-formed, whatever characters a plan holds`() {
    let hostile = RichText("a\u{0}b\u{1F}<>&\"'\u{FFFE}\u{E000}]]>--é")
    let page = Self.page([
      Self.cover,
      .paragraph(Paragraph(text: hostile, style: "x\" onclick=\"y")),
      .list(
        List(
          marking: .numbers(from: 3),
          items: [[.paragraph(Paragraph(text: hostile, style: "list"))], []], style: "list")),
      .keyValues(KeyValues(pairs: [.init(key: hostile, value: hostile)], style: "key-value")),
      .table(
        Table(
          columns: [Table.Column()], head: [],
          rows: [
            Table.Row(cells: [
              Table.Cell(
                content: .blocks([.paragraph(Paragraph(text: hostile, style: "cell"))]),
                rowSpan: 2)
            ]), Table.Row(cells: []),
          ])),
    ])
    let parser = XMLParser(data: Data(page.utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
  }
}
