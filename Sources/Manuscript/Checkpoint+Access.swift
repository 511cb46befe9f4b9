public import Diagnostics

extension Checkpoint {
  /// What keeps some from reading a document, found before its pages are set.
  public static let ofAccess: [Checkpoint] = [
    Checkpoint(
      id: "C113", chapter: .access, code: .figureWithoutText, severity: .warning,
      title: "Bilder har en beskrivning",
      what: "En bild som inte är utsmyckning har en text som säger vad den visar.",
      why: """
        Den som inte ser bilden får annars ingenting (WCAG 1.1.1, Icke-textuellt innehåll; lagen om \
        tillgänglighet till digital offentlig service). I en arkivfil är det ett krav.
        """,
      example: "![](kliniken.png)",
      mend: "Skriv vad bilden visar: `![Kliniken i Nässjö sedd från torget](kliniken.png)`."),
    Checkpoint(
      id: "C114", chapter: .access, code: .headingLevelSkipped, severity: .warning,
      title: "Rubriknivåer hoppar inte",
      what: "Under en rubrik av nivå 1 kommer nivå 2 före nivå 3.",
      why: """
        Den som lyssnar hittar i dokumentet med rubrikerna. En nivå som saknas låter som att \
        något fallit bort (WCAG 1.3.1, PDF/UA-1).
        """,
      example: "# Inledning\n### Bakgrund",
      mend: "Gör rubriken en nivå högre, eller skriv den rubrik som saknas."),
    Checkpoint(
      id: "C115", chapter: .access, code: .tableWithoutHead, severity: .warning,
      title: "Tabeller har huvuden",
      what: "Varje kolumn, eller varje rad, har en rubrik som säger vad cellerna handlar om.",
      why: """
        En uppläsning säger kolumnens rubrik vid varje cell; utan den är siffrorna bara siffror \
        (WCAG 1.3.1).
        """,
      example: "kolumner: [{}, {}]",
      mend: "Ge kolumnerna rubriker, eller säg vilken kolumn som är radernas."),
    Checkpoint(
      id: "C160", chapter: .access, code: .lowContrast, severity: .warning,
      title: "Text syns mot sin bakgrund",
      what: "Temats färger har kontrasten 4,5 till 1 för text, och 3 till 1 för stor text.",
      why: "Svagare kontrast går inte att läsa för den som ser dåligt (WCAG 1.4.3).",
      example: "colour: \"#9aa\" på vitt",
      mend: "Gör färgen mörkare i temat; meddelandet säger vilken kontrast den har."),
    Checkpoint(
      id: "C119", chapter: .access, code: .missingNote, severity: .error,
      title: "Noter som anropas finns",
      what: "Varje '[^1]' i texten har sin not.",
      why: "Notsiffran leder annars ingenstans, varken på papper eller i filen.",
      example: "Högre än föregående år[^1]",
      mend: "Skriv noten på en egen rad: '[^1]: Mäts i mars.', eller ta bort anropet."),
    Checkpoint(
      id: "C128", chapter: .access, code: .missingTarget, severity: .error,
      title: "Hänvisningar leder till något",
      what: "Det som texten hänvisar till med '#etikett' finns i dokumentet.",
      why: "Läsaren skickas annars till ett avsnitt eller en tabell som inte finns.",
      example: "Se [](#tabell-ekonomi).",
      mend: "Rätta etiketten, eller ge målet 'id: tabell-ekonomi'."),
  ]
}
