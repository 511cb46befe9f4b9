import Diagnostics
import Swedish
import Testing

@Suite struct NormalisedTextTests {
  private func normalised(
    _ text: String, _ context: NormalisingContext = .prose,
    _ options: NormalisingOptions = NormalisingOptions(), exempt: [Exemption] = []
  ) -> NormalisedText {
    let places = PlaceMap(start: Place(file: FileID(index: 0), line: 3, column: 8))
    return normalise(text, places: places, context: context, options: options, exemptions: exempt)
  }

  @Test(arguments: [
    ("2023: 9 120", "2023: 9\u{202F}120"), ("9 120 (2023)", "9\u{202F}120 (2023)"),
    ("2023: 9 120\n2024: 9 200", "2023: 9\u{202F}120\n2024: 9\u{202F}200"),
    ("2023", "2\u{202F}023"), ("(2023)", "(2\u{202F}023)"),
  ])
  func `a year that says when is none of a column's numbers`(cell: String, expected: String) {
    let result = normalise(cell, places: .none, context: .cell, column: .numbers)
    #expect(result.text == expected)
  }

  @Test func `changes say their rule, their place and what became of what`() {
    let result = normalised("Ökar 14% - \"mål\"")
    #expect(result.text == "Ökar 14\u{A0}%\u{A0}– ”mål”")
    #expect(result.changes.map(\.rule) == [.percent, .dash, .dash, .quotes, .quotes])
    #expect(result.changes.map(\.before) == ["", " ", "-", "\"", "\""])
    #expect(result.changes.map(\.after) == ["\u{A0}", "\u{A0}", "–", "”", "”"])
    // Ö is two bytes and one column.
    #expect(result.changes.map { Int($0.place.column) } == [15, 16, 17, 19, 23])
    #expect(result.changes[0].range == 8..<8)
    #expect(result.changes.map(\.place.line) == [3, 3, 3, 3, 3])
  }

  @Test func `changes are told again by the words they are in`() {
    let result = normalised("Ökar 14% t ex i 12345 st, som \"mål\" - ja")
    let told = result.corrections.map { "\($0.before) → \($0.after)" }
    #expect(
      told == [
        "14% → 14\u{A0}%", "t ex → t.ex.", "12345 st, → 12\u{202F}345\u{A0}st,",
        "\"mål\" - → ”mål”\u{A0}–",
      ])
    #expect(
      result.corrections.map(\.rules)
        == [[.percent], [.abbreviation], [.digitGroups, .unit], [.quotes, .dash]])
    #expect(result.corrections.map { Int($0.place.column) } == [13, 17, 24, 38])
  }

  @Test func `two things put in at one place are both outside the span after them`() {
    let result = normalised("ek, al osv– fil")
    #expect(result.text == "ek, al osv.\u{A0}– fil")
    #expect(result.changes.map(\.range) == [10..<10, 10..<10])
    #expect(result.span(ofInput: 7..<10) == 7..<10)
    #expect(result.span(ofInput: 10..<13) == 13..<16)
  }

  @Test func `a text with nothing to change comes back as it was`() {
    let result = normalised("Vården ska vara god, nära och tillgänglig.")
    #expect(result == NormalisedText(text: result.text, places: result.places))
  }

  @Test func `characters after a change keep their places`() throws {
    let result = normalised("14% av 12345 st")
    #expect(result.text == "14\u{A0}% av 12\u{202F}345\u{A0}st")
    func column(of character: Character) throws -> Int {
      let index = try #require(result.text.firstIndex(of: character))
      let offset = result.text.utf8.distance(from: result.text.utf8.startIndex, to: index)
      return Int(result.places.place(at: offset, in: result.text).column)
    }
    #expect(try column(of: "%") == 10)
    #expect(try column(of: "v") == 13)
    #expect(try column(of: "3") == 17)
    #expect(try column(of: "s") == 21)
  }

  @Test func `turns of the places move with their characters`() {
    let turn = PlaceMap.Turn(offset: 6, place: Place(file: .none, line: 9, column: 1))
    let places = PlaceMap(start: Place(file: .none, line: 1, column: 1), turns: [turn])
    let result = normalise("14% t exempel", places: places, context: .prose)
    #expect(result.text == "14\u{A0}% t exempel")
    let place = result.places.place(at: 8, in: result.text)
    #expect(place == Place(file: .none, line: 9, column: 1))
    #expect(result.places.place(at: 7, in: result.text).line == 1)
  }

  @Test func `spans follow their words`() {
    // The word mål, in marks that become longer, after a number that becomes longer.
    let result = normalised("14% \"mål\"")
    let span = result.span(ofInput: 5..<9)
    #expect(String(decoding: Array(result.text.utf8)[span], as: UTF8.self) == "mål")
    // What is put in at a span's edge stays outside.
    #expect(result.span(ofInput: 0..<2) == 0..<2)
    #expect(result.span(ofInput: 2..<3) == 4..<5)
    #expect(result.offset(ofInput: "14% \"mål\"".utf8.count) == result.text.utf8.count)
  }

  @Test func `verbatim stretches stay, and what is around them does not`() {
    let text = "14% --a  \"b\" 14%"
    let result = normalised(text, exempt: [Exemption(4..<12, .verbatim)])
    #expect(result.text == "14\u{A0}% --a  \"b\" 14\u{A0}%")
  }

  @Test func `a note's mark does not join the number before it`() {
    let text = "12345 kr, 50%1"
    let result = normalised(text, exempt: [Exemption(13..<14, .verbatim)])
    #expect(result.text == "12\u{202F}345\u{A0}kr, 50\u{A0}%1")
  }

  @Test func `only the spaces of other languages are mended`() {
    let result = normalised(
      "14%  \"fit - for\"  . 14%", exempt: [Exemption(5..<16, .otherLanguage)])
    #expect(result.text == "14\u{A0}% \"fit - for\". 14\u{A0}%")
    let english = normalised(
      "Up  14% - \"good\" , i.e. 12345", .prose, NormalisingOptions(language: "en-GB"))
    #expect(english.text == "Up 14% - \"good\", i.e. 12345")
    #expect(english.changes.allSatisfy { $0.rule == .spaces })
  }

  @Test func `letters are composed, and the rules see them so`() {
    let result = normalised("lo\u{308}rdag-so\u{308}ndag 14%")
    #expect(Array(result.text.utf8) == Array("lördag–söndag 14\u{A0}%".utf8))
    #expect(result.changes.map(\.rule) == [.composed, .interval, .composed, .percent])
    #expect(result.changes.map { Int($0.place.column) } == [9, 15, 17, 26])
    let after = result.text.utf8.count - 1
    #expect(result.places.place(at: after, in: result.text).column == 26)
  }

  @Test func `groups are parted by the document's one kind of space`() {
    let wide = NormalisingOptions(groupSpace: .wide)
    #expect(
      normalised("1\u{202F}234 kr, 12345", .prose, wide).text == "1\u{A0}234\u{A0}kr, 12\u{A0}345")
    let changes = normalised("12\u{A0}345", .cell).changes
    #expect(changes.map(\.rule) == [.groupSpace])
  }

  @Test func `guillemets and colons where the house wants them`() {
    let house = NormalisingOptions(style: [.guillemets, .clockColon])
    #expect(normalised("\"mål\" kl 13:00", .prose, house).text == "»mål» kl.\u{A0}13:00")
  }

  @Test(
    arguments: [
      (["2019", "2020", "2023"], nil, ["2019", "2020", "2023"]),
      (["2019", "12345"], nil, ["2^019", "12^345"]),
      (["2019", "1500"], nil, ["2^019", "1^500"]),
      (["2019", "2019,5"], nil, ["2^019", "2^019,5"]),
      (["2019", "-2020"], nil, ["2^019", "−2^020"]),
      (["2019", "2 020"], nil, ["2^019", "2^020"]),
      (["2019", "1500"], true, ["2019", "1500"]),
      (["2019", "2020"], false, ["2^019", "2^020"]),
      (["2019", "20231129"], nil, ["2019", "20231129"]),
      (["2019", "Plan 12345"], nil, ["2019", "Plan 12^345"]),
      (["999", "-", ".."], nil, ["999", "–", ".."]),
    ] as [([String], Bool?, [String])])
  func `a column decides together how its numbers are grouped`(
    _ cells: [String], _ holdsYears: Bool?, _ expected: [String]
  ) {
    let results = normaliseColumn(cells.map { ($0, .none) }, holdsYears: holdsYears)
    #expect(results.map(\.text) == expected.map { $0.replacing("^", with: "\u{202F}") })
  }

  @Test(
    arguments: [
      ("• mål", 4), ("•mål", 3), ("- mål", 2), ("– mål", 4), ("−  mål", 5), ("* mål", 2),
      ("  - mål", 4), ("-mål", nil), ("*mål*", nil), ("- 5", nil), ("– 5,0 %", nil), ("-", nil),
      ("", nil), ("mål", nil), ("•", nil), ("• 5", 4),
    ] as [(String, Int?)])
  func `typed list marks are told from signs`(_ line: String, _ length: Int?) {
    #expect(typedListMark(of: line) == length)
  }
}
