import Testing

/// Every named format of numbers, dates and cases, and the order of words, through a template.
@Suite struct NumberFormatTests {
  private func printed(_ value: String, _ format: String) throws -> String {
    let found = try blocks(
      "mål:\n  - namn: \(value)", "flow: [{each: mål, flow: [{text: \"{namn|\(format)}\"}]}]")
    // The dump has signs for the spaces that cannot be seen.
    return found.joined().replacing("\\,", with: "^")
  }

  @Test(arguments: [
    ("1234567,891", "mnkr", "1^234^567,891"), ("147,04", "mnkr 1 enhet", "147,0~mnkr"),
    ("-147,05", "mnkr 1 enhet", "−147,1~mnkr"), ("1234,5", "tkr 0 enhet", "1^235~tkr"),
    ("1234", "tkr", "1^234"), ("1234,5", "belopp 2 enhet", "1^234,50~kr"),
    ("12,5", "procent", "12,5~%"), ("12,5 %", "procent 0", "13~%"),
    ("-0,04", "procent 1", "0,0~%"), ("1234567,5", "heltal", "1^234^568"), ("-0,4", "heltal", "0"),
    ("25", "heltal +", "+25"), ("0", "tal 1 +", "0,0"), ("-2,35", "tal 1 +", "−2,4"),
    ("–", "mnkr 1", "–"), ("..", "procent", ".."),
    ("2023-11-29", "datum", "29~november~2023"), ("13:00", "tid", "13.00"),
    ("33", "paragraf", "§~33"), ("3–5", "paragraf", "§§~3–5"),
    ("RJL 2023/18", "diarienummer", "RJL 2023/18"), ("2023", "år", "2023"),
  ])
  func `a value is printed as its format asks`(value: String, format: String, text: String) throws {
    #expect(try printed("\"\(value)\"", format) == "body \"\(text)\"")
  }

  @Test func `words are sorted as in a Swedish dictionary`() throws {
    let names = [
      "Öst", "Ö", "Älmhult", "Åmål", "Åberg", "Zorn", "Yng", "Wäng", "Wall", "Vux", "Vik", "Linder",
      "Lindén", "Ekdahl", "Ek",
    ]
    let plan = "mål:\n" + names.map { "  - namn: \($0)\n" }.joined()
    let flow = "flow: [{each: mål, sort: namn, flow: [{text: \"{namn}\"}]}]"
    #expect(try blocks(plan, flow) == names.reversed().map { "body \"\($0)\"" })
  }
}
