/// What a text says where a number is expected.
public enum NumberReading: Hashable, Sendable {
  /// A number.
  case amount(Amount)
  /// A mark for a number that is not there.
  case missing(MissingValue)
  /// Neither, and why.
  case fault(NumberFault)

  /// The number, if it is one.
  public var amount: Amount? { if case .amount(let amount) = self { amount } else { nil } }
}

/// Why a text is no number, with the text to write instead where that can be told.
public enum NumberFault: Hashable, Sendable {
  /// There is nothing.
  case empty
  /// It does not look like a number.
  case notANumber
  /// A point stands where a comma should. Where three digits follow, they may be a group: then
  /// the number without the point is the other thing that may have been meant.
  case decimalPoint(withComma: String, asGroup: String?)
  /// Points or commas part the groups of digits.
  case foreignGroups(withSpaces: String)
  /// Spaces part the digits, but not in threes.
  case brokenGroups(joined: String)
  /// More digits than an amount holds.
  case tooLarge
}

extension Amount {
  /// How a number is written.
  public enum Notation: Sendable {
    /// `−1 234,50`: decimal comma, spaces between groups, any of three minus signs.
    case swedish
    /// `-1234.50`, `1e3`: the numbers of JSON, and nothing else.
    case json
  }

  /// The number that a whole text stands for; nil if it stands for none.
  public init?(_ text: String, notation: Notation = .swedish) {
    var scanner = NumberScanner(text)
    switch notation {
    case .swedish:
      guard case .fits(let amount) = scanner.wholeNumber() else { return nil }
      self = amount
    case .json:
      guard case .amount(let amount) = scanner.json() else { return nil }
      self = amount
    }
  }

  /// Reads a whole text as a number or a missing value, and says what is wrong if it is neither.
  public static func read(_ text: String, notation: Notation = .swedish) -> NumberReading {
    var scanner = NumberScanner(text)
    if notation == .json { return scanner.json() }
    scanner.skipSpaces()
    guard !scanner.isAtEnd else { return .fault(.empty) }
    if let missing = MissingValue(scanner.restWithoutSpacesAfter) { return .missing(missing) }
    switch scanner.wholeNumber() {
    case .fits(let amount): return .amount(amount)
    case .tooLarge: return .fault(.tooLarge)
    case nil: return .fault(scanner.fault())
    }
  }
}
