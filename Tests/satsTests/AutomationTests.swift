import Foundation
import Testing

/// Builds that run by themselves: dependencies, values from outside, the book that is kept.
struct AutomationTests {
  private static let plan = """
    mall: dokument
    titel: Prov
    innehåll:
      - rubrik: Ett
      - text: {fil: ett stycke.md}

    """

  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.file("p.yaml", Self.plan)
    try scratch.file("ett stycke.md", "Ett stycke ur en fil.\n")
    return scratch
  }

  /// Sets a file's date some seconds from now, since a file system may not tell moments apart.
  private func touch(_ path: String, seconds: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: seconds)], ofItemAtPath: path)
  }

  @Test func `make sets a plan again when something that it reads has changed, and only then`()
    throws
  {
    let scratch = try scratch()
    try scratch.file(
      "Makefile", "p.pdf: p.yaml\n\t\(Run.sats) build $< --depfile p.d\n-include p.d\n")
    func make() throws -> String {
      let run = try Run.run("make", ["--no-print-directory"], in: scratch.folder)
      #expect(run.exitCode == 0, "\(run.errors)")
      return run.text
    }
    #expect(try make().contains("p.pdf: 2 sidor"))
    #expect(try make().contains("up to date"))
    try touch(scratch.path("ett stycke.md"), seconds: 5)
    #expect(try make().contains("p.pdf: 2 sidor"), "the file of prose is newer")
    try touch(scratch.path("p.pdf"), seconds: 10)
    #expect(try make().contains("up to date"))
  }

  @Test func `a file that is gone does not stop make`() throws {
    let scratch = try scratch()
    _ = try Run.sats(["build", "p.yaml", "--depfile", "p.d"], in: scratch.folder)
    try FileManager.default.removeItem(atPath: scratch.path("ett stycke.md"))
    try scratch.file("Makefile", "p.pdf:\n\ttouch $@\n-include p.d\n")
    let run = try Run.run("make", [], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
  }

  @Test func `a document that was not set is set again until it is`() throws {
    let scratch = try scratch()
    try scratch.file(
      "Makefile", "p.pdf: p.yaml\n\t\(Run.sats) build $< --depfile p.d\n-include p.d\n")
    func make() throws -> Int32 {
      try Run.run("make", ["--no-print-directory"], in: scratch.folder).exitCode
    }
    #expect(try make() == 0)
    let prose = try scratch.bytes("ett stycke.md")
    try FileManager.default.removeItem(atPath: scratch.path("ett stycke.md"))
    #expect(try make() == 2)
    #expect(try make() == 2, "a document whose file of prose is gone is not up to date")
    try scratch.file("ett stycke.md", "Se {{ingen.sådan.siffra}}.\n")
    #expect(try make() == 2)
    try scratch.file("ett stycke.md", prose)
    // As if it had been taken from a copy: older than the document that stands.
    try touch(scratch.path("ett stycke.md"), seconds: -1000)
    #expect(try make() == 0)
    #expect(try Run.run("make", ["-q"], in: scratch.folder).exitCode == 0)
  }

  @Test func `a part of a plan with errors is set again until it is`() throws {
    let scratch = try scratch()
    let run = try Run.sats(
      ["build", "p.yaml", "-o", "ut/", "--only", "bilaga=1", "--depfile", "p.d"],
      in: scratch.folder)
    #expect(run.exitCode == 1)
    let text = String(decoding: try scratch.bytes("p.d"), as: UTF8.self)
    #expect(text.contains("ut/p-1.pdf: \\\n  p.yaml \\\n"), "\(text)")
    #expect(text.contains("\n  ut/p-1.pdf.not-set\n"), "\(text)")
  }

  @Test(arguments: [
    ["-o", "x.pdf", "--report", "./x.pdf"], ["--depfile", "p.pdf"],
    ["--report", "r", "--depfile", "r"],
  ])
  func `two files to write that are one are a fault of use`(options: [String]) throws {
    let scratch = try scratch()
    let run = try Run.sats(["build", "p.yaml"] + options, in: scratch.folder)
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("skulle skrivas två gånger"), "\(run.errors)")
    #expect(try scratch.names() == ["ett stycke.md", "p.yaml"])
  }

  @Test func `a dependency file names templates, theme and fonts, and never writes over a plan`()
    throws
  {
    let scratch = try scratch()
    _ = try Run.sats(["build", "p.yaml", "--depfile", "p.d"], in: scratch.folder)
    let text = String(decoding: try scratch.bytes("p.d"), as: UTF8.self)
    for name in [
      "p.yaml", "ett\\ stycke.md", "kinds/dokument/schema.json", "kinds/dokument/template.yaml",
      "themes/default/theme.yaml", "fonts/fonts.yaml", ".otf", "hyph_sv_SE.dic",
    ] { #expect(text.contains(name), "\(name)") }
    #expect(!text.contains("Lato"), "a family that the theme does not name")
    let over = try Run.sats(["build", "p.yaml", "--depfile", "p.yaml"], in: scratch.folder)
    #expect(over.exitCode == 1)
    #expect(over.errors.contains("output-unwritable"))
    #expect(try scratch.bytes("p.yaml") == Data(Self.plan.utf8))
  }

  @Test func `--set puts a value in place of the plan's, wherever it stands`() throws {
    let scratch = try scratch()
    let run = try Run.sats(
      [
        "inspect", "p.yaml", "--stage", "document", "--set", "titel=Annat",
        "--set", "innehåll[0].rubrik=Två",
      ], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.text.contains("\"Annat\""))
    #expect(run.text.contains("\"Två\""))
    #expect(!run.text.contains("\"Ett\""))
  }

  @Test(arguments: [
    ("datum=igår", "--set:1:7: fel:"), ("datm=2024-01-01", "menade du 'datum'"),
    ("innehåll[7].rubrik=X", "planen har inget 'innehåll[7]'"),
    ("innehåll=X", "är en lista"), ("[0]=X", "väntade ett fält"),
    ("titel=", "--set:1:1: fel: 'titel' har inget värde"),
  ])
  func `a value that does not fit is told where it was given`(
    assignment: String, message: String
  ) throws {
    let scratch = try scratch()
    let run = try Run.sats(["build", "p.yaml", "--set", assignment], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(try !scratch.names().contains("p.pdf"))
  }

  @Test func `an assignment without an equals sign is a fault of use`() throws {
    #expect(try Run.sats(["build", "p.yaml", "--set", "titel"]).exitCode == 64)
  }

  @Test func `a report holds the sums of all that was read and written`() throws {
    let scratch = try scratch()
    let run = try Run.sats(["build", "p.yaml", "--report", "r.json"], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    let report = try #require(
      JSONSerialization.jsonObject(with: scratch.bytes("r.json")) as? [String: Any])
    let document = try #require((report["documents"] as? [[String: Any]])?.first)
    #expect(document["plan"] as? String == "p.yaml")
    #expect(document["pages"] as? Int == 2)
    let output = try #require(document["output"] as? [String: String])
    let sums = try Run.run("sha256sum", ["p.pdf", "p.yaml"], in: scratch.folder).text
      .split(separator: "\n").map { String($0.prefix(64)) }
    #expect(output["sha256"] == sums[0])
    let inputs = try #require(document["inputs"] as? [[String: String]])
    #expect(inputs.first?["path"] == "p.yaml")
    #expect(inputs.first?["sha256"] == sums[1])
    #expect(Set(inputs.compactMap { $0["path"] }).count == inputs.count)
  }

  @Test func `a report holds what was asked for, and the date of each document`() throws {
    let scratch = try scratch()
    try scratch.file("q.yaml", Self.plan + "datum: 2024-05-16\n")
    let run = try Run.sats(
      [
        "build", "p.yaml", "q.yaml", "--set", "titel=Annan", "--theme", "kust", "--strict",
        "--report", "r.json",
      ], in: scratch.folder, environment: ["SOURCE_DATE_EPOCH": "86400"])
    #expect(run.exitCode == 0, "\(run.errors)")
    let report = try #require(
      JSONSerialization.jsonObject(with: scratch.bytes("r.json")) as? [String: Any])
    let options = try #require(report["options"] as? [String: Any])
    #expect(options["set"] as? [String] == ["titel=Annan"])
    #expect(options["only"] as? [String] == [])
    #expect(options["theme"] as? String == "kust")
    #expect(options["profile"] is NSNull)
    #expect(options["strict"] as? Bool == true)
    #expect(options["date"] as? String == "1970-01-02T00:00:00+00:00")
    let documents = try #require(report["documents"] as? [[String: Any]])
    #expect(
      documents.map { $0["date"] as? String } == ["1970-01-02T00:00:00+00:00", "2024-05-16"])
    #expect(documents.allSatisfy { $0["part"] is NSNull })
  }

  @Test func `a report holds the sum of a plan from standard input`() throws {
    let scratch = try scratch()
    let run = try Run.sats(
      ["build", "-", "-o", "p.pdf", "--report", "r.json"], input: Data(Self.plan.utf8),
      in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    let sum = try Run.run("sha256sum", ["p.yaml"], in: scratch.folder).text.prefix(64)
    let report = String(decoding: try scratch.bytes("r.json"), as: UTF8.self)
    #expect(report.contains("\"sha256\": \"\(sum)\""), "\(report)")
  }

  @Test func `a report on a plan with errors holds them and no output`() throws {
    let scratch = try scratch()
    let run = try Run.sats(
      ["build", "p.yaml", "--set", "datum=igår", "--report", "r.json"], in: scratch.folder)
    #expect(run.exitCode == 1)
    let report = try #require(
      JSONSerialization.jsonObject(with: scratch.bytes("r.json")) as? [String: Any])
    let document = try #require((report["documents"] as? [[String: Any]])?.first)
    #expect(document["output"] is NSNull)
    let findings = try #require(document["findings"] as? [[String: Any]])
    #expect(findings.contains { $0["file"] as? String == "--set" })
  }
}
