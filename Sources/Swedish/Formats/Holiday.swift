/// A day on which Swedish offices are closed, whatever day of the week it is.
///
/// **Source**: lag (1989:253) om allmänna helgdagar, and the three eves that lag (1930:173) om
/// beräkning av lagstadgad tid puts beside them.
public enum Holiday: String, Sendable, CaseIterable {
  case newYearsDay = "nyårsdagen"
  case epiphany = "trettondedag jul"
  case goodFriday = "långfredagen"
  case easterDay = "påskdagen"
  case easterMonday = "annandag påsk"
  case mayDay = "första maj"
  case ascensionDay = "Kristi himmelsfärdsdag"
  case whitSunday = "pingstdagen"
  case whitMonday = "annandag pingst"
  case nationalDay = "nationaldagen"
  case midsummerEve = "midsommarafton"
  case midsummerDay = "midsommardagen"
  case allSaintsDay = "alla helgons dag"
  case christmasEve = "julafton"
  case christmasDay = "juldagen"
  case boxingDay = "annandag jul"
  case newYearsEve = "nyårsafton"

  /// The Swedish name, as it is printed inside a sentence.
  public var name: String { rawValue }

  /// The English name.
  public var englishName: String {
    switch self {
    case .newYearsDay: "New Year's Day"
    case .epiphany: "Epiphany"
    case .goodFriday: "Good Friday"
    case .easterDay: "Easter Day"
    case .easterMonday: "Easter Monday"
    case .mayDay: "May Day"
    case .ascensionDay: "Ascension Day"
    case .whitSunday: "Whit Sunday"
    case .whitMonday: "Whit Monday"
    case .nationalDay: "the National Day"
    case .midsummerEve: "Midsummer Eve"
    case .midsummerDay: "Midsummer Day"
    case .allSaintsDay: "All Saints' Day"
    case .christmasEve: "Christmas Eve"
    case .christmasDay: "Christmas Day"
    case .boxingDay: "Boxing Day"
    case .newYearsEve: "New Year's Eve"
    }
  }
}

extension CalendarDate {
  /// The holiday that it is; nil for other days.
  public var holiday: Holiday? {
    switch (month, day) {
    case (1, 1): .newYearsDay
    case (1, 6): .epiphany
    case (5, 1): .mayDay
    case (6, 6) where isAfterReform: .nationalDay
    case (6, 19...25) where weekday == .friday: .midsummerEve
    case (6, 20...26) where weekday == .saturday: .midsummerDay
    case (10, 31) where weekday == .saturday, (11, 1...6) where weekday == .saturday: .allSaintsDay
    case (12, 24): .christmasEve
    case (12, 25): .christmasDay
    case (12, 26): .boxingDay
    case (12, 31): .newYearsEve
    default: movable
    }
  }

  /// Whether offices are open on it: no Saturday, Sunday or holiday.
  public var isWorkingDay: Bool { !weekday.isWeekend && holiday == nil }

  /// The day itself if offices are open on it, else the next on which they are.
  public var workingDay: CalendarDate {
    var day = self
    while !day.isWorkingDay, day < day.adding(days: 1) { day = day.adding(days: 1) }
    return day
  }

  /// Whether the National Day has taken the place of Whit Monday.
  private var isAfterReform: Bool { year >= 2005 }

  /// How many days after Easter Day it is.
  private var daysFromEaster: Int {
    ordinal - (CalendarDate.easter(of: year)?.ordinal ?? ordinal)
  }

  /// The holiday that goes by Easter.
  private var movable: Holiday? {
    guard (3...6).contains(month) else { return nil }
    return switch daysFromEaster {
    case -2: .goodFriday
    case 0: .easterDay
    case 1: .easterMonday
    case 39: .ascensionDay
    case 49: .whitSunday
    case 50 where !isAfterReform: .whitMonday
    default: nil
    }
  }

  /// Easter Day of a year.
  ///
  /// **Source**: D. E. Knuth, *The Art of Computer Programming*, volume 1, 1997, section 1.3.2,
  /// exercise 14: the Sunday after the full moon that the church counts, from 21 March on.
  static func easter(of year: Int) -> CalendarDate? {
    let golden = year % 19 + 1
    let century = year / 100 + 1
    let skippedLeapDays = 3 * century / 4 - 12
    let moonCorrection = (8 * century + 5) / 25 - 5
    let sunday = 5 * year / 4 - skippedLeapDays - 10
    var epact = (11 * golden + 20 + moonCorrection - skippedLeapDays) % 30
    if epact < 0 { epact += 30 }
    if epact == 25 && golden > 11 || epact == 24 { epact += 1 }
    var day = 44 - epact
    if day < 21 { day += 30 }
    day += 7 - (sunday + day) % 7
    return CalendarDate(year: year, month: day > 31 ? 4 : 3, day: day > 31 ? day - 31 : day)
  }
}
