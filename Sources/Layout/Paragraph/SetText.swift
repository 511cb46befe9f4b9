import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

/// A text broken into lines, not yet on a page.
struct SetText {
  /// Its lines, in the line store.
  var lines: Range<Int>
  /// Its style.
  var style: OpenStyle
  /// The structure element that its words are content of, where a word's own tag names no other.
  var element: ElementID
  /// The text itself, for the places of findings.
  var source: RichText
}

/// A line of a `SetText` at its place in a galley box or a cell.
struct PlacedLine {
  /// The text, as an index into `Typesetter.texts`.
  var text: Int
  /// The line, as an index into the line store.
  var line: Int
  /// From the box's left edge to the measure's.
  var x: Length
  /// From the box's top to the line's.
  var y: Length
  /// The leading.
  var height: Length
}
