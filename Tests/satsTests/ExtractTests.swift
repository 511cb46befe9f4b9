import Foundation
import Testing

/// Parts of a plan as documents of their own: `--only paragraf=159`.
struct ExtractTests {
  private static let plan = "samples/presidium-2023-11-29/protokoll.yaml"

  /// A plan of minutes with two paragraphs, the second one's text as given.
  private static func minutes(_ second: String) -> String {
    """
    mall: protokoll
    titel: Protokoll
    organ: Tandvårdsnämnden
    datum: 2024-05-16
    tid: 2024-05-16 kl. 13.00
    omfattar: 41–46
    utdrag: ja
    justerat: 2024-05-23
    paragrafer:
      - nummer: 41
        rubrik: Dagordningen
        diarienummer: utan dnr
        beslut: Nämnden godkänner dagordningen.
      - nummer: 42
        rubrik: Öppettider
        diarienummer: RM 2024/112
        beslut: \(second)

    """
  }

  @Test func `each extract has its name, the head of the minutes, and its own paragraph alone`()
    throws
  {
    let scratch = try Scratch()
    let plan = Samples.root.appendingPathComponent(Self.plan).path
    let run = try Run.sats(
      ["build", plan, "--only", "paragraf=159,177", "-o", "ut"], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.text == "ut/protokoll-159.pdf: 1 sida\nut/protokoll-177.pdf: 1 sida\n")
    let text = try Run.run("pdftotext", ["-raw", scratch.path("ut/protokoll-177.pdf"), "-"]).text
    #expect(text.contains("Nämnd för folkhälsa och sjukvård"))
    #expect(text.contains("§§\u{A0}158–180") || text.contains("§§ 158–180"))
    #expect(text.contains("Kurser och konferenser"))
    #expect(!text.contains("Anmälan av remisser"))
    #expect(text.contains("Beslutets antal sidor 1"))
  }

  @Test func `an extract repeats its paragraph to the letter`() throws {
    let scratch = try Scratch()
    let plan = Samples.root.appendingPathComponent("samples/protokoll/protokoll.yaml").path
    let whole = try Run.sats(["build", plan, "-o", "hela.pdf"], in: scratch.folder)
    try #require(whole.exitCode == 0, "\(whole.errors)")
    let part = try Run.sats(
      ["build", plan, "--only", "paragraf=44", "-o", "del.pdf"], in: scratch.folder)
    try #require(part.exitCode == 0, "\(part.errors)")
    /// The words that are read out, from the paragraph's heading on.
    func spoken(_ name: String) throws -> Substring {
      let text = try Run.sats(["inspect", name], in: scratch.folder).text
        .split(separator: "\n").filter { $0.contains("\"") && !$0.contains("bookmark") }
        .map { line in line.drop { $0 != "\"" } }.joined(separator: "\n")
      let heading = try #require(
        text.range(of: "Öppettider vid kliniken i Norrby", options: .backwards))
      return text[heading.lowerBound...]
    }
    let extract = try spoken("del.pdf")
    let end = try #require(extract.range(of: "Beslutets antal sidor")?.lowerBound)
    let paragraph = extract[..<end].split(separator: "\n").dropLast()
    #expect(paragraph.count > 40)
    #expect(try spoken("hela.pdf").hasPrefix(paragraph.joined(separator: "\n")))
  }

  @Test func `all parts are asked for with a star, in the bytes that each has alone`() throws {
    let scratch = try Scratch()
    try scratch.file("p.yaml", Self.minutes("Nämnden avvaktar."))
    let all = try Run.sats(["build", "p.yaml", "--only", "paragraf=*"], in: scratch.folder)
    #expect(all.exitCode == 0, "\(all.errors)")
    #expect(all.text == "p-41.pdf: 1 sida\np-42.pdf: 1 sida\n")
    let alone = try Run.sats(
      ["build", "p.yaml", "--only", "paragraf=42", "-o", "ett.pdf"], in: scratch.folder)
    #expect(alone.text == "ett.pdf: 1 sida\n")
    #expect(try scratch.bytes("ett.pdf") == scratch.bytes("p-42.pdf"))
  }

  @Test func `a part that is not there is told, with those that are`() throws {
    let run = try Run.sats(["check", Self.plan, "--only", "paragraf=160"])
    #expect(run.exitCode == 1)
    #expect(
      run.errors.contains("paragraf 160 finns inte; de som finns är 159, 161, 177"),
      "\(run.errors)")
    let key = try Run.sats(["check", Self.plan, "--only", "paragrof=159"])
    #expect(key.exitCode == 1)
    #expect(key.errors.contains("menade du 'paragraf'?"), "\(key.errors)")
    let kind = try Run.sats(["check", "samples/riven-rad/plan.yaml", "--only", "paragraf=159"])
    #expect(kind.exitCode == 1)
    #expect(kind.errors.contains("sätts bara helt"), "\(kind.errors)")
    let form = try Run.sats(["check", Self.plan, "--only", "159"])
    #expect(form.exitCode == 64)
  }

  @Test func `what is wrong with one part stops that part alone`() throws {
    let scratch = try Scratch()
    try scratch.file("p.yaml", Self.minutes("'[Nämnden](#ingenstans) avvaktar.'"))
    let run = try Run.sats(["build", "p.yaml", "--only", "paragraf=*"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.text == "p-41.pdf: 1 sida\n", "\(run.errors)")
    #expect(run.errors.contains("p.yaml 42"), "\(run.errors)")
  }

  @Test func `depfile and report name every part that was written`() throws {
    let scratch = try Scratch()
    try scratch.file("p.yaml", Self.minutes("Nämnden avvaktar."))
    let run = try Run.sats(
      ["build", "p.yaml", "--only", "paragraf=*", "--depfile", "d", "--report", "r.json"],
      in: scratch.folder)
    try #require(run.exitCode == 0, "\(run.errors)")
    let rules = try String(decoding: scratch.bytes("d"), as: UTF8.self)
    #expect(rules.contains("p-41.pdf: \\\n  p.yaml"))
    #expect(rules.contains("p-42.pdf: \\\n  p.yaml"))
    let report = try String(decoding: scratch.bytes("r.json"), as: UTF8.self)
    #expect(report.contains("p-41.pdf") && report.contains("p-42.pdf"))
  }

  @Test(arguments: [
    (["p.yaml", "p-1.yaml"], "'p.yaml 1-2' och 'p-1.yaml 2' skulle båda skrivas till 'p-1-2.pdf'"),
    (["p.yaml", "--report", "p-1-2.pdf"], "'p-1-2.pdf' skulle skrivas två gånger"),
  ])
  func `parts that would get the name of another file are a fault of use, and nothing is written`(
    arguments: [String], message: String
  ) throws {
    let scratch = try Scratch()
    for (name, number) in [("p.yaml", "1-2"), ("p-1.yaml", "2")] {
      try scratch.file(
        name, "mall: budget\ntitel: B\nbilagor: [{rubrik: Ett, nummer: '\(number)'}]\n")
    }
    let run = try Run.sats(["build", "--only", "bilaga=*"] + arguments, in: scratch.folder)
    #expect(run.exitCode == 64)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(try scratch.names() == ["p-1.yaml", "p.yaml"])
  }

  @Test func `an extract can be held against its minutes, and a change is told`() throws {
    let scratch = try Scratch()
    try scratch.file("p.yaml", Self.minutes("Nämnden avvaktar."))
    let built = try Run.sats(["build", "p.yaml", "--only", "paragraf=42"], in: scratch.folder)
    try #require(built.exitCode == 0, "\(built.errors)")
    let compare = ["inspect", "p-42.pdf", "--against", "p.yaml"]
    let same = try Run.sats(compare, in: scratch.folder)
    #expect(same.exitCode == 0, "\(same.errors)")
    #expect(same.text.contains("extract paragraf 42 sha256 "))
    #expect(same.text.contains("extract paragraf 42 agrees with its source"))

    // Written otherwise, and another paragraph changed: the same paragraph all the same.
    try scratch.file(
      "p.yaml",
      Self.minutes("|\n      Nämnden avvaktar.")
        .replacingOccurrences(of: "godkänner", with: "ändrar"))
    #expect(try Run.sats(compare, in: scratch.folder).exitCode == 0)

    try scratch.file("p.yaml", Self.minutes("Nämnden avslår."))
    let other = try Run.sats(compare, in: scratch.folder)
    #expect(other.exitCode == 1)
    #expect(other.errors.contains("[extract-differs C414]"), "\(other.errors)")

    // The head of the minutes is no part of the paragraph, but its words are on the paper too.
    try scratch.file(
      "p.yaml",
      Self.minutes("Nämnden avvaktar.").replacingOccurrences(of: "kl. 13.00", with: "kl. 14.00"))
    let head = try Run.sats(compare, in: scratch.folder)
    #expect(head.exitCode == 1)
    #expect(head.errors.contains("[pdf-text-differs C520]"), "\(head.errors)")

    let whole = try Run.sats(["build", "p.yaml"], in: scratch.folder)
    try #require(whole.exitCode == 0)
    let none = try Run.sats(["inspect", "p.pdf", "--against", "p.yaml"], in: scratch.folder)
    #expect(none.exitCode == 1)
    #expect(none.errors.contains("[not-an-extract]"), "\(none.errors)")
  }

  @Test func `an item that does not write its number is called by its place, and says it alone`()
    throws
  {
    let scratch = try Scratch()
    try scratch.file(
      "b.yaml",
      """
      mall: budget
      titel: Budget
      bilagor:
        - {rubrik: Resultat, text: Det första.}
        - {rubrik: Balans, text: Det andra.}
        - {rubrik: Satsningar, nummer: 7, text: Det sjunde.}

      """)
    let run = try Run.sats(["build", "b.yaml", "--only", "bilaga=*"], in: scratch.folder)
    #expect(run.text == "b-1.pdf: 1 sida\nb-2.pdf: 1 sida\nb-7.pdf: 1 sida\n", "\(run.errors)")
    let text = try Run.run("pdftotext", [scratch.path("b-2.pdf"), "-"]).text
    #expect(text.contains("Bilaga\u{A0}2") || text.contains("Bilaga 2"), "\(text)")
    #expect(text.contains("Det andra.") && !text.contains("Det första."))
    let same = try Run.sats(["inspect", "b-2.pdf", "--against", "b.yaml"], in: scratch.folder)
    #expect(same.exitCode == 0, "\(same.errors)")
    let none = try Run.sats(["check", "b.yaml", "--only", "bilaga=3"], in: scratch.folder)
    #expect(none.errors.contains("bilaga 3 finns inte; de som finns är 1, 2, 7"), "\(none.errors)")
  }
}
