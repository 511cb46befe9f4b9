import Diagnostics

extension Checkpoint {
  /// A document that a proposal rests on, without a day.
  static let datedDocuments = Checkpoint(
    id: "C511", chapter: .lists, code: .undatedDocument, severity: .warning,
    title: "Varje underlag har en dag",
    what: "Varje handling i en tjänsteskrivelses beslutsunderlag har en dag.",
    why: "En handling kan finnas i flera versioner. Dagen säger vilken nämnden har haft.",
    example: """
      beslutsunderlag:
        - {titel: Kalkyl över kvällsöppet}
      """,
    mend: "Skriv 'datum' vid handlingen.")
}

extension NamedCheck {
  /// Every document has a day.
  static let datedDocuments = NamedCheck(
    name: "dated-documents",
    parameters: [
      .required("documents"), .required("date", .path(within: "documents")),
      .required("title", .path(within: "documents")),
    ],
    checkpoints: [.datedDocuments]
  ) { data, arguments in
    arguments.entries("documents", in: data.plan).compactMap { document in
      guard arguments.field("date", in: document) == nil,
        let title = arguments.field("title", in: document)
      else { return nil }
      return .undated(title, key: arguments.key("date") ?? "")
    }
  }
}

extension Diagnostic {
  fileprivate static func undated(_ title: Field, key: String) -> Diagnostic {
    title.finding(
      .datedDocuments, sv: "'\(title.text ?? "")' har ingen dag",
      en: "'\(title.text ?? "")' has no day",
      fixes: [Fix(Message(sv: "skriv '\(key): ' och dagen", en: "write '\(key): ' and the day"))])
  }
}
