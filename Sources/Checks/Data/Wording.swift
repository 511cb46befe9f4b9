/// What a name says, without the small words and the marks: the same for two wordings of one thing.
///
/// `God vård och bra tillgänglighet` and `God vård med bra tillgänglighet` are alike; figures count,
/// so that "inom 60 dagar" and "inom 90 dagar" are not.
struct Wording: Hashable {
  /// The words that carry the meaning, in their order.
  let words: [Substring]

  /// What a name says.
  init(_ name: String) {
    words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
      .filter { !Self.small.contains($0) }
  }

  /// Whether there is enough of it to say that two are the same.
  var isTelling: Bool { words.count > 1 }

  private static let small: Set<Substring> = [
    "och", "samt", "med", "i", "en", "ett", "den", "det", "de", "för", "av", "på", "till", "som",
    "att", "inom", "hos", "om", "vid",
  ]
}

extension String {
  /// The text with its blanks made one space each, as two wordings are compared.
  var spacedOnce: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// The text in quotes, cut where it is long.
  var quoted: String {
    let line = spacedOnce
    let longest = 60
    return "'" + (line.count > longest ? line.prefix(longest - 1) + "…" : line) + "'"
  }
}
