import Foundation
import Testing

/// Plans that `sats new` begins.
struct StartTests {
  /// The kinds that there are, as the program lists them.
  static let kinds: [String] = {
    let lines = (try? Run.sats(["kinds"]).text.split(separator: "\n")) ?? []
    return lines.compactMap { $0.split(separator: " ").first.map(String.init) }
  }()

  @Test(arguments: kinds, ["publicering", "arkiv-data", "utskrift"])
  func `every kind's beginning builds in every profile`(kind: String, profile: String) throws {
    let scratch = try Scratch()
    let new = try Run.sats(["new", kind, "planer/ny"], in: scratch.folder)
    try #require(new.exitCode == 0, "\(new.errors)")
    #expect(new.text == "planer/ny/\(kind).yaml\n")
    let run = try Run.sats(
      ["build", "planer/ny/\(kind).yaml", "--profile", profile], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    // Nothing is to be mended but what is to be written.
    let said = run.errors.matches(of: /\[([a-z-]+)(?: [A-Z]\d+)?\]\n/).map { String($0.output.1) }
    #expect(said.allSatisfy { $0 == "prompt-left" }, "\(run.errors)")
  }

  @Test(arguments: kinds)
  func `what the writer is to replace is told where it stands`(kind: String) throws {
    let scratch = try Scratch()
    try #require(try Run.sats(["new", kind, "."], in: scratch.folder).exitCode == 0)
    let text = String(decoding: try scratch.bytes("\(kind).yaml"), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let check = try Run.sats(
      ["check", "\(kind).yaml", "--diagnostics", "json"], in: scratch.folder)
    #expect(check.exitCode == 0, "\(check.errors)")
    let run = try Run.sats(["check", "\(kind).yaml"], in: scratch.folder)
    let found = run.errors.matches(of: /yaml:(\d+):(\d+): varning: '(⟨[^']+⟩)' ska ersättas/)
    #expect(!found.isEmpty, "\(run.errors)")
    for match in found {
      let line = try #require(Int(match.output.1)).advanced(by: -1)
      let column = try #require(Int(match.output.2)).advanced(by: -1)
      #expect(lines[line].unicodeScalars.dropFirst(column).first == "⟨")
    }
  }

  @Test func `what is there already is left as it is`() throws {
    let scratch = try Scratch()
    try scratch.file("dokument.yaml", "min egen\n")
    let run = try Run.sats(["new", "dokument", "."], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("[file-exists]"), "\(run.errors)")
    #expect(String(decoding: try scratch.bytes("dokument.yaml"), as: UTF8.self) == "min egen\n")
  }

  @Test func `a folder that is a file is told`() throws {
    let scratch = try Scratch()
    try scratch.file("plan", "text")
    let run = try Run.sats(["new", "dokument", "plan"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("[output-unwritable]"), "\(run.errors)")
  }

  @Test func `a kind that is nearly right is offered`() throws {
    let scratch = try Scratch()
    let run = try Run.sats(["new", "dokumnet", "ny"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("menade du 'dokument'?"), "\(run.errors)")
    #expect(try scratch.names().isEmpty)
  }

  @Test func `themes are listed with what they build on`() throws {
    let run = try Run.sats(["themes"])
    #expect(run.exitCode == 0, "\(run.errors)")
    let lines = run.text.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("default ") })
    #expect(lines.contains { $0.contains(/^bench-fine .*\(bygger på bench\)$/) })
  }

  @Test func `fonts are listed with package, folder and whether they are there`() throws {
    let run = try Run.sats(["fonts"])
    #expect(run.exitCode == 0, "\(run.errors)")
    let libertine = "Linux Libertine O: installerat, ur paketet fonts-linuxlibertine\n"
    #expect(run.text.contains(libertine))
    #expect(run.text.contains("\n  /usr/share/fonts/opentype/linux-libertine\n"))
  }

  @Test func `a font that is not there is told with its package, and is no error`() throws {
    let home = try Scratch()
    try home.file("templates/kinds/README.md", "")
    try home.file(
      "fonts/fonts.yaml",
      """
      families:
        - family: Saknad
          package: fonts-saknad
          folder: /usr/share/fonts/saknad
          faces: [{weight: 400, file: Saknad.ttf}]
      """)
    let run = try Run.sats(["fonts", "--home", home.folder.path])
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.text.contains("saknas; installera det med 'apt install fonts-saknad'"))
  }
}
