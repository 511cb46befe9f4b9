import Diagnostics

extension Checkpoint {
  /// A personnummer or samordningsnummer.
  static let personalNumber = Checkpoint(
    id: "C710", chapter: .personalData, code: .personalNumber, severity: .warning,
    title: "Inga personnummer",
    what: """
      Ett tal som är ett personnummer eller samordningsnummer: en dag som finns, fyra siffror till \
      och rätt kontrollsiffra. Organisationsnummer och diarienummer är det inte.
      """,
    why: """
      Personnummer får bara behandlas när det är klart motiverat (dataskyddslagen 3 kap. 10 §), och \
      hör inte hemma i det som publiceras.
      """,
    example: "Ärendet gäller 19640823-3234.",
    mend: "Ta bort numret eller ersätt det med ärendets diarienummer.")
}

extension PrintedText {
  /// Findings of numbers that are a person's.
  func personalNumbers() -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index].isDigit else {
        index += 1
        continue
      }
      let start = index
      var digits: [UInt8] = []
      var signs = 0
      while index < bytes.count, bytes[index].isDigit || isSign(at: index, after: digits.count) {
        if bytes[index].isDigit { digits.append(bytes[index] - 0x30) } else { signs += 1 }
        index += 1
      }
      let isAlone = start == 0 || !isJoined(bytes[start - 1])
      let isEnded = index == bytes.count || !isJoined(bytes[index])
      guard isAlone, isEnded, signs < 2, isPersonalNumber(digits) else { continue }
      findings.append(
        finding(
          .personalNumber, at: start..<index,
          sv: "talet har formen av ett personnummer", en: "the number has a personnummer's form",
          mendSv: "ta bort det, eller ersätt det med ärendets diarienummer",
          mendEn: "take it away, or put the case's number in its place"))
    }
    return findings
  }

  /// Whether a hyphen or plus stands before the last four figures.
  private func isSign(at index: Int, after digits: Int) -> Bool {
    (bytes[index] == 0x2D || bytes[index] == 0x2B) && (digits == 6 || digits == 8)
      && index + 1 < bytes.count && bytes[index + 1].isDigit
  }

  /// Whether a character makes the figures beside it part of something longer.
  private func isJoined(_ byte: UInt8) -> Bool {
    byte.isOfWord || byte == 0x2F || byte == 0x2D || byte == 0x3A
  }
}

/// Whether figures are a personnummer: ten, or twelve with the century.
///
/// **Source**: Skatteverket, SKV 704: the check digit by the modulus 10 method; a samordningsnummer
/// has 60 added to the day.
private func isPersonalNumber(_ figures: [UInt8]) -> Bool {
  guard figures.count == 10 || figures.count == 12 else { return false }
  if figures.count == 12 {
    let century = figures[0] * 10 + figures[1]
    guard (18...20).contains(century) else { return false }
  }
  let ten = figures.suffix(10).map(Int.init)
  let month = ten[2] * 10 + ten[3]
  let day = ten[4] * 10 + ten[5]
  guard (1...12).contains(month), (1...31).contains(day) || (61...91).contains(day) else {
    return false
  }
  let sum = ten.enumerated().reduce(0) { sum, figure in
    let product = figure.offset.isMultiple(of: 2) ? figure.element * 2 : figure.element
    return sum + product / 10 + product % 10
  }
  return sum.isMultiple(of: 10)
}
