public import Diagnostics

// What an extract is held against its minutes for. It is found when a finished file is inspected, not
// by a check of a plan.

extension Checkpoint {
  /// An extract whose paragraph has changed since.
  public static let extractSource = Checkpoint(
    id: "C414", chapter: .minutes, code: .extractDiffers, severity: .error,
    title: "Utdraget är protokollets paragraf",
    what: """
      'sats inspect utdrag.pdf --against protokoll.yaml' jämför utdragets fingeravtryck av \
      paragrafen med protokollets paragraf.
      """,
    why: "Ett bestyrkt utdrag som inte är protokollets ord är en felaktig handling.",
    example: "sats inspect protokoll-44.pdf --against protokoll.yaml",
    mend: "Gör utdraget på nytt, eller jämför med det protokoll som det gjordes av.")

  /// An extract with other words than one made now.
  public static let extractWords = Checkpoint(
    id: "C520", chapter: .lists, code: .pdfTextDiffers, severity: .error,
    title: "Utdraget har protokollets ord, till sista tecknet",
    what: """
      Samma kommando läser varje ord i utdragets fil och jämför med det som ett nytt utdrag får: \
      huvudet, paragrafen och bestyrkandet.
      """,
    why: """
      En fil kan ha ändrats efter att den gjordes, fast fingeravtrycket står kvar. Är bara huvudet \
      ändrat, som när protokollet har blivit justerat sedan dess, är det också ett annat utdrag.
      """,
    example: "sats inspect protokoll-44.pdf --against protokoll.yaml",
    mend: "Gör utdraget på nytt och bestyrk det.")
}
