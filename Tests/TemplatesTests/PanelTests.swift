import Diagnostics
import Geometry
import Input
import Manuscript
import Templates
import TestSupport
import Testing

/// Figures, boxes, quotations, signatures, parts and running heads, as templates and plans give them.
@Suite struct PanelTests {
  /// A picture of any name, but for those that are not there.
  private static func picture(_ name: String, _ place: Place) -> (Picture?, [Diagnostic]) {
    guard !name.hasPrefix("borta") else {
      return (nil, [Diagnostic(.error, .fileMissing, Message(sv: "", en: "missing"), at: place)])
    }
    let picture = Picture(
      id: PictureID(index: 0), path: name, kind: .png, pixels: .init(width: 10, height: 10),
      naturalSize: Size(width: .points(10), height: .points(10)))
    return (picture, [])
  }

  private func composed(
    _ plan: MarkedText, _ text: String
  ) throws -> (Document, [Diagnostic]) {
    let (value, faults) = readYAML(plan.text, file: plan.file)
    #expect(faults.isEmpty)
    return compose(
      try #require(value), template: try template(text), loadPicture: Self.picture,
      loadProse: { _, _ in (nil, []) })
  }

  @Test func `a figure has its file, words, size and number`() throws {
    let (document, found) = try composed(
      MarkedText("titel: hus.png\nord: [50 %, '16:9', 20 % 40 %]"),
      """
      flow:
        - figure: {file: "{titel}", alt: Ett hus, caption: Huset, credit: "Foto: A", id: hus}
        - figure: {file: "{år}", alt: Inget}
        - figure:
            file: fast.svg
            alt: Fast
            width: "60 mm"
            crop: {ratio: "2:1", focus: "25 % 75 %"}
            float: false
            numbered: false
            caption: Utan nummer
      """)
    #expect(found.map(\.message.en) == [])
    #expect(
      document.lines == [
        #"figure "hus.png" #hus"#, #"  alternate "Ett hus""#, #"  label "Figur~1""#,
        #"  caption "Huset""#, #"  credit "Foto: A""#,
        #"figure "fast.svg" 170.1 pt crop height 500 ‰ at 25 75 % here"#,
        #"  alternate "Fast""#, #"  caption "Utan nummer""#,
      ])
  }

  @Test func `a picture alone in a paragraph is a figure, and one inside a text is told of`() throws
  {
    let (document, found) = try composed(
      MarkedText("text: |\n  ![Ett hus](hus.png \"Huset.\")\n\n  Se ![ikon](i.png) här."),
      "flow: [{text: \"{text}\"}]")
    #expect(found.map(\.code) == [.pictureInProse])
    #expect(
      document.lines == [
        #"figure "hus.png""#, #"  alternate "Ett hus""#, #"  label "Figur~1""#,
        #"  caption "Huset.""#, #"body "Se ikon här.""#,
      ])
  }

  @Test func `a picture that is not there, or a size that is none, is told at its place`() throws {
    let plan = MarkedText("titel: borta.png\nord: [1]")
    let (document, found) = try composed(
      plan, "flow: [{figure: {file: \"{titel}\", alt: x}}]")
    #expect(found.map(\.code) == [.fileMissing])
    #expect(found.first?.place?.line == 1)
    #expect(document.lines.isEmpty)
    let (_, other) = try composed(
      MarkedText("titel: bred"),
      "flow: [{figure: {file: a.png, alt: x, width: \"{titel}\", crop: {ratio: \"3\"}}}]")
    #expect(other.map(\.code) == [.wrongFigureValue, .wrongFigureValue])
  }

  @Test func `boxes, quotations and signatures hold what is written in them`() throws {
    let plan = "titel: T\nord: [Ada, Bo]\ntext: |\n  # Rubrik\n\n  Text.\n\n  > Citat."
    #expect(
      try blocks(
        plan,
        """
        flow:
          - box: {title: Fakta, id: f, flow: [{text: "{text}"}, {list: {items: ord, marks: "a)", numbered: true}}]}
          - box: {text: "{år}"}
          - statement: {text: "{titel}", by: Vem}
          - statement: "{år}"
          - signatures: [{each: ord, role: Justerare, name: "{.}"}, {name: "{år}"}]
        """) == [
          #"box style box #f "Fakta""#,
          #"  heading 1 "Rubrik" #rubrik unlisted"#, #"  box-text "Text.""#, "  quotation",
          #"    quote "Citat.""#, #"  list numbers from 1 style box-text form "a)""#,
          "    item", #"      box-text "Ada""#, "    item", #"      box-text "Bo""#,
          "quotation", #"  statement "T""#, #"  source style quote-source "Vem""#,
          "signatures style signature", #"  "Justerare" | "Ada" | """#,
          #"  "Justerare" | "Bo" | """#,
        ])
  }

  @Test func `a part has margins and numbers of its own, and can be counted and referred to`()
    throws
  {
    let (document, found) = try composed(
      MarkedText("titel: T"),
      """
      numbering: {levels: 2}
      watermark: "{titel}"
      running:
        head: {left: "{section}"}
        left: {head: {left: "{part}"}}
        first: none
      flow:
        - heading: {text: Ett, level: 1, id: ett}
        - text: "Se {#ett} på {#del|page}; {#del|pages} sidor."
        - part:
            title: Del
            id: del
            numbering: {figures: roman, start: 1, prefix: X}
            opens: recto
            blank: Blank.
            watermark: "{år}"
            running: {foot: [{left: a, style: s}, {right: "{page}"}]}
            flow: [{heading: {text: Två, level: 1, numbering: appendix}}]
        - part: {flow: [{text: "{år}"}]}
      """)
    #expect(found.map(\.message.en) == [])
    let dump = document.dump().split(separator: "\n").map(String.init)
    #expect(
      dump.dropFirst(2) == [
        #"  head "{section}" | "" | """#, "  first nothing", #"  left head "{part}" | "" | """#,
        #"  watermark "T""#, #"  heading 1 number "1" "Ett" #ett"#,
        #"  body "Se avsnitt~1[#ett] på 000[page #del]; 000[pages #del] sidor.""#,
        #"  part "Del" #del numbers roman from 1 prefix "X" recto blank "Blank." watermark """#,
        #"    foot "a" | "" | "" style s"#, #"    foot "" | "" | "{page}""#,
        #"    heading 1 number "Bilaga~1" "Två" #två numbering appendix"#,
      ])
  }

  @Test func `what has a page of its own cannot stand in a box`() throws {
    let (value, _) = readYAML(
      """
      metadata: {title: x}
      flow: [{box: {flow: [{part: {flow: []}}, {text: x}]}}, {text: "{#x|sidor}"}]
      """, file: .none)
    let (_, found) = Template.read(try #require(value), schema: try goals())
    #expect(found.map(\.code) == [.blockOutOfPlace, .unknownFormat])
  }
}
