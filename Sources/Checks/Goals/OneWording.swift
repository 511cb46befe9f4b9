import Diagnostics

extension Checkpoint {
  /// One thing that is named in two wordings.
  static let twoWordings = Checkpoint(
    id: "C545", chapter: .goals, code: .twoWordings, severity: .warning,
    title: "Samma mål heter likadant överallt",
    what: """
      Namn på mål, uppdrag och liknande som bara skiljer sig i småord, skiljetecken eller versaler \
      är troligen samma sak och ska heta likadant.
      """,
    why: """
      Målen är beslutade ord för ord. Region Blekinges budget 2023 kallar ett och samma mål "God \
      vård och bra tillgänglighet" i texten och "God vård med bra tillgänglighet" i bilagan.
      """,
    example: """
      - namn: God kvalitet och en resurseffektiv organisation
      …
      - namn: God kvalitet i en resurseffektiv organisation
      """,
    mend: "Använd den lydelse som är beslutad på båda ställena.")
}

extension NamedCheck {
  /// Names that say the same are worded the same.
  static let oneWording = NamedCheck(
    name: "one-wording", parameters: [.required("names")], checkpoints: [.twoWordings]
  ) { data, arguments in
    var first: [Wording: (text: String, field: Field)] = [:]
    return arguments.entries("names", in: data.plan).compactMap { field in
      guard let text = field.text?.spacedOnce else { return nil }
      let wording = Wording(text)
      guard wording.isTelling else { return nil }
      guard let earlier = first[wording] else {
        first[wording] = (text, field)
        return nil
      }
      guard earlier.text != text else { return nil }
      return field.finding(
        .twoWordings, sv: "\(text.quoted) heter på ett annat ställe \(earlier.text.quoted)",
        en: "\(text.quoted) is called \(earlier.text.quoted) elsewhere",
        notes: [earlier.field.note(sv: "den andra lydelsen", en: "the other wording")],
        fixes: [
          .init(
            Message(
              sv: "använd den lydelse som är beslutad på båda ställena",
              en: "use the wording that was decided in both places"))
        ])
    }
  }
}
