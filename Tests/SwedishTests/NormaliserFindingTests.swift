import Diagnostics
import Swedish
import Testing

@Suite struct NormaliserFindingTests {
  @Test(
    arguments: [
      ("Summa 297 464 502 256", .digitGroups, "297 464 502 256"),
      ("cirka 107.135", .decimalComma, "107.135"),
      ("1.234.567 personer", .digitGroups, "1.234.567"),
      ("klarar 8, 31 %", .numberList, "8, 31"),
      ("öppet från 9–17", .intervalWords, "9–17"),
      ("mellan 9-17", .intervalWords, "9-17"),
      ("cirka 3–400 personer", .intervalWords, "3–400"),
      ("cirka 2-3 000 kr", .intervalWords, "2-3 000"),
      ("vann med 3-2", .interval, "3-2"),
      ("resan Stockholm-Göteborg", .interval, "Stockholm-Göteborg"),
      ("ett \"mål", .quotes, "\""),
      ("Han sa \"Kom.\".", .quotedPoint, "\"."),
      ("Lars' bok", .apostrophe, "'"),
      ("resp nämnd", .abbreviation, "resp"),
      ("tom hösten", .abbreviation, "tom"),
      ("T.ex. vården", .abbreviationPlace, "T.ex"),
      ("t.ex. vård m.fl. delar", .abbreviationPlace, "t.ex. vård m.fl"),
      ("inom IT och", .initialism, "IT"),
      ("medlem i NATO", .initialism, "NATO"),
      ("den 2023-11-29", .dateForm, "2023-11-29"),
      ("under vecka 12", .week, "vecka 12"),
      ("Inledning ....... 4", .ellipsis, "......."),
      ("kronor2024", .missingSpace, "kronor2024"),
      ("slut.Börja", .missingSpace, "slut.Börja"),
      ("Det är så. 25 personer kom", .adjacentNumbers, "25"),
      ("under 2023 25 personer", .adjacentNumbers, "2023 25"),
      ("en 10%-ig höjning", .percentCompound, "10%"),
      ("147,5 tkr", .amountDecimals, "147,5 tkr"),
      ("147,555 mnkr", .amountDecimals, "147,555 mnkr"),
      ("slut.. men", .doublePoint, ".."),
    ] as [(String, Rule, String)])
  func `what the rules cannot decide is told`(_ text: String, _ rule: Rule, _ stretch: String) {
    let places = PlaceMap(start: Place(file: .none, line: 1, column: 1))
    let result = normalise(text, places: places, context: .prose)
    #expect(result.findings.map(\.rule) == [rule])
    #expect(result.diagnostics.map(\.severity) == [.note])
    let found = result.findings.map { Array(text.utf8)[$0.range] }
    #expect(found.map { String(decoding: $0, as: UTF8.self) } == [stretch])
    let before = text.utf8.prefix(result.findings.first?.range.lowerBound ?? 0)
    #expect(
      result.diagnostics.first?.place?.column
        == Int32(String(decoding: before, as: UTF8.self).unicodeScalars.count + 1))
  }

  @Test(arguments: [
    "Vården kostar 147,5 mnkr per år.", "kl. 9–17", "från 9 till 17", "Annas bok", "”mål”",
    "Nato och it", "den 29 november 2023", "t.ex. vård", "1 234 567 personer", "3–5 månader",
    "Kalmar län", "tv:n", "8,31 %", "10-procentig",
  ])
  func `what is right is not told`(_ text: String) {
    #expect(normalise(text, places: .none, context: .prose).diagnostics.isEmpty)
  }

  @Test func `headings and cells may have dates in figures, headings no m.m.`() {
    for context in [NormalisingContext.heading, .cell] {
      #expect(normalise("2023-11-29", places: .none, context: context).diagnostics.isEmpty)
    }
    let heading = normalise("Vård m m", places: .none, context: .heading)
    #expect(heading.findings.map(\.rule) == [.abbreviationPlace])
  }

  @Test func `what is hard to read on the web is told there only`() {
    let web = NormalisingOptions(isForWeb: true)
    let text = "fr.o.m. 2023, ev. senare"
    #expect(normalise(text, places: .none, context: .prose).findings.isEmpty)
    let found = normalise(text, places: .none, context: .prose, options: web).findings
    #expect(found.map(\.rule) == [.webAbbreviation, .webAbbreviation])
  }

  @Test func `nothing is told where nobody listens`() {
    let quiet = NormalisingOptions(tellsFindings: false)
    let result = normalise("resp \"mål", places: .none, context: .prose, options: quiet)
    #expect(result.text == "resp ”mål")
    #expect(result.findings.isEmpty && result.diagnostics.isEmpty)
  }
}
