public import Geometry

/// The room that a paragraph's lines have.
public struct Measure: Hashable, Sendable {
  /// The width of the lines.
  public var width: Length
  /// How much the first line begins further in.
  public var firstIndent: Length
  /// Whether punctuation and hyphens at a line's edges hang out a little, so that the edge looks
  /// straight (margin kerning).
  public var hangs: Bool
  /// How much wider or narrower the letters of a justified line may be drawn, in parts of one; a
  /// hundredth or two is not seen.
  public var expansion: Double

  /// A measure from its width, indent and switches.
  public init(
    width: Length, firstIndent: Length = .zero, hangs: Bool = false, expansion: Double = 0
  ) {
    self.width = width
    self.firstIndent = firstIndent
    self.hangs = hangs
    self.expansion = expansion
  }
}

/// The first item of the line after a break: what vanishes at a break is passed over.
package func itemAfterBreak(_ items: [ParagraphItem], in range: Range<Int>, at index: Int) -> Int {
  var next = index
  while next < range.upperBound {
    switch items[next] {
    case .box: return next
    case .glue: next += 1
    case .penalty(let penalty):
      next += 1
      // A forced break ends its own line: nothing after it belongs to the break.
      if penalty.isForced { return next }
    }
  }
  return next
}
