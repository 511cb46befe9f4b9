import Diagnostics
import PDF
import Testing

struct ReadPDFTests {
  /// A file of every kind of block, and the text that it must hold.
  private static func good() throws -> (bytes: [UInt8], text: String) { try made.get() }

  private static let made = Result { () throws -> (bytes: [UInt8], text: String) in
    let sample = try TaggedSample(try .everyKind(), notes: .everyNote, date: "2023-11-29")
    return (try sample.written(), sample.pages.readingText(words: sample.words))
  }

  @Test func `a file taken apart and put together in the classic form has no fault`() throws {
    let (bytes, text) = try Self.good()
    let classic = try OpenedFile(bytes).bytes()
    #expect(classic.count > bytes.count)
    let file = readPDF(classic, expecting: text)
    #expect(file.findings == [])
    #expect(file.text == readPDF(bytes).text)
  }

  @Test(
    arguments: Damage.ofTheFile + Damage.ofTheContent + Damage.ofTheTree + Damage.ofTablesAndLinks)
  func `finds what was damaged`(damage: Damage) throws {
    let (bytes, text) = try Self.good()
    var file = try OpenedFile(bytes)
    let before = file.bytes()
    damage.apply(&file)
    let after = file.bytes()
    try #require(after != before, "the damage does nothing")
    let codes = Set(readPDF(after, expecting: text).findings.map(\.code.rawValue))
    #expect(codes.contains(damage.code.rawValue), "found \(codes.sorted())")
  }

  @Test(arguments: Damage.ofAttachments)
  func `finds what was damaged in the archive's profile`(damage: Damage) throws {
    let data = Attachment(
      name: "mätetal.csv", description: "Mätetalen", mediaType: "text/csv", relationship: .data,
      bytes: Array("namn;tal\n".utf8))
    let sample = try TaggedSample([.heading(1, "Ett", id: "ett")])
    var file = try OpenedFile(
      try sample.written(PDFOptions(profile: .archive, attachments: [data])))
    #expect(readPDF(file.bytes()).findings == [])
    damage.apply(&file)
    #expect(readPDF(file.bytes()).findings.map(\.code) == [damage.code])
  }

  @Test(arguments: 0..<200)
  func `never traps on a file with bytes changed or cut off`(seed: Int) throws {
    var (bytes, _) = try Self.good()
    if seed.isMultiple(of: 2) { bytes = try OpenedFile(bytes).bytes() }
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    for _ in 0...next(20) { bytes[next(bytes.count)] = UInt8(next(256)) }
    if seed.isMultiple(of: 5) { bytes.removeLast(next(bytes.count)) }
    let file = readPDF(bytes)
    #expect(file.pageCount <= 2)
  }

  @Test func `tells why it cannot open what is no PDF`() {
    for text in ["", "%PDF-1.7", "Hej på dig", "%PDF-1.7\nstartxref\n99999999\n%%EOF"] {
      let file = readPDF(Array(text.utf8))
      #expect(file.findings.map(\.code) == [.pdfUnreadable])
    }
  }
}
