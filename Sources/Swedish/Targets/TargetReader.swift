/// Reads one part of a målvärde: a bound, a number and its unit, or a direction, a comparison, a
/// state; then when, compared with what, and a note.
///
/// It takes phrases from the front as long as it knows them. If something is left that fits
/// nowhere, nothing is claimed and the whole part stands as words: a figure that was half
/// understood would be worse than none.
struct TargetReader {
  private let source: String
  private var phrases: PhraseReader

  /// A reader of one part.
  init(_ text: String) {
    phrases = PhraseReader(text)
    source = phrases.rest
  }

  /// What the part says.
  func read() -> TargetValue.Reading {
    var reading = TargetValue.Reading(source: source, meaning: .words(source))
    if let missing = MissingValue(saidBy: source) {
      reading.meaning = .missing(missing)
      return reading
    }
    var attempt = self
    if attempt.readAll(into: &reading) { return reading }
    return TargetValue.Reading(source: source, meaning: .words(source))
  }

  /// What is wrong with the number that the part begins with, and what stands round it.
  mutating func numberFault() -> TargetValue.NumberFaultFinding? {
    _ = phrases.take(Self.bounds)
    let rest = phrases.rest
    var digits = rest.prefix { $0.isASCIIDigit || "+-−–.,".contains($0) || $0.isWhitespace }
    while let last = digits.last, !last.isASCIIDigit { digits.removeLast() }
    guard case .fault(let fault) = Amount.read(String(digits)) else { return nil }
    switch fault {
    case .decimalPoint, .foreignGroups:
      return .init(
        fault: fault, before: String(source.dropLast(rest.count)),
        after: String(rest.dropFirst(digits.count)))
    case .empty, .notANumber, .brokenGroups, .tooLarge: return nil
    }
  }

  private mutating func readAll(into reading: inout TargetValue.Reading) -> Bool {
    guard let meaning = meaning(&reading) else { return false }
    reading.meaning = meaning
    return tail(&reading)
  }

  // MARK: What is to be reached

  private mutating func meaning(_ reading: inout TargetValue.Reading) -> TargetValue.Meaning? {
    if let word = phrases.first, Self.states.contains(word) {
      defer { phrases.takeAll() }
      return .state(phrases.rest)
    }
    if let direction = phrases.take(Self.directions) { return heading(direction) }
    if let direction = phrases.takeIf(Self.comparisons, notBeforeNumber: true) {
      reading.comparedWith = phrases.takeUntilNote()
      return .comparison(direction, by: nil)
    }
    let bound = phrases.take(Self.bounds)
    return quantity(bound, &reading)
  }

  /// A direction, or the change that it goes by: `minskning med 12 %`.
  private mutating func heading(_ direction: TargetValue.Direction) -> TargetValue.Meaning? {
    guard phrases.take(Self.by) != nil else { return .direction(direction) }
    guard let (amount, _) = phrases.takeNumber() else { return nil }
    let unit = phrases.takeUnit()
    return .change(Quantity(direction == .down ? -amount : amount, unit: unit))
  }

  private mutating func quantity(
    _ bound: TargetValue.Bound?, _ reading: inout TargetValue.Reading
  ) -> TargetValue.Meaning? {
    guard let (amount, isSigned) = phrases.takeNumber() else { return nil }
    if bound == nil, phrases.takeRangeDash(), let (end, _) = phrases.takeNumber() {
      return .range(from: amount, Quantity(end, unit: phrases.takeUnit()))
    }
    let quantity = Quantity(amount, unit: phrases.takeUnit())
    guard quantity.unit.split(separator: " ").count <= Self.mostWordsInUnit else { return nil }
    if let direction = phrases.take(Self.comparisons) {
      reading.comparedWith = phrases.takeUntilNote()
      return .comparison(direction, by: quantity)
    }
    if bound == nil, isSigned, quantity.isPercent || !amount.isNegative {
      return .change(quantity)
    }
    return .quantity(bound, quantity)
  }

  /// Longer, and what follows the number is a sentence.
  private static let mostWordsInUnit = 4

  // MARK: The rest

  /// Reads what may follow; false if something is left that fits nowhere.
  private mutating func tail(_ reading: inout TargetValue.Reading) -> Bool {
    if phrases.take(Self.against) != nil {
      reading.comparedWith = phrases.takeUntilNote()
      // "4 av 5" is one figure, of which the half would say something else.
      if case .quantity(_, let quantity) = reading.meaning, !quantity.isPercent,
        reading.comparedWith?.first?.isNumber ?? true
      {
        return false
      }
    }
    reading.when = phrases.takePeriod()
    if let inside = phrases.takeParenthesis() {
      var words = PhraseReader(inside)
      let before = words.takeUntilPeriod()
      if let period = words.takePeriod(), words.isAtEnd {
        reading.when = reading.when ?? period
        reading.note = before.isEmpty ? nil : before
      } else {
        reading.note = inside
      }
    }
    if phrases.takeComma() {
      let more = phrases.takeAll()
      // "90 % 2024, 95 % 2025" says two things, and the second is no note.
      guard more.first?.isNumber == false else { return false }
      reading.note = [reading.note, more].compactMap(\.self).joined(separator: ", ")
    }
    // After a share, words say what it is a share of.
    if !phrases.isAtEnd, case .quantity(_, let quantity) = reading.meaning, quantity.isPercent,
      reading.when == nil, reading.note == nil, reading.comparedWith == nil
    {
      reading.note = phrases.takeAll()
    }
    return phrases.isAtEnd
  }
}

// MARK: - Words

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension MissingValue {
  /// The missing value that a text marks or says.
  fileprivate init?(saidBy text: String) {
    switch text.lowercased() {
    case "ej relevant", "inte relevant", "ej aktuellt", "inte aktuellt": self = .impossible
    case "uppgift saknas", "finns ej", "finns inte", "saknas": self = .unavailable
    default: self.init(text)
    }
  }
}

extension TargetReader {
  private static let bounds: PhraseTable<TargetValue.Bound> = [
    "<=": .atMost, "=<": .atMost, "≤": .atMost, "<": .less,
    ">=": .atLeast, "=>": .atLeast, "≥": .atLeast, ">": .more,
    "minst": .atLeast, "lägst": .atLeast, "åtminstone": .atLeast,
    "högst": .atMost, "max": .atMost, "max.": .atMost, "maximalt": .atMost, "som mest": .atMost,
    "över": .more, "mer än": .more, "fler än": .more, "större än": .more, "högre än": .more,
    "under": .less, "mindre än": .less, "färre än": .less, "lägre än": .less,
    "cirka": .about, "ca": .about, "ca.": .about, "omkring": .about,
  ]

  private static let by: PhraseTable<Void> = ["med": ()]

  private static let against: PhraseTable<Void> = [
    "jämfört med": (), "i jämförelse med": (), "av": (),
  ]

  private static let comparisons: PhraseTable<TargetValue.Direction> = [
    "högre än": .up, "mer än": .up, "fler än": .up, "större än": .up,
    "lägre än": .down, "mindre än": .down, "färre än": .down,
    "samma som": .unchanged, "i nivå med": .unchanged, "oförändrat mot": .unchanged,
  ]

  private static let directions: PhraseTable<TargetValue.Direction> = [
    "höjning": .up, "höja": .up, "höjd": .up, "höjt": .up,
    "sänkning": .down, "sänka": .down, "sänkt": .down,
    "ökande": .up, "ökar": .up, "öka": .up, "ökning": .up, "ökad": .up, "ökat": .up,
    "stigande": .up, "uppåtgående": .up,
    "minskande": .down, "minskar": .down, "minska": .down, "minskning": .down, "minskad": .down,
    "minskat": .down, "sjunkande": .down, "nedåtgående": .down,
    "oförändrad": .unchanged, "oförändrat": .unchanged, "oförändrade": .unchanged,
    "bibehållen": .unchanged, "bibehållet": .unchanged, "bibehålla": .unchanged,
  ]

  private static let states: Set<String> = [
    "finns", "är", "har", "ja", "nej", "klar", "klart", "klara", "genomförd", "genomfört",
    "genomförda", "beslutad", "beslutat", "beslutade", "uppnådd", "uppnått", "uppfylld",
    "uppfyllt", "införd", "infört", "införda", "framtagen", "framtaget", "framtagna", "påbörjad",
    "påbörjat", "påbörjade", "godkänd", "godkänt", "grön", "grönt", "gul", "gult", "röd", "rött",
  ]
}
