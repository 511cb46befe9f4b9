/// The parts that Swedish compounds of administration and care are made of.
///
/// Words stand as in a dictionary in the files of `Words`, between spaces, and a few marks say what
/// cannot be seen:
/// - `hälso=` stands only before another part, `=ta` only after a prefix.
/// - `rätt+` takes s before another part; so does what ends in -het, -ing, -ion and the like.
/// - `artikel~` also loses its last vowel: `artiklar`.
/// - A hyphen is a seam that other entries do not show: `till-freds`.
/// - `en-tre-pre-nad!` is divided at its hyphens only, which then are no seams.
///
/// From each word the forms are derived that stand before another part or an ending.
struct CompoundLexicon: Sendable {
  /// The parts and the prefixes.
  private(set) var parts = LexiconTrie(capacity: 32_000)

  /// The lexicon, read when it is first asked for.
  static let shared = CompoundLexicon()

  /// The word lists, by subject.
  static let lists = [
    care, governance, economy, work, environment, verbs, adjectives, general, latinate,
  ]

  private init() {
    for list in Self.lists { read(Array(list.utf8)) }
    for prefix in Affixes.prefixes.split(separator: " ") {
      parts.insert(String(prefix).latin1[...], .prefix)
    }
  }

  /// Reads UTF-8 whose letters are all of ISO 8859-1.
  private mutating func read(_ list: [UInt8]) {
    var entry = Entry()
    var high: UInt8 = 0
    for byte in list {
      if byte == 0xC3 {
        high = 0x40
      } else if byte > 0x20 {
        entry.read(byte &+ high)
        high = 0
      } else {
        entry.finish(into: &parts)
      }
    }
    entry.finish(into: &parts)
  }
}

extension CompoundLexicon {
  /// A word of the lists with its marks.
  struct Entry {
    private var letters: [UInt8] = []
    /// A bit for each letter that stands after a hyphen.
    private var seams: UInt32 = 0
    private var marks: Marks = []

    private struct Marks: OptionSet {
      let rawValue: UInt8

      static let leading = Marks(rawValue: 1)
      static let trailing = Marks(rawValue: 2)
      static let losesVowel = Marks(rawValue: 4)
      static let linking = Marks(rawValue: 8)
      static let closed = Marks(rawValue: 16)
    }

    /// Takes in a letter or a mark.
    mutating func read(_ byte: UInt8) {
      switch byte {
      case UInt8(ascii: "-"): seams |= 1 << UInt32(letters.count)
      case UInt8(ascii: "="): marks.insert(letters.isEmpty ? .trailing : .leading)
      case UInt8(ascii: "~"): marks.insert(.losesVowel)
      case UInt8(ascii: "+"): marks.insert(.linking)
      case UInt8(ascii: "!"): marks.insert(.closed)
      default: letters.append(byte)
      }
    }

    /// Puts the forms of the word that other parts and endings are set to into a trie, and makes
    /// room for the next word.
    mutating func finish(into trie: inout LexiconTrie) {
      guard !letters.isEmpty else { return }
      let (length, ways) = stem()
      let closed: PartWays = marks.contains(.closed) ? .closed : []
      trie.insert(letters[..<length], ways.union(closed), seams: seams)
      if marks.contains(.losesVowel) {
        letters.remove(at: letters.count - 2)
        trie.insert(letters[...], .plain, seams: seams)
      }
      letters.removeAll(keepingCapacity: true)
      seams = 0
      marks = []
    }

    /// How much of the word its endings are set to, and how that is used.
    private func stem() -> (length: Int, ways: PartWays) {
      let all = letters.count
      if marks.contains(.leading) { return (all, .leading) }
      if marks.contains(.trailing) { return (all, .trailing) }
      switch letters[all - 1] {
      case UInt8(ascii: "a") where all > 3: return (all - 1, .lackingA)
      case UInt8(ascii: "e") where all > 4 && ends(in: "are"): return (all - 1, .plain)
      case UInt8(ascii: "e") where all > 3: return (all - 1, .lackingE)
      default: break
      }
      let isLinking =
        marks.contains(.linking) || endsLinking && !Self.unlinked.contains(letters)
      return (all, isLinking ? .linking : .plain)
    }

    private func ends(in ending: String) -> Bool {
      letters.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }

    /// Whether the word has one of the endings that take s; its last letter rules most words out.
    private var endsLinking: Bool {
      switch letters[letters.count - 1] {
      case UInt8(ascii: "t"): ends(in: "het") || ends(in: "itet")
      case UInt8(ascii: "p"): ends(in: "skap")
      case UInt8(ascii: "n"): ends(in: "ion")
      case UInt8(ascii: "g"): ends(in: "ing")
      case UInt8(ascii: "m"): ends(in: "dom")
      default: false
      }
    }

    /// Words that end like those that take s, and take none.
    private static let unlinked = ["region", "million", "ring", "skap"].map { Array($0.utf8) }
  }
}
