import Foundation
import Testing

/// The same input gives the same bytes, wherever and however the program is run.
struct SameBytesTests {
  private static let plan = """
    mall: dokument
    titel: Årsplan
    innehållsförteckning: ja
    förkortningar: {VO: verksamhetsområde}
    innehåll:
      - rubrik: Ett
        text: {fil: text.md}
    """
  private static let prose =
    "VO:n och t.ex. \u{2212}5[^1], [länk](https://å.se).\n\n[^1]: En not.\n"

  private func folder() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.file("plan.yaml", Self.plan)
    try scratch.file("text.md", Self.prose)
    return scratch
  }

  @Test(arguments: ["publicering", "arkiv-data", "utskrift"])
  func `in two processes, time zones and locales, with and without a terminal`(
    profile: String
  ) throws {
    let first = try folder()
    let run = try Run.sats(
      ["build", "plan.yaml", "--profile", profile], in: first.folder,
      environment: ["TZ": "Europe/Stockholm", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1701248400"])
    try #require(run.exitCode == 0, "\(run.errors)")
    let second = try folder()
    // `script` gives the program a terminal.
    let terminal = try Run.run(
      "script",
      ["-qec", "\(Run.sats) build plan.yaml --profile \(profile)", "/dev/null"], in: second.folder,
      environment: [
        "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "ar_EG.UTF-8",
        "SOURCE_DATE_EPOCH": "1701248400", "TERM": "xterm-256color", "COLUMNS": "40",
      ])
    try #require(terminal.exitCode == 0, "\(terminal.text)")
    #expect(try first.bytes("plan.pdf") == second.bytes("plan.pdf"))
  }

  @Test func `the file's date is the plan's, else the build's, else none`() throws {
    let scratch = try folder()
    func date(_ plan: String, _ environment: [String: String]) throws -> String? {
      try scratch.file("plan.yaml", plan)
      let run = try Run.sats(
        ["build", "plan.yaml"], in: scratch.folder,
        environment: environment.merging(["SOURCE_DATE_EPOCH": ""]) { own, _ in own })
      try #require(run.exitCode == 0, "\(run.errors)")
      let report = try Run.sats(["inspect", "plan.pdf"], in: scratch.folder).text
      return report.firstMatch(of: /creationdate "(.*)"/).map { String($0.output.1) }
    }
    let dated = Self.plan + "\ndatum: 2023-12-14\n"
    #expect(try date(Self.plan, [:]) == nil)
    #expect(
      try date(Self.plan, ["SOURCE_DATE_EPOCH": "1701248400"]) == "D:20231129090000+00'00'")
    #expect(try date(dated, ["SOURCE_DATE_EPOCH": "1701248400"]) == "D:20231214")
  }

  @Test func `a time that is no number is told`() throws {
    let scratch = try folder()
    let run = try Run.sats(
      ["build", "plan.yaml"], in: scratch.folder, environment: ["SOURCE_DATE_EPOCH": "igår"])
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("SOURCE_DATE_EPOCH är 'igår'"))
  }
}
