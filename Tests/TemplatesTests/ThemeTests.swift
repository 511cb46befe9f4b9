import Diagnostics
import Geometry
import Input
import Templates
import TestSupport
import Testing
import Typography

@Suite struct ThemeTests {
  private let small = """
    colours: {ink: "#111111", accent: "#0b4a63"}
    page: {margins: 20 mm, head-baseline: 10 mm, foot-baseline: 10 mm, column: 100 mm}
    styles:
      heading-1: {like: body, size: 20pt, colour: accent, rule-below: {thickness: 1pt, colour: ink}}
      body: {family: Serif, size: 11.5pt, leading: 15.5pt, colour: ink, features: [liga=0]}
    tables:
      table: {padding: {top: 2pt}}

    """

  private func read(_ text: String, over bases: [String: String] = [:]) throws -> (
    Theme?, [Diagnostic]
  ) {
    let (value, faults) = readYAML(text, file: .none)
    #expect(faults.isEmpty)
    return Theme.read(try #require(value)) { name, _ in
      bases[name].map { readYAML($0, file: .none) } ?? (nil, [])
    }
  }

  @Test func `a table style says where its notes stand`() throws {
    let text = small.replacing(
      "table: {padding: {top: 2pt}}",
      with: "table: {notes: foot}\n  smal: {like: table, notes: table}")
    let (theme, found) = try read(text)
    #expect(found.map(\.message.en) == [])
    #expect(theme?.sheet.tables["table"]?.notesAtFoot == true)
    #expect(theme?.sheet.tables["smal"]?.notesAtFoot == false)
    let (_, faults) = try read(text.replacing("notes: foot", with: "notes: botten"))
    #expect(faults.map(\.code) == [.wrongKeywordValue])
  }

  @Test func `styles inherit, and lengths are points and millimetres`() throws {
    let (theme, found) = try read(small)
    #expect(found.isEmpty)
    let sheet = try #require(theme).sheet
    #expect(sheet.page.column == .millimetres(100))
    #expect(sheet.page.margins.left == .millimetres(20))
    let heading = try #require(sheet.styles["heading-1"])
    #expect(heading.text.font.family == "Serif")
    #expect(heading.text.font.size == .points(20))
    #expect(heading.leading == .points(15.5))
    #expect(heading.text.font.features == ["liga=0"])
    #expect(heading.text.colour == Colour(red: 0x0b, green: 0x4a, blue: 0x63))
    #expect(heading.ruleBelow?.thickness == .points(1))
    #expect(sheet.tables["table"]?.padding.top == .points(2))
  }

  @Test func `margins inside and outside change sides, those left and right do not`() throws {
    let plain = try #require(try read(small).0).sheet.page
    #expect(plain.facing(isLeft: true) == plain)
    let (theme, found) = try read(
      """
      extends: liten
      page: {margins: {top: 20 mm, bottom: 20 mm, inside: 30 mm, outside: 18 mm}}
      """, over: ["liten": small.replacing("margins: 20 mm", with: "margins: {left: 9 mm}")])
    #expect(found.isEmpty)
    let page = try #require(theme).sheet.page
    #expect(page.textArea.origin.x == .millimetres(30))
    #expect(page.facing(isLeft: true).textArea.origin.x == .millimetres(18))
    #expect(page.facing(isLeft: true).textArea.size == page.textArea.size)
  }

  @Test func `a page's end closes a table as its own end does, unless the theme says otherwise`()
    throws
  {
    let (theme, found) = try read(
      small.replacing(
        "table: {padding: {top: 2pt}}",
        with: """
          table: {rule-bottom: {thickness: 2pt, colour: ink}}
            open: {like: table, rule-bottom: none}
            carried: {like: table, rule-break: {thickness: 1pt, colour: ink}}
            torn: {like: table, rule-break: none}
          """))
    #expect(found.map(\.message.en) == [])
    let tables = try #require(theme).sheet.tables
    #expect(tables["table"]?.ruleBreak?.thickness == .points(2))
    #expect(tables["open"]?.ruleBreak == nil)
    #expect(tables["carried"]?.ruleBreak?.thickness == .points(1))
    #expect(tables["carried"]?.ruleBottom?.thickness == .points(2))
    #expect(tables["torn"]?.ruleBreak == nil)
  }

  @Test func `figures and initialisms are switches of a style`() throws {
    let (theme, found) = try read(
      """
      extends: liten
      styles:
        body: {figures: proportional, initialisms: small-capitals, tracking: 0.3pt}
        cell: {like: body, figures: tabular, initialisms: capitals, tracking: 0}
      """, over: ["liten": small])
    #expect(found.isEmpty)
    let styles = try #require(theme).sheet.styles
    #expect(styles["body"]?.text.font.features == ["liga=0", "pnum", "lnum"])
    #expect(styles["body"]?.shrinksInitialisms == true)
    #expect(styles["body"]?.text.font.tracking == .points(0.3))
    #expect(styles["cell"]?.text.font.features == ["liga=0", "tnum", "lnum"])
    #expect(styles["cell"]?.shrinksInitialisms == false)
    #expect(styles["cell"]?.text.font.tracking == .zero)
  }

  @Test func `a theme that extends another changes what it says, through to what is like it`()
    throws
  {
    let (theme, found) = try read(
      """
      extends: liten
      colours: {accent: "#5a1020"}
      styles: {body: {size: 12pt}, heading-1: {rule-below: none}}
      """, over: ["liten": small])
    #expect(found.isEmpty)
    let styles = try #require(theme).sheet.styles
    #expect(styles["body"]?.text.font.size == .points(12))
    #expect(styles["body"]?.leading == .points(15.5))
    #expect(styles["heading-1"]?.text.colour == Colour(red: 0x5a, green: 0x10, blue: 0x20))
    #expect(styles["heading-1"]?.ruleBelow == nil)
  }

  @Test func `tells of everything that is wrong at its place`() throws {
    let text = MarkedText(
      """
      page: {margins: 20 mm, head-baseline: 1️⃣10 cm, foot-baseline: 10 mm}
      styles:
        body: {family: Serif, size: 11pt, leading: 15pt, colour: 2️⃣ink, 3️⃣wieght: 700}
        caption: {like: 4️⃣bodi}
        a: {like: b}
        b: {like: 5️⃣a}
        6️⃣c: {family: Serif, leading: 10pt}
      tables:
        table: {span: 7️⃣wide}
      cover: {slots: [8️⃣{part: title, style: body, left: 0, width: 10 mm}]}
      """, path: "theme.yaml")
    let (value, faults) = readYAML(text.text, file: text.file)
    text.expect(faults, [])
    // What depends on a page that cannot be read is not looked at.
    let (_, first) = Theme.read(try #require(value)) { _, _ in (nil, []) }
    text.expect(first, [.at(1, .wrongKeywordValue)])
    let (mended, _) = readYAML(
      text.text.replacing("10 cm", with: "10 mm"), file: text.file)
    let (_, found) = Theme.read(try #require(mended)) { _, _ in (nil, []) }
    text.expect(
      found,
      [
        .at(2, .wrongKeywordValue), .at(3, .unknownKeyword), .at(4, .missingStyle),
        .at(5, .wrongKeywordValue), .at(6, .missingKeyword), .at(7, .wrongKeywordValue),
        .at(8, .missingKeyword),
      ])
  }

  @Test func `warns of ink that is too pale for what it stands on`() throws {
    let (_, pale) = try read(small.replacing("#111111", with: "#9a9a9a"))
    #expect(pale.map(\.code) == [.lowContrast])
    let (theme, dark) = try read(small.replacing("#111111", with: "#767676"))
    #expect(dark.isEmpty)
    #expect(theme != nil)
  }

  @Test(arguments: ["default", "bench"])
  func `the project's themes have every style that layout asks for`(name: String) throws {
    let (value, faults) = readYAML(
      try projectText("templates/themes/\(name)/theme.yaml"), file: .none)
    #expect(faults.isEmpty)
    let (theme, found) = Theme.read(try #require(value)) { _, _ in (nil, []) }
    #expect(found.map(\.message.en) == [])
    let sheet = try #require(theme).sheet
    let asked =
      [
        "body", "ingress", "statement", "quote", "break", "list", "note", "key-value", "cell",
        "cell-head", "cell-group", "cell-sum", "caption", "badge", "toc-title", "toc-1", "toc-2",
        "toc-3", "running-head", "folio", "colophon",
      ] + (1...6).map { "heading-\($0)" }
    #expect(asked.filter { sheet.styles[$0] == nil } == [])
    #expect(sheet.tables["table"] != nil)
    #expect(sheet.page.column <= sheet.page.textArea.size.width)
  }
}
