import Foundation
import Testing

struct ReadmeTests {
  private func text() throws -> String {
    try String(contentsOf: Samples.root.appendingPathComponent("README.md"), encoding: .utf8)
  }

  /// The code block of a language; the empty string is for the one that says none.
  private func block(_ language: String) throws -> String {
    let parts = try text().components(separatedBy: "\n```")
    // Prose and code take turns.
    let code = stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
    let found = try #require(code.first { $0.hasPrefix(language + "\n") })
    return found.dropFirst(language.count + 1) + "\n"
  }

  @Test func `the plan that it shows is set`() throws {
    let scratch = try Scratch()
    try scratch.file("plan.yaml", try block("yaml"))
    let run = try Run.sats(["build", "plan.yaml"], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.errors.isEmpty, "\(run.errors)")
    #expect(try scratch.names() == ["plan.pdf", "plan.yaml"])
  }

  @Test func `the mistake that it shows is told in those words`() throws {
    let scratch = try Scratch()
    let faulty = try block("yaml").replacingOccurrences(of: "målvärde", with: "målvarde")
    try scratch.file("plan.yaml", faulty)
    let run = try Run.sats(["check", "plan.yaml"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(try run.errors == block(""))
  }

  @Test func `the commands that it lists are those of the help`() throws {
    let listed = Set(try text().matches(of: /`sats (\w+)/).map { String($0.output.1) })
    let help = try Run.sats(["--help"]).text
    let subcommands = try #require(help.components(separatedBy: "SUBCOMMANDS:").last)
    let there = Set(subcommands.matches(of: /\n {2}(\w+) {2}/).map { String($0.output.1) })
    #expect(listed == there)
  }
}
