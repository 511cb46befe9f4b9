import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Press

/// Plans changed at random as careless and hostile hands change them: each is set to a file that our
/// own reader finds no fault in, or told of with a place.
struct HostilePlanTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let kinds = [
    "dokument", "verksamhetsplan", "protokoll", "kallelse", "tjansteskrivelse", "budget",
    "delegationslista", "utredning",
  ]

  /// What is put in the place of a value, or into it.
  private static let texts = [
    "", "-", "–", "*", "> > > x", "- - - x", "[](#x)", "[a](b)", "![](x.png)",
    "x[^1]\\n\\n[^1]: y[^1]",
    "| a | b |\\n|---|---|\\n| 1 |", "<span lang=en>x", "&#0;", "&#x110000;", "{{a.b.c}}",
    "{titel}",
    "\u{FEFF}", "\u{200B}", "\u{202E}abc", "\u{AD}\u{AD}", "e\u{301}\u{301}\u{301}", "\u{FFFD}",
    "\u{2028}",
    "שלום", "👩‍👧", "1e99999", "−999999999999999999999,5 mnkr", "2024-02-30", "§ 99999999999999999999",
    "../../etc/passwd", "/dev/zero", "null", "no", "en-x", "arkiv-data",
    String(repeating: "å", count: 900), String(repeating: "ord ", count: 300),
  ]
  /// What is told of a file as a whole.
  private static let placeless: Set<Code> = [.fileEmpty, .documentEmpty, .notText]
  /// What is put on a line of its own.
  private static let lines = [
    "<<: *a", "&a x: 1", "*a", "? x", "- - - x", "{a: [", "}", "---", "...", "%YAML 1.9", "!x y",
    ">6",
    "\"\\ud800\"", "'", "@x", "x:", "\tx: 1", "a: b: c", "\u{0}", "\u{7F}", "mall: dokument",
    "fil: .",
  ]

  /// A plan with some changes.
  private func changed(_ plan: String, _ random: inout SeededGenerator) -> [UInt8] {
    var rows = plan.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 1...Int.random(in: 1...3, using: &random) {
      let row = Int.random(in: rows.indices, using: &random)
      let indent = rows[row].prefix { $0 == " " }
      switch Int.random(in: 0..<8, using: &random) {
      case 0: rows.remove(at: row)
      case 1: rows.insert(rows[row], at: row)
      case 2: rows[row] = " " + rows[row]
      case 3: rows[row] = indent + (Self.lines.randomElement(using: &random) ?? "")
      case 4: rows.insert(contentsOf: repeatElement(rows[row], count: 30), at: row)
      default:
        guard let colon = rows[row].firstRange(of: ": ") else { continue }
        let text = Self.texts.randomElement(using: &random) ?? ""
        rows[row] = rows[row][..<colon.upperBound] + "\"\(text)\""
      }
      if rows.isEmpty { rows = [""] }
    }
    var bytes = Array(rows.joined(separator: "\n").utf8)
    if Int.random(in: 0..<10, using: &random) == 0, !bytes.isEmpty {
      bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
    }
    return bytes
  }

  @Test(arguments: kinds) func `is set without a fault or told with a place`(kind: String) throws {
    let press = Press(home: Home(folder: Self.root.path))
    let plan = try String(
      contentsOf: Self.root.appendingPathComponent("templates/kinds/\(kind)/start.yaml"),
      encoding: .utf8)
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("sats-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var random = SeededGenerator(seed: UInt64(kind.utf8.count))
    let rounds = ProcessInfo.processInfo.environment["SATS_HOSTILE_PLANS"].flatMap { Int($0) } ?? 25
    for round in 0..<rounds {
      let bytes = changed(plan, &random)
      let written = folder.appendingPathComponent("\(round).pdf").path
      let result = press.build(
        BuildRequest(plan: .standardInput(bytes, base: folder.path), output: written))
      let said = Comment(rawValue: String(decoding: bytes, as: UTF8.self))
      if result.output == nil {
        let faults = result.diagnostics.filter { $0.severity == .error }
        #expect(!faults.isEmpty, said)
        for fault in faults where !Self.placeless.contains(fault.code) {
          #expect((fault.place?.line ?? 0) > 0, "\(fault.code): \(fault.message.en)\n\(said)")
        }
        #expect(!FileManager.default.fileExists(atPath: written))
      } else {
        let faults = press.inspect(finishedFile: written).diagnostics.filter {
          $0.severity == .error
        }
        #expect(faults.isEmpty, "\(faults.map(\.message.en))\n\(said)")
      }
    }
  }
}
