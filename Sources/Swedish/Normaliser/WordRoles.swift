/// What a word may mean to the rules.
struct WordRoles: OptionSet, Hashable {
  let rawValue: UInt32

  /// The first part of an abbreviation of several words: t, bl, fr.
  static let opensAbbreviation = WordRoles(rawValue: 1 << 0)
  /// A later part of one: ex, a, fl.
  static let continuesAbbreviation = WordRoles(rawValue: 1 << 1)
  /// An abbreviation of one word that ends with a point: osv, inkl.
  static let clipped = WordRoles(rawValue: 1 << 2)
  /// An abbreviation or a word: tom, resp.
  static let ambiguous = WordRoles(rawValue: 1 << 3)
  /// A contraction without a point: ca, nr.
  static let contraction = WordRoles(rawValue: 1 << 4)
  /// kl or klockan.
  static let clock = WordRoles(rawValue: 1 << 5)
  /// kap.
  static let chapter = WordRoles(rawValue: 1 << 6)
  /// Bound to the number after it: bilaga, nr.
  static let reference = WordRoles(rawValue: 1 << 7)
  /// The same where a point follows it: s., fig.
  static let pointedReference = WordRoles(rawValue: 1 << 8)
  /// A month or its abbreviation.
  static let month = WordRoles(rawValue: 1 << 9)
  /// A day of the week or its abbreviation.
  static let weekday = WordRoles(rawValue: 1 << 10)
  /// Bound to the number before it.
  static let unit = WordRoles(rawValue: 1 << 11)
  /// A unit that is a whole word: procent, miljoner.
  static let unitWord = WordRoles(rawValue: 1 << 12)
  /// Thousands, millions or milliards of kronor, however written.
  static let kronor = WordRoles(rawValue: 1 << 13)
  /// mm: millimetres, or med mera.
  static let andMore = WordRoles(rawValue: 1 << 14)
  /// An initialism that is written small or with one capital.
  static let initialism = WordRoles(rawValue: 1 << 15)
  /// vecka or v.
  static let week = WordRoles(rawValue: 1 << 16)
  /// The name of a place that often stands in pairs.
  static let place = WordRoles(rawValue: 1 << 17)
  /// A single capital letter.
  static let initial = WordRoles(rawValue: 1 << 18)
  /// Two capitals or more.
  static let capitals = WordRoles(rawValue: 1 << 19)
  /// x.
  static let times = WordRoles(rawValue: 1 << 20)
  /// The first mark of a quotation.
  static let opensQuote = WordRoles(rawValue: 1 << 21)
  /// våren, ht.
  static let season = WordRoles(rawValue: 1 << 23)
  /// paragraf.
  static let sectionWord = WordRoles(rawValue: 1 << 22)
}
