import ArgumentParser

/// A value that is written as one of a few words.
///
/// The words are named here: ArgumentParser's own way to them asks Swift for key paths, which takes
/// a hundredth of a page's time at every start.
protocol Choice: ExpressibleByArgument, CaseIterable, RawRepresentable where RawValue == String {}

extension Choice {
  /// The words that may be written.
  public static var allValueStrings: [String] { allCases.map { $0.rawValue } }

  /// No word needs another to say what it means.
  public static var allValueDescriptions: [String: String] { [:] }
}
