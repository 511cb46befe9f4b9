public import Diagnostics

/// A text as it is to be set.
public struct NormalisedText: Hashable, Sendable {
  /// One stretch that a rule changed.
  public struct Change: Hashable, Sendable {
    /// The rule.
    public var rule: Rule
    /// The stretch, as offsets in the UTF-8 of the text as it came; empty where something was
    /// put in.
    public var range: Range<Int>
    /// Where the new characters begin, in the UTF-8 of the text as it is now.
    public var start: Int
    /// The place of the stretch in the source.
    public var place: Place
    /// The characters as they came.
    public var before: String
    /// The characters as they are now.
    public var after: String

    /// How much longer the text became.
    var growth: Int { after.utf8.count - range.count }
  }

  /// Something that a rule found and did not change.
  public struct Finding: Hashable, Sendable {
    /// The rule.
    public var rule: Rule
    /// The stretch, as offsets in the UTF-8 of the text as it came.
    public var range: Range<Int>
    /// The place of the stretch in the source.
    public var place: Place
    /// What was found.
    public var message: Message
  }

  /// The characters to set.
  public var text: String
  /// Where each of them came from.
  public var places: PlaceMap
  /// What the rules found, and did not change.
  public var diagnostics: [Diagnostic]
  /// The same, each with its rule and its stretch of the text.
  public var findings: [Finding]
  /// What the rules changed, in the text's order; no two overlap.
  public var changes: [Change]

  /// A text with the places of its characters.
  public init(
    text: String, places: PlaceMap, diagnostics: [Diagnostic] = [], findings: [Finding] = [],
    changes: [Change] = []
  ) {
    self.text = text
    self.places = places
    self.diagnostics = diagnostics
    self.findings = findings
    self.changes = changes
  }
}

// MARK: - Moving offsets

extension NormalisedText {
  /// Where a byte of the text as it came stands now: monotone, and on a character's edge where the
  /// byte was on one.
  ///
  /// Characters that were put in at the offset stand after it; a byte inside a stretch that was
  /// changed goes to the stretch's start.
  public func offset(ofInput offset: Int) -> Int {
    let index = changes.firstIndexOfChange { $0.range.lowerBound >= offset }
    guard index > 0 else { return offset }
    let last = changes[index - 1]
    return last.range.upperBound <= offset
      ? last.start + last.after.utf8.count + (offset - last.range.upperBound) : last.start
  }

  /// Where a span over the text as it came stands now; what was put in at its edges is outside.
  public func span(ofInput span: Range<Int>) -> Range<Int> {
    let end = offset(ofInput: span.upperBound)
    guard !span.isEmpty else { return end..<end }
    var start = offset(ofInput: span.lowerBound)
    var index = changes.firstIndexOfChange { $0.range.lowerBound >= span.lowerBound }
    // Two rules may put something in at one place: a point and a space, where osv– was written.
    while index < changes.count, changes[index].range == span.lowerBound..<span.lowerBound {
      start += changes[index].growth
      index += 1
    }
    return min(start, end)..<end
  }
}

extension [NormalisedText.Change] {
  /// The index of the first change that a test holds for, the changes being sorted by it.
  fileprivate func firstIndexOfChange(where test: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if test(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
