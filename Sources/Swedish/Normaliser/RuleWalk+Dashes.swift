import Diagnostics

// Hyphens, dashes and minus signs (N6, D1–D3, M1), but for the intervals of numbers.

extension RuleWalk {
  /// What a typed hyphen or dash is.
  enum DashRole {
    /// What it looks like.
    case keep
    /// A minus of the number after it.
    case minus
    /// A minus that names the sign: `(−)`.
    case signLabel
    /// Alone in a cell: nothing to report.
    case missingValue
    /// The beginning of a line of speech.
    case speech
    /// A list's mark.
    case listMark
    /// A dash between words.
    case spaced
    /// A dash that ends the line.
    case atLineEnd
    /// A dash that makes an interval.
    case interval
    /// A hyphen for the rest of a word, with a space too many before it: hälso - och sjukvård.
    case suspended
  }

  /// Puts the right dash.
  mutating func dash(_ index: Int) -> Step {
    let kind = tokens[index].kind
    switch role(ofDash: index) {
    case .keep:
      if kind == .hyphen, let low = number(endingAt: index - 1) { remarkScore(low) }
      remarkMissingSpace(afterHyphen: index)
    case .suspended: break
    case .minus, .signLabel: replace(index, with: "−", .minus)
    case .missingValue: replace(index, with: "–", .missingValue)
    case .speech: replace(index, with: "–", .speech)
    case .listMark: replace(index, with: "–", .listMark)
    case .spaced, .atLineEnd:
      replace(index, with: "–", kind == .hyphen || kind == .enDash ? .dash : .longDash)
    case .interval: replace(index, with: "–", .interval)
    }
    return Step(index + 1)
  }

  /// Tells of a hyphen between two numbers that may be a result, a name or an interval.
  mutating func remarkScore(_ low: TypedNumber) {
    guard let high = number(at: low.last + 2), low.wholeDigits < 4, high.wholeDigits < 4,
      !low.hasLeadingZero, !high.hasLeadingZero, !kind(high.last + 1).isDash,
      !kind(low.first - 1).isDash
    else { return }
    remark(.interval, .ambiguousInterval, from: low.first, through: high.last, .ambiguousHyphen)
  }

  /// What a hyphen or dash is, by what stands on either side.
  func role(ofDash index: Int) -> DashRole {
    let dash = tokens[index]
    let (left, right) = (kind(index - 1), kind(index + 1))
    let isShort = dash.kind == .hyphen || dash.kind == .enDash
    // Several in a row are no dashes of ours, but for the sign of a number: 5 – −3.
    if left.isDash, !isPriceStroke(index - 1) {
      return isShort && right == .digits && isApart(index) && !isApart(index + 1) ? .minus : .keep
    }
    if right.isDash, role(ofDash: index + 1) != .minus { return .keep }
    if left.endsLine {
      if right.endsLine { return index == 0 && context == .cell ? .missingValue : .keep }
      return roleAtLineStart(index)
    }
    if isShort, isSignLabel(index) { return .signLabel }
    if right.endsLine {
      let mayBeSign = dash.kind == .hyphen && isBareNumber(index - 1) && context == .cell
      return dash.gap == .none || mayBeSign ? .keep : .atLineEnd
    }
    switch (isApart(index), isApart(index + 1)) {
    case (false, false): return roleBetweenTight(index)
    case (true, true):
      if left == .openParen || right == .closeParen { return .keep }
      if isNamedInterval(index) { return .interval }
      if dash.kind == .hyphen, isPartOfWord(index - 1), isJoint(index + 1) { return .suspended }
      return isBareNumber(index - 1) && right == .digits ? .keep : .spaced
    case (true, false):
      // The second of a pair, with a comma or a point after it: – som är högt –, nås.
      if dash.kind == .enDash, right.closes, right != .closeParen { return .atLineEnd }
      if dash.kind == .enDash, right.isWordlike,
        endsInWord(index - 1) || left.closes || left == .twoPoints
      {
        return isNamedInterval(index) ? .interval : .spaced
      }
      if isShort { return roleAtWordStart(index) }
      if isNamedInterval(index) { return .interval }
      let isBetween = right.isWordlike || right == .digits && !isBareNumber(index - 1)
      return dash.kind == .emDash && left != .openParen && isBetween ? .spaced : .keep
    case (false, true):
      if dash.kind == .enDash, endsInWord(index - 1), right.isWordlike, !isJoint(index + 1) {
        return isNamedInterval(index) ? .interval : .spaced
      }
      if isShort { return left == .openParen && right == .digits ? .minus : .keep }
      if isNamedInterval(index) { return .interval }
      return left.isWordlike || left == .digits && !isBareNumber(index - 1) ? .spaced : .keep
    }
  }

  /// Whether a word ends with a token, the digits of m2 and the stroke of a price among them.
  private func endsInWord(_ index: Int) -> Bool {
    kind(index).isWordlike || kind(index) == .opaque || isPriceStroke(index)
      || kind(index) == .digits && !isBareNumber(index)
  }

  /// Whether the word that ends with a token is only the first part of one: hälso, verksamhets.
  private func isPartOfWord(_ index: Int) -> Bool {
    let word = word(before: index + 1)
    return word == "hälso" || Self.partEndings.contains { word.hasSuffix($0) }
  }

  private static let partEndings = [
    "ings", "hets", "tions", "sions", "skaps", "ments", "doms", "itets", "arbets", "vårds",
  ]

  /// Whether och or the like stands at a token, as after the hyphen of hälso- och.
  func isJoint(_ index: Int) -> Bool {
    guard kind(index).isWordlike else { return false }
    let letters = bytes[token(index).start..<token(index).end].prefix(while: isASCIILetter)
    return ["och", "eller", "samt"].contains { letters.elementsEqual($0.utf8) }
  }

  private func roleAtLineStart(_ index: Int) -> DashRole {
    let kind = tokens[index].kind
    let isShort = kind == .hyphen || kind == .enDash
    let isApart = isApart(index + 1)
    if opensSpeech(index) { return .speech }
    if context == .cell, kind == .emDash, self.kind(index + 1) == .digits { return .minus }
    if isShort, self.kind(index + 1) == .digits, context == .cell || !isApart {
      return isLoneYear(index + 1) && context != .cell ? .keep : .minus
    }
    return context == .cell && isApart && self.kind(index + 1) != .digits ? .listMark : .keep
  }

  /// A hyphen or en dash with a space before it and none after.
  private func roleAtWordStart(_ index: Int) -> DashRole {
    guard kind(index + 1) == .digits else { return .keep }
    let high = number(at: index + 1)
    let isYear = high.map { $0.isYear && unit(after: $0.last) == nil } ?? false
    guard !isYear else { return .keep }
    guard isBareNumber(index - 1), let high else { return .minus }
    // After a number it may begin the end of an interval, but not of a falling one.
    guard let low = number(endingAt: index - 1) else { return .keep }
    return isSigned(low.first) || !low.isLess(than: high) || isRow(low, high) ? .minus : .keep
  }

  /// Whether more numbers stand beside two, as in a table's row: 176 40 -150 -225.
  private func isRow(_ low: TypedNumber, _ high: TypedNumber) -> Bool {
    let (before, after) = (low.first - 1, high.last + 1)
    let isSigned = [.hyphen, .enDash, .minus].contains(kind(after)) && isTight(after + 1)
    return kind(before) == .digits && isApart(low.first) && isBareNumber(before)
      || isApart(after) && isSigned && kind(after + 1) == .digits
  }

  /// Whether a minus, or what is typed for one, stands before a number.
  private func isSigned(_ index: Int) -> Bool {
    let sign = kind(index - 1)
    if sign == .minus { return true }
    // At the beginning of a cell or a bracket it may stand apart from its number: – 5.
    if sign.isDash, kind(index - 2).endsLine || kind(index - 2) == .openParen {
      return role(ofDash: index - 1) == .minus
    }
    return (sign == .hyphen || sign == .enDash) && isTight(index) && isApart(index - 1)
  }

  private func roleBetweenTight(_ index: Int) -> DashRole {
    let (left, right) = (kind(index - 1), kind(index + 1))
    switch tokens[index].kind {
    case .hyphen:
      // ½-1 tablett.
      if isNamedInterval(index) || right == .digits && quarters(index - 1) > 0 { return .interval }
      // `(-5)`, `+5/-3`, `<-5`: but not the hyphen of 12-5 or of covid-19.
      return right == .digits && mayPrecedeSign(left) ? .minus : .keep
    case .enDash:
      if right == .digits, quarters(index - 1) > 0 { return .interval }
      return right == .digits && mayPrecedeSign(left) ? .minus : .keep
    default:
      if isNamedInterval(index) { return .interval }
      let opens =
        right.isWordlike || [.digits, .openParen, .doubleQuote, .opaque].contains(right)
      let closes =
        left.isWordlike || [.digits, .closeParen, .doubleQuote, .opaque].contains(left)
      return opens && closes && !(isBareNumber(index - 1) && right == .digits) ? .spaced : .keep
    }
  }

  private func mayPrecedeSign(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .openParen, .openBracket, .doubleQuote, .singleQuote, .slash, .lineBreak, .other: true
    default: false
    }
  }

  /// Whether a hyphen names a sign: `(-)`, `(+ / -)`.
  func isSignLabel(_ index: Int) -> Bool {
    guard kind(index + 1) == .closeParen else { return false }
    return kind(index - 1) == .openParen
      || kind(index - 1) == .slash && kind(index - 2) == .plus
  }

  /// Whether a dash that begins a line begins speech: a space or a capital follows.
  func opensSpeech(_ index: Int) -> Bool {
    guard context == .paragraphStart else { return false }
    if isApart(index + 1) { return true }
    let isHyphenated =
      isTight(index + 2) && (kind(index + 2) == .hyphen || kind(index + 2) == .hardHyphen)
    return isCapitalised(index + 1) && !isHyphenated
  }

  /// Whether a number is a year alone, as after the hyphen of a life's dates.
  private func isLoneYear(_ index: Int) -> Bool {
    guard let number = number(at: index) else { return false }
    return number.isYear && unit(after: number.last) == nil
  }

  /// A minus that is a minus already.
  mutating func minus(_ index: Int) -> Step {
    if kind(index - 1).endsLine, kind(index + 1).endsLine, index == 0, context == .cell {
      replace(index, with: "–", .missingValue)
      return Step(index + 1)
    }
    let isSign =
      kind(index - 1).endsLine || isApart(index) && !isBareNumber(index - 1)
      || kind(index - 1) == .openParen
    if isSign, isApart(index + 1), kind(index + 1) == .digits {
      setGap(before: index + 1, "", .minus)
      return Step(index + 1, .settled)
    }
    return Step(index + 1)
  }
}

extension Message {
  fileprivate static let ambiguousHyphen = Message(
    sv: "bindestreck mellan tal som inte stiger, kanske ett resultat eller en beteckning",
    en: "a hyphen between numbers that do not rise, perhaps a score or a name")
}
