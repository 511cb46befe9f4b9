/// The parts that Swedish compounds of administration and care are made of.
///
/// Words stand as in a dictionary in the files of `Words`, between spaces, and a few marks say what
/// cannot be seen: `hälso=` stands only before another part and `=ta` only after a prefix;
/// `artikel~` also loses its last vowel (`artiklar`); `rätt+` takes s before another part; a hyphen is a seam that other entries do not
/// show (`till-freds`); `tillit!` is divided at its seams only. From each word the forms are derived
/// that stand before another part or an ending.
struct CompoundLexicon: Sendable {
  /// The parts and the prefixes.
  private(set) var parts = LexiconTrie(capacity: 36_000)

  /// The lexicon, read when it is first asked for.
  static let shared = CompoundLexicon()

  /// The word lists, by subject.
  static let lists = [
    care, governance, economy, work, environment, verbs, adjectives, general, latinate,
  ]

  /// Stems that end like those that take s before another part, and take none.
  private static let unlinked: [[UInt8]] = ["region", "million", "ring", "skap"].map {
    Array($0.utf8)
  }

  private init() {
    var entry = Entry()
    for list in Self.lists {
      Self.read(Array(list.utf8), into: &entry) { parts.insert($0, $1, seams: $2) }
    }
    for prefix in Affixes.prefixes.split(separator: " ") {
      parts.insert(String(prefix).latin1[...], .prefix)
    }
  }

  /// Reads UTF-8 whose letters are all of ISO 8859-1.
  private static func read(
    _ list: [UInt8], into entry: inout Entry,
    insert: (ArraySlice<UInt8>, PartWays, UInt32) -> Void
  ) {
    var high: UInt8 = 0
    for byte in list {
      if byte == 0xC3 {
        high = 0x40
      } else if byte > 0x20 {
        entry.read(byte &+ high)
        high = 0
      } else if !entry.letters.isEmpty {
        entry.derive(insert)
        entry.clear()
      }
    }
    if !entry.letters.isEmpty {
      entry.derive(insert)
      entry.clear()
    }
  }

  /// A word of the lists with its marks.
  private struct Entry {
    /// The letters.
    var letters: [UInt8] = []
    /// A bit for each letter that stands after a hyphen.
    private var seams: UInt32 = 0
    private var isLeading = false
    private var isTrailing = false
    private var losesVowel = false
    private var takesS = false
    private var closed: PartWays = []

    /// Takes in a letter or a mark.
    mutating func read(_ byte: UInt8) {
      switch byte {
      case UInt8(ascii: "-"): seams |= 1 << UInt32(letters.count)
      case UInt8(ascii: "="): if letters.isEmpty { isTrailing = true } else { isLeading = true }
      case UInt8(ascii: "~"): losesVowel = true
      case UInt8(ascii: "+"): takesS = true
      case UInt8(ascii: "!"): closed = .closed
      default: letters.append(byte)
      }
    }

    /// Makes room for the next word.
    mutating func clear() {
      letters.removeAll(keepingCapacity: true)
      seams = 0
      isLeading = false
      isTrailing = false
      losesVowel = false
      takesS = false
      closed = []
    }

    /// Gives the forms of the word that other parts and endings are set to.
    func derive(_ insert: (ArraySlice<UInt8>, PartWays, UInt32) -> Void) {
      let all = letters[...]
      if isLeading {
        insert(all, closed.union(.leading), seams)
      } else if isTrailing {
        insert(all, closed.union(.trailing), seams)
      } else if letters.count > 4, all.ends(in: "are") {
        insert(all.dropLast(), closed.union(.plain), seams)
      } else if letters.count > 3, all.last == UInt8(ascii: "a") {
        insert(all.dropLast(), closed.union(.lackingA), seams)
      } else if letters.count > 3, all.last == UInt8(ascii: "e") {
        insert(all.dropLast(), closed.union(.lackingE), seams)
      } else {
        let isLinking =
          takesS || Self.linkingEndings.contains { all.ends(in: $0) } && !unlinked.contains(letters)
        insert(all, closed.union(isLinking ? .linking : .plain), seams)
        if losesVowel {
          insert(all.dropLast(2) + all.suffix(1), closed.union(.plain), seams)
        }
      }
    }

    private static let linkingEndings: [String] = ["het", "skap", "ion", "ing", "itet", "dom"]
  }
}

extension ArraySlice<UInt8> {
  /// Whether the last letters are these, which are ASCII.
  fileprivate func ends(in ending: String) -> Bool {
    suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }
}
