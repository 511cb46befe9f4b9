import Diagnostics
import Input
import Manuscript
import Templates
import TestSupport
import Testing

@Suite struct TableDataTests {
  @Test
  func `a column's type says how its cells stand and are printed, and its unit is in the head`()
    throws
  {
    let plan = """
      spalter:
        - {rubrik: Utfall, typ: tal, enhet: mnkr, decimaler: lika, minst: 20 mm}
        - {rubrik: Andel, typ: procent, enhet: "%"}
        - {rubrik: Dag, typ: datum}
      rader:
        - {namn: A, ord: ["1234,5", 4 %, 2024-04-15]}
        - {namn: B, ord: ["-5", "0,25 %", våren]}
      """
    let template = """
      flow:
        - table:
            rows: rader
            columns:
              - {cell: "{namn}"}
              - each: spalter
                head: "{rubrik}"
                type: "{typ}"
                unit: "{enhet}"
                decimals: "{decimaler}"
                min-width: "{minst}"
                cells: ord
      """
    #expect(
      try blocks(plan, template) == [
        "table style table",
        "  columns left auto, decimal auto least 56.7 pt, decimal auto, left auto",
        #"  head | "" | "Utfall, mnkr" | "Andel, %" | "Dag""#,
        #"  item | "A" | "1\,234,5" | "4" | "15~april~2024""#,
        #"  item | "B" | "−5,0" | "0,25" | "våren""#,
      ])
  }

  @Test func `a table of one row is of the item itself, its columns printed by a named text`()
    throws
  {
    let plan = """
      mål: [{namn: Hälsa, uppdrag: [{namn: Ett}, {namn: Två}]}]
      """
    let template = """
      flow:
        - each: mål
          table:
            rows: .
            columns:
              - {head: Mål, cell: "{namn}"}
              - {each: uppdrag, head: "{namn}", cells: uppdrag|inom}
      texts:
        inom: "({namn})"
      """
    let lines = try blocks(plan, template)
    #expect(
      lines.suffix(2) == [
        #"  head | "Mål" | "Ett" | "Två""#,
        #"  item | "Hälsa" | "(Ett)" | "(Två)""#,
      ])
  }

  @Test func `a row has a unit and decimals of its own`() throws {
    let plan = """
      kolumner: [Utfall, Plan]
      rader:
        - {namn: Vårddagar, celler: ["41 021", "38 000"]}
        - {namn: Andel, enhet: "%", decimaler: "1", celler: ["0,08", 20 %]}
      """
    let template = """
      flow:
        - table:
            rows: rader
            unit: "{enhet}"
            decimals: "{decimaler}"
            columns: [{cell: "{namn}"}, {each: kolumner, head: "{.}", cells: celler}]
      """
    #expect(
      try blocks(plan, template).dropFirst(3) == [
        #"  item | "Vårddagar" | "41\,021" | "38\,000""#,
        #"  item | "Andel" | "0,1~%" | "20,0~%""#,
      ])
  }

  @Test func `columns stand under heads of two levels, from the template and from data`() throws {
    let plan = """
      spalter: [{rubrik: Utfall, grupp: "2023"}, {rubrik: Plan, grupp: "2023"}, {rubrik: Not}]
      rader: [{namn: A, slag: post, ord: [a, b, c]}]
      """
    let template = """
      flow:
        - table:
            rows: rader
            columns:
              - {head: Namn, cell: "{namn}", continued-head: Namnen}
              - head: Två
                columns: [{head: Slag, cell: "{slag}"}, {head: Mer, cell: "{namn}"}]
              - {each: spalter, head: "{rubrik}", group-head: "{grupp}", cells: ord}
      """
    #expect(
      try blocks(plan, template).dropFirst(2) == [
        #"  head | rows 2 "Namn" | columns 2 centre "Två" | columns 2 centre "2023" | rows 2 "Not""#,
        #"  head | "Slag" | "Mer" | "Utfall" | "Plan""#,
        #"  continued-head | rows 2 "Namnen" | columns 2 centre "Två" | columns 2 centre "2023" | rows 2 "Not""#,
        #"  continued-head | "Slag" | "Mer" | "Utfall" | "Plan""#,
        #"  item | "A" | "post" | "A" | "a" | "b" | "c""#,
      ])
  }

  @Test func `an empty cell is blank, has a sign that is explained, or gives its room away`() throws
  {
    let plan = """
      rader: [{namn: A}, {namn: B, enhet: b, celler: [".."]}, {namn: C, slag: summa}]
      kolumner: [X]
      """
    let template = """
      flow:
        - table:
            rows: rader
            kind: "{slag}"
            columns:
              - {cell: "{namn}"}
              - {cell: "{enhet}", empty: join}
              - {cell: "{enhet}", empty: blank}
              - {each: kolumner, cells: celler, empty: "–"}
      """
    #expect(
      try blocks(plan, template).dropFirst(2) == [
        #"  item | columns 2 "A" | "" | "–""#, #"  item | "B" | "b" | "b" | "..""#,
        #"  total | columns 2 "C" | "" | """#,
        #"  legend "–~= inget att redovisa""#, #"  legend "..~= uppgift saknas""#,
      ])
  }

  @Test func `a heading among the rows heads the columns if it has words in several cells`() throws
  {
    let plan = """
      kolumner: [Utfall, Plan]
      rader:
        - {namn: Besök, slag: rubrik}
        - {namn: Läkare, nivå: "1", ord: ["1", "2"]}
        - {namn: Andel, slag: rubrik, ord: [Utfall 2019, Plan 2024]}
      """
    let template = """
      flow:
        - table:
            rows: rader
            kind: "{slag}"
            depth: "{nivå}"
            columns: [{cell: "{namn}"}, {each: kolumner, cells: ord}]
      """
    #expect(
      try blocks(plan, template).dropFirst(2) == [
        #"  group | columns 3 "Besök""#, #"  item depth 1 | "Läkare" | "1" | "2""#,
        #"  head | "Andel" | "Utfall 2019" | "Plan 2024""#,
      ])
  }

  @Test func `tables are numbered one by one, in the template's words`() throws {
    let plan = "rader: [{namn: A}]"
    let template = """
      words: {table: Tablå}
      flow:
        - table: {rows: rader, numbered: true, caption: Ett, columns: [{cell: "{namn}"}]}
        - table: {rows: rader, columns: [{cell: "{namn}"}]}
        - table: {rows: rader, numbered: true, when-too-wide: split, columns: [{cell: "{namn}"}]}
      """
    #expect(
      try blocks(plan, template).filter { $0.contains("table") || $0.contains("wide") } == [
        #"table style table label "Tablå~1" caption "Ett""#, "table style table",
        #"table style table label "Tablå~2""#, "  when too wide split",
      ])
  }

  @Test func `notes of a table are called by heads, numbers and prose, and stand under it once`()
    throws
  {
    let plan = MarkedText(
      """
      noter: |
        [^1]: Utan *vaccin*.
        [^2]: Preliminärt.

        Källa: SCB.
      kolumner: ["Utfall[^2]"]
      text: |
        I texten.[^x]

        [^x]: Textens not.
      rader:
        - {namn: A, celler: ["706 500[^1]"], text: "Ord[^1] och egen[^e].\\n\\n[^e]: Egen not."}
        - {namn: "B[^1]", celler: ["5[^1][^2]"]}
        - {namn: "C1️⃣[^9]"}
      """)
    let (document, found) = try composed(
      plan,
      """
      flow:
        - table:
            rows: rader
            footnotes: "{noter}"
            columns:
              - {cell: "{namn}"}
              - {each: kolumner, head: "{.}", cells: celler}
              - {cell: "{text}"}
        - text: "{text}"
      """)
    plan.expect(found, [.at(1, .missingNote)])
    #expect(
      document.lines == [
        "table style table", "  columns left auto, decimal auto, left auto",
        #"  head | "" | "Utfall^a^[note 0]" | """#,
        #"  item | "A" | "706\,500^b^[note 1]" | "Ord^b^[note 1] och egen^c^[note 2].""#,
        #"  item | "B^b^[note 1]" | "5^b^[note 1]^a^[note 0]" | """#,
        #"  item | "C[^9]" | "" | """#, "  note 0", "  note 1", "  note 2",
        #"  legend "Källa: SCB.""#, #"body "I texten.^1^[note 3]""#,
        #"note 0 mark "a" "Preliminärt.""#, #"note 1 mark "b" "Utan _vaccin_.""#,
        #"note 2 mark "c" "Egen not.""#, #"note 3 mark "1" "Textens not.""#,
      ])
  }

  @Test func `notes of a table stand at the foot of the page where that is asked`() throws {
    let plan = MarkedText(
      """
      noter: "[^1]: Not."
      rader: [{namn: "A[^1]"}]
      """)
    let (document, _) = try composed(
      plan,
      """
      flow:
        - table: {rows: rader, footnotes: "{noter}", notes: foot, columns: [{cell: "{namn}"}]}
      """)
    #expect(
      document.lines.suffix(2) == [
        #"  item | "A^1^[note 0]""#, #"note 0 mark "1" "Not.""#,
      ])
  }

  @Test func `a note that a table in prose calls alone stands under that table`() throws {
    let plan = MarkedText(
      """
      text: |
        Före.[^b]

        | A | B |
        |---|---|
        | x[^a] | y[^b] |

        [^a]: Tabellens.
        [^b]: Textens.
      """)
    let (document, _) = try composed(plan, #"flow: [{text: "{text}"}]"#)
    #expect(
      document.lines == [
        #"body "Före.^1^[note 0]""#, "table style table", "  columns left auto, left auto",
        #"  head | "A" | "B""#, #"  item | "x^a^[note 1]" | "y^1^[note 0]""#, "  note 1",
        #"note 0 mark "1" "Textens.""#, #"note 1 mark "a" "Tabellens.""#,
      ])
  }

  @Test func `badges have their own words, and are explained at their first table`() throws {
    let plan = """
      märken: [{märke: VO, betyder: verksamhetsområdets}]
      rader: [{namn: A, märke: [VO, grön]}, {namn: B, märke: X}]
      """
    let template = """
      badges:
        - {each: märken, name: "{märke}", spoken: Verksamhetsområdet, legend: "{betyder}"}
        - {name: grön, text: Klart, symbol: "●", style: status-green}
      flow:
        - table: {rows: rader, columns: [{cell: "{namn}", badge: "{märke}"}]}
        - table: {rows: rader, columns: [{badge: "{märke}"}]}
      """
    #expect(
      try blocks(plan, template) == [
        "table style table", "  columns left auto", "  item | [VO] [●\u{A0}Klart] \"A\"",
        #"  item | [X] "B""#, #"  legend "VO~= verksamhetsområdets""#, "table style table",
        "  columns left auto", "  item | [VO] [●\u{A0}Klart] \"\"", #"  item | [X] """#,
      ])
  }

  @Test func `entries of several lines have their fields on one grid, under a head for each`()
    throws
  {
    let plan = """
      rader: [{namn: A, slag: post, enhet: b, celler: ["1"]}]
      """
    let template = """
      flow:
        - records:
            rows: rader
            grid: [24 mm]
            lines:
              - [{head: Namn, cell: "{namn}"}, {head: Slag, cell: "{slag}"}]
              - [{head: Enhet, cell: "{enhet}", span: 2}, {head: Nr, cell: "{#}", align: right}]
      """
    #expect(
      try blocks(plan, template) == [
        "table style table", "  columns left 68.0 pt, left auto, left auto",
        "  record line 1 column 1, line 1 column 2–3, line 2 column 1–2, line 2 column 3",
        #"  head | "Namn" | "Slag" | "Enhet" | "Nr""#,
        #"  item | "A" | "post" | "b" | right "1""#,
      ])
  }

  @Test func `a column of data that nothing is said of stands as its cells do`() throws {
    let plan = """
      kolumner: [Namn, Utfall]
      rader: [{ord: [A, "1,5"]}, {ord: [B, ..]}, {ord: [C, 20 %]}]
      """
    let template = """
      flow:
        - table: {rows: rader, columns: [{each: kolumner, head: "{.}", cells: ord}]}
      """
    #expect(
      try blocks(plan, template).prefix(2) == [
        "table style table", "  columns left auto, decimal auto",
      ])
  }

  @Test func `a column of prose holds paragraphs and lists, but in heads words`() throws {
    let plan = """
      spalter: [{rubrik: A}, {rubrik: B, typ: löptext}]
      rader:
        - {slag: huvud, ord: [Ett, "*Två*"]}
        - ord: [x, "*y*\\n\\n- z"]
      """
    let template = """
      flow:
        - table:
            rows: rader
            kind: "{slag}"
            columns: [{each: spalter, head: "{rubrik}", type: "{typ}", cells: ord}]
      """
    #expect(
      try blocks(plan, template).dropFirst(3) == [
        #"  head | "Ett" | "*Två*""#, #"  item | "x" | blocks 1"#, "    blocks 1",
        #"      cell "_y_""#, "      list bullets style cell", "        item",
        #"          cell "z""#,
      ])
  }

  @Test func `a theme sends the notes of a table style to the foot of the page`() throws {
    let (plan, _) = readYAML("{noter: \"[^1]: Not.\", rader: [{namn: \"A[^1]\"}]}", file: .none)
    let template = try template(
      """
      flow:
        - table: {rows: rader, footnotes: "{noter}", columns: [{cell: "{namn}"}]}
        - table: {rows: rader, footnotes: "{noter}", style: smal, columns: [{cell: "{namn}"}]}
      """)
    let (document, _) = compose(
      try #require(plan), template: template, footNotedTables: ["smal"]
    ) { _, _ in (nil, []) }
    #expect(document.notes.map(\.mark) == ["a", "1"])
    let under = document.blocks.map { block -> [Int] in
      if case .table(let table) = block { table.notes } else { [] }
    }
    #expect(under == [[0], []])
  }
}
