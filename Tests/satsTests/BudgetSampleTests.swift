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
      // What all say of rounding is said by their code.
      let words = message["sv"]?.split(separator: ";").first ?? ""
      return "\(name) \(place) \(code) \(rule ?? ""): \(words)"
    }
  }

  private func statementFindings(_ plan: String, in folder: URL) throws -> [String] {
    let run = try Run.sats(["check", plan, "--diagnostics", "json"], in: folder)
    let findings = try JSONDecoder().decode([Finding].self, from: Data(run.errors.utf8))
    #expect(findings.contains { $0.rule != nil }, "\(run.errors)")
    return findings.filter { $0.rule?.hasPrefix("C6") ?? false || $0.rule == "C540" }
      .map(\.summary)
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

  @Test func `rows are known by their names, and sums that are rounded have a note`() throws {
    let scratch = try Scratch()
    try scratch.file(
      "plan.yaml",
      """
      mall: budget
      titel: Budget
      bilagor:
        - rubrik: Resultatbudget 2025
          nummer: 2
          resultatbudget:
            kolumner: [{rubrik: Belopp i mnkr}, {rubrik: "2025"}]
            rader:
              - {celler: [Verksamhetens intäkter, "1,0"]}
              - {celler: [varav bidrag, "0,5"]}
              - {celler: [Verksamhetens kostnader, "-2,0"]}
              - {celler: [Verksamhetens nettokostnader, "-1,1"]}

      """)
    let run = try Run.sats(["inspect", "plan.yaml", "--stage", "document"], in: scratch.folder)
    #expect(run.text.contains(#"part | "varav bidrag""#), "\(run.text)")
    #expect(run.text.contains(#"subtotal | "Verksamhetens nettokostnader""#), "\(run.text)")
    #expect(run.text.contains("Talen är avrundade var för sig"), "\(run.text)")
    let one = try Run.sats(["build", "plan.yaml", "--only", "bilaga=2"], in: scratch.folder)
    #expect(one.text == "plan-2.pdf: 1 sida\n", "\(one.errors)")
  }

  @Test func `tables with names of their own are no table cut in two`() throws {
    let scratch = try Scratch()
    let plan = Samples.root.appendingPathComponent(Self.sample + "/plan.yaml").path
    let run = try Run.sats(["build", plan, "-o", "budget.pdf"], in: scratch.folder)
    try #require(run.exitCode == 0, "\(run.errors)")
    let read = try Run.sats(["inspect", "budget.pdf"], in: scratch.folder)
    #expect(read.exitCode == 0, "\(read.errors)")
  }

  @Test func `a range outside the sheet is told where the plan names it`() throws {
    let scratch = try Scratch()
    let source = Samples.root.appendingPathComponent(Self.sample)
    try scratch.file(
      "bilaga-5.xlsx", Data(contentsOf: source.appendingPathComponent("bilaga-5.xlsx")))
    try scratch.file(
      "plan.yaml",
      """
      mall: budget
      titel: Budget
      bilagor:
        - rubrik: Investeringsbudget
          investeringsbudget:
            rader: {fil: bilaga-5.xlsx, blad: Investeringar, område: A3:K18}

      """)
    let run = try Run.sats(["check", "plan.yaml"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("plan.yaml:6:"), "\(run.errors)")
    #expect(run.errors.contains("[range-outside-sheet]"))
  }

  /// What is wrong in each file, and what should stand there.
  private static let corrections: [(String, [(String, String)])] = [
    (
      "plan.yaml",
      [
        (
          "{år: 2023, värde: \"Ökande\"}\n            peri",
          "{år: 2025, värde: \"Ökande\"}\n            peri"
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
  private static let expected = [
    "plan.yaml 143:22 target-years C540: år 2023 står två gånger",
    "plan.yaml 293:13 caption-years-differ C609: "
      + "rubriken nämner utfall 2020, prognos 2021, som ingen kolumn har",
    "plan.yaml 317:13 caption-years-differ C609: "
      + "rubriken nämner prognos 2022, som ingen kolumn har",
    "bilaga-1.csv 8:38 rounding C602: 'Verksamhetens resultat' 2024 är 39,1, men delarna ger 39,0",
    "bilaga-1.csv 8:43 rounding C602: "
      + "'Verksamhetens resultat' 2025 är 198,3, men delarna ger 198,2",
    "bilaga-1.csv 12:16 rounding C602: 'Resultat' 2023 är -212,9, men delarna ger -213,0",
    "bilaga-1.csv 12:23 rounding C602: 'Resultat' 2024 är -168,3, men delarna ger -168,2",
    "bilaga-2.csv 16:16 rounding C602: 'Resultat' 2023 är -212,9, men delarna ger -212,8",
    "bilaga-2.csv 16:30 rounding C602: 'Resultat' 2025 är 108,3, men delarna ger 108,4",
    "bilaga-3.csv 7:56 rounding C602: "
      + "'Summa anläggningstillgångar' Budget 2024 är 2 917, men delarna ger 2 918",
    "bilaga-3.csv 7:62 rounding C602: "
      + "'Summa anläggningstillgångar' Budget 2025 är 3 348, men delarna ger 3 349",
    "bilaga-3.csv 12:38 rounding C602: "
      + "'Summa omsättningstillgångar' Utfall 2021 är 3 271, men delarna ger 3 270",
    "bilaga-3.csv 12:44 rounding C602: "
      + "'Summa omsättningstillgångar' Prognos 2022 är 3 437, men delarna ger 3 436",
    "bilaga-3.csv 12:50 rounding C602: "
      + "'Summa omsättningstillgångar' Budget 2023 är 3 519, men delarna ger 3 518",
    "bilaga-3.csv 13:42 rounding C602: "
      + "'Summa tillgångar' Budget 2024 är 6 326, men delarna ger 6 325",
    "bilaga-3.csv 13:48 rounding C602: "
      + "'Summa tillgångar' Budget 2025 är 6 592, men delarna ger 6 591",
    "bilaga-3.csv 19:62 balance-differs C603: "
      + "Budget 2025: skulder och eget kapital är 6 593, men tillgångarna 6 592",
    "bilaga-3.csv 19:62 rounding C602: "
      + "'Summa skulder och eget kapital' Budget 2025 är 6 593, men delarna ger 6 592",
    "bilaga-4.csv 4:28 depreciation-differs C606: "
      + "Budget 2023: 267 i bilaga-4, men -258,8 i bilaga-1",
    "bilaga-4.csv 4:32 depreciation-differs C606: "
      + "Budget 2024: 239 i bilaga-4, men -230,8 i bilaga-1",
    "bilaga-5.xlsx H7 rounding C602: 'Övrigt' Summa är 90 000, men delarna ger 90 001",
    "bilaga-5.xlsx C8 rounding C602: 'Summa' 2023 är 438 154, men delarna ger 438 155",
    "bilaga-5.xlsx D8 rounding C602: 'Summa' 2024 är 638 252, men delarna ger 638 251",
    "bilaga-5.xlsx F8 rounding C602: 'Summa' 2026 är 696 472, men delarna ger 696 471",
    "bilaga-5.xlsx G8 rounding C602: 'Summa' 2027 är 604 390, men delarna ger 604 391",
    "bilaga-5.xlsx H8 rounding C602: 'Summa' Summa är 3 064 000, men delarna ger 3 064 001",
    "budget.md 73:26 amount-not-in-appendix C613: "
      + "179 miljoner kronor står inte i bilaga 7, som stycket hänvisar till",
  ]
}
