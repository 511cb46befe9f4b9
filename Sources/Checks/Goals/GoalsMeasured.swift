import Diagnostics

extension Checkpoint {
  /// A goal that nothing measures.
  static let goalUnmeasured = Checkpoint(
    id: "C541", chapter: .goals, code: .goalUnmeasured, severity: .warning,
    title: "Varje mål har mätetal",
    what: """
      Ett mål har minst ett mätetal, själv eller i det som står under det, eller säger varför det \
      inte har något.
      """,
    why: """
      Ett mål som inte går att mäta går inte att följa upp. Saknas mätetalen med avsikt ska det \
      synas att det är ett val.
      """,
    example: """
      mål:
        - namn: God vård med bra tillgänglighet
          text: Vården ska vara nära.
      """,
    mend: """
      Skriv mätetal under målet, eller skriv 'utan_mätetal:' med skälet, som 'följs i budgeten'.
      """)
}

extension NamedCheck {
  /// Each goal has a measure in it, or says why it has none.
  static let goalsMeasured = NamedCheck(
    name: "goals-measured",
    parameters: [
      .required("goals"), .required("measures", .path(within: "goals")),
      .optional("without", .path(within: "goals")),
    ],
    checkpoints: [.goalUnmeasured]
  ) { data, arguments in
    arguments.entries("goals", in: data.plan).compactMap { goal in
      guard arguments.fields("without", in: goal).isEmpty,
        arguments.entries("measures", in: goal).isEmpty
      else { return nil }
      let name = goal["namn"]
      return (name ?? goal).finding(
        .goalUnmeasured, sv: "målet har inget mätetal", en: "the goal has no measure",
        fixes: [
          .init(
            Message(
              sv: "skriv mätetal under målet, eller 'utan_mätetal:' med skälet",
              en: "write measures under the goal, or 'utan_mätetal:' with the reason"))
        ])
    }
  }
}
