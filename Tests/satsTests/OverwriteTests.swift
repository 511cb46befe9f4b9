import Foundation
import Testing

/// Outputs that are something else than an older document: they are refused, and stand as they
/// were.
struct OverwriteTests {
  /// A folder of plans, and links by which an output reaches one of them.
  struct Way: CustomTestStringConvertible {
    var testDescription: String
    /// Links and where they lead.
    var links: [(name: String, target: String)]
    var arguments: [String]
    /// The file that the output is.
    var victim = "p.yaml"
    /// What the message calls the reason.
    var reason = "som dokumentet görs av"
  }

  static let ways = [
    Way(
      testDescription: "the plan by its own name", links: [],
      arguments: ["p.yaml", "-o", "./p.yaml"]),
    Way(
      testDescription: "a link beside the plan", links: [("p.pdf", "p.yaml")],
      arguments: ["p.yaml"]),
    Way(
      testDescription: "a link that -o names", links: [("l.pdf", "m.pdf"), ("m.pdf", "p.yaml")],
      arguments: ["p.yaml", "-o", "l.pdf"]),
    Way(
      testDescription: "a link in the middle of the path", links: [("d/up", "..")],
      arguments: ["p.yaml", "-o", "d/up/p.yaml"]),
    Way(
      testDescription: "a plan that is itself a link", links: [("zl.yaml", "p.yaml")],
      arguments: ["zl.yaml", "-o", "p.yaml"]),
    Way(
      testDescription: "another plan of the run", links: [("d/p.pdf", "../q.yaml")],
      arguments: ["p.yaml", "q.yaml", "-o", "d"], victim: "q.yaml", reason: "är ingen PDF"),
    Way(
      testDescription: "a file of prose", links: [], arguments: ["p.yaml", "-o", "x.md"],
      victim: "x.md"),
    Way(
      testDescription: "any other file", links: [], arguments: ["p.yaml", "-o", "u.txt"],
      victim: "u.txt", reason: "är ingen PDF"),
    Way(
      testDescription: "a file as short as a letter", links: [],
      arguments: ["p.yaml", "-o", "a.txt"], victim: "a.txt", reason: "är ingen PDF"),
  ]

  private func files() throws -> Scratch {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.path("d"), withIntermediateDirectories: false)
    for name in ["p.yaml", "q.yaml"] {
      try scratch.file(name, OutputFaultTests.plan + "  - text: {fil: x.md}\n")
    }
    try scratch.file("x.md", "Ett stycke ur en fil.\n")
    try scratch.file("u.txt", "Något helt annat.\n")
    try scratch.file("a.txt", "a")
    return scratch
  }

  @Test(arguments: ways)
  func `is refused, and nothing is touched`(way: Way) throws {
    let scratch = try files()
    for (name, target) in way.links {
      try FileManager.default.createSymbolicLink(
        atPath: scratch.path(name), withDestinationPath: target)
    }
    let before = try scratch.bytes(way.victim)
    let names = try scratch.names()
    let run = try Run.sats(["build"] + way.arguments, in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains(way.reason), "\(run.errors)")
    #expect(run.errors.contains("[output-unwritable]"), "\(run.errors)")
    #expect(try scratch.bytes(way.victim) == before)
    #expect(try scratch.names() == names)
  }

  @Test func `an older document and an empty file are written over`() throws {
    let scratch = try files()
    try scratch.file("old.pdf", "%PDF-1.4 and more")
    try scratch.file("empty.pdf", "")
    for name in ["old.pdf", "empty.pdf"] {
      let run = try Run.sats(["build", "p.yaml", "-o", name], in: scratch.folder)
      #expect(run.exitCode == 0, "\(run.errors)")
      #expect(try scratch.bytes(name).count > 1_000)
    }
  }

  @Test func `two plans that links lead to one file are refused`() throws {
    let scratch = try files()
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("d/p.pdf"), withDestinationPath: "q.pdf")
    try scratch.file("d/q.pdf", "%PDF-older")
    let run = try Run.sats(["build", "p.yaml", "q.yaml", "-o", "d"], in: scratch.folder)
    #expect(run.exitCode == 64)
    #expect(try scratch.bytes("d/q.pdf") == Data("%PDF-older".utf8))
  }
}
