import Foundation
import Testing

/// What an organisation's file, a plan and a theme say of word division, on its way to paper.
struct OrganisationTests {
  private static let word = "abrakadabrasimsalabim"

  /// The pages of a plan in the folder `plan`, with its keys and a text that is one word many times.
  private func pages(_ scratch: Scratch, _ keys: String) throws -> Run {
    let text = Array(repeating: Self.word, count: 60).joined(separator: " ")
    try scratch.file(
      "plan/plan.yaml", "mall: dokument\ntitel: Prov\n\(keys)innehåll:\n  - text: \(text)\n")
    return try Run.sats(["inspect", "plan/plan.yaml", "--stage", "pages"], in: scratch.folder)
  }

  /// What stands before the hyphen of each divided word.
  private func divisions(_ run: Run) -> Set<String> {
    let lines = run.text.split(separator: "\n").filter { $0.hasSuffix("\u{AD}\"") }
    return Set(lines.map { String($0.dropLast(2).split(separator: " ").last ?? "") })
  }

  @Test func `a word is divided as the organisation's file says, and as the plan says before it`()
    throws
  {
    let scratch = try Scratch()
    try scratch.file("organisation.yaml", "avstavning: [abrakadabra-simsalabim]\n")
    #expect(divisions(try pages(scratch, "")) == ["abrakadabra"])
    #expect(divisions(try pages(scratch, "avstavning: abra-kadabrasimsalabim\n")) == ["abra"])
    #expect(divisions(try pages(scratch, "avstavning: [\(Self.word)]\n")).isEmpty)
  }

  @Test func `a name is never divided`() throws {
    let scratch = try Scratch()
    #expect(divisions(try pages(scratch, "")).count > 1)
    #expect(divisions(try pages(scratch, "avstavas-inte: [\(Self.word) ab]\n")).isEmpty)
  }

  @Test func `the nearest file above the plan is the one that holds`() throws {
    let scratch = try Scratch()
    try scratch.file("organisation.yaml", "avstavning: [abrakadabra-simsalabim]\n")
    try scratch.file("plan/organisation.yaml", "avstavning: [abra-kadabrasimsalabim]\n")
    #expect(divisions(try pages(scratch, "")) == ["abra"])
  }

  @Test func `among several plans it is not taken for one, and alone it is told`() throws {
    let scratch = try Scratch()
    try scratch.file("organisation.yaml", "namn: Region Blekinge\n")
    try scratch.file("plan.yaml", OutputFaultTests.plan)
    let both = try Run.sats(["build", "organisation.yaml", "plan.yaml"], in: scratch.folder)
    #expect(both.exitCode == 0, "\(both.errors)")
    #expect(both.text == "plan.pdf: 2 sidor\n")
    let alone = try Run.sats(["check", "./organisation.yaml"], in: scratch.folder)
    #expect(alone.exitCode == 1)
    #expect(alone.errors.contains("./organisation.yaml:1:1: fel: det här är organisationens fil"))
  }

  @Test func `its name stands where the plan has none`() throws {
    let scratch = try Scratch()
    try scratch.file("organisation.yaml", "namn: Region Blekinge\n")
    #expect(try pages(scratch, "").text.contains("\"Region Blekinge\""))
    let own = try pages(scratch, "organisation: Region Halland\n")
    #expect(own.text.contains("\"Region Halland\""))
    #expect(!own.text.contains("\"Region Blekinge\""))
  }

  @Test(arguments: [
    ("nman: Region Blekinge\n", "organisation.yaml:1:1", "unknown-key", "'namn'"),
    ("avstavning: [riks--dag]\n", "organisation.yaml:1:14", "wrong-hyphenation", "bindestreck"),
    ("avstavning:\n  - vision 2030\n", "organisation.yaml:2:5", "wrong-hyphenation", "flera ord"),
    ("avstavas-inte: ['2030']\n", "organisation.yaml:1:18", "wrong-hyphenation", "bokstäver"),
    ("avstavning: {riks: dag}\n", "organisation.yaml:1:13", "wrong-type", "avstavning"),
  ])
  func `a fault in it is told at its place`(
    file: String, place: String, code: String, said: String
  ) throws {
    let scratch = try Scratch()
    try scratch.file("organisation.yaml", file)
    let run = try pages(scratch, "")
    #expect(run.exitCode == 1)
    #expect(run.errors.contains(place + ":"), "\(run.errors)")
    #expect(run.errors.contains("[\(code)]"), "\(run.errors)")
    #expect(run.errors.contains(said), "\(run.errors)")
  }

  @Test func `a fault in the plan's own words is told at its place`() throws {
    let run = try pages(try Scratch(), "avstavning: [riks-dag, a1-b]\n")
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("plan/plan.yaml:3:24: fel: "), "\(run.errors)")
  }

  @Test func `a link that leads out of its folder is refused`() throws {
    let scratch = try Scratch()
    try scratch.file("other/secret.yaml", "namn: Hemligt\n")
    try scratch.file("inside/plan/plan.yaml", "mall: dokument\ntitel: T\ninnehåll: [{text: A}]\n")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.folder.path + "/inside/organisation.yaml",
      withDestinationPath: "../other/secret.yaml")
    let run = try Run.sats(["check", "inside/plan/plan.yaml"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("[file-outside-folder]"), "\(run.errors)")
    #expect(!run.errors.contains("Hemligt"))
  }

  @Test func `it is one of the files that a document is made from`() throws {
    let scratch = try Scratch()
    try scratch.file("organisation.yaml", "namn: Region Blekinge\n")
    try scratch.file("plan/plan.yaml", "mall: dokument\ntitel: T\ninnehåll: [{text: A}]\n")
    let run = try Run.sats(
      ["build", "plan/plan.yaml", "--depfile", "plan.d"], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    let rule = String(decoding: try scratch.bytes("plan.d"), as: UTF8.self)
    #expect(rule.contains("organisation.yaml"))
  }
}
