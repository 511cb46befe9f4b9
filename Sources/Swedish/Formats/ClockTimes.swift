/// A time of day, or a span between two.
public struct ClockTimes: Hashable, Sendable {
  /// One time of day.
  public struct Time: Hashable, Sendable, Comparable {
    /// The hour, 0 through 24.
    public let hour: Int
    /// The minute.
    public let minute: Int

    /// The order of the day.
    public static func < (a: Time, b: Time) -> Bool {
      (a.hour, a.minute) < (b.hour, b.minute)
    }

    /// A time written `9`, `9.45` or `09:45`; nil for anything else.
    init?(_ text: some StringProtocol) {
      let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == ":" }
      guard let numbers = wholeNumbers(parts), (1...2).contains(parts[0].count),
        parts.count == 1 || parts.count == 2 && parts[1].count == 2
      else { return nil }
      let (hour, minute) = (numbers[0], numbers.count == 2 ? numbers[1] : 0)
      guard hour < 24 && minute < 60 || hour == 24 && minute == 0 else { return nil }
      self.hour = hour
      self.minute = minute
    }

    /// The time as it is printed: `9.45`.
    public var text: String { "\(hour)." + (minute < 10 ? "0" : "") + String(minute) }
  }

  /// When it is or begins.
  public let start: Time
  /// When it ends, if it is a span.
  public let end: Time?

  /// A time or a span as it is written, `13:00`, `kl. 9.45`, `13.00–14.30`; nil for anything else.
  public init?(_ text: String) {
    var text = text.trimmed[...]
    for prefix in ["klockan ", "kl. ", "kl "] where text.lowercased().hasPrefix(prefix) {
      text = text.dropFirst(prefix.count)
      break
    }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "–" || $0 == "-" }
      .map { String($0).trimmed }
    guard parts.count <= 2, let start = Time(parts[0]) else { return nil }
    self.start = start
    if parts.count == 2 {
      guard let end = Time(parts[1]), start < end else { return nil }
      self.end = end
    } else {
      self.end = nil
    }
  }

  /// The times as they are printed: `9.45`, `13.00–14.30`.
  public var text: String { start.text + (end.map { "–" + $0.text } ?? "") }
}
