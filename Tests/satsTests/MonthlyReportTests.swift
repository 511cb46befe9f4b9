import Testing

/// Monthly reports take measures from the organisation's file, and their status from the figures.
struct MonthlyReportTests {
  @Test func `a shared measure's status is computed, and one that contradicts it is told`() throws {
    let scratch = try Scratch()
    try scratch.file(
      "organisation.yaml",
      """
      namn: Region Prov
      mätetal:
        - {id: frånvaro, namn: Sjukfrånvaro, målvärde: "högst 5,5 %", källa: Personalsystemet}
      """)
    try scratch.file(
      "plan.yaml",
      """
      mall: månadsrapport
      titel: Mätetal
      mätetal:
        - {hämta: frånvaro, resultat: "5,2 %"}
        - {namn: Kö, resultat: 12, målvärde: högst 10, gränser: {gul: högst 15}}
        - {namn: Svar, resultat: 60 %, målvärde: minst 90 %}
      """)
    let run = try Run.sats(["inspect", "plan.yaml", "--stage", "document"], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    let rows = run.text.split(separator: "\n").filter { $0.contains("item | ") }
    #expect(rows.count == 3, "\(run.text)")
    #expect(rows.first?.contains("Sjukfrånvaro") == true && rows[0].contains("Uppnått"))
    #expect(rows.dropFirst().first?.contains("Delvis") == true)
    #expect(rows.last?.contains("Inte uppnått") == true)

    try scratch.file(
      "fel.yaml",
      """
      mall: månadsrapport
      titel: Mätetal
      mätetal:
        - {namn: Svar, resultat: 60 %, målvärde: minst 90 %, status: uppnått}
      """)
    let fault = try Run.sats(["check", "fel.yaml"], in: scratch.folder)
    #expect(
      fault.errors.contains("fel.yaml:4:64: varning: 'uppnått' går inte ihop"), "\(fault.errors)")
  }

  @Test func `measures may stand in a tree of goals, each goal with a table of its own`() throws {
    let scratch = try Scratch()
    try scratch.file(
      "plan.yaml",
      """
      mall: månadsrapport
      titel: Mätetal
      år: 2024
      perspektiv:
        - namn: Medarbetare
          mål:
            - namn: Friska medarbetare
              mätetal:
                - namn: Sjukfrånvaro
                  resultat: 5,2 %
                  målvärde: [{år: 2024, värde: "högst 5,5 %"}, {år: 2025, värde: högst 5 %}]
      """)
    let run = try Run.sats(["inspect", "plan.yaml", "--stage", "document"], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.text.contains(#"heading 2 "Medarbetare""#), "\(run.text)")
    #expect(run.text.contains(#"heading 3 "Strategiska mål: Friska medarbetare""#), "\(run.text)")
    #expect(run.text.contains("[Uppnått]"), "\(run.text)")
  }
}
