import Swedish
import Testing

@Suite struct FormatTests {
  /// `~` is a no-break space and `^` a narrow one.
  static let cases: [(String, Format, String)] = [
    ("147,0", Format(.mnkr), "147,0"),
    ("147,0", Format(.mnkr, printsUnit: true), "147,0~mnkr"),
    ("1405", Format(.tkr), "1^405"),
    ("1405,55", Format(.belopp, decimals: 1), "1^405,6"),
    ("1405", Format(.belopp, printsUnit: true), "1^405~kr"),
    ("147.0", Format(.belopp), "147,0"),
    ("-12345", Format(.heltal), "−12^345"),
    ("2,5", Format(.heltal), "3"),
    ("7 730", Format(.tal), "7^730"),
    ("28 dagar", Format(.tal), "28~dagar"),
    ("5", Format(.tal, printsPlus: true), "+5"),
    ("-5", Format(.tal, printsPlus: true), "−5"),
    ("0", Format(.tal, printsPlus: true), "0"),
    ("22,6", Format(.procent), "22,6~%"),
    ("22,6%", Format(.procent), "22,6~%"),
    ("-12 procent", Format(.procent), "−12~procent"),
    ("..", Format(.belopp), ".."),
    ("-", Format(.tal), "–"),
    ("2024", Format(.år), "2024"),
    ("2015-04-05", Format(.datum), "5~april~2015"),
    ("2023-11-29", Format(.dag), "onsdag 29~november~2023"),
    ("2024-02-29", Format(.dag), "torsdag 29~februari~2024"),
    ("1899-12-31", Format(.dag), "söndag 31~december~1899"),
    ("2015-04-05", Format(.sifferdatum), "2015-04-05"),
    ("13:00", Format(.tid), "13.00"),
    ("kl. 9.45-14:30", Format(.tid), "9.45–14.30"),
    ("159", Format(.paragraf), "§~159"),
    ("§§ 151-153", Format(.paragraf), "§§~151–153"),
    ("RJL 2023/18", Format(.diarienummer), "RJL 2023/18"),
    // What a format cannot read is printed as it stands.
    ("ej känt", Format(.mnkr), "ej känt"),
    ("2015-13-01", Format(.datum), "2015-13-01"),
    // Målvärden keep their words.
    ("90 %", Format(.målvärde), "90~%"),
    ("Minst 75% av patienterna", Format(.målvärde), "Minst 75~% av patienterna"),
    ("-10 %", Format(.målvärde), "−10~%"),
    (">15 st.", Format(.målvärde), ">15~st."),
    ("< 85 %", Format(.målvärde), "<~85~%"),
    ("45 000 st", Format(.målvärde), "45^000~st"),
    ("2716", Format(.målvärde), "2716"),
    ("2716 besök", Format(.målvärde), "2^716~besök"),
    ("12345", Format(.målvärde), "12^345"),
    ("20 % mindre än 2020 års nivåer", Format(.målvärde), "20~% mindre än 2020 års nivåer"),
    ("Minskning med 12 %", Format(.målvärde), "Minskning med 12 %"),
    ("71 % våren 2022; 70 % hösten 2022", Format(.målvärde), "71~% våren 2022; 70~% hösten 2022"),
    ("Finns och är beslutad", Format(.målvärde), "Finns och är beslutad"),
    ("0.75", Format(.målvärde), "0,75"),
  ]

  @Test(arguments: cases)
  func `prints a value as its format asks`(_ raw: String, _ asked: Format, _ printed: String) {
    let shown = format(raw, as: asked)
      .map { $0 == "\u{A0}" ? "~" : $0 == "\u{202F}" ? "^" : $0 }
    #expect(String(shown) == printed)
  }

  @Test(arguments: [
    ("15 april 2015", "2015-04-15"), ("1 jan 2024", "2024-01-01"), ("15/4 2015", "2015-04-15"),
    ("20240229", "2024-02-29"), ("31-12-2024", "2024-12-31"), ("29 februari 2023", nil),
    ("1900-02-29", nil), ("våren 2022", nil),
  ])
  func `understands a date that is not written as data`(_ text: String, _ iso: String?) {
    #expect(CalendarDate(written: text)?.iso == iso)
  }

  @Test(arguments: [
    "RJL 2023/3769", "KS 2023:145", "2018/01604", "2023.15287", "RS-2023-12", "dnr RJL 2023/18",
  ])
  func `knows the forms of diarienummer`(_ text: String) { #expect(isCaseNumber(text)) }

  @Test(arguments: ["", "RJL", "2023", "se ärendet", "RJL 2023/", "12345"])
  func `knows what is no diarienummer`(_ text: String) { #expect(!isCaseNumber(text)) }

  @Test(arguments: ["24:01", "9:5", "25", "14:00-13:00", "kl.", "9.45.10"])
  func `knows what is no time`(_ text: String) { #expect(ClockTimes(text) == nil) }
}
