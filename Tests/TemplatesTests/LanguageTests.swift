import Diagnostics
import Input
import Manuscript
import Templates
import TestSupport
import Testing

/// What Markdown prose says of languages, lists and tables, on its way through the normaliser.
@Suite struct LanguageTests {
  private let flow = "flow:\n  - text: \"{text}\"\n"

  private func text(_ prose: String) throws -> RichText {
    let (document, found) = try composed(MarkedText("text: |\n  " + prose), flow)
    #expect(found.map(\.message.en) == [])
    return try #require(document.blocks.flatMap(\.texts).first)
  }

  @Test func `words in a span of another language keep their characters and have its name`() throws
  {
    let text = try text(#"Det heter <span lang="en">the "best" 14% of 1234567</span>, 14%."#)
    #expect(text.text == "Det heter the \"best\" 14% of 1234567, 14\u{A0}%.")
    #expect(text.spans.map(\.language) == ["en"])
    let span = try #require(text.spans.first)
    let words = Array(text.text.utf8)[span.start..<span.end]
    #expect(String(decoding: words, as: UTF8.self) == "the \"best\" 14% of 1234567")
  }

  @Test(arguments: ["svenska språket", "x", "en_GB"])
  func `a document's language that is no language tag is an error`(language: String) throws {
    let (raw, faults) = readYAML(
      "metadata: {title: x, language: \"\(language)\"}\n" + flow, file: .none)
    #expect(faults.isEmpty)
    let (template, found) = Template.read(try #require(raw), schema: try goals())
    #expect(found.isEmpty)
    let plan = MarkedText("text: x")
    let (value, _) = readYAML(plan.text, file: plan.file)
    let (document, told) = compose(
      try #require(value), template: try #require(template), loadProse: { _, _ in (nil, []) })
    #expect(told.map(\.code) == [.wrongFormat])
    #expect(document.metadata.language == "sv-SE")
  }

  @Test func `spans keep what is stressed in them, and may stand in one another`() throws {
    let text = try text(
      #"<span lang='en-GB'>one *two* <span lang="sme">guokte 3%</span> four</span> "fem""#)
    #expect(text.text == "one two guokte 3% four ”fem”")
    #expect(text.spans.map(\.language) == ["en-GB", "en-GB", "en-GB", "sme", "en-GB"])
    #expect(text.spans.map(\.marks) == [[], .emphasis, [], [], []])
  }

  @Test func `a span of the document's own language is like the rest`() throws {
    let text = try text(#"<span lang="sv">14%</span>"#)
    #expect(text.text == "14\u{A0}%")
    #expect(text.spans.isEmpty)
  }

  @Test func `raised signs keep their characters, and stress around them`() throws {
    let text = try text("The 2<sup>nd</sup> of *m<sup>2</sup>*, 14%")
    #expect(text.text == "The 2nd of m2, 14\u{A0}%")
    let raised = text.spans.filter { $0.marks.contains(.raised) }
    #expect(raised.map(\.marks) == [.raised, [.raised, .emphasis]])
  }

  @Test(arguments: [
    "1️⃣<sup>utan slut", "utan början1️⃣</sup>", #"<sup>ett</sup> 1️⃣<span lang="en">två"#,
  ])
  func `a raised stretch without its other half is told`(_ prose: String) throws {
    let plan = MarkedText("text: |\n  " + prose)
    let (_, found) = try composed(plan, flow)
    plan.expect(found, [.at(1, .markupInProse)])
  }

  @Test(arguments: [
    #"1️⃣<span lang="en">utan slut"#, "utan början1️⃣</span>",
    #"1️⃣<span lang="engelska språket">fel namn"#, #"1️⃣<span class="x">annat"#,
  ])
  func `a tag without its other half, or of another kind, is told`(_ prose: String) throws {
    let plan = MarkedText("text: |\n  " + prose)
    let (_, found) = try composed(plan, flow)
    plan.expect(found, [.at(1, .markupInProse)])
  }

  @Test func `list marks that were typed make a list`() throws {
    #expect(
      try blocks("text: |\n  Vi ska:\n  • växa\n  • leva\n    länge\n", flow) == [
        #"body "Vi ska:""#, "list bullets style list", "  item", #"    list "växa""#, "  item",
        #"    list "leva länge""#,
      ])
    #expect(
      try blocks("text: |\n  – ett\n  – två\n", flow) == [
        "list bullets style list", "  item", #"    list "ett""#, "  item", #"    list "två""#,
      ])
  }

  @Test func `one line that begins with a dash is speech, and a number keeps its sign`() throws {
    #expect(try blocks("text: – Ja, sa hon.", flow) == [#"body "–~Ja, sa hon.""#])
    #expect(
      try blocks("text: |\n  −5 grader\n  −7 grader\n", flow) == [
        #"body "−5 grader −7 grader""#
      ])
  }

  @Test func `a column of a table in prose decides as one how its numbers are grouped`() throws {
    let table = """
      text: |
        | År | Summa |
        |---|--:|
        | 2023 | 2023 |
        | 2024 | 12345 |
      """
    #expect(
      try blocks(table, flow).suffix(3)
        == [
          #"head | "År" | "Summa""#, "item | \"2023\" | \"2\\,023\"",
          "item | \"2024\" | \"12\\,345\"",
        ].map { "  " + $0 })
  }

  @Test func `a cell of prose is normalised as a cell`() throws {
    let flow = """
      flow:
        - table: {rows: mål, columns: [{head: Text, cell: "{text}"}]}
      """
    let rows = try blocks("mål:\n  - text: 2535", flow)
    #expect(rows.last == "  item | \"2\\,535\"")
  }
}
