import Diagnostics
import Kinds
import Swedish

extension Checkpoint {
  static let sameResult = Checkpoint(
    id: "C604", chapter: .statements, code: .resultDiffers, severity: .error,
    title: "Årets resultat är detsamma överallt",
    what: """
      Årets resultat i finansieringsbudgeten är det i resultatbudgeten, år för år, så när som på \
      avrundning. Förändringen av det egna kapitalet i balansbudgeten är det också.
      """,
    why: "Tabellerna beskriver samma år; skiljer de sig är någon av dem inte uppdaterad.",
    example: """
      Bilaga 1   Resultat          −212,9
      Bilaga 4   Årets resultat      −198
      """,
    mend: "Ta reda på vilken tabell som gäller, och rätta den andra.")
  static let sameDepreciation = Checkpoint(
    id: "C606", chapter: .statements, code: .depreciationDiffers, severity: .warning,
    title: "Avskrivningarna är desamma överallt",
    what: """
      Avskrivningarna i finansieringsbudgeten är de i resultatbudgeten, år för år, så när som på \
      avrundning.
      """,
    why: """
      De räknas en gång. En verklig skillnad, som att nedskrivningar ingår i den ena, behöver \
      förklaras i texten.
      """,
    example: """
      Bilaga 1   Avskrivningar     −258,8
      Bilaga 4   (+) Avskrivningar    267
      """,
    mend: "Rätta det tal som är fel, eller förklara skillnaden och tillåt fyndet med skäl.")
  static let sameFrames = Checkpoint(
    id: "C607", chapter: .statements, code: .framesDiffer, severity: .error,
    title: "Ramarna ger resultatet",
    what: "Resultatet under nämndernas ramar är det i resultatbudgeten, år för år.",
    why: "Fullmäktige beslutar båda; summan av ramarna ska ge budgetens resultat.",
    example: """
      Bilaga 1   Resultat   −212,9
      Bilaga 2   Resultat   −198,0
      """,
    mend: "Rätta ramarna eller resultatbudgeten.")
  static let sameInvestments = Checkpoint(
    id: "C614", chapter: .statements, code: .investmentsDiffer, severity: .error,
    title: "Investeringsbudgeten är finansieringsbudgetens investeringar",
    what: """
      Summan av investeringsbudgeten är summan av finansieringsbudgetens investeringar, år för år, \
      så när som på avrundning och tecken.
      """,
    why: "Det som ska investeras ska också vara finansierat.",
    example: """
      Bilaga 4   Investeringar i mark och byggnader     −297
                 Investeringar i maskiner och inventarier −141
      Bilaga 5   Summa                               458 154
      """,
    mend: "Rätta det tal som är fel, eller enheten.")
}

extension NamedCheck {
  static let sameResult = equality(
    "same-result", .sameResult, extra: [.optional("equity", .entries(FigureSource.parameters))],
    more: equityFindings)
  static let sameDepreciation = equality("same-depreciation", .sameDepreciation)
  static let sameFrames = equality("same-frames", .sameFrames)
  static let sameInvestments = equality("same-investments", .sameInvestments)

  /// A check that figures of several tables are the same, year by year.
  ///
  /// `figures` are the tables' rows, `absolute` compares them without their signs.
  private static func equality(
    _ name: String, _ checkpoint: Checkpoint, extra: [CheckParameter] = [],
    more: (@Sendable (CheckedData, CheckArguments) -> [Diagnostic])? = nil
  ) -> NamedCheck {
    NamedCheck(
      name: name,
      parameters: [
        .required("figures", .entries(FigureSource.parameters)), .optional("absolute", .flag),
      ] + extra, checkpoints: [checkpoint]
    ) { data, arguments in
      let sources = arguments.groups("figures").map { FigureSource.years($0, in: data) }
      var found: [Diagnostic] = []
      for (index, later) in sources.enumerated().dropFirst() {
        for (key, figure) in later {
          // Told once, against the first table that differs.
          let other = sources[..<index].lazy.flatMap { $0 }.first {
            $0.key.matches(key)
              && !figure.isSame(as: $0.figure, absolute: arguments.flag("absolute"))
          }
          if let other { found.append(.differs(checkpoint, figure, other.figure)) }
        }
      }
      return found + (more?(data, arguments) ?? [])
    }
  }

  /// The change of what is owned, from one year to the next, is the year's result.
  private static func equityFindings(
    _ data: CheckedData, _ arguments: CheckArguments
  ) -> [Diagnostic] {
    let results = arguments.groups("figures").flatMap { FigureSource.years($0, in: data) }
    return arguments.groups("equity").flatMap { source -> [Diagnostic] in
      let years = FigureSource.years(source, in: data)
      return zip(years, years.dropFirst()).compactMap { before, after -> Diagnostic? in
        guard after.key.year == before.key.year + 1,
          let change = after.figure.amount.subtracting(before.figure.amount),
          let result = results.first(where: { $0.key.matches(after.key) })?.figure,
          let difference = change.subtracting(result.amount),
          !difference.isWithinRounding(
            of: after.figure.terms + before.figure.terms + result.terms)
        else { return nil }
        return .equityDiffers(after.figure, change: change, result)
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func differs(
    _ checkpoint: Checkpoint, _ figure: FigureSource.YearFigure,
    _ other: FigureSource.YearFigure
  ) -> Diagnostic {
    let name = figure.table.name
    let otherName = other.table.name
    return figure.cell.finding(
      checkpoint,
      sv: "\(figure.head): \(figure.added) i \(name), men \(other.added) i \(otherName)",
      en: "\(figure.head): \(figure.added) in \(name), but \(other.added) in \(otherName)",
      path: figure.path,
      notes: [
        other.cell.note(sv: "\(otherName) säger det här", en: "\(otherName) says this")
      ])
  }

  fileprivate static func equityDiffers(
    _ figure: FigureSource.YearFigure, change: Amount, _ result: FigureSource.YearFigure
  ) -> Diagnostic {
    let shown =
      change.converted(from: .billions, to: figure.table.unit ?? .kronor)?.shown ?? change.shown
    return figure.cell.finding(
      .sameResult,
      sv: "det egna kapitalet ändras med \(shown) \(figure.head), men årets resultat är "
        + "\(result.shown)",
      en: "the equity changes by \(shown) \(figure.head), but the year's result is \(result.shown)",
      path: figure.path,
      notes: [result.cell.note(sv: "årets resultat", en: "the year's result")])
  }
}

extension FigureSource.YearFigure {
  /// What messages call the number: as it is written, or added up.
  fileprivate var added: String {
    guard terms.count > 1 else { return shown }
    return amount.converted(from: .billions, to: table.unit ?? .kronor)?.shown ?? shown
  }
}

extension DataTable {
  /// What messages call the table: its id, or the key that it stands under.
  var name: String { names.first ?? key }
}
