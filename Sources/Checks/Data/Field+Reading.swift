public import Diagnostics
import Input
public import Swedish

extension Field {
  /// The characters as they were written, without the notes that are called at their end and blanks
  /// around them; nil for no scalar, and for an empty one.
  public var text: String? {
    guard let scalar = value.scalar else { return nil }
    var text = withoutNoteCalls(scalar.text).text[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text.isEmpty ? nil : String(text)
  }

  /// The exact number, with or without a unit after it; nil for anything else.
  public var amount: Amount? { number ?? text.flatMap { Quantity($0) }?.amount }

  /// The exact number of a value that is a number alone; nil for anything else, as a missing value.
  public var number: Amount? {
    text.flatMap {
      Amount($0, notation: value.scalar?.style == .jsonNumber ? .json : .swedish)
    }
  }

  /// The mark for a value that is not there; nil for anything else.
  public var missingValue: MissingValue? { text.flatMap { MissingValue($0) } }

  /// The number with its unit; nil for anything else.
  public var quantity: Quantity? { text.flatMap { Quantity($0) } }

  /// The whole number; nil for anything else.
  public var count: Int? { text.flatMap { Int($0) } }

  /// The day, `2024-04-15`; nil for anything else.
  public var date: CalendarDate? { text.flatMap { CalendarDate($0) } }

  /// The time of day or the span of it; nil for anything else.
  public var times: ClockTimes? { text.flatMap { ClockTimes($0) } }

  /// The paragraph number or the span of them, `§ 159`; nil for anything else.
  public var paragraphs: ParagraphNumbers? { text.flatMap { ParagraphNumbers($0) } }

  /// What is to be reached; nil for no scalar.
  public var target: TargetValue? { text.map { TargetValue($0) } }

  /// Whether it says yes; no for anything else.
  public var isYes: Bool { text.flatMap { truthValue(of: $0) } ?? false }

  // MARK: Findings

  /// A finding at the value, or at its key where the value is a list or a map.
  public func finding(
    _ checkpoint: Checkpoint, sv: String, en: String, code: Code? = nil,
    severity: Diagnostic.Severity? = nil, notes: [Diagnostic.Note] = [],
    fixes: [Diagnostic.Fix] = []
  ) -> Diagnostic {
    let isAtKey = value.scalar == nil && keyPlace != nil
    return Diagnostic(
      checkpoint, Message(sv: sv, en: en), code: code, severity: severity,
      at: isAtKey ? keyPlace : place,
      endColumn: isAtKey
        ? keyPlace.map { Int($0.column) + (key?.unicodeScalars.count ?? 0) } : endColumn,
      path: path, notes: notes, fixes: fixes)
  }

  /// A remark that points at the value.
  public func note(sv: String, en: String) -> Diagnostic.Note {
    Diagnostic.Note(Message(sv: sv, en: en), at: place)
  }
}
