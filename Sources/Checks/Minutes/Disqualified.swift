import Diagnostics

extension Checkpoint {
  /// Someone disqualified who takes part all the same.
  static let disqualified = Checkpoint(
    id: "C405", chapter: .minutes, code: .disqualifiedTakesPart, severity: .error,
    title: "Den som är jävig deltar inte i ärendet",
    what: """
      Den som har anmält jäv i ett ärende yrkar, röstar och reserverar sig inte i det.
      """,
    why: """
      Den som är jävig får enligt kommunallagen inte delta eller närvara när ärendet handläggs.
      """,
    example: """
      jäv:
        - {namn: Per Holm}
      yrkanden:
        - {av: Per Holm (KD), text: bifall.}
      """,
    mend: "Ta bort det som inte hör hemma i ärendet: jävet, yrkandet eller rösten.")
}

extension Attendance {
  /// What the disqualified of a paragraph do in it all the same.
  func findings(
    ofDisqualifiedIn paragraph: Paragraph, _ arguments: CheckArguments
  ) -> [Diagnostic] {
    guard !paragraph.disqualified.isEmpty else { return [] }
    let left = Dictionary(
      paragraph.disqualified.map { ($0.name, $0.field) }, uniquingKeysWith: { first, _ in first })
    var acts = ["movers", "dissenters"].flatMap { arguments.entries($0, in: paragraph.field) }
    for ballot in arguments.entries("ballots", in: paragraph.field) {
      acts += arguments.entries("votes", in: ballot).compactMap {
        arguments.field("voter", in: $0)
      }
    }
    return acts.compactMap { act in
      guard let name = act.text.map(personName), let field = left[name] else { return nil }
      return .takesPart(name, act, field)
    }
  }
}

extension Diagnostic {
  fileprivate static func takesPart(
    _ name: String, _ field: Field, _ disqualified: Field
  ) -> Diagnostic {
    field.finding(
      .disqualified, sv: "\(name) är jävig i ärendet och kan inte delta i det",
      en: "\(name) is disqualified in the matter and cannot take part in it",
      notes: [disqualified.note(sv: "jävet är anmält här", en: "told here")])
  }
}
