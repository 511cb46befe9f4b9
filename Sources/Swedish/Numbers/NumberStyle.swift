/// The signs that numbers are printed with.
public struct NumberStyle: Hashable, Sendable {
  /// What stands between groups of three digits; empty for no groups.
  public var groupSeparator: String
  /// From how many digits in the whole part on there are groups.
  public var groupsFromDigits: Int
  /// What stands before a number under zero.
  public var minus: String
  /// What stands between a number and its unit.
  public var unitSpace: String

  /// A style from its parts.
  public init(
    groupSeparator: String = "\u{202F}", groupsFromDigits: Int = 4, minus: String = "\u{2212}",
    unitSpace: String = "\u{00A0}"
  ) {
    self.groupSeparator = groupSeparator
    self.groupsFromDigits = groupsFromDigits
    self.minus = minus
    self.unitSpace = unitSpace
  }

  /// As it is printed: narrow no-break spaces between groups, minus.
  public static let printed = NumberStyle()

  /// As it is typed in a plan: plain spaces and hyphen.
  public static let typed = NumberStyle(groupSeparator: " ", minus: "-", unitSpace: " ")
}

extension Amount {
  /// The number in Swedish: groups of three, decimal comma, the sign before.
  ///
  /// `decimals` rounds halves away from zero, or adds zeros; nil keeps the decimals that were
  /// written. Nothing under zero is printed as `0`, never with a minus. `plus` writes the sign of
  /// a number over zero too.
  public func text(
    _ style: NumberStyle = .printed, decimals: Int? = nil, plus: Bool = false
  ) -> String {
    let shown = decimals.flatMap { rounded(toScale: $0) } ?? self
    var digits = Array(String(shown.coefficient.magnitude))
    if digits.count <= shown.scale {
      digits.insert(contentsOf: repeatElement("0", count: shown.scale + 1 - digits.count), at: 0)
    }
    let whole = digits.dropLast(shown.scale)
    var text = shown.isNegative ? style.minus : plus && !shown.isZero ? "+" : ""
    for (index, digit) in whole.enumerated() {
      let left = whole.count - index
      if index > 0, left % 3 == 0, whole.count >= style.groupsFromDigits {
        text += style.groupSeparator
      }
      text.append(digit)
    }
    if shown.scale > 0 {
      text += ","
      text += digits.suffix(shown.scale)
    }
    return text
  }
}

extension Amount: CustomStringConvertible {
  /// The number as it is typed in a plan.
  public var description: String { text(.typed) }
}
