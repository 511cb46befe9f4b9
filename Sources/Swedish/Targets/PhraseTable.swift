/// Known phrases in lower case, each with what it means.
struct PhraseTable<Meaning: Sendable>: Sendable, ExpressibleByDictionaryLiteral {
  private struct Phrase {
    var text: String
    var length: Int
    var meaning: Meaning
  }

  /// The phrases by how they begin, the longest first.
  private let phrases: [Substring: [Phrase]]

  /// A table of phrases; none may stand twice.
  init(dictionaryLiteral elements: (String, Meaning)...) {
    let all = elements.map { Phrase(text: $0.0, length: $0.0.count, meaning: $0.1) }
    phrases = Dictionary(grouping: all) { Self.beginning(of: $0.text[...]) }
      .mapValues { $0.sorted { $0.length > $1.length } }
  }

  /// The longest phrase that a text begins with as whole words, whatever its case: how many
  /// characters it has and what it means.
  func phrase(at text: Substring) -> (length: Int, meaning: Meaning)? {
    // Most målvärden begin with their number: no phrase does.
    guard let first = text.utf8.first, !(0x30...0x39).contains(first) else { return nil }
    let beginning = Self.beginning(of: text)
    guard !beginning.isEmpty, let known = phrases[beginning.lowercased()[...]] else { return nil }
    for phrase in known {
      let start = text.prefix(phrase.length)
      if start.lowercased() == phrase.text, Self.ends(start, before: text[start.endIndex...]) {
        return (phrase.length, phrase.meaning)
      }
    }
    return nil
  }

  /// The letters or the signs for a bound that a text begins with.
  private static func beginning(of text: Substring) -> Substring {
    let letters = text.prefix(while: \.isLetter)
    return letters.isEmpty ? text.prefix { "<>≤≥=".contains($0) } : letters
  }

  /// Whether a phrase is not cut out of a longer word.
  private static func ends(_ phrase: Substring, before rest: Substring) -> Bool {
    guard phrase.last?.isLetter == true else { return true }
    return rest.first.map { !$0.isLetter && !$0.isNumber } ?? true
  }
}
