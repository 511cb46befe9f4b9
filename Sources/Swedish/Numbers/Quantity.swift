/// A number with its unit: `90 %`, `0,094 ton koldioxid/årsarbetare`.
public struct Quantity: Hashable, Sendable {
  /// The number.
  public var amount: Amount
  /// The unit as it was written; empty for none.
  public var unit: String

  /// A quantity from its parts.
  public init(_ amount: Amount, unit: String = "") {
    self.amount = amount
    self.unit = unit
  }

  /// The quantity that a whole text stands for; nil if it stands for none.
  ///
  /// What follows the number is its unit if it begins with a letter, `%`, `‰` or `°`.
  public init?(_ text: String) {
    var scanner = NumberScanner(text)
    scanner.skipSpaces()
    guard case .fits(let amount) = scanner.number() else { return nil }
    scanner.skipSpaces()
    guard let first = scanner.peek else {
      self.init(amount)
      return
    }
    guard first.properties.isAlphabetic || Quantity.unitSigns.contains(first) else { return nil }
    self.init(amount, unit: scanner.restWithoutSpacesAfter)
  }

  /// Whether it counts hundredths.
  public var isPercent: Bool { Quantity.percentUnits.contains(unit.lowercased()) }

  /// The quantity in Swedish, the unit bound to the number.
  public func text(_ style: NumberStyle = .printed, plus: Bool = false) -> String {
    let number = amount.text(style, plus: plus)
    return unit.isEmpty ? number : number + style.unitSpace + unit
  }

  /// Signs that a unit may begin with.
  static let unitSigns: Set<Unicode.Scalar> = ["%", "‰", "°"]

  /// Units that a change is told in when it has a sign.
  static let percentUnits: Set<String> = [
    "%", "‰", "procent", "promille", "procentenheter", "%-enheter",
  ]
}
