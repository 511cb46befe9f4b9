/// A day of the Gregorian calendar.
public struct CalendarDate: Hashable, Sendable, Comparable {
  /// The year, of four digits.
  public let year: Int
  /// The month, from 1.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// A day; nil if the calendar has none such.
  public init?(year: Int, month: Int, day: Int) {
    guard (1000...9999).contains(year), (1...12).contains(month),
      (1...CalendarDate.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// A day as it is written in data, `2015-04-15`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], let numbers = wholeNumbers(parts) else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// A day as it is written in prose, `15 april 2015` or `15/4 2015`, or with its digits in
  /// another order, `15-04-2015` or `20150415`; nil for anything else.
  public init?(written text: String) {
    let parts = text.lowercased().split(omittingEmptySubsequences: true) {
      $0.isWhitespace || "/-.".contains($0)
    }
    if parts.count == 1, parts[0].count == 8, let all = wholeNumbers(parts) {
      self.init(year: all[0] / 10_000, month: all[0] / 100 % 100, day: all[0] % 100)
      return
    }
    guard parts.count == 3 else { return nil }
    if let month = Month.names.firstIndex(where: { $0 == parts[1] || $0.prefix(3) == parts[1] }),
      let numbers = wholeNumbers([parts[0], parts[2]])
    {
      self.init(year: numbers[1], month: month + 1, day: numbers[0])
    } else if let numbers = wholeNumbers(parts) {
      let isYearFirst = parts[0].count == 4
      self.init(
        year: numbers[isYearFirst ? 0 : 2], month: numbers[1], day: numbers[isYearFirst ? 2 : 0])
    } else {
      return nil
    }
  }

  /// The day as it is printed: `15 april 2015`, its parts bound together.
  public var text: String { "\(day)\u{A0}\(Month.names[month - 1])\u{A0}\(year)" }

  /// The day as it is written in data.
  public var iso: String {
    let (month, day) = (String(month), String(day))
    return "\(year)-" + (month.count < 2 ? "0" : "") + month + "-" + (day.count < 2 ? "0" : "")
      + day
  }

  /// The order of the calendar.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}

/// The numbers of texts that hold ASCII digits and nothing else; nil if one does not, or is too
/// long.
func wholeNumbers(_ texts: [some StringProtocol]) -> [Int]? {
  var numbers: [Int] = []
  for text in texts {
    guard text.unicodeScalars.allSatisfy({ $0.digit != nil }), let number = Int(text) else {
      return nil
    }
    numbers.append(number)
  }
  return numbers
}
