import Foundation
import TestSupport
import Testing
import Unix

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
    #expect(run.errors.contains("inte satta, 1 av 3: b.yaml\n"))
  }

  @Test func `many plans at once give the bytes of each alone, told in their order`() throws {
    let scratch = try Scratch()
    let names = (1...12).map { "p\($0).yaml" }
    for (number, name) in names.enumerated() {
      let words = (0..<(40 * (number % 4 + 1))).map { "ord\($0 * number % 7) tjänsteskrivelse" }
      try scratch.file(
        name, OutputFaultTests.plan + "  - text: \(words.joined(separator: " "))\n")
    }
    let many = try Run.sats(["build"] + names + ["-o", "ut"], in: scratch.folder)
    #expect(many.exitCode == 0, "\(many.errors)")
    let told = many.text.split(separator: "\n").map { $0.prefix { $0 != ":" } }
    #expect(told == names.map { "ut/" + $0.dropLast(4) + "pdf" })
    for name in names {
      _ = try Run.sats(["build", name, "-o", "en.pdf"], in: scratch.folder)
      let pdf = name.dropLast(4) + "pdf"
      #expect(try scratch.bytes("en.pdf") == scratch.bytes("ut/" + pdf), "\(name)")
    }
  }

  /// Cairo keeps ten files of fonts open, and closes one for the next, whoever draws with it.
  @Test func `many plans in more faces than Cairo keeps open are all set`() throws {
    let scratch = try Scratch()
    var random = SeededGenerator(seed: 1)
    let letters = Array("abcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ0123456789")
    func words() -> String {
      let all = (0..<40).map { _ in letters[Int.random(in: letters.indices, using: &random)] }
      return stride(from: 0, to: all.count, by: 5).map { String(all[$0..<$0 + 5]) }
        .joined(separator: " ")
    }
    let plans = (10..<70).map { "p\($0).yaml" }
    for (number, plan) in plans.enumerated() {
      try scratch.file(
        plan,
        """
        mall: dokument
        titel: \(words())
        tema: \(number % 2 == 0 ? "default" : "kust")
        innehåll:
          - rubrik: \(words())
          - text: |
              \(words()) *\(words())* **\(words())** ***\(words())***

              ## \(words())

              | \(words()) | \(words()) |
              |---|---|
              | **\(words())** | *\(words())* |

        """)
    }
    for _ in 1...3 {
      let run = try Run.sats(["build"] + plans + ["-o", "ut"], in: scratch.folder)
      #expect(run.exitCode == 0, "\(run.errors.suffix(300))")
    }
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

  @Test func `no more threads are counted than the processors that the program may use`() throws {
    let thread = try #require(
      FileManager.default.destinationOfSymbolicLink(atPath: "/proc/thread-self")
        .split(separator: "/").last.map(String.init))
    let before = processorCount
    let mask = try String(contentsOfFile: "/proc/thread-self/status", encoding: .utf8)
      .split(separator: "\n").first { $0.hasPrefix("Cpus_allowed:") }
    let all = try #require(mask?.split(separator: "\t").last.map(String.init))
    let list = try Run.run("taskset", ["-pc", thread]).text
    let first = try #require(list.split(separator: " ").last?.prefix { $0.isNumber })
    #expect(try Run.run("taskset", ["-pc", String(first), thread]).exitCode == 0)
    let alone = processorCount
    #expect(try Run.run("taskset", ["-p", all, thread]).exitCode == 0)
    #expect(alone == 1)
    #expect(processorCount == before)
  }
}
