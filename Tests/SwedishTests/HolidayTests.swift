import Swedish
import Testing

@Suite struct HolidayTests {
  @Test(arguments: [
    "1583-04-10", "1954-04-18", "1961-04-02", "1981-04-19", "2000-04-23", "2008-03-23",
    "2011-04-24", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25",
    "2049-04-18",
  ])
  func `Easter is on the Sunday that the church counts`(day: String) throws {
    let easter = try #require(CalendarDate(day))
    #expect(easter.holiday == .easterDay)
    #expect(easter.weekday == .sunday)
  }

  @Test func `every holiday of 2024 has its day, and other days have none`() throws {
    var found: [String] = []
    var day = try #require(CalendarDate("2024-01-01"))
    while day.year == 2024 {
      if let holiday = day.holiday {
        found.append("\(day.iso) \(day.weekday.name) \(holiday.name)")
      }
      day = day.adding(days: 1)
    }
    #expect(
      found == [
        "2024-01-01 måndag nyårsdagen", "2024-01-06 lördag trettondedag jul",
        "2024-03-29 fredag långfredagen", "2024-03-31 söndag påskdagen",
        "2024-04-01 måndag annandag påsk", "2024-05-01 onsdag första maj",
        "2024-05-09 torsdag Kristi himmelsfärdsdag", "2024-05-19 söndag pingstdagen",
        "2024-06-06 torsdag nationaldagen", "2024-06-21 fredag midsommarafton",
        "2024-06-22 lördag midsommardagen", "2024-11-02 lördag alla helgons dag",
        "2024-12-24 tisdag julafton", "2024-12-25 onsdag juldagen",
        "2024-12-26 torsdag annandag jul", "2024-12-31 tisdag nyårsafton",
      ])
  }

  @Test(arguments: [
    ("2004-05-31", Holiday.whitMonday), ("2005-05-16", nil), ("2004-06-06", nil),
    ("2020-10-31", .allSaintsDay), ("2021-11-06", .allSaintsDay), ("2026-06-19", .midsummerEve),
    ("2025-06-20", .midsummerEve), ("2026-06-20", .midsummerDay),
  ])
  func `days that move find their place in each year`(day: String, holiday: Holiday?) throws {
    #expect(try #require(CalendarDate(day)).holiday == holiday)
  }

  @Test(arguments: [
    ("2023-12-23", "2023-12-27"), ("2024-03-28", "2024-03-28"), ("2024-03-29", "2024-04-02"),
    ("2024-12-31", "2025-01-02"), ("9999-12-31", "9999-12-31"),
  ])
  func `the next working day is after weekends, holidays and eves`(day: String, next: String) throws
  {
    #expect(try #require(CalendarDate(day)).workingDay.iso == next)
  }
}
