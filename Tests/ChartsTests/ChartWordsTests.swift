import Manuscript
import Swedish
import Testing

struct ChartWordsTests {
  private static let months = "jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec"
  private static let values = "6,4 6,9 6,7 6,2 5,9 5,4 4,8 5,1 5,7 6,0 6,3 5,8"

  private static func sickness(_ change: (inout Chart) -> Void = { _ in }) -> Chart {
    var chart = Chart(.line, months, ["": values], unit: "%", target: "5,5")
    chart.dataTable = .none
    change(&chart)
    return chart
  }

  @Test func `a line says from where to where it goes, in how long, and its target`() {
    #expect(
      Self.sickness().words(titled: "Sjukfrånvaro") == """
        Linjediagram: Sjukfrånvaro, 12 månader (jan till dec), från 6,4 till 5,8 procent, \
        högst 6,9, lägst 4,8, mål 5,5.
        """)
  }

  @Test func `a document in English is told in English`() {
    let chart = Self.sickness {
      $0.isSwedish = false
      $0.target?.name = "Target"
    }
    #expect(
      chart.words(titled: "Sick leave") == """
        Line chart: Sick leave, 12 months (jan to dec), from 6.4 to 5.8 per cent, \
        at most 6.9, at least 4.8, target 5.5.
        """)
  }

  @Test func `values that are hidden from the eye are told one by one`() {
    let chart = Chart(
      .columns, "2022|2023", ["Folktandvården": "7108 7220", "Privata": "900 .."],
      unit: "patienter")
    #expect(
      chart.words(titled: "Patienter i kö") == """
        Stapeldiagram: Patienter i kö, 2 år (2022 till 2023). \
        Folktandvården: 2022 7\u{202F}108 patienter; 2023 7\u{202F}220. \
        Privata: 2022 900 patienter; 2023 uppgift saknas.
        """)
  }

  @Test func `of more values than one can listen to only the course is told`() {
    let categories = (1...30).map { "v\($0)" }.joined(separator: "|")
    let chart = Chart(.line, categories, ["": (1...30).map(String.init).joined(separator: " ")])
    let words = chart.words(titled: "Antal")
    #expect(words == "Linjediagram: Antal, 30 värden (v1 till v30), från 1 till 30 procent.")
  }

  @Test func `parts of a whole are told with their shares, which add up`() {
    let chart = Chart(.share, "Lön|Hyra|Annat", ["": "1 1 1"], unit: "mnkr")
    #expect(
      chart.words(titled: "Kostnader.") == """
        Andelsstapel: Kostnader, Lön 1 mnkr, 34 procent; Hyra 1 mnkr, 33 procent; \
        Annat 1 mnkr, 33 procent.
        """)
  }

  @Test func `a sparkline in a cell is told in few words`() {
    let chart = Chart(.sparkline, Self.months, ["": Self.values], target: "5,5")
    #expect(
      chart.words(titled: "")
        == "12 månader (jan till dec), från 6,4 till 5,8 procent, högst 6,9, lägst 4,8, mål 5,5.")
  }

  @Test func `the table of a chart has its categories across where they are few and short`() {
    let across = Chart(.line, "jan|feb|mar", ["A": "1 2 3", "B": "4 .. 6"], target: "5").table()
    #expect(across.head[0].cells.count == 4)
    #expect(across.rows.count == 3)
    let down = Chart(.bars, "Psykiatri|Folktandvården", ["A": "1 2"]).table()
    #expect(down.head[0].cells.count == 2)
    #expect(down.rows.count == 2)
  }

  @Test func `shares of nothing are none`() {
    #expect(Chart.Series(name: "", values: [.zero, .zero]).shares == [nil, nil])
    #expect(Chart.Series(name: "", values: [Amount(1), nil, Amount(2)]).shares == [33, nil, 67])
  }
}
