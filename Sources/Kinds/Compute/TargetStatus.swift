import Diagnostics
import Input
import Swedish

/// What a schema calls the keys that the rule `target-status` reads.
enum TargetStatusRole: String, CaseIterable {
  /// What was measured, and what is to be reached; both as one text or a list of readings.
  case outcome, target
  /// The value that changes are counted from.
  case start
  /// Which way is good, where a target is a bare number.
  case direction
  /// The limits, each the path of a key: what is good, what is nearly so, what is not.
  case green, yellow, red
  /// A reading's value, the year or other time it is for, and the group.
  case value, year, period, group
  /// The key of the plan that says which year it is about.
  case planYear = "plan-year"
}

/// What the rule `target-status` comes to.
enum TargetStatusLevel: Int, CaseIterable {
  case reached, partly, missed
}

/// Whether what was measured last has reached what it should.
///
/// What was measured is held to the target of its year: the plan's year where it has none of its
/// own. Of several groups measured at the same time, the one that is worst off decides. Limits, where
/// there are any, say what is good, nearly good and not good; without them a target is reached or it
/// is not. Where it cannot be told – a target in words, a start that is not there, no target for the
/// year – there is no status.
struct TargetStatus {
  /// A value of one time for one group.
  struct Reading {
    var meaning: TargetValue.Meaning
    var source: String
    var year: Int?
    var period: String?
    var group: String?
    var comparedWith: String?
    var place: Place
  }

  /// What was found, and of what.
  struct Finding {
    var level: TargetStatusLevel
    var outcome: Reading
    var target: Reading
  }

  /// Two values that are not in one unit.
  struct Difference {
    var outcome: Reading
    var outcomeUnit: String
    var target: Reading
    var targetUnit: String
  }

  private let keys: [TargetStatusRole: String]
  private let map: Map
  private let planYear: Int?
  /// Values that could not be compared for their units.
  private(set) var differences: [Difference] = []

  /// The rule over the keys of one map.
  init(computation: Computation, map: Map, plan: Value) {
    var keys: [TargetStatusRole: String] = [:]
    for role in TargetStatusRole.allCases { keys[role] = computation.keys[role.rawValue] }
    self.keys = keys
    self.map = map
    planYear = keys[.planYear].flatMap { plan[$0]?.scalar?.text }.flatMap(Self.year(in:))
  }

  /// The status; nil where it cannot be told.
  mutating func find() -> Finding? {
    let outcomes = latest(readings(.outcome))
    var worst: Finding?
    for outcome in outcomes {
      guard let finding = status(of: outcome) else { return nil }
      if worst.map({ $0.level.rawValue < finding.level.rawValue }) ?? true { worst = finding }
    }
    return worst
  }

  // MARK: One outcome

  private mutating func status(of outcome: Reading) -> Finding? {
    let target = match(readings(.target), outcome)
    guard let green = match(readings(.green), outcome) ?? target else { return nil }
    let yellow = match(readings(.yellow), outcome)
    let red = match(readings(.red), outcome)
    let direction = self.direction(green: green, yellow: yellow, target: target)
    guard let isGreen = holds(green, outcome, direction) else { return nil }
    if isGreen { return Finding(level: .reached, outcome: outcome, target: green) }
    if let yellow {
      guard let isYellow = holds(yellow, outcome, direction) else { return nil }
      return Finding(level: isYellow ? .partly : .missed, outcome: outcome, target: yellow)
    }
    if let red {
      // A bare number is where the red begins, so it counts in the other direction.
      guard let isRed = holds(red, outcome, direction.opposite) else { return nil }
      return Finding(level: isRed ? .missed : .partly, outcome: outcome, target: red)
    }
    return Finding(level: .missed, outcome: outcome, target: green)
  }

  /// Whether an outcome is what a target or a limit says; nil where it cannot be told.
  private mutating func holds(
    _ target: Reading, _ outcome: Reading, _ direction: TargetValue.Direction
  ) -> Bool? {
    let start = self.start(for: target, outcome)
    switch target.meaning.compare(outcome.meaning, from: start?.meaning, direction: direction) {
    case .reached: return true
    case .missed: return false
    case .unclear: return nil
    case .otherUnits(let outcomeUnit, let targetUnit):
      differences.append(
        Difference(
          outcome: outcome, outcomeUnit: outcomeUnit, target: target, targetUnit: targetUnit))
      return nil
    }
  }

  /// Which way is good: what the plan says, what the target's bound says, what lies between its
  /// limits; else up.
  private func direction(
    green: Reading, yellow: Reading?, target: Reading?
  ) -> TargetValue.Direction {
    for reading in readings(.direction) {
      if case .direction(let direction) = reading.meaning { return direction }
    }
    for reading in [green, yellow, target] {
      guard case .quantity(let bound?, _) = reading?.meaning else { continue }
      switch bound {
      case .less, .atMost: return .down
      case .more, .atLeast: return .up
      case .about: continue
      }
    }
    if case .quantity(_, let good) = green.meaning, case .quantity(_, let near) = yellow?.meaning,
      good.amount < near.amount
    {
      return .down
    }
    return .up
  }

  /// What an outcome is compared with, where its target says how it should have changed.
  private func start(for target: Reading, _ outcome: Reading) -> Reading? {
    let earlier = readings(.outcome).filter { $0.group == outcome.group }
    let starts = readings(.start).filter { $0.group == nil || $0.group == outcome.group }
    guard let words = target.comparedWith?.lowercased() else { return starts.first }
    let all = earlier + starts
    let year = outcome.year ?? planYear
    if words.contains("föregående år") || words.contains("förra året") {
      if let year, let found = all.first(where: { $0.year == year - 1 }) { return found }
      return starts.first { $0.year == nil }
    }
    if let named = Self.year(in: words) { return all.first { $0.year == named } }
    return words.contains("ingångsvärde") ? starts.first : nil
  }

  // MARK: Readings

  /// The readings under a role's key, in the order in which they stand.
  private func readings(_ role: TargetStatusRole) -> [Reading] {
    guard let path = keys[role] else { return [] }
    var value: Value? = Value(.map(map), at: .none)
    for key in path.split(separator: ".") { value = value?[String(key)] }
    guard let value, !value.isNull else { return [] }
    return (value.list ?? [value]).flatMap(readings(in:))
  }

  private func readings(in value: Value) -> [Reading] {
    func text(_ role: TargetStatusRole) -> String? {
      keys[role].flatMap { value[$0]?.scalar?.text }.flatMap { $0.isEmpty ? nil : $0 }
    }
    let inner = keys[.value].flatMap { value[$0] } ?? value
    guard let scalar = inner.scalar else { return [] }
    // A number of JSON has a point where ours have a comma.
    let written =
      scalar.style == .jsonNumber
      ? Amount(scalar.text, notation: .json)?.text(.typed) ?? scalar.text : scalar.text
    return TargetValue(written).readings.map { reading in
      let period = text(.period) ?? reading.when
      return Reading(
        meaning: reading.meaning, source: reading.source,
        year: text(.year).flatMap(Self.year(in:)) ?? period.flatMap(Self.year(in:)), period: period,
        group: text(.group), comparedWith: reading.comparedWith, place: inner.place)
    }
  }

  /// The readings of the last time that anything was measured.
  private func latest(_ readings: [Reading]) -> [Reading] {
    let known = readings.filter {
      if case .missing = $0.meaning { false } else { true }
    }
    let years = known.compactMap(\.year)
    let last = years.count == known.count ? years.max() : nil
    let ofYear = last.map { year in known.filter { $0.year == year } } ?? known
    guard let end = ofYear.last else { return [] }
    return ofYear.filter { $0.year == end.year && $0.period == end.period }
  }

  /// The reading that an outcome is held to: that of its year and group, else one that is for all
  /// years or all groups; the only one there is, where the outcome has no year.
  private func match(_ readings: [Reading], _ outcome: Reading) -> Reading? {
    let own = readings.filter { $0.group == outcome.group && $0.group != nil }
    let candidates = own.isEmpty ? readings.filter { $0.group == nil } : own
    let year = outcome.year ?? planYear
    if let year, let found = candidates.first(where: { $0.year == year }) { return found }
    if let found = candidates.first(where: { $0.year == nil }) { return found }
    return year == nil && candidates.count == 1 ? candidates[0] : nil
  }

  /// The year that is named in a time: `våren 2022`.
  private static func year(in text: String) -> Int? {
    text.split { !($0.isASCII && $0.isNumber) }.last { $0.count == 4 }.flatMap { Int($0) }
  }
}

extension TargetValue.Direction {
  /// The other way.
  fileprivate var opposite: TargetValue.Direction {
    switch self {
    case .up: .down
    case .down: .up
    case .unchanged: .unchanged
    }
  }
}
