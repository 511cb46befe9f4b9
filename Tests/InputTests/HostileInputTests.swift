import Diagnostics
import Input
import TestSupport
import Testing

/// Input made to hurt: refused soon, without a crash.
struct HostileInputTests {
  /// Anchors of which each repeats the one before it nine times.
  private static let bomb =
    "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    + (1...12).map { level in
      let repeated = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      return "a\(level): &a\(level) [\(repeated)]\n"
    }.joined()

  /// A text by what is wrong with it.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var code: Code

    init(_ name: String, _ text: String, _ code: Code) {
      testDescription = name
      self.text = text
      self.code = code
    }
  }

  @Test(arguments: [
    Case("aliases of aliases", bomb, .aliasBomb),
    Case("aliases in an explicit key", bomb + "? *a12\n: x\n", .compoundKey),
    Case("aliases in a key in braces", bomb + "{*a12 : x}\n", .compoundKey),
    Case(
      "anchors in one another, deep enough to overflow the stack when they are freed",
      "- &a0 x\n" + (1...2_000).map { "- &a\($0)\n  - *a\($0 - 1)\n" }.joined(), .aliasBomb),
    Case(
      "brackets past the limit",
      String(repeating: "[", count: 1_001) + String(repeating: "]", count: 1_001),
      .nestingTooDeep),
    Case("brackets only", String(repeating: "[", count: 200_000), .nestingTooDeep),
    Case("dashes only", String(repeating: "- ", count: 200_000), .nestingTooDeep),
    Case("question marks only", String(repeating: "? ", count: 200_000), .nestingTooDeep),
    Case(
      "keys in keys",
      (0..<1_100).map { String(repeating: " ", count: $0) + "a:\n" }.joined(), .nestingTooDeep),
    Case(
      "a flood of values in deep brackets",
      String(repeating: "[", count: 900) + String(repeating: "1,", count: 400_000),
      .nestingTooDeep),
  ])
  func `YAML that would grow or dig without end is refused`(_ example: Case) {
    let (_, found) = readYAML(example.text, file: FileID(index: 0))
    #expect(found.map(\.code) == [example.code])
  }

  @Test func `nesting up to the limit is read`() throws {
    let text = String(repeating: "[", count: 990) + String(repeating: "]", count: 990)
    #expect(readYAML(text, file: FileID(index: 0)).1.isEmpty)
    #expect(readJSON(text, file: FileID(index: 0)).1.isEmpty)
  }

  @Test(arguments: [
    "a: |\n" + String(repeating: "  [ ordet\n", count: 1_500) + "b: [1]\n",
    "- text: >-\n" + String(repeating: "    [ ordet\n", count: 1_500) + "- b\n",
    "a: \"" + String(repeating: "[", count: 1_500) + "\"\n",
    "- '" + String(repeating: "{[", count: 1_500) + "'\n",
    "a: b " + String(repeating: "[ ", count: 1_500) + "\n",
    "a: 1 # " + String(repeating: "[", count: 1_500) + "\n",
  ])
  func `brackets in text are no nesting`(text: String) {
    #expect(readYAML(text, file: FileID(index: 0)).1.map(\.code) == [])
  }

  @Test(arguments: [
    "a: |\nb: ", "a: b\n  c \"\nd: ", "a: '\n  '\nb: ", "a: |2\n b\nc: ", "a: \"\\\"\"\nb: ",
    "- |\n x\n- ", "a: x\n  - \"\nb: ",
  ])
  func `brackets after text are still nesting`(text: String) {
    let deep = text + String(repeating: "[", count: 1_500)
    #expect(readYAML(deep, file: FileID(index: 0)).1.map(\.code) == [.nestingTooDeep])
  }

  @Test(arguments: ["[", "{\"a\":"])
  func `JSON nested without end is refused`(part: String) {
    let text = String(repeating: part, count: 200_000)
    #expect(readJSON(text, file: FileID(index: 0)).1.map(\.code) == [.nestingTooDeep])
  }

  @Test func `aliases count as often as they repeat`() {
    var limits = ReadingLimits()
    limits.values = 20
    let text = "a: &a [1, 2, 3, 4]\nb: [*a, *a]\n"
    #expect(readYAML(text, file: FileID(index: 0), limits: limits).1.isEmpty)
    let more = text + "c: *a\n"
    #expect(
      readYAML(more, file: FileID(index: 0), limits: limits).1.map(\.code) == [.aliasBomb])
  }

  @Test func `what is larger than the limit is not parsed`() {
    var limits = ReadingLimits()
    limits.bytes = 6
    #expect(
      readYAML("a: \"öppen", file: FileID(index: 0), limits: limits).1.map(\.code) == [
        .fileTooLarge
      ])
    #expect(
      readJSON("[1, 2, 3", file: FileID(index: 0), limits: limits).1.map(\.code) == [.fileTooLarge])
  }

  @Test(arguments: 0..<8)
  func `broken copies of a plan neither crash nor hang, and say something of what is lost`(
    seed: Int
  ) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let whole = Array(try Sample.text().utf8)
    let signs = Array("\"'[]{}:,-#&*!|>%@`?\\\t\n \r~<".utf8)
    for _ in 0..<12 {
      let start = Int.random(in: 0..<whole.count - 2_000, using: &generator)
      var bytes = Array(whole[start..<start + 2_000])
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let at = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.remove(at: at)
        case 1: bytes.insert(signs.randomElement(using: &generator) ?? 0, at: at)
        case 2: bytes[at] = UInt8.random(in: 0...255, using: &generator)
        default: bytes.removeSubrange(at...)
        }
        if bytes.isEmpty { bytes = [0x61] }
      }
      var sources = SourceSet()
      let (file, refused) = decodeSource(bytes, shownAs: "plan.yaml", into: &sources)
      guard let file, let text = sources[file]?.text else {
        #expect(refused.hasErrors)
        continue
      }
      for (value, found) in [readYAML(text, file: file), readJSON(text, file: file)] {
        #expect(value != nil || found.hasErrors)
        // Every place is one of the text: printing looks each of them up.
        let lines = SourceLines(text)
        for place in found.compactMap(\.place) where place.line > 0 {
          #expect(Int(place.line) <= lines.count)
        }
        #expect(TextRenderer().render(found, sources: sources).isEmpty == found.isEmpty)
      }
    }
  }
}
