import Manuscript
import Swedish
import TestSupport
import Testing

@testable import PDF

/// What each kind of block is in the finished file, as text.
struct BlockTagTests {
  /// A small document of one kind of block.
  struct Sample: CustomTestStringConvertible {
    var name: String
    var blocks: [Block]
    var notes: [Manuscript.Note] = []

    var testDescription: String { name }
  }

  private static func cells(_ texts: [String], headsRow: Bool = false) -> [Table.Cell] {
    texts.enumerated().map { index, text in
      Table.Cell(content: .text(RichText(text)), isRowHead: headsRow && index == 0)
    }
  }

  private static func columns(_ count: Int) -> [Table.Column] {
    Array(repeating: Table.Column(), count: count)
  }

  private static func span(
    _ text: String, _ span: RichText.Span
  ) -> Block { .paragraph(RichText(text, spans: [span])) }

  private static func chart(_ kind: Chart.Kind) -> Figure.Content {
    .chart(
      Chart(
        kind: kind, categories: ["jan", "feb"],
        series: [.init(name: "Utfall", values: [Amount(1), Amount(2)])],
        target: .init(name: "Mål", amount: Amount(2))))
  }

  static let samples: [Sample] = [
    Sample(
      name: "headings",
      blocks: [
        .heading(1, "Ett", id: "ett"), .paragraph("a"), .heading(2, "Två", id: "två"),
        .heading(3, "Tre", id: "tre"), .paragraph("b"), .heading(2, "Fyra", id: "fyra"),
        .heading(1, "Fem", id: "fem"), .paragraph("c"),
      ]),
    Sample(
      name: "spans",
      blocks: [
        span("en länk här", .init(start: 3, end: 8, target: .address("https://example.org"))),
        span("med čáhci i", .init(start: 4, end: 11, language: "se")),
        span("bl.a. så", .init(start: 0, end: 5, expansion: "bland annat")),
        span("\u{2212}5 kr", .init(start: 0, end: 4, spoken: "minus 5")),
      ]),
    Sample(
      name: "lists",
      blocks: [
        .list(
          List(
            marking: .numbers(from: 3),
            items: [[.paragraph("först"), .bullets(["inre", "nästa"])], [.paragraph("sedan")]],
            style: "list"))
      ]),
    Sample(
      name: "table-plain",
      blocks: [.table(head: "Namn|Tal", rows: ["a|1", "b|"], caption: "Tabell ett")]),
    Sample(
      name: "table-two-heads",
      blocks: [
        .table(
          Table(
            columns: columns(3),
            head: [
              Table.Row(cells: [
                Table.Cell(content: .text(RichText("Post")), rowSpan: 2),
                Table.Cell(content: .text(RichText("Belopp")), columnSpan: 2),
              ]), Table.Row(cells: cells(["i år", "i fjol"])),
            ], rows: [Table.Row(cells: cells(["Löner", "5", "4"], headsRow: true))]))
      ]),
    Sample(
      name: "table-groups-and-sums",
      blocks: [
        .table(
          Table(
            columns: columns(2), head: [Table.Row(cells: cells(["Post", "Kr"]))],
            rows: [
              Table.Row(
                cells: [Table.Cell(content: .text(RichText("Drift")), columnSpan: 2)], kind: .group),
              Table.Row(cells: cells(["Löner", "5"])),
              Table.Row(cells: cells(["varav chefer", "1"]), kind: .part),
              Table.Row(cells: cells(["Summa", "5"]), kind: .subtotal),
              Table.Row(cells: cells(["I allt", "5"]), kind: .total),
            ]))
      ]),
    Sample(
      name: "table-row-spans",
      blocks: [
        .table(
          Table(
            columns: columns(2), head: [Table.Row(cells: cells(["Mål", "Mått"]))],
            rows: [
              Table.Row(cells: [
                Table.Cell(content: .text(RichText("mål")), rowSpan: 2, isRowHead: true),
                Table.Cell(RichText("ett")),
              ]), Table.Row(cells: cells(["två"])),
            ]))
      ]),
    Sample(
      name: "table-blocks-in-cells",
      blocks: [
        .table(
          Table(
            columns: columns(1), head: [Table.Row(cells: cells(["Aktivitet"]))],
            rows: [
              Table.Row(cells: [
                Table.Cell(
                  content: .blocks([.paragraph("text"), .bullets(["en", "två"])]),
                  badges: [Table.Badge(text: RichText("VO"), spoken: "verksamhetsområde")])
              ])
            ]))
      ]),
    Sample(
      name: "key-values",
      blocks: [
        .keyValues(
          KeyValues(
            pairs: [KeyValues.Pair(key: RichText("Tid"), value: RichText("kl. 13"))],
            style: "key-value"))
      ]),
    Sample(
      name: "contents",
      blocks: [
        .contents(Contents(title: RichText("Innehåll"), levels: 2)),
        .heading(1, "Ett", id: "ett"), .heading(2, "Två", id: "två"),
      ]),
    Sample(
      name: "notes",
      blocks: [
        span("se1", .init(start: 2, end: 3, marks: .raised, target: .note(0))),
        span("om1", .init(start: 2, end: 3, marks: .raised, target: .note(0))),
        .notes(style: "note"),
      ], notes: [Manuscript.Note(mark: "1", text: RichText("Noten."))]),
    Sample(
      name: "panel-and-quotation",
      blocks: [
        .panel(Panel(title: RichText("Fakta"), blocks: [.paragraph("a"), .bullets(["b"])])),
        .quotation(Quotation(blocks: [.paragraph("orden")], source: RichText("Ada"))),
      ]),
    Sample(
      name: "signatures",
      blocks: [
        .signatures(
          Signatures(
            places: ["Ada", "Bo"].map {
              Signatures.Place(
                role: RichText("Ordförande"), name: RichText($0), text: RichText("justerare"))
            }))
      ]),
    Sample(
      name: "charts",
      blocks: [
        .figure(
          Figure(
            chart(.line), alternate: "Från 1 till 2.", caption: RichText("Antal"),
            credit: RichText("Källa: egen"))),
        .table(
          Table(
            columns: columns(2), head: [Table.Row(cells: cells(["Namn", "Kurva"]))],
            rows: [
              Table.Row(cells: [
                Table.Cell(content: .text(RichText("Ada")), isRowHead: true),
                Table.Cell(
                  content: .blocks([.figure(Figure(chart(.sparkline), alternate: "uppåt"))])),
              ])
            ])),
      ]),
    Sample(
      name: "part-and-landscape",
      blocks: [
        .heading(1, "Ett", id: "ett"), .landscape([.paragraph("liggande")]),
        .part(Part(blocks: [.heading(1, "Bilaga", id: "bilaga"), .paragraph("text")])),
      ]),
  ]

  @Test(arguments: samples)
  func `has the elements, names and words that were looked at`(_ block: Sample) throws {
    let sample = try TaggedSample(block.blocks, notes: block.notes, lines: 30)
    let file = readPDF(
      try sample.written(), expecting: sample.pages.readingText(words: sample.words))
    #expect(file.findings == [])
    let tree = file.report.split(separator: "\n").drop { $0 != "Document" }
    try expectSnapshot(tree.joined(separator: "\n") + "\n", block.name)
  }
}
