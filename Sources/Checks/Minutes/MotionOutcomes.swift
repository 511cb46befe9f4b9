import Diagnostics

extension Checkpoint {
  /// A motion that nothing is said to have come of.
  static let motionOutcome = Checkpoint(
    id: "C409", chapter: .minutes, code: .motionWithoutOutcome, severity: .error,
    title: "Varje yrkande får ett svar",
    what: "Varje yrkande har ett utfall: bifall, delvis bifall, avslag eller återtaget.",
    why: """
      Protokollet ska redovisa förslag och yrkanden som inte har återkallats, och besluten om dem \
      (kommunallagen 5 kap. 67 §). Ett yrkande utan svar är inte avgjort.
      """,
    example: """
      yrkanden:
        - {av: Bo Lind (S), text: avslag.}
      """,
    mend: "Skriv 'utfall' i yrkandet.")
}

extension NamedCheck {
  /// Every motion has an outcome.
  static let motionOutcomes = NamedCheck(
    name: "motion-outcomes",
    parameters: [
      .required("motions"), .required("outcome", .path(within: "motions")),
      .optional("mover", .path(within: "motions")),
    ],
    checkpoints: [.motionOutcome]
  ) { data, arguments in
    arguments.entries("motions", in: data.plan).compactMap { motion in
      guard arguments.field("outcome", in: motion)?.text == nil else { return nil }
      let movers = arguments.entries("mover", in: motion).compactMap(\.text)
      return .noOutcome(motion, movers, key: arguments.key("outcome") ?? "")
    }
  }
}

extension Diagnostic {
  fileprivate static func noOutcome(
    _ motion: Field, _ movers: [String], key: String
  ) -> Diagnostic {
    let by = movers.joined(separator: ", ")
    return motion.finding(
      .motionOutcome, sv: "yrkandet av \(by) har inget '\(key)'",
      en: "the motion by \(by) has no '\(key)'",
      fixes: [
        Fix(
          Message(
            sv: "skriv '\(key): ' och vad det blev av yrkandet",
            en: "write '\(key): ' and what came of the motion"))
      ])
  }
}
