/// How a value that was measured stands to what it should be.
public enum TargetComparison: Hashable, Sendable {
  /// It is what it should be.
  case reached
  /// It is not.
  case missed
  /// They are counted in different units, the measured one first.
  case otherUnits(String, String)
  /// What was written does not say.
  case unclear
}

extension TargetValue.Meaning {
  /// How a measured value stands to this target.
  ///
  /// All comparing is of exact decimals, without division: whether a value is down by 12 per cent
  /// from another is asked as whether its hundredfold is at most 88 times the other.
  ///
  /// - Parameters:
  ///   - outcome: What was measured.
  ///   - start: What it is compared with, where the target is a change, a way to go or more than
  ///     something else; nil where that is not known.
  ///   - direction: Which way is good, where the target is a number without a bound.
  /// - Returns: Whether it is reached, or why that cannot be told.
  public func compare(
    _ outcome: TargetValue.Meaning, from start: TargetValue.Meaning?,
    direction: TargetValue.Direction
  ) -> TargetComparison {
    switch self {
    case .quantity(let bound, let quantity):
      guard let measured = outcome.figure else { return .unclear }
      return measured.held(to: quantity) { value, target in
        switch bound {
        case .less: value < target
        case .atMost: value <= target
        case .atLeast: value >= target
        case .more: value > target
        case .about: nil
        case nil: direction.holds(value, from: target, orSame: true)
        }
      }
    case .range(let from, let to):
      guard let measured = outcome.figure else { return .unclear }
      return measured.held(to: to) { value, end in
        value >= Swift.min(from, end) && value <= Swift.max(from, end)
      }
    case .change(let change): return compareChange(change, outcome, start)
    case .direction(let wanted):
      if case .direction(let found) = outcome { return found == wanted ? .reached : .missed }
      if case .change(let change) = outcome {
        return TargetComparison(wanted.holds(change.amount, from: .zero, orSame: false))
      }
      return compare(outcome, with: start) { wanted.holds($0, from: $1, orSame: false) }
    case .comparison(let wanted, let share):
      return compare(outcome, with: start) { value, other in
        guard let share else { return wanted.holds(value, from: other, orSame: false) }
        guard share.isShare else { return nil }
        let change = wanted == .down ? -share.amount : share.amount
        return Self.changes(value, from: other, byPercent: change, direction: wanted)
      }
    case .state(let wanted):
      guard case .state(let found) = outcome else { return .unclear }
      return found.lowercased() == wanted.lowercased() ? .reached : .unclear
    case .missing, .words: return .unclear
    }
  }

  /// The number of a value that was measured.
  private var figure: Quantity? {
    switch self {
    case .quantity(nil, let quantity), .change(let quantity): quantity
    case .quantity, .range, .direction, .comparison, .state, .missing, .words: nil
    }
  }

  /// A change that was wanted, held to one that was measured or to the change from the start.
  private func compareChange(
    _ change: Quantity, _ outcome: TargetValue.Meaning, _ start: TargetValue.Meaning?
  ) -> TargetComparison {
    let direction: TargetValue.Direction =
      change.amount.isZero ? .unchanged : change.amount.isNegative ? .down : .up
    if case .change(let found) = outcome {
      return found.held(to: change) { direction.holds($0, from: $1, orSame: true) }
    }
    if change.isShare {
      return compare(outcome, with: start) { value, other in
        Self.changes(value, from: other, byPercent: change.amount, direction: direction)
      }
    }
    return compare(outcome, with: start) { value, other in
      value.subtracting(other).flatMap {
        direction.holds($0, from: change.amount, orSame: true)
      }
    }
  }

  /// Compares two measured values in one unit.
  private func compare(
    _ outcome: TargetValue.Meaning, with start: TargetValue.Meaning?,
    _ isReached: (Amount, Amount) -> Bool?
  ) -> TargetComparison {
    guard let value = outcome.figure, let other = start?.figure else { return .unclear }
    return value.held(to: other, isReached)
  }

  /// Whether a value differs from another by at least so many per cent, in a direction.
  private static func changes(
    _ value: Amount, from other: Amount, byPercent change: Amount,
    direction: TargetValue.Direction
  ) -> Bool? {
    guard let hundredfold = value.multiplied(by: 100),
      let factor = Amount(100).adding(change), let wanted = other.multiplied(by: factor)
    else { return nil }
    // From under zero, more per cent is less.
    guard !other.isNegative else { return nil }
    return direction.holds(hundredfold, from: wanted, orSame: true)
  }
}

extension TargetComparison {
  /// What a question comes to that may have no answer.
  fileprivate init(_ isReached: Bool?) {
    self = isReached.map { $0 ? .reached : .missed } ?? .unclear
  }
}

extension TargetValue.Direction {
  /// Whether a value has gone this way from another, or at least stayed where that is enough.
  fileprivate func holds(_ value: Amount, from other: Amount, orSame: Bool) -> Bool {
    switch self {
    case .up: orSame ? value >= other : value > other
    case .down: orSame ? value <= other : value < other
    case .unchanged: value == other
    }
  }
}

extension Quantity {
  /// Whether it is a share of something, of which a change is a share too.
  fileprivate var isShare: Bool { ["%", "procent"].contains(unit.lowercased()) }

  /// What a comparison with another quantity comes to; units must be the same, where both have one.
  fileprivate func held(
    to other: Quantity, _ isReached: (Amount, Amount) -> Bool?
  ) -> TargetComparison {
    guard unit.isEmpty || other.unit.isEmpty || plainUnit == other.plainUnit else {
      return .otherUnits(unit, other.unit)
    }
    return TargetComparison(isReached(amount, other.amount))
  }

  /// The unit in one of the ways it is written.
  private var plainUnit: String {
    let unit = unit.lowercased().filter { $0 != "." && !$0.isWhitespace }
    return switch unit {
    case "procent": "%"
    case "promille": "‰"
    case "%-enheter", "procentenhet": "procentenheter"
    case "kronor": "kr"
    case "miljonerkronor", "miljonerkr": "mnkr"
    case "tusenkronor": "tkr"
    case "styck", "stycken": "st"
    case "dag": "dagar"
    default: unit
    }
  }
}
