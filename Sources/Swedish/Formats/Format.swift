/// How a value is printed: a named format and what was asked for beside it.
public struct Format: Hashable, Sendable {
  /// The named way of printing.
  public var name: FormatName
  /// Whether the unit that the name implies is printed too ("147,0 mnkr"); else it stands in the
  /// column's head.
  public var printsUnit: Bool
  /// How many decimals to print, rounding halves away from zero; nil for those that were written.
  public var decimals: Int?
  /// Whether a number over zero gets a plus.
  public var printsPlus: Bool

  /// A format from its parts.
  public init(
    _ name: FormatName, printsUnit: Bool = false, decimals: Int? = nil, printsPlus: Bool = false
  ) {
    self.name = name
    self.printsUnit = printsUnit
    self.decimals = decimals
    self.printsPlus = printsPlus
  }

  /// What the words after the bar in `{belopp|mnkr med enhet}` ask for.
  public enum Reading: Hashable, Sendable {
    /// A format.
    case format(Format)
    /// A word that is no format's name; the names are `FormatName.allCases`.
    case unknownName(String)
    /// Words after the name that ask for nothing we know; `options` lists what can be asked for.
    case unknownOption(String)
  }

  /// What may be asked for after a format's name.
  public static let options = [
    "med enhet", "med tecken", "utan decimaler", "1 decimal", "2 decimaler",
  ]

  /// Reads a format as a template writes it: a name, then `med enhet` (print the unit), `med
  /// tecken` (print a plus), `utan decimaler` or `2 decimaler`, in any order.
  public static func read(_ text: String) -> Reading {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)[...]
    let first = words.popFirst() ?? ""
    guard let name = FormatName(rawValue: first) else { return .unknownName(first) }
    var format = Format(name)
    while let word = words.popFirst() {
      let option = word + (words.popFirst().map { " " + $0 } ?? "")
      switch option {
      case "med enhet": format.printsUnit = true
      case "med tecken": format.printsPlus = true
      case "utan decimaler": format.decimals = 0
      default:
        guard option.hasSuffix(" decimal") || option.hasSuffix(" decimaler"),
          let decimals = Int(word), (0...Amount.maximumScale).contains(decimals)
        else { return .unknownOption(option) }
        format.decimals = decimals
      }
    }
    return .format(format)
  }
}
