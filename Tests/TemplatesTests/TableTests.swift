import Diagnostics
import Manuscript
import Templates
import TestSupport
import Testing

@Suite struct TableTests {
  @Test func `a parent's cell spans its rows, and a parent without children keeps its row`() throws
  {
    let plan = """
      mål:
        - {namn: A, uppdrag: [{namn: a}, {namn: b}]}
        - {namn: B}
        - {namn: C, uppdrag: [{namn: c}]}
      """
    let template = """
      flow:
        - table:
            rows: mål.uppdrag
            columns:
              - {head: Mål, cell: "{mål.namn}", span: true, row-head: true, width: 25 %}
              - {head: Uppdrag, cell: "{namn}"}
      """
    #expect(
      try blocks(plan, template) == [
        "table style table", "  columns left 250 ‰, left auto", #"  head | "Mål" | "Uppdrag""#,
        #"  item | rows 2 head "A" | "a""#, #"  item | "b""#, #"  item | head "B" | """#,
        #"  item | head "C" | "c""#,
      ])
  }

  @Test func `columns that data give take one value each from every row's list`() throws {
    let plan = MarkedText(
      """
      kolumner: [2023, "2024"]
      rader:
        - {namn: Intäkter, slag: grupp}
        - {namn: Bidrag, celler: ["12 345,0", "..", 1️⃣"7"]}
        - {namn: Summa, slag: summa, celler: ["-5"]}
      """)
    let (document, found) = try composed(
      plan,
      """
      flow:
        - table:
            rows: rader
            kind: "{slag}"
            columns:
              - {cell: "{namn}"}
              - {each: kolumner, head: "Utfall {.}", cells: celler, align: decimal, width: 30 mm}
      """)
    plan.expect(found, [.at(1, .surplusValue)])
    #expect(
      document.lines == [
        "table style table", "  columns left auto, decimal 85.0 pt, decimal 85.0 pt",
        #"  head | "" | "Utfall 2023" | "Utfall 2024""#, #"  group | columns 3 "Intäkter""#,
        #"  item | "Bidrag" | "12\,345,0" | "..""#, #"  total | "Summa" | "−5" | """#,
        #"  legend "..~= uppgift saknas""#,
      ])
  }

  @Test func `a column that is left out takes its values with it`() throws {
    let plan = """
      kolumner: [A, B, C]
      rader: [{celler: ["1", "2", "3"]}]
      """
    let template = """
      flow:
        - table:
            rows: rader
            columns: [{each: kolumner, where: . != B, head: "{.}", cells: celler}]
      """
    #expect(
      try blocks(plan, template) == [
        "table style table", "  columns decimal auto, decimal auto", #"  head | "A" | "C""#,
        #"  item | "1" | "3""#,
      ])
  }

  @Test func `a table without rows is left out, shows its head, or says so`() throws {
    let template = """
      flow:
        - table: {rows: rader, columns: [{head: A, cell: "{namn}"}]}
        - table: {rows: rader, when-empty: head, columns: [{head: B, cell: "{namn}"}]}
        - table:
            rows: rader
            when-empty: Inget att redovisa
            columns: [{head: C, cell: "{namn}"}, {head: D, cell: "{slag}"}]
      """
    #expect(
      try blocks("titel: x", template) == [
        "table style table", "  columns left auto", #"  head | "B""#, "table style table",
        "  columns left auto, left auto", #"  head | "C" | "D""#,
        #"  item | columns 2 "Inget att redovisa""#,
      ])
  }

  @Test func `rows are chosen, gathered under heads and sorted in Swedish`() throws {
    let plan = """
      mål:
        - {namn: Ärlighet, slag: b}
        - {namn: Zon, slag: a}
        - {namn: Åsikt, slag: b}
        - {namn: Bort, slag: c}
      """
    let template = """
      flow:
        - table:
            rows: mål
            where: slag != c
            group: slag
            group-head: "Slag {slag}"
            sort: namn
            columns: [{head: Namn, cell: "{namn}"}, {head: Period, cell: "{märke}", when-empty: omit}]
      """
    #expect(
      try blocks(plan, template) == [
        "table style table", "  columns left auto", #"  head | "Namn""#,
        #"  group | "Slag a""#, #"  item | "Zon""#, #"  group | "Slag b""#,
        #"  item | "Åsikt""#, #"  item | "Ärlighet""#,
      ])
  }

  @Test func `cells hold badges, readings line by line, and the blocks of prose`() throws {
    let plan = """
      mål:
        - namn: A
          märke: [VO, Nämnd]
          text: |
            först

            - sedan
          mätetal:
            - {namn: m, värde: ">15 st"}
            - namn: n
              värde: [{år: 2024, värde: 90 %}, {värde: 95 %}]
      """
    let template = """
      flow:
        - table:
            rows: mål
            columns: [{cell: "{namn}", badge: "{märke}"}, {cell: "{text}"}]
        - table: {rows: mål.mätetal, columns: [{cell: "{värde|avläsning}"}]}
      texts:
        avläsning: {text: "[{år}: ]{värde}", between: "\\n"}
      """
    #expect(
      try blocks(plan, template) == [
        "table style table", "  columns left auto, left auto",
        #"  item | [VO] [Nämnd] "A" | blocks 1"#, "    blocks 1", #"      cell "först""#,
        "      list bullets style cell", "        item", #"          cell "sedan""#,
        "table style table", "  columns decimal auto", #"  item | ">15~st""#,
        #"  item | "2024: 90~%\l95~%""#,
      ])
  }
}
