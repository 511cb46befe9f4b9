import ArgumentParser
import FoundationEssentials
import Unix

/// The time that a document says it was made, where its plan says none: as builds agree on it in
/// `SOURCE_DATE_EPOCH`, and never the clock's, so that the same input gives the same bytes.
enum SourceDate {
  private static let name = "SOURCE_DATE_EPOCH"
  /// Later than this no date has four figures for its year.
  private static let last = 253_402_300_799

  /// The time in ISO 8601, in UTC; nil where the environment has none.
  static func find() throws -> String? {
    guard let text = environmentValue(name), !text.isEmpty else { return nil }
    guard let seconds = Int(text), (0...last).contains(seconds) else {
      throw ValidationError("\(name) är '\(text)'; väntade antalet sekunder sedan 1970.")
    }
    let date = Date(timeIntervalSince1970: TimeInterval(seconds))
    return date.formatted(.iso8601).replacing("Z", with: "+00:00")
  }
}
