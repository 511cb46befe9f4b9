import Foundation
import Testing

/// Themes of the program's and the organisation's own, on their way to paper.
struct ThemeTests {
  private static let plan = """
    mall: dokument
    titel: Prov
    organisation: Region Kusten
    innehåll:
      - rubrik: Första kapitlet
        text: Ord på en sida.
    """
  private static let drawing = """
    <svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="10mm">
      <rect width="40mm" height="10mm" fill="#0c5561"/>
    </svg>
    """

  @Test(arguments: StartTests.kinds)
  func `every kind's beginning builds in the communicator's theme`(kind: String) throws {
    let scratch = try Scratch()
    try #require(try Run.sats(["new", kind, "."], in: scratch.folder).exitCode == 0)
    let run = try Run.sats(["build", "\(kind).yaml", "--theme", "kust"], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
  }

  @Test(arguments: ["default", "kust"])
  func `a theme that the program has names colours that can be read`(theme: String) throws {
    let scratch = try Scratch()
    try scratch.file("plan.yaml", Self.plan)
    let run = try Run.sats(
      ["check", "plan.yaml", "--set", "tema=\(theme)", "--strict"], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
  }

  @Test func `a theme that is begun is found by plans below the organisation's file`() throws {
    let scratch = try Scratch()
    let new = try Run.sats(["new", "theme", "region-kust"], in: scratch.folder)
    try #require(new.exitCode == 0, "\(new.errors)")
    #expect(new.text == "templates/themes/region-kust/theme.yaml\norganisation.yaml\n")
    try scratch.file("planer/2026/plan.yaml", Self.plan + "\ntema: region-kust\n")
    let run = try Run.sats(["build", "planer/2026/plan.yaml"], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.errors.isEmpty, "\(run.errors)")
    let list = try Run.sats(["themes"], in: scratch.folder)
    #expect(list.text.contains(/\nregion-kust .*\(bygger på default\)\n/))
    let again = try Run.sats(["new", "theme", "region-kust", "planer/2026"], in: scratch.folder)
    #expect(again.exitCode == 1)
    #expect(again.errors.contains("[file-exists]"), "\(again.errors)")
  }

  @Test(arguments: [
    ("Region Kust", "bindestreck"), ("../kust", "bindestreck"), ("default", "finns redan"),
  ])
  func `a name that no theme can have is told`(name: String, said: String) throws {
    let scratch = try Scratch()
    let run = try Run.sats(["new", "theme", name], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains(said), "\(run.errors)")
    #expect(try scratch.names().isEmpty)
  }

  @Test func `every suggestion of a theme that is begun can be taken`() throws {
    let scratch = try Scratch()
    try #require(try Run.sats(["new", "theme", "eget"], in: scratch.folder).exitCode == 0)
    let name = "templates/themes/eget/theme.yaml"
    let start = String(decoding: try scratch.bytes(name), as: UTF8.self)
    let lines = start.components(separatedBy: "\n")
    var theme = lines.map { line in line.replacing(/^( *)#(?! )/) { $0.output.1 } }
    #expect(zip(lines, theme).count { $0 != $1 } > 10)
    // Of two lines for one style, the suggestion is the one that is taken.
    for style in ["  body:", "  heading-1:"] {
      let first = try #require(theme.firstIndex { $0.hasPrefix(style) })
      theme.remove(at: first)
    }
    try scratch.file(name, theme.joined(separator: "\n"))
    try scratch.file("templates/themes/eget/logotyp.svg", Self.drawing)
    try scratch.file("plan.yaml", Self.plan + "\ntema: eget\n")
    let run = try Run.sats(["build", "plan.yaml"], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
  }

  @Test
  func
    `the organisation's logotype stands on the cover with its name, and in margins as furniture`()
    throws
  {
    let scratch = try Scratch()
    try scratch.file("organisation.yaml", "namn: Region Kusten\nlogotyp: bilder/logo.svg\n")
    try scratch.file("bilder/logo.svg", Self.drawing)
    try scratch.file(
      "plan/plan.yaml", Self.plan + "\ntema: kust\ninnehållsförteckning: ja\n")
    let plan = "plan/plan.yaml"
    let tags = try Run.sats(["inspect", plan, "--stage", "tags"], in: scratch.folder)
    try #require(tags.exitCode == 0, "\(tags.errors)")
    #expect(tags.text.matches(of: /\n +Figure/).count == 1, "\(tags.text)")
    let document = try Run.sats(["inspect", plan, "--stage", "document"], in: scratch.folder)
    #expect(document.text.contains("  picture logotype bilder/logo.svg alt \"Region Kusten\"\n"))
    let pages = try Run.sats(["inspect", plan, "--stage", "pages"], in: scratch.folder)
    #expect(pages.text.matches(of: /\n +picture .*\(header\)/).count == 1, "\(pages.text)")
    let web = try Run.sats(["build", plan, "--format", "html", "-o", "-"], in: scratch.folder)
    #expect(web.text.contains(/<img class="logotype" src="data:[^"]+" alt="Region Kusten"\/>/))
  }

  @Test(arguments: [("", "50% 50%"), (", fokus: 30 % 40 %", "30% 40%")])
  func `the cover's picture stands below its texts on the web, about its focus`(
    written: String, focus: String
  ) throws {
    let scratch = try Scratch()
    try scratch.file("bild.svg", Self.drawing)
    try scratch.file(
      "plan.yaml",
      Self.plan + "\ntema: kust\nomslagsbild: {fil: bild.svg, beskrivning: En hamn\(written)}\n")
    let web = try Run.sats(
      ["build", "plan.yaml", "--format", "html", "-o", "-"], in: scratch.folder)
    try #require(web.exitCode == 0, "\(web.errors)")
    let picture = try #require(
      web.text.firstMatch(
        of:
          /<img class="cover-picture" style="object-position: ([^"]*)" src="data:[^"]+" alt="En hamn"\/>\n<\/header>/
      ))
    #expect(picture.output.1 == focus)
  }

  @Test func `a chapter's band goes from the paper's head to both of its sides`() throws {
    let scratch = try Scratch()
    try scratch.file("plan.yaml", Self.plan + "\ntema: kust\n")
    let run = try Run.sats(["inspect", "plan.yaml", "--stage", "pages"], in: scratch.folder)
    try #require(run.exitCode == 0, "\(run.errors)")
    let page = try #require(run.text.components(separatedBy: "\npage ").last)
    #expect(page.contains(/fill 0\.0 0\.0 595\.3/), "\(page)")
    // Where it stands there is no running head.
    #expect(!page.contains("Prov"), "\(page)")
  }

  @Test func `a cover's picture is the plan's own, cut round its focus`() throws {
    let scratch = try Scratch()
    try scratch.file("bild.svg", Self.drawing)
    let keys = """

      tema: kust
      omslagsbild: {fil: bild.svg, beskrivning: Ett fält, fokus: 100 % 50 %, upphov: "Foto: Anna Ek"}

      """
    try scratch.file("plan.yaml", Self.plan + keys)
    let run = try Run.sats(["inspect", "plan.yaml", "--stage", "document"], in: scratch.folder)
    try #require(run.exitCode == 0, "\(run.errors)")
    #expect(run.text.contains("  picture picture bild.svg alt \"Ett fält\"\n"), "\(run.text)")
    #expect(run.text.contains("Foto: Anna Ek"))
    let check = try Run.sats(["check", "plan.yaml", "--strict"], in: scratch.folder)
    #expect(check.exitCode == 0, "\(check.errors)")
    let plain = try Run.sats(["check", "plan.yaml", "--set", "tema=default"], in: scratch.folder)
    #expect(plain.errors.contains("[cover-part-without-slot]"), "\(plain.errors)")
  }

  @Test(arguments: [
    ("omslagsbild: {fil: bild.svg}", "missing-key"),
    ("omslagsbild: {fil: saknas.jpg, beskrivning: B}", "file-missing"),
    ("omslagsbild: {fil: bild.svg, beskrivning: B, fokus: mitten}", "wrong-figure-value"),
    ("logotyp: ../logo.svg", "file-outside-folder"),
  ])
  func `a picture that cannot be had is told at its place`(keys: String, code: String) throws {
    let scratch = try Scratch()
    try scratch.file("bild.svg", Self.drawing)
    try scratch.file("plan.yaml", "\(keys)\ntema: kust\n" + Self.plan)
    let run = try Run.sats(["check", "plan.yaml"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("plan.yaml:1:"), "\(run.errors)")
    #expect(run.errors.contains("[\(code)"), "\(run.errors)")
  }

  @Test(arguments: [
    (
      "cover: {pictures: [{part: picture, left: 0, right: 0, top: 0, width: 9 mm, height: 9 mm}]}",
      "missing-keyword"
    ),
    ("cover: {pictures: [{left: 0, top: 0, width: 9 mm, height: 9 mm}]}", "missing-keyword"),
    ("logotype: {edge: left, offset: 9 mm, height: 9 mm}", "wrong-keyword-value"),
    ("logotype: {file: logo.svg}", "missing-keyword"),
    (
      "cover: {pictures: [{part: picture, file: omslag.svg, left: 0, top: 0, width: 210 mm, height: 297 mm}]}",
      "low-contrast"
    ),
  ])
  func `a fault in a theme's pictures is told at its place`(keys: String, code: String) throws {
    let scratch = try Scratch()
    try scratch.file("organisation.yaml", "namn: Region Kusten\n")
    try scratch.file("templates/themes/eget/theme.yaml", "extends: default\n\(keys)\n")
    try scratch.file("templates/themes/eget/omslag.svg", Self.drawing)
    try scratch.file("plan.yaml", Self.plan + "\ntema: eget\n")
    let run = try Run.sats(["check", "plan.yaml"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("templates/themes/eget/theme.yaml:2:"), "\(run.errors)")
    #expect(run.errors.contains("[\(code)"), "\(run.errors)")
  }

  @Test func `the organisation's own fonts go before the program's`() throws {
    let scratch = try Scratch()
    try scratch.file("organisation.yaml", "namn: Region Kusten\n")
    try scratch.file(
      "fonts/fonts.yaml",
      """
      families:
        - family: Lato
          folder: egna
          faces: [{weight: 400, file: Lato-Egen.ttf}]
      """)
    let run = try Run.sats(["fonts"], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.text.hasPrefix("Lato: 1 av 1 filer saknas (Lato-Egen.ttf), eget\n"), "\(run.text)")
    #expect(run.text.matches(of: #/(?:^|\n)Lato: /#).count == 1)
  }
}
