import Diagnostics
import Manuscript

extension Checkpoint {
  /// A link that does not say where it leads.
  static let vagueLink = Checkpoint(
    id: "C161", chapter: .access, code: .vagueLink, severity: .warning,
    title: "Länken säger vart den leder",
    what: "En länk heter 'här', 'klicka här', 'läs mer', 'länk' eller liknande.",
    why: """
      Den som lyssnar bläddrar mellan länkar utan texten omkring, och på papper leder 'klicka här' \
      ingenstans (WCAG 2.4.4, Syftet med en länk).
      """,
    example: "Mer om planen finns [här](https://www.regionen.se/plan).",
    mend: "Låt länken heta som det den leder till: `[regionplanen](https://www.regionen.se/plan)`.")

  /// A long address that stands in the text.
  static let longAddress = Checkpoint(
    id: "C162", chapter: .access, code: .longAddress, severity: .warning,
    title: "Långa adresser står inte i texten",
    what: "En webbadress på mer än 60 tecken står utskriven i texten.",
    why: """
      En lång adress går inte att skriva av, delas illa mellan rader och läses upp tecken för tecken.
      """,
    example:
      "Se https://www.regionen.se/globalassets/dokument/2023/planer/verksamhetsplan-2024.pdf",
    mend: "Låt länken heta som det den leder till, eller skriv den korta adressen.")
}

extension PrintedText {
  /// Findings of links that do not say where they lead, and of long addresses in the text.
  func vagueLinks() -> [Diagnostic] {
    text.spans.compactMap { span in
      guard case .address(let address) = span.target else { return nil }
      let range = span.start..<span.end
      let words = string(range)
      let bare = words.lowercased().filter { $0.isLetter || $0 == " " }
      if Self.vagueWords.contains(bare) {
        return finding(
          .vagueLink, at: range, sv: "länken \(words.quoted) säger inte vart den leder",
          en: "the link \(words.quoted) does not say where it leads",
          mendSv: "låt länken heta som det den leder till",
          mendEn: "name the link by what it leads to")
      }
      guard words.count > Self.longestAddress, words.contains("/"), !words.contains(" "),
        address.contains(words) || words.hasPrefix("http") || words.hasPrefix("www.")
      else { return nil }
      return finding(
        .longAddress, at: range, sv: "adressen på \(words.count) tecken står utskriven",
        en: "the address of \(words.count) characters is written out",
        mendSv: "låt länken heta som det den leder till",
        mendEn: "name the link by what it leads to")
    }
  }

  private static let vagueWords: Set<String> = [
    "här", "klicka här", "läs mer", "läs mer här", "länk", "denna länk", "den här länken", "mer",
    "mer information", "tryck här", "se här", "via länk", "click here", "here", "read more", "link",
  ]

  private static let longestAddress = 60
}
