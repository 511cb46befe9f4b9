import Diagnostics
import Geometry
import Input
import Manuscript
import Templates
import TestSupport
import Testing

/// Charts as templates ask for them and plans fill them.
@Suite struct ChartTests {
  private func composed(_ plan: MarkedText, _ text: String) throws -> (Document, [Diagnostic]) {
    let (value, faults) = readYAML(plan.text, file: plan.file)
    #expect(faults.isEmpty)
    return compose(
      try #require(value), template: try template(text), loadPicture: { _, _ in (nil, []) },
      loadProse: { _, _ in (nil, []) })
  }

  private static let rows = """
    flow:
      - chart:
          kind: columns
          rows: rader
          category: "{namn}"
          series: [{name: Utfall, value: "{enhet}"}]
          target: "{titel}"
          caption: "Utfall {år}"
          data: below
          height: 40 mm
    """

  @Test func `rows of the plan become categories, and values keep their decimals`() throws {
    let (document, found) = try composed(
      MarkedText(
        """
        titel: ≥85,0 %
        år: "2023"
        rader:
          - {namn: Norr, enhet: 80 %}
          - {namn: Söder, enhet: "91,50"}
          - {namn: Väster, enhet: ..}
        """), Self.rows)
    #expect(found.map(\.message.en) == [])
    #expect(
      document.lines == [
        "chart columns here",
        "  alternate \"Stapeldiagram: Utfall 2023, 3 värden, från 80 till 91,50 procent, "
          + "uppgift saknas för 1, mål 85,0.\"",
        #"  label "Figur~1""#, #"  caption "Utfall 2023""#,
        #"  data below unit "%" height 113.4 pt"#,
        #"  categories "Norr", "Söder", "Väster""#, #"  series "Utfall" 80; 91,50; .."#,
        #"  target "Mål" 85,0"#, "table style chart-data",
        "  columns left auto, decimal fit, decimal fit, decimal fit",
        #"  head | "%" | "Norr" | "Söder" | "Väster""#,
        #"  item | head "Utfall" | "80" | "91,50" | "..""#,
        #"  item | head "Mål" | "85,0" | "85,0" | "85,0""#,
      ])
  }

  private static let lists = """
    flow:
      - chart:
          kind: "{titel}"
          stacking: "{år}"
          categories: ord
          series:
            - {each: rader, name: "{namn}", values: celler}
          limits: [{name: Tak, value: "{summa}"}]
    """

  @Test func `series may each be a list as long as the categories`() throws {
    let (document, found) = try composed(
      MarkedText(
        """
        titel: linje
        summa: "7,5"
        ord: [jan, feb]
        rader:
          - {namn: A, celler: ["1", "2"]}
          - {namn: B, celler: ["3", ".."]}
        """), Self.lists)
    #expect(found.map(\.message.en) == [])
    #expect(
      document.lines.dropFirst(2) == [
        "  data hidden", #"  categories "jan", "feb""#, #"  series "A" 1; 2"#,
        #"  series "B" 3; .."#, #"  limit "Tak" 7,5"#,
      ])
  }

  @Test func `a value that is no number, and a series of another length, are told at their place`()
    throws
  {
    let plan = MarkedText(
      """
      titel: linje
      ord: [jan, feb]
      rader:
        - {namn: A, celler: [1️⃣ca 5, "2"]}
        - {namn: B, celler: 2️⃣["3"]}
        - {namn: C, celler: ["3", "4"]}
      """)
    let (document, found) = try composed(plan, Self.lists)
    plan.expect(found, [.at(1, .chartValue), .at(2, .chartSeriesLength)])
    #expect(document.lines.contains(#"  series "C" 3; 4"#))
  }

  @Test func `a part of a whole is not under nothing, and an unknown kind is told`() throws {
    let plan = MarkedText(
      """
      titel: staplar
      år: 100 %
      ord: [jan, feb]
      rader:
        - {namn: A, celler: ["1", 1️⃣"-2"]}
      """)
    plan.expect(try composed(plan, Self.lists).1, [.at(1, .chartNegativeShare)])
    let other = MarkedText(
      """
      titel: 1️⃣tårta
      ord: [jan]
      rader:
        - {namn: A, celler: ["1"]}
      """)
    other.expect(try composed(other, Self.lists).1, [.at(1, .wrongChartValue)])
  }

  @Test func `a chart whose values are all missing is told of, and one without rows left out`()
    throws
  {
    let plan = MarkedText(
      """
      titel: linje
      ord: [jan]
      rader:
        - {namn: A, celler: [1️⃣..]}
      """)
    plan.expect(try composed(plan, Self.lists).1, [.at(1, .chartWithoutValues)])
    let (document, found) = try composed(MarkedText("titel: linje"), Self.lists)
    #expect(document.lines.isEmpty)
    #expect(found.isEmpty)
  }

  @Test func `a column of a table may be a sparkline`() throws {
    let (document, found) = try composed(
      MarkedText(
        """
        rader:
          - {namn: A, celler: ["1", "3", "2"]}
          - {namn: B}
        """),
      """
      flow:
        - table:
            rows: rader
            columns:
              - {head: Namn, cell: "{namn}"}
              - {head: Kurva, width: 24 mm, chart: {values: celler}}
      """)
    #expect(found.map(\.message.en) == [])
    #expect(document.lines.contains("  item | \"A\" | blocks 1"))
    #expect(document.lines.contains("      chart sparkline"))
    #expect(document.lines.contains("        series \"\" 1; 3; 2"))
    #expect(document.lines.contains("  item | \"B\" | \"\""))
  }

  @Test func `keywords that do not belong together are told in the template`() throws {
    let fault = """
      flow:
        - chart: {categories: ord, category: "{titel}", series: [{values: ord}]}
      """
    let (value, _) = readYAML(fault, file: .none)
    let (_, found) = Template.read(try #require(value), schema: try goals())
    #expect(found.contains { $0.code == .blockOutOfPlace })
  }
}
