/// A piece of a text as the rules see it: what it is, where it stands, and what is before it.
struct Token {
  /// What a token is.
  enum Kind: UInt8 {
    /// Words that no rule looks at, with the single spaces and the points between them.
    case plain
    /// A word.
    case word
    /// A run of digits.
    case digits
    /// An address, a file's name or code, found by its characters.
    case opaque
    /// A stretch that the caller exempts: a note's mark, a name, words of another language. What
    /// stands before it ends there.
    case exempt
    /// The end of a line.
    case lineBreak
    /// The end of the text.
    case end
    case point, twoPoints, threePoints, leader
    case comma, colon, semicolon, exclamation, question
    case hyphen, doubleHyphen, enDash, emDash, minus, hardHyphen
    case slash, plus, times
    case percent, permille, degree, section, currency
    case openParen, closeParen, openBracket, closeBracket
    /// A straight or curly double quotation mark.
    case doubleQuote
    /// A straight or curly single quotation mark.
    case singleQuote
    case guillemet
    case ellipsis
    /// Any other character.
    case other
  }

  /// What stands between a token and the one before it.
  enum Gap: UInt8 {
    case none
    /// A plain space.
    case single
    /// U+00A0.
    case noBreak
    /// U+202F.
    case narrow
    /// A thin or figure space.
    case thin
    /// Several plain spaces, or a tab.
    case irregular
    /// Several spaces, one of them no-break.
    case irregularBound

    /// Whether a line may end here.
    var isPlain: Bool { self == .single || self == .irregular }
  }

  /// What it is.
  var kind: Kind
  /// What stands before it.
  var gap: Gap
  /// What a word may mean.
  var roles: WordRoles = []
  /// Whether nothing should stand before it; its gap is then told as none.
  var dropsGap = false
  /// First byte.
  var start: Int
  /// The byte after the last.
  var end: Int

  /// How many bytes it has.
  var count: Int { end - start }
}

extension Token.Kind {
  /// Whether it is one of the signs that are typed for a dash.
  var isDash: Bool {
    switch self {
    case .hyphen, .doubleHyphen, .enDash, .emDash: true
    default: false
    }
  }

  /// Whether no more of the line follows.
  var endsLine: Bool { self == .end || self == .lineBreak }

  /// Whether it is made of letters.
  var isWordlike: Bool { self == .word || self == .plain }

  /// Whether it stands tight after what it closes.
  var closes: Bool {
    switch self {
    case .point, .comma, .colon, .semicolon, .exclamation, .question, .closeParen: true
    default: false
    }
  }
}
