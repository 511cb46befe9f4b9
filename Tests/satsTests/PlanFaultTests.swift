import Foundation
import Testing

/// What no plan should be, and what `sats` says of it: a clear error with its code, exit 1, and
/// everything in the folder as it was.
struct PlanFaultTests {
  /// Bytes that are no plan.
  struct Fault: CustomTestStringConvertible {
    var name: String
    var bytes: Data
    var code: String

    init(_ name: String, _ bytes: Data, _ code: String) {
      (self.name, self.bytes, self.code) = (name, bytes, code)
    }

    init(_ name: String, _ text: String, _ code: String) {
      self.init(name, Data(text.utf8), code)
    }

    var testDescription: String { name }
  }

  static let faults = [
    Fault("an empty file", "", "file-empty"),
    Fault("a file of remarks alone", "# mall: dokument\n\n", "file-empty"),
    Fault("a binary file", Data([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0]), "not-text"),
    Fault("a zero byte in a text", "mall: dokument\ntitel: Å\0ldrande\n", "not-text"),
    Fault("truncated UTF-8", Data("mall: dokument\ntitel: Åldr".utf8) + [0xC3], "not-text"),
    Fault("an alias bomb", aliasBomb(levels: 40), "alias-bomb"),
    Fault(
      "nesting without end", "mall: dokument\ninnehåll: " + String(repeating: "[", count: 100_000),
      "nesting-too-deep"),
    Fault(
      "a file past all size", Data(repeating: UInt8(ascii: "#"), count: (32 << 20) + 1),
      "file-too-large"),
    Fault("a syntax error", "mall: dokument\ntitel: \"Åldrande\n", "unclosed-quote"),
  ]

  private static func aliasBomb(levels: Int) -> String {
    let lists = (1...levels).map { level in
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      return "  - &a\(level) [\(aliases)]\n"
    }
    return "mall: dokument\ntitel: Bomb\ninnehåll:\n  - &a0 [x]\n" + lists.joined()
  }

  @Test func `a zero byte is told with its line and column`() throws {
    let scratch = try Scratch()
    try scratch.file("plan.yaml", "mall: dokument\ntitel: Å\0ldrande\n")
    let run = try Run.sats(["build", "plan.yaml"], in: scratch.folder)
    #expect(run.errors.hasPrefix("plan.yaml:2:9: fel: "), "\(run.errors)")
  }

  @Test func `a character that is missing in the margins is told once, where it is written`() throws
  {
    let scratch = try Scratch()
    let text = String(repeating: "Ett stycke med ord. ", count: 600)
    try scratch.file(
      "plan.yaml",
      "mall: dokument\ntitel: Prov\norganisation: Region ש\ninnehåll:\n  - text: \(text)\n")
    let run = try Run.sats(["build", "plan.yaml"], in: scratch.folder)
    #expect(run.exitCode == 1)
    let told = run.errors.split(separator: "\n").filter { $0.contains("[glyph-missing]") }
    #expect(told.allSatisfy { $0.hasPrefix("plan.yaml:3:22: fel: ") }, "\(run.errors)")
    #expect(told.count == 1, "\(run.errors)")
  }

  @Test(arguments: ["\u{FFFD}", "&#x110000;"])
  func `a sign that a character was lost is told at its place`(sign: String) throws {
    let scratch = try Scratch()
    try scratch.file(
      "plan.yaml", "mall: dokument\ntitel: Prov\ninnehåll:\n  - text: Ett st\(sign)cke.\n")
    let run = try Run.sats(["build", "plan.yaml"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.hasPrefix("plan.yaml:4:"), "\(run.errors)")
    #expect(run.errors.contains("ett tecken har gått förlorat"), "\(run.errors)")
  }

  @Test(arguments: faults)
  func `is told with its code, and the older document stands`(fault: Fault) throws {
    let scratch = try Scratch()
    try scratch.file("plan.yaml", fault.bytes)
    try scratch.file("plan.pdf", "older")
    let run = try Run.sats(["build", "plan.yaml"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.text.isEmpty)
    #expect(run.errors.contains("plan.yaml"))
    #expect(run.errors.contains("fel: "))
    #expect(run.errors.contains("[\(fault.code)]"), "\(run.errors)")
    #expect(try scratch.names() == ["plan.pdf", "plan.yaml"])
    #expect(try scratch.bytes("plan.pdf") == Data("older".utf8))
  }

  @Test func `a key that is nearly mall is offered mall`() throws {
    let scratch = try Scratch()
    try scratch.file("plan.yaml", "titel: T\nMall: dokument\n")
    let run = try Run.sats(["check", "plan.yaml"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.hasPrefix("plan.yaml:2:1: "), "\(run.errors)")
    #expect(run.errors.contains("menade du 'mall'?"), "\(run.errors)")
  }

  @Test func `a plan that is a folder is told so`() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.path("plan.yaml"), withIntermediateDirectories: false)
    let run = try Run.sats(["build", "plan.yaml"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("mapp"))
    #expect(run.errors.contains("[not-ordinary-file]"), "\(run.errors)")
    #expect(try scratch.names() == ["plan.yaml"])
  }

  @Test func `a plan that is not there is told so`() throws {
    let scratch = try Scratch()
    let run = try Run.sats(["build", "plan.yaml"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("[file-missing]"), "\(run.errors)")
    #expect(try scratch.names() == [])
  }
}
