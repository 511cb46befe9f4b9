import Diagnostics

extension Checkpoint {
  /// An item for decision that has nothing to read.
  static let decisionDocuments = Checkpoint(
    id: "C502", chapter: .lists, code: .decisionWithoutDocuments, severity: .warning,
    title: "Varje beslutsärende har en handling",
    what: """
      Punkter i en grupp för beslut har minst en handling, eller säger varför de inte har någon. \
      Pauser räknas inte.
      """,
    why: """
      Ledamöterna ska kunna läsa det som de beslutar om, och den som justerar protokollet ska kunna \
      se vilket underlag beslutet hade.
      """,
    example: """
      - grupp: Beslutsärenden för nämnden
        slag: beslut
        punkter:
          - {namn: Bidrag till länsorganisationer, diarienummer: 2023/2084}
      """,
    mend: """
      Skriv handlingarna under ärendet, handlingar: [Tjänsteskrivelse 2023-11-20], eller varför det \
      inte finns någon, utan_handling: Muntlig föredragning.
      """)
}

extension NamedCheck {
  /// The items of groups of one kind have documents.
  static let decisionDocuments = NamedCheck(
    name: "decision-documents",
    parameters: [
      .required("groups"), .required("kind", .path(within: "groups")), .required("is", .text),
      .required("items", .path(within: "groups")),
      .required("documents", .path(within: "items")),
      .optional("item-kind", .path(within: "items")), .optional("not", .text),
    ],
    checkpoints: [.decisionDocuments]
  ) { data, arguments in
    let wanted = arguments.texts("is")
    let exempt = arguments.texts("not")
    return arguments.entries("groups", in: data.plan)
      .filter { arguments.field("kind", in: $0)?.text.map(wanted.contains) ?? false }
      .flatMap { arguments.entries("items", in: $0) }
      .filter { !(arguments.field("item-kind", in: $0)?.text.map(exempt.contains) ?? false) }
      .filter { arguments.entries("documents", in: $0).isEmpty }
      .map { .withoutDocuments($0.members.first ?? $0) }
  }
}

extension Diagnostic {
  fileprivate static func withoutDocuments(_ field: Field) -> Diagnostic {
    let name = field.text.map { " '\($0)'" } ?? ""
    return field.finding(
      .decisionDocuments, sv: "beslutsärendet\(name) har ingen handling",
      en: "the item for decision\(name) has no document",
      fixes: [
        Fix(
          Message(
            sv: "skriv 'handlingar: [ … ]' under ärendet, eller 'utan_handling: ' och varför",
            en: "write 'handlingar: [ … ]' under the item, or 'utan_handling: ' and why"))
      ])
  }
}
