import Diagnostics
import Kinds
import Swedish

extension Checkpoint {
  static let units = Checkpoint(
    id: "C608", chapter: .statements, code: .unitDiffers, severity: .warning,
    title: "En enhet och lika många decimaler i en tabell",
    what: """
      Det som säger vad en tabells belopp räknas i – 'enhet', den första kolumnens rubrik, rubriken \
      över tabellen – säger samma sak. Talen i en kolumn har lika många decimaler, där raden inte \
      har en egen enhet eller egna decimaler.
      """,
    why: "Ett belopp som läses i fel enhet är tusen gånger fel.",
    example: """
      enhet: mnkr
      kolumner: [{rubrik: Alla belopp i tusentals kronor}, {rubrik: "2023"}]
      """,
    mend: "Skriv enheten på ett ställe, eller samma på alla. Skriv lika många decimaler.")
  static let captionYears = Checkpoint(
    id: "C609", chapter: .statements, code: .captionYearsDiffer, severity: .warning,
    title: "Rubrikens år är kolumnernas",
    what: """
      De år som rubriken över en budgettabell nämner, också i 'utfall 2021' och 'prognos 2022', har \
      varsin kolumn med den rubriken, och ingen kolumn har ett senare år än rubriken.
      """,
    why: """
      En rubrik som står kvar från förra året får läsaren att läsa fel år. I en budget som \
      fullmäktige beslutade sa rubriken utfall 2020 över en kolumn med utfall 2021.
      """,
    example: """
      rubrik: Balansbudget 2023–2025 med utfall 2020
      kolumner: Utfall 2021, Budget 2023, Budget 2024, Budget 2025
      """,
    mend: "Rätta rubriken eller kolumnerna.")
  static let columnHeads = Checkpoint(
    id: "C610", chapter: .statements, code: .columnTwice, severity: .warning,
    title: "Två kolumner har inte samma rubrik",
    what: "Kolumnerna i en tabell har olika rubriker.",
    why: """
      Två kolumner "Målvärde 2023" går inte att skilja åt; ofta är den ena ett år som inte \
      ändrades när planen skrevs om.
      """,
    example: "Ingångsvärde · Målvärde 2023 · Målvärde 2024 · Målvärde 2023",
    mend: "Rätta den rubrik eller det årtal som är fel.")
}

extension NamedCheck {
  /// A table counts in one unit, and the numbers of a column have as many decimals.
  static let units = NamedCheck(
    name: "units", parameters: [.required("tables")], checkpoints: [.units]
  ) { data, arguments in
    data.tables("tables", arguments).flatMap { table -> [Diagnostic] in
      var found: [Diagnostic] = []
      let said = table.unitWords.compactMap { words in
        MoneyUnit(in: words.text).map { (words: words, unit: $0) }
      }
      if let first = said.first, let other = said.first(where: { $0.unit != first.unit }) {
        found.append(.unitDiffers(table, first.words, first.unit, other.words, other.unit))
      }
      for column in table.columns.indices {
        let cells = table.rows.enumerated().filter { !$0.element.hasOwnLook }.compactMap {
          entry -> (row: Int, amount: Amount, words: DataTable.Words)? in
          let cell = entry.element.cells[column]
          guard cell.unit.isEmpty else { return nil }
          return cell.amount.map { (entry.offset, $0, cell.words) }
        }
        // A zero needs no decimals to say what it says.
        guard let first = cells.first(where: { !$0.amount.isZero }),
          let other = cells.first(where: {
            !$0.amount.isZero && $0.amount.scale != first.amount.scale
          })
        else { continue }
        found.append(.decimalsDiffer(table, other.row, column, first.words))
      }
      return found
    }
  }

  /// The years of a table's caption are those of its columns.
  static let captionYears = NamedCheck(
    name: "caption-years", parameters: [.required("tables")], checkpoints: [.captionYears]
  ) { data, arguments in
    data.tables("tables", arguments).compactMap { table in
      for caption in table.captions {
        let claims = YearClaim.all(in: caption.text)
        guard !claims.isEmpty else { continue }
        let keys = table.columns.compactMap { FigureSource.Key($0.text) }
        guard !keys.isEmpty else { return nil }
        let lacking = claims.flatMap { $0.lacking(among: keys) }
        let late = YearClaim.late(keys, claims)
        if lacking.isEmpty, late == nil { return nil }
        return .captionYearsDiffer(table, caption, lacking: lacking, late: late)
      }
      return nil
    }
  }

  /// No two columns of a table have the same head.
  static let columnHeads = NamedCheck(
    name: "column-heads",
    parameters: [.required("tables")], checkpoints: [.columnHeads]
  ) { data, arguments in
    var found: [Diagnostic] = []
    for table in data.tables("tables", arguments) {
      for (column, head) in table.columns.enumerated() where !head.folded.isEmpty {
        guard
          let first = table.columns[..<column].firstIndex(where: {
            $0.folded == head.folded && $0.group == head.group
          })
        else { continue }
        found.append(
          head.finding(
            .columnHeads, sv: "två kolumner har rubriken '\(head.text)'",
            en: "two columns have the head '\(head.text)'",
            path: "\(table.path).kolumner[\(column + 1)]",
            notes: [table.columns[first].note(sv: "den första", en: "the first")]))
      }
    }
    return found
  }
}

/// Years that a caption names, with what it says of them: "utfall 2021", "2023–2025".
private struct YearClaim {
  var stage: FigureSource.Stage?
  var years: ClosedRange<Int>

  /// What a caption says; years without a word are the budget's own.
  static func all(in caption: String) -> [YearClaim] {
    var claims: [YearClaim] = []
    var stage: FigureSource.Stage?
    var isRange = false
    var words = caption[...]
    while let start = words.firstIndex(where: {
      $0.isLetter || $0.isNumber || $0 == "–" || $0 == "-"
    }) {
      words = words[start...]
      if words[start].isLetter {
        let end = words.firstIndex { !$0.isLetter } ?? words.endIndex
        stage = FigureSource.Stage(word: words[..<end]) ?? stage
        isRange = false
        words = words[end...]
      } else if words[start].isNumber {
        let end = words.firstIndex { !$0.isNumber } ?? words.endIndex
        let year = String(words[..<end]).years.first
        words = words[end...]
        guard let year else { continue }
        if isRange, let last = claims.last, last.years.lowerBound < year {
          claims[claims.count - 1].years = last.years.lowerBound...year
        } else {
          claims.append(YearClaim(stage: stage, years: year...year))
        }
        isRange = false
      } else {
        isRange = true
        words = words.dropFirst()
      }
    }
    return claims
  }

  /// The years that no column has, in words.
  func lacking(among keys: [FigureSource.Key]) -> [String] {
    years.filter { year in
      !keys.contains {
        $0.year == year && ($0.stage == nil || ($0.stage ?? .budget) == (stage ?? .budget))
      }
    }.map { year in stage.map { "\($0.rawValue) \(year)" } ?? "\(year)" }
  }

  /// The latest year of the columns, where it comes after all that the caption names in a span.
  static func late(_ keys: [FigureSource.Key], _ claims: [YearClaim]) -> Int? {
    guard claims.contains(where: { $0.years.count > 1 }),
      let last = claims.map(\.years.upperBound).max(), let latest = keys.map(\.year).max(),
      latest > last
    else { return nil }
    return latest
  }
}

extension Diagnostic {
  fileprivate static func unitDiffers(
    _ table: DataTable, _ first: DataTable.Words, _ unit: MoneyUnit, _ words: DataTable.Words,
    _ other: MoneyUnit
  ) -> Diagnostic {
    words.finding(
      .units,
      sv: "här står \(other.words), men '\(first.text)' säger \(unit.words)",
      en: "here it says \(other.abbreviation), but '\(first.text)' says \(unit.abbreviation)",
      path: table.path, notes: [first.note(sv: "det andra stället", en: "the other place")])
  }

  fileprivate static func decimalsDiffer(
    _ table: DataTable, _ row: Int, _ column: Int, _ first: DataTable.Words
  ) -> Diagnostic {
    let words = table.rows[row].cells[column].words
    return words.finding(
      .units,
      sv: "'\(words.text)' har inte lika många decimaler som '\(first.text)' i samma kolumn",
      en: "'\(words.text)' has not as many decimals as '\(first.text)' in the same column",
      path: table.path(row: row, column: column),
      notes: [first.note(sv: "kolumnens första tal", en: "the column's first number")])
  }

  fileprivate static func captionYearsDiffer(
    _ table: DataTable, _ caption: DataTable.Words, lacking: [String], late: Int?
  ) -> Diagnostic {
    let heads = table.columns.map(\.text).filter { !$0.years.isEmpty }.joined(separator: ", ")
    let list = lacking.joined(separator: ", ")
    let message =
      lacking.isEmpty
      ? Message(
        sv: "kolumnerna går till \(late ?? 0), längre än rubriken",
        en: "the columns go to \(late ?? 0), further than the heading")
      : Message(
        sv: "rubriken nämner \(list), som ingen kolumn har",
        en: "the heading names \(list), which no column has")
    return caption.finding(
      .captionYears, sv: message.sv, en: message.en, path: table.path,
      notes: [
        Note(
          Message(sv: "kolumnerna är \(heads)", en: "the columns are \(heads)"),
          at: table.columns.first?.place)
      ])
  }
}
