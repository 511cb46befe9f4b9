import Diagnostics

extension Checkpoint {
  /// A prompt to the writer that has been left in.
  static let promptLeft = Checkpoint(
    id: "C547", chapter: .goals, code: .promptLeft, severity: .warning,
    title: "Inga uppmaningar till den som skriver är kvar",
    what: """
      Det som ska ersättas är ersatt: '⟨…⟩' från 'sats new', mallens "Beskriv …" och "Ange …", \
      ordbehandlarens "Klicka här för att ange text", "Lorem ipsum" och "xxx".
      """,
    why: """
      En kvarglömd uppmaning trycks som om den vore text. I en beslutad verksamhetsplan för 2024 \
      är beskrivningen av en aktivitet "Beskriv effekthemtagningen".
      """,
    example: "beskrivning: Beskriv effekthemtagningen",
    mend: "Skriv texten som efterfrågas, eller ta bort raden.")
}

extension NamedCheck {
  /// Texts are no prompts of their template.
  static let prompts = NamedCheck(
    name: "prompts", parameters: [.required("texts")], checkpoints: [.promptLeft]
  ) { data, arguments in
    arguments.entries("texts", in: data.plan).compactMap { field in
      guard let text = field.text, isPrompt(text) else { return nil }
      return field.finding(
        .promptLeft, sv: "\(text.quoted) ser ut som mallens uppmaning till den som skriver",
        en: "\(text.quoted) looks like the template's prompt to the writer",
        fixes: [
          .init(
            Message(
              sv: "skriv texten som efterfrågas, eller ta bort raden",
              en: "write the text that is asked for, or take the line away"))
        ])
    }
  }
}

/// Whether a text is one short call on the writer: `Beskriv effekthemtagningen`.
private func isPrompt(_ text: String) -> Bool {
  let words = text.split(whereSeparator: \.isWhitespace)
  let longest = 7
  guard (2...longest).contains(words.count), let first = words.first else { return false }
  return ["beskriv", "ange", "skriv", "fyll", "förklara", "redogör", "komplettera"].contains(
    first.lowercased())
}
