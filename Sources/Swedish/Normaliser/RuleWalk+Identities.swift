import Diagnostics

// Telephones and postcodes (I1), and dates in figures (T2).

extension RuleWalk {
  /// A Swedish telephone number: its spaces become no-break.
  mutating func telephone(_ index: Int) -> Step? {
    let area = token(index)
    let isCoded = bytes[area.start] == 0x30 && (2...4).contains(area.count)
    guard beginsNumber(index) else { return nil }
    var (digits, last) = (area.count, index)
    if let tail = afterHyphen(index) ?? (isCoded ? afterLooseMark(index) : nil) {
      digits += token(tail).count
      last = tail
    } else if isCoded, kind(index - 1) == .openParen, kind(index + 1) == .closeParen,
      isTight(index + 1)
    {
      // (0455) 73 10 00.
      last = index + 1
    }
    guard last > index || kind(index + 1) == .digits else { return nil }
    let isAbroad =
      isCoded && area.count == 4 && bytes[area.start + 1] == 0x30 && bytes[area.start + 2] != 0x30
    var groups = isAbroad ? groupsAbroad(after: last, digits) : telephoneGroups(after: last)
    if groups.isEmpty, kind(last + 1) == .digits, isApart(last + 1),
      (5...9).contains(token(last + 1).count)
    {
      groups = [last + 1]
    }
    digits += groups.reduce(0) { $0 + token($1).count }
    let end = groups.last ?? last
    let mostDigits = isAbroad ? 15 : 11
    guard end > index, ((isCoded ? 7 : 5)...mostDigits).contains(digits), endsTelephone(end),
      isCoded || Self.telephoneWords.contains(word(before: index, pastMark: true))
    else { return nil }
    for part in index + 1...end where isApart(part) { bindGap(before: part, .identity) }
    return Step(end + 1)
  }

  /// The digits after the mark between a telephone number's area and its groups, where it was typed
  /// as no hyphen or with spaces: 0455 - 73 10 00, 0455/73 10 00.
  private func afterLooseMark(_ index: Int) -> Int? {
    let mark = index + 1
    let isMark =
      switch kind(mark) {
      case .hyphen, .enDash: isApart(mark) == isApart(mark + 1)
      case .slash: isTight(mark) && isTight(mark + 1)
      default: false
      }
    guard isMark, kind(mark + 1) == .digits, (2...3).contains(token(mark + 1).count),
      telephoneGroups(after: mark + 1).contains(where: { token($0).count == 2 })
    else { return nil }
    return mark + 1
  }

  /// An international telephone number after its plus sign.
  mutating func plus(_ index: Int) -> Step {
    guard kind(index + 1) == .digits, isTight(index + 1) else { return Step(index + 1) }
    if isTelephoneInOne(index + 1) { return Step(index + 2) }
    guard token(index + 1).count <= 3 else { return Step(index + 1) }
    var (last, digits) = (index + 1, token(index + 1).count)
    var bound: [Int] = []
    while true {
      if let area = afterBracketedZero(last) {
        for part in [last + 1, area] where isApart(part) { bound.append(part) }
        digits += token(area).count
        last = area
      } else if let tail = afterHyphen(last) {
        digits += token(tail).count
        last = tail
      } else if kind(last + 1) == .digits, isApart(last + 1), token(last + 1).count <= 8,
        isAlike(last + 1, to: bound.first ?? last + 1)
      {
        bound.append(last + 1)
        digits += token(last + 1).count
        last += 1
      } else {
        break
      }
    }
    // Groups of three alone make a number: +1 234 567 890.
    let isNumber = bound.allSatisfy { kind($0) == .digits && token($0).count == 3 }
    guard (9...15).contains(digits), !isNumber, endsTelephone(last) else { return Step(index + 1) }
    for gap in bound { bindGap(before: gap, .identity) }
    return Step(last + 1)
  }

  /// Whether a group of a telephone number has the same kind of space before it as the first, or
  /// one of the two has a no-break space and is no group of thousands.
  private func isAlike(_ group: Int, to first: Int) -> Bool {
    let (first, group) = (token(first), token(group))
    return group.gap.isPlain == first.gap.isPlain
      || (group.gap.isPlain ? first : group).count != 3
  }

  /// Whether the digits after a plus sign are a whole telephone number: +46455731000.
  private func isTelephoneInOne(_ index: Int) -> Bool {
    (10...13).contains(token(index).count) && endsTelephone(index) && unit(after: index) == nil
      && (!isNumeric || bytes[token(index).start..<token(index).end].starts(with: "46".utf8))
  }

  /// The digits after a tight hyphen.
  private func afterHyphen(_ index: Int) -> Int? {
    kind(index + 1) == .hyphen && isTight(index + 1) && kind(index + 2) == .digits
      && isTight(index + 2) ? index + 2 : nil
  }

  /// The digits after `(0)`, as in +46 (0)8.
  private func afterBracketedZero(_ index: Int) -> Int? {
    kind(index + 1) == .openParen && kind(index + 2) == .digits && isTight(index + 2)
      && kind(index + 3) == .closeParen && isTight(index + 3) && kind(index + 4) == .digits
      ? index + 4 : nil
  }

  /// What follows the digits of a telephone number that begins with 00, up to 15 digits in all.
  private func groupsAbroad(after index: Int, _ before: Int) -> [Int] {
    var groups: [Int] = []
    var (next, digits) = (index + 1, before)
    while kind(next) == .digits, isApart(next), digits + token(next).count <= 15 {
      digits += token(next).count
      groups.append(next)
      next += 1
    }
    return digits < 9 || kind(next) == .digits ? [] : groups
  }

  private func telephoneGroups(after index: Int) -> [Int] {
    var groups: [Int] = []
    var next = index + 1
    while kind(next) == .digits, isApart(next), (2...3).contains(token(next).count),
      groups.count < 5, goesOn(next, from: groups.first ?? next, after: index)
    {
      groups.append(next)
      next += 1
    }
    return groups
  }

  /// Whether a group's space goes with that of the first, or what it stands before is no group of
  /// thousands, so that it means nothing; a first one after more than three digits means nothing too.
  private func goesOn(_ group: Int, from first: Int, after area: Int) -> Bool {
    let isPlain = token(group).gap.isPlain
    if isPlain == token(first).gap.isPlain { return true }
    return token(group).count != 3 && (!isPlain || token(area).count > 3)
  }

  private func endsTelephone(_ index: Int) -> Bool {
    guard isTight(index + 1) else {
      let next = token(index + 1)
      // Where one of the two is no group, a no-break space between them does not make one number.
      let isParted = next.gap.isPlain || next.count > 3 || token(index).count > 3
      return unit(after: index) == nil && (next.kind != .digits || isParted)
    }
    switch kind(index + 1) {
    case .digits, .word, .plain, .opaque, .hyphen, .percent, .permille, .degree, .currency,
      .section, .times:
      return false
    case .slash, .colon, .point, .comma:
      return !isTight(index + 2) || kind(index + 2) != .digits
    default: return true
    }
  }

  private static let telephoneWords: Set<String> = [
    "tfn", "tel", "telefon", "telefonnummer", "mobil", "fax", "växel", "växeln", "vx", "swish",
  ]

  /// A postcode before its place: 371 81 Karlskrona.
  mutating func postcode(_ index: Int) -> Step? {
    let next = token(index + 1)
    guard token(index).count == 3, next.kind == .digits, next.count == 2, isApart(index + 1),
      bytes[token(index).start] != 0x30, endsTelephone(index + 1)
    else { return nil }
    let isPrefixed =
      kind(index - 1) == .hyphen && isTight(index)
      && (spells(index - 2, "SE") || spells(index - 2, "S"))
    guard isPrefixed || beginsNumber(index) else { return nil }
    let isNamed = ["postnr", "postnummer"].contains(word(before: index, pastMark: true))
    let isAlone = kind(index - 1).endsLine && kind(index + 2).endsLine
    let isBeforePlace = isApart(index + 2) && isCapitalised(index + 2)
    guard isPrefixed || isNamed || isAlone || isBeforePlace else { return nil }
    bindGap(before: index + 1, .identity)
    return Step(index + 2)
  }

  /// Whether a number is a postcode without its space before its place, after a comma or first on
  /// its line: Box 1024, 55111 Jönköping.
  func isPostcode(_ number: TypedNumber) -> Bool {
    guard number.isPlain, number.wholeDigits == 5, context != .cell || !isNumeric else {
      return false
    }
    let place = number.last + 1
    guard isApart(place), isCapitalised(place), kind(place).isWordlike,
      !token(place).roles.contains(.capitals)
    else { return false }
    return kind(number.first - 1).endsLine
      || byte(before: token(number.first - 1).end) == 0x2C
  }

  /// Tells of a date in figures in prose.
  mutating func remarkDate(_ index: Int) {
    guard context == .prose || context == .paragraphStart, beginsNumber(index),
      token(index).count == 4, let month = afterHyphen(index), token(month).count == 2,
      let day = afterHyphen(month), token(day).count == 2
    else { return }
    remark(.dateForm, .dateForm, from: index, through: day, .dateInFigures)
  }
}

extension Message {
  fileprivate static let dateInFigures = Message(
    sv: "datum i siffror i löpande text, skriv som 15 april 2015",
    en: "a date in figures in running text, write as 15 april 2015")
}
