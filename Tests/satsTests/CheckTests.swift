import Foundation
import TestSupport
import Testing

/// `sats check` as a whole: what it says of plans, in which forms, and what plans may allow.
struct CheckTests {
  private static let plan = """
    mall: verksamhetsplan
    titel: Verksamhetsplan 2024
    kapitel:
      - rubrik: Inledning
        text: Vi finns för alla.
    mål:
      - namn: Rent vatten
        text: Vattnet ska vara rent.
      - namn: Ren luft
        mätetal:
          - {namn: Luftkvalitet, målvärde: 85}

    """

  private func check(
    _ more: String = "", _ arguments: String...
  ) throws -> Run {
    let scratch = try Scratch()
    let path = scratch.path("plan.yaml")
    try Data((Self.plan + more).utf8).write(to: URL(fileURLWithPath: path))
    return try Run.sats(["check", "plan.yaml"] + arguments, in: scratch.folder)
  }

  @Test func `tells with id, place and page what it finds, and writes nothing`() throws {
    let run = try check()
    #expect(run.exitCode == 0)
    #expect(run.errors.contains("plan.yaml:7:11: varning: målet har inget mätetal (sida 4)"))
    #expect(run.errors.contains("[goal-unmeasured C541]\n  7 |   - namn: Rent vatten\n"))
    #expect(run.errors.contains("plan.yaml:11:40: varning: 85 har ingen enhet (sida 4)"))
    #expect(run.text == "plan.yaml: 4 sidor, 2 varningar\n")
  }

  @Test func `lets a plan allow a finding with a reason, which it tells`() throws {
    let run = try check(
      """
      tillåt:
        - {id: C541, skäl: Målet följs av kommunen.}
        - {id: C542, plats: "mål[1]", skäl: Det är ett index.}

      """, "--strict")
    #expect(run.exitCode == 0)
    #expect(!run.errors.contains("goal-unmeasured"))
    #expect(
      run.errors.contains("anmärkning: C541 tillåts på ett ställe: Målet följs av kommunen."))
    #expect(run.text == "plan.yaml: 4 sidor, 2 anmärkningar\n")
  }

  @Test func `warns of what is allowed and does not occur, and wants a reason`() throws {
    let unused = try check(
      "tillåt: [{id: C541, plats: \"mål[1]\", skäl: Följs inte.}]\n", "--strict")
    #expect(unused.exitCode == 1)
    #expect(unused.errors.contains("'C541' tillåts i mål[1], men kontrollen hittar inget sådant"))
    #expect(unused.errors.contains("[allowance-unused C010]"))
    let unreasoned = try check("tillåt: [{id: C541}]\n")
    #expect(unreasoned.exitCode == 1)
    #expect(unreasoned.errors.contains("'skäl' saknas"))
  }

  @Test func `keeps what is allowed in the forms for other programs`() throws {
    let allowed = "tillåt: [{id: C541, skäl: Följs av kommunen.}]\n"
    let json = try check(allowed, "--diagnostics", "json")
    let list = try #require(
      JSONSerialization.jsonObject(with: Data(json.errors.utf8)) as? [[String: Any]])
    let goal = try #require(list.first { $0["rule"] as? String == "C541" })
    #expect(goal["allowed"] as? String == "Följs av kommunen.")
    #expect(goal["severity"] as? String == "note")
    #expect(goal["page"] as? Int == 4)
    let unit = try #require(list.first { $0["rule"] as? String == "C542" })
    #expect(unit["allowed"] is NSNull && unit["severity"] as? String == "warning")

    let sarif = try check(allowed, "--diagnostics", "sarif").errors
    let log = try #require(
      JSONSerialization.jsonObject(with: Data(sarif.utf8)) as? [String: Any])
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    let result = try #require(results.first { $0["ruleId"] as? String == "C541" })
    let suppression = try #require((result["suppressions"] as? [[String: String]])?.first)
    #expect(suppression == ["kind": "inSource", "justification": "Följs av kommunen."])
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rule = try #require(
      (driver["rules"] as? [[String: Any]])?.first { $0["id"] as? String == "C541" })
    #expect(rule["name"] as? String == "goal-unmeasured")
    let help = try #require((rule["help"] as? [String: String])?["text"])
    #expect(help.contains("Så gör du: "))
  }

  @Test func `tells of the text's readability where that is asked for`() throws {
    let words = Array(repeating: "Verksamheten arbetar med förebyggande insatser", count: 12)
    let plan = "bilagor:\n  - {rubrik: Arbetet, text: \(words.joined(separator: " ")).}\n"
    let silent = try check(plan)
    #expect(!silent.errors.contains("C90"))
    let told = try check(plan, "--readability")
    #expect(told.errors.contains("anmärkning: meningen har 60 ord (sida"))
    #expect(
      told.errors.contains(
        "kapitlet 'Bilaga 1. Arbetet' har LIX 140 (mycket svårt): 60 ord per mening"))
  }

  @Test func `finds the page of what stands in the plan's other files`() throws {
    let scratch = try Scratch()
    try scratch.file(
      "plan.yaml",
      Data(
        """
        mall: dokument
        titel: A
        innehåll:
          - rubrik: B
            text: Kort.
          - sidbrytning: ja
          - rubrik: C
            text: {fil: c.md}
          - sidbrytning: ja
          - tabell:
              rader: {fil: d.csv}

        """.utf8))
    try scratch.file("c.md", Data("Först.\n\nÄrendet gäller 19640823-3234.\n".utf8))
    try scratch.file("d.csv", Data("Namn;Nummer\nEtt;2\nTvå;640823-3234\n".utf8))
    let run = try Run.sats(["check", "plan.yaml"], in: scratch.folder)
    #expect(
      run.errors.contains(
        "c.md:3:16: varning: talet har formen av ett personnummer (sida 3) [personal-number C710]"),
      "\(run.errors)")
    #expect(
      run.errors.contains(
        "d.csv:3:5: varning: talet har formen av ett personnummer (sida 4) [personal-number C710]"),
      "\(run.errors)")
  }

  /// The errors and warnings of `sats check` on the samples.
  ///
  /// Each is a fault of the document that the sample was made from, or has been looked at and let
  /// be. A new line here is a false alarm, or belongs in `tillåt` in the plan.
  @Test func `says of the samples what has been reviewed`() throws {
    let run = try Run.sats(["check"] + Samples.all.map(\.path) + ["--diagnostics", "json"])
    let findings = try #require(
      JSONSerialization.jsonObject(with: Data(run.errors.utf8)) as? [[String: Any]])
    let lines = findings.filter { $0["severity"] as? String != "note" }.map { finding in
      let message = (finding["message"] as? [String: String])?["sv"] ?? ""
      let id = finding["rule"] as? String ?? finding["code"] as? String ?? ""
      return "\(finding["file"] as? String ?? "") \(id) \(message)"
    }
    try expectSnapshot(lines.joined(separator: "\n") + "\n", "sample-findings")
  }
}
