import Diagnostics
import Input

extension Checkpoint {
  /// A paragraph without a part that every one has.
  static let paragraphParts = Checkpoint(
    id: "C402", chapter: .minutes, code: .paragraphParts, severity: .error,
    title: "Varje paragraf har rubrik, diarienummer och beslut",
    what: """
      Varje paragraf har en rubrik, ett diarienummer och ett beslut. Ett ärende utan diarienummer \
      säger det: 'utan dnr'. Ett ärende som bara är information ('information: ja') har inget \
      beslut.
      """,
    why: """
      Protokollet ska redovisa vilka ärenden som handlades och vad som beslutades (kommunallagen \
      5 kap. 66–67 §§). Diarienumret leder till handlingarna.
      """,
    example: """
      - nummer: 42
        rubrik: Dagordningen
      """,
    mend: """
      Skriv det som saknas. Har ärendet inget nummer, skriv 'diarienummer: utan dnr'; är det \
      bara information, skriv 'information: ja'.
      """)
}

extension NamedCheck {
  /// Every item has the parts that it cannot do without.
  static let paragraphParts = NamedCheck(
    name: "paragraph-parts",
    parameters: [
      .required("items"), .required("number", .path(within: "items")),
      .required("heading", .path(within: "items")), .required("case", .path(within: "items")),
      .required("decision", .path(within: "items")),
      .optional("information", .path(within: "items")),
    ],
    checkpoints: [.paragraphParts]
  ) { data, arguments in
    arguments.entries("items", in: data.plan).flatMap { item -> [Diagnostic] in
      let isInformation = arguments.field("information", in: item)?.isYes ?? false
      let parts = ["heading", "case"] + (isInformation ? [] : ["decision"])
      let missing = parts.filter { name in
        guard let field = arguments.field(name, in: item) else { return true }
        return field.value.scalar != nil && field.text == nil
      }.compactMap { arguments.key($0) }
      guard !missing.isEmpty else { return [] }
      let number = arguments.field("number", in: item)
      return [.partsMissing(missing, at: number ?? item, number?.paragraphText ?? "")]
    }
  }
}

extension Diagnostic {
  fileprivate static func partsMissing(
    _ parts: [String], at field: Field, _ number: String
  ) -> Diagnostic {
    let list = parts.map { "'\($0)'" }.joined(separator: ", ")
    return field.finding(
      .paragraphParts, sv: "§ \(number) saknar \(list)", en: "§ \(number) has no \(list)",
      fixes: [Fix(Message(sv: "skriv \(list) i paragrafen", en: "write \(list) in the paragraph"))])
  }
}

extension Field {
  /// A paragraph's number without the sign that may be written with it, for messages that say it.
  var paragraphText: String {
    String((text ?? "").drop { $0 == "§" || $0.isWhitespace })
  }
}
