import Diagnostics

extension Checkpoint {
  /// Years of a målvärde that stand twice or out of order.
  static let targetYears = Checkpoint(
    id: "C540", chapter: .goals, code: .targetYears, severity: .error,
    title: "Målår står en gång, i ordning",
    what: """
      När ett målvärde, ingångsvärde eller utfall ges för flera år står varje år en gång, och åren \
      stiger. Samma år för olika grupper ('för') är inte samma uppgift.
      """,
    why: """
      Två värden för samma år går inte att följa upp: ingen kan veta vilket som är beslutat. En \
      tabell i fullmäktiges budget 2023 hade rubriken "Målvärde 2023" två gånger.
      """,
    example: """
      målvärde:
        - {år: 2023, värde: 83 %}
        - {år: 2023, värde: 85 %}
      """,
    mend: "Rätta årtalet, eller ta bort värdet som inte gäller. Skriv åren i stigande ordning.")
}

extension NamedCheck {
  /// The years of values in a list are distinct and ascending.
  static let targetYears = NamedCheck(
    name: "target-years",
    parameters: [
      .required("values"), .required("year", .path(within: "values")),
      .optional("group", .path(within: "values")),
    ],
    checkpoints: [.targetYears]
  ) { data, arguments in
    arguments.fields("values", in: data.plan).flatMap { values -> [Diagnostic] in
      var last: [String: Int] = [:]
      var seen: [String: Field] = [:]
      return values.entries.compactMap { entry -> Diagnostic? in
        guard let written = arguments.field("year", in: entry), let year = written.count else {
          return nil
        }
        let group = arguments.fields("group", in: entry).compactMap(\.text).joined(separator: ", ")
        let isLate = year < last[group] ?? year
        last[group] = max(year, last[group] ?? year)
        let first = seen.updateValue(written, forKey: "\(year) \(group)")
        if let first { return .yearTwice(year, written, first: first) }
        return isLate ? .yearOutOfOrder(year, written) : nil
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func yearTwice(_ year: Int, _ field: Field, first: Field) -> Diagnostic {
    field.finding(
      .targetYears, sv: "år \(year) står två gånger", en: "the year \(year) stands twice",
      notes: [first.note(sv: "första gången här", en: "the first time here")],
      fixes: [
        Fix(
          Message(
            sv: "rätta årtalet, eller ta bort värdet som inte gäller",
            en: "mend the year, or take away the value that does not hold"))
      ])
  }

  fileprivate static func yearOutOfOrder(_ year: Int, _ field: Field) -> Diagnostic {
    field.finding(
      .targetYears, sv: "år \(year) kommer efter ett senare år",
      en: "the year \(year) comes after a later one", severity: .warning,
      fixes: [
        Fix(Message(sv: "skriv åren i stigande ordning", en: "write the years in ascending order"))
      ])
  }
}
