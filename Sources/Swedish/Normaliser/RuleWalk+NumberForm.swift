import Diagnostics

// The form of one number: its groups of digits and its decimal comma (N1, N2, N4, N5).

extension RuleWalk {
  /// Gives a number its groups and its comma.
  ///
  /// `isYear` is what the words around it say, `mayBeYear` what its digits and those of the interval
  /// that it is in leave open.
  mutating func format(_ number: TypedNumber, unit: Unit?, isYear: Bool, mayBeYear: Bool) {
    let rule: Rule = number.wholeDigits == 4 ? .shortGroups : .digitGroups
    let isPriced = number.tail == .price && options.style.contains(.signs)
    let hasUnit = unit != nil || isPriced
    if number.hasPoints {
      guard hasUnit else {
        remark(
          .digitGroups, .ambiguousNumber, from: number.first, through: number.last, .pointGroups)
        return
      }
      for index in (number.first + 1)...number.lastOfWhole where kind(index) == .point {
        replace(index, with: options.groupSpace.rawValue, .digitGroups)
      }
    } else if number.spaces > 0 {
      guard !isAfterStandard(number.first) else { return }
      let isName = isAfterIdentityWord(number.first)
      for index in (number.first + 1)...number.lastOfWhole {
        if isName {
          bindGap(before: index, .identity)
        } else {
          let isPlain = token(index).gap.isPlain
          setGap(before: index, options.groupSpace.rawValue, isPlain ? rule : .groupSpace)
        }
      }
    } else if needsGroups(
      number, unit: unit, isPriced: isPriced, isYear: isYear, mayBeYear: mayBeYear)
    {
      let digits = token(number.first)
      var cut = digits.start + (digits.count - 1) % 3 + 1
      while cut < digits.end {
        edit(cut, cut, options.groupSpace.rawValue, rule)
        cut += 3
      }
    }
    if case .point(let decimals) = number.decimals {
      formatPoint(number, decimals: decimals, hasUnit: hasUnit)
    }
  }

  /// A decimal point becomes a comma where a unit shows that it is one.
  private mutating func formatPoint(_ number: TypedNumber, decimals: Int, hasUnit: Bool) {
    if mayBeGroup(number, decimals: decimals) {
      guard hasUnit || !isAfterIdentityWord(number.first) else { return }
      remark(
        .decimalComma, .ambiguousNumber, from: number.first, through: number.last, .pointOrGroup)
    } else if hasUnit {
      replace(number.lastOfWhole + 1, with: ",", .decimalComma)
    }
  }

  /// Whether the digits after a point may be a group: 107.135.
  private func mayBeGroup(_ number: TypedNumber, decimals: Int) -> Bool {
    decimals == 3 && number.wholeDigits <= 3 && number.whole > 0
  }

  private func needsGroups(
    _ number: TypedNumber, unit: Unit?, isPriced: Bool, isYear: Bool, mayBeYear: Bool
  ) -> Bool {
    guard !number.hasLeadingZero, (4...15).contains(number.wholeDigits) else { return false }
    // Neither beside a point nor beside a colon that stays.
    if case .point = number.decimals, unit == nil, !isPriced { return false }
    if number.tail == .price, !isPriced { return false }
    let hasUnit = unit?.groupsDigits == true || isPriced
    if number.wholeDigits == 4 {
      if isNumeric {
        if mayBeYear, unit == nil, saysWhen(number) { return false }
        return column.groupsFourDigits ?? (!mayBeYear || hasUnit || hasSign(number.first))
      }
      return hasUnit && !isYear && !(mayBeYear && unit?.isAlsoWord == true)
        && !isAfterIdentityWord(number.first)
    }
    if isAfterIdentityWord(number.first) || isBasicDate(number) { return false }
    if kind(number.first - 1) == .section || unit == nil && isPostcode(number) { return false }
    return hasUnit || isNumeric && number.wholeDigits < 8
      || !isAfterCapitals(number.first) && !isRegisterNumber(number)
  }

  /// Whether a number in a cell says which year another is for: `2023: 9 120`, `9 120 (2023)`.
  private func saysWhen(_ number: TypedNumber) -> Bool {
    let (before, after) = (kind(number.first - 1), kind(number.last + 1))
    if after == .colon, before == .lineBreak { return isApart(number.last + 2) }
    return before == .openParen && after == .closeParen && number.first > 1
  }

  /// Whether a sign stands before a number.
  func hasSign(_ index: Int) -> Bool {
    switch kind(index - 1) {
    case .minus: true
    case .plus: isTight(index)
    case .hyphen, .enDash, .emDash: role(ofDash: index - 1) == .minus
    default: false
    }
  }

  /// Whether a number in prose is a year by the word before it: `budget 2023 kr` has no groups.
  func isKnownYear(_ number: TypedNumber) -> Bool {
    guard number.isYear, !isNumeric else { return false }
    return Self.yearWords.contains(word(before: number.first))
      || token(number.first - 1).roles.contains(.month)
  }

  private static let yearWords: Set<String> = [
    "år", "åren", "året", "våren", "hösten", "sommaren", "vintern", "budget", "budgeten",
    "bokslut", "bokslutet", "plan", "planen", "utfall", "utfallet", "prognos", "prognosen",
    "helår", "helåret", "delår", "delåret", "sedan", "verksamhetsplan", "flerårsplan", "målvärde",
    "ingångsvärde", "årsredovisning", "resultat", "januari", "februari", "mars", "april", "maj",
    "juni", "juli", "augusti", "september", "oktober", "november", "december",
  ]

  /// Whether the whole text is numbers, signs and units.
  var holdsNumberOnly: Bool {
    var hasDigits = false
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .digits: hasDigits = true
      case .word:
        let isTimes = token.roles.contains(.times) && options.style.contains(.signs)
        guard isTimes || !token.roles.isDisjoint(with: [.unit, .unitWord, .kronor]) else {
          return false
        }
      case .plain, .opaque, .lineBreak, .doubleQuote, .singleQuote, .guillemet, .leader:
        return false
      case .other:
        let sign = bytes[token.start]
        // < = > ~ * and ≤ ≥ ±.
        guard (0x3C...0x3E).contains(sign) || [0x7E, 0x2A, 0xC2, 0xE2].contains(sign) else {
          return false
        }
      case .slash: guard kind(index + 1) == .word else { return false }
      default: break
      }
    }
    return hasDigits
  }
}

extension Message {
  fileprivate static let pointGroups = Message(
    sv: "punkter mellan siffergrupper, där fasta mellanslag ska stå",
    en: "points between groups of digits, where no-break spaces belong")
  fileprivate static let pointOrGroup = Message(
    sv: "punkten i talet kan betyda decimaler eller tusental, skriv komma eller mellanslag",
    en: "the point in the number may mean decimals or thousands, write a comma or a space")
}
