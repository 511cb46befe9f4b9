import Foundation
import TestSupport
import Testing

/// Plans whose rows stand in files.
struct TableFileTests {
  private static let plan = """
    mall: verksamhetsplan
    titel: Verksamhetsplan 2025
    enhet: Folktandvården
    år: 2025
    mätetal: {fil: "mått.csv"}

    """

  @Test func `rows of a CSV file are the plan's own`() throws {
    let scratch = try Scratch()
    try scratch.file("plan.yaml", Self.plan)
    // As Excel saves it where it is not told: Windows-1252 and semicolons.
    let csv = "Namn;Periodicitet;Målvärde\r\nTillgänglighet;Månad;minst 90 %\r\n"
    try scratch.file("mått.csv", try #require(csv.data(using: .windowsCP1252)))
    let run = try Run.sats(["inspect", "plan.yaml", "--stage", "data"], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.text.contains("målvärde: målvärde \"minst 90 %\" = quantity ≥ 90 %"), "\(run.text)")
    let build = try Run.sats(["build", "plan.yaml"], in: scratch.folder)
    #expect(build.exitCode == 0, "\(build.errors)")
  }

  @Test func `a fault in a row is shown in its file, with a caret`() throws {
    let scratch = try Scratch()
    try scratch.file("plan.yaml", Self.plan)
    try scratch.file("mått.csv", "namn,målvärde\nTillgänglighet,\"90.5 %\"\n")
    let run = try Run.sats(["check", "plan.yaml"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("mått.csv:2:17: fel: "), "\(run.errors)")
    #expect(run.errors.contains("2 | Tillgänglighet,\"90.5 %\"\n    |                 ^"))
  }

  @Test func `rows of a workbook are the plan's own, and its faults are at their cells`() throws {
    let scratch = try Scratch()
    let request = "{fil: budget.xlsx, blad: Bilaga 2, område: B2:D4}"
    try scratch.file("plan.yaml", Self.plan.replacing("{fil: \"mått.csv\"}", with: request))
    var rows = [
      ["Mått 2025", "", "", ""], ["", "Namn", "Periodicitet", "Målvärde"],
      ["", "Tillgänglighet", "Månad", "minst 90 %"], ["", "Sjukfrånvaro", "År", "högst 5,0 %"],
    ]
    var book = TestWorkbook(texts: rows, sheet: "Bilaga 2")
    try scratch.file("budget.xlsx", Data(book.bytes))
    let run = try Run.sats(["inspect", "plan.yaml", "--stage", "data"], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(
      run.text.contains("målvärde: målvärde \"högst 5,0 %\" = quantity ≤ 5,0 %"), "\(run.text)")

    rows[3][3] = "högst 5.25 %"
    book = TestWorkbook(texts: rows, sheet: "Bilaga 2")
    try scratch.file("budget.xlsx", Data(book.bytes))
    let broken = try Run.sats(["check", "plan.yaml"], in: scratch.folder)
    #expect(broken.exitCode == 1)
    #expect(broken.errors.hasPrefix("budget.xlsx[Bilaga 2!D4]: fel: "), "\(broken.errors)")
    let json = try Run.sats(["check", "plan.yaml", "--diagnostics", "json"], in: scratch.folder)
    #expect((json.text + json.errors).contains("\"cell\": \"D4\""))
  }

  @Test(arguments: [
    ("../mått.csv", "file-outside-folder"), ("saknas.csv", "file-missing"),
    ("mapp", "not-ordinary-file"), ("länk.csv", "file-outside-folder"),
  ])
  func `files outside the plan's folder and what is no file are refused`(
    name: String, code: String
  ) throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.path("mapp"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("länk.csv"), withDestinationPath: "/etc/passwd")
    try scratch.file("plan.yaml", Self.plan.replacing("mått.csv", with: name))
    let run = try Run.sats(["check", "plan.yaml"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("plan.yaml:5:16: fel: "), "\(run.errors)")
    #expect(run.errors.contains("[\(code)]"), "\(run.errors)")
  }
}
