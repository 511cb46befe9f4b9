import Diagnostics
import Input
import Manuscript
import Templates
import TestSupport
import Testing

@Suite struct KindTemplateTests {
  private func compose(_ kind: String, _ plan: String) throws -> Document {
    let kind = try KindFixture(kind)
    let (data, planFaults) = readYAML(plan, file: .none)
    #expect(planFaults.isEmpty)
    let (document, composeFound) = Templates.compose(
      try #require(data), template: kind.template
    ) { _, _ in (nil, []) }
    // What the normaliser would have written otherwise is not ours.
    #expect(composeFound.filter { $0.severity > .note }.map(\.message.en) == [])
    return document
  }

  @Test func `a verksamhetsplan of one goal and no perspective stands on whole levels`() throws {
    let plan = """
      mall: verksamhetsplan
      titel: Plan 2025
      enhet: Kulturnämnden
      år: 2025
      mål:
        - namn: Fler läser
          uppdrag:
            - namn: Läsfrämjande
              mätetal:
                - {namn: Lån, märke: [VO], målvärde: [{år: 2025, värde: 10}, {år: 2026, värde: 12}]}
      """
    #expect(
      // Widths are a matter of taste, and change.
      try compose("verksamhetsplan", plan).lines.filter { !$0.hasPrefix("  columns ") } == [
        "cover", #"  title "Plan 2025""#, #"  by "Kulturnämnden""#, "fill",
        #"colophon "Kulturnämnden""#, "page-break", #"contents levels 2 "Innehållsförteckning""#,
        "page-break", #"heading 1 "Strategiska mål: Fler läser" #strategiska-mål-fler-läser"#,
        #"heading 2 "Uppdrag: Läsfrämjande" #uppdrag-läsfrämjande"#, "table style table",
        #"  head | "Mätetal" | "Målvärde 2025""#,
        #"  item | head [VO] "Lån" | "2025: 10\l2026: 12""#,
      ])
  }

  @Test func `a dokument is what its plan lists, in order`() throws {
    let plan = """
      mall: dokument
      titel: Riktlinjer
      innehåll:
        - {rubrik: Syfte, nummer: "1"}
        - text: Ett stycke.
        - {sidbrytning: ja, rubrik: Del, nivå: 2, i_innehåll: nej}
        - {lista: [ett, två], numrerad: ja}
        - tabell:
            rubrik: Kostnader
            kolumner: [{rubrik: Post, bredd: "40 %"}, {rubrik: tkr, ställning: decimal, bredd: innehåll}]
            rader: [{celler: [Mat, "1 200"]}, {slag: summa, celler: [Summa, "1 200"]}]
      """
    let document = try compose("dokument", plan)
    #expect(
      document.lines == [
        "cover", #"  title "Riktlinjer""#, #"heading 1 number "1" "Syfte" #syfte"#,
        #"body "Ett stycke.""#, "page-break", #"heading 2 "Del" #del unlisted"#,
        "list numbers from 1 style list", "  item", #"    list "ett""#, "  item",
        #"    list "två""#, #"table style table caption "Kostnader""#,
        "  columns left 400 ‰, decimal fit", #"  head | "Post" | "tkr""#,
        #"  item | "Mat" | "1\,200""#, #"  total | "Summa" | "1\,200""#,
      ])
    #expect(document.furniture.usual.foot.first?.centre.text == "\u{E000}(\u{E001})")
    #expect(document.metadata.language == "sv-SE")
  }

  @Test func `the sample is composed whole, and each of its texts once`() throws {
    let document = try compose(
      "verksamhetsplan", try projectText("samples/folktandvarden-2024/plan.yaml"))
    let headings = document.blocks.compactMap { block in
      if case .heading(let heading) = block { heading } else { nil }
    }
    #expect(headings.map(\.level).max() == 4)
    #expect(headings.count { $0.level == 1 } == 8)
    #expect(headings.count { $0.text.text.hasPrefix("Uppdrag: ") } == 23)
    let tables = document.blocks.count { if case .table = $0 { true } else { false } }
    #expect(tables == 46)
    #expect(document.metadata.title == "Verksamhetsplan 2024 – Folktandvården")
    #expect(
      document.furniture.usual.foot.first?.right.text
        == "Folktandvården, Verksamhetsplan \u{E000}(\u{E001})")
  }
}
