// Intervals of months, days of the week, dates and percentages (R1).

extension RuleWalk {
  /// Whether a dash stands between months, days of the week, dates or percentages.
  func isNamedInterval(_ index: Int) -> Bool {
    let kind = tokens[index].kind
    guard isApart(index) == isApart(index + 1) || kind != .hyphen else { return false }
    if self.kind(index - 1) == .percent { return isPercentInterval(index) }
    if token(index - 1).roles.contains(.unit), isUnitInterval(index) { return true }
    if self.kind(index - 1) == .digits, self.kind(index + 1) == .digits {
      if isSlashInterval(index) { return true }
      let areDates = isWrittenDate(index + 1) && isWrittenDate(index - 5)
      let areMonths = isWrittenMonth(index + 1) && isWrittenMonth(index - 3)
      if areDates || areMonths { return kind != .hyphen || isApart(index) }
    }
    let name = leftName(index - 1)
    guard self.kind(name) == .word, beginsWord(name) || self.kind(name - 1) == .digits else {
      return false
    }
    let left = token(name).roles
    if left.contains(.weekday) {
      return token(index + 1).roles.contains(.weekday) && endsName(index + 1)
    }
    if left.contains(.season) {
      // våren 2023–hösten 2024: both ends have years, or the first has none.
      let hasYears = self.kind(index - 1) != .digits || isYear(index + 2)
      return token(index + 1).roles.contains(.season) && hasYears && endsName(index + 1)
    }
    guard left.contains(.month) else { return false }
    // jan–nov, 15 mars–3 april, mars 2022–april 2023.
    if token(index + 1).roles.contains(.month) { return endsName(index + 1) }
    guard self.kind(index + 1) == .digits, token(index + 1).count <= 2,
      token(index + 2).roles.contains(.month), isApart(index + 2)
    else { return false }
    // 1 maj 2023–30 september 2024: both ends are whole dates, or neither has a year.
    guard self.kind(index - 1) == .digits else { return true }
    return self.kind(name - 1) == .digits && isApart(name) && self.kind(index + 3) == .digits
      && token(index + 3).count == 4 && isApart(index + 3)
  }

  /// Whether a date in figures begins at a token: 2023-11-29.
  private func isWrittenDate(_ index: Int) -> Bool { isWritten([4, 1, 2, 1, 2], at: index) }

  /// Whether a month in figures begins at a token: 2023-11.
  private func isWrittenMonth(_ index: Int) -> Bool { isWritten([4, 1, 2], at: index) }

  /// Whether digits with hyphens between them begin at a token, each part with its length.
  private func isWritten(_ counts: [Int], at index: Int) -> Bool {
    counts.indices.allSatisfy { part in
      let token = token(index + part)
      return token.kind == (part.isMultiple(of: 2) ? .digits : .hyphen)
        && token.count == counts[part] && (part == 0 || isTight(index + part))
    } && beginsWord(index) && endsWord(index + counts.count - 1)
  }

  /// Whether a dash stands between two dates or two school years: 24/12–6/1, 2022/23–2024/25.
  private func isSlashInterval(_ index: Int) -> Bool {
    guard kind(index - 2) == .slash, kind(index + 2) == .slash, beginsWord(index - 3),
      endsWord(index + 3), kind(index + 4) != .slash
    else { return false }
    let parts = [index - 3, index - 1, index + 1, index + 3]
    let isWhole = parts.allSatisfy { kind($0) == .digits && token($0).count <= 4 }
    guard isWhole, [index - 2, index - 1, index + 2, index + 3].allSatisfy(isTight) else {
      return false
    }
    let counts = parts.map { token($0).count }
    if counts[0] == 4, counts[2] == 4 { return counts[1] == counts[3] && counts[1] % 2 == 0 }
    let values = parts.map(value)
    return (1...31).contains(values[0]) && (1...12).contains(values[1])
      && (1...31).contains(values[2]) && (1...12).contains(values[3])
  }

  private func isYear(_ index: Int) -> Bool {
    kind(index) == .digits && token(index).count == 4 && isApart(index)
  }

  /// The token that names the left end: past the year of `mars 2022` and the point of `jan.`.
  private func leftName(_ index: Int) -> Int {
    let roles = token(index - 1).roles
    if isYear(index), roles.contains(.month) || roles.contains(.season) {
      return index - 1
    }
    return [.point, .twoPoints].contains(kind(index)) && isTight(index) ? index - 1 : index
  }

  /// Whether a name is a word of its own, and no other interval begins with it.
  private func endsName(_ index: Int) -> Bool {
    guard isTight(index + 1) else { return true }
    switch kind(index + 1) {
    case .word, .plain, .digits, .opaque, .hyphen, .hardHyphen, .slash, .enDash: return false
    default: return true
    }
  }

  /// Whether a dash stands between two numbers that rise and have the same unit: `5 kr-10 kr`.
  private func isUnitInterval(_ index: Int) -> Bool {
    guard kind(index - 2) == .digits, kind(index + 1) == .digits, kind(index - 1) == .word,
      unit(after: index - 2)?.binding == .unit, let high = number(at: index + 1),
      unit(after: high.last)?.binding == .unit
    else { return false }
    let (left, right) = (token(index - 1), token(high.last + 1))
    // Mkr and MSEK may both become mnkr.
    let name = options.style.contains(.kronor) ? kronorName(index - 1) : nil
    let areSame =
      name == nil
      ? bytes[left.start..<left.end] == bytes[right.start..<right.end]
      : name == kronorName(high.last + 1)
    return areSame && number(endingAt: index - 2)?.isLess(than: high) == true
  }

  /// Whether a dash stands between two percentages: `5 % - 10 %`.
  private func isPercentInterval(_ index: Int) -> Bool {
    guard kind(index - 2) == .digits, kind(index + 1) == .digits,
      let high = number(at: index + 1), kind(high.last + 1) == .percent
    else { return false }
    return number(endingAt: index - 2)?.isLess(than: high) == true
  }
}
