import Diagnostics

/// The characters that the fonts lack, gathered so that a text in another script is one finding.
///
/// A character is told once, with those that are met first in the same text; where it stands again
/// is told by the places of that finding.
struct MissingGlyphs {
  /// Characters that are told together.
  private struct Group {
    /// What is lacking, in the order met.
    var scalars: [Unicode.Scalar]
    /// The word that the first of them stands in.
    var word: String
    /// Where that word stands.
    var place: Place
    /// Where the text begins that they were met in.
    var text: Place
    /// The words after it that one of them stands in.
    var again: [Place] = []
  }

  private struct Sighting: Hashable {
    var scalar: Unicode.Scalar
    var place: Place
  }

  private var groups: [Group] = []
  private var groupOf: [Unicode.Scalar: Int] = [:]
  private var seen: Set<Sighting> = []

  /// How many characters of a group are named, and how many of its further places.
  private static let mostNamed = (characters: 6, places: 3)

  /// Takes in the characters that a word lacks; `text` is where the text begins that it stands in.
  ///
  /// What stands in the margins comes again on every page, and counts once.
  mutating func add(_ lacking: [Unicode.Scalar], in word: String, at place: Place, of text: Place) {
    for scalar in lacking where seen.insert(Sighting(scalar: scalar, place: place)).inserted {
      if let known = groupOf[scalar] {
        addPlace(place, to: known)
      } else if let last = groups.indices.last, groups[last].text == text,
        Self.isLost(scalar) == Self.isLost(groups[last].scalars[0])
      {
        groups[last].scalars.append(scalar)
        groupOf[scalar] = last
        addPlace(place, to: last)
      } else {
        groupOf[scalar] = groups.count
        groups.append(Group(scalars: [scalar], word: word, place: place, text: text))
      }
    }
  }

  private mutating func addPlace(_ place: Place, to group: Int) {
    let last = groups[group].again.last ?? groups[group].place
    if place != last { groups[group].again.append(place) }
  }

  /// Whether a character is the one that is put where another was lost.
  private static func isLost(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{FFFD}" }

  /// A finding for each group.
  var diagnostics: [Diagnostic] {
    groups.map { group in
      var diagnostic = Self.isLost(group.scalars[0]) ? Self.lost(group) : Self.missing(group)
      // A text in another script tells by its first word where it is.
      var lines: [Place] = []
      for place in group.again where place.line != (lines.last ?? group.place).line {
        lines.append(place)
      }
      for place in lines.prefix(Self.mostNamed.places) {
        diagnostic.notes.append(.init(Message(sv: "också här", en: "here, too"), at: place))
      }
      if lines.count > Self.mostNamed.places {
        diagnostic.notes.append(.init(.moreLines(lines.count - Self.mostNamed.places)))
      }
      return diagnostic
    }
  }

  private static func shown(_ word: String) -> Substring {
    word.count > 24 ? word.prefix(24) + "…" : word[...]
  }

  private static func missing(_ group: Group) -> Diagnostic {
    let named = group.scalars.prefix(mostNamed.characters).map { scalar in
      let hex = String(scalar.value, radix: 16, uppercase: true)
      return "'\(scalar)' (U+\(String(repeating: "0", count: max(0, 4 - hex.count)))\(hex))"
    }.joined(separator: ", ")
    let word = shown(group.word)
    let rest = group.scalars.count - mostNamed.characters
    let message =
      group.scalars.count == 1
      ? Message(
        sv: "teckensnittet saknar tecknet \(named) i '\(word)'",
        en: "the font has no glyph for \(named) in '\(word)'")
      : Message(
        sv: "teckensnittet saknar \(group.scalars.count) tecken i texten från '\(word)': \(named)"
          + (rest > 0 ? " och \(rest) till" : ""),
        en: "the font has no glyphs for \(group.scalars.count) characters in the text from "
          + "'\(word)': \(named)" + (rest > 0 ? " and \(rest) more" : ""))
    return Diagnostic(
      .error, .glyphMissing, message, at: group.place,
      fixes: [
        .init(
          Message(
            sv: "skriv något annat, eller välj ett teckensnitt som har "
              + (group.scalars.count == 1 ? "tecknet" : "dem"),
            en: "write something else, or choose a font that has "
              + (group.scalars.count == 1 ? "the character" : "them")))
      ])
  }

  private static func lost(_ group: Group) -> Diagnostic {
    let word = shown(group.word)
    return Diagnostic(
      .error, .glyphMissing,
      Message(
        sv: "i '\(word)' står U+FFFD, som sätts där ett tecken har gått förlorat",
        en: "in '\(word)' stands U+FFFD, which is put where a character was lost"),
      at: group.place,
      fixes: [
        .init(Message(sv: "skriv tecknet som det var", en: "write the character that it was"))
      ])
  }
}

extension Message {
  fileprivate static func moreLines(_ count: Int) -> Message {
    Message(
      sv: "och på \(count) \(count == 1 ? "rad" : "rader") till",
      en: "and on \(count) more \(count == 1 ? "line" : "lines")")
  }
}
