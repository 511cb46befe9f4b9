import Foundation
import Testing

/// One goal of the organisation's file, in every kind that builds on the tree of goals.
struct SharedGoalTests {
  /// What each kind writes of its own about the goal, and about what measures it.
  private static let plans = [
    ("budget", "kapitel:\n  - rubrik: Mål\n    ", "ingångsvärde: 76 %"),
    ("verksamhetsplan", "", "ansvarig: Verksamhetschefen"),
    ("uppföljning", "", "utfall: 95 %"),
    ("månadsrapport", "", "resultat: 95 %"),
  ]

  private func organisation(called name: String) -> String {
    """
    namn: Region Prov
    mål:
      - id: nära-vård
        namn: \(name)
        mätetal: [{hämta: telefonkontakt}]
    mätetal:
      - id: telefonkontakt
        namn: Telefonkontakt samma dag
        periodicitet: Månad
        målvärde: [{år: 2026, värde: minst 90 %}, {år: 2027, värde: minst 92 %}]

    """
  }

  @Test(arguments: plans)
  func `it has the same id and the same wording in each`(
    kind: String, chapter: String, own: String
  ) throws {
    let scratch = try Scratch()
    try scratch.file(
      "plan.yaml",
      """
      mall: \(kind)
      titel: Prov
      år: 2026
      \(chapter)mål:
            - hämta: nära-vård
              mätetal: [{hämta: telefonkontakt, \(own)}]

      """)
    for name in ["God vård nära dig", "Nära vård för alla"] {
      try scratch.file("organisation.yaml", organisation(called: name))
      let data = try Run.sats(["inspect", "plan.yaml", "--stage", "data"], in: scratch.folder)
      try #require(data.exitCode == 0, "\(data.errors)")
      #expect(data.text.contains(#"hämta: string "nära-vård""#), "\(data.text)")
      #expect(data.text.contains(#"hämta: string "telefonkontakt""#), "\(data.text)")
      let document = try Run.sats(
        ["inspect", "plan.yaml", "--stage", "document"], in: scratch.folder)
      try #require(document.exitCode == 0, "\(document.errors)")
      let heading = document.text.split(separator: "\n").first {
        $0.contains("heading") && $0.contains(name)
      }
      #expect(heading?.contains(name + #"""#) == true, "\(document.text)")
      #expect(document.text.contains("Telefonkontakt samma dag"))
      #expect(document.text.contains("90~%"), "\(document.text)")
    }
  }

  @Test func `in a budget each year of a target has a column, and a status is computed`() throws {
    let scratch = try Scratch()
    try scratch.file("organisation.yaml", organisation(called: "God vård nära dig"))
    try scratch.file(
      "plan.yaml",
      """
      mall: budget
      titel: Budget
      år: 2026
      benämningar: {mål: Inriktningsmål, mätetal: Indikator}
      mål:
        - hämta: nära-vård
          ingress: Vården finns där du bor.
          mätetal:
            - {hämta: telefonkontakt, märke: Nämnd, utfall: 91 %, källa: Väntetider i vården}
            - {namn: Svar inom tre dagar, målvärde: 85 %, källa: Enkät}

      """)
    let run = try Run.sats(["inspect", "plan.yaml", "--stage", "document"], in: scratch.folder)
    try #require(run.exitCode == 0, "\(run.errors)")
    let lines = run.text.split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(lines.contains { $0.hasPrefix(#"heading 1 "Inriktningsmål: God vård nära dig""#) })
    #expect(lines.contains(#"goal-ingress "Vården finns där du bor.""#), "\(run.text)")
    #expect(lines.contains { $0.hasSuffix(#"caption "Indikator: Telefonkontakt samma dag""#) })
    // What would stand before the starting value, which nobody gave, is not lost with its column.
    let rows = lines.filter { $0.hasPrefix("head | ") || $0.hasPrefix("item | ") }
    #expect(
      rows == [
        #"head | "Målvärde 2026" | "Målvärde 2027" | "Utfall" | "Status" | "Uppföljning""#,
        #"item | [Nämnd] "minst 90~%" | "minst 92~%" | "91~%" | [Uppnått] "" | "Månad. Väntetider i vården""#,
        #"head | "Målvärde" | "Uppföljning""#,
        #"item | "85~%" | "Enkät""#,
      ], "\(run.text)")
  }

  @Test func `in a budget uppdrag with nothing but a name are a list before those with more`()
    throws
  {
    let scratch = try Scratch()
    try scratch.file(
      "plan.yaml",
      """
      mall: budget
      titel: Budget
      kapitel:
        - rubrik: Uppdrag
          delar:
            - namn: Samtliga nämnder ska
              uppdrag:
                - {namn: Ta fram en färdplan, text: Den ska vara klar i maj.}
                - {namn: följa upp planen, märke: VO}
                - {namn: spara, nummer: 3}

      """)
    let run = try Run.sats(["inspect", "plan.yaml", "--stage", "document"], in: scratch.folder)
    try #require(run.exitCode == 0, "\(run.errors)")
    let places = [
      "Samtliga nämnder ska", "följa upp planen (VO)", "3 spara", "Uppdrag: Ta fram en färdplan",
      "Den ska vara klar i maj.",
    ].map { run.text.range(of: $0)?.lowerBound }
    #expect(!places.contains(nil), "\(run.text)")
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted(), "\(run.text)")
  }
}
