/// The words that rules look at, found by their letters in one probe or two.
struct WordLexicon {
  /// The lexicon, built once.
  static let shared = WordLexicon()

  /// The most bytes that a word in the lexicon has.
  static let longest = 16

  // Open addressing: a key is the word's bytes in lower case, the last one lowest; 0 is no word.
  private var keys: [UInt128]
  private var values: [UInt16]
  /// For each length, the first letters that words of that length have: a test that most words of
  /// a text fail before their key is looked for.
  private var firstLetters: [UInt32]
  private var entries: [Entry] = []

  private struct Entry {
    /// The spellings in which it is a unit.
    var units: [ArraySlice<UInt8>] = []
    var roles: WordRoles
  }

  private static let bits = 10

  private init() {
    keys = Array(repeating: 0, count: 1 << Self.bits)
    values = Array(repeating: 0, count: 1 << Self.bits)
    firstLetters = Array(repeating: 0, count: Self.longest + 1)
    for (roles, words) in Self.words {
      for word in Array(words.utf8).split(separator: UInt8(ascii: " ")) { add(word, roles) }
    }
  }

  private mutating func add(_ spelling: ArraySlice<UInt8>, _ roles: WordRoles) {
    precondition(spelling.count <= Self.longest, "a word of the lexicon is longer than a key")
    var key: UInt128 = 0
    for byte in spelling { key = key << 8 | UInt128(Self.small(byte)) }
    firstLetters[spelling.count] |= Self.bit(ofFirst: Self.small(spelling[spelling.startIndex]))
    let slot = slot(of: key)
    if keys[slot] == key {
      entries[Int(values[slot])].roles.formUnion(roles)
    } else {
      keys[slot] = key
      values[slot] = UInt16(entries.count)
      entries.append(Entry(roles: roles))
    }
    if roles.contains(.unit) { entries[Int(values[slot])].units.append(spelling) }
  }

  /// A byte of a word in lower case: ASCII, and what follows C3 in å, ä, ö and their like.
  @inline(__always) static func small(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) || (0x80...0x9E).contains(byte) ? byte | 0x20 : byte
  }

  @inline(__always) private static func bit(ofFirst byte: UInt8) -> UInt32 {
    1 << UInt32(byte & 0x1F)
  }

  /// Whether a word may be in the lexicon, by its first byte in lower case and its length.
  @inline(__always) func mayHave(first: UInt8, count: Int) -> Bool {
    count <= Self.longest && firstLetters[count] & Self.bit(ofFirst: first) != 0
  }

  /// Whether a word is in the lexicon, by its key.
  @inline(__always) func has(_ key: UInt128) -> Bool { keys[slot(of: key)] == key }

  /// What a word may mean, by its bytes.
  func roles(of word: ArraySlice<UInt8>) -> WordRoles {
    guard word.count <= Self.longest else { return [] }
    var key: UInt128 = 0
    for byte in word { key = key << 8 | UInt128(Self.small(byte)) }
    let slot = slot(of: key)
    guard keys[slot] == key else { return [] }
    let entry = entries[Int(values[slot])]
    // Units are what they are by their case: MW is no mw, and M no metre. Kronor are kronor: tKr.
    guard entry.roles.contains(.unit), !entry.roles.contains(.kronor) else { return entry.roles }
    let isUnit = entry.units.contains { $0.elementsEqual(word) }
    return isUnit ? entry.roles : entry.roles.subtracting(.unit)
  }

  /// Where a key is, or would be.
  @inline(__always) private func slot(of key: UInt128) -> Int {
    let folded = UInt64(truncatingIfNeeded: key) ^ UInt64(truncatingIfNeeded: key >> 64)
    var slot = Int(truncatingIfNeeded: (folded &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - Self.bits))
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (1 << Self.bits - 1) }
    return slot
  }
}

extension WordLexicon {
  /// The words, role by role.
  private static let words: [(WordRoles, String)] = [
    (.opensAbbreviation, "t bl m fr s p f e o d"),
    (.continuesAbbreviation, "ex a fl o m k g d s v n ö dyl kr"),
    (.clipped, "dvs osv etc inkl exkl enl mfl pga"),
    (.ambiguous, "tom resp ev tex bla"),
    (.contraction, "ca dr dnr jfr nr tfn kr gm ggr tkr mnkr mdkr"),
    (.clock, "kl klockan"),
    (.chapter, "kap"),
    (.reference, "nr dnr bilaga tabell figur punkt"),
    (.pointedReference, "s bil tab fig prop"),
    (.month, "januari februari mars april maj juni juli augusti september oktober november"),
    (.month, "december jan feb mar apr jun jul aug sep sept okt nov dec"),
    (.weekday, "måndag tisdag onsdag torsdag fredag lördag söndag mån tis ons tors fre lör sön"),
    (.weekday, "måndagar tisdagar onsdagar torsdagar fredagar lördagar söndagar"),
    (.season, "våren sommaren hösten vintern vt ht"),
    (.unit, "kr tkr mnkr mdkr Mkr kkr Kkr KKR mkr MSEK KSEK kSEK TSEK tSEK SEK EUR USD öre"),
    (.unit, "Tkr TKR MKR Mnkr MNKR Mdkr MDKR mdr Mdr"),
    (.unit, "ton kg hg g mg µg µm km m dm cm mm mil ha kvm kbm km² m² dm² cm² mm² m³ dm³ cm³ hm³"),
    (.unit, "l dl cl ml Wh kWh MWh GWh TWh W kW MW GW kV Hz kHz MHz dB dBA Pa kPa hPa lux ppm"),
    (.unit, "h tim min sek mån ggr st milj kB MB GB TB kbit Mbit Gbit mmHg mmol ekv"),
    (.unitWord, "procent procentenheter procentenhet promille kronor krona miljoner miljon"),
    (.unitWord, "miljarder miljard euro dollar"),
    (.kronor, "tkr mnkr mdkr mkr kkr msek ksek tsek"),
    (.andMore, "mm"),
    (.initialism, "it tv pm adhd vd nato unicef unesco"),
    (.week, "vecka veckorna v"),
    (.place, "stockholm göteborg malmö uppsala linköping örebro västerås helsingborg norrköping"),
    (.place, "jönköping umeå lund borås sundsvall gävle eskilstuna halmstad växjö karlstad"),
    (.place, "kristianstad kalmar karlskrona karlshamn ronneby sölvesborg olofström luleå falun"),
    (.place, "östersund kronoberg blekinge nässjö värnamo eksjö köpenhamn oslo helsingfors"),
    (.times, "x"),
    (.sectionWord, "paragraf"),
  ]
}
