/// One thing the user can fix, or should know: what, where, and what to do.
///
/// Broken invariants of ours are not diagnostics; they trap with a sentence.
public struct Diagnostic: Hashable, Sendable {
  /// How much stands in the way.
  public enum Severity: String, Sendable, Comparable, CaseIterable {
    /// The page is as asked, but there is something to know.
    case note
    /// The page differs from what was asked.
    case warning
    /// The document cannot be made.
    case error

    /// Order by how much stands in the way.
    public static func < (a: Severity, b: Severity) -> Bool {
      let order: [Severity] = [.note, .warning, .error]
      return order.firstIndex(of: a) ?? 0 < order.firstIndex(of: b) ?? 0
    }
  }

  /// A remark that belongs to a diagnostic, at a place of its own where it has one.
  public struct Note: Hashable, Sendable {
    /// What it says.
    public var message: Message
    /// Where it points.
    public var place: Place?

    /// A remark.
    public init(_ message: Message, at place: Place? = nil) {
      self.message = message
      self.place = place
    }
  }

  /// A change that mends it.
  public struct Fix: Hashable, Sendable {
    /// What to do, as a verb phrase.
    public var message: Message
    /// The exact text to write in place of what stands from the place to the end; nil when the
    /// change cannot be made by a tool.
    public var replacement: String?

    /// A change, with the text to write where it is known.
    public init(_ message: Message, replacement: String? = nil) {
      self.message = message
      self.replacement = replacement
    }
  }

  /// How much stands in the way.
  public var severity: Severity
  /// What kind of fault it is; stable, and the same in every language.
  public var code: Code
  /// The rule that it comes from, by its id in the handbook, where the code has several: `N7`.
  public var rule: String?
  /// What is wrong: lower case, no full stop, the specific thing first.
  public var message: Message
  /// Where it starts, if it has a place.
  public var place: Place?
  /// The first column after it, where its end is known and on the same line.
  public var endColumn: Int?
  /// The path in the plan, `perspektiv[2].namn`, where one is known.
  public var path: String?
  /// The page it lands on, from 1, for faults found in layout.
  public var page: Int?
  /// The reason that the plan gives for letting it be; nil for one that it does not allow.
  public var allowance: String?
  /// Remarks, shown under the source line.
  public var notes: [Note]
  /// Ways to mend it.
  public var fixes: [Fix]

  /// A diagnostic from its parts.
  public init(
    _ severity: Severity, _ code: Code, _ message: Message, rule: String? = nil,
    at place: Place? = nil, endColumn: Int? = nil, path: String? = nil, page: Int? = nil,
    notes: [Note] = [], fixes: [Fix] = []
  ) {
    self.severity = severity
    self.code = code
    self.rule = rule
    self.message = message
    self.place = place
    self.endColumn = endColumn
    self.path = path
    self.page = page
    self.notes = notes
    self.fixes = fixes
  }
}

/// A sentence in the two languages that the tool speaks.
public struct Message: Hashable, Sendable {
  /// The sentence in Swedish.
  public var sv: String
  /// The sentence in English.
  public var en: String

  /// A sentence in both languages.
  public init(sv: String, en: String) {
    self.sv = sv
    self.en = en
  }

  /// The sentence in one language.
  public func text(in language: MessageLanguage) -> String {
    switch language {
    case .swedish: sv
    case .english: en
    }
  }
}

/// The language that messages are printed in.
public enum MessageLanguage: String, Sendable, CaseIterable {
  case swedish = "sv"
  case english = "en"
}

extension [Diagnostic] {
  /// Whether one of them stands in the way of the document.
  public var hasErrors: Bool { contains { $0.severity == .error } }
}
