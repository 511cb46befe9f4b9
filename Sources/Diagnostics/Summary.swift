/// How many diagnostics there are of each severity.
public struct Summary: Hashable, Sendable {
  /// How many stand in the way of the document.
  public var errors = 0
  /// How many tell of pages that differ from what was asked.
  public var warnings = 0
  /// How many are only good to know.
  public var notes = 0
  /// How many tell of characters that were set right, which nobody has to do anything about.
  public var corrections = 0

  /// Counts diagnostics, but for those that the plan allows.
  public init(_ diagnostics: some Sequence<Diagnostic>) {
    for diagnostic in diagnostics where diagnostic.allowance == nil {
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .note where diagnostic.code == .textNormalised: corrections += 1
      case .note: notes += 1
      }
    }
  }

  /// The counts in words: `2 fel, 1 varning`; `inga fel` when there is nothing.
  public func text(in language: MessageLanguage) -> String {
    let counts: [(Int, one: String, many: String)]
    switch language {
    case .swedish:
      counts = [
        (errors, "fel", "fel"), (warnings, "varning", "varningar"),
        (notes, "anmärkning", "anmärkningar"), (corrections, "rättelse", "rättelser"),
      ]
    case .english:
      counts = [
        (errors, "error", "errors"), (warnings, "warning", "warnings"), (notes, "note", "notes"),
        (corrections, "correction", "corrections"),
      ]
    }
    let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.one : $0.many)" }
    if parts.isEmpty { return language == .swedish ? "inga fel" : "no errors" }
    return parts.joined(separator: ", ")
  }
}

extension Sequence<Diagnostic> {
  /// The diagnostics by place, then code; those without a place first, equals as they came.
  public func sortedByPlace() -> [Diagnostic] {
    enumerated().sorted { a, b in
      let (placeA, placeB) = (a.element.place ?? .none, b.element.place ?? .none)
      if placeA != placeB { return placeA < placeB }
      let (codeA, codeB) = (a.element.code.rawValue, b.element.code.rawValue)
      if codeA != codeB { return codeA < codeB }
      return a.offset < b.offset
    }.map(\.element)
  }

  /// The diagnostics with every warning made an error, as `--strict` asks.
  public func promotingWarnings() -> [Diagnostic] {
    map { diagnostic in
      var diagnostic = diagnostic
      if diagnostic.severity == .warning { diagnostic.severity = .error }
      return diagnostic
    }
  }
}
