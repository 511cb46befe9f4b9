/// A day of the week.
public enum Weekday: Int, Sendable, CaseIterable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// The Swedish name, in lower case as it is printed inside a sentence.
  public var name: String {
    switch self {
    case .monday: "måndag"
    case .tuesday: "tisdag"
    case .wednesday: "onsdag"
    case .thursday: "torsdag"
    case .friday: "fredag"
    case .saturday: "lördag"
    case .sunday: "söndag"
    }
  }

  /// Whether offices are closed on it.
  public var isWeekend: Bool { self == .saturday || self == .sunday }
}

extension CalendarDate {
  /// The day's number, counted so that number 0 is a Monday and every day has the next after that
  /// of the day before.
  ///
  /// **Source**: years are taken from March, so that the leap day is the last of its year; months
  /// from March then follow a straight line of 153 days to five of them.
  public var ordinal: Int {
    let monthsFromMarch = (month + 9) % 12
    let yearFromMarch = month < 3 ? year - 1 : year
    let leapDays = yearFromMarch / 4 - yearFromMarch / 100 + yearFromMarch / 400
    return 365 * yearFromMarch + leapDays + (153 * monthsFromMarch + 2) / 5 + day + 1
  }

  /// The day a number of days later; the last that can be written where there is none.
  public func adding(days: Int) -> CalendarDate {
    var date = self
    for _ in 0..<max(days, 0) {
      date =
        CalendarDate(year: date.year, month: date.month, day: date.day + 1)
        ?? CalendarDate(year: date.year, month: date.month + 1, day: 1)
        ?? CalendarDate(year: date.year + 1, month: 1, day: 1) ?? date
    }
    return date
  }

  /// The day of the week.
  public var weekday: Weekday { Weekday.allCases[ordinal % 7] }
}
