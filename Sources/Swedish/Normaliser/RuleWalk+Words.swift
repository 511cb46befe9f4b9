// Words that mean something to a rule: where each goes (X1 for initials).

extension RuleWalk {
  /// The rules that begin at a word.
  mutating func word(_ index: Int) -> Step {
    let roles = token(index).roles
    if let step = houseStyle(index) { return step }
    if roles.contains(.initial), kind(index + 1) == .point, let step = initial(index) {
      return step
    }
    guard beginsWord(index) || isClippedPair(index) else { return afterWord(index) }
    remarkWord(index)
    remarkSectionWord(index)
    if roles.contains(.opensAbbreviation), let found = abbreviation(at: index) {
      return abbreviation(found)
    }
    if !roles.contains(.capitals) {
      if roles.contains(.clipped), let step = clipped(index) { return step }
      if roles.contains(.andMore), let step = andMore(index) { return step }
      if roles.contains(.clock) { return clock(index) }
      if roles.contains(.chapter) { return chapter(index) }
    }
    let isKronor = roles.contains(.kronor) && options.style.contains(.kronor)
    if roles.contains(.contraction) || isKronor, let step = contraction(index) { return step }
    if !roles.isDisjoint(with: [.reference, .pointedReference]) { return reference(index) }
    return afterWord(index)
  }

  /// Whether a word is the second of `inkl./exkl.`.
  private func isClippedPair(_ index: Int) -> Bool {
    guard token(index).roles.contains(.clipped), kind(index - 1) == .slash else { return false }
    let before = kind(index - 2) == .point ? index - 3 : index - 2
    return token(before).roles.contains(.clipped)
  }

  /// Goes on after a word, past the digits of a code: CO2, K2-kurs.
  private mutating func afterWord(_ index: Int) -> Step {
    remarkMissingSpace(index)
    guard kind(index + 1) == .digits, isTight(index + 1) else { return Step(index + 1) }
    return afterCode(index + 1)
  }

  /// Initials are bound to the name after them.
  private mutating func initial(_ index: Int) -> Step? {
    // C.G. Ek, C.-G. Ek, C-G. Ek.
    let hasHyphen = isTight(index) && kind(index - 1) == .hyphen && isTight(index - 1)
    let mark = hasHyphen ? index - 1 : index
    let isChained =
      isTight(mark) && kind(mark - 1) == .point && token(mark - 2).roles.contains(.initial)
      || mark < index && token(mark - 1).roles.contains(.initial)
    guard beginsWord(index) || isChained, isTight(index + 1) else { return nil }
    let name = index + 2
    guard isApart(name), isCapitalised(name) else { return nil }
    if !isChained, isNumberedThing(before: index) || isSentenceOpening(name) { return nil }
    tighten(index + 1)
    return Step(name, .bound(.reference))
  }

  /// Whether a letter follows the word for something that is lettered: `alternativ A. Sedan`.
  private func isNumberedThing(before index: Int) -> Bool {
    isApart(index) && Self.letteredWords.contains(word(before: index))
  }

  /// Whether a word begins sentences and no names.
  private func isSentenceOpening(_ index: Int) -> Bool {
    let token = token(index)
    var end = token.start
    while end < token.end, isASCIILetter(bytes[end]) || bytes[end] >= 0x80 { end += 1 }
    guard end - token.start <= 10 else { return false }
    let word = String(decoding: bytes[token.start..<end].map(WordLexicon.small), as: UTF8.self)
    return Self.openingWords.contains(word)
  }

  private static let letteredWords: Set<String> = [
    "alternativ", "bilaga", "punkt", "plan", "vitamin", "hepatit", "typ", "grupp", "gruppen",
    "del", "nivå", "klass", "kategori", "moment", "delen", "typen", "klassen", "avdelning",
    "variant", "fall", "steg", "fas", "influensa", "tabell", "figur", "rum", "sal", "hus", "zon",
  ]

  private static let openingWords: Set<String> = [
    "det", "den", "de", "dessa", "denna", "detta", "vi", "sedan", "om", "när", "efter", "för",
    "här", "där", "då", "en", "ett", "av", "på", "som", "men", "och", "så", "till", "från",
    "under", "med", "vid", "alla", "ingen", "inga", "man", "även", "samt", "regionen", "i", "ni",
    "jag", "han", "hon", "hur", "vad", "vem", "varje", "varför", "genom", "utöver", "ur", "mot",
    "dock", "däremot", "därför", "eftersom", "inom", "enligt", "ändå", "att", "var", "vilka",
  ]
}
