import Diagnostics

// What is told of words and numbers and not changed (A1, A4–A6, L1, L2, R1, T4, W2, X2).

extension RuleWalk {
  /// Tells what is odd about a number.
  mutating func remarkNumber(_ low: TypedNumber, _ high: TypedNumber?, _ unit: Unit?) {
    guard options.tellsFindings else { return }
    let last = (high ?? low).last
    if kind(last + 1) == .percent, isPercentOfCompound(last + 1) {
      remark(.percentCompound, .percentForm, from: low.first, through: last + 1, .percentInWord)
    }
    if unit != nil, kind(last + 1) == .word, case .comma(let decimals) = (high ?? low).decimals {
      if spells(last + 1, "tkr") {
        remark(
          .amountDecimals, .amountDecimals, from: low.first, through: last + 1,
          .decimalsOfThousands)
      } else if decimals > 2, spells(last + 1, "mnkr") || spells(last + 1, "mdkr") {
        remark(
          .amountDecimals, .amountDecimals, from: low.first, through: last + 1,
          .decimalsOfMillions)
      }
    }
    guard context == .prose || context == .paragraphStart else { return }
    if kind(last + 1) == .digits, isApart(last + 1) {
      remark(.adjacentNumbers, .ambiguousNumber, from: low.first, through: last + 1, .twoNumbers)
    }
    let before = byte(before: token(low.first - 1).end)
    let beginsSentence =
      isApart(low.first) && [0x2E, 0x21, 0x3F].contains(before) && kind(low.first - 1) == .plain
    if beginsSentence, kind(last + 1).isWordlike, isApart(last + 1) {
      remark(.adjacentNumbers, .ambiguousNumber, from: low.first, through: last, .numberFirst)
    }
  }

  /// Tells what is odd about a word.
  mutating func remarkWord(_ index: Int) {
    guard options.tellsFindings else { return }
    let roles = token(index).roles
    let hasPoint = isTight(index + 1) && kind(index + 1) == .point
    if roles.contains(.ambiguous), !roles.contains(.capitals) {
      if !hasPoint, endsWord(index) {
        remark(.abbreviation, .abbreviationForm, from: index, through: index, .wordOrAbbreviation)
      } else if options.isForWeb, spells(index, "ev") {
        remark(.webAbbreviation, .abbreviationForm, from: index, through: index, .onTheWeb)
      }
    }
    if roles.contains(.initialism), roles.contains(.capitals) {
      let isName = ["NATO", "UNICEF", "UNESCO"].contains { spells(index, $0) }
      remark(
        .initialism, .initialismForm, from: index, through: index,
        isName ? .nameInitialism : .wordInitialism)
    }
    if let message = oddInitialism(index) {
      remark(.initialism, .initialismForm, from: index, through: index, message)
    }
    if roles.contains(.week), context == .prose || context == .paragraphStart {
      let number = hasPoint ? index + 2 : index + 1
      if kind(number) == .digits, hasPoint || isApart(number) {
        remark(.week, .dateForm, from: index, through: number, .bareWeek)
      }
    }
    if roles.contains(.place), kind(index + 1) == .hyphen, isTight(index + 1), isTight(index + 2),
      token(index + 2).roles.contains(.place), isCapitalised(index + 2)
    {
      remark(.interval, .ambiguousInterval, from: index, through: index + 2, .placePair)
    }
  }

  /// What is odd about the ending of an initialism: EUs for EU:s, SAS:s for SAS.
  private func oddInitialism(_ index: Int) -> Message? {
    let token = token(index)
    guard token.roles.contains(.capitals) else { return nil }
    let letters = bytes[token.start..<token.end]
    let capitals = letters.prefix { (0x41...0x5A).contains($0) }
    if capitals.count == letters.count {
      let isGenitive =
        capitals.last == 0x53 && kind(index + 1) == .colon && isTight(index + 1)
        && spells(index + 2, "s") && isTight(index + 2)
      let hasApostrophe =
        capitals.count > 1 && kind(index + 1) == .singleQuote && isTight(index + 1)
        && isTight(index + 2) && Self.endings.contains { spells(index + 2, $0) }
      return isGenitive ? .genitiveAfterS : hasApostrophe ? .endingWithoutColon : nil
    }
    guard capitals.count > 1, !token.roles.contains(.unit), !token.roles.contains(.kronor) else {
      return nil
    }
    let ending = String(decoding: letters.dropFirst(capitals.count), as: UTF8.self)
    return Self.endings.contains(ending) ? .endingWithoutColon : nil
  }

  /// Endings that stand after a colon.
  private static let endings: Set<String> = [
    "s", "n", "t", "en", "et", "ns", "ens", "ets", "ar", "er", "arna", "erna",
  ]

  /// Tells of a section sign without a number, which is written as a word.
  mutating func remarkLoneSection(_ index: Int) {
    guard context != .cell else { return }
    let (before, after) = (kind(index - 1), kind(index + 1))
    if before == .digits || before == .opaque || before == .exempt { return }
    if before.isWordlike, token(index - 1).count == 1 { return }
    // 6a §.
    if before == .word, kind(index - 2) == .digits, isTight(index - 1) { return }
    if before.endsLine, after.endsLine { return }
    let isMentioned = isTight(index + 1) && !(after.isWordlike || after == .colon || after.closes)
    if isMentioned || after == .openBracket || after == .opaque || after == .exempt { return }
    remark(.section, .sectionForm, from: index, through: index, .sectionWithoutNumber)
  }

  /// Tells of the word paragraf before a number, which is written as a sign.
  mutating func remarkSectionWord(_ index: Int) {
    guard token(index).roles.contains(.sectionWord), isApart(index + 1),
      kind(index + 1) == .digits
    else { return }
    remark(.section, .sectionForm, from: index, through: index + 1, .sectionWord)
  }

  /// Tells of groups that points part before a comma: 1.234,50.
  mutating func remarkMixedNumber(_ index: Int) {
    guard beginsNumber(index), token(index).count <= 3, kind(index + 1) == .point,
      isTight(index + 1), kind(index + 2) == .digits, isTight(index + 2),
      token(index + 2).count == 3, kind(index + 3) == .comma, isTight(index + 3),
      kind(index + 4) == .digits, isTight(index + 4)
    else { return }
    remark(.digitGroups, .ambiguousNumber, from: index, through: index + 4, .pointBeforeComma)
  }

  /// Tells where an abbreviation does not belong.
  mutating func remarkAbbreviation(from first: Int, through last: Int) {
    guard options.tellsFindings else { return }
    if isCapitalised(first) {
      remark(.abbreviationPlace, .abbreviationForm, from: first, through: last, .firstInSentence)
    }
    let isAndMore = spells(first, "m") || spells(first, "mm") || spells(first, "mfl")
    if context == .heading, isAndMore {
      remark(.abbreviationPlace, .abbreviationForm, from: first, through: last, .inHeading)
    }
    if options.isForWeb, spells(first, "fr") {
      remark(.webAbbreviation, .abbreviationForm, from: first, through: last, .onTheWeb)
    }
    if spells(first, "t") && spells(last, "ex") || spells(first, "bl") {
      exampleStart = first
    } else if isAndMore || spells(first, "etc") || spells(first, "osv") || spells(first, "o"),
      let start = exampleStart, !hasSentenceEnd(from: start, to: first)
    {
      remark(.abbreviationPlace, .abbreviationForm, from: start, through: last, .saidTwice)
    }
  }

  private func hasSentenceEnd(from first: Int, to last: Int) -> Bool {
    tokens[first..<last].contains { token in
      token.kind == .plain
        && bytes[token.start..<token.end].contains { [0x21, 0x2E, 0x3F].contains($0) }
    }
  }

  /// Tells where a space seems to be missing: kronor2024, ord.Ord, ord,ord.
  mutating func remarkMissingSpace(_ index: Int) {
    guard options.tellsFindings, token(index).kind == .word, isTight(index + 1) else { return }
    let word = token(index)
    if kind(index + 1) == .digits, word.count >= 4, token(index + 1).count >= 2,
      beginsWord(index), bytes[word.start..<word.end].allSatisfy({ $0 >= 0x61 })
    {
      remark(.missingSpace, .missingSpace, from: index, through: index + 1, .noSpace)
    }
    let next = token(index + 2)
    guard next.kind.isWordlike, isTight(index + 2), word.count >= 3, next.count >= 2,
      bytes[word.end - 1] >= 0x61
    else { return }
    let isMissing =
      switch kind(index + 1) {
      case .point: isCapitalised(index + 2)
      case .comma, .semicolon, .exclamation, .question: true
      default: false
      }
    if isMissing {
      remark(.missingSpace, .missingSpace, from: index, through: index + 2, .noSpace)
    }
  }

  /// Tells where a space seems to be missing after digits: 2024kronor.
  mutating func remarkMissingSpace(afterDigits index: Int) {
    guard options.tellsFindings, token(index).count >= 2, beginsNumber(index), isTight(index + 1)
    else { return }
    // 2023.Under.
    let word = kind(index + 1) == .point && isTight(index + 2) ? index + 2 : index + 1
    guard kind(word).isWordlike, beginsLongWord(word), word == index + 1 || isCapitalised(word)
    else { return }
    remark(.missingSpace, .missingSpace, from: index, through: word, .noSpace)
  }

  /// Tells where a space seems to be missing after a hyphen: hälso-och sjukvård.
  mutating func remarkMissingSpace(afterHyphen index: Int) {
    guard options.tellsFindings, isTight(index), isTight(index + 1), kind(index - 1).isWordlike,
      isJoint(index + 1), kind(index + 1) == .plain || isApart(index + 2)
    else { return }
    remark(.missingSpace, .missingSpace, from: index, through: index, .noSpace)
  }

  /// Whether a word begins with a letter and three small ones.
  private func beginsLongWord(_ index: Int) -> Bool {
    let letters = bytes[token(index).start..<token(index).end].prefix(4)
    return letters.count == 4 && letters.dropFirst().allSatisfy { $0 >= 0x61 }
  }
}

extension Message {
  fileprivate static let sectionWithoutNumber = Message(
    sv: "paragraftecken utan nummer, skriv ordet paragraf",
    en: "a section sign without a number, write the word paragraf")
  fileprivate static let sectionWord = Message(
    sv: "ordet paragraf före ett nummer, skriv tecknet §",
    en: "the word paragraf before a number, write the sign §")
  fileprivate static let pointBeforeComma = Message(
    sv: "punkt mellan siffergrupper, skriv mellanslag",
    en: "a point between groups of digits, write a space")
  fileprivate static let endingWithoutColon = Message(
    sv: "ändelse efter en förkortning i versaler, skriv kolon: EU:s, SIP:ar",
    en: "an ending after an initialism, write a colon: EU:s, SIP:ar")
  fileprivate static let genitiveAfterS = Message(
    sv: "genitiv av en förkortning på s, skriv ingen ändelse",
    en: "the genitive of an initialism that ends in s, write no ending")
  fileprivate static let percentInWord = Message(
    sv: "procenttecken i en sammansättning, skriv ordet procent",
    en: "a percent sign in a compound, write the word procent")
  fileprivate static let decimalsOfThousands = Message(
    sv: "decimaler före tkr, skriv hela tusental", en: "decimals before tkr, write whole thousands")
  fileprivate static let decimalsOfMillions = Message(
    sv: "fler än två decimaler före mnkr eller mdkr",
    en: "more than two decimals before mnkr or mdkr")
  fileprivate static let twoNumbers = Message(
    sv: "två tal intill varandra kan läsas som ett",
    en: "two numbers side by side may be read as one")
  fileprivate static let numberFirst = Message(
    sv: "siffror först i meningen, skriv med bokstäver eller byt ordföljd",
    en: "figures first in the sentence, write words or change their order")
  fileprivate static let wordOrAbbreviation = Message(
    sv: "ordet kan vara en förkortning utan punkter (t.o.m., resp., ev., t.ex., bl.a.)",
    en: "the word may be an abbreviation without points (t.o.m., resp., ev., t.ex., bl.a.)")
  fileprivate static let nameInitialism = Message(
    sv: "initialordet uttalas som ett ord, skriv med en versal: Nato, Unicef",
    en: "the acronym is read as a word, write one capital: Nato, Unicef")
  fileprivate static let wordInitialism = Message(
    sv: "förkortningen är ett vanligt ord, skriv med gemener: it, tv, pm, vd",
    en: "the initialism is a common word, write small letters: it, tv, pm, vd")
  fileprivate static let bareWeek = Message(
    sv: "veckonummer säger inte alla något, skriv datum",
    en: "a week's number tells some readers nothing, write dates")
  fileprivate static let placePair = Message(
    sv: "ortnamnen kan vara ett par som ska ha tankstreck",
    en: "the places may be a pair that wants an en dash")
  fileprivate static let firstInSentence = Message(
    sv: "förkortning först i meningen, skriv ut orden",
    en: "an abbreviation first in the sentence, write the words")
  fileprivate static let inHeading = Message(
    sv: "m.m. eller m.fl. i en rubrik", en: "m.m. or m.fl. in a heading")
  fileprivate static let onTheWeb = Message(
    sv: "förkortning som är svår på webben, skriv ut orden",
    en: "an abbreviation that is hard on the web, write the words")
  fileprivate static let saidTwice = Message(
    sv: "både t.ex. eller bl.a. och m.m. eller m.fl. i samma mening",
    en: "both t.ex. or bl.a. and m.m. or m.fl. in one sentence")
  fileprivate static let noSpace = Message(
    sv: "ett mellanslag tycks saknas", en: "a space seems to be missing")
}
