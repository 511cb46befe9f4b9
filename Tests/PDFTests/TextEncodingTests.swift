import Testing

@testable import PDF

struct TextEncodingTests {
  @Test(
    arguments: [
      ("Årsplan – “mål” €", false), ("Mål\u{A0}1", true), ("čáhci", true), ("", false),
      ("þÿ", true), ("ï»¿x", true), ("(a\\b)\r\n", true), ("soft\u{AD}hyphen", true),
      ("œuvre … ﬁ", false),
    ])
  func `a text comes back, in a byte a character where PDF's own encoding has them all`(
    text: String, isUTF16: Bool
  ) throws {
    let bytes = TextEncoding.bytes(of: text)
    #expect(TextEncoding.text(of: bytes) == text)
    #expect(bytes.starts(with: [0xFE, 0xFF]) == isUTF16)
    var written = PDFBytes()
    written.add(text: text)
    var parser = PDFParser(written.bytes)
    #expect(try parser.object().text == text)
  }

  @Test func `bytes of PDF's own encoding that are no Latin letters are read`() {
    #expect(TextEncoding.text(of: [0x18, 0x80, 0x8A, 0x9E, 0xA0, 0xE5]) == "˘•−ž€å")
    #expect(TextEncoding.text(of: [0xEF, 0xBB, 0xBF, 0xC3, 0xA5]) == "å")
  }
}
