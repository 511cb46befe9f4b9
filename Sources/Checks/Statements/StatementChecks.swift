import Diagnostics
import Kinds
import Swedish

extension NamedCheck {
  /// Checks of budgets' statements and other tables of figures.
  static let statementChecks: [NamedCheck] = [
    .sums, .parts, .balance, .sameResult, .liquidAssets, .sameDepreciation, .sameFrames,
    .sameInvestments, .units, .captionYears, .columnHeads, .shares, .quotedAmounts,
  ]
}

extension CheckedData {
  /// The tables that an argument's paths lead to, in the order of the plan.
  func tables(_ name: String, _ arguments: CheckArguments) -> [DataTable] {
    let paths = Set(arguments.entries(name, in: plan).map(\.path))
    return paths.isEmpty ? [] : tables.filter { paths.contains($0.path) }
  }
}

extension DataTable.Words {
  /// A finding at the words.
  func finding(
    _ checkpoint: Checkpoint, sv: String, en: String, code: Code? = nil,
    severity: Diagnostic.Severity? = nil, path: String?, notes: [Diagnostic.Note] = [],
    fixes: [Diagnostic.Fix] = []
  ) -> Diagnostic {
    Diagnostic(
      checkpoint, Message(sv: sv, en: en), code: code, severity: severity, at: place, path: path,
      notes: notes, fixes: fixes)
  }

  /// A remark that points at the words.
  func note(sv: String, en: String) -> Diagnostic.Note {
    Diagnostic.Note(Message(sv: sv, en: en), at: place)
  }
}

extension DataTable {
  /// The path in the plan of a cell.
  func path(row: Int, column: Int) -> String { "\(path).rader[\(row)].celler[\(column + 1)]" }

  /// The first row with one of some names, the names tried in their order.
  func row(called names: [String]) -> Int? {
    for name in names { if let row = rows(called: name).first { return row } }
    return nil
  }

  /// What messages call a cell: its row and its column.
  func title(row: Int, column: Int) -> String {
    let head = columns[column].text
    return head.isEmpty ? "'\(rows[row].name.text)'" : "'\(rows[row].name.text)' \(head)"
  }
}

extension Amount {
  /// The number as it stands in messages.
  var shown: String { text(.typed) }

  /// The number without its sign.
  var magnitude: Amount { isNegative ? -self : self }

  /// One in its last shown digit.
  var lastDigit: Amount? { Amount(coefficient: 1, scale: scale) }

  /// The sum of some numbers; nil if it does not fit.
  static func sum(_ amounts: [Amount]) -> Amount? {
    var sum = Amount.zero
    for amount in amounts {
      guard let next = sum.adding(amount) else { return nil }
      sum = next
    }
    return sum
  }

  /// Whether a difference can come of rounding each of some numbers to their last shown digit: it is
  /// within half a digit for each.
  func isWithinRounding(of amounts: [Amount]) -> Bool {
    guard let double = magnitude.multiplied(by: 2),
      let room = Amount.sum(amounts.compactMap(\.lastDigit))
    else { return false }
    return double <= room
  }
}
