import Foundation
import Testing

/// Kinds that build on other kinds.
struct ExtendedKindTests {
  /// A home with the project's own kinds, themes and fonts, and a kind of its own.
  private func home(schema: String, template: String?) throws -> Scratch {
    let scratch = try Scratch()
    let files = FileManager.default
    try files.createDirectory(
      atPath: scratch.path("templates/kinds/prov"), withIntermediateDirectories: true)
    // The theme has a look for presentations and their handouts.
    let kinds = ["grund", "dokument", "presentation", "ahorarkopior"].map {
      "templates/kinds/\($0)"
    }
    for path in ["fonts", "templates/themes"] + kinds {
      try files.createSymbolicLink(
        atPath: scratch.path(path),
        withDestinationPath: Samples.root.appendingPathComponent(path).path)
    }
    try scratch.file("templates/kinds/prov/schema.json", schema)
    if let template { try scratch.file("templates/kinds/prov/template.yaml", template) }
    return scratch
  }

  private func sats(_ arguments: [String], _ scratch: Scratch) throws -> Run {
    try Run.sats(arguments + ["--home", "."], in: scratch.folder)
  }

  @Test func `a kind has the keys and parts of the kind it extends, and its own`() throws {
    let scratch = try home(
      schema: #"""
        {"$id": "prov@1", "extends": "grund", "title": "Prov", "required": ["nämnd"],
         "properties": {"nämnd": {"type": "string"}, "ärenden": {"$ref": "#/$defs/innehåll"}}}
        """#,
      template: """
        flow:
          - heading: {text: "{nämnd}: {titel}", level: 1}
          - each: ärenden
            use: block
        """)
    try scratch.file(
      "plan.yaml",
      """
      mall: prov
      titel: Vårens ärenden
      nämnd: Kulturnämnden
      ärenden:
        - {rubrik: Biblioteken, text: Fler lånar.}
      """)
    let run = try sats(["inspect", "plan.yaml", "--stage", "document"], scratch)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.text.contains(#"heading 1 "Kulturnämnden: Vårens ärenden""#), "\(run.text)")
    #expect(run.text.contains(#"heading 2 "Biblioteken""#), "\(run.text)")
    #expect(run.text.contains(#"body "Fler lånar.""#), "\(run.text)")

    try scratch.file("fel.yaml", "mall: prov\ntitel: A\nnämd: B\n")
    let fault = try sats(["check", "fel.yaml"], scratch)
    #expect(fault.exitCode == 1)
    #expect(fault.errors.contains("fel.yaml:3:1: fel:"), "\(fault.errors)")

    let schema = try sats(["schema", "prov"], scratch)
    let read = try JSONSerialization.jsonObject(with: schema.output) as? [String: Any]
    let properties = try #require(read?["properties"] as? [String: Any])
    #expect(properties["nämnd"] != nil && properties["avstavning"] != nil)
    #expect(read?["extends"] == nil && read?["abstract"] == nil)
  }

  @Test func `a kind without a template of its own is set in the one it extends`() throws {
    let scratch = try home(
      schema: #"{"extends": "dokument", "title": "Prov"}"#, template: nil)
    try scratch.file("plan.yaml", "mall: prov\ntitel: A\ninnehåll:\n  - text: Ett stycke.\n")
    let run = try sats(["inspect", "plan.yaml", "--stage", "document"], scratch)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.text.contains("Ett stycke."), "\(run.text)")
  }

  @Test(arguments: [
    ("grnd", "dokumentslaget 'grnd' finns inte"), ("prov", "'prov' bygger i sin tur på"),
  ])
  func `what cannot be extended is told where it is asked for`(base: String, says: String) throws {
    let scratch = try home(
      schema: #"{"title": "Prov", "extends": "\#(base)"}"#, template: "flow: [page-break]")
    try scratch.file("plan.yaml", "mall: prov\ntitel: A\n")
    let run = try sats(["check", "plan.yaml"], scratch)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("prov/schema.json:1:30: fel: \(says)"), "\(run.errors)")
  }

  @Test func `no plan is of a kind that is only there to be extended`() throws {
    let scratch = try Scratch()
    try scratch.file("plan.yaml", "mall: grund\ntitel: A\n")
    let run = try Run.sats(["check", "plan.yaml"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("plan.yaml:1:7: fel: dokumentslaget 'grund'"), "\(run.errors)")
    let kinds = try Run.sats(["kinds"])
    #expect(!kinds.text.contains("grund"), "\(kinds.text)")
  }
}
