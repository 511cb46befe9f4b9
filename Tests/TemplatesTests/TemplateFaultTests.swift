import Diagnostics
import Input
import Kinds
import Templates
import TestSupport
import Testing

@Suite struct TemplateFaultTests {
  private func expect(
    _ marked: String, _ expected: [MarkedText.Expected],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let text = MarkedText("metadata: {title: \"{titel}\"}\n" + marked, path: "template.yaml")
    let (value, faults) = readYAML(text.text, file: text.file)
    text.expect(faults, [], sourceLocation: sourceLocation)
    let (_, found) = Template.read(try #require(value), schema: try goals())
    text.expect(found, expected, sourceLocation: sourceLocation)
  }

  @Test func `tells of every wrong name at its own line and column`() throws {
    try expect(
      """
      flow:
        - heading: {text: "Om {1️⃣titl}", 2️⃣levle: 1}
        - text: 'klammer \\{ och {3️⃣txt}'
        - use: 4️⃣delarna
        - 5️⃣heding: {text: A}
        - each: 6️⃣målen
          flow: []
        - text: "{summa|7️⃣mnkrr}"
        - text: "{kontakt.8️⃣nam}"
      parts:
        9️⃣delar: []
      """,
      [
        .at(1, .unknownField), .at(2, .unknownKeyword), .at(3, .unknownField),
        .at(4, .unknownPart), .at(5, .unknownKeyword), .at(6, .unknownField),
        .at(7, .unknownFormat), .at(8, .unknownField), .at(9, .unusedPart),
      ])
  }

  @Test func `offers the name that is near`() throws {
    let (value, _) = readYAML(
      "metadata: {title: \"{titel}\"}\nflow:\n  - each: mål\n    text: \"{matetal}\"\n", file: .none
    )
    let (_, found) = Template.read(try #require(value), schema: try goals())
    #expect(found.flatMap(\.fixes).map(\.replacement) == ["mätetal"])
  }

  @Test func `wants lists where it goes through items, and texts where it prints`() throws {
    try expect(
      """
      flow:
        - each: 1️⃣titel
          flow: []
        - text: "{2️⃣mål}"
        - text: "{3️⃣mål.namn}"
        - text: "{4️⃣kontakt}"
        - with: 5️⃣titel
          flow: []
        - table: {rows: 6️⃣kontakt, columns: [{cell: A}]}
      """,
      [
        .at(1, .wrongFieldShape), .at(2, .wrongFieldShape), .at(3, .wrongFieldShape),
        .at(4, .wrongFieldShape), .at(5, .wrongFieldShape), .at(6, .wrongFieldShape),
      ])
  }

  @Test func `checks a part in every scope that uses it`() throws {
    try expect(
      """
      flow:
        - each: mål
          use: rad
        - use: rad
      parts:
        rad:
          - text: "{1️⃣namn} {titel}"
      """,
      [.at(1, .unknownField)])
  }

  @Test func `refuses braces and brackets that do not close, and brackets without a field`() throws
  {
    try expect(
      """
      flow:
        - text: "a 1️⃣{titel"
        - text: "a 2️⃣[{titel}"
        - text: "a [b3️⃣]"
        - text: "{4️⃣a..b}"
        - text: 5️⃣"{text} efter"
      """,
      [
        .at(1, .wrongTextPattern), .at(2, .wrongTextPattern), .at(3, .wrongTextPattern),
        .at(4, .wrongTextPattern), .at(5, .wrongTextPattern),
      ])
  }

  @Test func `refuses conditions that cannot be read or never hold`() throws {
    try expect(
      """
      flow:
        - when: 1️⃣titel and år or text
          fill:
        - when: titel 2️⃣> 3
          fill:
        - when: 3️⃣not
          fill:
        - each: rader
          where: slag = 4️⃣poster
          flow: []
        - when: 5️⃣tittel = x
          fill:
      """,
      [
        .at(1, .wrongCondition), .at(2, .wrongCondition), .at(3, .wrongCondition),
        .at(4, .wrongCondition), .at(5, .unknownField),
      ])
  }

  @Test func `refuses controls and blocks that do not go together`() throws {
    try expect(
      """
      flow:
        - each: mål
          1️⃣when: titel
          flow: []
        - text: a
          2️⃣heading: {text: b}
        - 3️⃣each: mål
        - text: a
          4️⃣where: titel
        - list:
            items: ord
            flow:
              - 5️⃣page-break
        - table: {rows: rader, columns: [{head: A, cell: B, 6️⃣cells: celler}]}
        - table: {rows: rader, columns: [{head: A, cell: 7️⃣"{namn}", span: true}]}
      """,
      [
        .at(1, .blockOutOfPlace), .at(2, .blockOutOfPlace), .at(3, .missingKeyword),
        .at(4, .blockOutOfPlace), .at(5, .blockOutOfPlace), .at(6, .blockOutOfPlace),
        .at(7, .wrongFieldShape),
      ])
  }

  @Test func `refuses a part that uses itself without going further into the data`() throws {
    try expect(
      """
      flow:
        - use: runt
        - each: mål
          use: ut
        - each: mål
          use: träd
      parts:
        runt:
          - use: 1️⃣runt
        ut:
          - text: "{titel}"
          - each: rader
            use: 2️⃣ut
        träd:
          - text: "{namn}"
          - each: mål
            use: träd
          - each: uppdrag
            use: träd
      """,
      [.at(1, .endlessPart), .at(2, .endlessPart)])
  }

  @Test func `refuses a text that uses itself, straight or by way of another`() throws {
    try expect(
      """
      flow:
        - text: "{titel|a}"
        - list: {items: mål, text: "{namn|runt}"}
      texts:
        a: "x{titel|1️⃣a}"
        runt: "{namn|tillbaka}"
        tillbaka: "{titel|kort} {namn|2️⃣runt}"
        kort: "{titel}"
      """,
      [.at(1, .endlessText), .at(2, .endlessText)])
  }
}
