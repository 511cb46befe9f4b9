import Diagnostics
import Input

extension Checkpoint {
  /// A goal that nothing measures.
  static let goalUnmeasured = Checkpoint(
    id: "C541", chapter: .goals, code: .goalUnmeasured, severity: .warning,
    title: "Varje mål har mätetal",
    what: """
      Ett mål har minst ett mätetal, själv eller i det som står under det, eller säger varför det \
      inte har något. Står samma mål på flera ställen i planen räcker det att det mäts på ett av dem.
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
  /// Each goal has a measure in it, or says why it has none; one that stands in several places has
  /// it in one of them.
  static let goalsMeasured = NamedCheck(
    name: "goals-measured",
    parameters: [
      .required("goals"), .required("measures", .path(within: "goals")),
      .optional("without", .path(within: "goals")),
    ],
    checkpoints: [.goalUnmeasured]
  ) { data, arguments in
    var measured: Set<Wording> = []
    var open: [Field] = []
    // What a chart calls its target is no goal.
    for goal in arguments.entries("goals", in: data.plan) where goal.value.map != nil {
      if arguments.fields("without", in: goal).isEmpty,
        arguments.entries("measures", in: goal).isEmpty
      {
        open.append(goal)
      } else if let name = goal["namn"]?.text {
        measured.insert(Wording(name))
      }
    }
    return open.compactMap { goal in
      let name = goal["namn"]
      if let text = name?.text, measured.contains(Wording(text)) { return nil }
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
