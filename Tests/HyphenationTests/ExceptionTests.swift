import Hyphenation
import Testing
import Typography

struct ExceptionTests {
  @Test(arguments: [
    ("verk-sam-hets-plan", "verksamhetsplan", "verk-sam-hets-plan"),
    ("verksamhets-plan", "Verksamhetsplan,", "Verksamhets-plan,"),
    ("Blekinge", "Blekinge", "Blekinge"), ("Blekinge", "BLEKINGE", "BLEKINGE"),
    ("län-derna", "EU-länderna", "EU-län-derna"),
    ("plan-er", "planer", "plan-er"),
  ])
  func `the user's points go before all others`(entry: String, word: String, divided: String)
    throws
  {
    #expect(Divided(word, by: try Hyphenator(exceptions: [entry])).text == divided)
  }

  @Test func `an entry holds for its word alone`() throws {
    let hyphenator = try Hyphenator(exceptions: ["verksamhetsplan"])
    #expect(hyphenator.points(in: "verksamhetsplan") == [])
    #expect(hyphenator.points(in: "verksamhetsplaner") != [])
  }

  @Test func `an entry with three equal consonants is that of the word with two`() throws {
    let hyphenator = try Hyphenator(exceptions: ["topp-po-li-ti-ker"])
    #expect(Divided("toppolitiker", by: hyphenator).text == "topp-po-li-ti-ker")
    #expect(hyphenator.points(in: "toppolitiker").map(\.restored) == ["p", "", "", ""])
  }

  @Test func `the later of two entries holds, and what is no word is let be`() throws {
    let hyphenator = try Hyphenator(
      exceptions: ["region-styrelse", "regi-onstyrelse", "2024", "", "-", "a b"])
    #expect(Divided("regionstyrelse", by: hyphenator).text == "regi-onstyrelse")
  }
}
