import Swedish
import Testing

@Suite struct FormatTests {
  /// `~` is a no-break space and `^` a narrow one.
  static let cases: [(String, String, String)] = [
    ("147,0", "mnkr", "147,0"),
    ("147,0", "mnkr med enhet", "147,0~mnkr"),
    ("1405", "tkr", "1^405"),
    ("1405,55", "belopp 1 decimal", "1^405,6"),
    ("1405", "belopp med enhet", "1^405~kr"),
    ("147.0", "belopp", "147,0"),
    ("-12345", "heltal", "−12^345"),
    ("2,5", "heltal", "3"),
    ("7 730", "tal", "7^730"),
    ("28 dagar", "tal", "28~dagar"),
    ("5", "tal med tecken", "+5"),
    ("-5", "tal med tecken", "−5"),
    ("0", "tal med tecken", "0"),
    ("22,6", "procent", "22,6~%"),
    ("22,6%", "procent", "22,6~%"),
    ("-12 procent", "procent", "−12~procent"),
    ("..", "belopp", ".."),
    ("-", "tal", "–"),
    ("2024", "år", "2024"),
    ("2015-04-05", "datum", "5~april~2015"),
    ("13:00", "tid", "13.00"),
    ("kl. 9.45-14:30", "tid", "9.45–14.30"),
    ("159", "paragraf", "§~159"),
    ("§§ 151-153", "paragraf", "§§~151–153"),
    ("RJL 2023/18", "diarienummer", "RJL 2023/18"),
    // What a format cannot read is printed as it stands.
    ("ej känt", "mnkr", "ej känt"),
    ("2015-13-01", "datum", "2015-13-01"),
    // Målvärden keep their words.
    ("90 %", "målvärde", "90~%"),
    ("Minst 75% av patienterna", "målvärde", "Minst 75~% av patienterna"),
    ("-10 %", "målvärde", "−10~%"),
    (">15 st.", "målvärde", ">15~st."),
    ("< 85 %", "målvärde", "<~85~%"),
    ("45 000 st", "målvärde", "45^000~st"),
    ("2716", "målvärde", "2716"),
    ("2716 besök", "målvärde", "2^716~besök"),
    ("12345", "målvärde", "12^345"),
    ("20 % mindre än 2020 års nivåer", "målvärde", "20~% mindre än 2020 års nivåer"),
    ("Minskning med 12 %", "målvärde", "Minskning med 12 %"),
    ("71 % våren 2022; 70 % hösten 2022", "målvärde", "71~% våren 2022; 70~% hösten 2022"),
    ("Finns och är beslutad", "målvärde", "Finns och är beslutad"),
    ("0.75", "målvärde", "0,75"),
  ]

  @Test(arguments: cases)
  func `prints a value as its format asks`(_ raw: String, _ name: String, _ printed: String) throws
  {
    guard case .format(let asked) = Format.read(name) else {
      Issue.record("'\(name)' is no format")
      return
    }
    let shown = format(raw, as: asked)
      .map { $0 == "\u{A0}" ? "~" : $0 == "\u{202F}" ? "^" : $0 }
    #expect(String(shown) == printed)
  }

  @Test func `says which word of a format is unknown`() {
    #expect(Format.read("mnkrr") == .unknownName("mnkrr"))
    #expect(Format.read("") == .unknownName(""))
    #expect(Format.read("mnkr med") == .unknownOption("med"))
    #expect(Format.read("mnkr två decimaler") == .unknownOption("två decimaler"))
    #expect(
      Format.read("tal 2 decimaler med tecken")
        == .format(Format(.tal, decimals: 2, printsPlus: true)))
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
