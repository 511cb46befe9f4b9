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

  @Test(arguments: [
    ("Växtplats Blekinge", "Växtplats", true), ("Växtplats Blekinge", "Blekinges", true),
    ("Växtplats Blekinge", "växtplats", false), ("Växtplats Blekinge", "Växtplatsen", false),
    ("checkware", "checkware", true), ("checkware", "Checkware", true),
    ("Vision 2030", "VISION", true), ("Jan-Erik Lindström", "Lindströms", true),
  ])
  func `no word of a name is divided where it stands as in the name`(
    name: String, word: String, isWhole: Bool
  ) throws {
    let hyphenator = try Hyphenator(names: [name])
    #expect(hyphenator.points(in: word).isEmpty == isWhole)
  }

  @Test(arguments: [
    "riks-dags-val", "Blekinge", "till-låta", "över\u{AD}gång", "éclair",
  ])
  func `what may be an entry has no fault`(entry: String) {
    #expect(Hyphenator.fault(ofException: entry) == nil)
  }

  @Test(arguments: ["", "-", "riks--dag", "-val", "val-", "2024", "riks dag", "riks·dag", "a1-b"])
  func `what cannot be an entry has a fault`(entry: String) {
    #expect(Hyphenator.fault(ofException: entry) != nil)
  }

  @Test func `a name has letters`() {
    #expect(Hyphenator.fault(ofName: "Vision 2030") == nil)
    #expect(Hyphenator.fault(ofName: "2030") != nil)
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
