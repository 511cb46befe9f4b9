import Diagnostics
import Swedish

extension Checkpoint {
  /// Entries of a registry's list that stand twice, are out of their time, or have a clause that is
  /// none.
  static let registerEntries = Checkpoint(
    id: "C530", chapter: .lists, code: .entryTwice, severity: .error,
    title: "Listans poster är olika, inom perioden och enligt delegationsordningen",
    what: """
      Inget id och ingen paragraf står två gånger. Varje dag är inom listans period, om den har en, \
      och inte efter den dag då listan togs ut eller beslutet anmäls. Har planen en \
      delegationsordning finns beslutets kategori i den.
      """,
    why: """
      Nämnden ska få veta om varje beslut som har fattats på dess vägnar, och om vart och ett en \
      gång. Ett beslut utan stöd i delegationsordningen är fattat utan rätt.
      """,
    example: """
      - {id: 2023.15287, paragraf: §90/2023, datum: 2023-11-03}
      - {id: 2023.15287, paragraf: §91/2023, datum: 2023-11-09}
      """,
    mend: "Rätta numret, dagen eller kategorin, eller ta bort den post som inte hör dit.")
}

extension NamedCheck {
  /// Entries have keys of their own, days in a period, and clauses that there are.
  static let registerEntries = NamedCheck(
    name: "register-entries",
    parameters: [
      .required("entries"), .optional("unique", .path(within: "entries")),
      .optional("day", .path(within: "entries")), .optional("from"), .optional("to"),
      .optional("not-after"), .optional("clause", .path(within: "entries")),
      .optional("clauses"),
    ],
    checkpoints: [.registerEntries]
  ) { data, arguments in
    let period = Period(data.plan, arguments)
    let clauses = arguments.entries("clauses", in: data.plan).compactMap(\.text)
    var seen: [String: Field] = [:]
    var findings: [Diagnostic] = []
    for entry in arguments.entries("entries", in: data.plan) {
      for field in arguments.fields("unique", in: entry) {
        guard let text = field.text, let key = field.key else { continue }
        let bare = text.filter { !$0.isWhitespace }
        if let first = seen["\(key) \(bare)"] {
          findings.append(.entryTwice(text, field, first: first))
        } else {
          seen["\(key) \(bare)"] = field
        }
      }
      for field in arguments.fields("day", in: entry) {
        if let finding = period.finding(of: field) { findings.append(finding) }
      }
      for field in arguments.fields("clause", in: entry) where !clauses.isEmpty {
        guard let text = field.text, !clauses.contains(text) else { continue }
        findings.append(.unknownClause(text, field, among: clauses))
      }
    }
    return findings
  }

  /// The days that entries may have.
  private struct Period {
    var first: (day: CalendarDate, field: Field)?
    var last: [(day: CalendarDate, field: Field)]

    init(_ plan: Field, _ arguments: CheckArguments) {
      func days(_ name: String) -> [(day: CalendarDate, field: Field)] {
        arguments.fields(name, in: plan).compactMap { field in field.date.map { ($0, field) } }
      }
      first = days("from").first
      last = days("to") + days("not-after")
    }

    func finding(of field: Field) -> Diagnostic? {
      guard let day = field.date else { return nil }
      if let first, day < first.day {
        return .outsidePeriod(day, field, bound: first, isLate: false)
      }
      return last.first { $0.day < day }
        .map { .outsidePeriod(day, field, bound: $0, isLate: true) }
    }
  }
}

extension Diagnostic {
  fileprivate static func entryTwice(_ text: String, _ field: Field, first: Field) -> Diagnostic {
    field.finding(
      .registerEntries, sv: "'\(text)' står två gånger", en: "'\(text)' stands twice",
      notes: [first.note(sv: "första gången här", en: "the first time here")],
      fixes: [
        Fix(
          Message(
            sv: "rätta numret, eller ta bort den ena posten",
            en: "mend the number, or take away one of the entries"))
      ])
  }

  fileprivate static func outsidePeriod(
    _ day: CalendarDate, _ field: Field, bound: (day: CalendarDate, field: Field), isLate: Bool
  ) -> Diagnostic {
    field.finding(
      .registerEntries,
      sv: "\(day.iso) är \(isLate ? "efter" : "före") \(bound.day.iso)",
      en: "\(day.iso) is \(isLate ? "after" : "before") \(bound.day.iso)",
      code: .dayOutsidePeriod,
      notes: [bound.field.note(sv: "gränsen står här", en: "the bound stands here")],
      fixes: [
        Fix(
          Message(
            sv: "rätta dagen, eller ta bort posten: den hör till en annan lista",
            en: "mend the day, or take away the entry: it belongs to another list"))
      ])
  }

  fileprivate static func unknownClause(
    _ text: String, _ field: Field, among clauses: [String]
  ) -> Diagnostic {
    let near = nearest(to: text, among: clauses)
    return field.finding(
      .registerEntries, sv: "'\(text)' finns inte i delegationsordningen",
      en: "'\(text)' is not in the order of delegation", code: .unknownClause,
      fixes: [
        near.map {
          Fix(Message(sv: "menade du '\($0)'?", en: "did you mean '\($0)'?"), replacement: $0)
        }
          ?? Fix(
            Message(
              sv: "rätta kategorin, eller skriv in punkten i 'delegationsordning'",
              en: "mend the category, or write the clause under 'delegationsordning'"))
      ])
  }
}
