import Diagnostics
import Kinds
import Swedish

extension Checkpoint {
  static let balance = Checkpoint(
    id: "C603", chapter: .statements, code: .balanceDiffers, severity: .error,
    title: "Balansräkningens sidor är lika",
    what: """
      Summa tillgångar är lika med summan av eget kapital, avsättningar och skulder, i varje \
      kolumn, till sista siffran.
      """,
    why: """
      De två sidorna är samma tal. Avrundat är de fortfarande samma tal, så också en skillnad på \
      en enhet är ett fel. I en budget som fullmäktige beslutade var de 6 592 och 6 593.
      """,
    example: """
      Summa tillgångar                  6 592
      Summa skulder och eget kapital    6 593
      """,
    mend: "Rätta den sida som är fel; vid avrundning den post som är störst.")
  static let liquidAssets = Checkpoint(
    id: "C605", chapter: .statements, code: .liquidAssetsDiffer, severity: .error,
    title: "Likvida medel hänger ihop från år till år",
    what: """
      Likvida medel vid årets slut är de vid nästa års början, och kassa och bank i balansbudgeten \
      samma år.
      """,
    why: "Det är samma pengar; skiljer talen sig är något år inte uppdaterat.",
    example: """
      Likvida medel vid årets början   432   588   764
      Likvida medel vid årets slut     588   746   804
      """,
    mend: "Rätta det tal som är fel, och räkna om årets kassaflöde.")
}

extension NamedCheck {
  /// The two sides of a balance sheet are the same number.
  static let balance = NamedCheck(
    name: "balance",
    parameters: [
      .required("tables"), .required("assets", .text), .required("liabilities", .text),
    ], checkpoints: [.balance]
  ) { data, arguments in
    data.tables("tables", arguments).flatMap { table -> [Diagnostic] in
      guard let assets = table.row(called: arguments.texts("assets")),
        let liabilities = table.row(called: arguments.texts("liabilities"))
      else { return [] }
      return table.columns.indices.compactMap { column in
        guard let a = table.rows[assets].cells[column].amount,
          let b = table.rows[liabilities].cells[column].amount, a != b
        else { return nil }
        return .balanceDiffers(table, assets, liabilities, column)
      }
    }
  }

  /// What a year ends with, the next begins with, and the balance sheet has.
  static let liquidAssets = NamedCheck(
    name: "liquid-assets",
    parameters: [
      .required("tables"), .required("start", .text), .required("end", .text),
      .optional("balance", .entries(FigureSource.parameters)),
    ], checkpoints: [.liquidAssets]
  ) { data, arguments in
    let balance = arguments.groups("balance").flatMap { FigureSource.years($0, in: data) }
    return data.tables("tables", arguments).flatMap { table -> [Diagnostic] in
      guard let start = table.row(called: arguments.texts("start")),
        let end = table.row(called: arguments.texts("end"))
      else { return [] }
      return table.columns.indices.flatMap { column -> [Diagnostic] in
        guard let key = FigureSource.Key(table.columns[column].text),
          let closing = table.rows[end].cells[column].amount
        else { return [] }
        var found: [Diagnostic] = []
        let next = table.columns.indices.dropFirst(column + 1).first {
          FigureSource.Key(table.columns[$0].text)?.year == key.year + 1
        }
        if let next, let opening = table.rows[start].cells[next].amount, opening != closing {
          found.append(.chainBroken(table, start, next, end, column))
        }
        let own = closing.converted(from: table.unit ?? .kronor, to: .billions)
        if let cash = balance.first(where: { $0.key.matches(key) })?.figure, let own {
          let figure = FigureSource.YearFigure(
            amount: own, terms: [own], cell: table.rows[end].cells[column].words,
            head: table.columns[column].text, table: table,
            path: table.path(row: end, column: column))
          if !figure.isSame(as: cash) { found.append(.cashDiffers(figure, cash)) }
        }
        return found
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func balanceDiffers(
    _ table: DataTable, _ assets: Int, _ liabilities: Int, _ column: Int
  ) -> Diagnostic {
    let one = table.rows[assets].cells[column].words
    let other = table.rows[liabilities].cells[column].words
    let head = table.columns[column].text
    return other.finding(
      .balance,
      sv: "\(head): skulder och eget kapital är \(other.text), men tillgångarna \(one.text)",
      en: "\(head): liabilities and equity are \(other.text), but assets \(one.text)",
      path: table.path(row: liabilities, column: column),
      notes: [one.note(sv: "tillgångarna", en: "the assets")])
  }

  fileprivate static func chainBroken(
    _ table: DataTable, _ start: Int, _ next: Int, _ end: Int, _ column: Int
  ) -> Diagnostic {
    let opening = table.rows[start].cells[next].words
    let closing = table.rows[end].cells[column].words
    let head = table.columns[next].text
    let before = table.columns[column].text
    return opening.finding(
      .liquidAssets,
      sv: "\(head) börjar med \(opening.text), men \(before) slutar med \(closing.text)",
      en: "\(head) begins with \(opening.text), but \(before) ends with \(closing.text)",
      path: table.path(row: start, column: next),
      notes: [closing.note(sv: "årets slut", en: "the year's end")])
  }

  fileprivate static func cashDiffers(
    _ figure: FigureSource.YearFigure, _ cash: FigureSource.YearFigure
  ) -> Diagnostic {
    figure.cell.finding(
      .liquidAssets,
      sv: "\(figure.head) slutar med \(figure.shown), men kassa och bank är \(cash.shown)",
      en: "\(figure.head) ends with \(figure.shown), but cash in the balance sheet is "
        + "\(cash.shown)",
      path: figure.path, notes: [cash.cell.note(sv: "balansbudgeten", en: "the balance sheet")])
  }
}
