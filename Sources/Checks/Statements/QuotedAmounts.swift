import Diagnostics
import Input
import Kinds
import Swedish

extension Checkpoint {
  static let quotedAmounts = Checkpoint(
    id: "C613", chapter: .statements, code: .amountNotInAppendix, severity: .warning,
    title: "Belopp i texten står i bilagan som den hänvisar till",
    what: """
      Ett belopp i kronor i ett stycke som hänvisar till en bilaga ('se bilaga 7') står också i \
      bilagans tabell, så när som på enhet, tecken och avrundning. Ungefärliga belopp ('drygt 3 \
      miljarder kronor') räknas inte. Ett belopp som skrivs '{{bilaga7.summa.2023}}' hämtas ur \
      tabellen och kan inte skilja sig.
      """,
    why: """
      Läsaren slår upp bilagan och hittar en annan siffra. I en budget som fullmäktige beslutade \
      stod 179 miljoner i texten och 164,0 i bilagan.
      """,
    example: """
      Statsbidragen har budgeterats till 179 miljoner kronor. Se bilaga 7.
      Bilaga 7   Summa   164,0
      """,
    mend: "Rätta texten eller bilagan, eller hämta beloppet med '{{bilaga7.summa.2023|mnkr 0}}'.")
}

extension NamedCheck {
  /// Amounts in a paragraph that refers to an appendix stand in the appendix.
  static let quotedAmounts = NamedCheck(
    name: "quoted-amounts",
    parameters: [.required("texts"), .required("appendices")], checkpoints: [.quotedAmounts]
  ) { data, arguments in
    let appendices = arguments.entries("appendices", in: data.plan)
    let texts = arguments.entries("texts", in: data.plan)
    return texts.flatMap { text -> [Diagnostic] in
      guard let scalar = text.value.scalar, !appendices.isEmpty else { return [] }
      return scalar.text.paragraphRanges.flatMap { range -> [Diagnostic] in
        let paragraph = AppendixParagraph(scalar.text[range])
        let numbers = paragraph.appendices.filter { appendices.indices.contains($0 - 1) }
        guard !numbers.isEmpty else { return [] }
        let tables = numbers.flatMap { number in
          data.tables.filter { $0.path.hasPrefix(appendices[number - 1].path + ".") }
        }
        guard !tables.isEmpty else { return [] }
        return paragraph.amounts.filter { amount in !tables.contains { $0.holds(amount) } }.map {
          amount in
          let offset = scalar.text.utf8.distance(from: scalar.text.startIndex, to: amount.start)
          let place = scalar.places.place(at: offset, in: scalar.text)
          return .amountNotInAppendix(
            amount, numbers[0], in: tables[0], at: place, path: text.path)
        }
      }
    }
  }
}

/// A paragraph as it is held against appendices.
private struct AppendixParagraph {
  /// An amount of money in it.
  struct Money {
    var amount: Amount
    var unit: MoneyUnit
    /// As it is written.
    var text: String
    var start: String.Index
  }

  /// The numbers of the appendices that it refers to.
  var appendices: [Int] = []
  /// The exact amounts that it names.
  var amounts: [Money] = []

  /// Words before an amount that say it is not exact.
  private static let vague: Set<String> = [
    "cirka", "ca", "omkring", "ungefär", "drygt", "knappt", "nästan", "närmare", "över", "under",
    "minst", "högst", "till", "runt", "kring",
  ]
  /// Words of those that say so only after another: "upp till".
  private static let afterUp: Set<String> = ["till"]

  init(_ text: Substring) {
    let words = text.split { $0.isWhitespace || $0 == "(" || $0 == ")" || $0 == ";" }
    var index = 0
    while index < words.count {
      let word = words[index]
      let next = index + 1 < words.count ? words[index + 1] : ""
      if word.lowercased() == "bilaga", let number = Int(next.prefix { $0.isNumber }) {
        appendices.append(number)
      } else if let range = word.range(afterLabel: "#bilaga") {
        if let number = Int(word[range].prefix { $0.isNumber }) { appendices.append(number) }
      }
      guard word.first?.isNumber == true else {
        index += 1
        continue
      }
      // Groups of three belong to the number before them.
      var end = index + 1
      while end < words.count, words[end].count == 3, words[end].allSatisfy(\.isNumber) { end += 1 }
      let written = text[word.startIndex..<words[end - 1].endIndex]
      let unit = words[end...].prefix(2).map(String.init).joined(separator: " ")
      let before = index > 0 ? words[index - 1].lowercased() : ""
      let earlier = index > 1 ? words[index - 2].lowercased() : ""
      let isVague =
        Self.vague.contains(before) && (!Self.afterUp.contains(before) || earlier == "upp")
      if let amount = Amount(String(written)), let money = MoneyUnit(in: unit),
        MoneyUnit(in: String(words[end...].first ?? "")) != nil || unit.hasWordBeforeKronor,
        !isVague
      {
        amounts.append(
          Money(
            amount: amount, unit: money, text: written + " " + money.words, start: word.startIndex))
      }
      index = end
    }
  }
}

extension DataTable {
  /// Whether one of its cells is an amount, as far as either of them is exact.
  fileprivate func holds(_ money: AppendixParagraph.Money) -> Bool {
    guard let unit, let wanted = money.amount.converted(from: money.unit, to: .billions) else {
      return true
    }
    return rows.contains { row in
      row.cells.contains { cell in
        guard let amount = cell.amount?.magnitude.converted(from: unit, to: .billions),
          let difference = amount.subtracting(wanted)
        else { return false }
        return difference.isZero || difference.isWithinRounding(of: [amount, wanted])
      }
    }
  }
}

extension String {
  /// The stretches between blank lines.
  fileprivate var paragraphRanges: [Range<String.Index>] {
    var ranges: [Range<String.Index>] = []
    var start = startIndex
    var line = startIndex
    while line < endIndex {
      let end = self[line...].firstIndex(of: "\n") ?? endIndex
      let next = end < endIndex ? index(after: end) : endIndex
      if self[line..<end].allSatisfy(\.isWhitespace) {
        if start < line { ranges.append(start..<line) }
        start = next
      }
      line = next
    }
    if start < endIndex { ranges.append(start..<endIndex) }
    return ranges
  }

  /// Whether it is a word for how many and then kronor: "miljoner kronor".
  fileprivate var hasWordBeforeKronor: Bool {
    let words = lowercased().split { !$0.isLetter }
    return words.count == 2 && words[1].hasPrefix("kr") && MoneyUnit(in: self) != .kronor
  }
}

extension Substring {
  /// What follows a label in a reference, `[](#bilaga-7`.
  fileprivate func range(afterLabel label: String) -> Range<String.Index>? {
    guard let start = firstRange(of: label)?.upperBound else { return nil }
    let rest = self[start...].drop { $0 == "-" }
    return rest.startIndex..<rest.endIndex
  }
}

extension Diagnostic {
  fileprivate static func amountNotInAppendix(
    _ money: AppendixParagraph.Money, _ number: Int, in table: DataTable, at place: Place,
    path: String
  ) -> Diagnostic {
    let total = table.rows.last { $0.kind == .total }
    let cell = total?.cells.last { $0.amount != nil }
    var notes: [Note] = []
    if let total, let cell {
      notes.append(
        cell.words.note(
          sv: "'\(total.name.text)' är \(cell.words.text) där",
          en: "'\(total.name.text)' is \(cell.words.text) there"))
    }
    return Diagnostic(
      .quotedAmounts,
      Message(
        sv: "\(money.text) står inte i bilaga \(number), som stycket hänvisar till",
        en: "\(money.text) does not stand in appendix \(number), which the paragraph refers to"),
      at: place, path: path, notes: notes,
      fixes: [
        Fix(
          Message(
            sv: "rätta talet, eller hämta det: {{\(table.names.first ?? table.key).rad.kolumn}}",
            en: "mend the number, or fetch it: {{\(table.names.first ?? table.key).rad.kolumn}}"))
      ])
  }
}
