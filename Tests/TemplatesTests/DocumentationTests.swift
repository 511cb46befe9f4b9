import Diagnostics
import Foundation
import Input
import Kinds
import Templates
import Testing

@Suite struct DocumentationTests {
  /// The fenced blocks of docs/templates.md in a language, in order.
  private func fenced(_ language: String) throws -> [String] {
    try projectText("docs/templates.md").components(separatedBy: "```\(language)\n").dropFirst()
      .map { String($0.components(separatedBy: "\n```")[0]) }
  }

  @Test func `the first kind of the documentation sets a plan`() throws {
    let (schemaValue, schemaFaults) = readJSON(try #require(fenced("json").first), file: .none)
    #expect(schemaFaults.isEmpty)
    let (schema, schemaFound) = Schema.read(try #require(schemaValue))
    #expect(schemaFound.map(\.message.en) == [])
    let (value, faults) = readYAML(try #require(fenced("yaml").first), file: .none)
    #expect(faults.isEmpty)
    let (template, found) = Template.read(try #require(value), schema: try #require(schema))
    #expect(found.map(\.message.en) == [])
    let (plan, planFaults) = readYAML(
      """
      mall: anslag
      titel: Kallelse
      datum: 2024-04-15
      ärenden: [{namn: Budget}, {namn: Delårsrapport}]
      """, file: .none)
    #expect(planFaults.isEmpty)
    let (document, composeFound) = compose(
      try #require(plan), template: try #require(template)
    ) { _, _ in (nil, []) }
    #expect(composeFound.map(\.message.en) == [])
    #expect(
      document.lines == [
        "date \"2024-04-15\"", "heading 1 \"Kallelse\" #kallelse", "ingress \"15~april~2024\"",
        "table style table", "  columns left fit, left auto", "  head | \"Nr\" | \"Ärende\"",
        "  item | \"1\" | \"Budget\"", "  item | \"2\" | \"Delårsrapport\"",
      ])
  }

  @Test func `every example of the documentation is YAML that can be read`() throws {
    let examples = try fenced("yaml")
    #expect(examples.count > 20)
    for example in examples {
      let (value, faults) = readYAML(example, file: .none)
      #expect(faults.map(\.message.en) == [], "\(example)")
      #expect(value != nil, "\(example)")
    }
  }
}
