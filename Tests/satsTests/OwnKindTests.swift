import Foundation
import Testing

/// A kind that an organisation has made for itself, with no Swift: `remissvar` in `OwnKind`.
struct OwnKindTests {
  private static let folder = Samples.root.appendingPathComponent("Tests/satsTests/OwnKind")

  @Test(arguments: ["publicering", "arkiv-data", "utskrift"])
  func `an answer to a remiss is set in every profile, and read back whole`(profile: String) throws
  {
    let scratch = try Scratch()
    let file = scratch.path("svar.pdf")
    let run = try Run.sats(
      ["build", "remissvar.yaml", "-o", file, "--profile", profile, "--strict"], in: Self.folder)
    try #require(run.exitCode == 0, "\(run.errors)")
    let checked = try Run.sats(["inspect", file])
    #expect(checked.exitCode == 0, "\(checked.errors)")
    let text = try Run.run("pdftotext", ["-layout", file, "-"]).text
    for words in [
      "Remiss +Vård på rätt nivå \\(SOU 2025:99\\)",
      "5.3 +Fast läkarkontakt för alla +tillstyrker +18,5", "Regionen föreslår",
      "Regionstyrelsens ordförande +Hälso- och sjukvårdsdirektör",
    ] {
      #expect(try text.contains(Regex(words)), "\(words) is not in\n\(text)")
    }
  }

  @Test func `it is listed, and what is not in its schema is told`() throws {
    let kinds = try Run.sats(["kinds"], in: Self.folder)
    #expect(kinds.text.contains(/(^|\n)remissvar +Remissvar: Svaret på en remiss/), "\(kinds.text)")
    let run = try Run.sats(
      ["check", "remissvar.yaml", "--set", "hållning=tillstyrkes"], in: Self.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("tillstyrker delvis, avstyrker"), "\(run.errors)")
    #expect(run.errors.contains("[value-not-allowed]"), "\(run.errors)")
  }

  @Test func `a beginning is made from its schema, and builds`() throws {
    let scratch = try Scratch()
    try FileManager.default.copyItem(
      at: Self.folder.appendingPathComponent("templates"),
      to: scratch.folder.appendingPathComponent("templates"))
    try scratch.file("organisation.yaml", "namn: Region Kusten\n")
    let new = try Run.sats(["new", "remissvar", "svar"], in: scratch.folder)
    try #require(new.exitCode == 0, "\(new.errors)")
    let run = try Run.sats(["build", "svar/remissvar.yaml"], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    let said = run.errors.matches(of: /\[([a-z-]+)(?: [A-Z]\d+)?\]\n/).map { String($0.output.1) }
    #expect(Set(said) == ["prompt-left"], "\(run.errors)")
  }
}
