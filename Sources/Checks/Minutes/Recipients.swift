import Diagnostics

extension Checkpoint {
  /// A decision that nobody is told of.
  static let recipients = Checkpoint(
    id: "C410", chapter: .minutes, code: .recipientsMissing, severity: .note,
    title: "Beslutet skickas till någon",
    what: """
      Ett ärende med diarienummer säger vart beslutet skickas, om inte beslutet bara är att lägga \
      något till handlingarna.
      """,
    why: "Den som ska verkställa ett beslut, eller berörs av det, måste få veta det.",
    example: """
      - nummer: 44
        diarienummer: RM 2024/112
        beslut: Kliniken har öppet två kvällar i veckan.
      """,
    mend: "Skriv mottagarna i 'skickas_till'. Går beslutet ingenstans är det bra som det är.")
}

extension NamedCheck {
  /// Decisions in cases say who is told of them.
  static let recipients = NamedCheck(
    name: "recipients",
    parameters: [
      .required("items"), .required("recipients", .path(within: "items")),
      .required("case", .path(within: "items")), .required("decision", .path(within: "items")),
      .required("number", .path(within: "items")),
      .optional("no-case", .text), .optional("ending-words", .text),
    ],
    checkpoints: [.recipients]
  ) { data, arguments in
    let noCase = Set(arguments.texts("no-case"))
    return arguments.entries("items", in: data.plan).compactMap { item in
      guard arguments.field("recipients", in: item) == nil,
        let number = arguments.field("case", in: item)?.text, !noCase.contains(number),
        let decision = arguments.field("decision", in: item)?.text
      else { return nil }
      let ends = arguments.texts("ending-words").contains { decision.contains($0) }
      return ends
        ? nil
        : .noRecipients(
          arguments.field("number", in: item) ?? item, key: arguments.key("recipients") ?? "")
    }
  }
}

extension Diagnostic {
  fileprivate static func noRecipients(_ field: Field, key: String) -> Diagnostic {
    field.finding(
      .recipients, sv: "§ \(field.paragraphText) säger inte vart beslutet skickas",
      en: "§ \(field.paragraphText) does not say who is told of the decision",
      fixes: [
        Fix(Message(sv: "skriv mottagarna i '\(key)'", en: "write the recipients in '\(key)'"))
      ])
  }
}
