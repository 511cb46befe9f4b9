import Diagnostics
import Input
import TestSupport
import Testing

/// What YAML would swallow or choke on: each with the quotes to add.
struct SwallowedTextTests {
  /// A text with marks, what is found in it, and the line as the first fix leaves it.
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var code: Code
    var mended: String
    var testDescription: String { text }

    init(_ text: String, _ code: Code = .needsQuotes, mended: String) {
      self.text = text
      self.code = code
      self.mended = mended
    }
  }

  @Test(arguments: [
    Case("målvärde: 1️⃣>6", mended: "målvärde: \">6\""),
    Case("målvärde: 1️⃣>6 månader # not", mended: "målvärde: \">6 månader\" # not"),
    Case("målvärde: 1️⃣>15 st.", mended: "målvärde: \">15 st.\""),
    Case("riktning: 1️⃣>", mended: "riktning: \">\""),
    Case("rad: 1️⃣| 5 | 6 |", mended: "rad: \"| 5 | 6 |\""),
    Case("text: 1️⃣*viktigt*", mended: "text: \"*viktigt*\""),
    Case("text: 1️⃣*viktigt att veta", mended: "text: \"*viktigt att veta\""),
    Case("firma: 1️⃣&Co AB", mended: "firma: \"&Co AB\""),
    Case("firma: 1️⃣& Son", mended: "firma: \"& Son\""),
    Case("text: 1️⃣!viktigt läs", mended: "text: \"!viktigt läs\""),
    Case("text: 1️⃣! läs", mended: "text: \"! läs\""),
    Case("målvärde: 1️⃣!80", mended: "målvärde: \"!80\""),
    Case("målvärde: 1️⃣!80 # not", mended: "målvärde: \"!80\" # not"),
    Case("- text: 1️⃣!viktigt", mended: "- text: \"!viktigt\""),
    Case("- text: 1️⃣&viktigt", mended: "- text: \"&viktigt\""),
    Case("- 1️⃣&viktigt", mended: "- \"&viktigt\""),
    Case("{målvärde: 1️⃣!80}", mended: "{målvärde: \"!80\"}"),
    Case("{namn: 1️⃣&viktigt , år: 2024}", mended: "{namn: \"&viktigt\" , år: 2024}"),
    Case("firma: 1️⃣&Co \"AB\"", mended: "firma: '&Co \"AB\"'"),
    Case("namn: 1️⃣Uppdrag: Fler disputerade", mended: "namn: \"Uppdrag: Fler disputerade\""),
    Case("namn: 1️⃣”A: b”", mended: "namn: \"A: b\""),
    Case("namn: 1️⃣“A: b”", mended: "namn: \"A: b\""),
    Case("namn: 1️⃣”A”: ”b”", mended: "namn: \"”A”: ”b”\""),
    Case("namn: 1️⃣Mål \"A\": B", mended: "namn: 'Mål \"A\": B'"),
    Case("andel: 1️⃣% av alla", mended: "andel: \"% av alla\""),
    Case("konto: 1️⃣@regionen", mended: "konto: \"@regionen\""),
    Case("kod: 1️⃣`x`", mended: "kod: \"`x`\""),
    Case("målvärde: 1️⃣- 10 %", mended: "målvärde: \"- 10 %\""),
    Case("{målvärde: 1️⃣- 10 %, namn: x}", mended: "{målvärde: \"- 10 %\", namn: x}"),
    Case("text: 1️⃣? oklart", mended: "text: \"? oklart\""),
    Case("- 1️⃣? oklart", mended: "- \"? oklart\""),
    Case("namn: 1️⃣Mål #1 i planen", .textCutOff, mended: "namn: \"Mål #1 i planen\""),
    Case("färg: 1️⃣#004080", .textCutOff, mended: "färg: \"#004080\""),
    Case(
      "- {namn: 1️⃣Barn, unga och äldre, år: 2024}",
      mended: "- {namn: \"Barn, unga och äldre\", år: 2024}"),
    Case("{målvärde: 1️⃣0,094 ton}", .ambiguousComma, mended: "{målvärde: \"0,094 ton\"}"),
    Case("{belopp: 1️⃣1,000,000}", .ambiguousComma, mended: "{belopp: \"1,000,000\"}"),
    Case(
      "[{namn: A, belopp: 1️⃣1,000,000 , år: 2024}]", .ambiguousComma,
      mended: "[{namn: A, belopp: \"1,000,000\" , år: 2024}]"),
    Case("{namn: 1️⃣Barn, unga, unga, år: 5}", mended: "{namn: \"Barn, unga, unga\", år: 5}"),
    Case("värden: [1️⃣77,5, 78]", .ambiguousComma, mended: "värden: [\"77,5\", 78]"),
    Case("cell: 1️⃣{namn}", mended: "cell: \"{namn}\""),
    Case("{namn: 1️⃣Uppdrag: Fler}", mended: "{namn: \"Uppdrag: Fler\"}"),
    Case(
      "namn: 1️⃣\"Kvalitet\" som strategi", .textAfterQuote,
      mended: "namn: '\"Kvalitet\" som strategi'"),
    Case("namn: 1️⃣'It's fel'", .textAfterQuote, mended: "namn: \"'It's fel'\""),
    Case("namn: 1️⃣[Bilaga 1] gäller", .textAfterBracket, mended: "namn: \"[Bilaga 1] gäller\""),
    Case("namn: 1️⃣, och så vidare", mended: "namn: \", och så vidare\""),
    Case("a1️⃣:1", .missingColon, mended: "a: 1"),
  ])
  func `text that YAML does not read as text is shown with what mends it`(_ example: Case) throws {
    // A line after it, since some faults show only there.
    let plan = MarkedText(example.text + "\n" + (example.code == .missingColon ? "b: 2\n" : ""))
    let found = readYAML(plan.text, file: plan.file).1
    plan.expect(found, [.at(1, example.code)])

    // The first fix, made to the letter, gives a file without a finding.
    let diagnostic = try #require(found.first)
    let replacement = try #require(diagnostic.fixes.first?.replacement)
    let (start, end) = (try #require(diagnostic.place), try #require(diagnostic.endColumn))
    let lines = SourceLines(plan.text)
    let from = lines.offset(line: Int(start.line), column: Int(start.column))
    let to = lines.offset(line: Int(start.line), column: end)
    let mended =
      lines.text(in: 0..<from) + replacement + lines.text(in: to..<lines.bytes.count)
    #expect(mended.hasPrefix(example.mended + "\n"))
    plan.expect(readYAML(mended, file: plan.file).1, [])
  }

  @Test(arguments: [
    "värde: text  # en kommentar\n", "värde: # kommentar\n  - a\n", "a: b ## rubrik\n",
    "a: b #------\n", "a: [1, 2, 3]\n", "a: [mål, år]\n", "a: |\n", "a: |2\n    kod\n  text\n",
    "text: |\n  > citat\n  # rubrik\n  *viktigt* & @\n  mål #1: ja\n", "a: \"mål #1\"\n",
    "a: &x 5\nb: *x\n", "---\na: 1\n", "a: 1\n...\n", "a: !!str 5\n", "a: !!str\n",
    "a: &x\nb: *x\n", "a: {b: , c: d}\n",
    "a: x#y\n", "- - a\n  - b\n", "a: [77, 5]\n", "'#': b\n",
  ])
  func `what people mean as YAML is left alone`(text: String) {
    let plan = MarkedText(text)
    plan.expect(readYAML(plan.text, file: plan.file).1, [])
  }

  @Test func `all of them are told at once, and the rest is read`() throws {
    let plan = MarkedText(
      """
      mätetal:
        - {namn: 1️⃣Barn, unga, målvärde: 2️⃣0,5 %}
        - namn: Publikationer
          målvärde: 3️⃣>6
          färg: 4️⃣#fff
      text: 5️⃣"\\u0007"
      """)
    let (value, found) = readYAML(plan.text, file: plan.file)
    plan.expect(
      found.filter { $0.code != .controlCharacter },
      [.at(1, .needsQuotes), .at(2, .ambiguousComma), .at(3, .needsQuotes), .at(4, .textCutOff)])
    #expect(found.last?.code == .controlCharacter)
    #expect(value?["mätetal"]?.list?[1]["namn"]?.scalar?.text == "Publikationer")
  }

  @Test func `a text that was torn apart is whole again, its pieces no keys`() {
    let text = "{namn: Barn, unga, målvärde: 80,5 %, år: 2024, när: {x, y}}\n"
    let value = readYAML(text, file: FileID(index: 0)).0
    #expect(value?.map?.entries.map(\.key) == ["namn", "målvärde", "år", "när"])
    #expect(value?.scalars.map(\.text) == ["Barn, unga", "80,5 %", "2024", "{x, y}"])
  }

  @Test func `a map is merged in after a text that was torn apart`() {
    let text = "- &x {y: 1}\n- {a: b, c, d, <<: *x}\n"
    let (value, found) = readYAML(text, file: FileID(index: 0))
    #expect(found.map(\.code) == [.needsQuotes])
    #expect(value?.list?[1].map?.entries.map(\.key) == ["a", "y"])
  }

  @Test func `a list that became part of a text is a warning`() {
    let plan = MarkedText(
      """
      namn: Text
        1️⃣- a
      mål:
        -ett
        2️⃣-två
      """)
    let found = readYAML(plan.text, file: plan.file).1
    plan.expect(found, [.at(1, .listInText), .at(2, .listInText)])
    #expect(!found.hasErrors)
  }
}
