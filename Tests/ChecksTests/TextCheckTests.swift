import Checks
import Diagnostics
import Input
import Kinds
import Manuscript
import Testing

struct TextCheckTests {
  /// The codes, and the stretches they mark, that are found in one paragraph.
  private func findings(
    _ text: String, link: (words: String, address: String)? = nil, author: String = "Regionen",
    plan: String = "titel: A"
  ) throws -> [String] {
    var rich = RichText(text, places: PlaceMap(start: Place(file: .none, line: 1, column: 1)))
    if let link {
      let start = text.utf8.count
      rich.append(
        link.words, [], .address(link.address), at: Place(file: .none, line: 2, column: 1))
      #expect(rich.text.utf8.count > start)
    }
    let document = Document(
      metadata: Metadata(title: "A", author: author),
      blocks: [.paragraph(Paragraph(text: rich, style: "body"))])
    let value = try #require(readYAML(plan, file: .none).0)
    let json = try #require(readJSON(#"{"type": "object"}"#, file: .none).0)
    let schema = try #require(Schema.read(json).0)
    return checkText(of: document, CheckedData(plan: value, schema: schema)).map { finding in
      #expect(finding.severity == .warning && finding.rule != nil)
      guard let place = finding.place, place.line == 1, let end = finding.endColumn else {
        return finding.code.rawValue
      }
      let marked = text.unicodeScalars.dropFirst(Int(place.column) - 1)
        .prefix(end - Int(place.column))
      return finding.code.rawValue + " " + String(String.UnicodeScalarView(marked))
    }
  }

  @Test(arguments: [
    "19640823-3234", "640823-3234", "196408233234", "6408233234", "640823+3234", "640883-3231",
  ])
  func `finds a personnummer, with or without century and hyphen, and a samordningsnummer`(
    _ number: String
  ) throws {
    #expect(try findings("Ärendet gäller \(number).") == ["personal-number \(number)"])
  }

  @Test(arguments: [
    "640823-3235", "641323-3234", "640832-3234", "232100-0073", "RJL 2023/3769", "2023.15287",
    "0455-731000", "2023-11-29", "1 234 567 890", "SE640823-3234", "640823-32345", "556036-0793",
    "2023/640823-3234",
  ])
  func `takes other numbers: no such day, a wrong check digit, an organisation's, a case's`(
    _ number: String
  ) throws {
    #expect(try findings("Ärendet gäller \(number).") == [])
  }

  @Test func `finds a patient's initials, and lets politicians and parties be`() throws {
    #expect(try findings("Patientärende MG (M)") == ["patient-initials MG (M)"])
    #expect(try findings("Patientärende NN (M)") == [])
    #expect(try findings("Yrkande från Per Ek (M), RS (S) och HÄLSA (M).") == [])
  }

  @Test func `finds private addresses and mobile numbers outside the organisation`() throws {
    #expect(try findings("Skriv till kalle@gmail.com.") == ["private-address kalle@gmail.com"])
    #expect(
      try findings("Skriv till anna.ek@bolaget.se.") == ["private-address anna.ek@bolaget.se"])
    #expect(try findings("Ring 070-123 45 67.") == ["private-address 070-123 45 67"])
    #expect(try findings("Ring +46 70 123 45 67 nu") == ["private-address +46 70 123 45 67"])
  }

  @Test func `takes the organisation's own addresses and numbers, and those of functions`() throws {
    let plan = "utgivare: {webb: www.rjl.se, telefon: 070-123 45 67}"
    #expect(try findings("anna.ek@rjl.se, ring 0701234567", plan: plan) == [])
    #expect(try findings("anna.ek@sjukhus.rjl.se", plan: plan) == [])
    #expect(try findings("registrator@regeringen.se, 010-241 00 00, 2023-07-01, 0700 kr") == [])
  }

  @Test func `finds a word of health in the sentence of a name`() throws {
    #expect(
      try findings("Mötet öppnas. Anna Ek är sjukskriven. Det slutar.")
        == ["health-by-name Anna Ek är sjukskriven."])
    #expect(try findings("Anna Ek öppnar mötet. Andelen sjukskrivna ökar.") == [])
    #expect(try findings("Regionalt cancercentrum Syd i Region Skåne.") == [])
  }

  @Test func `finds the name of whoever printed it, and an author who is a person`() throws {
    #expect(try findings("Utskriven av: Anna Ek") == ["printed-by Utskriven av"])
    #expect(try findings("Listan är utskriven av registrator. Utskriven av systemet.") == [])
    #expect(try findings("A", author: "Anna Ek") == ["author-is-person"])
    #expect(try findings("A", author: "Region Anna Ek") == [])
  }

  @Test func `finds links that do not say where they lead, and long addresses`() throws {
    let address = "https://www.regionen.se/globalassets/dokument/2023/verksamhetsplan-2024.pdf"
    #expect(try findings("Läs ", link: ("Klicka här!", address)) == ["vague-link"])
    #expect(try findings("Se ", link: (address, address)) == ["long-address"])
    #expect(try findings("Läs ", link: ("verksamhetsplanen", address)) == [])
    #expect(try findings("Se ", link: ("www.rjl.se", "https://www.rjl.se")) == [])
  }

  @Test func `finds what a word processor puts where one is to write`() throws {
    #expect(
      try findings("Klicka eller tryck här för att ange text.")
        == ["prompt-left Klicka eller tryck här"])
    #expect(try findings("Kostnaden är xxx kronor.") == ["prompt-left xxx"])
    #expect(try findings("Rubrik XXXI och wxxx.") == [])
  }
}
