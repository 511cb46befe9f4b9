/// The parts that Swedish compounds of administration and care are made of.
///
/// Words stand as in a dictionary, in the files of `Words`, and a few marks say what cannot be
/// seen: `hälso=` stands only before another part; `artikel~` loses its last vowel (`artiklar`);
/// a hyphen is a seam that the parts do not show (`till-freds`); `tillit!` has no other points
/// than its seams. From each word the forms are derived that stand before another part and before
/// an ending.
struct CompoundLexicon: Sendable {
  /// The parts and prefixes.
  private(set) var parts = LexiconTrie(capacity: 32_768)

  /// The lexicon, read when it is first asked for.
  static let shared = CompoundLexicon()

  private init() {
    for list in Self.lists { read(list) }
    for prefix in Affixes.prefixes.split(separator: " ") {
      let letters = prefix.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
      parts.insert(letters[...], PartUse(ways: .prefix))
    }
  }

  /// The word lists, by subject.
  static let lists: [StaticString] = [
    care, governance, economy, work, environment, verbs, adjectives, general, latinate,
  ]

  /// Stems that end as those that take s, and take none.
  private static let unlinked: Set<String> = ["region", "million", "ring"]

  private mutating func read(_ list: StaticString) {
    // The bytes of the constant itself: a String would be made and taken apart again.
    var entry = Entry()
    list.withUTF8Buffer { bytes in
      var high: UInt8 = 0
      for byte in bytes {
        if byte == 0xC3 {
          high = 0x40
        } else if byte <= 0x20 {
          take(&entry)
        } else {
          entry.read(byte &+ high)
          high = 0
        }
      }
    }
    take(&entry)
  }
}
