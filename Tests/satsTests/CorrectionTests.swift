import Foundation
import Testing

/// What `sats check` tells of the characters that are set right on their way to the page.
struct CorrectionTests {
  private func check(_ options: String...) throws -> Run {
    let scratch = try Scratch()
    try scratch.file(
      "plan.yaml",
      "mall: dokument\ntitel: Prov\ninnehåll:\n  - text: Det var 14% och 15% och t ex 16%.\n")
    return try Run.sats(["check", "plan.yaml"] + options, in: scratch.folder)
  }

  @Test func `the first by each rule stands for all`() throws {
    let run = try check()
    #expect(run.exitCode == 0)
    let notes = run.errors.split(separator: "\n").filter { $0.contains("[text-normalised") }
    #expect(notes.count == 2, "\(run.errors)")
    #expect(notes.first?.contains("plan.yaml:4:19: anmärkning: '14%' sätts '14␣%'") == true)
    #expect(notes.last?.hasSuffix("'t ex' sätts 't.ex.' (sida 2) [text-normalised A1]") == true)
    #expect(run.errors.contains("och 2 till; --changes visar dem"))
    #expect(run.text == "plan.yaml: 2 sidor, 4 rättelser\n")
  }

  @Test func `all are shown where they are asked for`() throws {
    let run = try check("--changes")
    let notes = run.errors.split(separator: "\n").filter { $0.contains("[text-normalised") }
    #expect(notes.count == 4, "\(run.errors)")
  }

  @Test func `programs are told all, each with its rule`() throws {
    let json = try JSONSerialization.jsonObject(
      with: Data(try check("--diagnostics", "json").errors.utf8))
    let found = try #require(json as? [[String: Any]])
    #expect(found.map { $0["code"] as? String } == Array(repeating: "text-normalised", count: 4))
    #expect(found.map { $0["rule"] as? String } == ["N7", "N7", "A1", "N7"])

    let sarif = try check("--diagnostics", "sarif").errors
    #expect(sarif.ranges(of: "\"rule\": \"N7\"").count == 3, "\(sarif)")
    #expect(sarif.contains("\"level\": \"note\""))
  }

  @Test func `build says nothing of them`() throws {
    let scratch = try Scratch()
    try scratch.file("plan.yaml", "mall: dokument\ntitel: Prov\ninnehåll: [{text: 14%}]\n")
    let run = try Run.sats(["build", "plan.yaml"], in: scratch.folder)
    #expect(run.exitCode == 0)
    #expect(run.errors.isEmpty, "\(run.errors)")
  }
}
