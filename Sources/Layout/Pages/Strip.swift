import Geometry

/// The least that a page's end parts: a box of the galley, or a piece of a table's row between two
/// places where the row may be torn.
///
/// Strips stand in an endless galley, so that the height of what a page holds is one subtraction.
struct Strip {
  /// The box it is, or is a piece of.
  var box: Int
  /// Which piece of the box: 0 for the whole or the first.
  var piece: Int
  /// The space above it, gone at a page's top; `top` is below it.
  var space: Length
  /// From the endless galley's top.
  var top: Length
  var bottom: Length
  /// How much all the spaces down to the one above it may grow.
  var stretch: Length
  /// What it costs to end a page above it; infinite where that is forbidden.
  var price: Double
  /// What a page's end above it adds to the page that ends.
  var foot: Length
  /// What a page's end above it adds to the page that it begins.
  var head: Length
  /// How many lines of notes the strips above it call.
  var notesBefore: Int
  /// How many `fill` blocks stand above it.
  var fillsBefore: Int
  /// The columns that it stands in; −1 for the whole page.
  var columnSet: Int
  /// Whether it is a line of running text, which a grid holds.
  var isOnGrid: Bool
}

/// What stands between two forced page ends, ready to be cut into pages.
struct Chapter {
  /// What it is made of, from the top.
  var strips: [Strip] = []
  /// Where the rows of tables may be torn, by the index of their box.
  var cuts: [Int: [Band.Cut]] = [:]
  /// The lines of the notes that it calls, in the order of the calls.
  var noteLines: [GalleyBox] = []
  /// Where each line of notes begins in an endless column of them, and where the last one ends.
  var noteTops: [Length] = [.zero]
  /// Whether the notes of a page may end before a line of notes.
  var notesMayEnd: [Bool] = []
  /// The line that the note with a line begins with.
  var noteStarts: [Int] = []
  /// Between the text and the notes.
  var separation: Length = .zero
  /// The height of the pages' text area.
  var height: Length
  var isTurned = false
  /// The columns that some of it stands in.
  var columnSets: [Galley.ColumnSet] = []
  /// The distance of the lines of a grid; nil for none.
  var grid: Length?
  /// The number of its first page.
  var firstPage = 1
  var isTwoSided = false
  /// How many `fill` blocks it has.
  var fillCount = 0
  /// Whether strips have to be stacked one by one to know how high they are: in columns and on a
  /// grid.
  var needsStacking = false

  init(height: Length) { self.height = height }

  /// Whether what a page's end adds to a table is set: not where it leaves no sensible room for rows.
  func repeats(_ turnover: Galley.Turnover) -> Bool {
    turnover.headHeight + turnover.footHeight < height / 2
  }

  /// How many lines of notes are called above the page end before a strip.
  func notes(before end: Int) -> Int {
    end < strips.count ? strips[end].notesBefore : noteLines.count
  }

  /// What the page end before a strip adds to the page that ends.
  func foot(before end: Int) -> Length { end < strips.count ? strips[end].foot : .zero }

  /// The height of some lines of notes with what separates them from the text.
  func height(ofNotes lines: Range<Int>) -> Length {
    guard !lines.isEmpty else { return .zero }
    let first = noteLines[lines.lowerBound].spaceBefore
    return noteTops[lines.upperBound] - noteTops[lines.lowerBound] - first + separation
  }

  /// How much the spaces between some strips may grow.
  func stretch(of range: Range<Int>) -> Length {
    strips[range.upperBound - 1].stretch - strips[range.lowerBound].stretch
  }

  /// Whether white space among some strips takes all the room that is left.
  func hasFill(in range: Range<Int>) -> Bool {
    let after =
      range.upperBound < strips.count ? strips[range.upperBound].fillsBefore : fillCount
    return after > strips[range.lowerBound].fillsBefore
  }

  /// The height of a page of strips, at rest and without notes.
  func height(of range: Range<Int>) -> Length {
    guard let first = range.first, let last = range.last else { return .zero }
    return strips[last].bottom - strips[first].top + strips[first].head
      + foot(before: range.upperBound)
  }
}
