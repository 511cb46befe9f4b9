public import Geometry

/// One broken line.
public struct LineBox: Sendable {
  /// Its words, in `LineStore.pieces`.
  public var pieces: Range<Int>
  /// From the first word's left side to the last one's right.
  public var width: Length
  /// From the measure's left edge to the first word.
  public var left: Length
  /// By how much the line passes its measure; zero when it keeps inside.
  public var excess: Length
  /// How its spaces were set: 0 at rest, 1 stretched by all of their stretch, −1 shrunk by all of
  /// their shrink.
  public var ratio: Double
  /// How much wider its letters are drawn, in parts of one; 1 is as they are.
  public var widening: Double
  /// First byte of the line in the paragraph's text.
  public var offset: Int
  /// Whether its last word goes on in the next line: after a hyphen set for the break, or after one
  /// that was written.
  ///
  /// A page should not end with such a line.
  public var endsInHyphen: Bool
}

/// A word on a line.
public struct Piece: Sendable {
  /// From the measure's left edge.
  @Compact public var x: Length
  /// The word.
  public var word: WordID
  /// How it looks.
  public var style: RunStyleID
  /// What `Box.tag` said.
  public var tag: Int32
  /// The space that stood after it, also at the line's end; nil where the next word follows at
  /// once or the paragraph ends.
  public var spaceAfter: Unicode.Scalar?
}

/// All lines of a document, and the styles that their words are set in.
///
/// Paragraphs are ranges of its lines, lines ranges of its pieces, so that setting a paragraph
/// allocates nothing of its own.
public struct LineStore: Sendable {
  /// The lines, in the order they were set.
  public internal(set) var lines: [LineBox] = []
  /// The words of all lines.
  public internal(set) var pieces: [Piece] = []
  /// The opened styles, by `RunStyleID`.
  public private(set) var styles: [RunStyle] = []

  /// An empty store, with room for a hundred pages: it is written to as it is needed, and need not be
  /// copied for each doubling.
  public init() {
    lines.reserveCapacity(1 << 14)
    pieces.reserveCapacity(1 << 17)
  }

  /// Takes a style in and gives its number.
  public mutating func add(_ style: RunStyle) -> RunStyleID {
    styles.append(style)
    return RunStyleID(index: Int32(styles.count - 1))
  }

  /// The style of a number.
  public subscript(id: RunStyleID) -> RunStyle { styles[Int(id.index)] }
}
