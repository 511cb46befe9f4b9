import Diagnostics

// What is told of quotation marks and apostrophes and not changed (Q1, Q3, Q4).

extension RuleWalk {
  /// Tells of an apostrophe in a genitive.
  mutating func remarkApostrophe(_ index: Int) {
    guard options.tellsFindings, isTight(index), !isTight(index + 1),
      [0x73, 0x78, 0x7A].contains(byte(before: token(index).start)),
      !tokens[..<index].contains(where: { $0.kind == .singleQuote })
    else { return }
    remark(.apostrophe, .genitiveApostrophe, from: index, through: index, .apostrophe)
  }

  /// Tells of quotation marks that do not pair, and of points on both sides of one.
  mutating func remarkQuotes() {
    guard options.tellsFindings,
      let last = tokens.lastIndex(where: { $0.kind == .doubleQuote })
    else { return }
    if !quotesPair { remark(.quotes, .unpairedQuote, from: last, through: last, .oddQuotes) }
    for index in tokens.indices where tokens[index].kind == .doubleQuote {
      if isTight(index), isTight(index + 1), kind(index + 1) == .point,
        byte(before: tokens[index].start) == 0x2E
      {
        remark(.quotedPoint, .unpairedQuote, from: index, through: index + 1, .twoPointsAtQuote)
      }
    }
  }
}

extension Message {
  fileprivate static let apostrophe = Message(
    sv: "apostrof efter s, x eller z i genitiv, skriv ingen",
    en: "an apostrophe after s, x or z in a genitive, write none")
  fileprivate static let oddQuotes = Message(
    sv: "udda antal citattecken i stycket, ett saknas eller är ett för mycket",
    en: "an odd number of quotation marks in the paragraph, one is missing or one too many")
  fileprivate static let twoPointsAtQuote = Message(
    sv: "punkt både före och efter citattecknet, skriv en",
    en: "a point both before and after the quotation mark, write one")
}
