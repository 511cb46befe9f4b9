import Diagnostics

extension Checkpoint {
  /// A reservation or a motion by someone who did not take part.
  static let statementsBy = Checkpoint(
    id: "C404", chapter: .minutes, code: .notAParticipant, severity: .error,
    title: "Den som yrkar eller reserverar sig var med",
    what: """
      De som yrkar eller reserverar sig tjänstgjorde i ärendet. En protokollsanteckning får också \
      en ersättare som var med lämna.
      """,
    why: """
      Bara den som har deltagit i ett beslut får reservera sig mot det, säger kommunallagen. Ett namn som inte finns bland de närvarande är oftast felstavat.
      """,
    example: """
      beslutande:
        - {namn: Bo Lind, parti: S}
      paragrafer:
        - nummer: 44
          reservationer:
            - {av: Bo Lindh (S)}
      """,
    mend: "Rätta namnet, eller för in den som saknas bland de beslutande.")
}

extension Attendance {
  /// Movers, dissenters and those who had something put down who were not there.
  func findings(ofStatementsIn paragraph: Paragraph, _ arguments: CheckArguments) -> [Diagnostic] {
    guard !serving.isEmpty else { return [] }
    let names = names(servingAt: paragraph)
    let present = names + substitutes.keys.sorted()
    let left = Set(paragraph.disqualified.map(\.name))
    func findings(_ argument: String, _ allowed: [String]) -> [Diagnostic] {
      arguments.entries(argument, in: paragraph.field).compactMap { field -> Diagnostic? in
        guard let text = field.text, case let name = personName(text), !allowed.contains(name),
          !left.contains(name)
        else { return nil }
        return .notThere(name, field, among: allowed)
      }
    }
    return findings("movers", names) + findings("dissenters", names)
      + findings("speakers", present)
  }
}

extension Diagnostic {
  fileprivate static func notThere(
    _ name: String, _ field: Field, among names: [String]
  ) -> Diagnostic {
    field.finding(
      .statementsBy, sv: "\(name) är inte bland dem som tjänstgjorde i ärendet",
      en: "\(name) is not among those who served in the matter", fixes: .nearName(name, names))
  }
}
