public import Geometry

/// A piece of a paragraph before it is broken into lines: TeX's box, glue and penalty.
///
/// Source: D. E. Knuth and M. F. Plass, *Breaking Paragraphs into Lines*, 1981, section "Boxes,
/// glue and penalties". A line may end at glue that follows a box and at a penalty that is not
/// `Penalty.forbidden`; glue and penalties after a break vanish. Where we differ: a word that may
/// be divided is one box that knows its cuts, not a row of boxes and discretionaries, so that the
/// undivided word is shaped and drawn as one.
public enum ParagraphItem: Sendable {
  case box(Box)
  case glue(Glue, character: Unicode.Scalar)
  case penalty(Penalty)
}

/// Where a line ends.
public struct LineEnd: Hashable, Sendable {
  /// The item it ends at: glue or a penalty, a box when the line ends inside its word, or the count
  /// of items for the last line.
  public var item: Int
  /// The cut inside the box's word, in `WordTable.breaks`; nil when the word is not divided.
  public var cut: Int?

  /// A line end from its parts.
  public init(item: Int, cut: Int? = nil) {
    self.item = item
    self.cut = cut
  }
}

/// Something of a fixed width that is set as it is: a word or a part of one.
public struct Box: Sendable {
  /// The word.
  public var word: WordID
  /// How it looks.
  public var style: RunStyleID
  /// Its width, with the room of its badge where it is one.
  public var width: Length
  /// First byte of the word in the paragraph's text.
  public var offset: Int32
  /// What the caller wants to know it by on the finished line: which element it belongs to.
  public var tag: Int32
  /// The places where the word may be divided, in `WordTable.breaks`; empty for none.
  public var breaks: Range<Int>

  /// A box from its parts.
  public init(
    word: WordID, style: RunStyleID, width: Length, offset: Int, tag: Int32,
    breaks: Range<Int> = 0..<0
  ) {
    self.breaks = breaks
    self.word = word
    self.style = style
    self.width = width
    self.offset = Int32(truncatingIfNeeded: offset)
    self.tag = tag
  }
}

/// Space that may grow and shrink.
public struct Glue: Hashable, Sendable {
  /// Its width at rest.
  public var width: Length
  /// How far it grows at a ratio of 1.
  public var stretch: Length
  /// How far it shrinks at most.
  public var shrink: Length

  /// Glue from its measures.
  public init(width: Length, stretch: Length = .zero, shrink: Length = .zero) {
    self.width = width
    self.stretch = stretch
    self.shrink = shrink
  }
}

/// The price of ending a line here.
public struct Penalty: Hashable, Sendable {
  /// The price; from `forbidden` upwards no line may end here, from `forced` downwards one must.
  public var cost: Int32

  /// A penalty from its price.
  public init(cost: Int32) { self.cost = cost }

  /// No line may end here.
  public static var forbidden: Penalty { Penalty(cost: 10_000) }
  /// A line must end here.
  public static var forced: Penalty { Penalty(cost: -10_000) }

  /// Whether a line may end here.
  public var mayBreak: Bool { cost < 10_000 }
  /// Whether a line must end here.
  public var isForced: Bool { cost <= -10_000 }
}
