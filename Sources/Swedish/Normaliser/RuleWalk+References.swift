// References and contractions (A2, X1).

extension RuleWalk {
  /// Gives kap beside a number its point, and binds both.
  mutating func chapter(_ index: Int) -> Step {
    let hasPoint = kind(index + 1) == .point && isTight(index + 1)
    let next = hasPoint ? index + 2 : index + 1
    let hasNumber = kind(next) == .digits && (isApart(next) || hasPoint)
    let isNumbered = kind(index - 1) == .digits && (isApart(index) || opened == index)
    guard hasNumber || isNumbered, hasPoint || endsWord(index), !endsInPoints(index) else {
      return Step(index + 1)
    }
    if hasPoint {
      tighten(index + 1)
    } else {
      edit(token(index).end, token(index).end, ".", .abbreviation)
    }
    opened = next
    return Step(next, hasNumber ? .bound(.reference) : .open)
  }

  /// Whether kap stands right after the digits of a chapter and before a number.
  func isChapterWithoutSpace(_ index: Int) -> Bool {
    guard token(index).roles.contains(.chapter), isTight(index), token(index - 1).count < 4,
      !token(index).roles.contains(.capitals), isBareNumber(index - 1), beginsNumber(index - 1),
      kind(index - 2) != .times, kind(index - 2) != .minus, !kind(index - 2).isDash,
      !isBareNumber(index - 2)
    else { return false }
    let hasPoint = kind(index + 1) == .point && isTight(index + 1)
    let next = hasPoint ? index + 2 : index + 1
    return kind(next) == .digits && (hasPoint || isApart(next))
  }

  /// Whether several points stand right after a word.
  private func endsInPoints(_ index: Int) -> Bool {
    guard isTight(index + 1) else { return false }
    return [.twoPoints, .threePoints, .leader, .ellipsis].contains(kind(index + 1))
  }

  /// A word that is bound to the number after it.
  mutating func reference(_ index: Int) -> Step {
    var next = index + 1
    let roles = token(index).roles
    let hasPoint = kind(next) == .point && isTight(next)
    if roles.contains(.reference) {
      guard !hasPoint, refers(index, to: next) else { return Step(next) }
    } else {
      guard hasPoint else { return Step(next) }
      tighten(next)
      next += 1
      guard kind(next) == .digits else { return Step(next) }
    }
    opened = next
    return Step(next, .bound(.reference))
  }

  /// Whether what stands after a word for a reference is what it refers to.
  private func refers(_ index: Int, to next: Int) -> Bool {
    if kind(next) == .digits { return isApart(next) }
    return (spells(index, "dnr") || spells(index, "Dnr")) && isApart(next)
      && (token(next).roles.contains(.capitals) || kind(next) == .opaque || kind(next) == .exempt)
  }

  /// A contraction has no point, unless the point ends the sentence.
  mutating func contraction(_ index: Int) -> Step? {
    let next = index + 2
    guard kind(index + 1) == .point, isTight(index + 1) else { return nil }
    if spells(index, "Kr"), spells(index - 1, "f") || spells(index - 1, "e") { return nil }
    let isBound = token(index).roles.contains(.reference)
    let point = token(index + 1)
    if isTight(next) {
      if kind(next) == .digits, !isAmount(index) {
        // nr.5, ca.450.
        edit(token(index).end, point.end, isBound ? "\u{A0}" : " ", .contraction)
        opened = next
        return Step(next, .settled)
      }
      guard [.comma, .semicolon, .colon].contains(kind(next)) else { return nil }
      edit(token(index).end, point.end, "", .contraction)
      droppedPoint = index + 1
      return Step(next)
    }
    guard isApart(next), dropsPoint(index, before: next) else { return nil }
    edit(token(index).end, point.end, "", .contraction)
    droppedPoint = index + 1
    return Step(next, isBound && refers(index, to: next) ? .bound(.reference) : .open)
  }

  /// Goes on after the stroke of a price that has become kr, past a point that kr would lose.
  mutating func afterPrice(_ stroke: Int) -> Step {
    let (mark, next) = (stroke + 1, stroke + 2)
    guard isTight(mark) else { return Step(mark) }
    switch kind(mark) {
    case .point where isApart(next) && dropsPoint(stroke, before: next),
      .point where isTight(next) && [.comma, .semicolon, .colon].contains(kind(next)):
      tighten(mark)
      edit(token(mark).start, token(mark).end, "", .contraction)
      droppedPoint = mark
      return Step(next)
    default: return Step(mark)
    }
  }

  /// Whether the point after a contraction would go, or bind it to a number, if it were one point.
  func readsOnPastPoint(_ index: Int, before next: Int) -> Bool {
    let roles = token(index).roles
    if roles.contains(.initial) { return isCapitalised(next) }
    if !roles.isDisjoint(with: [.pointedReference, .clock, .chapter]) {
      return kind(next) == .digits
    }
    guard roles.contains(.contraction) || roles.contains(.kronor) || isPriceStroke(index) else {
      return false
    }
    return kind(next) == .digits || dropsPoint(index, before: next)
  }

  /// Whether a contraction is an amount's unit, which a sentence may end with.
  private func isAmount(_ index: Int) -> Bool {
    let roles = token(index).roles
    return !roles.isDisjoint(with: [.unit, .kronor]) && !roles.contains(.reference)
      || isPriceStroke(index)
  }

  private func dropsPoint(_ index: Int, before next: Int) -> Bool {
    switch kind(next) {
    case .digits:
      return !(isAmount(index) && (isBareNumber(index - 1) || isPriceStroke(index)))
    case .word, .plain:
      let becomesSmall =
        token(next).roles.contains(.kronor) && options.style.contains(.kronor)
      guard isCapitalised(next), !becomesSmall else { return true }
      // Nothing ends with these; a sentence may end with the others.
      if token(index).roles.contains(.reference) {
        let isFormula = options.style.contains(.signs) && spells(next, "CO")
        return token(next).roles.contains(.capitals) && kind(next + 1) == .digits && !isFormula
      }
      return ["ca", "Ca", "dr", "Dr", "jfr", "Jfr", "gm", "Gm"].contains { spells(index, $0) }
    case .opaque, .exempt, .openParen, .openBracket, .doubleQuote, .guillemet, .section:
      return !isAmount(index)
    default: return false
    }
  }
}
