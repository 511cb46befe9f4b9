/// The Swedish alphabetical order.
///
/// Letters first: … x y z å ä ö, w after v as a letter of its own, é with e, ü with y, æ with ä, ø
/// with ö; hyphens are passed over, a space comes before every letter and digits come before
/// letters. Only texts that are the same so far are told apart by accents, then by case, lower
/// before upper, last by their characters, so that no two different texts are equal.
///
/// **Source**: Svenska Akademiens ordlista, 13th edition (2006), for w; Svenska skrivregler (2017)
/// for foreign letters.
public struct SwedishOrder: Hashable, Sendable, Comparable {
  private let letters: [UInt32]
  private let accents: [UInt8]
  private let cases: [UInt8]
  private let text: String

  /// The place of a text in the order; make it once for each text that is sorted.
  public init(_ text: String) {
    var letters: [UInt32] = []
    var accents: [UInt8] = []
    var cases: [UInt8] = []
    for character in text where !Self.isPassedOver(character) {
      let lower = character.lowercased()
      let (base, accent) = Self.base(of: lower)
      for letter in base {
        letters.append(Self.weight(of: letter))
        accents.append(accent)
        cases.append(lower == String(character) ? 0 : 1)
      }
    }
    self.letters = letters
    self.accents = accents
    self.cases = cases
    self.text = text
  }

  /// Whether a text comes before another.
  public static func < (a: SwedishOrder, b: SwedishOrder) -> Bool {
    if a.letters != b.letters { return a.letters.lexicographicallyPrecedes(b.letters) }
    if a.accents != b.accents { return a.accents.lexicographicallyPrecedes(b.accents) }
    if a.cases != b.cases { return a.cases.lexicographicallyPrecedes(b.cases) }
    return a.text < b.text
  }

  private static func isPassedOver(_ character: Character) -> Bool {
    switch character {
    case "-", "\u{2010}", "\u{2011}", "\u{AD}": true
    default: false
    }
  }

  /// Spaces, then other marks, digits, a–z, å ä ö, and all other letters after them.
  private static func weight(of character: Character) -> UInt32 {
    if character.isWhitespace { return 0 }
    if let place = alphabet[character] { return 0x11_0000 + place }
    let scalar = character.unicodeScalars.first?.value ?? 0
    return character.isLetter ? 0x12_0000 + scalar : 1 + scalar
  }

  private static let alphabet: [Character: UInt32] = Dictionary(
    uniqueKeysWithValues: zip("0123456789abcdefghijklmnopqrstuvwxyzåäö", 0...))

  /// The Swedish letters that a letter is sorted with, and a number that tells it from them.
  private static func base(of lower: String) -> (String, accent: UInt8) {
    bases[lower] ?? (lower, 0)
  }

  private static let bases: [String: (String, accent: UInt8)] = {
    var bases: [String: (String, accent: UInt8)] = [:]
    for (base, variants) in foreign {
      for (index, variant) in variants.enumerated() { bases[variant] = (base, UInt8(index + 1)) }
    }
    return bases
  }()

  private static let foreign: [(base: String, variants: [String])] = [
    ("a", ["á", "à", "â", "ã", "ā", "ă", "ą"]), ("c", ["ç", "č", "ć"]), ("d", ["đ", "ð", "ď"]),
    ("e", ["é", "è", "ê", "ë", "ē", "ė", "ę", "ě"]), ("g", ["ğ", "ģ"]),
    ("i", ["í", "ì", "î", "ï", "ī", "ı"]), ("l", ["ł", "ļ"]), ("n", ["ñ", "ń", "ň", "ŋ", "ņ"]),
    ("o", ["ó", "ò", "ô", "õ", "ō"]), ("r", ["ř"]), ("s", ["š", "ś", "ş", "ș"]), ("ss", ["ß"]),
    ("t", ["ŧ", "ť", "ț"]), ("th", ["þ"]), ("u", ["ú", "ù", "û", "ū", "ů"]),
    ("y", ["ü", "ý", "ÿ", "ű"]), ("z", ["ž", "ź", "ż"]), ("ä", ["æ"]), ("ö", ["ø", "ő", "œ"]),
  ]
}
