import Foundation
import Testing

struct StreamTests {
  @Test func `a plan from standard input finds its files in the base folder`() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.path("bas"), withIntermediateDirectories: false)
    try scratch.file("bas/text.md", "Ett stycke ur en fil.\n")
    let plan = """
      mall: dokument
      titel: Prov
      innehåll:
        - rubrik: Ett
        - text: {fil: text.md}

      """
    let run = try Run.sats(
      ["build", "-", "--base", "bas", "-o", "ut.pdf"], input: Data(plan.utf8), in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    let text = try Run.run("pdftotext", [scratch.path("ut.pdf"), "-"]).text
    #expect(text.contains("Ett stycke ur en fil."))
  }

  @Test func `to standard output goes the document and nothing else`() throws {
    let scratch = try Scratch()
    try scratch.file("plan.yaml", OutputFaultTests.plan)
    try #require(try Run.sats(["build", "plan.yaml"], in: scratch.folder).exitCode == 0)
    let run = try Run.run(
      "sh", ["-c", #""$0" build plan.yaml -o - | cat"#, Run.sats], in: scratch.folder)
    #expect(run.output == (try scratch.bytes("plan.pdf")))
    #expect(run.errors.isEmpty, "\(run.errors)")
    #expect(try scratch.names() == ["plan.pdf", "plan.yaml"])
  }
}
