extension CellNumber {
  /// The number as a cell of a format shows it, in the form that a plan has it.
  ///
  /// A format with fixed decimals rounds, for what is on paper is what was on the screen and what sums
  /// are checked by; a percent format gives percent; days become `2024-04-15`, times `13:00`.
  func text(in format: NumberFormat, countsFrom1904: Bool) -> String {
    switch format {
    case .general: text()
    case .number(let least, let most, let thousands, let isPercent):
      shifted(by: (isPercent ? 2 : 0) - 3 * thousands).text(least: least, most: most)
        + (isPercent ? " %" : "")
    case .date, .year: day(from1904: countsFrom1904, isYear: format == .year) ?? text()
    case .time: time ?? text()
    }
  }

  private func day(from1904: Bool, isYear: Bool) -> String? {
    guard let (days, seconds) = daysAndSeconds, let date = Self.date(days, from1904) else {
      return nil
    }
    if isYear { return Self.padded(date.year, 4) }
    let day = [Self.padded(date.year, 4), Self.padded(date.month, 2), Self.padded(date.day, 2)]
      .joined(separator: "-")
    return seconds == 0 ? day : day + " " + Self.clock(seconds)
  }

  /// Hours go on past a day where days are counted too.
  private var time: String? {
    daysAndSeconds.map { Self.clock($0.days * 86_400 + $0.seconds) }
  }

  private static func clock(_ seconds: Int) -> String {
    let minutes = padded(seconds / 60 % 60, 2)
    let rest = seconds % 60
    return padded(seconds / 3_600, 2) + ":" + minutes + (rest == 0 ? "" : ":" + padded(rest, 2))
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  /// The day of a number in a spreadsheet's calendar; nil for none.
  ///
  /// In that of 1900 the day 60 is a 29 February that there never was, which every number after it
  /// counts.
  ///
  /// **Source**: the count of days to dates is H. Hinnant's, "chrono-Compatible Low-Level Date
  /// Algorithms", 2013.
  private static func date(
    _ number: Int, _ from1904: Bool
  ) -> (year: Int, month: Int, day: Int)? {
    let lastDay = 2_958_465
    guard number <= lastDay, from1904 || number >= 1, from1904 || number != 60 else { return nil }
    /// Days from 1 March of the year 0: 1904-01-01 or 1899-12-30 and what follows.
    let base = from1904 ? 695_361 : number < 60 ? 693_900 : 693_899
    let days = base + number
    let era = days / 146_097
    let ofEra = days - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * ofYear + 2) / 153
    let isNewYear = month >= 10
    return (
      yearOfEra + era * 400 + (isNewYear ? 1 : 0), isNewYear ? month - 9 : month + 3,
      ofYear - (153 * month + 2) / 5 + 1
    )
  }
}
