// What a house may want or not want (N9, C1).

extension RuleWalk {
  /// The house style's form of a word; nil where other rules go on with it.
  mutating func houseStyle(_ index: Int) -> Step? {
    guard !options.style.isEmpty else { return nil }
    let roles = token(index).roles
    let mayBegin = beginsWord(index) || kind(index - 1) == .slash || kind(index - 1) == .digits
    if options.style.contains(.kronor), roles.contains(.kronor), endsWord(index), mayBegin,
      let name = kronorName(index)
    {
      replace(index, with: name, .kronor)
      return nil
    }
    if options.style.contains(.signs), roles.contains(.times), isApart(index), isApart(index + 1),
      kind(index + 1) == .digits, endsMeasure(droppedPoint == index - 1 ? index - 2 : index - 1)
    {
      // 500 mg x 2.
      replace(index, with: "×", .signs)
      return Step(index + 1)
    }
    guard options.style.contains(.signs), kind(index + 1) == .digits, isTight(index + 1),
      token(index + 1).count == 1, mayBegin
    else { return nil }
    if isPowerTyped(index) {
      let isSquare = bytes[token(index + 1).start] == 0x32
      replace(index + 1, with: isSquare ? "²" : "³", .signs)
      return Step(index + 2)
    }
    if spells(index, "CO"), bytes[token(index + 1).start] == 0x32, endsFormula(index + 1) {
      replace(index + 1, with: "₂", .signs)
      return Step(index + 2)
    }
    return nil
  }

  /// Whether CO2 ends here, or goes on as CO2e or CO2-utsläpp.
  private func endsFormula(_ index: Int) -> Bool {
    guard isTight(index + 1) else { return true }
    let next = token(index + 1)
    switch next.kind {
    case .word: return spells(index + 1, "e") || spells(index + 1, "ekv")
    case .plain:
      return bytes[next.start] == 0x65 && next.count > 1
        && [0x20, 0x2C, 0x2E, 0x3B, 0x3A].contains(bytes[next.start + 1])
    case .digits, .opaque: return false
    case .point: return !isTight(index + 2) || kind(index + 2) != .digits
    default: return true
    }
  }

  /// The house style's name for sums of kronor; nil for other words.
  func kronorName(_ index: Int) -> String? {
    let small = bytes[token(index).start..<token(index).end].map(WordLexicon.small)
    switch String(decoding: small, as: UTF8.self) {
    case "kkr", "ksek", "tsek": return "tkr"
    case "mkr", "msek": return "mnkr"
    case "mnkr" where kind(index - 1) == .digits: return "mnkr"
    case "mdkr" where kind(index - 1) == .digits: return "mdkr"
    case "tkr" where kind(index - 1) == .digits: return "tkr"
    default: return nil
    }
  }
}
