import Swedish
import TestSupport
import Testing

struct ReadingFinderTests {
  /// The readings of a text as `stretch → what is read`; what an abbreviation stands for in brackets.
  private func readings(
    _ text: String, language: String = "sv-SE", own: [(short: String, long: String)] = []
  ) -> [String] {
    let bytes = Array(text.utf8)
    return ReadingFinder(language: language, abbreviations: own).readings(in: text).map { found in
      let stretch = String(decoding: bytes[found.range], as: UTF8.self)
      return switch found.form {
      case .expansion(let long): "\(stretch) → [\(long)]"
      case .words(let words): "\(stretch) → \(words)"
      }
    }
  }

  @Test(arguments: [
    ("Bl.a. här, t.ex. så.", ["Bl.a. → [Bland annat]", "t.ex. → [till exempel]"]),
    ("kostar 5\u{A0}mnkr.", ["mnkr → [miljoner kronor]"]),
    ("och så vidare, osv.", ["osv. → [och så vidare]"]),
    ("(enl. kap. 3)", ["enl. → [enligt]", "kap. → [kapitel]"]),
    ("från kl. 13, dnr 5", ["kl. → [klockan]", "dnr → [diarienummer]"]),
    ("kapital, kl, cab, 3ca, ånr", []),
    ("Nr 5", ["Nr → [Nummer]"]),
  ])
  func `abbreviations stand for what they stand for`(text: String, expected: [String]) {
    #expect(readings(text) == expected)
  }

  @Test(arguments: [
    ("\u{2212}5", ["\u{2212}5 → minus 5"]),
    (
      "från \u{2212}1\u{202F}234,5 till 3", ["\u{2212}1\u{202F}234,5 → minus 1\u{202F}234,5"]
    ),
    ("a\u{2212}5 och x \u{2212} y", []),
    ("< 85 %", ["< → mindre än"]), ("<85", ["< → mindre än "]),
    ("\u{2264}\u{A0}3, \u{2265} 4 och > 5", ["≤ → högst", "≥ → minst", "> → större än"]),
    ("a < b", []), ("sista <", []), ("sista \u{2264}", []), ("1–3 och ord – ord", []),
  ])
  func `signs before numbers are words`(text: String, expected: [String]) {
    #expect(readings(text) == expected)
  }

  @Test(arguments: [
    ("–", "inget att redovisa"), ("..", "uppgift saknas"), (".", "kan inte förekomma"),
    ("✓", "ja"), ("☐", "inte ikryssad"),
  ])
  func `a text that is a sign alone says what the sign means`(text: String, words: String) {
    #expect(readings(text) == ["\(text) → \(words)"])
  }

  @Test func `a document's own abbreviations are known, and go before the usual`() {
    let own = [
      (short: "VO", long: "verksamhetsområde"), ("st.", "stöd"), ("E-hälsa", "elektronisk hälsa"),
    ]
    #expect(
      readings("VO, VO:s, VOX, st. E-hälsa.", own: own) == [
        "VO → [verksamhetsområde]", "st. → [stöd]", "E-hälsa → [elektronisk hälsa]",
      ])
    #expect(ReadingFinder.canFind("E-hälsa") && ReadingFinder.canFind("m.m."))
    for word in ["a b", "", "5e"] { #expect(!ReadingFinder.canFind(word)) }
  }

  @Test func `other languages have their own words and no Swedish abbreviations`() {
    #expect(readings("bl.a. \u{2212}5", language: "en") == ["\u{2212}5 → minus 5"])
    #expect(readings("–", language: "en") == ["– → nothing to report"])
  }

  @Test func `any bytes are read to their end`() {
    var generator = SeededGenerator(seed: 5)
    let parts = ["\u{2212}", "<", "≤", " ", "\u{A0}", "\u{202F}", "5", ",", ".", "a", "å", "§"]
    for _ in 0..<2000 {
      let text = (0..<8).map { _ in parts[Int.random(in: parts.indices, using: &generator)] }
        .joined()
      let found = ReadingFinder(language: "sv").readings(in: text)
      var end = 0
      for reading in found {
        #expect(reading.range.lowerBound >= end && !reading.range.isEmpty, "\(text)")
        end = reading.range.upperBound
      }
      #expect(end <= text.utf8.count)
    }
  }
}
