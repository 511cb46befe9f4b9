import Diagnostics
import Swedish

extension Checkpoint {
  /// Paragraphs that stand twice or out of order, or are not those that the head says.
  static let paragraphOrder = Checkpoint(
    id: "C401", chapter: .minutes, code: .paragraphOrder, severity: .error,
    title: "Paragraferna står i ordning, en gång var",
    what: """
      Paragrafernas nummer stiger, och inget står två gånger. De är just de som protokollets huvud \
      säger ('omfattar'), utan luckor; ett protokoll med 'utdrag: ja' får ha några av dem.
      """,
    why: """
      Ett beslut pekas ut med organ, dag och paragraf. Numren löper genom året, och den som läser \
      protokollet ska kunna lita på att ingen paragraf har tagits bort.
      """,
    example: """
      omfattar: 158–160
      paragrafer:
        - nummer: 158
        - nummer: 160
        - nummer: 159
      """,
    mend: """
      Ställ paragraferna i nummerordning och rätta numret som är fel. Saknas paragrafer med flit, \
      skriv 'utdrag: ja'.
      """)
}

extension NamedCheck {
  /// The numbers of paragraphs ascend and are those that the head says.
  static let paragraphOrder = NamedCheck(
    name: "paragraph-order",
    parameters: [.required("numbers"), .required("range"), .optional("excerpt")],
    checkpoints: [.paragraphOrder]
  ) { data, arguments in
    var diagnostics: [Diagnostic] = []
    var seen: [Int: Field] = [:]
    var last: (number: Int, field: Field)?
    let written = arguments.field("range", in: data.plan)
    let range = written?.paragraphs.map { $0.first...max($0.first, $0.last ?? $0.first) }
    for field in arguments.fields("numbers", in: data.plan) {
      guard let number = field.paragraphs?.first else { continue }
      if let first = seen.updateValue(field, forKey: number) {
        diagnostics.append(.paragraphTwice(number, field, first: first))
      } else if let last, number < last.number {
        diagnostics.append(.paragraphOutOfOrder(number, field, after: last.number, last.field))
      } else if let range, !range.contains(number) {
        diagnostics.append(.paragraphOutside(number, field, range, written))
      }
      if number > last?.number ?? 0 { last = (number, field) }
    }
    let isExcerpt = arguments.field("excerpt", in: data.plan)?.isYes ?? false
    if let range, let written, !isExcerpt, range.count < 10_000 {
      let missing = range.filter { seen[$0] == nil }
      if !missing.isEmpty { diagnostics.append(.paragraphsMissing(missing, written)) }
    }
    return diagnostics
  }
}

extension Diagnostic {
  fileprivate static func paragraphTwice(
    _ number: Int, _ field: Field, first: Field
  ) -> Diagnostic {
    field.finding(
      .paragraphOrder, sv: "§ \(number) står två gånger", en: "§ \(number) stands twice",
      notes: [first.note(sv: "första gången här", en: "the first time here")],
      fixes: [
        Fix(Message(sv: "rätta den enas nummer", en: "put one of their numbers right"))
      ])
  }

  fileprivate static func paragraphOutOfOrder(
    _ number: Int, _ field: Field, after last: Int, _ lastField: Field
  ) -> Diagnostic {
    field.finding(
      .paragraphOrder,
      sv: "§ \(number) står efter § \(last); paragraferna ska stå i nummerordning",
      en: "§ \(number) stands after § \(last); paragraphs should stand in order",
      notes: [lastField.note(sv: "§ \(last) står här", en: "§ \(last) stands here")],
      fixes: [
        Fix(
          Message(
            sv: "flytta paragrafen, eller rätta numret",
            en: "move the paragraph, or put its number right"))
      ])
  }

  fileprivate static func paragraphOutside(
    _ number: Int, _ field: Field, _ range: ClosedRange<Int>, _ written: Field?
  ) -> Diagnostic {
    let span = "\(range.lowerBound)–\(range.upperBound)"
    return field.finding(
      .paragraphOrder, sv: "§ \(number) är inte en av protokollets §§ \(span)",
      en: "§ \(number) is not among the minutes' §§ \(span)",
      notes: written.map { [$0.note(sv: "huvudet säger det här", en: "the head says so here")] }
        ?? [])
  }

  fileprivate static func paragraphsMissing(_ missing: [Int], _ written: Field) -> Diagnostic {
    let numbers =
      missing.count > 6
      ? missing.prefix(4).map(String.init).joined(separator: ", ") + " …"
      : missing.map(String.init).joined(separator: ", ")
    let sign = missing.count == 1 ? "§" : "§§"
    return written.finding(
      .paragraphOrder, sv: "protokollet ska ha \(sign) \(numbers), men har inte det",
      en: "the minutes should have \(sign) \(numbers), but do not",
      fixes: [
        Fix(
          Message(
            sv: "rätta 'omfattar', eller skriv 'utdrag: ja' när bara några paragrafer är med",
            en: "put the range right, or say that only some paragraphs are there"))
      ])
  }
}
