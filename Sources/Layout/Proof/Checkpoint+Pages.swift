public import Diagnostics

extension Checkpoint {
  /// What layout and the look at its pages can find.
  public static let onPages: [Checkpoint] = [
    overfullLine, overfullPage, keepBroken, wordBroken, runtLine, nearEmptyPage, looseLine, tornRow,
    lowResolution,
  ]

  private static let overfullLine = Checkpoint(
    id: "C801", chapter: .page, code: .overfullLine, severity: .warning,
    title: "Ingen rad går utanför sin plats",
    what: "En rad är bredare än spalten eller cellen, för att ett ord inte går att dela.",
    why: "Texten går ut i marginalen eller in i nästa kolumn.",
    example: "Elektroencefalografiundersökningsresultat i en smal kolumn",
    mend: """
      Säg under 'avstavning' var ordet får delas, korta det, eller ge kolumnen mer bredd.
      """)

  private static let overfullPage = Checkpoint(
    id: "C802", chapter: .page, code: .overfullPage, severity: .warning,
    title: "Inget är högre än sidan",
    what: "En bild, en ruta eller en tabellrad som inte får delas är högre än satsytan.",
    why: "Det som inte får plats går ut under sidans nederkant och syns kanske inte.",
    example: "En cell med två sidor text i en tabell vars rader hålls samman",
    mend: "Dela upp innehållet, eller ge kolumnen mer bredd.")

  private static let keepBroken = Checkpoint(
    id: "C803", chapter: .page, code: .keepBroken, severity: .warning,
    title: "Det som hör ihop står samman",
    what: """
      Rubriken står med sin text, ett stycke lämnar inte en ensam rad på en sida, och det som ska \
      hållas samman får plats på en sida.
      """,
    why: "En rubrik längst ned eller en ensam rad överst får läsaren att tappa tråden.",
    example: "Fyra rubriknivåer i rad före en tabell med högt huvud",
    mend: "Korta det som ska hållas samman, eller ge det en egen sida.")

  private static let wordBroken = Checkpoint(
    id: "C804", chapter: .page, code: .wordBroken, severity: .warning,
    title: "Tabellen ryms i sin bredd",
    what: "Ett ord delas mitt i, för att tabellens kolumner tillsammans är bredare än satsytan.",
    why: "Orden blir svåra att läsa, och tabellen har fler kolumner än vad sidan rymmer.",
    example: "En tabell med tolv kolumner och 'för_bred: trängd'",
    mend:
      "Låt tabellen stå på liggande sidor ('för_bred: liggande'), delas, eller få färre kolumner.")

  /// A paragraph's last line of a few characters.
  static let runtLine = Checkpoint(
    id: "C805", chapter: .page, code: .runtLine, severity: .note,
    title: "Stycket slutar inte med en stump",
    what: "Sista raden i ett stycke är kortare än ungefär fyra bokstäver.",
    why: "Stumpen ser ut som en tom rad, och lämnar ett hål i sidan.",
    example: "… och det gäller även för de som bor i\nlän.",
    mend: "Stryk eller lägg till ett ord i stycket.")

  /// A page with only a few lines.
  static let nearEmptyPage = Checkpoint(
    id: "C806", chapter: .page, code: .nearEmptyPage, severity: .note,
    title: "Ingen sida är nästan tom",
    what: "Texten på en sida fyller mindre än en åttondel av den.",
    why: "Några rader på en egen sida ser ut som ett fel, och kostar ett blad i varje exemplar.",
    example: "Ett kapitel som slutar med tre rader på en ny sida",
    mend: "Korta texten före, eller ta bort sidbrytningen efter.")

  /// A line with wide spaces.
  static let looseLine = Checkpoint(
    id: "C807", chapter: .page, code: .looseLine, severity: .note,
    title: "Inga gap mellan orden",
    what: "I rakt satt text har en rad mycket vidare ordmellanrum än de andra.",
    why: "Ögat fastnar i hålen, och flera under varandra bildar rännor genom sidan.",
    example: "En smal spalt med ordet folkhälsomyndighetsinformation",
    mend: "Säg under 'avstavning' var ett långt ord får delas, eller skriv om raden.")

  /// A row that goes on over the page.
  static let tornRow = Checkpoint(
    id: "C808", chapter: .page, code: .tornRow, severity: .note,
    title: "Tabellrader delas inte mellan sidor",
    what: "En tabellrad börjar på en sida och slutar på nästa.",
    why: "Den som läser måste bläddra för att se hela raden.",
    example: "En rad med en cell om fyrtio rader text",
    mend: "Dela upp raden i flera, eller ge dess textkolumn mer bredd.")

  private static let lowResolution = Checkpoint(
    id: "C810", chapter: .page, code: .lowResolution, severity: .warning,
    title: "Bilder är skarpa i tryck",
    what: "En bild har färre bildpunkter per tum än temat kräver i den storlek den trycks.",
    why: "Den ser bra ut på skärmen men suddig på papper.",
    example: "En bild på 400 bildpunkter över hela satsytan",
    mend: "Använd en större bildfil, eller tryck bilden mindre.")
}
