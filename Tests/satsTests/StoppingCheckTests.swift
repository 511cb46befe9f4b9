import Testing

/// Errors of named checks that a kind lets stop its documents.
struct StoppingCheckTests {
  /// Minutes of two paragraphs with a vote, as many for and against as given.
  private func minutes(_ keys: String = "", yes: Int = 2) -> String {
    """
    mall: protokoll
    titel: Protokoll
    organ: Tandvårdsnämnden
    datum: 2024-05-16
    omfattar: 41–42
    \(keys)beslutande:
      - {namn: Ingrid Falk, parti: C}
      - {namn: Bo Lind, parti: S}
      - {namn: Jonas Vik, parti: V}
    paragrafer:
      - nummer: 41
        rubrik: Dagordningen
        diarienummer: utan dnr
        beslut: Nämnden godkänner dagordningen.
      - nummer: 42
        rubrik: Öppettider
        diarienummer: RM 2024/112
        beslut: Nämnden avvaktar.
        skickas_till: [Kliniken]
        omröstningar:
          - {ja_betyder: Bifall, nej_betyder: Avslag, ja: \(yes), nej: 1}

    """
  }

  private func build(_ plan: String, _ arguments: [String] = []) throws -> (Run, [String]) {
    let scratch = try Scratch()
    try scratch.file("p.yaml", plan)
    let run = try Run.sats(["build", "p.yaml"] + arguments, in: scratch.folder)
    return (run, try scratch.names())
  }

  @Test func `votes that do not add up stop minutes that are approved, and no draft`() throws {
    let (draft, _) = try build(minutes(yes: 3))
    #expect(draft.exitCode == 0, "\(draft.errors)")
    let (sound, _) = try build(minutes("justerat: 2024-05-23\n"))
    #expect(sound.exitCode == 0, "\(sound.errors)")
    let (stopped, names) = try build(minutes("justerat: 2024-05-23\n", yes: 3))
    #expect(stopped.exitCode == 1)
    #expect(stopped.errors.contains("[votes C403]"), "\(stopped.errors)")
    #expect(names == ["p.yaml"])
  }

  @Test func `of what it finds only what the schema names stops`() throws {
    // Approved three weeks late, which happened: the minutes are printed all the same.
    let (late, _) = try build(minutes("justerat: 2024-06-20\n"))
    #expect(late.exitCode == 0, "\(late.errors)")
    #expect(!late.errors.contains("C407"))
    let (early, _) = try build(minutes("anslag: {uppsatt: 2024-05-17, tas_ned: 2024-06-10}\n"))
    #expect(early.exitCode == 1)
    #expect(early.errors.contains("[not-approved C412]"), "\(early.errors)")
  }

  @Test func `what the plan allows with a reason stops nothing`() throws {
    let allowed = "justerat: 2024-05-23\ntillåt: [{id: C403, skäl: En röst var ogiltig.}]\n"
    let (run, names) = try build(minutes(allowed, yes: 3))
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(names == ["p.pdf", "p.yaml"])
    let (parts, _) = try build(minutes(allowed, yes: 3), ["--only", "paragraf=*"])
    #expect(parts.text == "p-41.pdf: 1 sida\np-42.pdf: 1 sida\n", "\(parts.errors)")
  }

  @Test func `of parts the one that the error stands in is stopped, or all`() throws {
    let approved = "justerat: 2024-05-23\n"
    let (one, _) = try build(minutes(approved, yes: 3), ["--only", "paragraf=*"])
    #expect(one.exitCode == 1)
    #expect(one.text == "p-41.pdf: 1 sida\n", "\(one.errors)")
    #expect(one.errors.contains("C403"))
    let early = "anslag: {uppsatt: 2024-05-17, tas_ned: 2024-06-10}\n"
    let (all, _) = try build(minutes(early), ["--only", "paragraf=*"])
    #expect(all.exitCode == 1)
    #expect(all.text.isEmpty && all.errors.contains("C412"), "\(all.errors)")
  }

  @Test func `the sums of a budget stop nothing`() throws {
    let (run, _) = try build(
      """
      mall: budget
      titel: Budget
      bilagor:
        - rubrik: Satsningar 2026
          satsningar:
            enhet: mnkr
            kolumner: [{rubrik: Satsning}, {rubrik: "2026"}]
            rader: [{celler: [Vård, "3,0"]}, {celler: [Summa, "9,0"]}]

      """)
    #expect(run.exitCode == 0, "\(run.errors)")
  }
}
