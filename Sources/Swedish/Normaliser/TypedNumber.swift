/// A number as it was typed in a text: which tokens it is made of, and how.
struct TypedNumber {
  /// What begins the decimals.
  enum Decimals: Equatable {
    case none
    case comma(digits: Int)
    case point(digits: Int)
  }

  /// What stands right after it, where that means something.
  enum Tail {
    case clear
    /// A hyphen and the rest of a word: 12-månadersperiod.
    case compound
    /// A unit without its space: 5kr.
    case unit
    /// A price's `:-` or `,-`.
    case price
    /// An x and another number.
    case times
  }

  /// The first token.
  var first: Int
  /// The last token.
  var last: Int
  /// The last token of the whole part.
  var lastOfWhole: Int
  /// How many digits the whole part has.
  var wholeDigits: Int
  /// How many spaces part its groups.
  var spaces = 0
  /// Whether they are plain ones, at which a line may end.
  var hasPlainSpaces = false
  /// Whether points part its groups.
  var hasPoints = false
  /// What begins its decimals.
  var decimals = Decimals.none
  /// Whether ½ or the like is its last sign.
  var hasFraction = false
  /// What stands right after it.
  var tail = Tail.clear
  /// Whether a zero is written before other digits.
  var hasLeadingZero: Bool
  /// The whole part of its value; it saturates.
  var whole = 0
  /// The decimals of its value, in thousand millionths.
  var fraction = 0

  /// Whether it is below another.
  func isLess(than other: TypedNumber) -> Bool {
    (whole, fraction) < (other.whole, other.fraction)
  }

  /// Whether it has no more than its digits: no groups, no decimals.
  var isPlain: Bool { spaces == 0 && !hasPoints && decimals == .none && !hasFraction }

  /// Whether it may be a year.
  var isYear: Bool { isPlain && wholeDigits == 4 && (1900..<2100).contains(whole) }

  /// Whether it may be a time of day: 9, 9.45, 13.00.
  var isClock: Bool {
    guard spaces == 0, !hasPoints, !hasFraction, wholeDigits <= 2, whole <= 24 else { return false }
    return decimals == .none || decimals == .point(digits: 2) && fraction < 600_000_000
  }
}

extension RuleWalk {
  /// The number that begins at a run of digits; nil if the digits are part of something that is no
  /// number: a date, a clause, a code.
  func number(at first: Int) -> TypedNumber? {
    let opening = token(first)
    guard opening.kind == .digits else { return nil }
    let isZero = bytes[opening.start] == 0x30
    var number = TypedNumber(
      first: first, last: first, lastOfWhole: first, wholeDigits: opening.count,
      hasLeadingZero: isZero && opening.count > 1)
    if opening.count <= 3, !isZero { readGroups(&number) }
    number.lastOfWhole = number.last
    guard readDecimals(&number) else { return nil }
    let mayEndInFraction = number.decimals == .none && isTight(number.last + 1)
    let quarters = mayEndInFraction ? quarters(number.last + 1) : 0
    if quarters > 0 {
      number.hasFraction = true
      number.last += 1
    }
    guard readTail(&number) else { return nil }
    readValue(&number)
    number.fraction += quarters * 250_000_000
    return number
  }

  /// How many quarters a sign stands for: ¼, ½, ¾; 0 for any other.
  func quarters(_ index: Int) -> Int {
    let sign = token(index)
    guard sign.kind == .other, sign.count == 2, bytes[sign.start] == 0xC2 else { return 0 }
    let last = Int(bytes[sign.start + 1])
    return (0xBC...0xBE).contains(last) ? last - 0xBB : 0
  }

  /// The number that ends at a run of digits.
  func number(endingAt last: Int) -> TypedNumber? {
    var first = quarters(last) > 0 && isTight(last) ? last - 1 : last
    if kind(first - 1) == .comma || kind(first - 1) == .point, isTight(first), isTight(first - 1),
      kind(first - 2) == .digits
    {
      first -= 2
    }
    while isGroup(first), kind(first - 1) == .digits, token(first - 1).count <= 3 { first -= 1 }
    guard let number = number(at: first), number.last == last else { return nil }
    return number
  }

  /// Groups of three after a first one: all plain spaces, or all no-break ones.
  ///
  /// Where both kinds stand in a row, the no-break ones hold groups together and the plain ones
  /// part numbers.
  private func readGroups(_ number: inout TypedNumber) {
    var last = number.first
    var (plain, bound) = (0, 0)
    while isGroup(last + 1) {
      last += 1
      if token(last).gap.isPlain { plain += 1 } else { bound += 1 }
    }
    if plain > 0, bound > 0 {
      guard !token(number.first + 1).gap.isPlain else { return }
      last = number.first
      while isGroup(last + 1), !token(last + 1).gap.isPlain { last += 1 }
      plain = 0
    }
    number.last = last
    number.spaces = last - number.first
    number.hasPlainSpaces = plain > 0
    number.wholeDigits += 3 * number.spaces
  }

  /// Whether a token is three digits with a space before them that may go on a number.
  func isGroup(_ index: Int) -> Bool {
    let token = token(index)
    guard token.kind == .digits, token.count == 3, token.gap != .none else { return false }
    guard isTight(index + 1) else { return true }
    switch kind(index + 1) {
    // 3 365-dagars has no group, 1 200-1 300 and 10 000-tals have.
    case .hyphen, .hardHyphen:
      return !kind(index + 2).isWordlike || !isTight(index + 2) || bytes[token.start] == 0x30
    case .slash: return isSignAfterSlash(index + 1)
    case .colon:
      return !isTight(index + 2) || isClosing(index + 2)
        || kind(index + 2) == .hyphen && endsPrice(index + 2)
    default: return true
    }
  }

  /// Decimals, or groups that points part; false if the digits are no number.
  private func readDecimals(_ number: inout TypedNumber) -> Bool {
    if let digits = decimals(after: number.last, .comma) {
      number.decimals = .comma(digits: digits)
      number.last += 2
      return decimals(after: number.last, .comma) == nil
    }
    var points = 0
    var areGroups = !number.hasLeadingZero && token(number.first).count <= 3 && number.spaces == 0
    while let digits = decimals(after: number.last, .point) {
      points += 1
      areGroups = areGroups && digits == 3
      number.last += 2
    }
    if points == 1 {
      number.decimals = .point(digits: token(number.last).count)
    } else if points > 1 {
      guard areGroups else { return false }
      number.hasPoints = true
      number.wholeDigits += 3 * points
      number.lastOfWhole = number.last
      if let digits = decimals(after: number.last, .comma) {
        number.decimals = .comma(digits: digits)
        number.last += 2
      }
    }
    return decimals(after: number.last, .comma) == nil
      && decimals(after: number.last, .point) == nil
  }

  private func decimals(after index: Int, _ mark: Token.Kind) -> Int? {
    guard kind(index + 1) == mark, isTight(index + 1), kind(index + 2) == .digits,
      isTight(index + 2)
    else { return nil }
    return token(index + 2).count
  }

  /// What stands right after a number; false if that makes it no number.
  private func readTail(_ number: inout TypedNumber) -> Bool {
    let after = number.last + 1
    guard isTight(after) else { return true }
    switch kind(after) {
    case .slash: return isSignAfterSlash(after)
    case .opaque, .plain: return false
    case .word:
      if token(after).roles.contains(.times), kind(after + 1) == .digits, isTight(after + 1) {
        number.tail = .times
        // 0x1F is a code.
        return number.wholeDigits > 1 || bytes[token(number.first).start] != 0x30
      }
      guard isUnitWithoutSpace(after) else { return false }
      number.tail = .unit
    case .colon, .comma:
      let isStroke = kind(after + 1) == .hyphen || kind(after + 1) == .enDash
      if isStroke, isTight(after + 1), endsPrice(after + 1) {
        number.tail = .price
      } else if kind(after) == .colon {
        return !isTight(after + 1) || isClosing(after + 1)
      }
    case .point: return !isTight(after + 1) || isClosing(after + 1)
    case .hyphen, .hardHyphen:
      if kind(after + 1) != .digits { number.tail = .compound }
    default: break
    }
    return true
  }

  /// Whether a slash parts two numbers with signs: +5/−3.
  private func isSignAfterSlash(_ slash: Int) -> Bool {
    kind(slash + 2) == .digits && isTight(slash + 1) && isTight(slash + 2)
      && (kind(slash + 1) == .hyphen || kind(slash + 1) == .minus)
  }

  private func endsPrice(_ hyphen: Int) -> Bool {
    guard isTight(hyphen + 1) else { return true }
    switch kind(hyphen + 1) {
    case .digits, .word, .plain, .opaque: return false
    default: return !kind(hyphen + 1).isDash
    }
  }

  /// Whether a token cannot go on a number after a point or a colon.
  private func isClosing(_ index: Int) -> Bool {
    switch kind(index) {
    case .digits, .word, .plain, .opaque, .hyphen, .hardHyphen, .slash: false
    default: true
    }
  }

  private func readValue(_ number: inout TypedNumber) {
    var (whole, fraction, place) = (0, 0, 100_000_000)
    for index in number.first...number.last where kind(index) == .digits {
      let isDecimal = index > number.lastOfWhole
      for byte in bytes[token(index).start..<token(index).end] {
        let digit = Int(byte &- 0x30)
        if isDecimal {
          fraction += digit * place
          place /= 10
        } else {
          whole = whole > 100_000_000_000_000_000 ? whole : whole * 10 + digit
        }
      }
    }
    (number.whole, number.fraction) = (whole, fraction)
  }
}
