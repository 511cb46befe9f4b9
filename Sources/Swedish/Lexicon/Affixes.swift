/// What stands before and after the parts of words: prefixes, suffixes and inflections.
enum Affixes {
  /// Prefixes and the particles that serve as such.
  static let prefixes = """
    an av be bi bort de efter emot ent er fort fram från för före förbi genom hem hit hop ihop in \
    inn inter isär kring miss med mellan mot ned ner ny o om på samman sam sär till tillbaka um \
    under upp ut van vid vidare åter över
    """

  /// A suffix that makes a word of a word.
  struct Suffix: Sendable {
    /// Its letters, in ISO 8859-1.
    var letters: [UInt8]
    /// Whether the word may be divided before it.
    var isPiece: Bool
    /// What it makes of the stem.
    var makes: PartWays
    /// The stems it is set to.
    var follows: PartWays

    /// A suffix from its parts.
    init(
      _ letters: String, _ makes: PartWays, isPiece: Bool = false,
      after follows: PartWays = [.plain, .linking, .lackingA, .lackingE]
    ) {
      self.letters = letters.latin1
      self.isPiece = isPiece
      self.makes = makes
      self.follows = follows
    }
  }

  /// The suffixes: those with a consonant first are pieces of their own.
  static let suffixes: [Suffix] = [
    Suffix("ning", .linking, isPiece: true),
    Suffix("het", .linking, isPiece: true),
    Suffix("skap", .linking, isPiece: true),
    Suffix("lig", .plain, isPiece: true),
    Suffix("bar", .plain, isPiece: true, after: [.plain, .lackingA, .lackingE]),
    Suffix("ing", .linking),
    Suffix("and", .lackingE),
    Suffix("end", .lackingE),
    Suffix("els", .lackingE),
    Suffix("ig", .plain),
    Suffix("isk", .plain),
    Suffix("iell", .plain, after: [.plain, .linking]),
    Suffix("al", .plain, after: [.plain, .linking]),
    Suffix("ell", .plain, after: [.plain, .linking]),
    Suffix("ar", .plain, after: [.lackingA]),
  ]

  /// The inflections with which a word may end.
  ///
  /// Each is one number, its last letter lowest.
  static let packedEndings: Set<UInt64> = Set(
    """
    a ad ade ades an ans ar are aren arens arna arnas ars as ast aste at ats d dd de des e en ena \
    enas ens er erna ernas ers es et ets it its n na nas ns or orna ornas ors r rna rnas rs s t te \
    tes ts tt
    """
    .latin1.split(separator: UInt8(ascii: " ")).map { $0.reduce(0) { $0 << 8 | UInt64($1) } })

  /// The letters of the longest ending.
  static let longestEnding = 5
}

extension String {
  /// The letters in ISO 8859-1; the string has no others.
  var latin1: [UInt8] {
    unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }
}

extension UInt8 {
  /// Whether the letter, a small one in ISO 8859-1, is a vowel.
  package var isVowel: Bool {
    switch self {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true  // a e i o u y
    case 0xE0...0xE6, 0xE8...0xEF, 0xF2...0xF6, 0xF8...0xFD, 0xFF: true  // à–æ è–ï ò–ö ø–ý ÿ
    default: false
    }
  }
}
