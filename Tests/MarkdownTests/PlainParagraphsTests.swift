import Testing

@testable import Markdown

/// Texts without marks, and texts that only seem to be without.
private let texts = [
  "En mening.", "Två rader\ni samma stycke", "Ett stycke\n\nEtt till", "  indragen\n   mer\n",
  "Slutar med blanksteg \noch fortsätter", "hård  \nbrytning", "\r\nfrån\r\nWindows\r\n\r\nslut",
  "gammal\rMac", "    kod", "text\n    ingen kod", "\ttabb", "text\ttabb", "1. punkt", "1) punkt",
  "2024. Ett år", "2024 var ett år", "1.5 miljoner", "1", "1.", "- punkt", "−10 %", "+ punkt",
  "# rubrik", "rubrik\n===", "rubrik\n---", "> citat", "5 > 4", "a | b\n--|--\n1 | 2", "a | b",
  ":-:", "~~~\nkod", "~80 %", "http://a.se", "se www.a.se nu", "mejl a@b.se", "kl. 13:00",
  "nej: ja", "WWW.A.SE", "awww. nej", "\u{FEFF}märke", "a\u{A0}b\u{202F}c", "slut   ", "\n\n\nsent",
  "é å ä ö 😀 och\n😀 mer", "[^a]: not", "a ! b", "'citat' \"citat\" ... --", "(a)", "§ 4", "$x$",
  "\u{2028}rad", "\u{0B}lodrät", "del\u{7F}", "x\u{85}y", "ftp://x.y", "a://b", "a:/b",
]

struct PlainParagraphsTests {
  @Test(arguments: texts)
  func `gives what the parser gives, or leaves the text to it`(text: String) {
    guard let plain = plainParagraphs(of: text) else { return }
    #expect(plain == BlockReader.read(SourceText(text)))
  }

  @Test func `does not call the parser for ordinary prose`() {
    let prose = "Kl. 13:00 (2024) – 1,5 miljoner; \"ja\", 80 % av målet!\nNästa rad.\n\nStycke två."
    #expect(plainParagraphs(of: prose)?.count == 2)
  }

  @Test func `agrees with the parser on random mixtures`() {
    let parts = [
      "a", "å", " ", "  ", "\n", "\n\n", "\r\n", "1", ".", ")", "-", "=", ":", "|", "#", ">", "w",
      "www.", "/", "//", "~", "+", "b c", "\u{A0}", "    ",
    ]
    var state: UInt64 = 1
    var plainOnes = 0
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += parts[Int(state >> 33) % parts.count]
      }
      guard let plain = plainParagraphs(of: text) else { continue }
      plainOnes += 1
      let parsed = BlockReader.read(SourceText(text))
      #expect(plain == parsed, "\(text.debugDescription)")
      if plain != parsed { break }
    }
    #expect(plainOnes > 500)
  }
}
