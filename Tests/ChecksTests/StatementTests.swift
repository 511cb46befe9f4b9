import Diagnostics
import TestSupport
import Testing

/// The checks of a budget's statements, each with a plan that just holds and one that breaks it.
struct StatementTests {
  /// Expects findings in the appendices of a budget.
  private func expect(
    _ appendices: String, _ expected: [MarkedText.Expected] = [], chapters: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try CheckFixture(kind: "budget").expect(
      "mall: budget\ntitel: Budget\n" + chapters + "bilagor:\n" + appendices, expected,
      sourceLocation: sourceLocation)
  }

  /// An appendix with one statement over the years 2023 and 2024.
  private func statement(
    _ key: String, heads: [String] = ["2023", "2024"], extra: String = "", _ rows: [String]
  ) -> String {
    let columns = heads.map { "{rubrik: \($0)}" }.joined(separator: ", ")
    return """
        - rubrik: Bilaga
          \(key):
            enhet: mnkr\(extra)
            kolumner: [{rubrik: Post}, \(columns)]
            rader:

      """ + rows.map { "        - {\($0)}\n" }.joined()
  }

  // MARK: C602

  @Test func `a sum is that of its parts, or within rounding`() throws {
    try expect(
      statement(
        "satsningar",
        [
          #"celler: [A, "1,0", "1,0"]"#, #"celler: [B, "2,0", "2,0"]"#,
          #"slag: summa, celler: [Summa, "3,0", 1️⃣"3,1"]"#,
        ]), [.at(1, .rounding)])
    try expect(
      statement(
        "satsningar",
        [
          #"celler: [A, "1,0", "1,0"]"#, #"celler: [B, "2,0", "2,0"]"#,
          #"slag: summa, celler: [Summa, "3,0", 1️⃣"3,2"]"#,
        ]), [.at(1, .sumDiffers)])
  }

  @Test func `a total counts subtotals in place of their items, and parts of items never`() throws {
    try expect(
      statement(
        "statsbidrag",
        [
          #"slag: rubrik, celler: [Grupp]"#, #"celler: [A, 10, 10]"#,
          #"slag: varav, celler: [varav a, 4, 4]"#, #"slag: delsumma, celler: [Delsumma, 10, 10]"#,
          #"celler: [B, 5, 5]"#, #"slag: delsumma, celler: [Andra, 5, 1️⃣7]"#,
          #"celler: [C, 1, 1]"#, #"slag: summa, celler: [Summa, 16, 18]"#,
        ]), [.at(1, .sumDiffers)])
  }

  @Test
  func `two totals in a row are of the same rows, a head begins anew, and shares do not add up`()
    throws
  {
    try CheckFixture(kind: "verksamhetsplan").expect(
      """
      mall: verksamhetsplan
      titel: A
      verksamhetsmått:
        kolumner: [Utfall, Plan]
        rader:
          - {namn: Läkare, värden: [10, 20]}
          - {namn: Vaccination, värden: [5, ~]}
          - {namn: Summa, slag: summa, värden: [15, 1️⃣30]}
          - {namn: Utan vaccination, slag: summa, utom: Vaccination, värden: [10, 2️⃣40]}
          - {namn: Samtal, värden: [7, 8]}
          - {namn: Andel digitala, slag: rubrik, rubriker: [Utfall, Plan]}
          - {namn: Läkare, värden: [1 %, 11 %]}
          - {namn: Summa, slag: summa, värden: [1 %, 5 %]}
      """, [.at(1, .sumDiffers), .at(2, .sumDiffers)])
  }

  @Test func `a sum names its parts or leaves some out, and one is of the deeper rows below it`()
    throws
  {
    try expect(
      statement(
        "satsningar",
        [
          #"celler: [A, 1, 1]"#, #"celler: [B, 2, 2]"#, #"celler: [C, 4, 4]"#,
          #"slag: summa, av: [A, C], celler: [A och C, 5, 1️⃣9]"#,
          #"slag: delsumma, celler: [Ovan, 6, 2️⃣9]"#, #"nivå: 1, celler: [D, 2, 2]"#,
          #"nivå: 1, celler: [E, 4, 4]"#,
        ]), [.at(1, .sumDiffers), .at(2, .sumDiffers)])
    try expect(
      statement(
        "satsningar",
        [
          #"celler: [A, 1, 1]"#, #"celler: [B, 20, 20]"#,
          #"slag: summa, utom: B, celler: [Summa, 1, 1]"#,
        ]))
  }

  @Test func `the rows of a statement of results are known by name`() throws {
    let rows = [
      #"celler: [Verksamhetens intäkter, 10, 10]"#, #"celler: [Verksamhetens kostnader, -50, -50]"#,
      #"celler: [Av- och nedskrivningar, -5, -5]"#,
      #"slag: delsumma, celler: [Verksamhetens nettokostnader, -45, 1️⃣-40]"#,
      #"celler: [Skatteintäkter, 40, 40]"#, #"celler: [Statsbidrag, 10, 10]"#,
      #"slag: delsumma, celler: [Verksamhetens resultat, 5, 10]"#,
      #"celler: [Finansiella intäkter, 2, 2]"#, #"celler: [Finansiella kostnader, -1, -1]"#,
      #"slag: delsumma, celler: [Resultat efter finansiella poster, 6, 11]"#,
      #"slag: summa, celler: [Årets resultat, 6, 11]"#,
    ]
    try expect(statement("resultatbudget", rows), [.at(1, .sumDiffers)])
  }

  @Test func `a column that is called Summa is the sum of the years`() throws {
    try expect(
      statement(
        "investeringsbudget", heads: ["2023", "2024", "Summa"],
        [#"celler: [It, 100, 200, 300]"#, #"celler: [Övrigt, 10, 20, 1️⃣40]"#]),
      [.at(1, .sumDiffers)])
  }

  @Test func `net costs give the result with the other sign, where the table says so`() throws {
    let rows = [
      #"celler: [Trafiknämnden, "374,6", "10,0"]"#,
      #"celler: [Finansförvaltningen, "-400,0", "-20,0"]"#,
      #"slag: summa, celler: [Resultat, "25,4", "10,0"]"#,
    ]
    try expect(statement("nämndramar", extra: "\n      tecken: nettokostnad", rows))
    let marked = [rows[0], rows[1], #"slag: summa, celler: [Resultat, 1️⃣"25,4", 2️⃣"10,0"]"#]
    try expect(statement("nämndramar", marked), [.at(1, .signUndeclared), .at(2, .signUndeclared)])
  }

  // MARK: Between rows and tables

  @Test func `the sides of a balance sheet are equal to the last digit`() throws {
    try expect(
      statement(
        "balansbudget",
        [
          #"celler: [Tillgångar, 10, 10]"#, #"slag: summa, celler: [Summa tillgångar, 10, 10]"#,
          #"celler: [Kapital, 10, 11]"#,
          #"slag: summa, celler: [Summa skulder och eget kapital, 10, 1️⃣11]"#,
        ]), [.at(1, .balanceDiffers)])
  }

  @Test func `the year's result is the same everywhere, rounded as it may be`() throws {
    try expect(
      statement("resultatbudget", [#"celler: [Årets resultat, "-212,9", "-168,3"]"#])
        + statement("finansieringsbudget", [#"celler: [Årets resultat, -213, 1️⃣-169]"#])
        + statement("nämndramar", [#"celler: [Resultat, "-212,9", 2️⃣"-168,2"]"#])
        + statement("balansbudget", [#"celler: [Eget kapital, 1000, 3️⃣840]"#]),
      [.at(1, .resultDiffers), .at(2, .framesDiffer), .at(3, .resultDiffers)])
  }

  @Test func `what a year ends with is what the next begins with, and the cash`() throws {
    try expect(
      statement(
        "finansieringsbudget",
        [
          #"celler: [Likvida medel vid årets början, 588, 1️⃣700]"#,
          #"celler: [Likvida medel vid årets slut, 764, 2️⃣804]"#,
        ]) + statement("balansbudget", [#"celler: [Kassa och bank, 764, 805]"#]),
      [.at(1, .liquidAssetsDiffer), .at(2, .liquidAssetsDiffer)])
  }

  @Test func `depreciation and investments are the same in the statements that have them`() throws {
    try expect(
      statement("resultatbudget", [#"celler: [Avskrivningar, "-258,8", "-230,8"]"#])
        + statement(
          "finansieringsbudget",
          [
            #"celler: [(+) Avskrivningar, 259, 1️⃣239]"#,
            #"celler: [(-) Investeringar i mark och byggnader, -297, -502]"#,
            #"celler: [(-) Investeringar i maskiner och inventarier, -141, -136]"#,
          ])
        + statement("investeringsbudget", [#"celler: [Summa, "438,2", 2️⃣"640,0"]"#]),
      [.at(1, .depreciationDiffers), .at(2, .investmentsDiffer)])
  }

  @Test func `a part is not above its whole, unless another part has the other sign`() throws {
    try expect(
      statement(
        "nämndramar",
        [
          #"celler: [Kultur, 99, 99]"#, #"slag: varav, celler: [Varav skola, 67, 1️⃣167]"#,
          #"celler: [Styrelsen, 10, 10]"#, #"slag: varav, celler: [Varav service, -5, -5]"#,
          #"slag: varav, celler: [Varav stab, 15, 15]"#,
        ]), [.at(1, .partExceedsWhole)])
  }

  // MARK: Heads and captions

  @Test func `a table counts in one unit, its columns with as many decimals`() throws {
    try expect(
      """
        - rubrik: Satsningar
          satsningar:
            enhet: mnkr
            kolumner: [{rubrik: 1️⃣Alla belopp i tusentals kronor}, {rubrik: "2023"}]
            rader:
              - {celler: [A, "1,5"]}
              - {celler: [B, 0]}
              - {celler: [C, 2️⃣"1,25"]}

      """, [.at(1, .unitDiffers), .at(2, .unitDiffers)])
  }

  @Test(arguments: [
    ("Balansbudget 2023–2024 med utfall 2021", "Utfall 2021, Budget 2023, Budget 2024", true),
    ("Balansbudget 2023 – 2024 med utfall 2020", "Utfall 2021, Budget 2023, Budget 2024", false),
    ("Balansbudget 2023–2024", "Budget 2023, Budget 2024, Budget 2025", false),
    ("Bidrag 2023–2024 och prognos 2022", "Budget 2022, Budget 2023, Budget 2024", false),
    ("Budget 2023", "Bokslut 2021, Budget 2022, Budget 2023", true),
    ("Bidrag per år", "2021, 2022", true),
  ])
  func `the years of a caption are those of the columns`(
    caption: String, columns: String, holds: Bool
  ) throws {
    let heads = columns.split(separator: ", ").map { "{rubrik: \($0)}" }.joined(separator: ", ")
    try expect(
      """
        - rubrik: 1️⃣\(caption)
          statsbidrag:
            kolumner: [{rubrik: Post}, \(heads)]
            rader: [{celler: [A]}]

      """, holds ? [] : [.at(1, .captionYearsDiffer)])
  }

  @Test func `no two columns have the same head, and a year that stands twice is told once`() throws
  {
    try expect(
      """
        - rubrik: Satsningar
          satsningar:
            kolumner: [{rubrik: Post}, {rubrik: Budget 2023}, {rubrik: 1️⃣Budget  2023}]
            rader: [{celler: [A]}]

      """, [.at(2, .targetYears), .at(1, .columnTwice)],
      chapters: """
        kapitel:
          - rubrik: Indikatorer
            mål:
              - namn: Hälsa
                mätetal:
                  - namn: Sjukfrånvaro
                    målvärde: [{år: 2023, värde: 5 %}, {år: 2️⃣2023, värde: 4 %}]

        """)
  }

  @Test func `a share is at most all of it, but changes and bounds above may be any`() throws {
    try expect(
      "  - rubrik: Tom\n", [.at(1, .shareOutOfRange)],
      chapters: """
        kapitel:
          - rubrik: Indikatorer
            mål:
              - namn: Hälsa
                mätetal:
                  - {namn: Andel nöjda, ingångsvärde: 98 %, målvärde: [{år: 2023, värde: 1️⃣980 %}]}
                  - {namn: Andel andra, målvärde: [{år: 2023, värde: −12 %}, {år: 2024, värde: högst 120 %}]}
                  - {namn: Måluppfyllelse, målvärde: [{år: 2023, värde: 105 %}]}

        """)
  }

  // MARK: Prose

  @Test(arguments: [
    ("Bidragen är 1️⃣179 miljoner kronor. Se bilaga 1.", false),
    ("Bidragen är 164 miljoner kronor. Se bilaga 1.", true),
    ("Bidragen är 0,164 miljarder kronor, se [](#bilaga-1).", true),
    ("Bidragen är 164 000 tkr, se bilaga 1.", true),
    ("Bidragen är drygt 179 miljoner kronor. Se bilaga 1.", true),
    ("Bidragen är 179 miljoner kronor.", true),
    ("Det är 17 procent av 164 mnkr i bilaga 1 för 3 år.", true),
  ])
  func `an amount stands in the appendix that its paragraph refers to`(
    text: String, holds: Bool
  ) throws {
    try expect(
      statement("statsbidrag", [#"celler: [Summa, "164,0", "164,0"]"#]),
      holds ? [] : [.at(1, .amountNotInAppendix)],
      chapters: "kapitel:\n  - {rubrik: Text, text: '\(text)'}\n")
  }
}
