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
    if roles.contains(.week), context == .prose || context == .paragraphStart {
      let number = hasPoint ? index + 2 : index + 1
      if kind(number) == .digits, isApart(number) {
        remark(.week, .dateForm, from: index, through: number, .bareWeek)
      }
    }
    if roles.contains(.place), kind(index + 1) == .hyphen, isTight(index + 1), isTight(index + 2),
      token(index + 2).roles.contains(.place), isCapitalised(index + 2)
    {
      remark(.interval, .ambiguousInterval, from: index, through: index + 2, .placePair)
    }
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

  /// Tells where a space seems to be missing: kronor2024, ord.Ord.
  mutating func remarkMissingSpace(_ index: Int) {
    guard options.tellsFindings, token(index).kind == .word, isTight(index + 1) else { return }
    let word = token(index)
    if kind(index + 1) == .digits, word.count >= 4, token(index + 1).count >= 2,
      beginsWord(index), bytes[word.start..<word.end].allSatisfy({ $0 >= 0x61 })
    {
      remark(.missingSpace, .missingSpace, from: index, through: index + 1, .noSpace)
    }
    if kind(index + 1) == .point, kind(index + 2).isWordlike, isTight(index + 2),
      isCapitalised(index + 2), word.count >= 3, token(index + 2).count >= 2,
      bytes[word.end - 1] >= 0x61
    {
      remark(.missingSpace, .missingSpace, from: index, through: index + 2, .noSpace)
    }
  }
}

extension Message {
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
