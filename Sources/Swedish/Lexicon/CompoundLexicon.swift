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
  private(set) var parts = LexiconTrie(capacity: 13_000)

  /// The lexicon, read when it is first asked for.
  static let shared = CompoundLexicon()

  /// The word lists, by subject.
  static let lists = [
    care, governance, economy, work, environment, verbs, adjectives, general, latinate,
  ]

  private init() {
    for list in Self.lists { read(Array(list.utf8)) }
    for prefix in Affixes.prefixes.latin1.split(separator: UInt8(ascii: " ")) {
      parts.insert(prefix.span, .prefix)
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
    private var letters = InlineArray<32, UInt8>(repeating: 0)
    /// How many letters it has.
    private var length = 0
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
      case UInt8(ascii: "-"): seams |= 1 << UInt32(length)
      case UInt8(ascii: "="): marks.insert(length == 0 ? .trailing : .leading)
      case UInt8(ascii: "~"): marks.insert(.losesVowel)
      case UInt8(ascii: "+"): marks.insert(.linking)
      case UInt8(ascii: "!"): marks.insert(.closed)
      default:
        letters[length] = byte
        length += 1
      }
    }

    /// Puts the forms of the word that other parts and endings are set to into a trie, and makes
    /// room for the next word.
    mutating func finish(into trie: inout LexiconTrie) {
      guard length > 0 else { return }
      let (stem, ways) = stem()
      let closed: PartWays = marks.contains(.closed) ? .closed : []
      trie.insert(letters.span.extracting(..<stem), ways.union(closed), seams: seams)
      if marks.contains(.losesVowel) {
        letters[length - 2] = letters[length - 1]
        trie.insert(letters.span.extracting(..<(length - 1)), .plain, seams: seams)
      }
      length = 0
      seams = 0
      marks = []
    }

    /// How much of the word its endings are set to, and how that is used.
    private func stem() -> (length: Int, ways: PartWays) {
      if marks.contains(.leading) { return (length, .leading) }
      if marks.contains(.trailing) { return (length, .trailing) }
      switch letters[length - 1] {
      case UInt8(ascii: "a") where length > 3: return (length - 1, .lackingA)
      case UInt8(ascii: "e") where length > 4 && ends(in: ["a", "r", "e"]):
        return (length - 1, .plain)
      case UInt8(ascii: "e") where length > 3: return (length - 1, .lackingE)
      default: break
      }
      return (length, marks.contains(.linking) || endsLinking && !isUnlinked ? .linking : .plain)
    }

    private func ends<let count: Int>(in ending: InlineArray<count, Unicode.Scalar>) -> Bool {
      guard length >= count else { return false }
      for index in 0..<count where UInt32(letters[length - count + index]) != ending[index].value {
        return false
      }
      return true
    }

    /// Whether the word has one of the endings that take s; its last letter rules most words out.
    private var endsLinking: Bool {
      switch letters[length - 1] {
      case UInt8(ascii: "t"): ends(in: ["h", "e", "t"]) || ends(in: ["i", "t", "e", "t"])
      case UInt8(ascii: "p"): ends(in: ["s", "k", "a", "p"])
      case UInt8(ascii: "n"): ends(in: ["i", "o", "n"])
      case UInt8(ascii: "g"): ends(in: ["i", "n", "g"])
      case UInt8(ascii: "m"): ends(in: ["d", "o", "m"])
      default: false
      }
    }

    /// Whether the word ends like those that take s, and takes none.
    private var isUnlinked: Bool {
      switch length {
      case 4: ends(in: ["r", "i", "n", "g"]) || ends(in: ["s", "k", "a", "p"])
      case 6: ends(in: ["r", "e", "g", "i", "o", "n"])
      case 7: ends(in: ["m", "i", "l", "l", "i", "o", "n"])
      default: false
      }
    }
  }
}
