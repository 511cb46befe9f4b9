import Foundation
import TestSupport
import Testing

struct SampleTests {
  @Test func `there are samples, and the real plan is one of them`() {
    #expect(Samples.all.contains(Sample(path: "samples/folktandvarden-2024/plan.yaml")))
  }

  @Test(arguments: Samples.all)
  func `is set, and the pages are as many as the program says`(sample: Sample) async throws {
    let set = try await Samples.shared.set(sample)
    try #require(set.run.exitCode == 0, "\(set.run.errors)")
    let told = try #require(set.run.text.firstMatch(of: /^(.+): (\d+) sid(?:a|or)\n$/))
    #expect(String(told.output.1) == set.file.path)
    let info = try Run.run("pdfinfo", [set.file.path]).text
    let found = try #require(info.firstMatch(of: /Pages:\s+(\d+)/))
    #expect(told.output.2 == found.output.1)
    let checked = try Run.run("qpdf", ["--check", set.file.path])
    #expect(checked.exitCode == 0, "\(checked.text)\(checked.errors)")
  }

  @Test(arguments: Samples.all.filter { $0.source != nil })
  func `has the source's words on paper, in their order`(sample: Sample) async throws {
    let set = try await Samples.shared.set(sample)
    try #require(set.run.exitCode == 0, "\(set.run.errors)")
    let source = try #require(sample.source)
    let script = Samples.root.appendingPathComponent("Tests/coverage.py").path
    let coverage = try Run.run("python3", [script, set.file.path, source.path])
    #expect(coverage.exitCode == 0, "\(coverage.text)\(coverage.errors)")
  }

  @Test(arguments: Samples.all)
  func `has the same bytes from another process, folder, time zone and locale`(
    sample: Sample
  ) async throws {
    let set = try await Samples.shared.set(sample)
    try #require(set.run.exitCode == 0, "\(set.run.errors)")
    let scratch = try Scratch()
    let plan = Samples.root.appendingPathComponent(sample.path).path
    let run = try Run.sats(
      ["build", plan, "-o", "again.pdf"], in: scratch.folder,
      environment: ["TZ": "America/New_York", "LC_ALL": "C", "LANG": "en_US.UTF-8"])
    try #require(run.exitCode == 0, "\(run.errors)")
    #expect(try scratch.bytes("again.pdf") == Data(contentsOf: set.file))
  }

  @Test func `Folktandvården's pages are those that were looked at`() throws {
    let run = try Run.sats(
      ["inspect", "samples/folktandvarden-2024/plan.yaml", "--stage", "pages"])
    try #require(run.exitCode == 0, "\(run.errors)")
    try expectSnapshot(run.text, "folktandvarden-2024-pages")
  }

  @Test func `the parts of a page have the structure that was looked at`() throws {
    let run = try Run.sats(["inspect", "samples/sidans-delar/plan.yaml", "--stage", "tags"])
    try #require(run.exitCode == 0, "\(run.errors)")
    try expectSnapshot(run.text, "sidans-delar-tags")
  }

  @Test func `Folktandvården's running foot has the unit, the kind and the page of how many`()
    async throws
  {
    let set = try await Samples.shared.set(Sample(path: "samples/folktandvarden-2024/plan.yaml"))
    try #require(set.run.exitCode == 0, "\(set.run.errors)")
    let info = try Run.run("pdfinfo", [set.file.path]).text
    let count = try #require(info.firstMatch(of: /Pages:\s+(\d+)/)).output.1
    for page in [7, 12] {
      let text = try Run.run(
        "pdftotext", ["-f", "\(page)", "-l", "\(page)", "-layout", set.file.path, "-"]
      ).text
      let foot = try #require(text.split(separator: "\n").last { $0.contains("(\(count))") })
      let words = foot.split { $0.isWhitespace }.joined(separator: " ")
      #expect(words == "Folktandvården, Verksamhetsplan \(page)(\(count))")
    }
  }
}
