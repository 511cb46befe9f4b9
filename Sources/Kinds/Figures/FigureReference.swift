import Diagnostics
import Swedish

/// What stands between `{{` and `}}`: a table, a row and a column, and how the figure is printed.
enum FigureReference {
  /// What a reference comes to.
  enum Result {
    case figure(String)
    case fault(Diagnostic)
  }

  /// The figure that a reference leads to, as it is printed.
  ///
  /// The row's name may have points in it: the table ends at the first, the column begins after the
  /// last.
  static func read(_ written: String, at place: Place, in tables: [DataTable]) -> Result {
    let halves = written.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let path = String(halves[0])
    guard let first = path.firstIndex(of: "."), let last = path.lastIndex(of: "."), first < last
    else { return .fault(.malformed(written.oneLine, at: place)) }
    let parts = [
      path[..<first], path[path.index(after: first)..<last], path[path.index(after: last)...],
    ].map { String($0).oneLine }
    guard parts.allSatisfy({ !$0.isEmpty }) else {
      return .fault(.malformed(written.oneLine, at: place))
    }
    var print: Print?
    if halves.count == 2 {
      let words = String(halves[1]).oneLine
      guard let read = Print(words) else { return .fault(.wrongFormat(words, at: place)) }
      print = read
    }
    return find(parts[0], row: parts[1], column: parts[2], print, at: place, in: tables)
  }

  private static func find(
    _ table: String, row: String, column: String, _ print: Print?, at place: Place,
    in tables: [DataTable]
  ) -> Result {
    let named = tables.filter {
      $0.names.contains { $0.foldedForLookup == table.foldedForLookup }
    }
    guard let near = named.first else { return .fault(.noTable(table, among: tables, at: place)) }
    // An appendix may hold several tables: the row says which.
    let holding = named.filter { !$0.rows(called: row).isEmpty }
    guard let found = holding.first else { return .fault(.noRow(row, in: near, at: place)) }
    let rows = found.rows(called: row)
    guard holding.count == 1, rows.count == 1 else {
      let places = holding.flatMap { table in table.rows(called: row).map { table.rows[$0].name } }
      return .fault(.rowTwice(row, places, at: place))
    }
    let columns = found.columns(called: column)
    guard let index = columns.first else { return .fault(.noColumn(column, in: found, at: place)) }
    guard columns.count == 1 else {
      return .fault(.columnTwice(column, columns.map { found.columns[$0] }, at: place))
    }
    let cell = found.rows[rows[0]].cells[index]
    guard let amount = cell.amount else { return .fault(.noFigure(cell, at: place)) }
    guard let print else { return .figure(amount.text(.inProse)) }
    guard let text = print.text(amount, unit: found.unit) else {
      return .fault(.noUnit(found, at: place))
    }
    return .figure(text)
  }

  /// How a figure is printed: `mnkr 1`, `tal + enhet`.
  struct Print {
    /// The unit that it is converted to; nil for the table's own.
    var unit: MoneyUnit?
    /// How many decimals it has; nil for those that are written.
    var decimals: Int?
    /// Whether a number over zero has a plus.
    var hasPlus = false
    /// Whether it is printed without its sign.
    var isWithoutSign = false
    /// Whether the unit follows it.
    var hasUnit = false

    /// The words of a format; nil for others.
    init?(_ text: String) {
      for word in text.split(separator: " ") {
        switch word {
        case "tal", "belopp": break
        case "heltal": decimals = 0
        case "enhet": hasUnit = true
        case "+": hasPlus = true
        case "absolut": isWithoutSign = true
        default:
          if let unit = MoneyUnit.allCases.first(where: { $0.abbreviation == word }) {
            self.unit = unit
          } else if let count = Int(word), (0...9).contains(count) {
            decimals = count
          } else {
            return nil
          }
        }
      }
    }

    /// A figure; nil where it cannot be converted since its own unit is not known.
    func text(_ figure: Amount, unit own: MoneyUnit?) -> String? {
      var amount = isWithoutSign && figure.isNegative ? -figure : figure
      if let unit {
        guard let own, let converted = amount.converted(from: own, to: unit) else { return nil }
        amount = converted
      }
      if hasUnit, unit == nil, own == nil { return nil }
      let text = amount.text(.inProse, decimals: decimals, plus: hasPlus)
      guard hasUnit, let shown = unit ?? own else { return text }
      return text + NumberStyle.inProse.unitSpace + shown.abbreviation
    }

    /// The words that may stand in a format.
    static let words = ["kr", "tkr", "mnkr", "mdkr", "heltal", "0–9", "enhet", "+", "absolut"]
  }
}

extension NumberStyle {
  /// As it stands in a text that is still to pass the normaliser, which knows the theme's spaces.
  fileprivate static let inProse = NumberStyle(groupSeparator: "\u{A0}")
}

extension String {
  /// The words with one space between them.
  fileprivate var oneLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

// MARK: - Messages

extension Diagnostic {
  private static func unknownFigure(
    sv: String, en: String, at place: Place, near: String? = nil, known: [String] = [],
    notes: [Note] = []
  ) -> Diagnostic {
    let most = 12
    let list = known.prefix(most).joined(separator: ", ") + (known.count > most ? " …" : "")
    return Diagnostic(
      .error, .unknownFigure, Message(sv: sv, en: en), at: place,
      notes: notes
        + (known.isEmpty
          ? [] : [Note(Message(sv: "där finns \(list)", en: "there are \(list)"))]),
      fixes: near.map {
        [Fix(Message(sv: "menade du '\($0)'?", en: "did you mean '\($0)'?"))]
      } ?? [])
  }

  fileprivate static func malformed(_ written: String, at place: Place) -> Diagnostic {
    unknownFigure(
      sv: "'{{\(written)}}' ska vara tabell.rad.kolumn, som {{bilaga1.resultat.2023}}",
      en: "'{{\(written)}}' should be table.row.column, as {{bilaga1.resultat.2023}}", at: place)
  }

  fileprivate static func wrongFormat(_ words: String, at place: Place) -> Diagnostic {
    let known = FigureReference.Print.words.joined(separator: ", ")
    return unknownFigure(
      sv: "'\(words)' är inget sätt att skriva en siffra; det finns \(known)",
      en: "'\(words)' is no way to print a figure; there are \(known)", at: place)
  }

  fileprivate static func noTable(
    _ name: String, among tables: [DataTable], at place: Place
  ) -> Diagnostic {
    var known: [String] = []
    for name in tables.flatMap(\.names) where !known.contains(name) { known.append(name) }
    return unknownFigure(
      sv: "ingen tabell heter '\(name)'", en: "no table is called '\(name)'", at: place,
      near: nearest(to: name, among: known), known: known)
  }

  fileprivate static func noRow(
    _ name: String, in table: DataTable, at place: Place
  ) -> Diagnostic {
    let known = table.rows.map(\.name.text).filter { !$0.isEmpty }
    return unknownFigure(
      sv: "tabellen '\(table.names.first ?? table.key)' har ingen rad '\(name)'",
      en: "the table '\(table.names.first ?? table.key)' has no row '\(name)'", at: place,
      near: nearest(to: name, among: known), known: known)
  }

  fileprivate static func noColumn(
    _ name: String, in table: DataTable, at place: Place
  ) -> Diagnostic {
    let known = table.columns.map(\.text).filter { !$0.isEmpty }
    return unknownFigure(
      sv: "tabellen '\(table.names.first ?? table.key)' har ingen kolumn '\(name)'",
      en: "the table '\(table.names.first ?? table.key)' has no column '\(name)'", at: place,
      near: nearest(to: name, among: known), known: known)
  }

  fileprivate static func rowTwice(
    _ name: String, _ rows: [DataTable.Words], at place: Place
  ) -> Diagnostic {
    unknownFigure(
      sv: "\(rows.count) rader heter '\(name)'; ge dem olika namn",
      en: "\(rows.count) rows are called '\(name)'; give them different names", at: place,
      notes: rows.map { Note(Message(sv: "en av dem", en: "one of them"), at: $0.place) })
  }

  fileprivate static func columnTwice(
    _ name: String, _ columns: [DataTable.Words], at place: Place
  ) -> Diagnostic {
    unknownFigure(
      sv: "\(columns.count) kolumner har '\(name)' i rubriken; skriv hela rubriken",
      en: "\(columns.count) columns have '\(name)' in their heads; write the whole head", at: place,
      known: columns.map(\.text))
  }

  fileprivate static func noFigure(_ cell: DataTable.Cell, at place: Place) -> Diagnostic {
    let isEmpty = cell.words.text.isEmpty
    let found = Wording(quoting: cell.words.text)
    return unknownFigure(
      sv: isEmpty ? "cellen är tom" : "i cellen står \(found.sv), som inte är ett tal",
      en: isEmpty ? "the cell is empty" : "the cell holds \(found.en), which is no number",
      at: place, notes: [Note(Message(sv: "cellen", en: "the cell"), at: cell.words.place)])
  }

  fileprivate static func noUnit(_ table: DataTable, at place: Place) -> Diagnostic {
    unknownFigure(
      sv: "det står inte vad beloppen i '\(table.names.first ?? table.key)' räknas i",
      en: "nothing says what the amounts in '\(table.names.first ?? table.key)' are counted in",
      at: place,
      notes: [
        Note(
          Message(
            sv: "skriv enhet: mnkr i tabellen, eller 'Belopp i mnkr' i dess rubrik",
            en: "write enhet: mnkr in the table, or 'Belopp i mnkr' in its heading"),
          at: table.place)
      ])
  }
}
