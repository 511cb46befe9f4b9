import Foundation
import Testing

/// Text comes out of the file as it went in, however its lines were broken.
struct ExtractionTests {
  /// Words that get a letter back where they are divided: `till-låta`.
  private static let restoring = [
    ("til", "låta"), ("stop", "plikten"), ("nat", "tåget"), ("vil", "lägare"), ("til", "lägget"),
  ]

  /// Paragraphs in which every one of the words comes to stand at a line's end sooner or later.
  private static let paragraphs = (0..<90).map { number in
    let filler = ["en", "vid", "utan", "efter", "mellan", "möjligt", "däremot"]
    var words = ["Stycke"]
    for step in 0..<28 {
      words.append(filler[(number * 3 + step * step) % filler.count])
      let (head, tail) = restoring[(number + step) % restoring.count]
      if step.isMultiple(of: 2) { words.append(head + tail) }
      if step.isMultiple(of: 5) { words.append("verksamhetsplanering") }
    }
    return words.joined(separator: " ") + "."
  }

  private static let plan =
    "mall: dokument\ntema: bench-fine\ntitel: Prov\ninnehåll:\n  - rubrik: Ett\n"
    + paragraphs.map { "  - text: \"\($0)\"\n" }.joined()

  @Test func `taking out U+00AD with its line break gives the words that were written`() throws {
    let scratch = try Scratch()
    try scratch.file("plan.yaml", Self.plan)
    let build = try Run.sats(["build", "plan.yaml"], in: scratch.folder)
    try #require(build.exitCode == 0, "\(build.errors)")
    let text = try Run.run("pdftotext", [scratch.path("plan.pdf"), "-"]).text
    #expect(text.components(separatedBy: "\u{AD}\n").count > 60)
    var restored = 0
    for (head, tail) in Self.restoring {
      restored += text.components(separatedBy: "\(head)\u{AD}\n\(tail)").count - 1
    }
    #expect(restored >= 3)
    let joined = text.replacing("\u{AD}\n", with: "")
    let written = Set(Self.paragraphs.flatMap { $0.split(separator: " ") })
    let found = joined.split { $0.isWhitespace || $0 == "\u{C}" }.filter { $0.contains("l") }
    let strange = found.filter { !written.contains($0) && $0.count > 4 }
    #expect(strange == [])
  }

  @Test func `our own reader finds the same`() throws {
    let scratch = try Scratch()
    try scratch.file("plan.yaml", Self.plan)
    try #require(try Run.sats(["build", "plan.yaml"], in: scratch.folder).exitCode == 0)
    let read = try Run.sats(["inspect", "plan.pdf"], in: scratch.folder)
    #expect(read.exitCode == 0, "\(read.errors)")
    let joined = read.text.replacing("\u{AD}", with: "")
    let missing = Self.paragraphs.filter { !joined.contains($0) }
    #expect(missing == [])
  }
}
