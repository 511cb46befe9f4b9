/// A rule of Swedish print that the normaliser knows, by its id in the handbook of rules.
public enum Rule: String, Hashable, Sendable, CaseIterable {
  /// Whole numbers of five digits or more have groups of three.
  case digitGroups = "N1"
  /// Numbers of four digits have groups before a unit and in cells.
  case shortGroups = "N2"
  /// One kind of space parts the groups of a document.
  case groupSpace = "N4"
  /// A comma begins the decimals.
  case decimalComma = "N5"
  /// A minus is a minus, tight to its number.
  case minus = "N6"
  /// A percent sign has a no-break space before it.
  case percent = "N7"
  /// A unit is bound to its number.
  case unit = "N8"
  /// Thousands, millions and milliards of kronor are tkr, mnkr and mdkr.
  case kronor = "N9"
  /// A comma and a space part two numbers.
  case numberList = "N10"
  /// A typed list mark is no sign and no dash.
  case listMark = "N12"
  /// A tight en dash makes an interval.
  case interval = "R1"
  /// From and between go with to and and; both ends are written out.
  case intervalWords = "R2"
  /// An en dash between words has spaces, and does not begin a line.
  case dash = "D1"
  /// There is no em dash in Swedish.
  case longDash = "D2"
  /// A line of speech begins with an en dash.
  case speech = "D3"
  /// Quotation marks are the same on both sides.
  case quotes = "Q1"
  /// Quotation marks may be guillemets where the house says so.
  case guillemets = "Q2"
  /// A sentence has one point, inside or outside the quotation.
  case quotedPoint = "Q3"
  /// A genitive after s, x or z has no apostrophe.
  case apostrophe = "Q4"
  /// Abbreviations have points and no spaces.
  case abbreviation = "A1"
  /// Contractions have no point.
  case contraction = "A2"
  /// A sentence ends with one point.
  case doublePoint = "A3"
  /// Where abbreviations do not belong.
  case abbreviationPlace = "A4"
  /// Abbreviations that readers on the web stumble over.
  case webAbbreviation = "A5"
  /// How initialisms are written.
  case initialism = "A6"
  /// A section sign is bound to its number.
  case section = "P1"
  /// A time of day has a point between hours and minutes.
  case clock = "T1"
  /// A date in prose is written with the month's name.
  case dateForm = "T2"
  /// A day is bound to its month.
  case day = "T3"
  /// A week needs its dates.
  case week = "T4"
  /// Telephone numbers and postcodes are not broken.
  case identity = "I1"
  /// Three points are one character.
  case ellipsis = "E1"
  /// One space between words, none before a point and none inside brackets.
  case spaces = "W1"
  /// A space is missing.
  case missingSpace = "W2"
  /// A reference and initials are bound to what follows.
  case reference = "X1"
  /// Numbers do not begin a sentence or stand side by side.
  case adjacentNumbers = "X2"
  /// The signs that a house may want: ², ₂, × and kr.
  case signs = "C1"
  /// A percentage in a compound is a word.
  case percentCompound = "L1"
  /// How many decimals an amount may have.
  case amountDecimals = "L2"
  /// A dash alone in a cell means that there is nothing to report.
  case missingValue = "M1"
  /// Letters with their accents are one character each.
  case composed = "U1"

  /// What a rule may do of itself.
  public enum Level: Sendable {
    /// It always changes the text.
    case fix
    /// It changes the text where the house style says so.
    case style
    /// It only tells.
    case lint
  }

  /// What the rule may do of itself.
  public var level: Level {
    switch self {
    case .kronor, .guillemets, .signs: .style
    case .numberList, .intervalWords, .quotedPoint, .apostrophe, .abbreviationPlace,
      .webAbbreviation, .initialism, .dateForm, .week, .missingSpace, .adjacentNumbers,
      .percentCompound, .amountDecimals:
      .lint
    default: .fix
    }
  }
}
