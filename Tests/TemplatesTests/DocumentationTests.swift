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

  /// A template or theme in which a key `?` is known nowhere, so that the messages list what is.
  private static let everywhere = [
    """
    metadata: {title: "{titel}", "?": x}
    running: {"?": x, foot: {"?": x}}
    numbering: {"?": x}
    words: {"?": x}
    badges: [{name: x, "?": x}]
    "?": x
    flow:
      - {text: x, "?": x}
      - heading: {text: x, "?": x}
      - list: {items: ord, "?": x}
      - table: {rows: rader, columns: [{cell: x, "?": x}], "?": x}
      - records: {rows: rader, lines: [[{cell: x, "?": x}]], "?": x}
      - key-values: {pairs: [{key: x, value: x, "?": x}], "?": x}
      - toc: {"?": x}
      - figure: {file: x, crop: {"?": x}, "?": x}
      - box: {text: x, "?": x}
      - statement: {text: x, "?": x}
      - signatures: {places: [{"?": x}], "?": x}
      - part: {flow: [], numbering: {"?": x}, "?": x}
      - notes: {"?": x}
    """,
    """
    page: {margins: 10 mm, head-baseline: 5 mm, foot-baseline: 5 mm, "?": x}
    styles: {body: {family: F, size: 1pt, leading: 1pt, "?": x, rule-above: {"?": x}}}
    tables: {table: {"?": x}}
    list: {"?": x}
    headings: {"?": x}
    figures: {"?": x}
    leader: {"?": x}
    badge: {"?": x}
    cover: {slots: [{"?": x}], bands: [{"?": x}], pictures: [{"?": x}], "?": x}
    logotype: {"?": x}
    pages: {"?": x, stretch: {"?": x}, notes: {"?": x}}
    "?": x
    """,
  ]

  @Test(arguments: [0, 1])
  func `every keyword is described`(_ file: Int) throws {
    let (value, faults) = readYAML(Self.everywhere[file], file: .none)
    #expect(faults.isEmpty)
    let whole = try #require(value)
    let found =
      file == 0
      ? Template.read(whole, schema: try goals()).1 : Theme.read(whole) { _, _ in (nil, []) }.1
    let lists = found.filter { $0.code == .unknownKeyword }
    #expect(lists.count == (file == 0 ? 26 : 18))
    let documentation = try projectText("docs/templates.md")
    for list in lists {
      let words = try #require(list.message.en.components(separatedBy: "it takes ").last)
      for word in words.components(separatedBy: ", ") {
        let isDescribed = ["`\(word)`", "\(word):", "\(word),", "\(word)\n", "\(word) ("].contains {
          documentation.firstRange(of: $0) != nil
        }
        #expect(isDescribed, "\(word): \(list.message.en)")
      }
    }
  }
}
