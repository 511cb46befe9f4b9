import Diagnostics
import Input
import Manuscript
import Templates
import TestSupport
import Testing

@Suite struct TextTests {
  @Test func `fields that are not there take their brackets, or the whole text, with them`() throws
  {
    let template = """
      flow:
        - text: "Dnr {titel}"
        - text: "Målvärde[ {år}]"
        - text: "{kontakt.namn}[, {kontakt.telefon}]"
        - text: '\\[{år}\\] är {titel} \\{'
      """
    #expect(
      try blocks("kontakt: {namn: Växeln}", template) == [#"body "Målvärde""#, #"body "Växeln""#])
    #expect(
      try blocks("titel: T\når: 2024\nkontakt: {namn: Växeln, telefon: 010-1}", template) == [
        #"body "Dnr T""#, #"body "Målvärde 2024""#, #"body "Växeln, 010-1""#,
        #"body "[2024] är T {""#,
      ])
  }

  @Test func `a mail address in a pattern is a link, without the point that ends its sentence`()
    throws
  {
    let template = """
      flow:
        - text: "Skriv till {titel}, inte till @titel, a@b eller {kontakt.namn}."
      """
    let found = try blocks("titel: anna@example.org\nkontakt: {namn: x.y@a-b.se}", template)
    #expect(found.count == 1)
    #expect(found.first?.contains("[mailto:anna@example.org]") == true)
    #expect(found.first?.contains("[mailto:x.y@a-b.se]") == true)
    #expect(found.first?.ranges(of: "mailto:").count == 2)
  }

  @Test func `a finding on paper points into the plan`() throws {
    let plan = MarkedText(
      """
      titel: 1️⃣Åtta ord
      text: |
        En 2️⃣rad
        3️⃣och *en* 4️⃣till
      """)
    let (document, found) = try composed(
      plan, "flow:\n  - heading: {text: \"Om {titel} alls\", level: 1}\n  - text: \"{text}\"\n")
    plan.expect(found, [])
    let texts = document.blocks.flatMap(\.texts)
    try #require(texts.map(\.text) == ["Om Åtta ord alls", "En rad och en till"])
    func place(_ text: RichText, of words: String) throws -> Place {
      let range = try #require(text.text.firstRange(of: words))
      let offset = text.text.utf8.distance(from: text.text.startIndex, to: range.lowerBound)
      return text.places.place(at: offset, in: text.text)
    }
    #expect(try place(texts[0], of: "Åtta") == plan.place(of: 1))
    #expect(try place(texts[1], of: "rad") == plan.place(of: 2))
    #expect(try place(texts[1], of: "och") == plan.place(of: 3))
    #expect(try place(texts[1], of: "till") == plan.place(of: 4))
  }

  @Test func `prose becomes paragraphs, lists, tables, links and end notes`() throws {
    let plan = MarkedText(
      """
      mål:
        - namn: Ett mål
      text: |
        *Först*, se [](#ett-mål) på sidan [sida](#ett-mål).1️⃣[^a]

        1. ett
           - inre

        | A | B |
        |---|--:|
        | x | 1 |

        > sagt

        [^a]: En **not**.
      """)
    let (document, found) = try composed(
      plan,
      "flow:\n  - text: \"{text}\"\n  - each: mål\n    heading: {text: \"{namn}\"}\n")
    plan.expect(found, [])
    #expect(
      document.lines == [
        #"body "_Först_, se Ett mål[#ett-mål] på sidan sida[page #ett-mål].^1^[note 0]""#,
        "list numbers from 1 style list", "  item", #"    list "ett""#,
        "    list bullets style list", "      item", #"        list "inre""#,
        "table style table", "  columns left auto, right auto", #"  head | "A" | "B""#,
        #"  item | "x" | "1""#, "quotation", #"  quote "sagt""#, #"heading 1 "Ett mål" #ett-mål"#,
        #"note 0 mark "1" "En **not**.""#,
      ])
  }

  @Test func `a cell too many and a note's second text are faults in the plan`() throws {
    let plan = MarkedText(
      """
      text: |
        | a | b |
        |---|---|
        | 1 | 2 | 1️⃣3 |

        A[^1]

        [^1]: a
        2️⃣[^1]: b
      """)
    let (_, found) = try composed(plan, "flow:\n  - text: \"{text}\"\n")
    plan.expect(
      found, [.at(1, .surplusCell), .at(2, .repeatedNote)])
  }

  @Test func `links by name that would fill the memory are a fault in the plan`() throws {
    let links = String(repeating: "[a] ", count: 20_000)
    let plan = MarkedText(
      "text: 1️⃣\"[a]: \(String(repeating: "x", count: 50_000))\\n\\n\(links)\"")
    let (_, found) = try composed(plan, "flow:\n  - text: \"{text}\"\n")
    #expect(found.map(\.code) == [.overgrownProse])
  }

  @Test(.timeLimit(.minutes(1)))
  func `a paragraph of forty thousand marks on one line takes no longer than its length`() throws {
    let marks = String(repeating: "å **cd** ", count: 40_000)
    let (document, found) = try composed(
      MarkedText("text: \"\(marks)*sist*\""), "flow:\n  - text: \"{text}\"\n")
    #expect(found.isEmpty)
    let text = try #require(document.blocks.first?.texts.first)
    #expect(text.spans.count == 40_001)
    let last = try #require(text.spans.last)
    #expect(text.places.place(at: last.start, in: text.text).column == 360_009)
  }

  @Test func `marks follow their words when the normaliser changes what is before them`() throws {
    let template = "flow:\n  - text: \"{text}\"\n"
    #expect(
      try blocks("text: Det är 12 000 kr, *varav hälften* `12 000 kr` och **5 %**.", template) == [
        #"body "Det är 12\,000~kr, _varav hälften_ `12 000 kr` och **5~%**.""#
      ])
  }

  @Test func `a column decides for all its cells how numbers are written`() throws {
    let template = """
      flow:
        - table: {rows: mål, columns: [{cell: "{namn}"}, {cell: "{slag}"}]}
      """
    let plan = "mål: [{namn: \"2023\", slag: \"2023\"}, {namn: \"2024\", slag: \"12000\"}]"
    #expect(
      try blocks(plan, template) == [
        "table style table", "  columns left auto, left auto", #"  item | "2023" | "2\,023""#,
        #"  item | "2024" | "12\,000""#,
      ])
  }

  @Test func `a file that prose names is read where it is named`() throws {
    let plan = MarkedText("text: {fil: 1️⃣a.md}")
    let (document, _) = try composed(plan, "flow:\n  - text: \"{text}\"\n") { name, place in
      #expect(name == "a.md")
      #expect(place == plan.place(of: 1))
      return (Scalar("# Rubrik\n\nText", style: .file, places: .none), [])
    }
    #expect(document.lines == [#"heading 1 "Rubrik" #rubrik"#, #"body "Text""#])
  }

  @Test func `a tab in prose is a space`() throws {
    let plan = MarkedText(
      #"text: "a\tb\n\n*c\td* `e\tf` <b\t>\n\n    g\th\n\n- i\tj""#)
    let (document, found) = try composed(plan, "flow:\n  - text: \"{text}\"\n")
    #expect(found.map(\.code) == [.markupInProse])
    #expect(
      document.blocks.flatMap(\.texts).map(\.text) == ["a b", "c d e f <b >", "g h", "i j"])
  }

  @Test func `a control character in a file of prose is a fault of the file`() throws {
    let plan = MarkedText("text: {fil: a.md}")
    let file = FileID(index: 7)
    let (document, found) = try composed(plan, "flow:\n  - text: \"{text}\"\n") { _, _ in
      let start = Place(file: file, line: 1, column: 1)
      return (Scalar("å\u{7}b *c\u{85}d*", style: .file, places: PlaceMap(start: start)), [])
    }
    #expect(found.map(\.code) == [.controlCharacter, .controlCharacter])
    #expect(found.map(\.place?.column) == [2, 7])
    #expect(document.blocks.flatMap(\.texts).map(\.text) == ["å b c d"])
  }

  @Test func `names resolve in the innermost item, then outwards, and by the list's name`() throws {
    let plan = """
      titel: Ytterst
      mål:
        - namn: M
          uppdrag: [{namn: U}, {slag: s}]
      """
    let template = """
      flow:
        - each: mål
          flow:
            - each: uppdrag
              text: "{#} {titel} {mål.namn} {namn}"
      """
    #expect(
      try blocks(plan, template) == [#"body "1 Ytterst M U""#, #"body "2 Ytterst M""#])
  }

  @Test func `conditions look at values, and no is not a value`() throws {
    let template = """
      flow:
        - {when: klart, text: klart}
        - {when: not klart, text: inte klart}
        - {when: titel = Min plan and år, text: just den}
        - when: [titel != Min plan, not år]
          text: en annan
          else: [{text: annars}]
        - {when: mål or uppdrag, text: något}
      """
    #expect(
      try blocks("titel: Min plan\når: 2024\nklart: ja\nuppdrag: [{namn: u}]", template) == [
        #"body "klart""#, #"body "just den""#, #"body "annars""#, #"body "något""#,
      ])
    #expect(
      try blocks("titel: Din\nmål: []", template) == [#"body "inte klart""#, #"body "en annan""#])
  }

  @Test func `lists, pairs and groups are made of items`() throws {
    let plan = """
      ord: [ett, två]
      mål: [{namn: A, slag: x}, {namn: B, slag: y}, {namn: C, slag: x}]
      """
    let template = """
      flow:
        - list: {items: ord, numbered: true}
        - list: {items: mål, where: slag = x, text: "{namn}!"}
        - key-values: [{key: Titel, value: "{titel}"}, {each: mål, key: "{slag}", value: "{namn}"}]
        - each: mål
          group: slag
          flow:
            - heading: {text: "{slag}"}
            - each: items
              text: "{namn}"
      """
    #expect(
      try blocks(plan, template) == [
        "list numbers from 1 style list", "  item", #"    list "ett""#, "  item",
        #"    list "två""#, "list bullets style list", "  item", #"    list "A!""#, "  item",
        #"    list "C!""#, "key-values style key-value", #"  "x": "A""#, #"  "y": "B""#,
        #"  "x": "C""#, #"heading 1 "x" #x"#, #"body "A""#, #"body "C""#,
        #"heading 1 "y" #y"#, #"body "B""#,
      ])
  }
}
