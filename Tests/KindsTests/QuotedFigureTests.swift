import Diagnostics
import Input
import Kinds
import TestSupport
import Testing

@Suite struct QuotedFigureTests {
  private static let schema = """
    type: object
    properties:
      text: {type: [string, object], format: markdown, properties: {fil: {type: string}}}
      summa: {type: [string, number], format: belopp}
      bilagor:
        type: array
        items:
          type: object
          properties:
            id: {type: string}
            rubrik: {type: string}
            resultat: {$ref: "#/$defs/tabell"}
            ramar: {$ref: "#/$defs/tabell"}
    $defs:
      tabell:
        type: object
        properties:
          enhet: {type: string}
          kolumner:
            type: array
            format: kolumner
            items: {type: object, properties: {rubrik: {type: [string, number]}}}
          rader:
            type: array
            items:
              type: object
              properties:
                slag: {type: string}
                celler: {type: array, format: celler, items: {type: [string, number, "null"]}}
    """

  private static let tables = """

    bilagor:
      - id: bilaga-1
        resultat:
          kolumner: [{rubrik: Alla belopp i tusentals kronor}, {rubrik: Utfall 2022}, {rubrik: Budget 2023}]
          rader:
            - {celler: [Verksamhetens intäkter, "1 064 480", "1 070 200"]}
            - {celler: [(-) Kostnader m.m., "-7 126,5", ".."]}
            - {celler: [Resultat, "-212", ~]}
        ramar:
          enhet: mnkr
          kolumner: [{rubrik: Nämnd}, {rubrik: Budget 2023}, {rubrik: Plan 2023}]
          rader:
            - {celler: [Trafiknämnden, "374,6", 1]}
            - {celler: [Kulturnämnden, "99,0", 1]}
            - {celler: [Kulturnämnden, "99,0", 1]}
    """

  private func fill(_ text: MarkedText) throws -> (text: String, found: [Diagnostic]) {
    let (schemaValue, _) = readYAML(Self.schema, file: .none)
    let written = try #require(schemaValue)
    let schema = try #require(Schema.read(written).0)
    let (value, faults) = readYAML(text.text + Self.tables, file: FileID(index: 0))
    #expect(faults.isEmpty)
    let plan = try #require(value)
    let (filled, found) = QuotedFigures(of: plan, schema: schema).filledPlan()
    return (filled["text"]?.scalar?.text ?? "", found)
  }

  @Test(arguments: [
    ("{{bilaga1.resultat.2022}}", "\u{2212}212"),
    ("{{Bilaga 1 . Verksamhetens intäkter . Utfall 2022}}", "1\u{A0}064\u{A0}480"),
    ("{{resultat.verksamhetens-intäkter.2022|mnkr 1}}", "1\u{A0}064,5"),
    ("{{bilaga-1.Kostnader m.m..2022|absolut}}", "7\u{A0}126,5"),
    ("{{bilaga1.trafiknämnden.budget 2023|tkr enhet}}", "374\u{A0}600,0\u{A0}tkr"),
    ("{{ramar.Trafiknämnden.Budget 2023|heltal +}}", "+375"),
    (#"\{{ och {{bilaga1.resultat.2022}}."#, #"\{{ och −212."#),
  ])
  func `a figure is printed where a text refers to it`(written: String, printed: String) throws {
    let (text, found) = try fill(MarkedText("text: '\(written)'"))
    #expect(found.map(\.message.en) == [])
    #expect(text == printed)
  }

  @Test(
    arguments: [
      ("{{bilga1.resultat.2022}}", "no table is called 'bilga1'", "did you mean 'bilaga-1'?"),
      (
        "{{bilaga1.resultatt.2022}}", "the table 'bilaga-1' has no row 'resultatt'",
        "did you mean 'Resultat'?"
      ),
      ("{{bilaga1.resultat.2024}}", "the table 'bilaga-1' has no column '2024'", nil),
      ("{{bilaga1.kostnader mm.2023}}", "the cell holds '..', which is no number", nil),
      ("{{bilaga1.resultat.2023}}", "the cell is empty", nil),
      (
        "{{ramar.kulturnämnden.budget 2023}}",
        "2 rows are called 'kulturnämnden'; give them different names", nil
      ),
      (
        "{{ramar.trafiknämnden.2023}}",
        "2 columns have '2023' in their heads; write the whole head", nil
      ),
      (
        "{{bilaga1.resultat}}",
        "'{{bilaga1.resultat}}' should be table.row.column, as {{bilaga1.resultat.2023}}", nil
      ),
      (
        "{{bilaga1.resultat.2022|kr två}}",
        "'kr två' is no way to print a figure; there are kr, tkr, mnkr, mdkr, heltal, 0–9, enhet, +, absolut",
        nil
      ),
      (
        "{{bilaga1.resultat.2022", "'{{' refers to a figure and should end with '}}'",
        #"write \{{ for braces that are to be printed"#
      ),
    ] as [(String, String, String?)])
  func `a reference that leads to no figure is told at its place`(
    written: String, message: String, fix: String?
  ) throws {
    let (text, found) = try fill(MarkedText("text: 'Se \(written)'"))
    #expect(found.map(\.message.en) == [message])
    #expect(found.first?.code == .unknownFigure)
    #expect(found.first?.place?.column == 11)
    #expect(found.first?.fixes.first?.message.en == fix)
    #expect(text == "Se \(written)")
  }

  @Test func `a file's text is filled too, and what follows a figure keeps its place`() throws {
    let (schemaValue, _) = readYAML(Self.schema, file: .none)
    let written = try #require(schemaValue)
    let schema = try #require(Schema.read(written).0)
    let (value, _) = readYAML("text: a" + Self.tables, file: FileID(index: 0))
    let file = FileID(index: 1)
    let scalar = Scalar(
      "Vi får\n{{bilaga1.resultat.2022}} i år\nslut", style: .file,
      places: PlaceMap(
        start: Place(file: file, line: 1, column: 1),
        turns: [
          .init(offset: 8, place: Place(file: file, line: 2, column: 1)),
          .init(offset: 40, place: Place(file: file, line: 3, column: 1)),
        ]))
    let plan = try #require(value)
    let figures = QuotedFigures(of: plan, schema: schema)
    let (filled, found) = figures.filled(scalar)
    #expect(found.isEmpty)
    #expect(filled.text == "Vi får\n\u{2212}212 i år\nslut")
    let end = filled.text.utf8.count
    #expect(
      filled.places.place(at: end - 4, in: filled.text) == Place(file: file, line: 3, column: 1))
    let after = filled.text.utf8.count - "i år\nslut".utf8.count
    #expect(
      filled.places.place(at: after, in: filled.text) == Place(file: file, line: 2, column: 27))
  }
}
