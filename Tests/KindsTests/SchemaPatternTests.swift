import Testing

@testable import Kinds

/// That a schema's expressions match what Swift's own would.
struct SchemaPatternTests {
  private static let patterns = [
    #"^[^\s#]+$"#, #"^[0-9]+(,[0-9]+)?\s?mm$"#, #"^(innehåll|[0-9]+(,[0-9]+)?\s?(%|mm))$"#,
    #"^[^@\s]+@[^@\s]+$"#, #"^(tjänst|[Tt]jänst)(@[0-9]+)?$"#, #"a|b|"#, #"(a*)*b"#,
    #"^(a|ab)(c|bcd)$"#,
    #"a{2}b{1,}c{0,2}"#, #"\.\-\#"#, #"[a-cåä\]]+"#, #"."#, #"^.$"#, #"a$"#, #"^"#, #"m+?"#,
    #"\d+"#,
    #"(?:a)b"#, #"[^0-9]"#,
  ]

  private static func isMatch(_ text: String, _ pattern: String) throws -> Bool {
    try text.firstMatch(of: Regex(pattern)) != nil
  }

  @Test(arguments: patterns)
  func `matches what Swift's expressions match`(pattern: String) throws {
    let ready = try #require(SchemaPattern(pattern))
    for text in [
      "", "a", "b", "ab", "abcd", "aabcc", "12 mm", "1,5mm", "1,5 %", "innehåll", "a@b", "a@",
      "tjänst@2",
      "Tja\u{308}nst", ".-#", "å]", "A\u{30A}", "\n", "a\n", "a\r\n", "m", "aaaaaaaaaaaaaaaaaaaaaa",
      "👩‍🦽",
    ] {
      #expect(ready.matches(text) == (try Self.isMatch(text, pattern)), "\(text.debugDescription)")
    }
  }

  @Test func `matches what Swift's expressions match, for any expression and text`() throws {
    var state: UInt64 = 0x5A75
    func chance(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let pieces = [
      "a", "b", "å", "(", ")", "|", "*", "+", "?", "[ab]", "[^a]", "[a-c]", "^", "$", "\\s", ".",
      "{2}", " ",
    ]
    var own = 0
    for _ in 0..<1_500 {
      let pattern = (0...chance(7)).map { _ in pieces[chance(pieces.count)] }.joined()
      let ready = SchemaPattern(pattern)
      #expect((ready == nil) == ((try? Regex(pattern)) == nil), "\(pattern)")
      guard let ready else { continue }
      own += 1
      for _ in 0..<4 {
        let text = (0..<chance(6)).map { _ in ["a", "b", "c", "å", " ", "\n"][chance(6)] }.joined()
        #expect(
          ready.matches(text) == (try Self.isMatch(text, pattern)),
          "\(pattern) \(text.debugDescription)")
      }
    }
    #expect(own > 400)
  }

  @Test func `takes no longer for an expression that leads many ways to the same end`() throws {
    let pattern = try #require(SchemaPattern("^(a|a)*(a*)*$"))
    #expect(pattern.matches(String(repeating: "a", count: 300)))
    #expect(!pattern.matches(String(repeating: "a", count: 300) + "b"))
  }
}
