import Diagnostics
import Kinds
import Swedish

/// A figure of a statement, year by year, as a schema names it: a row of a table by its names, or the
/// sum of all rows of some names.
struct FigureSource {
  /// What a figure is in one year.
  struct YearFigure {
    /// The amount in billions, in which every amount keeps its decimals and so its precision.
    var amount: Amount
    /// The numbers that it was added up from, in the same unit, with their decimals.
    var terms: [Amount]
    /// The words of the cell; of a sum, of its first.
    var cell: DataTable.Words
    /// The column's head.
    var head: String
    var table: DataTable
    var path: String
  }

  /// The parameters that name a figure.
  static let parameters: [CheckParameter] = [
    .required("table"), .required("rows", .text), .optional("sum", .flag),
  ]

  /// The figures of the first table that has the row, by year; years that stand over two columns are
  /// told apart by their words, `Budget 2022`.
  static func years(
    _ arguments: CheckArguments, in data: CheckedData
  ) -> [(key: Key, figure: YearFigure)] {
    let names = arguments.texts("rows")
    for table in data.tables("table", arguments) {
      let rows =
        arguments.flag("sum")
        ? names.flatMap { table.rows(called: $0) } : table.row(called: names).map { [$0] } ?? []
      guard let first = rows.first else { continue }
      return table.columns.indices.compactMap { column in
        guard let key = Key(table.columns[column].text) else { return nil }
        let amounts = rows.compactMap { table.rows[$0].cells[column].amount }
          .compactMap { $0.converted(from: table.unit ?? .kronor, to: .billions) }
        guard !amounts.isEmpty, let sum = Amount.sum(amounts) else { return nil }
        return (
          key,
          YearFigure(
            amount: sum, terms: amounts, cell: table.rows[first].cells[column].words,
            head: table.columns[column].text, table: table,
            path: table.path(row: first, column: column))
        )
      }
    }
    return []
  }

  /// A year, and whether its figures are an outcome, a forecast or a budget.
  struct Key {
    var year: Int
    var stage: Stage?

    /// What a column's head says; nil for one that names no year, or several.
    init?(_ head: String) {
      guard let year = head.years.first, head.years.count == 1 else { return nil }
      self.year = year
      stage = Stage(in: head)
    }

    /// Whether two columns hold figures for the same year and stage, as far as they say.
    func matches(_ other: Key) -> Bool {
      year == other.year && (stage == nil || other.stage == nil || stage == other.stage)
    }
  }

  /// How far a year had come when its figures were written.
  enum Stage: String, CaseIterable {
    case outcome = "utfall"
    case forecast = "prognos"
    case budget = "budget"

    /// What a word means; nil for others.
    init?(word: some StringProtocol) {
      switch word.lowercased() {
      case "utfall", "bokslut", "redovisning": self = .outcome
      case "prognos": self = .forecast
      case "budget", "plan", "flerårsplan": self = .budget
      default: return nil
      }
    }

    /// The stage that a head names.
    init?(in head: String) {
      for word in head.split(whereSeparator: { !$0.isLetter }) {
        if let stage = Stage(word: word) {
          self = stage
          return
        }
      }
      return nil
    }
  }
}

extension FigureSource.YearFigure {
  /// Whether it may be the same number as another, each rounded to the digits that it is shown with.
  func isSame(as other: Self, opposite: Bool = false, absolute: Bool = false) -> Bool {
    let a = absolute ? amount.magnitude : amount
    let b = absolute ? other.amount.magnitude : opposite ? -other.amount : other.amount
    guard let difference = a.subtracting(b) else { return false }
    if difference.isZero { return true }
    // The same number is rounded to the same digits in the same way.
    if terms.count == 1, other.terms.count == 1, precision == other.precision { return false }
    return difference.isWithinRounding(of: terms + other.terms)
  }

  private var precision: Int { terms.first?.scale ?? 0 }

  /// What messages call it: the number as it is written, its row and where it stands.
  var shown: String { cell.text }
}
