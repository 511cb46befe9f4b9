/// The figures that page numbers are printed in, as PDF knows them.
public enum PageNumbering: String, Hashable, Sendable, CaseIterable {
  case figures = "D"
  case lowerRoman = "r"
  case upperRoman = "R"
  case lowerLetters = "a"
  case upperLetters = "A"
  /// The page has no number of its own.
  case none = ""

  /// A number from 1 in these figures.
  public func text(of number: Int) -> String {
    switch self {
    case .figures: String(number)
    case .lowerRoman: Self.roman(number).lowercased()
    case .upperRoman: Self.roman(number)
    case .lowerLetters: Self.letters(number, from: 0x61)
    case .upperLetters: Self.letters(number, from: 0x41)
    case .none: ""
    }
  }

  private static func roman(_ number: Int) -> String {
    var rest = max(0, number)
    var text = ""
    for (value, sign) in romanSigns {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  private static let romanSigns = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]

  /// a … z, then aa … zz, as PDF counts with letters.
  private static func letters(_ number: Int, from first: UInt8) -> String {
    guard number > 0 else { return "" }
    let letter = Character(Unicode.Scalar(first + UInt8((number - 1) % 26)))
    return String(repeating: letter, count: (number - 1) / 26 + 1)
  }
}
