import Diagnostics

// Where a run of digits leads: a number or an interval with its unit, or a code (N1–N8, T3, C1).

extension RuleWalk {
  /// A number or an interval of two, with its unit; or digits that are neither.
  mutating func digits(_ index: Int) -> Step {
    if let step = telephone(index) ?? postcode(index) ?? clockInterval(index) { return step }
    if isIdentity(index) { return afterCode(index + 2) }
    guard beginsNumber(index), let number = number(at: index) else {
      remarkDate(index)
      remarkMixedNumber(index)
      remarkMissingSpace(afterDigits: index)
      let next = afterCode(index).next
      // 6a §.
      return Step(next, endsInSection(next) ? .bound(.section) : .open)
    }
    if number.tail == .compound { return Step(number.last + 1) }
    if number.tail == .times {
      if options.style.contains(.signs) {
        format(number, unit: nil, isYear: false, mayBeYear: number.isYear)
      }
      return times(number)
    }
    if joinsTooMuch(number) { return Step(number.last + 1) }
    let high = intervalEnd(of: number)
    let last = high ?? number
    if high == nil, isTight(number.last + 1), kind(number.last + 1) == .hyphen,
      kind(number.last + 2) == .digits
    {
      remarkDate(index)
      remarkScore(number)
      return afterCode(number.last)
    }
    let unit = last.tail == .compound ? nil : self.unit(after: last.last)
    if unit == nil, high == nil, let shared = unitOfPair(number) {
      format(number, unit: shared, isYear: false, mayBeYear: number.isYear)
      return step(after: number, unit: nil, isYear: false, mayBeYear: number.isYear)
    }
    let isYear = unit != nil && number.isYear && isKnownYear(number)
    // 12–14-åringar keep their form beside the hyphen.
    let isFormed = last.tail != .compound
    let mayBeYear = number.isYear && high?.isYear != false
    if isFormed { format(number, unit: unit, isYear: isYear, mayBeYear: mayBeYear) }
    if let high {
      join(number, high)
      if isFormed { format(high, unit: unit, isYear: isYear, mayBeYear: mayBeYear) }
    }
    remarkNumber(number, high, unit)
    return step(after: last, unit: unit, isYear: isYear, mayBeYear: mayBeYear)
  }

  /// Where to go on after a number, and how what follows is bound to it.
  private mutating func step(
    after number: TypedNumber, unit: Unit?, isYear: Bool, mayBeYear: Bool
  ) -> Step {
    let next = number.last + 1
    if number.tail == .price, options.style.contains(.signs) {
      edit(token(next).start, token(next + 1).end, "\u{A0}kr", .signs)
      opened = next + 1
      return Step(next + 2)
    }
    if let unit {
      opened = next
      let isName =
        kind(next) == .word && !isNumeric && (isYear || mayBeYear && unit.isAlsoWord)
      return Step(next, unit.binding.map { isName ? .open : .bound($0) } ?? .open)
    }
    guard isApart(next) else { return Step(next) }
    let word = token(next)
    if word.kind == .digits, !word.gap.isPlain, word.count > 3 || number.wholeDigits > 3 {
      // A no-break space would make them one number once they have their groups.
      setGap(before: next, " ", .spaces)
      return Step(next, .settled)
    }
    if word.roles.contains(.month), number.isPlain, (1...31).contains(number.whole),
      endsWord(next) || kind(next + 1).isDash && role(ofDash: next + 1) == .interval
    {
      return Step(next, .bound(.day))
    }
    if word.roles.contains(.chapter), !word.roles.contains(.capitals), number.isPlain {
      return Step(next, .bound(.reference))
    }
    if number.isPlain, let sign = sectionLetters(next) { return Step(sign, .bound(.section)) }
    if word.roles.contains(.times), kind(next + 1) == .digits, isApart(next + 1),
      options.style.contains(.signs)
    {
      return times(number)
    }
    return Step(next)
  }

  /// The x between two numbers.
  private mutating func times(_ number: TypedNumber) -> Step {
    guard options.style.contains(.signs) else { return afterCode(number.first) }
    let next = number.last + 1
    settle(before: next, .open)
    replace(next, with: "×", .signs)
    return Step(next + 1)
  }

  /// The unit that a number has in common with the one after it: mellan 1500 och 2500 kr, från
  /// 2.1 till 3.5 procent.
  private func unitOfPair(_ number: TypedNumber) -> Unit? {
    let joint = number.last + 1
    guard number.tail == .clear, !number.isYear, isApart(joint), isApart(joint + 1) else {
      return nil
    }
    let opening = word(before: number.first)
    guard opening == "mellan" && spells(joint, "och") || opening == "från" && spells(joint, "till"),
      let high = self.number(at: joint + 1), high.tail == .clear,
      let unit = unit(after: high.last), unit.groupsDigits
    else { return nil }
    return unit
  }

  /// Whether a number can begin at a run of digits.
  func beginsNumber(_ index: Int) -> Bool {
    guard isTight(index), index != opened else { return true }
    switch kind(index - 1) {
    case .lineBreak, .openParen, .openBracket, .doubleQuote, .singleQuote, .guillemet, .section,
      .plus, .minus, .times, .currency, .ellipsis, .threePoints, .semicolon, .exclamation,
      .question:
      return true
    case .point: return isSpacedEllipsis(index - 3)
    // 10 l/100 km.
    case .slash:
      return kind(index - 2) == .word && token(index - 2).roles.contains(.unit)
        && number(at: index).flatMap { unit(after: $0.last) } != nil
    case .word: return token(index - 1).roles.contains(.times) && kind(index - 2) == .digits
    case .other: return bytes[token(index - 1).start] != 0x23
    case .hyphen, .doubleHyphen, .enDash, .emDash:
      switch role(ofDash: index - 1) {
      case .minus, .spaced, .interval: return true
      default: return false
      }
    default: return false
    }
  }

  /// Goes past a code, a date, a clause: all that stands tight after digits.
  func afterCode(_ index: Int) -> Step {
    var next = index + 1
    while isTight(next) {
      switch kind(next) {
      case .digits, .word, .slash, .hyphen, .hardHyphen, .enDash: next += 1
      case .plain, .opaque: return Step(next + 1)
      case .point, .comma, .colon:
        guard isTight(next + 1) else { return Step(next) }
        switch kind(next + 1) {
        case .digits, .word, .plain, .opaque, .hyphen: next += 1
        default: return Step(next)
        }
      default: return Step(next)
      }
    }
    return Step(next)
  }

  /// Whether several numbers may stand in a row of groups, as in a table's row in one line.
  private mutating func joinsTooMuch(_ number: TypedNumber) -> Bool {
    guard number.hasPlainSpaces, number.spaces > 1, context != .cell else { return false }
    guard number.spaces > 2 || token(number.first).count == 3 else { return false }
    guard unit(after: number.last)?.groupsDigits != true else { return false }
    remark(
      .digitGroups, .ambiguousNumber, from: number.first, through: number.last, .severalNumbers)
    return true
  }
}

extension Message {
  fileprivate static let severalNumbers = Message(
    sv: "siffergrupperna kan vara ett eller flera tal och sattes inte ihop",
    en: "the groups of digits may be one number or several and were not joined")
}
