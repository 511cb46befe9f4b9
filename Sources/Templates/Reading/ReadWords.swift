import Input

extension TemplateReader {
  private static let badgeKeywords = [
    "name", "text", "symbol", "spoken", "legend", "style", "each", "where", "sort",
  ]

  /// Reads `words: {table: Tabell, continued: (forts.)}`: what is printed without a plan's words.
  mutating func readWords(_ value: Value) {
    let keys = PrintedWords.Key.allCases
    guard let map = map(value, of: "words", known: keys.map(\.rawValue)) else { return }
    for key in keys {
      guard let written = map[key.rawValue], !written.isNull else { continue }
      if let text = word(written, of: key.rawValue)?.text { template.words.own[key] = text }
    }
  }

  /// Reads `badges: [{name: VO, legend: …}, {each: märken, name: "{namn}", …}]`.
  mutating func readBadges(_ value: Value, _ context: Context) {
    guard let list = value.list else {
      report(.wrongValue(of: "badges", wanted: .list, found: value))
      return
    }
    template.badges = list.compactMap { badge($0, context) }
  }

  private mutating func badge(_ value: Value, _ context: Context) -> BadgeStep? {
    guard let map = map(value, of: "badges", known: Self.badgeKeywords) else { return nil }
    guard let name = map["name"] else {
      report(.missingKeyword("name", in: "badges", at: value.place))
      return nil
    }
    var inner = context
    var repetition: Selection?
    if let each = map["each"] {
      guard let (selection, item) = selection(each, of: map, context, mayGroup: false) else {
        return nil
      }
      repetition = selection
      inner = item
    }
    return BadgeStep(
      repetition: repetition, name: pattern(name, of: "name", inner),
      text: optionalPattern(map["text"], of: "text", inner),
      symbol: optionalPattern(map["symbol"], of: "symbol", inner),
      spoken: optionalPattern(map["spoken"], of: "spoken", inner),
      legend: optionalPattern(map["legend"], of: "legend", inner),
      style: optionalPattern(map["style"], of: "style", inner))
  }
}
