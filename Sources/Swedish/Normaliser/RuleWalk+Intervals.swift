import Diagnostics

// Intervals of numbers (R1, R2).

extension RuleWalk {
  /// The number that ends an interval; nil if the number before the dash begins none.
  mutating func intervalEnd(of low: TypedNumber) -> TypedNumber? {
    let dash = low.last + 1
    guard kind(dash).isDash, kind(dash + 1) == .digits, low.tail == .clear else { return nil }
    let isSpaced = isApart(dash)
    guard !isIdentity(low.first), let high = number(at: dash + 1), !isChained(low, high) else {
      return nil
    }
    guard isSpaced == isApart(dash + 1) else {
      return isLopsidedInterval(low, high, isSpaced: isSpaced) ? high : nil
    }
    // What is an interval in print already stays one.
    if kind(dash) == .enDash, !isSpaced { return high }
    return isInterval(low, high, isSpaced: isSpaced) ? high : nil
  }

  /// Whether a dash with a space on one side stands in an interval, and for no minus.
  private func isLopsidedInterval(
    _ low: TypedNumber, _ high: TypedNumber, isSpaced: Bool
  ) -> Bool {
    // 7- 12 år.
    if !isSpaced { return isInterval(low, high, isSpaced: true) }
    // 2023 -2025, §§ 12 -15, 13.00 -15.00.
    let areTimes = low.isClock && high.isClock && low.hasPoint && high.hasPoint
    let isNumbered = low.isYear && high.isYear || kind(low.first - 1) == .section
    return areTimes || isNumbered && low.isLess(than: high)
  }

  /// Whether more numbers follow or come before: a date, a book's number.
  private func isChained(_ low: TypedNumber, _ high: TypedNumber) -> Bool {
    let isDashBefore = kind(low.first - 1).isDash && role(ofDash: low.first - 1) != .minus
    let isDashAfter = kind(high.last + 1).isDash && kind(high.last + 2) == .digits
    return isDashAfter && role(ofDash: high.last + 1) != .minus
      || isDashBefore && isBareNumber(low.first - 2)
  }

  private func isInterval(_ low: TypedNumber, _ high: TypedNumber, isSpaced: Bool) -> Bool {
    let areClocks = low.isClock && high.isClock
    let hasUnit =
      high.tail != .compound && unit(after: high.last) != nil
      || high.tail == .price && options.style.contains(.signs)
    if low.hasLeadingZero || high.hasLeadingZero {
      guard areClocks, low.decimals != .none || low.wholeDigits == high.wholeDigits else {
        return false
      }
    }
    if low.hasPoint || high.hasPoint {
      // 9.00–15.30; but clauses 1.2-1.4 stay.
      if areClocks { return true }
      // 3.1 - 3.4, but no code: 1.2-1.4.
      guard hasUnit || isSpaced && low.hasPoint && high.hasPoint else { return false }
    }
    // 5 - 8 = -3.
    if isSpaced, kind(high.last + 1) == .other, spells(high.last + 1, "=") { return false }
    guard low.isLess(than: high) || low.isYear && high.wholeDigits == 2 else { return false }
    if !isSpaced, isAfterIdentityWord(low.first, but: "nr") || isAfterStandard(low.first) {
      return false
    }
    guard low.isYear else { return true }
    if high.wholeDigits == 2, high.isPlain {
      // 2023-11 is a month, 2023-24 two years.
      return !isSpaced && high.whole > 12 && high.whole > low.whole % 100
    }
    // 2000–2500 is no case in a register.
    return high.isYear || hasUnit || context == .cell
      || low.whole % 50 == 0 && high.whole % 50 == 0
  }

  /// Makes the dash of an interval tight.
  mutating func join(_ low: TypedNumber, _ high: TypedNumber) {
    let dash = low.last + 1
    setGap(before: dash, "", .interval)
    replace(dash, with: "–", .interval)
    setGap(before: high.first, "", .interval)
    guard options.tellsFindings else { return }
    let opening = word(before: low.first)
    if opening == "från" || opening == "mellan" {
      remark(
        .intervalWords, .ambiguousInterval, from: low.first, through: high.last,
        opening == "från" ? .fromWithDash : .betweenWithDash)
    } else if low.isPlain, low.whole > 1, high.decimals == .none, high.whole % 100 == 0,
      high.whole / 100 >= low.whole
    {
      remark(
        .intervalWords, .ambiguousInterval, from: low.first, through: high.last, .shortInterval)
    }
  }
}

extension TypedNumber {
  fileprivate var hasPoint: Bool {
    if case .point = decimals { return true }
    return hasPoints
  }
}

extension Message {
  fileprivate static let fromWithDash = Message(
    sv: "från hör ihop med till, inte med streck",
    en: "från goes with till, not with a dash")
  fileprivate static let betweenWithDash = Message(
    sv: "mellan hör ihop med och, inte med streck",
    en: "mellan goes with och, not with a dash")
  fileprivate static let shortInterval = Message(
    sv: "intervallets första tal kan vara avkortat, skriv ut det helt",
    en: "the first number of the interval may be cut short, write it out")
}
