/// What a measure is to reach, or starts from: one or more readings of what was written.
///
/// What the readers understood is in the readings; the source is always kept, and is what is
/// printed.
public struct TargetValue: Hashable, Sendable {
  /// The text as it was written.
  public var source: String
  /// What it says, one for each line or part between semicolons.
  public var readings: [Reading]

  /// Reads a målvärde or an ingångsvärde.
  public init(_ source: String) {
    self.source = source
    self.readings =
      source
      .split(whereSeparator: { $0.isNewline || $0 == ";" })
      .map { TargetReader(String($0)).read() }
      .filter { !$0.source.isEmpty }
  }

  /// A number that is wrong in a text, and what stands round it.
  public struct NumberFaultFinding: Hashable, Sendable {
    /// What is wrong with it.
    public var fault: NumberFault
    /// The text before the number.
    public var before: String
    /// The text after the number.
    public var after: String
  }

  /// What is wrong with the number that a text begins with, after a bound if it has one.
  ///
  /// Only a point or a comma that is not Swedish is looked for: `< 5.5 %`, `1,234.50 kr`.
  public static func numberFault(in text: String) -> NumberFaultFinding? {
    var reader = TargetReader(text)
    return reader.numberFault()
  }

  /// One thing that a målvärde says.
  public struct Reading: Hashable, Sendable {
    /// The part of the text that says it.
    public var source: String
    /// What is to be reached.
    public var meaning: Meaning
    /// When it holds: `2025`, `våren 2022`, `delår 2022`.
    public var when: String?
    /// What it is compared with, or is a share of: `föregående år`, `beslutad budget`.
    public var comparedWith: String?
    /// What else was written about it.
    public var note: String?

    /// Whether some of the text was not understood, and stands as words.
    public var isWords: Bool { if case .words = meaning { true } else { false } }
  }

  /// What is to be reached.
  public enum Meaning: Hashable, Sendable {
    /// A quantity, with a bound if it has one: `minst 90 %`.
    case quantity(Bound?, Quantity)
    /// Between two numbers: `85–90 %`.
    case range(from: Amount, Quantity)
    /// A change by so much: `−12 %`.
    case change(Quantity)
    /// A way to go: `ökande`.
    case direction(Direction)
    /// More or less than something else: `lägre än i beslutad budget`; by how much if it says.
    case comparison(Direction, by: Quantity?)
    /// A state of things: `finns och är beslutad`.
    case state(String)
    /// A mark or words for a value that is not there: `–`, `ej relevant`.
    case missing(MissingValue)
    /// Words that stand as they are.
    case words(String)
  }

  /// On which side of a quantity the value is to be.
  public enum Bound: String, Hashable, Sendable, CaseIterable {
    case less = "<"
    case atMost = "≤"
    case about = "≈"
    case atLeast = "≥"
    case more = ">"
  }

  /// Which way a value is to go.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    case up, down, unchanged
  }
}

// MARK: - Dump

extension TargetValue: CustomStringConvertible {
  /// The readings on one line, for the dump of the data.
  public var description: String { readings.map(\.description).joined(separator: "; ") }
}

extension TargetValue.Reading: CustomStringConvertible {
  /// What was understood, on one line.
  public var description: String {
    let extra = [("when", when), ("compared with", comparedWith), ("note", note)]
      .compactMap { name, text in text.map { ", \(name) \"\($0)\"" } }
    return meaning.description + extra.joined()
  }
}

extension TargetValue.Meaning: CustomStringConvertible {
  /// What was understood, on one line.
  public var description: String {
    switch self {
    case .quantity(let bound, let quantity):
      "quantity " + (bound.map { $0.rawValue + " " } ?? "") + quantity.text(.typed)
    case .range(let from, let to): "range \(from) to \(to.text(.typed))"
    case .change(let quantity): "change \(quantity.text(.typed, plus: true))"
    case .direction(let direction): "direction \(direction.rawValue)"
    case .comparison(let direction, let quantity):
      "comparison \(direction.rawValue)" + (quantity.map { " by \($0.text(.typed))" } ?? "")
    case .state(let text): "state \"\(text)\""
    case .missing(let missing): "missing \(missing.rawValue)"
    case .words(let text): "words \"\(text)\""
    }
  }
}
