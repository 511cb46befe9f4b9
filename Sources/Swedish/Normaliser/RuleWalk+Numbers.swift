import Diagnostics

// Where a run of digits leads: a number or an interval with its unit, or a code (N1–N8, T3, C1).

extension RuleWalk {
  /// A number or an interval of two, with its unit; or digits that are neither.
  mutating func digits(_ index: Int) -> Step {
    if let step = telephone(index) ?? postcode(index) ?? clockInterval(index) { return step }
    if isIdentity(index) {
      for part in index + 1...index + 2 where isApart(part) { bindGap(before: part, .identity) }
      return afterCode(index + 2)
    }
    guard beginsNumber(index), let number = number(at: index) else {
      remarkDate(index)
      remarkMixedNumber(index)
      remarkMissingSpace(afterDigits: index)
      if isChapterWithoutSpace(index + 1) {
        // 9kap 1§.
        opened = index + 1
        return Step(index + 1, .bound(.reference))
      }
      let next = afterCode(index).next
      // 6a §.
      return Step(next, endsInSection(next) ? .bound(.section) : .open)
    }
    if number.tail == .compound {
      if number.spaces > 0 { format(number, unit: nil, isYear: false, mayBeYear: false) }
      return Step(number.last + 1)
    }
    if number.tail == .times {
      if options.style.contains(.signs) {
        format(number, unit: nil, isYear: false, mayBeYear: number.isYear)
      }
      return times(number)
    }
    if joinsTooMuch(number) {
      for part in number.first + 1...number.last where isApart(part) { settle(before: part, .open) }
      return Step(number.last + 1)
    }
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
    let isFormed = last.tail != .compound && high.map { areShortDates(number, $0) } != true
    let mayBeYear = number.isYear && high?.isYear != false
    let isPriced = last.tail == .price && options.style.contains(.signs)
    let unitOfBoth = unit ?? (isPriced ? Unit(binding: .unit) : nil)
    if isFormed { format(number, unit: unitOfBoth, isYear: isYear, mayBeYear: mayBeYear) }
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
      return afterPrice(next + 1)
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
    // 10 l/100 km, antal/100 000 invånare.
    case .slash:
      let left = token(index - 2)
      let isKronor = isPriceStroke(index - 2)
      let isWord = left.kind.isWordlike && !left.roles.contains(.capitals)
      if isWord || isKronor, number(at: index)?.spaces ?? 0 > 0 { return true }
      return (left.roles.contains(.unit) || isKronor || isPowerTyped(index - 3))
        && number(at: index).flatMap { unit(after: $0.last) } != nil
    case .word: return token(index - 1).roles.contains(.times) && kind(index - 2) == .digits
    case .other: return bytes[token(index - 1).start] != 0x23
    case .hyphen, .doubleHyphen, .enDash, .emDash:
      switch role(ofDash: index - 1) {
      case .minus, .spaced, .interval: return true
      // 5 kr–10 kr, 18 °C–22 °C.
      default: return kind(index - 1) == .enDash && endsMeasure(index - 2)
      }
    default: return false
    }
  }

  /// Whether a number's unit ends with a token.
  func endsMeasure(_ index: Int) -> Bool {
    let isMark = [.percent, .currency].contains(kind(index)) || token(index).roles.contains(.unit)
    let isPower = isPowerTyped(index - 1)
    return (isMark || isPower) && isBareNumber(isPower ? index - 2 : index - 1)
      || isPriceStroke(index)
      || kind(index - 1) == .degree && isTight(index) && kind(index) == .word
  }

  /// Goes past a code, a date, a clause: all that stands tight after digits.
  func afterCode(_ index: Int) -> Step {
    var next = index + 1
    while isTight(next) {
      switch kind(next) {
      case .hyphen where isNamedInterval(next): return Step(next)
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
    guard number.hasPlainSpaces else { return false }
    guard unit(after: number.last)?.groupsDigits != true else { return false }
    if number.first > row.end { row = readRow(from: number) }
    guard row.isUnclear else { return false }
    remark(
      .digitGroups, .ambiguousNumber, from: number.first, through: number.last, .severalNumbers)
    return true
  }

  /// Numbers that stand side by side from one on, as in a table's row: where the last ends, and
  /// whether the groups of one of them may be numbers of their own.
  private func readRow(from number: TypedNumber) -> (end: Int, isUnclear: Bool) {
    var (last, count, isUnclear, mayBeTwo) = (number.first, 0, false, false)
    var next: TypedNumber? = number
    while let number = next {
      count += 1
      last = number.last
      let isThree = token(number.first).count == 3
      if number.hasPlainSpaces, !hasWholeThousands(number) {
        isUnclear = isUnclear || number.spaces > 2 || number.spaces > 1 && isThree
        mayBeTwo = mayBeTwo || isThree
      }
      let after = last + 1
      let isSigned = [.hyphen, .enDash, .minus].contains(kind(after)) && isTight(after + 1)
      next = isApart(after) ? self.number(at: isSigned ? after + 1 : after) : nil
    }
    // A cell of one number holds that number.
    return (last, isUnclear && context != .cell || mayBeTwo && count > 1)
  }

  /// Whether every group after the first begins with a zero, as no number of its own does.
  private func hasWholeThousands(_ number: TypedNumber) -> Bool {
    (number.first + 1...number.lastOfWhole).allSatisfy { bytes[token($0).start] == 0x30 }
  }
}

extension Message {
  fileprivate static let severalNumbers = Message(
    sv: "siffergrupperna kan vara ett eller flera tal och sattes inte ihop",
    en: "the groups of digits may be one number or several and were not joined")
}
