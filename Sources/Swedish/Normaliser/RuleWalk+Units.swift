// What follows a number and belongs to it (N7, N8, P1).

extension RuleWalk {
  /// A unit after a number.
  struct Unit {
    /// The rule that binds it to the number; nil if a space parts them.
    var binding: Rule?
    /// Whether four digits before it have groups.
    var groupsDigits = true
    /// Whether it is a word of its own too, so that a year may stand before it.
    var isAlsoWord = false
  }

  /// The unit that follows a token.
  func unit(after index: Int) -> Unit? {
    let next = index + 1
    let token = token(next)
    switch token.kind {
    case .percent, .permille:
      return isPercentOfCompound(next) ? nil : Unit(binding: .percent)
    case .degree:
      return isApart(next) || isScale(next + 1) ? Unit(binding: .unit) : nil
    case .currency: return Unit(binding: .unit)
    case .section: return Unit(binding: .section, groupsDigits: false)
    case .word:
      if token.roles.contains(.unitWord), isApart(next), endsUnit(next) {
        return Unit(binding: nil)
      }
      guard token.roles.contains(.unit) else { return nil }
      if !isApart(next) { return isUnitWithoutSpace(next) ? Unit(binding: .unit) : nil }
      guard endsUnit(next), abbreviation(at: next) == nil else { return nil }
      return Unit(binding: .unit, isAlsoWord: isAlsoWord(next))
    default: return nil
    }
  }

  /// Whether the letter of a scale of temperature stands after a degree sign: °C, or ° C.
  private func isScale(_ index: Int) -> Bool {
    let isNamed = ["C", "F"].contains { spells(index, $0) }
    return (isNamed || spells(index, "K") && isTight(index)) && endsWord(index)
  }

  /// A degree sign, and the letter of its scale that stands tight after it.
  mutating func degree(_ index: Int) -> Step {
    guard isBareNumber(index - 1), isApart(index + 1), isScale(index + 1) else {
      return Step(index + 1)
    }
    setGap(before: index + 1, "", .unit)
    return Step(index + 1, .settled)
  }

  /// Whether a unit stands right after its number and can be told from the letters of a code: one
  /// letter only after decimals, 37,5h.
  func isUnitWithoutSpace(_ index: Int) -> Bool {
    token(index).roles.contains(.unit) && endsUnit(index)
      && (token(index).count > 1 || isPowerTyped(index) || isAfterDecimals(index))
  }

  private func isAfterDecimals(_ index: Int) -> Bool {
    kind(index - 1) == .digits && isTight(index - 1) && kind(index - 2) == .comma
      && isTight(index - 2) && kind(index - 3) == .digits
  }

  /// Whether a unit ends with a token; the 2 of m2 may follow.
  private func endsUnit(_ index: Int) -> Bool { endsWord(index) || isPowerTyped(index) }

  /// Whether a 2 or 3 stands for a power: m2.
  func isPowerTyped(_ index: Int) -> Bool {
    guard kind(index + 1) == .digits, isTight(index + 1), token(index + 1).count == 1,
      [0x32, 0x33].contains(bytes[token(index + 1).start]), endsWord(index + 1)
    else { return false }
    return ["m", "km", "dm", "cm", "mm", "hm"].contains { spells(index, $0) }
  }

  private func isAlsoWord(_ index: Int) -> Bool {
    if isPowerTyped(index) { return false }
    return token(index).count == 1
      || ["min", "ha", "st", "mil", "mm", "ton"].contains { spells(index, $0) }
  }

  /// A section sign before its number.
  mutating func section(_ index: Int) -> Step {
    if kind(index + 1) == .digits { return Step(index + 1, .bound(.section)) }
    remarkLoneSection(index)
    return Step(index + 1)
  }

  /// Whether a section sign stands after a code, as in 6a §, and not before a number.
  func endsInSection(_ index: Int) -> Bool {
    kind(index) == .section && isApart(index) && kind(index + 1) != .digits
      && isLetter(index - 1) && isTight(index - 1) && kind(index - 2) == .digits
  }

  /// Binds the letters between a number and its section sign, 2 a § and 6 a–c §§, and gives the
  /// sign; nil if there are none.
  mutating func sectionLetters(_ first: Int) -> Int? {
    guard isLetter(first), isApart(first) else { return nil }
    var sign = first + 1
    let dash = first + 1
    let isInterval = kind(dash).isDash && isLetter(dash + 1) && isApart(dash) == isApart(dash + 1)
    if isInterval { sign = dash + 2 }
    guard kind(sign) == .section, isApart(sign) || isTight(sign) else { return nil }
    bindGap(before: first, .section)
    if isInterval {
      setGap(before: dash, "", .interval)
      replace(dash, with: "–", .interval)
      setGap(before: dash + 1, "", .interval)
    }
    opened = sign
    return sign
  }

  /// Whether a token is one small letter.
  private func isLetter(_ index: Int) -> Bool {
    let token = token(index)
    return token.kind.isWordlike && token.count == 1 && (0x61...0x7A).contains(bytes[token.start])
  }
}
