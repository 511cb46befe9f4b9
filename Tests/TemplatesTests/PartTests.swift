import Diagnostics
import Input
import Kinds
import TestSupport
import Testing

@testable import Templates

@Suite struct PartTests {
  @Test func `a part is read once for all scopes in which its names mean the same`() throws {
    let tree = try template(
      """
      flow:
        - each: mål
          use: träd
        - each: uppdrag
          use: träd
      parts:
        träd:
          - text: "{titel}: {namn}"
          - each: mål
            use: träd
          - each: uppdrag
            use: träd
      """)
    #expect(tree.parts.count == 1)
  }

  @Test func `a part that names the list it stands in is read for each such list`() throws {
    let tree = try template(
      """
      flow:
        - each: mål
          flow:
            - each: uppdrag
              use: rad
            - each: mätetal
              use: rad
        - each: uppdrag
          flow:
            - each: mål
              use: rad
      parts:
        rad:
          - text: "{mål.namn}"
      """)
    #expect(tree.parts.count == 3)
  }

  @Test func `names in a part lead outwards as they do in the flow`() throws {
    let plan = """
      titel: T
      två ord: två
      mål:
        - namn: A
          nivå: 1
          mål:
            - namn: B
              uppdrag:
                - namn: C
                  mätetal: [{namn: D}]
        - namn: E
          uppdrag:
            - {namn: F, mätetal: [{namn: G}]}
      """
    let line = "{titel} {två ord} {mål.namn} {uppdrag.namn|text} {nivå} {namn} {#}"
    let texts = "texts:\n  text: \"({.} i {mål.namn}, {titel})\"\n"
    let inFlow = """
      flow:
        - each: mål
          flow:
            - each: uppdrag
              flow: [{each: mätetal, text: "\(line)"}]
            - each: mål
              flow:
                - each: uppdrag
                  flow: [{each: mätetal, text: "\(line)"}]
      """
    let inParts = """
      flow:
        - each: mål
          use: mål
      parts:
        mål:
          - each: uppdrag
            use: uppdrag
          - each: mål
            use: mål
        uppdrag:
          - each: mätetal
            use: rad
        rad:
          - text: "\(line)"
      """
    let expected = try blocks(plan, inFlow + "\n" + texts)
    #expect(expected.count == 2 && expected.allSatisfy { $0.contains("två") })
    #expect(try blocks(plan, inParts + "\n" + texts) == expected)
  }

  @Test func `an unknown name in a part is told with all names that could stand there`() throws {
    let marked = """
      metadata: {title: "{titel}"}
      flow:
        - each: mål
          use: rad
      parts:
        rad:
          - text: "{1️⃣tittel}"
      """
    let text = MarkedText(marked, path: "template.yaml")
    let value = try #require(readYAML(text.text, file: text.file).0)
    let (_, found) = Template.read(value, schema: try goals())
    text.expect(found, [.at(1, .unknownField)])
    #expect(found.first?.message.en.contains("namn, nivå, slag") == true)
    #expect(found.first?.message.en.contains("uppdrag, titel, år") == true)
    #expect(found.first?.fixes.first?.replacement == "titel")
  }
}
