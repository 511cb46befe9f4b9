import Diagnostics

extension Checkpoint {
  /// Too few to decide.
  static let quorum = Checkpoint(
    id: "C413", chapter: .minutes, code: .noQuorum, severity: .error,
    title: "Fler än hälften tjänstgör",
    what: """
      I varje ärende tjänstgör fler än hälften av organets ledamöter. Prövas när planen säger hur \
      många de är ('antal_ledamöter').
      """,
    why: "Annars får organet enligt kommunallagen inte handlägga ärendet.",
    example: """
      antal_ledamöter: 7
      beslutande:
        - {namn: Ingrid Falk}
        - {namn: Bo Lind}
        - {namn: Stig Ask}
      """,
    mend: "För in dem som saknas bland de beslutande, eller rätta antalet ledamöter.")
}

extension Attendance {
  /// Paragraphs that too few served in, and a body that has more people than places.
  func findings(ofQuorumIn data: CheckedData, _ arguments: CheckArguments) -> [Diagnostic] {
    guard let field = arguments.field("seats", in: data.plan), let seats = field.count,
      !serving.isEmpty
    else { return [] }
    return paragraphs.compactMap { paragraph in
      let count = names(servingAt: paragraph).count
      if count * 2 <= seats { return .tooFew(count, of: seats, paragraph.place, field) }
      return count > seats ? .tooMany(count, of: seats, paragraph.place, field) : nil
    }
  }
}

extension Diagnostic {
  fileprivate static func tooFew(
    _ count: Int, of seats: Int, _ place: Field, _ field: Field
  ) -> Diagnostic {
    place.finding(
      .quorum,
      sv: "\(count) av \(seats) tjänstgör i § \(place.paragraphText); det behövs fler än hälften",
      en: "\(count) of \(seats) serve in § \(place.paragraphText); more than half are needed",
      notes: [field.note(sv: "så många är ledamöterna", en: "so many are the members")])
  }

  fileprivate static func tooMany(
    _ count: Int, of seats: Int, _ place: Field, _ field: Field
  ) -> Diagnostic {
    place.finding(
      .quorum, sv: "\(count) tjänstgör i § \(place.paragraphText), men platserna är \(seats)",
      en: "\(count) serve in § \(place.paragraphText), but there are \(seats) places",
      notes: [field.note(sv: "så många är ledamöterna", en: "so many are the members")])
  }
}
