import Diagnostics
import Kinds
import Swedish

extension Checkpoint {
  static let shares = Checkpoint(
    id: "C612", chapter: .statements, code: .shareOutOfRange, severity: .error,
    title: "En andel är mellan 0 och 100 procent",
    what: """
      Värden i procent för ett mått som är en andel är mellan 0 och 100. Förändringar (−12 %, 20 % \
      mindre än) och övre gränser räknas inte.
      """,
    why: "En andel över det hela är ett skrivfel, ofta ett decimalkomma som fattas.",
    example: """
      namn: Andel som får kontakt samma dag
      målvärde: 765 %
      """,
    mend: "Rätta talet, eller ge måttet ett namn som inte säger andel.")
}

extension NamedCheck {
  /// Shares are from 0 to 100 percent.
  static let shares = NamedCheck(
    name: "shares",
    parameters: [
      .required("measures"), .required("name", .path(within: "measures")),
      .required("values", .path(within: "measures")),
    ], checkpoints: [.shares]
  ) { data, arguments in
    arguments.entries("measures", in: data.plan).flatMap { measure -> [Diagnostic] in
      guard let name = arguments.field("name", in: measure)?.text, name.isShare else { return [] }
      return arguments.entries("values", in: measure).compactMap { value in
        guard let target = value.target,
          let share = target.readings.lazy.compactMap(\.shareOutOfRange).first
        else { return nil }
        return value.finding(
          .shares, sv: "'\(name)' är en andel och kan inte vara \(share.text(.typed))",
          en: "'\(name)' is a share and cannot be \(share.text(.typed))")
      }
    }
  }
}

extension String {
  /// Whether a measure of this name is a share of something.
  fileprivate var isShare: Bool {
    lowercased().split { !$0.isLetter }.contains { $0 == "andel" || $0 == "andelen" }
  }
}

extension TargetValue.Reading {
  /// The quantity, where it is a level in percent that no share can have; bounds above, changes and
  /// comparisons may be any.
  fileprivate var shareOutOfRange: Quantity? {
    switch meaning {
    case .quantity(let bound, let quantity):
      guard quantity.isPercent, bound != .less, bound != .atMost, quantity.isOutsideWhole else {
        return nil
      }
      return quantity
    case .range(_, let quantity):
      return quantity.isPercent && quantity.isOutsideWhole ? quantity : nil
    case .change, .direction, .comparison, .state, .missing, .words: return nil
    }
  }
}

extension Quantity {
  /// Whether it is below nothing or above the whole.
  fileprivate var isOutsideWhole: Bool { amount.isNegative || amount > Amount(100) }
}
