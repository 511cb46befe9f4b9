import Diagnostics

extension Checkpoint {
  /// A status that is none of the words agreed on.
  static let statusWord = Checkpoint(
    id: "C544", chapter: .goals, code: .statusWord, severity: .error,
    title: "Status är ett av de bestämda orden",
    what: "Status skrivs med ett av de ord som dokumentslaget har för den, och inga andra.",
    why: """
      Läsaren jämför rader med varandra. "Klar", "klart" och "avslutad" i samma tabell ser ut som \
      tre olika saker, och färgmarkeringen vet bara vad de bestämda orden betyder.
      """,
    example: "status: nästan klar",
    mend: "Välj det ord som stämmer bäst, och skriv resten i kommentaren.")
}

extension NamedCheck {
  /// Words for a status are from a fixed set.
  static let statusWords = NamedCheck(
    name: "status-words",
    parameters: [.required("values"), .required("words", .text)],
    checkpoints: [.statusWord]
  ) { data, arguments in
    let words = arguments.texts("words")
    let known = Set(words.map { $0.lowercased() })
    return arguments.entries("values", in: data.plan).compactMap { field in
      guard let text = field.text, !known.contains(text.lowercased()) else { return nil }
      let list = words.joined(separator: ", ")
      return field.finding(
        .statusWord, sv: "\(text.quoted) är ingen status; de är \(list)",
        en: "\(text.quoted) is no status; they are \(list)",
        fixes: nearest(to: text, among: words).map {
          [.init(Message(sv: "skriv \($0)", en: "write \($0)"), replacement: $0)]
        } ?? [])
    }
  }
}
