import Diagnostics

extension Checkpoint {
  /// A substitute who serves without a place to fill.
  static let substitutes = Checkpoint(
    id: "C406", chapter: .minutes, code: .substituteWithoutPlace, severity: .error,
    title: "En ersättare tjänstgör för en som inte är där",
    what: """
      Den som en ersättare tjänstgör för är frånvarande, eller tjänstgör själv bara i andra \
      paragrafer. Ingen står både bland de beslutande och bland ersättarna, och den som går in för \
      en jävig är en av ersättarna.
      """,
    why: """
      Protokollet ska säga vilka ledamöter och ersättare som har tjänstgjort (kommunallagen 5 kap. \
      66 §). Fler beslutande än ledamöter gör beslutet angripbart.
      """,
    example: """
      beslutande:
        - {namn: Rut Sand, parti: V}
        - {namn: Jonas Vik, parti: V, ersätter: Rut Sand}
      """,
    mend: """
      Flytta ledamoten till 'frånvarande', eller skriv i 'paragrafer' vilka var och en var med om.
      """)
}

extension Attendance {
  /// Substitutes whose place is not free.
  func findings(
    ofSubstitutesIn data: CheckedData, _ arguments: CheckArguments
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for person in serving {
      if let field = substitutes[person.name], person.during == nil {
        diagnostics.append(.bothServingAndNot(person.name, field, person.field))
      }
      guard let replaces = person.replaces, let text = replaces.text else { continue }
      let name = personName(text)
      if let other = serving.first(where: { $0.name == name }) {
        if overlaps(person, other) {
          diagnostics.append(.placeTaken(name, person.name, replaces, other.field))
        }
      } else if !absent.contains(name), !absent.isEmpty {
        diagnostics.append(.nobodyAway(name, replaces, among: absent.sorted()))
      }
    }
    guard !serving.isEmpty, arguments.has("substitutes") else { return diagnostics }
    for standIn in paragraphs.flatMap(\.disqualified).compactMap(\.standIn) {
      guard let name = standIn.text.map(personName), substitutes[name] == nil else { continue }
      diagnostics.append(.noSubstitute(name, standIn, among: substitutes.keys.sorted()))
    }
    return diagnostics
  }

  /// Whether two people serve in the same paragraph of the meeting.
  private func overlaps(_ a: Person, _ b: Person) -> Bool {
    guard let first = a.during, let second = b.during else {
      guard let ranges = a.during ?? b.during else { return true }
      // One is there all the time, so every paragraph of the other's that there is will do.
      let numbers = paragraphs.compactMap(\.number)
      return numbers.isEmpty || numbers.contains { number in ranges.contains { $0 ~= number } }
    }
    return first.contains { range in second.contains { $0.overlaps(range) } }
  }
}

extension Diagnostic {
  fileprivate static func bothServingAndNot(
    _ name: String, _ field: Field, _ serving: Field
  ) -> Diagnostic {
    field.finding(
      .substitutes, sv: "\(name) står bland ersättarna men tjänstgjorde hela sammanträdet",
      en: "\(name) stands among the substitutes but served at the whole meeting",
      notes: [serving.note(sv: "bland de beslutande här", en: "among those who decide here")])
  }

  fileprivate static func placeTaken(
    _ name: String, _ substitute: String, _ field: Field, _ other: Field
  ) -> Diagnostic {
    field.finding(
      .substitutes, sv: "\(substitute) ersätter \(name), men \(name) tjänstgör",
      en: "\(substitute) replaces \(name), but \(name) serves",
      notes: [other.note(sv: "\(name) står bland de beslutande här", en: "\(name) stands here")])
  }

  fileprivate static func nobodyAway(
    _ name: String, _ field: Field, among names: [String]
  ) -> Diagnostic {
    field.finding(
      .substitutes, sv: "\(name) är inte bland de frånvarande",
      en: "\(name) is not among the absent", fixes: .nearName(name, names))
  }

  fileprivate static func noSubstitute(
    _ name: String, _ field: Field, among names: [String]
  ) -> Diagnostic {
    field.finding(
      .substitutes, sv: "\(name) går in för en jävig men är inte bland ersättarna",
      en: "\(name) serves for one who is disqualified but is not among the substitutes",
      fixes: .nearName(name, names))
  }
}
