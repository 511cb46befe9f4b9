import Diagnostics
import Input
import Kinds
import Testing

@Suite struct ShapeAdviceTests {
  /// A value of the wrong shape, and what the note on it says to write.
  static let cases: [(kind: Kind, plan: String, advice: [String])] = [
    (
      .verksamhetsplan, "text:\n  - hej",
      ["löpande text med streck skrivs efter '|', på indragna rader under nyckeln"]
    ),
    (
      .verksamhetsplan, "mätetal:\n  - namn: A\n    målvärde: [80, 90]",
      [
        "skriv posten så: - {år: 2025, värde: 80}", "skriv posten så: - {år: 2025, värde: 90}",
      ]
    ),
    (
      .verksamhetsplan, "mätetal:\n  - namn: A\n    målvärde: {2024: 80, 2025: 90}",
      ["skriv en rad för varje år: - {år: 2024, värde: 80}"]
    ),
    (
      .verksamhetsplan, "kapitel:\n  - Inledning", ["skriv posten så: - rubrik: Inledning"]
    ),
    (.verksamhetsplan, "mätetal: Kö", ["skriv posten så: - namn: Kö"]),
    (.verksamhetsplan, "mätetal:\n  - 'A: b'", ["skriv posten så: - namn: …"]),
    (
      .verksamhetsplan, "mätetal:\n  namn: A",
      ["det är en post i listan: skriv '- ' framför den, eller [ ] omkring"]
    ),
    (.verksamhetsplan, "mätetal:\n  A: 5", ["varje post i en lista börjar med '- '"]),
    (.verksamhetsplan, "beslut:\n  - organ: A", ["nycklarna ska stå utan '- ' framför"]),
    (
      .dokument, "innehåll: []\nomslagsbild: b.svg",
      ["skriv så: {fil: …, beskrivning: …}"]
    ),
    (.dokument, "innehåll:\n  - Inledning", ["skriv posten så: - rubrik: Inledning"]),
  ]

  @Test(arguments: cases)
  func `says how a value of the wrong shape is written`(
    _ example: (kind: Kind, plan: String, advice: [String])
  ) throws {
    let head = "mall: \(example.kind.name)\ntitel: Plan\n"
    let findings = try example.kind.findings(head + example.plan)
    #expect(findings.map(\.code) == example.advice.map { _ in .wrongType })
    #expect(findings.flatMap(\.notes).map(\.message.sv) == example.advice)
  }

  @Test(arguments: [
    ("dagordning:\n  - Upprop", "skriv posten så: - punkter: [{namn: Upprop}]"),
    (
      "dagordning: [{punkter: [{namn: A, handlingar: Tjänsteskrivelse}]}]",
      "skriv posten så: - Tjänsteskrivelse"
    ),
  ])
  func `says how an entry of an agenda is written`(agenda: String, advice: String) throws {
    let plan = "mall: kallelse\norgan: A\ndatum: 2024-05-16\n" + agenda
    let notes = try Kind(name: "kallelse").findings(plan).flatMap(\.notes).map(\.message.sv)
    #expect(notes == [advice])
  }

  @Test(arguments: [
    ("{fil: a.csv}", "rader ur en fil skrivs så: rader: {fil: …}"),
    ("{kolumner: [{rubrik: Post}], rader: [[Skatt, 1]]}", "skriv posten så: - celler: […]"),
  ])
  func `says where the rows of a table are written`(table: String, advice: String) throws {
    let plan = "mall: budget\ntitel: B\nbilagor: [{rubrik: R, resultatbudget: \(table)}]\n"
    let notes = try Kind(name: "budget").findings(plan).flatMap(\.notes).map(\.message.sv)
    #expect(notes == [advice])
  }

  @Test func `a day that the calendar does not have is told as that`() throws {
    let plan = "mall: dokument\ntitel: A\ninnehåll: []\ndatum: 2024-02-30\n"
    #expect(
      try Kind.dokument.findings(plan).map(\.message.sv)
        == ["'datum' är '2024-02-30', en dag som inte finns i kalendern"])
  }
}
