import Foundation
import Testing

/// Which theme a document has, and what that says of its kind, on the way to paper.
struct KindThemeTests {
  private static let slides = """
    mall: presentation
    titel: Prov
    bilder:
      - {rubrik: Första, text: Ord på en bild.}
    """
  private static let letter = """
    mall: tjänsteskrivelse
    titel: Prov
    nämnd: Nämnden
    diarienummer: N 2026/1
    datum: 2026-03-12
    förslag: Nämnden godkänner skrivelsen.
    """
  private static let plan = "mall: dokument\ntitel: Prov\ninnehåll:\n  - text: Ord.\n"

  /// The first line of the dump of a plan's pages: `page 1 595.3×841.9`.
  private func paper(_ arguments: String..., in scratch: Scratch) throws -> String {
    let run = try Run.sats(["inspect"] + arguments + ["--stage", "pages"], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    return run.text.components(separatedBy: "\n")[0]
  }

  @Test(arguments: ["default", "kust"])
  func `slides are slides in every theme, and their handouts are not`(theme: String) throws {
    let scratch = try Scratch()
    try scratch.file("bilder.yaml", Self.slides + "\ntema: \(theme)\n")
    #expect(try paper("bilder.yaml", in: scratch) == "page 1 907.1×510.2")
    #expect(
      try paper("bilder.yaml", "--set", "mall=åhörarkopior", in: scratch) == "page 1 595.3×841.9")
  }

  @Test func `a theme of one's own that changes the page leaves slides as they are`() throws {
    let scratch = try Scratch()
    try scratch.file("organisation.yaml", "tema: eget\n")
    try scratch.file(
      "templates/themes/eget/theme.yaml", "extends: default\npage: {width: 600pt}\n")
    try scratch.file("bilder.yaml", Self.slides)
    try scratch.file("plan.yaml", Self.plan)
    #expect(try paper("bilder.yaml", in: scratch) == "page 1 907.1×510.2")
    #expect(try paper("plan.yaml", in: scratch) == "page 1 600.0×841.9")
  }

  @Test func `the command's theme goes before the plan's, and that before the organisation's`()
    throws
  {
    let scratch = try Scratch()
    for (name, width) in [("ett", 601), ("tva", 602), ("tre", 603), ("fyra", 604)] {
      try scratch.file(
        "templates/themes/\(name)/theme.yaml", "extends: default\npage: {width: \(width)pt}\n")
    }
    try scratch.file(
      "organisation.yaml", "tema: ett\nteman:\n  - {slag: [dokument, protokoll], tema: tva}\n")
    try scratch.file("plan.yaml", Self.plan)
    try scratch.file("egen.yaml", Self.plan + "tema: tre\n")
    try scratch.file("brev.yaml", Self.letter)
    #expect(try paper("brev.yaml", in: scratch) == "page 1 601.0×841.9")
    #expect(try paper("plan.yaml", in: scratch) == "page 1 602.0×841.9")
    #expect(try paper("egen.yaml", in: scratch) == "page 1 603.0×841.9")
    try scratch.file("organisation.yaml", "tema: fyra\n")
    #expect(try paper("plan.yaml", in: scratch) == "page 1 604.0×841.9")
    let run = try Run.sats(["build", "egen.yaml", "--theme", "ett"], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(try scratch.bytes("egen.pdf").count > 0)
  }

  @Test(arguments: [
    ("tema: kusst\n", "organisation.yaml:1:7", "unknown-theme", "menade du 'kust'?"),
    (
      "teman:\n  - {slag: protokol, tema: kust}\n", "organisation.yaml:2:12", "unknown-kind",
      "menade du 'protokoll'?"
    ),
    ("teman:\n  - {slag: protokoll}\n", "organisation.yaml:2:5", "missing-key", "tema"),
  ])
  func `a fault in the organisation's themes is told at its place`(
    file: String, place: String, code: String, said: String
  ) throws {
    let scratch = try Scratch()
    try scratch.file("organisation.yaml", file)
    try scratch.file("plan.yaml", Self.plan)
    let run = try Run.sats(["check", "plan.yaml"], in: scratch.folder)
    #expect(run.exitCode == 1)
    for part in [place, "[\(code)", said] { #expect(run.errors.contains(part), "\(run.errors)") }
  }

  @Test(arguments: [
    ("kinds: {presentatoin: {styles: {}}}", "2:9", "unknown-kind", "menade du 'presentation'?"),
    ("kinds: {dokument: {stiles: {}}}", "2:20", "unknown-keyword", "menade du 'styles'?"),
    ("kinds: {dokument: slag.yaml}", "2:19", "file-missing", "slag.yaml"),
    ("kinds: {dokument: ../../../plan.yaml}", "2:19", "file-outside-folder", "plan.yaml"),
  ])
  func `a fault in what a theme says of kinds is told at its place`(
    keys: String, place: String, code: String, said: String
  ) throws {
    let scratch = try Scratch()
    try scratch.file("organisation.yaml", "tema: eget\n")
    try scratch.file("templates/themes/eget/theme.yaml", "extends: default\n\(keys)\n")
    try scratch.file("plan.yaml", Self.plan)
    let run = try Run.sats(["check", "plan.yaml"], in: scratch.folder)
    #expect(run.exitCode == 1)
    for part in ["templates/themes/eget/theme.yaml:\(place)", "[\(code)", said] {
      #expect(run.errors.contains(part), "\(run.errors)")
    }
  }

  @Test func `a kind that is set by another's template has that one's look`() throws {
    let scratch = try Scratch()
    try scratch.file("organisation.yaml", "tema: eget\n")
    try scratch.file(
      "templates/themes/eget/theme.yaml",
      "extends: default\nkinds:\n  Dokument, protokoll: {page: {width: 600pt}}\n")
    try scratch.file(
      "templates/kinds/notis/schema.json",
      #"{"$id": "notis@1", "extends": "dokument", "title": "Notis", "type": "object"}"#)
    try scratch.file("notis.yaml", Self.plan.replacingOccurrences(of: "dokument", with: "notis"))
    #expect(try paper("notis.yaml", in: scratch) == "page 1 600.0×841.9")
  }

  @Test func `an organisation's file that is begun names a theme`() throws {
    let scratch = try Scratch()
    try #require(try Run.sats(["new", "organisation", "a"], in: scratch.folder).exitCode == 0)
    let file = String(decoding: try scratch.bytes("a/organisation.yaml"), as: UTF8.self)
    #expect(file.contains("\ntema: default\n"), "\(file)")
    try scratch.file("b/plan.yaml", Self.plan)
    let folder = scratch.folder.appendingPathComponent("b")
    try #require(try Run.sats(["new", "theme", "region-kust"], in: folder).exitCode == 0)
    let own = String(decoding: try scratch.bytes("b/organisation.yaml"), as: UTF8.self)
    #expect(own.contains("\ntema: region-kust\n"), "\(own)")
    let run = try Run.sats(["build", "plan.yaml", "--report", "r.json"], in: folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    let report = String(decoding: try scratch.bytes("b/r.json"), as: UTF8.self)
    #expect(report.contains("themes/region-kust/theme.yaml"), "\(report)")
  }
}
