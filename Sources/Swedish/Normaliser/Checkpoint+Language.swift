public import Diagnostics

extension Checkpoint {
  /// What the rules of Swedish print tell of and do not change by themselves, by their ids.
  public static let ofLanguage: [Checkpoint] = [
    language(
      .digitGroups, .ambiguousNumber, "Siffror grupperas med mellanslag",
      what: "Punkter eller flera mellanslag mellan siffergrupper som kan vara ett eller flera tal.",
      why:
        "På svenska är punkten inget tusentalstecken, och två tal intill varandra läses som ett.",
      example: "1.234,50 kronor", mend: "Skriv ett mellanslag mellan grupperna: 1 234,50."),
    language(
      .decimalComma, .ambiguousNumber, "Decimaler har komma",
      what: "En punkt i ett tal som kan betyda decimaler eller tusental.",
      why: "Är 107.135 hundrasju eller hundrasjutusen? Programmet gissar inte.",
      example: "Andelen var 107.135.", mend: "Skriv komma för decimaler, mellanslag för tusental."),
    language(
      .numberList, .ambiguousNumber, "Tal i uppräkning går att skilja åt",
      what: "Komma och mellanslag mellan två tal.",
      why: "Det läses som en uppräkning, fast det kan vara ett decimaltal.",
      example: "2, 5 miljoner", mend: "Ta bort mellanslaget om det är decimaler."),
    language(
      .adjacentNumbers, .ambiguousNumber, "Siffror inleder inte en mening",
      what: "Siffror först i en mening, eller två tal intill varandra.",
      why: "Meningens början syns inte, och talen kan läsas som ett.",
      example: "25 personer deltog.", mend: "Skriv talet med bokstäver, eller byt ordföljd."),
    language(
      .interval, .ambiguousInterval, "Intervall är tydliga",
      what: "Bindestreck mellan tal som inte stiger, eller mellan två ortnamn.",
      why: "Det kan vara ett intervall, ett resultat, en beteckning eller en sträcka.",
      example: "Resultatet blev 4-2 i Ronneby-Karlskrona.",
      mend: "Skriv tankstreck i intervall och sträckor, eller ord."),
    language(
      .intervalWords, .ambiguousInterval, "Från står med till, mellan med och",
      what: "'från 2020–2023', 'mellan 5–7', och intervall vars första tal är avkortat.",
      why: "Strecket utläses 'till'. 'Mellan 5 till 7' är inte svenska.",
      example: "mellan 5–7 procent", mend: "Skriv 'mellan 5 och 7' eller '5–7'."),
    language(
      .abbreviation, .abbreviationForm, "Förkortningar har punkt",
      what: "Ett ord som kan vara en förkortning utan punkter: tom, resp, ev, tex, bla.",
      why: "'tom' och 'bla' är också vanliga ord, och stavningskontrollen ser inget.",
      example: "bla inom vården", mend: "Skriv bl.a. eller bland annat."),
    language(
      .abbreviationPlace, .abbreviationForm, "Förkortningar på sin plats",
      what: """
        En förkortning först i en mening, m.m. i en rubrik, eller både t.ex. och m.m. i samma mening.
        """,
      why: "Texten blir svårare att läsa, och 't.ex. … m.m.' säger samma sak två gånger.",
      example: "T.ex. ökar antalet besök m.m.", mend: "Skriv ut orden, och stryk den ena."),
    language(
      .webAbbreviation, .abbreviationForm, "Förkortningar som läses på webben",
      what: "ev. och fr.o.m. i text för webben.",
      why: "Uppläsningsprogram läser dem bokstav för bokstav.",
      example: "fr.o.m. den 1 maj", mend: "Skriv ut orden."),
    language(
      .initialism, .initialismForm, "Initialord skrivs som de uttalas",
      what: "IT, TV, PM och VD med versaler, NATO och UNICEF, och ändelser utan kolon: EUs.",
      why:
        "Svenska skrivregler: det som är vanliga ord skrivs som ord, och ändelsen sätts efter kolon.",
      example: "EUs IT-stöd", mend: "Skriv it, Nato, EU:s."),
    language(
      .doublePoint, .dotLeader, "En punkt avslutar",
      what: "Två punkter efter varandra.", why: "Det är en punkt för mycket, eller en för lite.",
      example: "och så vidare..", mend: "Skriv en punkt, eller tre."),
    language(
      .ellipsis, .dotLeader, "Inga punktrader i texten",
      what: "Fler än tre punkter i rad.",
      why: "De kommer ofta ur en inklistrad innehållsförteckning; programmet gör en egen.",
      example: "Inledning ......... 3", mend: "Ta bort den inklistrade förteckningen."),
    language(
      .section, .sectionForm, "Paragraftecknet står vid ett nummer",
      what: "§ utan nummer, eller ordet paragraf före ett nummer.",
      why: "Tecknet läses ihop med numret: '5 §' i lagtext, '§ 5' i protokoll.",
      example: "enligt paragraf 5", mend: "Skriv § med nummer, och ordet paragraf utan."),
    language(
      .quotes, .unpairedQuote, "Citattecken är parvisa",
      what: "Ett udda antal citattecken i ett stycke.", why: "Ett saknas eller är ett för mycket.",
      example: "Han sade \"ja.", mend: "Sätt dit eller ta bort ett."),
    language(
      .quotedPoint, .unpairedQuote, "En punkt vid citatets slut",
      what: "Punkt både före och efter citattecknet.", why: "Meningen slutar bara en gång.",
      example: "Hon sade \"vi börjar.\".",
      mend: "Punkten står före om hela meningen är citat, annars efter."),
    language(
      .apostrophe, .genitiveApostrophe, "Genitiv utan apostrof",
      what: "Apostrof efter s, x eller z i genitiv.", why: "Svenskan har ingen genitivapostrof.",
      example: "Lars' förslag", mend: "Skriv Lars förslag."),
    language(
      .dateForm, .dateForm, "Datum i text skrivs med månadens namn",
      what: "Datum i siffror i löpande text.",
      why: "15/4 och 2015-04-15 läses långsammare än 15 april 2015.",
      example: "Mötet hölls 2015-04-15.", mend: "Skriv 15 april 2015."),
    language(
      .week, .dateForm, "Veckor har datum",
      what: "Veckonummer i löpande text.", why: "Många läsare vet inte när vecka 44 är.",
      example: "Remissen skickas vecka 44.", mend: "Skriv dagarna, gärna med veckan inom parentes."),
    language(
      .percentCompound, .percentForm, "Procent i sammansättningar är ett ord",
      what: "Procenttecken i ett sammansatt ord.", why: "Tecknet går inte att läsa som ordled.",
      example: "10 %-ig ökning", mend: "Skriv tioprocentig eller 10-procentig."),
    language(
      .amountDecimals, .amountDecimals, "Belopp har lagom många decimaler",
      what: "Decimaler före tkr, och fler än två före mnkr och mdkr.",
      why: "Fler siffror än vad beslutet gäller låtsas om en noggrannhet som inte finns.",
      example: "12,5 tkr", mend: "Skriv hela tusental, eller en mindre enhet."),
    language(
      .missingSpace, .missingSpace, "Mellanslag saknas inte",
      what: "Ord och tal som sitter ihop, eller ett skiljetecken utan mellanslag efter.",
      why: "Det är oftast ett radslut som försvann vid kopiering.",
      example: "under året.Därefter 2024kronor", mend: "Sätt dit mellanslaget."),
  ]

  private static func language(
    _ rule: Rule, _ code: Code, _ title: String, what: String, why: String, example: String,
    mend: String
  ) -> Checkpoint {
    Checkpoint(
      id: rule.rawValue, chapter: .text, code: code, severity: .note, title: title, what: what,
      why: why, example: example, mend: mend)
  }
}
