/// An exact decimal number: a whole coefficient and how many of its digits are decimals.
///
/// The decimals that were written are kept, so that `147,0` prints as `147,0`; two amounts are
/// equal when they are the same number, however it was written. No operation traps or loses a
/// digit: what does not fit in about 38 digits is nil.
public struct Amount: Sendable {
  /// The number without its decimal comma.
  ///
  /// Never `Int128.min`, so that every amount has a negative.
  public let coefficient: Int128
  /// How many of the coefficient's last digits are decimals, 0 through `maximumScale`.
  public let scale: Int

  /// The most decimals an amount can have.
  public static let maximumScale = 38

  /// An amount from its parts; nil if it does not fit.
  public init?(coefficient: Int128, scale: Int = 0) {
    guard coefficient != .min, (0...Amount.maximumScale).contains(scale) else { return nil }
    self.coefficient = coefficient
    self.scale = scale
  }

  /// A whole number.
  public init(_ value: Int) {
    self.coefficient = Int128(value)
    self.scale = 0
  }

  /// Nothing.
  public static let zero = Amount(0)

  /// Whether it is under zero.
  public var isNegative: Bool { coefficient < 0 }

  /// Whether it is nothing.
  public var isZero: Bool { coefficient == 0 }

  /// Whether it is a whole number, with or without written decimals.
  public var isWhole: Bool { coefficient % Amount.power(scale) == 0 }
}

// MARK: - Arithmetic

extension Amount {
  /// The sum, with the decimals of the one that has most; nil if it does not fit.
  public func adding(_ other: Amount) -> Amount? {
    let scale = max(scale, other.scale)
    guard let a = coefficient(atScale: scale), let b = other.coefficient(atScale: scale) else {
      return nil
    }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : Amount(coefficient: sum, scale: scale)
  }

  /// The difference, with the decimals of the one that has most; nil if it does not fit.
  public func subtracting(_ other: Amount) -> Amount? { adding(-other) }

  /// The product with a whole number; nil if it does not fit.
  public func multiplied(by factor: Int) -> Amount? {
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: Int128(factor))
    return overflow ? nil : Amount(coefficient: product, scale: scale)
  }

  /// The product with another amount, with the decimals of both; nil if it does not fit.
  public func multiplied(by factor: Amount) -> Amount? {
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: factor.coefficient)
    return overflow ? nil : Amount(coefficient: product, scale: scale + factor.scale)
  }

  /// The same number with the other sign.
  public static prefix func - (amount: Amount) -> Amount {
    Amount(trustedCoefficient: -amount.coefficient, scale: amount.scale)
  }

  /// How a number halfway between two is rounded.
  public enum Rounding: Sendable {
    /// Away from zero, as taught in school.
    case halfUp
    /// To the even neighbour, so that many roundings do not drift.
    case halfEven
  }

  /// The number with so many decimals: rounded, or with zeros added; nil if those do not fit.
  public func rounded(toScale wanted: Int, _ rounding: Rounding = .halfUp) -> Amount? {
    guard wanted < scale else {
      return coefficient(atScale: wanted).flatMap { Amount(coefficient: $0, scale: wanted) }
    }
    guard wanted >= 0 else { return nil }
    let step = Amount.power(scale - wanted)
    var (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: step)
    // The step is even, so its half is exact, and comparing with it cannot overflow.
    let half = step / 2
    let goesOut =
      switch remainder.magnitude {
      case half.magnitude: rounding == .halfUp || !quotient.isMultiple(of: 2)
      case let rest: rest > half.magnitude
      }
    if goesOut { quotient += coefficient < 0 ? -1 : 1 }
    return Amount(coefficient: quotient, scale: wanted)
  }

  /// The coefficient that the number has with so many decimals; nil if fewer than it has or if it
  /// does not fit.
  private func coefficient(atScale wanted: Int) -> Int128? {
    guard (scale...Amount.maximumScale).contains(wanted) else { return nil }
    let (product, overflow) = coefficient.multipliedReportingOverflow(
      by: Amount.power(wanted - scale))
    return overflow ? nil : product
  }

  /// An amount of parts that are known to fit.
  private init(trustedCoefficient: Int128, scale: Int) {
    self.coefficient = trustedCoefficient
    self.scale = scale
  }

  /// Ten to a power from 0 through 38, the highest that fits.
  static func power(_ exponent: Int) -> Int128 { powers[exponent] }

  private static let powers: [Int128] = (0...maximumScale).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}

// MARK: - Comparing

extension Amount: Comparable, Hashable {
  /// Whether they are the same number, however it was written.
  public static func == (a: Amount, b: Amount) -> Bool { a.order(to: b) == 0 }

  /// Whether it is the lesser number.
  public static func < (a: Amount, b: Amount) -> Bool { a.order(to: b) < 0 }

  /// Under zero, zero or over zero as the number is less than, equal to or greater than another.
  ///
  /// Whole parts first, then the decimals brought to the same scale: less than one, they always
  /// fit, which the whole numbers might not.
  private func order(to other: Amount) -> Int {
    let (whole, part) = coefficient.quotientAndRemainder(dividingBy: Amount.power(scale))
    let (otherWhole, otherPart) = other.coefficient.quotientAndRemainder(
      dividingBy: Amount.power(other.scale))
    if whole != otherWhole { return whole < otherWhole ? -1 : 1 }
    let top = max(scale, other.scale)
    let decimals = part * Amount.power(top - scale)
    let otherDecimals = otherPart * Amount.power(top - other.scale)
    return decimals == otherDecimals ? 0 : decimals < otherDecimals ? -1 : 1
  }

  /// Hashes the number, not how it was written.
  public func hash(into hasher: inout Hasher) {
    var (coefficient, scale) = (coefficient, scale)
    while scale > 0, coefficient % 10 == 0 {
      coefficient /= 10
      scale -= 1
    }
    hasher.combine(coefficient)
    hasher.combine(scale)
  }
}
