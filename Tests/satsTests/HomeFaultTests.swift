import Foundation
import Testing

/// Homes whose own files are at fault: that is told with the file and the line, as for plans.
struct HomeFaultTests {
  /// A home with one kind and one theme beside the project's own theme and fonts, and a plan.
  private func home(
    kind: String = #"{"type": "object", "title": "Prov", "properties": {"mall": {}, "x": {}}}"#,
    flow: String = "text: Ett stycke.", theme: String = "extends: default\n",
    plan: String = "mall: prov\n"
  ) throws -> Scratch {
    let scratch = try Scratch()
    let files = FileManager.default
    for folder in ["templates/kinds/prov", "templates/themes/eget"] {
      try files.createDirectory(atPath: scratch.path(folder), withIntermediateDirectories: true)
    }
    // The theme has a look for presentations and their handouts.
    for path in [
      "fonts", "templates/themes/default", "templates/kinds/presentation",
      "templates/kinds/ahorarkopior",
    ] {
      try files.createSymbolicLink(
        atPath: scratch.path(path),
        withDestinationPath: Samples.root.appendingPathComponent(path).path)
    }
    try scratch.file("templates/kinds/prov/schema.json", kind)
    try scratch.file(
      "templates/kinds/prov/template.yaml", "metadata: {title: Prov}\nflow:\n  - \(flow)\n")
    try scratch.file("templates/themes/eget/theme.yaml", theme)
    try scratch.file("plan.yaml", plan)
    return scratch
  }

  private func sats(_ arguments: [String], _ scratch: Scratch) throws -> Run {
    try Run.sats(arguments + ["--home", "."], in: scratch.folder)
  }

  @Test func `a home without fault sets its plan`() throws {
    let run = try sats(["check", "plan.yaml", "--theme", "eget"], home())
    #expect(run.exitCode == 0, "\(run.errors)")
  }

  @Test(arguments: [
    ("body: {family: Garamont}", "'Garamont'", 3),
    ("ingress: {weight: 900}\n  body: {size: 11pt}", "900", 3),
  ])
  func `a face that the fonts lack is told where the theme asks for it`(
    style: String, says: String, line: Int
  ) throws {
    let scratch = try home(theme: "extends: default\nstyles:\n  \(style)\n")
    let run = try sats(["check", "plan.yaml", "--theme", "eget"], scratch)
    #expect(run.exitCode == 1)
    let first = try #require(run.errors.split(separator: "\n").first)
    #expect(first.contains("/themes/eget/theme.yaml:\(line):"), "\(run.errors)")
    #expect(first.contains(says) && first.contains("[font-missing]"), "\(run.errors)")
  }

  @Test func `a plan that nothing comes of is told so`() throws {
    let run = try sats(
      ["build", "plan.yaml"], home(flow: "{when: x, text: Aldrig.}"))
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("plan.yaml: fel: dokumentet har inget innehåll"), "\(run.errors)")
    #expect(run.errors.contains("[document-empty]"), "\(run.errors)")
  }

  @Test(arguments: ["{\"type\": \"objekt\"}", "{\"type\": \"object\", \"titel\": 1}", "{"])
  func `a schema with a fault is told and not printed`(kind: String) throws {
    let run = try sats(["schema", "prov"], home(kind: kind))
    #expect(run.exitCode == 1)
    #expect(run.text.isEmpty)
    #expect(run.errors.contains("schema.json:1:"), "\(run.errors)")
  }

  @Test func `where there are no kinds or themes, that is what is said`() throws {
    let scratch = try home(plan: "mall: \(String(repeating: "prov", count: 30))\n")
    for kind in ["prov", "presentation", "ahorarkopior"] {
      try FileManager.default.removeItem(atPath: scratch.path("templates/kinds/\(kind)"))
    }
    let kind = try sats(["check", "plan.yaml"], scratch)
    #expect(
      kind.errors.contains("…' finns inte; i './templates/kinds' finns inget ["),
      "\(kind.errors)")
    #expect(kind.errors.contains("fel: dokumentslaget 'prov"), "\(kind.errors)")

    let bare = try home()
    try FileManager.default.removeItem(atPath: bare.path("templates/themes"))
    let theme = try sats(["check", "plan.yaml"], bare)
    #expect(
      theme.errors.contains("temat 'default' finns inte; i './templates/themes' finns inget ["),
      "\(theme.errors)")
  }
}
