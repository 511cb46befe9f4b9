import Diagnostics
import Input
import TestSupport
import Testing

struct YAMLSyntaxTests {
  /// A broken text with a mark where it is told, and the code.
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var code: Code
    var testDescription: String { text }

    init(_ text: String, _ code: Code) {
      self.text = text
      self.code = code
    }
  }

  @Test(arguments: [
    Case("a:\n1️⃣\tb: 1\n", .tabIndentation),
    Case("a:\n  b: 1\n 1️⃣\tc: 2\n", .tabIndentation),
    Case("a: 1️⃣\"öppen\nb: 2\n", .unclosedQuote),
    Case("a: 1️⃣\"öppen\nb: \"sluten\"\nc: 1\n", .unclosedQuote),
    Case("a: 1️⃣'öppen\n", .unclosedQuote),
    Case("a: 1️⃣[1, 2\nb: 3\n", .unclosedBracket),
    Case("a: 1️⃣{b: 1\n", .unclosedBracket),
    Case("a:\n    b: 1\n  1️⃣c: 2\n", .wrongIndentation),
    Case("mål:\n  - namn: A\n  1️⃣text: b\n", .wrongIndentation),
    Case("mål:\n  - a\n 1️⃣- b\n", .wrongIndentation),
    Case("namn: Text\n  1️⃣Uppdrag: Fler\n", .wrongIndentation),
    Case("text: |\n    Rad ett\n  1️⃣rad två\nb: 2\n", .wrongIndentation),
    Case("text: |\n    – obs: a\n  1️⃣rad två\nb: 2\n", .wrongIndentation),
    Case("a: 1\n1️⃣text utan kolon\nb: 2\n", .missingColon),
    Case("1️⃣Detta är text\nnyckel: värde\n", .missingColon),
    Case("a: 1\nb1️⃣:2\nc: 3\n", .missingColon),
    Case("mål: Mål 1️⃣#1\n  fortsätter\n", .textCutOff),
    Case("a: 1\n1️⃣---\nb: 2\n", .severalDocuments),
    Case("a: 1\n1️⃣...\nb: 2\n", .severalDocuments),
    Case("a: b\n1️⃣- c\n", .wrongIndentation),
    Case("a: b\n  1️⃣- c: d\n", .wrongIndentation),
    Case("- {a: b}1️⃣; c\n", .textAfterBracket),
    Case("a: b1️⃣\u{FEFF}c\n", .controlCharacter),
    Case("a: [1, 2]1️⃣,\nb: 3\n", .yamlSyntax),
    Case("{1️⃣: a}\n", .yamlSyntax),
    Case("a: \"C:1️⃣\\mapp\"\n", .unknownEscape),
    Case("a: [x,1️⃣,y]\n", .missingValue),
    Case("1️⃣: x\n", .yamlSyntax),
    Case("? 1️⃣[a, b]\n: c\n", .compoundKey),
    Case("a: 1\n1️⃣a: 2\n", .duplicateKey),
    Case("x:\n  - namn: A\n    b: 1\n    1️⃣\"namn\": B\n", .duplicateKey),
    Case("x: {a: 1, b: {a: 2}, 1️⃣a: 3}\n", .duplicateKey),
    Case("a: b1️⃣\u{2028}c\n", .controlCharacter),
    Case("a: b1️⃣\u{8}c\n", .controlCharacter),
    Case("<<: 1️⃣5\n", .wrongMerge),
  ])
  func `a broken line is told where it breaks, in our words`(_ example: Case) throws {
    let plan = MarkedText(example.text)
    let (_, found) = readYAML(plan.text, file: plan.file)
    plan.expect(found, [.at(1, example.code)])
    let message = try #require(found.first?.message)
    for parserWord in ["mapping", "scalar", "token", "context", "expected ','", "sequence"] {
      #expect(!message.en.contains(parserWord))
    }
  }

  @Test func `a key that stands twice names both places`() throws {
    let plan = MarkedText("1️⃣titel: A\nmål:\n  titel: B\n2️⃣titel: C\n")
    let found = readYAML(plan.text, file: plan.file).1
    plan.expect(found, [.at(2, .duplicateKey)])
    #expect(found.first?.notes.first?.place == plan.place(of: 1))
    #expect(found.first?.message.sv == "nyckeln 'titel' står två gånger; behåll den ena")
  }

  /// What looks like a list and is none to YAML, with the sign to name and the first line mended.
  @Test(arguments: [
    ("mål:\n  1️⃣– namn: x\n", "'–' (U+2013)"),
    ("mål:\n  1️⃣– namn: x\n    text: y\n", "'–' (U+2013)"),
    ("mål:\n  1️⃣– namn: x\n  – namn: y\n", "'–' (U+2013)"),
    ("mål:\n  1️⃣• namn: x\n", "'•' (U+2022)"),
    ("mål:\n  1️⃣-namn: x\n", "efter '-' saknas ett mellanslag"),
    ("mål:\n  1️⃣-namn: x\n  -namn: y\n", "efter '-' saknas ett mellanslag"),
    ("mål:\n  1️⃣-namn: x\n    text: y\n", "efter '-' saknas ett mellanslag"),
    ("mål:\n1️⃣\u{A0}\u{A0}- namn: x\n", "hårt mellanslag (U+00A0)"),
    ("mål:\n  - namn: x\n1️⃣\u{A0}\u{A0}- namn: y\n", "hårt mellanslag (U+00A0)"),
    ("mål:\n  - namn: x\n  1️⃣\u{A0}\u{A0}text: y\n", "hårt mellanslag (U+00A0)"),
    ("mål:\n  -1️⃣\u{A0}namn: x\n", "hårt mellanslag (U+00A0)"),
    ("mål:\n1️⃣\u{2003}namn: x\n", "osynligt tecken (U+2003)"),
  ])
  func `what stands in place of a list dash or of a space is named`(_ text: String, words: String)
    throws
  {
    let plan = MarkedText(text)
    let found = readYAML(plan.text, file: plan.file).1
    plan.expect(found, [.at(1, .falseDash)])
    #expect(found.first?.message.sv.contains(words) == true)
  }

  @Test func `a list begun with the wrong dashes is read as the list that was meant`() {
    let text = "mål:\n  – namn: A\n  • text: B\nx: –\ny: – nej\n\"– z\": 1\n"
    let (value, found) = readYAML(text, file: FileID(index: 0))
    #expect(found.map(\.code) == [.falseDash])
    let items = value?["mål"]?.list ?? []
    #expect(items.map { $0.map?.entries.map(\.key) } == [["namn"], ["text"]])
    #expect(items.first?.place == Place(file: FileID(index: 0), line: 2, column: 5))
    #expect(value?.map?.entries.map(\.key) == ["mål", "x", "y", "– z"])
  }

  @Test func `a key that is too long is said to be so, and lacks no space`() {
    let key = String(repeating: "a", count: 2_000)
    let plan = MarkedText("x: 1\n1️⃣\(key): b\ny: 2\n")
    let found = readYAML(plan.text, file: plan.file).1
    plan.expect(found, [.at(1, .yamlSyntax)])
    #expect(found.first?.message.sv.hasPrefix("det som står före ': ' har 2000 tecken") == true)
  }

  @Test func `wrong indentation says what would be right`() throws {
    let plan = MarkedText("a:\n    b: 1\n  1️⃣c: 2\n")
    let found = readYAML(plan.text, file: plan.file).1
    #expect(found.first?.message.en.contains("expected 0 or 4") == true)
  }

  @Test(arguments: ["", "\n\n", "# bara en kommentar\n", "---\n", "~\n"])
  func `a file with nothing in it is said to be empty`(text: String) {
    let plan = MarkedText(text)
    plan.expect(readYAML(plan.text, file: plan.file).1, [.ofFile(.fileEmpty)])
  }
}
