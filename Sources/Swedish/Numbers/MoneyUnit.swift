/// What amounts of money are counted in.
public enum MoneyUnit: Int, Sendable, CaseIterable {
  /// Kronor.
  case kronor = 0
  /// Thousands of kronor.
  case thousands = 3
  /// Millions of kronor.
  case millions = 6
  /// Thousands of millions of kronor.
  case billions = 9

  /// The unit as it is shortened, `mnkr`.
  public var abbreviation: String {
    switch self {
    case .kronor: "kr"
    case .thousands: "tkr"
    case .millions: "mnkr"
    case .billions: "mdkr"
    }
  }

  /// The unit in words, `miljoner kronor`.
  public var words: String {
    switch self {
    case .kronor: "kronor"
    case .thousands: "tusentals kronor"
    case .millions: "miljoner kronor"
    case .billions: "miljarder kronor"
    }
  }

  /// The first unit that a text names, in words or shortened: "Alla belopp i miljoner kronor".
  public init?(in text: String) {
    let words = text.lowercased().split { !$0.isLetter }
    for (index, word) in words.enumerated() {
      switch word {
      case "mdkr": self = .billions
      case "mnkr", "mkr", "milj", "mln": self = .millions
      case "tkr", "kkr": self = .thousands
      case "miljarder", "miljard": self = .billions
      case "miljoner", "miljon": self = .millions
      case "tusentals", "tusental", "tusen": self = .thousands
      case "kr", "kronor": self = .kronor
      default: continue
      }
      // Thousands and millions are of kronor where they are followed by it, and else of anything.
      let isShort = ["mdkr", "mnkr", "mkr", "tkr", "kkr", "kr", "kronor"].contains(word)
      guard isShort || ["kr", "kronor"].contains(words.dropFirst(index + 1).first ?? "") else {
        continue
      }
      return
    }
    return nil
  }
}

extension Amount {
  /// The same sum of money counted in another unit; nil if it does not fit.
  public func converted(from unit: MoneyUnit, to other: MoneyUnit) -> Amount? {
    let shift = unit.rawValue - other.rawValue
    if shift <= 0 { return Amount(coefficient: coefficient, scale: scale - shift) }
    if scale >= shift { return Amount(coefficient: coefficient, scale: scale - shift) }
    return multiplied(by: Int(Amount.power(shift)))
  }
}
