/// What is read out of a stretch of text where its characters would mislead.
public struct Reading: Hashable, Sendable {
  /// The stretch, as offsets in the text's UTF-8.
  public var range: Range<Int>
  /// How it is read.
  public var form: Form

  /// How a stretch is read.
  public enum Form: Hashable, Sendable {
    /// An abbreviation, as what it stands for.
    case expansion(String)
    /// A sign, in words.
    case words(String)
  }

  /// A stretch and how it is read.
  public init(_ range: Range<Int>, _ form: Form) {
    self.range = range
    self.form = form
  }
}
