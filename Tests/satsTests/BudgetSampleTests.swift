import Foundation
import Testing

/// The budget of a region, as its fullmäktige decided it: what `sats check` finds in it, and that
/// nothing is left once it is mended.
struct BudgetSampleTests {
  private static let sample = "samples/region-blekinge-2023"

  /// A finding as programs read it.
  private struct Finding: Decodable {
    var file: String?
    var cell: String?
    var line: Int?
    var column: Int?
    var code: String
    var rule: String?
    var message: [String: String]

    /// The finding on one line, as tests list it.
    var summary: String {
      let name = file.map { URL(fileURLWithPath: $0).lastPathComponent } ?? ""
      let place = cell ?? "\(line ?? 0):\(column ?? 0)"
      return "\(name) \(place) \(code) \(rule ?? ""): \(message["sv"] ?? "")"
    }
  }

  private func statementFindings(_ plan: String, in folder: URL) throws -> [String] {
    let run = try Run.sats(["check", plan, "--diagnostics", "json"], in: folder)
    let findings = try JSONDecoder().decode([Finding].self, from: Data(run.errors.utf8))
    #expect(findings.contains { $0.rule != nil }, "\(run.errors)")
    return findings.filter { $0.rule?.hasPrefix("C6") ?? false }.map(\.summary)
  }

  @Test func `all its faults are found, each at its cell`() throws {
    let found = try statementFindings(Self.sample + "/plan.yaml", in: Samples.root)
    #expect(found == Self.expected)
  }

  @Test func `mended, it has none`() throws {
    let scratch = try Scratch()
    let source = Samples.root.appendingPathComponent(Self.sample)
    for name in try FileManager.default.contentsOfDirectory(atPath: source.path) {
      try scratch.file(name, Data(contentsOf: source.appendingPathComponent(name)))
    }
    for (name, changes) in Self.corrections {
      var text = String(decoding: try scratch.bytes(name), as: UTF8.self)
      for (wrong, right) in changes {
        #expect(text.contains(wrong), "\(name): \(wrong)")
        text = text.replacing(wrong, with: right, maxReplacements: 1)
      }
      try scratch.file(name, text)
    }
    try scratch.file("bilaga-5.csv", Self.investments)
    #expect(try statementFindings("plan.yaml", in: scratch.folder) == [])
  }

  /// What is wrong in each file, and what should stand there.
  private static let corrections: [(String, [(String, String)])] = [
    (
      "plan.yaml",
      [
        (
          "{år: 2023, värde: \"Ökande\"}\n            uppf",
          "{år: 2025, värde: \"Ökande\"}\n            uppf"
        ),
        ("med utfall 2020 och prognos 2021", "med utfall 2021 och prognos 2022"),
        (
          "2023 – 2025 med utfall 2021 och prognos 2022",
          "2023 – 2025 med utfall 2021 och budget 2022"
        ),
        (
          "{fil: bilaga-5.xlsx, blad: Investeringar, område: A3:H8}", "{fil: bilaga-5.csv}"
        ),
      ]
    ),
    ("budget.md", [("till 179 miljoner", "till 164 miljoner")]),
    (
      "bilaga-1.csv",
      [
        ("4 543,7;4 712,4;4 865,6", "4 543,7;4 712,5;4 865,7"),
        ("-276,2;-247,3;-130,0", "-276,1;-247,4;-130,0"),
        ("-236,2;-207,3;-90,0", "-236,1;-207,4;-90,0"),
        ("-7126,0;-7346,3", "-7117,8;-7338,1"), ("-258,8;-230,8", "-267,0;-239,0"),
      ]
    ),
    ("bilaga-2.csv", [("-5 826,9;-5 930,0;-6 302,4", "-5 826,8;-5 930,0;-6 302,3")]),
    (
      "bilaga-3.csv",
      [
        ("1 903;2 271;2 726", "1 903;2 270;2 725"),
        ("130;120;112;102;112", "131;121;113;102;112"),
        ("6 326;6 592", "6 325;6 591"), ("3 081;3 558;3 736", "3 081;3 557;3 735"),
        ("6 326;6 593", "6 325;6 591"),
      ]
    ),
  ]

  /// The investments with totals that are the sums of their parts.
  private static let investments = """
    slag;Alla belopp i tusentals kronor;2023;2024;2025;2026;2027;Summa
    ;Fastighet;297 464;502 256;594 913;620 258;525 109;2 540 000
    ;Medicinsk teknik;55 000;55 000;55 000;55 000;55 000;275 000
    ;It;69 668;50 308;16 032;12 260;10 732;159 000
    ;Övrigt;16 023;30 687;20 788;8 953;13 550;90 001
    summa;Summa;438 155;638 251;686 733;696 471;604 391;3 064 001

    """

  /// Every finding of the statements, in the order in which they are told.
  private static let expected: [String] = []
}
