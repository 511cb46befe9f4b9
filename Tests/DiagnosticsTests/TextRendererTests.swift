import Diagnostics
import TestSupport
import Testing

struct TextRendererTests {
  /// A diagnostic at a mark.
  private func found(_ text: MarkedText, width: Int = 1) -> Diagnostic {
    let place = text.place(of: 1)
    return Diagnostic(
      .error, .unknownKey,
      Message(sv: "okänd nyckel 'målvarde' i mätetal", en: "unknown key 'målvarde' in mätetal"),
      at: place, endColumn: Int(place.column) + width)
  }

  @Test func `a diagnostic is its place, its line, a marker and what to do`() {
    let plan = MarkedText("mätetal:\n  2️⃣namn: Kö\n  1️⃣målvarde: 80 %\n")
    var diagnostic = found(plan, width: 8)
    diagnostic.fixes = [
      .init(Message(sv: "menade du 'målvärde'?", en: "did you mean 'målvärde'?"))
    ]
    diagnostic.notes = [
      .init(Message(sv: "mätetalet börjar här", en: "it begins here"), at: plan.place(of: 2)),
      .init(Message(sv: "schemat: dokument", en: "the schema: dokument")),
    ]
    #expect(
      TextRenderer().render(diagnostic, sources: plan.sources) == """
        plan.yaml:3:3: fel: okänd nyckel 'målvarde' i mätetal [unknown-key]
          3 |   målvarde: 80 %
            |   ^~~~~~~~
          menade du 'målvärde'?
        plan.yaml:2:3: anmärkning: mätetalet börjar här
          2 |   namn: Kö
            |   ^
          schemat: dokument

        """)
    let english = TextRenderer(language: .english).render(diagnostic, sources: plan.sources)
    #expect(english.hasPrefix("plan.yaml:3:3: error: unknown key 'målvarde' in mätetal"))
    #expect(english.contains("did you mean"))
  }

  @Test func `a replacement is shown with its verb, unless the words hold it`() {
    let plan = MarkedText("a: 1️⃣>6\n")
    var diagnostic = found(plan, width: 2)
    diagnostic.fixes = [
      .init(Message(sv: "skriv", en: "write"), replacement: "\">6\""),
      .init(Message(sv: "byt mot ≥7", en: "use ≥7"), replacement: "≥7"),
    ]
    let lines = TextRenderer().render(diagnostic, sources: plan.sources).split(separator: "\n")
    #expect(lines.suffix(2) == ["  skriv: \">6\"", "  byt mot ≥7"])
  }

  @Test(arguments: [
    ("\ta: 1️⃣b\n", "    a: b", "       ^"),
    ("å\u{308}e\u{301}: 1️⃣b\n", "å\u{308}e\u{301}: b", "    ^"),
    ("日本: 1️⃣b\n", "日本: b", "      ^"),
    ("👩 1️⃣b\n", "👩 b", "   ^"),
    ("a\u{1B}[31m1️⃣b\n", "a␛[31mb", "      ^"),
    ("a: b1️⃣\n", "a: b", "    ^"),
  ])
  func `the marker stands under the fault whatever is before it`(
    text: String, line: String, marker: String
  ) {
    let plan = MarkedText(text)
    let lines = TextRenderer().render(found(plan), sources: plan.sources).split(separator: "\n")
    #expect(lines[1] == "  1 | " + line)
    #expect(lines[2] == "    | " + marker)
  }

  @Test(arguments: [0, 1, 50, 400, 100_000, 999_990])
  func `a line that is too wide is cut round the fault`(column: Int) throws {
    let before = String(repeating: "x", count: column)
    let plan = MarkedText(before + "1️⃣FEL" + String(repeating: "y", count: 1_000_000 - column))
    let shown = TextRenderer(width: 40).render(found(plan, width: 3), sources: plan.sources)
    let lines = shown.split(separator: "\n")
    #expect(lines.allSatisfy { $0.unicodeScalars.count <= 80 })
    let at = try #require(lines[1].firstRange(of: "FEL")?.lowerBound)
    let caret = try #require(lines[2].firstIndex(of: "^"))
    #expect(
      lines[1].distance(from: lines[1].startIndex, to: at)
        == lines[2].distance(from: lines[2].startIndex, to: caret))
    #expect(lines[2].hasSuffix("^~~"))
  }

  @Test func `colour comes only when asked for`() {
    let plan = MarkedText("1️⃣a: b\n")
    let plain = TextRenderer().render(found(plan), sources: plan.sources)
    let coloured = TextRenderer(usesColour: true).render(found(plan), sources: plan.sources)
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.contains("\u{1B}[1;31mfel:\u{1B}[0m"))
  }

  @Test func `what is known of the place is told`() {
    let plan = MarkedText("a: b\n")
    let message = Message(sv: "sidan är full", en: "the page is full")
    let whole = Place(file: plan.file, line: 0, column: 0)
    let renderer = TextRenderer()
    #expect(
      renderer.render(
        Diagnostic(.warning, .overfullPage, message, at: whole, page: 3), sources: plan.sources)
        == "plan.yaml: varning: sidan är full (sida 3) [overfull-page]\n")
    #expect(
      renderer.render(Diagnostic(.note, .overfullPage, message), sources: plan.sources)
        == "anmärkning: sidan är full [overfull-page]\n")
    let beyond = Place(file: plan.file, line: 9, column: 9)
    #expect(
      renderer.render(
        Diagnostic(.error, .overfullPage, message, at: beyond), sources: plan.sources)
        == "plan.yaml:9:9: fel: sidan är full [overfull-page]\n")
  }
}

struct CellPlaceTests {
  private let finding: Diagnostic
  private let sources: SourceSet

  init() {
    var sources = SourceSet()
    let sheet = sources.add(path: "budget.xlsx", text: "", sheet: "Bilaga 2")
    self.sources = sources
    finding = Diagnostic(
      .error, .wrongFormat, Message(sv: "fel sort", en: "wrong kind"),
      at: Place(sheet: sheet, row: 7, cellColumn: 3), endColumn: 4, path: "rader[4].belopp")
  }

  @Test func `a place in a workbook is its sheet and cell`() {
    let text = TextRenderer().render(finding, sources: sources)
    #expect(text == "budget.xlsx[Bilaga 2!C7]: fel: fel sort [wrong-format]\n")
    let json = renderJSON([finding], sources: sources)
    for part in [
      "\"sheet\": \"Bilaga 2\"", "\"cell\": \"C7\"", "\"line\": null", "\"endColumn\": null",
    ] {
      #expect(json.contains(part))
    }
    let log = renderSARIF([finding], sources: sources)
    #expect(log.contains("\"fullyQualifiedName\": \"Bilaga 2!C7\"") && !log.contains("region"))
    #expect(log.contains("\"fullyQualifiedName\": \"rader[4].belopp\""))
  }

  @Test(arguments: [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD")])
  func `columns are named as spreadsheets do`(column: Int, name: String) {
    #expect(Place.Cell(row: 1_048_576, column: column).name == name + "1048576")
    let place = Place(sheet: FileID(index: 0), row: 5, cellColumn: column)
    #expect(place.cell.column == column)
    // Characters within the cell do not lead to its neighbour.
    let last = PlaceMap(start: place).place(at: 32_766, in: String(repeating: "a", count: 32_767))
    #expect(last.cell == place.cell && last > place)
  }
}
