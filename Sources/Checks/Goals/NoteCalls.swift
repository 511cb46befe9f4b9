import Diagnostics

extension Checkpoint {
  /// A figure that is glued to a word, as a note's mark that came along from another program.
  static let gluedNoteCall = Checkpoint(
    id: "C548", chapter: .goals, code: .gluedNoteCall, severity: .warning,
    title: "Notsiffror har sin not",
    what:
      "En siffra som sitter ihop med slutet av ett ord är troligen en notsiffra som tappat sin not.",
    why: """
      Vid kopiering blir en upphöjd siffra en vanlig, och noten blir kvar i det gamla dokumentet. \
      En verksamhetsplan för 2024 har målvärdet "Högre än föregående år1" utan någon not 1.
      """,
    example: "målvärde: Högre än föregående år1",
    mend: """
      Skriv noten med '[^1]' och dess text under tabellen, eller ta bort siffran. Hör siffran till \
      namnet, skriv ett mellanslag före den.
      """)
}

extension NamedCheck {
  /// Texts do not end in a figure that is glued to a word.
  static let noteCalls = NamedCheck(
    name: "note-calls", parameters: [.required("texts")], checkpoints: [.gluedNoteCall]
  ) { data, arguments in
    arguments.entries("texts", in: data.plan).compactMap { field in
      guard let text = field.text, let figures = gluedFigures(of: text) else { return nil }
      let word = text.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? text
      return field.finding(
        .gluedNoteCall, sv: "'\(word)' slutar med en siffra som en not utan sin text",
        en: "'\(word)' ends in a figure like a note without its text",
        fixes: [
          .init(
            Message(
              sv: "skriv '[^\(figures)]' och notens text, eller ta bort siffran",
              en: "write '[^\(figures)]' and the note's text, or take the figure away"))
        ])
    }
  }
}

/// One or two figures after at least two small letters at the end of a text: `år1`, not `CO2`, `B12`.
private func gluedFigures(of text: String) -> String? {
  let figures = String(text.reversed().prefix { ("1"..."9").contains($0) }.reversed())
  guard (1...2).contains(figures.count) else { return nil }
  let word = text.dropLast(figures.count).reversed().prefix(while: \.isLetter)
  return word.count > 1 && word.allSatisfy(\.isLowercase) ? figures : nil
}
