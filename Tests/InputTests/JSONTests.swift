import Diagnostics
import Input
import TestSupport
import Testing

struct JSONTests {
  @Test func `every kind of value is read, numbers with their digits`() throws {
    let source = MarkedText(
      """
      { 1️⃣"tal" : 2️⃣[ -0.50, 1e3, 0, 12345678901234567890.10, 2E-7 ],
        "ord": [true, false, null, "", {}, []],
        3️⃣"text": 4️⃣"å \\u00e5 \\ud83d\\ude42 \\"\\\\\\/\\n\\t" }
      """, path: "plan.json")
    let (value, found) = readJSON(source.text, file: source.file)
    source.expect(found, [])
    let map = try #require(value?.map)
    #expect(map.entries.map(\.key) == ["tal", "ord", "text"])
    #expect(map.entries[0].keyPlace == source.place(of: 1))
    #expect(map.entries[0].value.place == source.place(of: 2))
    #expect(map.entries[2].keyPlace == source.place(of: 3))
    #expect(map.entries[2].value.place == source.place(of: 4))
    let numbers = try #require(map["tal"]?.list).compactMap(\.scalar)
    #expect(numbers.map(\.text) == ["-0.50", "1e3", "0", "12345678901234567890.10", "2E-7"])
    #expect(numbers.allSatisfy { $0.style == .jsonNumber })
    let words = try #require(map["ord"]?.list)
    #expect(words[0].scalar?.style == .jsonBoolean)
    #expect(words[1].scalar?.text == "false")
    #expect(words[2].isNull)
    #expect(words[3].scalar?.text == "")
    #expect(words[4].map?.entries.isEmpty == true)
    #expect(words[5].list?.isEmpty == true)
    #expect(map["text"]?.scalar?.text == "å å 🙂 \"\\/\n\t")
  }

  @Test func `characters after an escape keep their places`() throws {
    let source = MarkedText("[\"å\\n1️⃣b \\u00e52️⃣c\"]")
    let scalar = try #require(readJSON(source.text, file: source.file).0?.list?.first?.scalar)
    let text = scalar.text
    for (mark, letter) in [(1, "b"), (2, "c")] as [(Int, Character)] {
      let at = try #require(text.firstIndex(of: letter))
      let offset = text.utf8.distance(from: text.startIndex, to: at)
      #expect(scalar.places.place(at: offset, in: text) == source.place(of: mark))
    }
  }

  @Test(arguments: [
    ("{\"a\": 11️⃣,}", Code.jsonSyntax), ("[1, 21️⃣,]", .jsonSyntax), ("[1 1️⃣2]", .missingComma),
    ("{\"a\" 1️⃣1}", .missingColon), ("{1️⃣a: 1}", .jsonSyntax), ("[1️⃣'a']", .jsonSyntax),
    ("[1️⃣08]", .jsonSyntax), ("[1️⃣.5]", .jsonSyntax), ("[1.1️⃣]", .jsonSyntax),
    ("[1️⃣+1]", .jsonSyntax), ("[-1️⃣]", .jsonSyntax), ("[1️⃣NaN]", .jsonSyntax),
    ("[1️⃣nulla]", .jsonSyntax), ("{\"a\": 11️⃣,5}", .ambiguousComma), ("[1] 1️⃣2", .jsonSyntax),
    ("[1️⃣\"öppen\n\"]", .unclosedQuote), ("[1️⃣\"öppen", .unclosedQuote),
    ("[\"å1️⃣\\x\"]", .unknownEscape), ("[\"1️⃣\\ud83d\"]", .unknownEscape),
    ("[\"1️⃣\\ud83d\\u0041\"]", .unknownEscape), ("[\"1️⃣\\udc00\"]", .unknownEscape),
    ("[\"1️⃣\\u12g4\"]", .unknownEscape), ("[\"1️⃣\\u0000\"]", .controlCharacter),
    ("[\"a1️⃣\u{1}\"]", .controlCharacter), ("[1, [2]1️⃣", .unclosedBracket),
    ("{\"å\": {1️⃣", .unclosedBracket), ("[1️⃣// x\n1]", .jsonSyntax),
    ("{\"a\": 1, 1️⃣\"a\": 2}", .duplicateKey), ("\n\n [11️⃣,\n  ]", .jsonSyntax),
  ])
  func `what breaks is told at its place`(text: String, code: Code) throws {
    let source = MarkedText(text, path: "plan.json")
    source.expect(readJSON(source.text, file: source.file).1, [.at(1, code)])
  }

  @Test(arguments: ["", " \n\t"])
  func `nothing is said to be nothing`(text: String) {
    let source = MarkedText(text)
    source.expect(readJSON(text, file: source.file).1, [.ofFile(.fileEmpty)])
  }

  @Test func `keys that stand twice are all told, the first stays`() throws {
    let many = (0..<40).map { "\"k\($0)\": \($0)" }.joined(separator: ",\n")
    let source = MarkedText("{\(many),\n1️⃣\"k3\": 0, 2️⃣\"k39\": 0, \"slut\": 1}")
    let (value, found) = readJSON(source.text, file: source.file)
    source.expect(found, [.at(1, .duplicateKey), .at(2, .duplicateKey)])
    #expect(found.first?.notes.first?.place?.line == 4)
    #expect(value?["k3"]?.scalar?.text == "3")
    #expect(value?["slut"] != nil)
  }

  @Test func `JSON is read as YAML reads it`() throws {
    let text = """
      {"titel": "Plan: \\"A\\" #1", "år": 2024, "mål": [{"namn": "Å\\nÄ"}, true, 1.50]}
      """
    let file = FileID(index: 0)
    let (json, _) = readJSON(text, file: file)
    let (yaml, found) = readYAML(text, file: file)
    #expect(found.isEmpty)
    #expect(try #require(json).scalars.map(\.text) == (try #require(yaml)).scalars.map(\.text))
  }
}
