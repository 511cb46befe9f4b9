/// A piece of a word between two places where it may be divided for its meaning.
public struct WordPiece: Hashable, Sendable {
  /// What lies between a piece and the one before it.
  public enum Opening: String, Hashable, Sendable {
    /// Nothing: it begins the word.
    case word
    /// The seam between two parts of a compound.
    case compound
    /// The seam between a prefix and what it is set to.
    case prefix
    /// The place before a suffix such as -ning and -het, or a point that the lexicon has of its own.
    case suffix
    /// A seam where no line may end, since one letter stands before it: `o-acceptabel`.
    case silent
  }

  /// Its letters, which may begin before the end of the piece before.
  ///
  /// The second l of `tillåta` belongs to `till` and to `låta`.
  public var letters: Range<Int>
  /// What lies before it.
  public var opening: Opening
  /// Whether the patterns are not asked where it may be divided further.
  public var isClosed: Bool
  /// Whether the lexicon has the part that it belongs to.
  public var isKnown: Bool
}
