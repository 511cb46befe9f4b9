import Foundation
import Testing

struct DiagnosticFormTests {
  /// A plan with two errors, and the codes they have.
  private static let faulty = """
    mall: dokument
    titel: Prov
    innehål: []
    innehåll:
      - rubrik: Ett
        nivå: hög

    """

  private func check(_ plan: String, _ options: [String]) throws -> Run {
    let scratch = try Scratch()
    try scratch.file("plan.yaml", plan)
    return try Run.sats(["check", "plan.yaml"] + options, in: scratch.folder)
  }

  @Test func `as text each has its place, its line and its code`() throws {
    let run = try check(Self.faulty, [])
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("plan.yaml:3:1: fel: "), "\(run.errors)")
    #expect(run.errors.contains("innehål: []\n"))
    #expect(run.errors.contains("'innehåll'"))
    #expect(run.errors.contains("[unknown-key]"))
    #expect(run.errors.contains("plan.yaml:6:11: fel: "))
    #expect(!run.errors.contains("\u{1B}["))
  }

  @Test func `English has the same codes in other words`() throws {
    let codes = /\[([a-z-]+)\]\n/
    let swedish = try check(Self.faulty, [])
    let english = try check(Self.faulty, ["--language", "en"])
    #expect(english.exitCode == 1)
    #expect(english.errors.contains("plan.yaml:3:1: error: "), "\(english.errors)")
    #expect(
      english.errors.matches(of: codes).map(\.output.1)
        == swedish.errors.matches(of: codes).map(\.output.1))
    #expect(english.errors.matches(of: codes).count >= 2)
  }

  @Test(arguments: [["json"], ["sarif"]])
  func `for programs it is one JSON value, of all plans together`(form: [String]) throws {
    let scratch = try Scratch()
    try scratch.file("a.yaml", Self.faulty)
    try scratch.file("b.yaml", Self.faulty)
    let run = try Run.sats(
      ["check", "a.yaml", "b.yaml", "--diagnostics", form[0]], in: scratch.folder)
    #expect(run.exitCode == 1)
    _ = try JSONSerialization.jsonObject(with: Data(run.errors.utf8))
    for found in ["a.yaml", "b.yaml", "unknown-key"] {
      #expect(run.errors.contains(found), "\(run.errors)")
    }
  }

  @Test func `without findings it is a JSON value still`() throws {
    let run = try check(OutputFaultTests.plan, ["--diagnostics", "json"])
    #expect(run.exitCode == 0)
    _ = try JSONSerialization.jsonObject(with: Data(run.errors.utf8))
  }

  @Test func `a warning lets the document be written, and under --strict does not`() throws {
    // A word wider than the column is broken where the line is full, with a warning.
    let word = String(repeating: "x", count: 200)
    let plan = """
      mall: dokument
      titel: Prov
      innehåll:
        - rubrik: Ett
        - text: \(word)

      """
    let scratch = try Scratch()
    try scratch.file("plan.yaml", plan)
    let strict = try Run.sats(["build", "plan.yaml", "--strict"], in: scratch.folder)
    #expect(strict.exitCode == 1)
    #expect(strict.errors.contains("fel: "), "\(strict.errors)")
    #expect(try scratch.names() == ["plan.yaml"])
    let lenient = try Run.sats(["build", "plan.yaml"], in: scratch.folder)
    #expect(lenient.exitCode == 0)
    #expect(lenient.errors.contains("varning: "), "\(lenient.errors)")
    #expect(try scratch.names() == ["plan.pdf", "plan.yaml"])
  }
}
