import Diagnostics
import Input
import Kinds
import Testing

@Suite struct CheckPlanTests {
  private static let head = "mall: verksamhetsplan\ntitel: Plan\n"

  /// What follows a plan's head, with marks, and all that the check says of it.
  static let faults: [(plan: String, findings: [String])] = [
    (
      "mätetal: []\nperspektiv:\n  - namn: A\n    mål:\n      - «text: B",
      [
        "missing-key 'namn' saknas i post 1 i 'mål'; där ska stå text"
      ]
    ),
    (
      "mätetal:\n  - namn: «\"\"\n  - namn: «\" \\u00a0\\u200b\"\n    not: \"\"",
      [
        "missing-key 'namn' är en tom text; där ska stå text",
        "missing-key 'namn' är en tom text; där ska stå text",
      ]
    ),
    ("mätetal:\n  - «namm»: A", ["unknown-key okänd nyckel 'namm' i mätetal {namn}"]),
    (
      "mätetal:\n  «namn: A",
      [
        "wrong-type 'mätetal' ska vara en lista, fann nycklar med värden"
      ]
    ),
    (
      "mätetal:\n  - namn: A\n  - «[]",
      [
        "wrong-type post 2 i 'mätetal' ska vara nycklar med värden, fann en lista"
      ]
    ),
    (
      "datum: «15 april 2024»",
      [
        "wrong-format 'datum' ska vara ett datum (2024-04-15), fann '15 april 2024' {2024-04-15}"
      ]
    ),
    (
      "datum: «2024-02-30»",
      [
        "wrong-format 'datum' är '2024-02-30', en dag som inte finns i kalendern"
      ]
    ),
    (
      "text: {«fill»: a.md}",
      [
        "unknown-key okänd nyckel 'fill' i text {fil}"
      ]
    ),
    (
      "beslut: {paragraf: «§»}",
      [
        "wrong-format 'paragraf' ska vara en paragraf (159), fann '§'"
      ]
    ),
    (
      "mätetal:\n  - namn: A\n    målvärde:\n      - {år: 2024, värde: «5.5 %»}",
      [
        "decimal-point 'värde' har decimalpunkt, '5.5 %'; det ska vara decimalkomma {\"5,5 %\"}"
      ]
    ),
    (
      "mätetal:\n  - namn: A\n    målvärde: «<1.234 kr»",
      [
        "decimal-point 'målvärde' har decimalpunkt, '<1.234 kr'; det ska vara decimalkomma "
          + "{<1,234 kr} {<1 234 kr}"
      ]
    ),
    (
      "uppdrag:\n  - namn: A\n    mätetal:\n      - namn: B\n        «uppdrag»:\n          - namn: C",
      [
        "unknown-key okänd nyckel 'uppdrag' i mätetal"
      ]
    ),
    (
      "mätetal:\n  - namn: A\n    id: «har mellanslag»",
      [
        "pattern-mismatch 'id' ska skrivas som 'god-tillgänglighet', fann 'har mellanslag'"
      ]
    ),
  ]

  @Test(arguments: faults)
  func `tells what should stand, and what does`(_ fault: (plan: String, findings: [String])) throws
  {
    let marked = MarkedPlan(Self.head + fault.plan)
    let found = try Kind.verksamhetsplan.findings(marked.text).map(line)
    #expect(found == marked.expected(fault.findings))
  }

  /// Plans that vary in what plans of the kind vary in.
  @Test(arguments: [
    "mätetal:\n  - {namn: A, märke: [VO, Nämnd], målvärde: [{år: 2024, värde: 83 %}, {när: våren, värde: ökande}]}",
    "text: {fil: inledning.md}",
    "text:\nperspektiv:\nbeslut:",
    "uppdrag:\n  - namn: A\n    delar:\n      - namn: B\n        slag: Steg\n        delar:\n          - namn: C\n            delar: [{namn: D}]",
    "ekonomi:\n  ersättning:\n    rader: [{namn: A, belopp: –}, {namn: B, belopp: .., slag: summa}]",
    "beslut: {organ: Nämnden, datum: 2023-12-14, paragraf: 159}",
    "mätetal:\n  - {namn: 1177, ingångsvärde: Ej relevant, målvärde: 18}",
  ])
  func `takes what plans vary in`(_ plan: String) throws {
    #expect(try Kind.verksamhetsplan.findings(Self.head + plan).map(line) == [])
  }

  @Test func `gives each finding its path`() throws {
    let plan = Self.head + "perspektiv:\n  - namn: A\n  - namn: B\n    mål:\n      - nam: C"
    #expect(
      try Kind.verksamhetsplan.findings(plan).map(\.path) == ["perspektiv[1].mål[0].nam"])
    #expect(try Kind.dokument.findings("mall: dokument\ntitel: A").map(\.path) == ["innehåll"])
  }

  @Test func `says to which level a key belongs that stands too far in`() throws {
    let plan =
      Self.head + "uppdrag:\n  - namn: A\n    mätetal:\n      - namn: B\n        uppdrag: []"
    let notes = try Kind.verksamhetsplan.findings(plan).flatMap(\.notes).map(\.message.sv)
    #expect(notes.last == "'uppdrag' hör till uppdrag; kontrollera indragningen")
  }

  @Test func `shows the key that a near miss may have been meant for, if it stands already`() throws
  {
    let plan = Self.head + "mätetal:\n  - namn: A\n    namm: B"
    let finding = try #require(try Kind.verksamhetsplan.findings(plan).first)
    #expect(finding.fixes.isEmpty)
    #expect(finding.notes.map(\.message.sv) == ["'namn' står redan här"])
    #expect(finding.notes.first?.place?.line == 4)
  }

  @Test func `takes a decimal point in JSON only`() throws {
    let json = """
      {"mall": "verksamhetsplan", "titel": "Plan", "år": 2024, "ekonomi": {"ersättning": {"rader":
      [{"namn": "A", "belopp": 147.5}, {"namn": "B", "belopp": "147.5"}]}}}
      """
    let (value, _) = readJSON(json, file: FileID(index: 0))
    let findings = check(try #require(value), against: try Kind.verksamhetsplan.schema())
    #expect(findings.map(\.code) == [.decimalPoint])
    #expect(findings.map(\.path) == ["ekonomi.ersättning.rader[1].belopp"])
  }

  @Test func `mends a key in quotes with its quotes`() throws {
    let marked = MarkedPlan(#"{"mall": "verksamhetsplan", «"tittel"»: "Plan"}"#)
    for (value, _) in [
      readJSON(marked.text, file: FileID(index: 0)), readYAML(marked.text, file: FileID(index: 0)),
    ] {
      let findings = check(try #require(value), against: try Kind.verksamhetsplan.schema())
      #expect(
        findings.map(line)
          == marked.expected([#"unknown-key okänd nyckel 'tittel' i planen {"titel"}"#]))
    }
  }

  @Test(arguments: [
    "- rubrik: Inledning\n  nivå: 2\n  nummer: 4.1\n  i_innehåll: nej",
    "- text: |\n    Brödtext.",
    "- lista: [ett, två]\n  numrerad: ja",
    """
    - tabell:
        rubrik: Budget
        kolumner: [{rubrik: Post, bredd: 52 %}, {rubrik: 2024, ställning: decimal, bredd: 30 mm}]
        rader: [{slag: grupp, celler: [Drift]}, {slag: summa, celler: [Totalt, "1,5"]}]
    """,
    "- sidbrytning: ja",
  ])
  func `takes every block of a free document`(_ block: String) throws {
    let plan = "mall: dokument\ntitel: A\ninnehållsförteckning: ja\ninnehåll:\n" + block
    #expect(try Kind.dokument.findings(plan).map(line) == [])
  }

  @Test func `knows yes and no in a free document`() throws {
    let marked = MarkedPlan(
      """
      mall: dokument
      titel: A
      innehållsförteckning: «kanske»
      innehåll:
        - rubrik: A
          nivå: «två»
        - rubrik: B
          nivå: «7»
        - tabell:
            kolumner: [{bredd: «smal»}]
            rader: []
      """)
    #expect(
      try Kind.dokument.findings(marked.text).map(line)
        == marked.expected([
          "wrong-type 'innehållsförteckning' ska vara ja eller nej, fann 'kanske'",
          "wrong-type 'nivå' ska vara ett heltal, fann 'två'",
          "pattern-mismatch 'nivå' ska vara 1 till 6, fann '7'",
          "pattern-mismatch 'bredd' ska skrivas som '25 %', fann 'smal'",
        ]))
  }
}
