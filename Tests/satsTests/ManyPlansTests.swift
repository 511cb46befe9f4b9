import Foundation
import Testing

struct ManyPlansTests {
  @Test func `a plan with errors does not stop the others, and the exit code tells of it`() throws {
    let scratch = try Scratch()
    try scratch.file("a.yaml", OutputFaultTests.plan)
    try scratch.file("b.yaml", "mall: dokument\ntitle: Prov\ninnehåll: []\n")
    try scratch.file("c.yaml", OutputFaultTests.plan)
    let run = try Run.sats(
      ["build", "a.yaml", "b.yaml", "c.yaml", "-o", "ut"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("b.yaml:2:1: fel: "), "\(run.errors)")
    #expect(run.errors.contains("titel"))
    #expect(run.text.contains("ut/a.pdf: "))
    #expect(run.text.contains("ut/c.pdf: "))
    let written = try FileManager.default.contentsOfDirectory(atPath: scratch.path("ut"))
    #expect(written.sorted() == ["a.pdf", "c.pdf"])
  }

  @Test func `without -o each is written beside its plan`() throws {
    let scratch = try Scratch()
    for name in ["a", "b"] {
      try FileManager.default.createDirectory(
        atPath: scratch.path(name), withIntermediateDirectories: false)
      try scratch.file(name + "/plan.yaml", OutputFaultTests.plan)
    }
    let run = try Run.sats(["build", "a/plan.yaml", "b/plan.yaml"], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    for name in ["a", "b"] {
      #expect(try scratch.bytes(name + "/plan.pdf").starts(with: Data("%PDF-".utf8)))
    }
  }
}
