import Diagnostics
import Kinds
import Swedish

extension Checkpoint {
  static let parts = Checkpoint(
    id: "C611", chapter: .statements, code: .partExceedsWhole, severity: .error,
    title: "Varav är inte mer än helheten",
    what: "En rad av slaget 'varav' är inte större än den rad ovanför som den är en del av.",
    why: "En del kan inte vara mer än det hela; då är raden eller talet på fel plats.",
    example: """
      Kultur- och bildningsnämnden      99,0
        Varav Blekinge folkhögskola    132,0
      """,
    mend: "Rätta talet, eller ge raden ett annat slag.")
}

extension NamedCheck {
  /// A row of the kind `varav` is not above what it is a part of.
  static let parts = NamedCheck(
    name: "parts", parameters: [.required("tables")], checkpoints: [.parts]
  ) { data, arguments in
    data.tables("tables", arguments).flatMap { table -> [Diagnostic] in
      var whole: Int?
      var found: [Diagnostic] = []
      for (row, entry) in table.rows.enumerated() {
        switch entry.kind {
        case .heading: whole = nil
        case .item, .subtotal, .total: whole = row
        case .part:
          guard let whole else { continue }
          for column in table.columns.indices {
            guard let part = entry.cells[column].amount,
              let all = table.rows[whole].cells[column].amount,
              !part.isZero, part.isNegative == all.isNegative || all.isZero,
              part.magnitude > all.magnitude,
              !hasOpposite(of: part, below: whole, column, in: table)
            else { continue }
            found.append(.partExceedsWhole(table, row, whole, column))
          }
        }
      }
      return found
    }
  }

  /// Whether another part has the other sign: then one may well be more than the whole.
  private static func hasOpposite(
    of part: Amount, below whole: Int, _ column: Int, in table: DataTable
  ) -> Bool {
    table.rows[(whole + 1)...].prefix { $0.kind == .part }.contains {
      $0.cells[column].amount.map { !$0.isZero && $0.isNegative != part.isNegative } ?? false
    }
  }
}

extension Diagnostic {
  fileprivate static func partExceedsWhole(
    _ table: DataTable, _ row: Int, _ whole: Int, _ column: Int
  ) -> Diagnostic {
    let part = table.rows[row].cells[column].words
    let all = table.rows[whole].cells[column].words
    let title = table.title(row: row, column: column)
    let name = table.rows[whole].name.text
    return part.finding(
      .parts,
      sv: "\(title) är \(part.text), mer än '\(name)' som den är en del av (\(all.text))",
      en: "\(title) is \(part.text), more than '\(name)' that it is a part of (\(all.text))",
      path: table.path(row: row, column: column),
      notes: [all.note(sv: "helheten", en: "the whole")])
  }
}
