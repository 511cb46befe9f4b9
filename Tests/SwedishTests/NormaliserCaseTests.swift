import Diagnostics
import Foundation
import Swedish
import Testing

@Suite struct NormaliserCaseTests {
  /// A line of a case file.
  struct Case: CustomTestStringConvertible, Sendable {
    var rule: String
    var context: String
    var input: String
    var expected: String
    /// The rules that are to tell something that they do not change; nil where nobody asks.
    var found: [String]?

    var testDescription: String { "\(rule) \(context): \(input)" }

    /// What is to happen to the input.
    var normalised: NormalisedText { normalised(input) }

    /// What happens to a text in the case's context; `style` is prose in the usual house style.
    func normalised(_ text: String) -> NormalisedText {
      let style: HouseStyle = context == "style" ? .usual : []
      return normalise(
        text, places: .none, context: NormalisingContext(rawValue: context) ?? .prose,
        options: NormalisingOptions(style: style))
    }
  }

  private static func read(_ name: String) throws -> [[String]] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = folder.appendingPathComponent("Cases").appendingPathComponent(name)
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  /// The cases of the handbook of rules, as they are.
  static let handbook: [Case] = {
    let lines = (try? read("typography-cases.tsv")) ?? []
    return lines.filter { $0.count == 4 }
      .map { Case(rule: $0[0], context: $0[1], input: $0[2], expected: $0[3]) }
  }()

  /// Our own cases, with signs for the spaces that cannot be seen.
  static let own = ((try? read("normaliser-cases.tsv")) ?? []).compactMap(written)

  /// What a strict editor asks of each rule, and what the rules are to tell.
  static let editor = ((try? read("editor-cases.tsv")) ?? []).compactMap(written)

  private static func written(_ line: [String]) -> Case? {
    guard line.count == 4 || line.count == 5 else { return nil }
    let input = line[2].hasPrefix("~/") ? line[2] : shown(line[2])
    let expected = line[3] == "=" ? input : shown(line[3])
    return Case(
      rule: line[0], context: line[1], input: input, expected: expected,
      found: line.count == 5 ? line[4].split(separator: ",").map(String.init) : nil)
  }

  private static func shown(_ text: String) -> String {
    text.replacing("~", with: "\u{A0}").replacing("^", with: "\u{202F}")
      .replacing("⏎", with: "\u{2028}").replacing("⇥", with: "\t")
  }

  @Test func `the case files are whole`() throws {
    #expect(Self.handbook.count == 93)
    #expect(try Self.own.count == Self.read("normaliser-cases.tsv").count)
    #expect(try Self.editor.count == Self.read("editor-cases.tsv").count)
    let contexts = Set(NormalisingContext.allCases.map(\.rawValue) + ["style"])
    #expect((Self.handbook + Self.own + Self.editor).allSatisfy { contexts.contains($0.context) })
  }

  @Test(arguments: handbook + own)
  func `a case comes out as the rules say, and stays so`(_ example: Case) {
    #expect(Array(example.normalised.text.utf8) == Array(example.expected.utf8))
    #expect(example.normalised(example.expected).text == example.expected)
  }

  @Test func `an editor's cases come out as the rules say, stay so, and are told of`() {
    for example in Self.editor {
      let result = example.normalised
      #expect(Array(result.text.utf8) == Array(example.expected.utf8), "\(example.testDescription)")
      #expect(
        example.normalised(example.expected).text == example.expected, "\(example.testDescription)")
      guard let found = example.found else { continue }
      let rules = Set(result.findings.map(\.rule.rawValue))
      #expect(rules == Set(found), "\(example.testDescription)")
    }
  }

  @Test func `every rule that changes something has cases in both directions`() {
    let changed = Set(Self.own.filter { $0.input != $0.expected }.map(\.rule))
    let kept = Set(Self.own.filter { $0.input == $0.expected }.map(\.rule))
    let silent: Set<Rule> = [.groupSpace, .guillemets, .composed]
    for rule in Rule.allCases where rule.level != .lint && !silent.contains(rule) {
      #expect(changed.contains(rule.rawValue), "no case changes anything by \(rule.rawValue)")
      #expect(kept.contains(rule.rawValue), "no case is left alone by \(rule.rawValue)")
    }
  }
}
