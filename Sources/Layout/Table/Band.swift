import Geometry
import Pages
import Typography

/// One row of a table set, or several that row spans hold together.
///
/// A band can be torn between lines, so that a row taller than the room left goes on over the page.
struct Band {
  /// A cell's content at its place in the band.
  struct Cell {
    /// From the band's top to the cell's.
    var y: Length
    var height: Length
    /// Room above the first line and below the last.
    var paddingTop: Length
    var paddingBottom: Length
    /// Whether it repeats what stands in the table already, as page furniture.
    var isRepeat = false
    /// Lines, their `x` from the table's left and `y` from the cell's top.
    var lines: [PlacedLine]
    /// Pictures, with the distance from the cell's top to theirs.
    var pictures: [(y: Length, picture: SetPicture)] = []
  }

  /// A rule across some of the table.
  struct Rule {
    /// From the band's top to the rule's middle.
    var y: Length
    var x: Length
    var width: Length
    var style: RuleStyle
  }

  /// A tint across some of the table.
  struct Fill {
    var y: Length
    var height: Length
    var x: Length
    var width: Length
    var colour: Colour
  }

  /// A line of a cell that calls a note.
  struct Call {
    /// The cell, and the line in it.
    var cell: Int
    var line: Int
    /// The note, as an index into `Document.notes`.
    var note: Int
  }

  /// From the text area's left edge to the table's.
  var x: Length
  var height: Length
  var cells: [Cell]
  var rules: [Rule] = []
  var fills: [Fill] = []
  /// The calls of notes in it, so that a note stands on the page of its call where the row is torn.
  var calls: [Call] = []
  /// Whether it is never cut.
  var isWhole = false
}
