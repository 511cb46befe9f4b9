import Diagnostics

extension Checkpoint {
  /// An appendix or a file that is named and not there.
  static let attachments = Checkpoint(
    id: "C411", chapter: .minutes, code: .attachmentMissing, severity: .error,
    title: "Bilagor och filer som nämns finns",
    what: """
      En bilaga som ett underlag hänvisar till står i listan över bilagor, och en fil som nämns \
      finns i planens mapp. Nämner en text en bilaga som inte står i listan är det en varning.
      """,
    why: "Det som ett beslut bygger på hör till handlingarna och ska kunna lämnas ut med dem.",
    example: """
      bilagor:
        - {nummer: 1, titel: Kalkyl}
      paragrafer:
        - nummer: 44
          beslutsunderlag:
            - {titel: Enkät, bilaga: 2}
      """,
    mend: "Rätta numret eller filens namn, eller för in bilagan i listan.")
}

extension NamedCheck {
  /// Appendices that are referred to and files that are named are there.
  static let attachments = NamedCheck(
    name: "attachments",
    parameters: [
      .optional("numbers"), .optional("references"), .optional("files"), .optional("texts"),
      .optional("word", .text),
    ],
    checkpoints: [.attachments]
  ) { data, arguments in
    var diagnostics: [Diagnostic] = []
    let numbers = arguments.fields("numbers", in: data.plan).compactMap(\.text)
    for field in arguments.fields("references", in: data.plan) {
      guard let number = field.text, !numbers.contains(number) else { continue }
      diagnostics.append(.noAppendix(number, field, among: numbers))
    }
    for field in arguments.fields("files", in: data.plan) {
      guard let name = field.text, let fault = data.fileFault(name) else { continue }
      diagnostics.append(.noFile(fault, field))
    }
    if let word = arguments.text("word"), !numbers.isEmpty {
      for field in arguments.fields("texts", in: data.plan) {
        guard let text = field.text else { continue }
        for number in references(to: word, in: text) where !numbers.contains(number) {
          diagnostics.append(.mentioned(word, number, field))
        }
      }
    }
    return diagnostics
  }

  /// The numbers that follow a word in a text: `bilaga 2`.
  private static func references(to word: String, in text: String) -> [String] {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    return zip(words, words.dropFirst()).compactMap { first, second in
      first == word && second.allSatisfy { $0.isASCII && $0.isNumber } ? String(second) : nil
    }
  }
}

extension Diagnostic {
  fileprivate static func noAppendix(
    _ number: String, _ field: Field, among numbers: [String]
  ) -> Diagnostic {
    let list = numbers.joined(separator: ", ")
    return field.finding(
      .attachments,
      sv: "bilaga \(number) finns inte"
        + (numbers.isEmpty ? ": planen har inga bilagor" : "; de som finns är \(list)"),
      en: "there is no appendix \(number)"
        + (numbers.isEmpty ? ": the plan has none" : "; those that are there are \(list)"))
  }

  fileprivate static func noFile(_ fault: Message, _ field: Field) -> Diagnostic {
    field.finding(.attachments, sv: fault.sv, en: fault.en)
  }

  fileprivate static func mentioned(
    _ word: String, _ number: String, _ field: Field
  ) -> Diagnostic {
    field.finding(
      .attachments, sv: "texten nämner \(word) \(number), som inte står bland bilagorna",
      en: "the text mentions \(word) \(number), which is not among the appendices",
      severity: .warning)
  }
}
