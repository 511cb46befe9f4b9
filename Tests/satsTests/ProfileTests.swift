import Foundation
import Testing

/// What a document is for, and what that asks of its plan and gives its file.
struct ProfileTests {
  private func build(
    _ plan: String, _ arguments: [String] = [], files: [String: String] = [:]
  ) throws -> (run: Run, scratch: Scratch) {
    let scratch = try Scratch()
    try scratch.file("plan.yaml", plan)
    for (name, text) in files { try scratch.file(name, text) }
    return (try Run.sats(["build", "plan.yaml"] + arguments, in: scratch.folder), scratch)
  }

  private func inspect(_ scratch: Scratch) throws -> String {
    let run = try Run.sats(["inspect", "plan.pdf"], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    return run.text
  }

  private static let plan = "mall: dokument\ntitel: Prov\ninnehåll: [{text: Ett ord.}]\n"

  @Test func `is publicering where nothing is said`() throws {
    let (run, scratch) = try build(Self.plan, ["-v"])
    try #require(run.exitCode == 0, "\(run.errors)")
    #expect(
      run.text == "plan.pdf: 2 sidor\n  profil publicering: PDF/A-2a, PDF/UA-1\n")
    let report = try inspect(scratch)
    #expect(report.contains("PDF/A-2a\nPDF/UA-1\n"))
    #expect(!report.contains("attached"))
  }

  @Test func `arkiv-data takes the plan and its files along and lists them`() throws {
    let plan = """
      mall: dokument
      profil: arkiv-data
      titel: Prov
      innehåll: [{text: {fil: text.md}}]
      """
    let (run, scratch) = try build(plan, ["-v"], files: ["text.md": "Brödtext, åäö.\n"])
    try #require(run.exitCode == 0, "\(run.errors)")
    #expect(
      run.text == """
        plan.pdf: 2 sidor
          profil arkiv-data: PDF/A-3a, PDF/UA-1
          inbäddad plan.yaml: Planen som dokumentet är gjort av (Source, \(plan.utf8.count) byte)
          inbäddad text.md: Text som ingår i dokumentet (Source, 19 byte)

        """)
    let report = try inspect(scratch)
    #expect(report.contains("PDF/A-3a\nPDF/UA-1\n"))
    #expect(report.contains("attached plan.yaml Source \"Planen som dokumentet är gjort av\"\n"))
    #expect(report.contains("attached text.md Source \"Text som ingår i dokumentet\"\n"))
    for (number, bytes) in [("1", plan), ("2", "Brödtext, åäö.\n")] {
      let saved = try Run.run(
        "pdfdetach", ["-save", number, "-o", "ut", "plan.pdf"], in: scratch.folder)
      try #require(saved.exitCode == 0, "\(saved.errors)")
      #expect(try scratch.bytes("ut") == Data(bytes.utf8))
    }
  }

  @Test func `arkiv-data takes pictures along, each as what it is`() throws {
    let plan = """
      mall: dokument
      titel: Prov
      innehåll: [{bild: [{fil: ruta.svg, beskrivning: En ruta}]}]
      """
    let drawing = """
      <svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">\
      <rect width="10" height="10"/></svg>

      """
    let (run, scratch) = try build(
      plan, ["-v", "--profile", "arkiv-data"], files: ["ruta.svg": drawing])
    try #require(run.exitCode == 0, "\(run.errors)")
    let listed = "inbäddad ruta.svg: Bild som dokumentet visar (Source, \(drawing.utf8.count) byte)"
    #expect(run.text.contains("  \(listed)\n"), "\(run.text)")
    let report = try inspect(scratch)
    #expect(report.contains("attached ruta.svg Source \"Bild som dokumentet visar\"\n"))
    let saved = try Run.run(
      "pdfdetach", ["-save", "2", "-o", "ut", "plan.pdf"], in: scratch.folder)
    try #require(saved.exitCode == 0, "\(saved.errors)")
    #expect(try scratch.bytes("ut") == Data(drawing.utf8))
  }

  @Test func `the command goes before the plan`() throws {
    let plan = Self.plan + "profil: arkiv-data\n"
    let (run, scratch) = try build(plan, ["--profile", "publicering"])
    try #require(run.exitCode == 0, "\(run.errors)")
    #expect(try inspect(scratch).contains("PDF/A-2a\n"))
  }

  @Test func `a plan from standard input is embedded as it came`() throws {
    let scratch = try Scratch()
    let run = try Run.sats(
      ["build", "-", "-o", "ut.pdf", "-v", "--profile", "arkiv-data"],
      input: Data(Self.plan.utf8), in: scratch.folder)
    try #require(run.exitCode == 0, "\(run.errors)")
    #expect(run.text.contains("inbäddad plan.yaml: Planen som"))
  }

  @Test func `utskrift asks for both sides at full size and changes sides of margins`() throws {
    let text = String(repeating: "Ett stycke till.\n\n", count: 120)
    let plan = "mall: dokument\ntitel: Prov\ninnehåll: [{text: {fil: text.md}}]\n"
    let (run, scratch) = try build(
      plan, ["--profile", "utskrift"], files: ["text.md": text])
    try #require(run.exitCode == 0, "\(run.errors)")
    let report = try inspect(scratch)
    #expect(report.contains("print duplex DuplexFlipLongEdge\nprint scaling None\n"))
    let boxes = try Run.run("pdftotext", ["-bbox", "plan.pdf", "-"], in: scratch.folder).text
    let pages = boxes.components(separatedBy: "<page").dropFirst().map { page in
      page.matches(of: /xMin="([0-9.]+)"[^>]*>stycke</).compactMap { Double($0.output.1) }.min()
    }
    // The first is the cover.
    try #require(pages.count > 3)
    let (recto, verso) = (try #require(pages[2]), try #require(pages[1]))
    #expect(pages[3] == verso)
    // The theme has 28 mm at the left and 20 mm at the right.
    #expect(abs(recto - verso - 8 * 72 / 25.4) < 0.01)
  }

  private static let start = "mall: dokument\ntitel: Prov\ninnehåll:\n  - text: |\n"

  /// Plans that keep no promise to those who listen, with the code and place of what is wrong.
  static let unfit = [
    (
      plan: start + "      | | |\n      |-|-|\n      | Ett | 1 |\n",
      code: "table-without-head", place: "plan.yaml:5:7"
    ),
    (
      plan: start + "      # Ett\n\n      ### Tre\n\n      Ord.\n",
      code: "heading-level-skipped", place: "plan.yaml:7:11"
    ),
  ]

  @Test(arguments: unfit)
  func `a plan that cannot keep to its profile is an error at its place`(
    plan: String, code: String, place: String
  ) throws {
    for profile in ["publicering", "arkiv-data"] {
      let (run, scratch) = try build(plan, ["--profile", profile])
      #expect(run.exitCode == 1)
      #expect(run.errors.contains("\(place): fel: "), "\(run.errors)")
      #expect(run.errors.contains("[\(code)]"))
      #expect(run.errors.contains("profilen '\(profile)' (PDF/A-"))
      #expect(try scratch.names() == ["plan.yaml"])
    }
    let (run, scratch) = try build(plan, ["--profile", "utskrift"])
    #expect(run.exitCode == 0)
    #expect(run.errors.contains("\(place): varning: "), "\(run.errors)")
    #expect(try scratch.names() == ["plan.pdf", "plan.yaml"])
  }

  @Test func `a plan's own abbreviations are expanded, and one that cannot be is told of`() throws {
    let plan = """
      mall: dokument
      titel: Prov
      förkortningar: {IVO: Inspektionen för vård och omsorg, två ord: inget}
      innehåll: [{text: IVO kom t.ex. hit.}]
      """
    let (run, scratch) = try build(plan)
    #expect(run.exitCode == 0)
    #expect(run.errors.contains("plan.yaml:3:56: varning: "), "\(run.errors)")
    #expect(run.errors.contains("[abbreviation-not-found]"))
    let report = try inspect(scratch)
    #expect(report.contains("Span e=\"Inspektionen för vård och omsorg\" \"IVO\"\n"), "\(report)")
    #expect(report.contains("Span e=\"till exempel\" \"t.ex.\"\n"))
    let text = try Run.run("pdftotext", ["plan.pdf", "-"], in: scratch.folder).text
    #expect(text.contains("IVO kom t.ex. hit."))
  }

  @Test func `a word that is no profile is told where it stands`() throws {
    let (run, _) = try build(Self.plan + "profil: webb\n")
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("plan.yaml:4:9: fel: "), "\(run.errors)")
    #expect(try build(Self.plan, ["--profile", "webb"]).run.exitCode == 64)
  }
}
