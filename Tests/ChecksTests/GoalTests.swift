import Diagnostics
import TestSupport
import Testing

struct GoalTests {
  /// Fails unless just this is found in a plan with some goals or measures.
  private func expect(
    _ plan: String, _ expected: [MarkedText.Expected] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try CheckFixture(kind: "verksamhetsplan").expect(
      "mall: verksamhetsplan\ntitel: A\n" + plan, expected, sourceLocation: sourceLocation)
  }

  @Test func `finds a goal with no measure in it`() throws {
    try expect(
      """
      mål:
        - namn: 1️⃣Rent vatten
          text: Vattnet ska vara rent.
      """, [.at(1, .goalUnmeasured)])
    try expect(
      """
      mål:
        - {namn: Rent vatten, utan_mätetal: Följs av kommunen.}
        - namn: Ren luft
          delar: [{namn: Luften ute, mätetal: [{namn: Antal dagar, målvärde: 300}]}]
      """)
  }

  @Test func `takes a goal that is measured where it stands again, and what a chart calls one`()
    throws
  {
    try expect(
      """
      mål:
        - {namn: 1️⃣Rena sjöar, text: Sjöarna ska vara rena.}
        - {namn: Rent vatten för alla, text: Vattnet ska vara rent.}
      perspektiv:
        - namn: Miljö
          mål: [{namn: Rent vatten för alla, mätetal: [{namn: Antal dagar, målvärde: 300}]}]
      """, [.at(1, .goalUnmeasured)])
    try CheckFixture(kind: "manadsrapport").expect(
      """
      mall: månadsrapport
      titel: A
      mätetal:
        - namn: Sjukfrånvaro
          diagram: [{kategorier: [jan, feb], serier: [{värden: ["5,2 %", "5,4 %"]}], mål: "5,5 %"}]
      """)
  }

  @Test(arguments: [
    "Andel nöjda patienter, målvärde: 1️⃣85", "Sjukfrånvaro, målvärde: \"1️⃣4,9–5,5\"",
    "Väntetid, målvärde: [{år: 2024, värde: 1️⃣30}, {år: 2025, värde: 28}]",
  ])
  func `finds a target without unit`(_ measure: String) throws {
    try expect("mätetal:\n  - {namn: \(measure)}\n", [.at(1, .unitMissing)])
  }

  @Test(arguments: [
    "Antal besök, målvärde: 85", "Patientsäkerhetsindex, målvärde: 77", "Årsarbetare, målvärde: 12",
    "Andel nöjda patienter, målvärde: 85 %", "Väntetid (dagar), målvärde: 30",
    "Sjukfrånvaro, målvärde: −10 %", "Nöjdhet, målvärde: Ökande", "Rutin, målvärde: Finns",
  ])
  func `takes a unit, a name that says what counts, and what is no number`(
    _ measure: String
  ) throws {
    try expect("mätetal:\n  - {namn: \(measure)}\n")
  }

  @Test func `finds a measure that is otherwise elsewhere`() throws {
    try expect(
      """
      mätetal:
        - {namn: Sjukfrånvaro på enheten, periodicitet: Månad, målvärde: "5,5 %"}
        - {namn: Sjukfrånvaro på enheten, periodicitet: 1️⃣Tertial, målvärde: "2️⃣5,0 %"}
        - {namn: "3️⃣Sjukfrånvaro, på enheten.", märke: VO, målvärde: 4️⃣9 dagar}
      """,
      [
        .at(1, .measureDiffers), .at(2, .measureDiffers), .at(3, .measureDiffers),
        .at(4, .measureDiffers),
      ])
  }

  @Test func `takes a measure that repeats itself, or is for another märke, group or year`() throws
  {
    try expect(
      """
      mätetal:
        - {namn: Sjukfrånvaro på enheten, periodicitet: Månad, målvärde: "5,5 %"}
        - {namn: Sjukfrånvaro på enheten, periodicitet: månad, målvärde: "5,50 %"}
        - {namn: Sjukfrånvaro på enheten, märke: VO, målvärde: "5,0 %"}
        - {namn: Väntetid inom 60 dagar, målvärde: [{år: 2024, värde: 80 %}, {år: 2025, värde: 90 %}]}
        - {namn: Väntetid inom 90 dagar, målvärde: 95 %}
      """)
  }

  @Test(arguments: [
    "Minskad sjukfrånvaro, ingångsvärde: \"5,8 %\", målvärde: \"1️⃣6,4 %\"",
    "Ökad nöjdhet, målvärde: 1️⃣−10 %", "Färre avvikelser, målvärde: 1️⃣Ökande",
    "Avvikelser, ingångsvärde: 5 st, målvärde: 1️⃣Minskande; 7 st",
  ])
  func `finds a target that goes the other way`(_ measure: String) throws {
    try expect("mätetal:\n  - {namn: \(measure)}\n", [.at(1, .targetDirection)])
  }

  @Test(arguments: [
    "Minskad sjukfrånvaro, ingångsvärde: \"6,4 %\", målvärde: \"5,8 %\"",
    "Minskad frånvaro, målvärde: −5 %",
    "Minskad väntetid, ingångsvärde: 40 dagar, målvärde: 90 %", "Ökad nöjdhet, målvärde: Ökande",
    "Avvikelser, ingångsvärde: 5 st, målvärde: Minskande",
    "Ökad hälsa, målvärde: Högre än föregående år",
  ])
  func `takes a target that goes the way of its measure`(_ measure: String) throws {
    try expect("mätetal:\n  - {namn: \(measure)}\n")
  }

  @Test func `finds a goal in two wordings`() throws {
    try expect(
      """
      mål:
        - {namn: God vård och bra tillgänglighet, utan_mätetal: –}
        - {namn: 1️⃣God vård med bra tillgänglighet, utan_mätetal: –}
        - {namn: God vård och bra tillgänglighet, utan_mätetal: –}
        - {namn: God vård, utan_mätetal: –}
        - {namn: Vård inom 60 dagar, utan_mätetal: –}
        - {namn: Vård inom 90 dagar, utan_mätetal: –}
      """, [.at(1, .twoWordings)])
  }

  @Test func `finds a prompt that is left`() throws {
    try expect(
      """
      aktiviteter:
        - {namn: Effekthemtagning, beskrivning: 1️⃣Beskriv effekthemtagningen}
        - {namn: Beskriv nuläget, beskrivning: Vi beskriver nuläget.}
        - namn: Karta
          beskrivning: Beskriv vägen till kliniken så att alla som kommer dit hittar utan hjälp.
      """, [.at(1, .promptLeft)])
  }

  @Test(arguments: ["Högre än föregående år1", "I nivå med riket12"])
  func `finds a note's mark without its note`(_ target: String) throws {
    try expect(
      "mätetal:\n  - {namn: Besök, målvärde: 1️⃣\(target)}\n", [.at(1, .gluedNoteCall)])
  }

  @Test(arguments: ["Minskad mängd CO2", "nivå B12", "Före 2024", "Steg 2", "a1"])
  func `takes figures that belong to a name`(_ target: String) throws {
    try expect("mätetal:\n  - {namn: Besök, målvärde: \(target)}\n")
  }

  @Test func `finds a status that is none of the words`() throws {
    let fixture = try CheckFixture(
      """
      {"title": "A", "type": "object",
       "checks": [{"check": "status-words", "values": "status", "words": ["klar", "pågår"]}],
       "properties": {"status": {"type": ["array", "string"]}}}
      """)
    try fixture.expect("status: [Klar, 1️⃣påbörjad, pågår]\n", [.at(1, .statusWord)])
  }
}
