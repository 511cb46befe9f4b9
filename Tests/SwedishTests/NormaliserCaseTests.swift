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

    var testDescription: String { "\(rule) \(context): \(input)" }

    /// What is to happen to the input.
    var normalised: String { normalised(input) }

    /// What happens to a text in the case's context; `style` is prose in the usual house style.
    func normalised(_ text: String) -> String {
      let style: HouseStyle = context == "style" ? .usual : []
      return normalise(
        text, places: .none, context: NormalisingContext(rawValue: context) ?? .prose,
        options: NormalisingOptions(style: style)
      ).text
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
  static let own: [Case] = {
    let lines = (try? read("normaliser-cases.tsv")) ?? []
    return lines.filter { $0.count == 4 }.map { line in
      let input = line[2].hasPrefix("~/") ? line[2] : shown(line[2])
      let expected = line[3] == "=" ? input : shown(line[3])
      return Case(rule: line[0], context: line[1], input: input, expected: expected)
    }
  }()

  private static func shown(_ text: String) -> String {
    text.replacing("~", with: "\u{A0}").replacing("^", with: "\u{202F}")
      .replacing("⏎", with: "\u{2028}").replacing("⇥", with: "\t")
  }

  @Test func `the case files are whole`() throws {
    #expect(Self.handbook.count == 93)
    #expect(try Self.own.count == Self.read("normaliser-cases.tsv").count)
    let contexts = Set(NormalisingContext.allCases.map(\.rawValue) + ["style"])
    #expect((Self.handbook + Self.own).allSatisfy { contexts.contains($0.context) })
  }

  @Test(arguments: handbook + own)
  func `a case comes out as the rules say, and stays so`(_ example: Case) {
    #expect(Array(example.normalised.utf8) == Array(example.expected.utf8))
    #expect(example.normalised(example.expected) == example.expected)
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
