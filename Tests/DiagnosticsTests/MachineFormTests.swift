import Diagnostics
import Foundation
import TestSupport
import Testing

/// The forms that are for other programs, read by another's JSON reader.
struct MachineFormTests {
  private let plan = MarkedText("2️⃣titel: \"A\"\nmål 1: 1️⃣>6\n", path: "planer/år \"24\".yaml")

  private var found: [Diagnostic] {
    [
      Diagnostic(
        .error, .needsQuotes, Message(sv: "rad\n\"ett\"\u{1}", en: "line\t\\one"),
        at: plan.place(of: 1), endColumn: Int(plan.place(of: 1).column) + 2, path: "mål 1",
        notes: [.init(Message(sv: "här", en: "here"), at: plan.place(of: 2))],
        fixes: [
          .init(Message(sv: "sätt citattecken", en: "put quotes"), replacement: "\">6\""),
          .init(Message(sv: "eller ta bort", en: "or remove")),
        ]),
      Diagnostic(.warning, .overfullLine, Message(sv: "bred", en: "wide"), page: 7),
    ]
  }

  private func object(_ text: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  @Test func `JSON has all that is known, and null for the rest`() throws {
    let read = try object(renderJSON(found, sources: plan.sources))
    let list = try #require(read as? [[String: Any]])
    #expect(list.count == 2)
    let first = list[0]
    #expect(first["file"] as? String == "planer/år \"24\".yaml")
    #expect(first["line"] as? Int == 2)
    #expect(first["column"] as? Int == 8)
    #expect(first["endColumn"] as? Int == 10)
    #expect(first["path"] as? String == "mål 1")
    #expect(first["page"] is NSNull)
    #expect(first["severity"] as? String == "error")
    #expect(first["code"] as? String == "needs-quotes")
    #expect(
      first["message"] as? [String: String] == ["sv": "rad\n\"ett\"\u{1}", "en": "line\t\\one"])
    let notes = try #require(first["notes"] as? [[String: Any]])
    #expect(notes.map { $0["line"] as? Int } == [1])
    let fixes = try #require(first["fixes"] as? [[String: Any]])
    #expect(fixes.map { $0["replacement"] as? String } == ["\">6\"", nil])

    #expect(list[1]["file"] is NSNull)
    #expect(list[1]["page"] as? Int == 7)
    #expect(Set(list[1].keys) == Set(first.keys))
  }

  @Test func `no diagnostics are an empty array`() {
    #expect(renderJSON([], sources: SourceSet()) == "[]\n")
  }

  @Test func `SARIF has rules, regions in code points and fixes that can be made`() throws {
    let text = renderSARIF(found, sources: plan.sources, language: .english, version: "1.2")
    let log = try #require(try object(text) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let tool = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(tool["version"] as? String == "1.2")
    let rules = try #require(tool["rules"] as? [[String: String]]).compactMap { $0["id"] }
    #expect(rules == ["needs-quotes", "overfull-line"])

    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["level"] as? String } == ["error", "warning"])
    for result in results {
      #expect(rules[try #require(result["ruleIndex"] as? Int)] == result["ruleId"] as? String)
    }
    let message = try #require(results[0]["message"] as? [String: String])
    // The fix without a text to write is told, the other one is a change.
    #expect(message["text"] == "line\t\\one; or remove")
    let location = try #require((results[0]["locations"] as? [[String: Any]])?.first)
    let physical = try #require(location["physicalLocation"] as? [String: Any])
    #expect(
      physical["artifactLocation"] as? [String: String] == [
        "uri": "planer/%C3%A5r%20%2224%22.yaml"
      ])
    #expect(
      physical["region"] as? [String: Int] == ["startLine": 2, "startColumn": 8, "endColumn": 10])
    #expect((results[0]["relatedLocations"] as? [Any])?.count == 1)
    let fix = try #require((results[0]["fixes"] as? [[String: Any]])?.first)
    let change = try #require((fix["artifactChanges"] as? [[String: Any]])?.first)
    let write = try #require((change["replacements"] as? [[String: Any]])?.first)
    #expect(write["insertedContent"] as? [String: String] == ["text": "\">6\""])
    #expect(results[1]["locations"] == nil)
  }
}
