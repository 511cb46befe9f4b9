import Foundation
import Testing

/// The papers of a meeting and the slides, as others read them.
struct MeetingPaperTests {
  private func pages(_ sample: String) async throws -> [String] {
    let set = try await Samples.shared.set(Sample(path: "samples/\(sample).yaml"))
    try #require(set.run.exitCode == 0, "\(set.run.errors)")
    return try pages(of: set.file)
  }

  private func pages(of file: URL) throws -> [String] {
    try Run.run("pdftotext", ["-layout", file.path, "-"]).text
      .split(separator: "\u{C}").map(String.init)
  }

  @Test func `every page of the delegation list has its head, and no decision is torn`()
    async throws
  {
    let pages = try await pages("presidium-2023-11-29/delegationslista")
    #expect(pages.count == 2)
    for page in pages {
      #expect(page.contains(/Id +Beskrivning +Paragraf/))
      #expect(page.contains(/Ärendenummer +Ärendemening +Kategori/))
      let ids = page.matches(of: /2023\.1\d{4}/).count
      #expect(ids > 0)
      #expect(page.matches(of: /RJL 2023\/\d{4}/).count == ids)
    }
  }

  @Test func `the call's timetable has the time before its item, and pauses between them`()
    async throws
  {
    let text = try await pages("presidium-2023-11-29/kallelse").joined()
    #expect(text.contains(/Tid +onsdag 29 november 2023 kl\. 13\.00/))
    #expect(text.contains(/13\.10–13\.40 +Läkemedel/))
    #expect(text.contains(/14\.25–14\.40 +Paus/))
  }

  @Test func `a mail address on the invitation opens a letter`() async throws {
    let pages = try await pages("presidium-2023-11-29/inbjudan")
    #expect(pages.count == 1)
    let run = try Run.sats(
      ["inspect", "samples/presidium-2023-11-29/inbjudan.yaml", "--stage", "document"])
    #expect(run.text.contains("mailto:forskning.framsteg@example.org"))
  }

  @Test func `a slide with more on it than a page holds is told where it stands`() throws {
    let scratch = try Scratch()
    let points = { (count: Int) in String(repeating: "      - En punkt till\n", count: count) }
    let plan = { (count: Int) in
      "mall: presentation\ntitel: A\nbilder:\n  - rubrik: B\n    text: |\n" + points(count)
    }
    try scratch.file("full.yaml", plan(8))
    try scratch.file("over.yaml", plan(30))
    let full = try Run.sats(["build", "full.yaml"], in: scratch.folder)
    #expect(full.exitCode == 0 && full.errors.isEmpty, "\(full.errors)")
    let over = try Run.sats(["build", "over.yaml"], in: scratch.folder)
    #expect(over.exitCode == 0)
    #expect(over.errors.contains("over.yaml:4:13: varning:"), "\(over.errors)")
    #expect(over.errors.contains("[chapter-too-long]"), "\(over.errors)")
  }

  @Test func `a slide is a page of 16 to 9, and the speaker's notes are in the handout alone`()
    async throws
  {
    let set = try await Samples.shared.set(
      Sample(path: "samples/region-blekinge-styrmodell/plan.yaml"))
    try #require(set.run.exitCode == 0, "\(set.run.errors)")
    let slides = try pages(of: set.file)
    // The title page, and a page for each slide.
    #expect(slides.count == 13)
    let info = try Run.run("pdfinfo", [set.file.path]).text
    let size = try #require(info.firstMatch(of: /Page size:\s+([\d.]+) x ([\d.]+)/))
    let width = try #require(Double(size.output.1))
    let height = try #require(Double(size.output.2))
    #expect(abs(width / height - 16.0 / 9) < 0.001)
    #expect(!slides.joined().contains("Fråga vilka"))

    let scratch = try Scratch()
    let run = try Run.sats([
      "build", "samples/region-blekinge-styrmodell/plan.yaml", "--set", "mall=åhörarkopior", "-o",
      scratch.path("h.pdf"),
    ])
    try #require(run.exitCode == 0, "\(run.errors)")
    let handout = URL(fileURLWithPath: scratch.path("h.pdf"))
    #expect(try pages(of: handout).joined().contains("Fråga vilka"))
    #expect(try Run.run("pdfinfo", [handout.path]).text.contains("(A4)"))
    let script = Samples.root.appendingPathComponent("Tests/coverage.py").path
    let source = "samples/region-blekinge-styrmodell/source.txt"
    let coverage = try Run.run("python3", [script, handout.path, source])
    #expect(coverage.exitCode == 0, "\(coverage.text)\(coverage.errors)")
    // The slides are there as they are shown, and their words once.
    let tags = try Run.sats([
      "inspect", "samples/region-blekinge-styrmodell/plan.yaml", "--set", "mall=åhörarkopior",
      "--stage", "tags",
    ])
    for words in ["H2 \"Planeringsdirektiven\"", "LBody \"Inriktningsmål\""] {
      #expect(tags.text.components(separatedBy: words).count == 2, "\(tags.text)")
    }
    let found = try Run.sats(["inspect", handout.path])
    #expect(found.exitCode == 0 && found.errors.isEmpty, "\(found.errors)")
  }

  @Test func `the web page of a handout has the words of the slides in their place`() throws {
    let scratch = try Scratch()
    try scratch.file(
      "plan.yaml",
      """
      mall: åhörarkopior
      titel: Prov
      bilder:
        - {rubrik: Första, text: "- En punkt", anteckningar: Sägs bara.}
      """)
    let run = try Run.sats(
      ["build", "plan.yaml", "--format", "html", "-o", "-"], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    for words in [">Första</h2>", "En punkt", "Sägs bara."] {
      #expect(run.text.components(separatedBy: words).count == 2, "\(run.text)")
    }
  }
}
