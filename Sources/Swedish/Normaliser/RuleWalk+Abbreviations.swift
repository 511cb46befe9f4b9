import Diagnostics

// Abbreviations (A1, A3): points and no spaces, one point at a sentence's end.

extension RuleWalk {
  /// An abbreviation of several parts, as it was typed.
  struct Abbreviation {
    /// The tokens of its words.
    var words: [Int]
    /// Whether it is written together with one point: osv.
    var isJoined: Bool
  }

  private static let patterns: [(parts: [String], isJoined: Bool)] = [
    (["t", "ex"], false), (["bl", "a"], false), (["m", "fl"], false), (["m", "m"], false),
    (["fr", "o", "m"], false), (["t", "o", "m"], false), (["m", "a", "o"], false),
    (["s", "k"], false), (["p", "g", "a"], false), (["f", "d"], false), (["e", "d"], false),
    (["o", "d"], false), (["o", "dyl"], false), (["e", "dyl"], false), (["f", "n"], false),
    (["f", "ö"], false), (["f", "Kr"], false), (["e", "Kr"], false), (["d", "v", "s"], true),
    (["o", "s", "v"], true),
  ]

  /// The abbreviation that begins at a word, with or without its points.
  func abbreviation(at index: Int) -> Abbreviation? {
    guard token(index).roles.contains(.opensAbbreviation), beginsWord(index) else { return nil }
    // a b c d e d is an alphabet, 5 m m no med mera.
    if isApart(index), abbreviationEnd != index - 1 {
      let hasPoint = kind(index + 1) == .point && isTight(index + 1)
      if isBareNumber(index - 1), !hasPoint { return abbreviation(afterNumber: index) }
      // The preposition i stands alone and is no letter of an alphabet.
      if !hasPoint, let letter = lastLetter(index - 1), letter != 0x69 { return nil }
    }
    for pattern in Self.patterns {
      if let words = match(pattern.parts, at: index) {
        return Abbreviation(words: words, isJoined: pattern.isJoined)
      }
    }
    return nil
  }

  /// The letter that words end with, if it stands alone.
  private func lastLetter(_ index: Int) -> UInt8? {
    let words = token(index)
    guard words.kind.isWordlike, isASCIILetter(bytes[words.end - 1]) else { return nil }
    let isAlone = words.count == 1 || bytes[words.end - 2] == 0x20
    return isAlone ? bytes[words.end - 1] : nil
  }

  /// An abbreviation without points after a number, where its first part cannot be a unit:
  /// 300 f Kr, 2024 t o m.
  private func abbreviation(afterNumber index: Int) -> Abbreviation? {
    for pattern in Self.patterns where pattern.parts.count > 2 || pattern.parts[1] == "Kr" {
      if let words = match(pattern.parts, at: index) {
        return Abbreviation(words: words, isJoined: pattern.isJoined)
      }
    }
    return nil
  }

  private func match(_ parts: [String], at index: Int) -> [Int]? {
    let first = token(index)
    guard first.kind == .word, first.count == parts[0].utf8.count else { return nil }
    let isSame = zip(bytes[first.start..<first.end], parts[0].utf8).enumerated().allSatisfy {
      $0.element.0 == $0.element.1 || $0.offset == 0 && $0.element.0 | 0x20 == $0.element.1
    }
    guard isSame else { return nil }
    var words = [index]
    var next = index
    for part in parts.dropFirst() {
      // Of two points by mistake one goes.
      let hasPoint = [.point, .twoPoints].contains(kind(next + 1)) && isTight(next + 1)
      next += hasPoint ? 2 : 1
      guard kind(next) == .word, hasPoint || isApart(next), spells(next, part) else { return nil }
      words.append(next)
    }
    guard isTight(next + 1) else { return words }
    switch kind(next + 1) {
    case .word, .plain, .digits, .opaque, .hyphen, .hardHyphen, .slash: return nil
    case .point:
      guard isTight(next + 2) else { return words }
      switch kind(next + 2) {
      case .word, .plain: return runsOn(words, into: next + 2) ? words : nil
      case .digits, .opaque, .hyphen: return nil
      default: return words
      }
    case .twoPoints: return isTight(next + 2) && kind(next + 2).isWordlike ? nil : words
    default: return words
    }
  }

  /// Whether a word has run on into an abbreviation that has all its points: t.ex.vård.
  private func runsOn(_ words: [Int], into word: Int) -> Bool {
    let hasPoints = zip(words, words.dropFirst()).allSatisfy { $1 == $0 + 2 }
    let letters = bytes[token(word).start..<token(word).end].prefix { $0 != 0x20 && $0 != 0x2E }
    return hasPoints && letters.count > 2
  }

  /// Gives an abbreviation its points.
  mutating func abbreviation(_ found: Abbreviation) -> Step {
    for (word, next) in zip(found.words, found.words.dropFirst()) {
      let start = token(word).end
      let end = token(next).start
      let joint = found.isJoined ? "" : "."
      if !bytes[start..<end].elementsEqual(joint.utf8) {
        // A point that is there stays, so that as little as can be is changed.
        let staysPoint = bytes[start] == 0x2E && !found.isJoined
        edit(staysPoint ? start + 1 : start, end, staysPoint ? "" : joint, .abbreviation)
      }
    }
    let last = found.words.last ?? 0
    remarkAbbreviation(from: found.words[0], through: last)
    return close(last)
  }

  /// Ends an abbreviation with one point.
  private mutating func close(_ last: Int) -> Step {
    abbreviationEnd = last
    let mark = token(last + 1)
    switch isTight(last + 1) ? mark.kind : .other {
    case .point:
      tighten(last + 1)
      abbreviationEnd = last + 1
      if isTight(last + 2), kind(last + 2).isWordlike {
        edit(mark.end, mark.end, " ", .spaces)
        opened = last + 2
        return Step(last + 2, .settled)
      }
      return Step(last + 2)
    case .twoPoints:
      edit(mark.start + 1, mark.end, "", .doublePoint)
      abbreviationEnd = last + 1
      return Step(last + 2)
    case .threePoints, .ellipsis, .leader: return Step(last + 1)
    default:
      edit(token(last).end, token(last).end, ".", .abbreviation)
      return Step(last + 1)
    }
  }

  /// osv, inkl and the like end with a point; mfl and pga have more of them.
  mutating func clipped(_ index: Int) -> Step? {
    if isTight(index + 1) {
      switch kind(index + 1) {
      case .word, .plain, .digits, .opaque, .hyphen, .hardHyphen, .colon, .threePoints, .ellipsis,
        .leader:
        return nil
      case .point where isTight(index + 2):
        if kind(index + 2) == .digits || kind(index + 2).isWordlike { return nil }
      case .twoPoints where isTight(index + 2) && kind(index + 2).isWordlike: return nil
      default: break
      }
    }
    let word = token(index)
    let cuts: [Int] =
      spells(index, "mfl") || spells(index, "Mfl")
      ? [1] : spells(index, "pga") || spells(index, "Pga") ? [1, 2] : []
    for cut in cuts { edit(word.start + cut, word.start + cut, ".", .abbreviation) }
    remarkAbbreviation(from: index, through: index)
    return close(index)
  }

  /// mm after a word is med mera; after a number or alone in brackets it is millimetres.
  mutating func andMore(_ index: Int) -> Step? {
    guard spells(index, "mm"), isApart(index) || opened == index,
      endsWord(index), kind(index + 1) != .twoPoints || !isTight(index + 2)
    else { return nil }
    if isTight(index + 1), kind(index + 1) == .slash || kind(index + 1) == .hyphen { return nil }
    var end = kind(index - 1) == .comma ? index - 1 : index
    if droppedPoint == end - 1 { end -= 1 }
    if isPriceStroke(end - 1) { return withPoints(index) }
    // "kick-off" mm.
    if kind(end - 1) == .doubleQuote, !token(end - 1).roles.contains(.opensQuote), isTight(end - 1)
    {
      end -= 1
    }
    guard kind(end - 1).isWordlike else { return nil }
    let last = byte(before: token(end - 1).end)
    guard last != 0x2E, last != 0x3A else { return nil }
    let before = word(before: end, pastMark: true)
    guard !before.isEmpty, !Self.measuredWords.contains(before) else { return nil }
    return withPoints(index)
  }

  /// mm as m.m.
  private mutating func withPoints(_ index: Int) -> Step {
    edit(token(index).start + 1, token(index).start + 1, ".", .abbreviation)
    remarkAbbreviation(from: index, through: index)
    return close(index)
  }

  /// Words after which mm is a unit.
  private static let measuredWords: Set<String> = [
    "i", "per", "antal", "och", "eller", "till", "från", "av", "cm", "dm", "km", "m", "mm", "enhet",
    "enheten", "anges", "mäts", "mätt", "nederbörd", "regn", "längd", "bredd", "höjd", "tjocklek",
    "djup", "diameter", "mått", "måtten", "hela", "några", "tio", "två", "tre", "fyra", "fem",
  ]

  /// Two points at a sentence's end are one too many.
  mutating func twoPoints(_ index: Int) -> Step {
    let endsSentence: Set<Token.Kind> = [
      .word, .plain, .digits, .closeParen, .percent, .doubleQuote, .singleQuote,
    ]
    guard isTight(index), endsSentence.contains(kind(index - 1)) || isPriceStroke(index - 1),
      !isTight(index + 1), kind(index + 1) != .point
    else { return Step(index + 1) }
    let goesOn = [.word, .plain, .opaque].contains(kind(index + 1)) && !isCapitalised(index + 1)
    if goesOn || readsOnPastPoint(index - 1, before: index + 1) {
      remark(.doublePoint, .dotLeader, from: index, through: index, .twoPoints)
      return Step(index + 1)
    }
    edit(token(index).start + 1, token(index).end, "", .doublePoint)
    return Step(index + 1)
  }
}

extension Message {
  fileprivate static let twoPoints = Message(
    sv: "två punkter i rad, skriv en eller tre", en: "two points in a row, write one or three")
}
