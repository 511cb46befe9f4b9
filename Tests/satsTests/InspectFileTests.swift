import Foundation
import Testing

struct InspectFileTests {
  @Test(arguments: Samples.all)
  func `every sample's document is read back without a fault`(sample: Sample) async throws {
    let set = try await Samples.shared.set(sample)
    try #require(set.run.exitCode == 0, "\(set.run.errors)")
    let read = try Run.sats(["inspect", set.file.path])
    #expect(read.exitCode == 0)
    #expect(read.errors == "")
    #expect(read.text.contains("\nPDF/A-2a\nPDF/UA-1\n"))
    #expect(read.text.contains("\nDocument\n"))
  }

  @Test func `a file that is cut off, empty or not there is an error that says so`() async throws {
    let sample = try #require(Samples.all.first)
    let set = try await Samples.shared.set(sample)
    try #require(set.run.exitCode == 0, "\(set.run.errors)")
    let scratch = try Scratch()
    let bytes = try Data(contentsOf: set.file)
    try bytes.prefix(bytes.count / 2).write(to: scratch.folder.appendingPathComponent("half.pdf"))
    try Data().write(to: scratch.folder.appendingPathComponent("empty.pdf"))
    for (name, code) in [
      ("half.pdf", "pdf-unreadable"), ("empty.pdf", "pdf-unreadable"), ("none.pdf", "file-missing"),
    ] {
      let read = try Run.sats(["inspect", name], in: scratch.folder)
      #expect(read.exitCode == 1)
      #expect(read.errors.hasPrefix("\(name): fel: ") && read.errors.contains("[\(code)]"))
      #expect(read.text == "")
    }
  }

  @Test func `two tables alike on one page are two, and many rows under one cell are one table`()
    throws
  {
    let scratch = try Scratch()
    let table = "      | År |\n      |---|\n      | 2024 |\n"
    let rows = (1...1100).map { "          - {namn: Mått \($0)}\n" }.joined()
    try scratch.file(
      "tabeller.yaml",
      "mall: dokument\ntitel: Prov\ninnehåll:\n  - text: |\n\(table)\n  - text: |\n\(table)")
    try scratch.file(
      "rader.yaml",
      """
      mall: uppföljning
      titel: Prov
      måltabell: {rubrik: Alla mål}
      mål:
        - namn: Ett mål
          uppdrag:
            - namn: Ett uppdrag
              mätetal:
      \(rows)
      """)
    for name in ["tabeller", "rader"] {
      let build = try Run.sats(["build", "\(name).yaml"], in: scratch.folder)
      #expect(build.exitCode == 0, "\(build.errors)")
      let read = try Run.sats(["inspect", "\(name).pdf"], in: scratch.folder)
      #expect(read.exitCode == 0, "\(read.errors)")
    }
  }

  @Test(arguments: [
    "\u{200D}–", "\u{301}x", "\u{200B}", "\u{202E}", "\u{2068}x\u{2069}", "\u{E0041}x",
  ])
  func `what cannot be seen in a title or a heading makes no fault`(text: String) throws {
    let scratch = try Scratch()
    try scratch.file(
      "plan.yaml",
      """
      mall: dokument
      titel: "–\(text)"
      organisation: "\(text)"
      innehåll:
        - rubrik: "\(text)"
          text: "# \(text)"
        - rubrik: Ett
          text: Ett stycke.
      """)
    let build = try Run.sats(["build", "plan.yaml"], in: scratch.folder)
    // The font may lack the mark.
    guard build.exitCode == 0 else { return #expect(build.errors.contains("[glyph-missing]")) }
    let read = try Run.sats(["inspect", "plan.pdf"], in: scratch.folder)
    #expect(read.exitCode == 0, "\(read.errors)")
  }

  @Test func `a plan needs its stage named, and a finished file has none`() throws {
    let plan = try #require(Samples.all.first).path
    #expect(try Run.sats(["inspect", plan]).exitCode == 64)
    #expect(try Run.sats(["inspect", "a.pdf", "--stage", "pages"]).exitCode == 64)
  }
}
