/// How the entries of a list are marked, as PDF calls it.
enum ListNumbering: String {
  case disc = "Disc"
  case circle = "Circle"
  case square = "Square"
  case decimal = "Decimal"
  case lowerLetters = "LowerAlpha"
  case upperLetters = "UpperAlpha"

  /// The numbering of a list whose first entry has a mark.
  init(mark: String) {
    switch mark.unicodeScalars.first {
    case let scalar? where scalar.properties.numericType != nil: self = .decimal
    case let scalar? where scalar.properties.isLowercase: self = .lowerLetters
    case let scalar? where scalar.properties.isUppercase: self = .upperLetters
    case "\u{25CB}", "\u{25E6}": self = .circle
    case "\u{25A0}", "\u{25AA}", "\u{25A1}", "\u{25AB}": self = .square
    default: self = .disc
    }
  }
}
