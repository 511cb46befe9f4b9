import Foundation
import Testing

/// The examples of docs/automation.md, as they stand there.
struct DocumentedBuildTests {
  /// A folder with plans, an organisation's file, and the program as `sats` in `bin`.
  private func folder() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.file("planer/organisation.yaml", "namn: Region Blekinge\n")
    try scratch.file("planer/plan.yaml", OutputFaultTests.plan)
    try scratch.file("planer/årets plan.yaml", OutputFaultTests.plan)
    try scratch.file("bin/.keep", "")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("bin/sats"), withDestinationPath: Run.sats)
    return scratch
  }

  private func shell(_ command: String, in scratch: Scratch) throws -> Run {
    let path = ProcessInfo.processInfo.environment["PATH", default: "/usr/bin:/bin"]
    return try Run.run(
      "sh", ["-c", command], in: scratch.folder,
      environment: ["PATH": scratch.path("bin") + ":" + path])
  }

  /// The example in a language.
  private func example(_ language: String) throws -> String {
    let page = try String(
      contentsOf: Samples.root.appendingPathComponent("docs/automation.md"), encoding: .utf8)
    let start = try #require(page.range(of: "```\(language)\n"))
    let end = try #require(page.range(of: "```", range: start.upperBound..<page.endIndex))
    return String(page[start.upperBound..<end.lowerBound])
  }

  @Test func `make sets the plans that there are, once`() throws {
    let scratch = try folder()
    // Make's lists of files know no names with spaces.
    try FileManager.default.removeItem(atPath: scratch.path("planer/årets plan.yaml"))
    try scratch.file("Makefile", try example("make"))
    let run = try shell("make && make -q", in: scratch)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.text.contains("ut/plan.pdf: 2 sidor"))
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/ninja")))
  func `ninja sets the plan, once`() throws {
    let scratch = try folder()
    try scratch.file("build.ninja", try example("ninja"))
    let run = try shell("ninja && ninja", in: scratch)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.text.contains("ninja: no work to do."))
  }

  @Test func `the lines of the code host's job do what they say`() throws {
    let scratch = try folder()
    let lines = try example("yaml").split(separator: "\n")
      .compactMap { $0.split(separator: "- run: ").dropFirst().first.map(String.init) }
    #expect(lines.count == 2)
    for line in lines {
      let run = try shell(line, in: scratch)
      #expect(run.exitCode == 0, "\(run.errors)")
    }
    let found = try JSONSerialization.jsonObject(with: scratch.bytes("fynd.sarif"))
    #expect((found as? [String: Any])?["version"] as? String == "2.1.0")
    let written = try FileManager.default.contentsOfDirectory(atPath: scratch.path("ut"))
    #expect(written.sorted() == ["plan.pdf", "redovisning.json", "årets plan.pdf"])
  }

  @Test func `the nightly line sets what it can, tells the rest and keeps the older`() throws {
    let scratch = try folder()
    let line = try #require(try example("cron").split(separator: "\n").last)
    let command = String(line.split(separator: " ", maxSplits: 5)[5])
      .replacing("/srv/planer", with: "planer")
    #expect(try shell(command, in: scratch).errors.isEmpty)
    let older = try scratch.bytes("planer/ut/plan.pdf")
    try scratch.file("planer/plan.yaml", "mall: dokument\n")
    let run = try shell(command, in: scratch)
    #expect(run.exitCode == 1)
    #expect(run.text.isEmpty)
    #expect(run.errors.contains("plan.yaml:1:1: fel: "))
    #expect(try scratch.bytes("planer/ut/plan.pdf") == older)
  }
}
