/// Takes known phrases from the front of a short text, whatever their case.
struct PhraseReader {
  private var text: Substring

  /// A reader of a text.
  init(_ text: String) {
    self.text = text[...]
    trim()
    while let last = self.text.last, last.isWhitespace { self.text.removeLast() }
  }

  /// What is left.
  var rest: String { String(text) }

  /// Whether nothing is left.
  var isAtEnd: Bool { text.isEmpty }

  /// The first word, in lower case, without a mark after it.
  var first: String? { word(of: text).map { $0.lowercased() } }

  /// Takes the longest of the phrases that stands here as whole words, and gives its meaning.
  mutating func take<Meaning>(_ phrases: PhraseTable<Meaning>) -> Meaning? {
    takeIf(phrases, notBeforeNumber: false)
  }

  /// Takes a phrase, unless a number follows it and should not.
  mutating func takeIf<Meaning>(
    _ phrases: PhraseTable<Meaning>, notBeforeNumber: Bool
  ) -> Meaning? {
    guard let (length, meaning) = phrases.phrase(at: text) else { return nil }
    var after = self
    after.text = after.text.dropFirst(length)
    after.trim()
    if notBeforeNumber {
      var number = after
      let isYear = number.takePeriod() != nil && number.isAtEnd
      number = after
      if !isYear, number.takeNumber() != nil, number.first != "års" { return nil }
    }
    self = after
    return meaning
  }

  /// Takes a number, and says whether it had a sign.
  mutating func takeNumber() -> (Amount, isSigned: Bool)? {
    var scanner = NumberScanner(text)
    guard let sign = scanner.peek, case .fits(let amount) = scanner.number() else { return nil }
    // 5.5 and 3:1 are not numbers of ours, and what follows them would be misread.
    if let next = scanner.peek, ".:/".unicodeScalars.contains(next) { return nil }
    text = scanner.rest[...]
    trim()
    return (amount, sign.digit == nil)
  }

  /// Takes the dash of a range, if a number follows.
  mutating func takeRangeDash() -> Bool {
    guard let dash = text.first, dash == "–" || dash == "-" else { return false }
    let after = text.dropFirst().drop(while: \.isWhitespace)
    guard after.first?.isNumber == true else { return false }
    text = after
    return true
  }

  /// Takes words up to a mark, a number, a period or a phrase that leads on; after `%` nothing
  /// belongs to the unit any more.
  mutating func takeUnit() -> String {
    if let sign = text.first, sign == "%" || sign == "‰" {
      // A word that goes on belongs to the sign: "%-enheter".
      let unit = text.dropFirst().first == "-" ? word(of: text) ?? "" : text.prefix(1)
      text.removeFirst(unit.count)
      trim()
      return String(unit)
    }
    var unit: [Substring] = []
    while let word = word(of: text), word.first.map({ $0.isLetter || $0 == "°" }) ?? false,
      !Self.endsUnit.contains(word.lowercased()), !isAtPeriod
    {
      unit.append(word)
      text.removeFirst(word.count)
      let hadMark = text.first.map { ",(".contains($0) } ?? false
      trim()
      if hadMark || Quantity.percentUnits.contains(word.lowercased()) { break }
    }
    return unit.joined(separator: " ")
  }

  /// Takes all words before a comma, a parenthesis or the end.
  mutating func takeUntilNote() -> String {
    let taken = text.prefix { $0 != "," && $0 != "(" }
    text.removeFirst(taken.count)
    return PhraseReader(String(taken)).rest
  }

  /// Takes all that is left.
  @discardableResult
  mutating func takeAll() -> String {
    defer { text = "" }
    return rest
  }

  /// Takes a comma.
  mutating func takeComma() -> Bool {
    guard text.first == "," else { return false }
    text.removeFirst()
    trim()
    return true
  }

  /// Takes what stands in a parenthesis here.
  mutating func takeParenthesis() -> String? {
    guard text.first == "(", let close = text.firstIndex(of: ")") else { return nil }
    let inside = text[text.index(after: text.startIndex)..<close]
    text = text[text.index(after: close)...]
    trim()
    return PhraseReader(String(inside)).rest
  }

  private mutating func trim() { text = text.drop(while: \.isWhitespace) }

  /// The word here: up to a space, a comma or a parenthesis.
  private func word(of text: Substring) -> Substring? {
    let word = text.prefix { !$0.isWhitespace && $0 != "," && $0 != "(" }
    return word.isEmpty ? nil : word
  }

  private static let endsUnit: Set<String> = [
    "av", "jämfört", "i", "mindre", "mer", "högre", "lägre", "fler", "färre", "större",
  ]
}

// MARK: - Periods

extension PhraseReader {
  /// Takes a period: a year, or words for a part of a year and its year.
  mutating func takePeriod() -> String? {
    guard let length = periodLength else { return nil }
    let period = text.prefix(length)
    text.removeFirst(length)
    trim()
    return String(period)
  }

  /// Takes the words before a period.
  mutating func takeUntilPeriod() -> String {
    var words: [Substring] = []
    while !isAtEnd, !isAtPeriod {
      guard let word = word(of: text) else { break }
      words.append(word)
      text.removeFirst(word.count)
      trim()
    }
    return words.joined(separator: " ")
  }

  private var isAtPeriod: Bool { periodLength != nil }

  /// How many characters of a period stand here: up to three words of time, then a year.
  private var periodLength: Int? {
    var words = text.split(maxSplits: 4, whereSeparator: \.isWhitespace)[...]
    var length = 0
    for _ in 0..<4 {
      guard let word = words.popFirst() else { return nil }
      let bare = word.prefix { $0 != "," && $0 != "(" && $0 != "." }
      if bare.count == 4, bare.hasPrefix("19") || bare.hasPrefix("20"),
        bare.allSatisfy(\.isNumber)
      {
        // A year that something belongs to is no period: "2020 års nivåer".
        return words.first == "års" ? nil : length + bare.count
      }
      guard bare.count == word.count, Self.timeWords.contains(word.lowercased()) else { return nil }
      length += word.count + 1
    }
    return nil
  }

  private static let timeWords: Set<String> = Set(
    [
      "år", "våren", "sommaren", "hösten", "vintern", "delår", "helår", "utfall", "prognos",
      "senast", "till", "per", "läsåret", "tertial", "kvartal", "halvår", "1", "2", "3", "4",
      "t1", "t2", "t3", "k1", "k2", "k3", "k4", "första", "andra", "tredje", "fjärde",
      "halvåret", "kvartalet", "tertialet", "slutet", "av", "under", "vid", "utgången",
    ] + Month.names)
}
