import Diagnostics
import Foundation
import TestSupport
import Testing

/// The checks of an office's letters.
struct LetterTests {
  private func letter(
    proposal: String = "Kliniken har öppet två kvällar i veckan.",
    sections: [String] = ["Ärendet", "Bedömning", "Ekonomiska konsekvenser"],
    document: String = "{titel: Kalkyl, datum: 2024-04-29}"
  ) -> String {
    """
    mall: tjänsteskrivelse
    titel: Kvällsöppet
    nämnd: Tandvårdsnämnden
    datum: 2024-05-06
    förslag:
      - \(proposal)
    sammanfattning: Kvällar prövas i sex månader.
    avsnitt:
    \(sections.map { "  - {rubrik: \($0), text: Så är det.}" }.joined(separator: "\n"))
    beslutsunderlag:
      - \(document)
    skickas_till: Kliniken
    """
  }

  private func expect(
    _ plan: String, _ expected: [MarkedText.Expected] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try CheckFixture(kind: "tjansteskrivelse")
      .expect(plan, expected, sourceLocation: sourceLocation)
  }

  @Test func `a letter with its parts in order has no finding`() throws {
    try expect(letter())
    try expect(letter(sections: ["Bakgrund", "Bedömning", "Samråd", "Konsekvenser för barn"]))
  }

  @Test func `C510 finds sections out of order, parts that are missing, and half sentences`() throws
  {
    try expect(
      letter(sections: ["Ärendet", "Ekonomiska konsekvenser", "1️⃣Bedömning"]),
      [.at(1, .letterParts)])
    try expect("1️⃣" + letter(sections: ["Ärendet"]), [.at(1, .letterParts)])
    try expect(
      "1️⃣" + letter().replacingOccurrences(of: "skickas_till: Kliniken", with: ""),
      [.at(1, .letterParts)])
    try expect(letter(proposal: "1️⃣öppet två kvällar"), [.at(1, .letterParts)])
  }

  @Test func `C511 finds a document without a day`() throws {
    try expect(letter(document: "{titel: 1️⃣Kalkyl}"), [.at(1, .undatedDocument)])
  }
}
