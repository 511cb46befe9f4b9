import Diagnostics
import Kinds
import Swedish

extension Checkpoint {
  /// A total that is not the sum of its parts.
  static let sums = Checkpoint(
    id: "C602", chapter: .statements, code: .sumDiffers, severity: .error,
    title: "Delarna är summan",
    what: """
      Varje delsumma och summa är lika med summan av sina delar: de rader som 'av' nämner, de som \
      hör till summan i en budgettabell, eller raderna ovanför. Kolumner som heter Summa är summan \
      av åren. En skillnad som kan komma av att varje tal är avrundat, högst en halv enhet i den \
      sista siffran för varje tal, är en varning, 'rounding'; en större är ett fel.
      """,
    why: """
      Den som räknar efter tappar tilltron till alla siffror. Där skillnaden är avrundning ska det \
      stå under tabellen.
      """,
    example: """
      Finansiella anläggningstillgångar      79
      Summa anläggningstillgångar         2 917      (delarna ger 2 918)
      """,
    mend: """
      Rätta summan eller den del som är fel. Skriv 'av' eller 'utom' på en summa som inte är summan \
      av raderna ovanför. Vid avrundning: låt noten under tabellen stå.
      """)

  /// A sum that holds with the other sign.
  static let signs = Checkpoint(
    id: "C601", chapter: .statements, code: .signUndeclared, severity: .warning,
    title: "Tabellen säger vad som är plus",
    what: """
      Där resultatet är summan av nettokostnader med omvänt tecken säger tabellen det med \
      'tecken: nettokostnad', som också skrivs ut över den.
      """,
    why: """
      I en tabell över ramar är det som kostar plus, i en resultatbudget minus. Utan besked måste \
      läsaren gissa.
      """,
    example: """
      Trafiknämnden          374,6
      Finansförvaltningen   −400,0
      Resultat                25,4
      """,
    mend: "Skriv 'tecken: nettokostnad' i tabellen.")
}

extension NamedCheck {
  /// Sums are the sums of their parts, to the last digit or within rounding.
  static let sums = NamedCheck(
    name: "sums",
    parameters: [
      .required("tables"), .optional("sign", .path(within: "tables")), .optional("results", .text),
      .optional("total-columns", .text), .optional("note", .path(within: "tables")),
      .optional("wants-note", .path(within: "tables")), .optional("note-text", .text),
      .optional(
        "known",
        .entries([
          .required("sum", .text), .required("from", .text), .optional("and", .text),
        ])),
      .optional(
        "kinds",
        .entries([
          .required("tables"), .required("rows", .text),
          .required("kind", .choice(["delsumma", "summa", "rubrik"])),
        ])),
    ],
    checkpoints: [.sums, .signs]
  ) { data, arguments in
    let known = arguments.groups("known").map {
      SumStructure.KnownSum(names: $0.texts("sum"), from: $0.texts("from"), and: $0.texts("and"))
    }
    let signs = Dictionary(
      arguments.entries("tables", in: data.plan).map {
        ($0.path, arguments.field("sign", in: $0)?.text)
      }, uniquingKeysWith: { first, _ in first })
    return data.tables("tables", arguments).flatMap { table in
      let adder = Adder(
        structure: SumStructure(table: table, known: known),
        isNetCost: signs[table.path] == "nettokostnad",
        results: Set(arguments.texts("results").map(\.foldedForLookup)),
        totalColumns: Set(arguments.texts("total-columns").map(\.foldedForLookup)))
      return adder.findings()
    }
  }
}

/// Adds up the columns and rows of one table.
private struct Adder {
  let structure: SumStructure
  /// Whether what costs is plus, so that the result has the other sign.
  let isNetCost: Bool
  /// The names of rows that are the result.
  let results: Set<String>
  /// The heads of columns that are the sums of those before them.
  let totalColumns: Set<String>

  private var table: DataTable { structure.table }

  func findings() -> [Diagnostic] {
    table.rows.indices.flatMap { row in
      let parts = structure.parts(of: row)
      return table.columns.indices.compactMap { column in
        isTotal(column)
          ? acrossFinding(row, column) : parts.isEmpty ? nil : finding(row, column, parts)
      }
    }
  }

  private func isTotal(_ column: Int) -> Bool {
    totalColumns.contains(table.columns[column].folded)
  }

  /// What is wrong with a sum in a column: nothing if one of the ways to put it together holds.
  private func finding(_ row: Int, _ column: Int, _ ways: [[Int]]) -> Diagnostic? {
    guard let total = table.rows[row].cells[column].amount else { return nil }
    let isResult = results.contains(table.rows[row].name.folded)
    var worst: Diagnostic?
    for parts in ways {
      let cells = parts.map { table.rows[$0].cells[column] }
      // What is not known cannot be added, nor shares; and of nothing at all nothing is the sum.
      if cells.contains(where: { $0.isPercent || $0.reading == .missing(.unavailable) }) {
        return nil
      }
      let amounts = cells.compactMap(\.amount)
      guard !amounts.isEmpty, let added = Amount.sum(amounts) else { continue }
      let sum = isResult && isNetCost ? -added : added
      guard let difference = total.subtracting(sum) else { continue }
      if difference.isZero { return nil }
      let isRounding = difference.isWithinRounding(of: amounts + [total])
      if isResult, !isNetCost, !isRounding, let other = total.adding(sum),
        other.isWithinRounding(of: amounts + [total])
      {
        return .signUndeclared(table, row, column)
      }
      let found = Diagnostic.sumDiffers(
        table, row, column, sum: sum, isRounding: isRounding,
        parts: parts.map { table.rows[$0].name.text })
      if isRounding { return found }
      worst = worst ?? found
    }
    return worst
  }

  /// What is wrong with the sum of a row: that of the years before it.
  private func acrossFinding(_ row: Int, _ column: Int) -> Diagnostic? {
    let years = table.columns.indices.prefix(column).filter {
      table.columns[$0].text.years.count == 1
    }
    let cells = years.map { table.rows[row].cells[$0] }
    let amounts = cells.compactMap(\.amount)
    guard amounts.count > 1, let total = table.rows[row].cells[column].amount,
      let sum = Amount.sum(amounts), let difference = total.subtracting(sum), !difference.isZero
    else { return nil }
    return .sumDiffers(
      table, row, column, sum: sum, isRounding: difference.isWithinRounding(of: amounts + [total]),
      parts: years.map { table.columns[$0].text })
  }
}

extension Diagnostic {
  fileprivate static func sumDiffers(
    _ table: DataTable, _ row: Int, _ column: Int, sum: Amount, isRounding: Bool, parts: [String]
  ) -> Diagnostic {
    let cell = table.rows[row].cells[column]
    let title = table.title(row: row, column: column)
    let written = cell.amount?.shown ?? cell.words.text
    let most = 6
    let names = parts.prefix(most).joined(separator: ", ")
    let list = parts.count > most ? "\(names) … (\(parts.count))" : names
    return cell.words.finding(
      .sums,
      sv: "\(title) är \(written), men delarna ger \(sum.shown)"
        + (isRounding ? "; skillnaden ryms i avrundningen" : ""),
      en: "\(title) is \(written), but its parts give \(sum.shown)"
        + (isRounding ? "; the difference is within rounding" : ""),
      code: isRounding ? .rounding : nil, severity: isRounding ? .warning : nil,
      path: table.path(row: row, column: column),
      notes: [
        Note(Message(sv: "delarna är \(list)", en: "the parts are \(list)"))
      ],
      fixes: isRounding
        ? []
        : [
          Fix(
            Message(
              sv: "rätta talet, eller skriv 'av' med de rader som summan är summan av",
              en: "mend the number, or write 'av' with the rows that it is the sum of"))
        ])
  }

  fileprivate static func signUndeclared(
    _ table: DataTable, _ row: Int, _ column: Int
  ) -> Diagnostic {
    let cell = table.rows[row].cells[column]
    let title = table.title(row: row, column: column)
    return cell.words.finding(
      .signs,
      sv: "\(title) stämmer med omvänt tecken, men tabellen säger inte vad som är plus",
      en: "\(title) holds with the other sign, but the table does not say what is plus",
      path: table.path(row: row, column: column),
      fixes: [
        Fix(
          Message(
            sv: "skriv 'tecken: nettokostnad' i tabellen",
            en: "write 'tecken: nettokostnad' in the table"))
      ])
  }
}
