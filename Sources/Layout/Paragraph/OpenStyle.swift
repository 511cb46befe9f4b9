import Geometry
import Manuscript
import Typography

/// A paragraph style with its fonts opened.
final class OpenStyle {
  /// The style as the theme has it.
  let paragraph: ParagraphStyle
  /// The measures of its running text's font.
  let metrics: FontMetrics
  /// The run style of plain text.
  let plain: RunStyleID
  /// The run styles of stressed text, by `RichText.Marks.rawValue`; opened when first asked for.
  var stressed: [UInt8: RunStyleID] = [:]
  /// The run styles of status marks' words, by the marks' names; opened when first asked for.
  var marked: [String: RunStyleID] = [:]

  init(paragraph: ParagraphStyle, metrics: FontMetrics, plain: RunStyleID) {
    self.paragraph = paragraph
    self.metrics = metrics
    self.plain = plain
  }

  /// The baseline that lines of this leading share; nil where each style has its own.
  var sharedBaseline: Length?

  /// From a line's top to its baseline: the leading's surplus over the font's height stands half
  /// above and half below the letters, or where the grid's lines have their baseline.
  var baseline: Length {
    sharedBaseline
      ?? ((paragraph.leading - metrics.ascent - metrics.descent) / 2 + metrics.ascent)
  }
}
