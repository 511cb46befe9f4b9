import Diagnostics
import Manuscript
import Templates
import TestSupport
import Testing

@Suite struct HeadingTests {
  private let tree = """
    flow:
      - heading: {text: "{titel}", level: 1}
      - use: grenar
    parts:
      grenar:
        - each: mål
          flow:
            - heading: {text: "Mål: {namn}", level: +1}
            - text: "{text}"
            - use: grenar
        - each: uppdrag
          flow:
            - heading: {text: "Uppdrag: {namn}", level: +1}
            - text: "{text}"
            - use: grenar
    """

  @Test func `a plan without a level skips no heading level`() throws {
    let plan = """
      titel: Plan
      mål:
        - namn: A
          uppdrag: [{namn: a}]
      uppdrag:
        - namn: b
          mål: [{namn: B, mål: [{namn: C}]}]
        - namn: d
      """
    #expect(
      try blocks(plan, tree) == [
        #"heading 1 "Plan" #plan"#, #"heading 2 "Mål: A" #mål-a"#,
        #"heading 3 "Uppdrag: a" #uppdrag-a"#, #"heading 2 "Uppdrag: b" #uppdrag-b"#,
        #"heading 3 "Mål: B" #mål-b"#, #"heading 4 "Mål: C" #mål-c"#,
        #"heading 2 "Uppdrag: d" #uppdrag-d"#,
      ])
  }

  @Test func `a heading without words is left out, and what follows stands a level higher`() throws
  {
    let plan = "mål: [{namn: A, mål: [{slag: x, mål: [{namn: C}]}]}]"
    let template = """
      flow:
        - use: gren
      parts:
        gren:
          - each: mål
            flow:
              - heading: {text: "{namn}", level: +1}
              - use: gren
      """
    #expect(try blocks(plan, template) == [#"heading 1 "A" #a"#, #"heading 2 "C" #c"#])
  }

  @Test func `a number sign in prose is one level below the last heading`() throws {
    let plan = """
      titel: Plan
      mål:
        - namn: A
          text: |
            # Bakgrund

            ord

            ## Djupare
          uppdrag: [{namn: a}]
      """
    #expect(
      try blocks(plan, tree) == [
        #"heading 1 "Plan" #plan"#, #"heading 2 "Mål: A" #mål-a"#,
        #"heading 3 "Bakgrund" #bakgrund"#, #"body "ord""#, #"heading 4 "Djupare" #djupare"#,
        #"heading 3 "Uppdrag: a" #uppdrag-a"#,
      ])
  }

  @Test func `an absolute heading is what the next relative one counts from`() throws {
    let template = """
      flow:
        - heading: {text: Ett, level: 1}
        - heading: {text: Två, level: +1}
        - heading: {text: Syskon, level: +1}
        - each: mål
          heading: {text: "{namn}"}
      """
    #expect(
      try blocks("mål: [{namn: A}, {namn: B}]", template) == [
        #"heading 1 "Ett" #ett"#, #"heading 2 "Två" #två"#, #"heading 2 "Syskon" #syskon"#,
        #"heading 3 "A" #a"#, #"heading 3 "B" #b"#,
      ])
  }

  @Test func `a level that data skip is mended and told once`() throws {
    let plan = MarkedText(
      """
      mål:
        - {namn: 1️⃣A, nivå: 2}
        - {namn: B, nivå: 1}
        - {namn: 2️⃣C, nivå: 3}
        - {namn: D, nivå: 3}
      """)
    let (document, found) = try composed(
      plan, "flow:\n  - each: mål\n    heading: {text: \"{namn}\", level: \"{nivå}\"}\n")
    plan.expect(found, [.at(1, .headingLevelSkipped), .at(2, .headingLevelSkipped)])
    #expect(
      document.lines == [
        #"heading 1 "A" #a"#, #"heading 1 "B" #b"#, #"heading 2 "C" #c"#, #"heading 2 "D" #d"#,
      ])
  }

  @Test func `ids are the plan's own, or made of the words, and never the same twice`() throws {
    let plan = MarkedText(
      """
      mål:
        - {namn: Mål & medel, slag: x}
        - {namn: x}
        - {namn: Mål och medel}
        - {namn: mål medel}
        - {namn: "§ 1", slag: 1️⃣x}
      """)
    let (document, found) = try composed(
      plan, "flow:\n  - each: mål\n    heading: {text: \"{namn}\", level: 1, id: \"{slag}\"}\n")
    plan.expect(found, [.at(1, .duplicateLabel)])
    let ids = document.blocks.compactMap { block in
      if case .heading(let heading) = block { heading.id } else { nil }
    }
    #expect(ids == ["x", "x-2", "mål-och-medel", "mål-medel", "1"])
  }
}
