import Diagnostics
import Input
import Manuscript
import Swedish

extension Composer {
  /// How a badge or a status mark is printed and read out, and what it means.
  struct BadgeLook {
    var text: RichText
    var style: String
    var spoken: String
    /// What it means, for under a table; empty for nothing to explain.
    var legend: RichText
  }

  /// Reads what the template says of badges, in terms of the plan.
  mutating func readBadges(_ frames: [Frame]) {
    for step in template.badges {
      let items = step.repetition.map { self.items(of: $0, frames) } ?? [frames]
      for item in items {
        guard let name = text(step.name, item) else { continue }
        var words = PlacedText()
        if let symbol = step.symbol.flatMap({ text($0, item) }) {
          words.append(symbol.text + "\u{A0}", symbol.places)
        }
        let printed = step.text.flatMap { text($0, item) } ?? name
        words.append(printed.text, printed.places)
        let spoken = step.spoken.flatMap { text($0, item)?.text } ?? ""
        badgeLooks[name.text] = BadgeLook(
          text: normalised(words.text, words.places, .cell),
          style: step.style.flatMap { text($0, item)?.text } ?? "badge", spoken: spoken,
          legend: step.legend.flatMap { richText($0, item, .cell) } ?? RichText(""))
      }
    }
  }

  /// The badges of a cell: one for each item of a list.
  mutating func badges(_ pattern: TextPattern, _ frames: [Frame]) -> [Table.Badge] {
    guard let single = pattern.single, let list = single.slot.value(in: frames)?.list else {
      return text(pattern, frames).map { [badge($0)] } ?? []
    }
    var badges: [Table.Badge] = []
    for item in list {
      guard let text = printed(item, single, frames)?.trimmed.nonEmpty else { continue }
      badges.append(badge(text))
    }
    return badges
  }

  private mutating func badge(_ name: PlacedText) -> Table.Badge {
    guard var look = badgeLooks[name.text] else {
      return Table.Badge(text: normalised(name.text, name.places, .cell))
    }
    openBadges.append(name.text)
    look.text.places = PlaceMap(start: name.places.start)
    return Table.Badge(text: look.text, style: look.style, spoken: look.spoken)
  }

  /// A line for each of the open table's badges that has a meaning and has not been explained yet.
  mutating func badgeLegend() -> [RichText] {
    var lines: [RichText] = []
    for name in openBadges where explainedBadges.insert(name).inserted {
      guard let look = badgeLooks[name], !look.legend.isEmpty else { continue }
      lines.append(look.legend.explaining(look.text.text))
    }
    return lines
  }
}

extension RichText {
  /// The text as the explanation of a sign: `– = inget att redovisa`.
  func explaining(_ sign: String) -> RichText {
    var line = RichText(sign + "\u{A0}= ")
    line.append(text, at: places.start)
    return line
  }
}
