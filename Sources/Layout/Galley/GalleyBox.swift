import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

/// A box of the galley: something that stands on one page, with the space above it and whether a
/// page may end before it.
struct GalleyBox {
  /// What the box holds.
  enum Content {
    /// One line of a text over the text area.
    case line(PlacedLine)
    /// Lines side by side, such as a list's mark and its item's first line.
    case lines([PlacedLine])
    /// A row of a table, or rows that a spanning cell holds together.
    case band(Band)
    /// The last line of an entry of the table of contents, whose page number is still to come.
    case contentsEnd(PlacedLine, entry: Int)
    /// A picture.
    case picture(SetPicture)
    /// White space that grows to fill the page.
    case fill
    /// White space of a fixed height, such as a panel's padding.
    case space
    /// The cover, alone on its page.
    case cover(SetCover)
  }

  /// What it holds.
  var content: Content
  /// Its height.
  var height: Length
  /// Space above it, gone at a page's top.
  var spaceBefore: Length = .zero
  /// How much the space above it may grow to fill a page.
  var stretch: Length = .zero
  /// Whether a page may end before it.
  var breakBefore: PageBreak = .allowed
  /// What a page's end right above it, or inside it, adds to the two pages, as an index into
  /// `Galley.turnovers`; −1 for nothing.
  var turnover: Int = -1
  /// The notes that it calls, as indices into `Document.notes`, in the order of their calls.
  var notes: [Int] = []
  /// The heading that begins with it, as an index into `Galley.headings`; −1 for none.
  var heading: Int = -1
  /// The ids of blocks that begin with it, for links.
  var anchors: [String] = []
  /// Whether it is a line whose last word goes on in the next one, so that a page should not end
  /// after it where another place is nearly as good.
  ///
  /// What it costs to end a page there is the page breaker's to say; the composer only tells.
  var endsInHyphen = false
  /// The columns that it stands in, as an index into `Galley.columnSets`; −1 for the whole page.
  var columnSet: Int = -1
  /// Whether it stands on a page turned on its side; where that changes, a page ends.
  var isTurned = false
  /// Tint and rules of the paragraph it is a line of.
  var dress: Dress?
  /// The panel that it stands in, as an index into `Galley.panels`; −1 for none.
  var panel: Int = -1
  /// Whether its page is a right-hand one; only of a box that a page must end before.
  var opensRecto = false
}

/// Whether a page may end at a place.
enum PageBreak: Hashable {
  case allowed
  /// Where there is no other place about as good.
  case discouraged
  /// Only where nothing else will do, and with a finding.
  case forbidden
  case forced
}

/// The tint and rules behind a box.
struct Dress {
  /// From the text area's left edge.
  var x: Length
  var width: Length
  var fill: Colour?
  var ruleAbove: RuleStyle?
  var ruleBelow: RuleStyle?
  /// Whether the tint goes on to the paper's edges.
  var bleeds = false
}

/// The laid-out column of boxes before it is cut into pages.
struct Galley {
  /// A heading, for the outline, the contents and running heads.
  struct Heading {
    var level: Int
    var title: String
    var id: String
    var isListed: Bool
    /// Its place among the boxes.
    var box: Int
  }

  /// What a page's end inside a table adds: at the foot of the page that ends, such as a carried
  /// sum and a rule, and at the head of the next one, such as the table's head and the group that
  /// goes on.
  ///
  /// It is page furniture: the table is one table, and its text is read once.
  struct Turnover {
    var foot: [Band] = []
    var head: [Band] = []
    /// The rule that closes the page that ends, as a band of no height below all others.
    var closing: Band?

    var footHeight: Length { foot.reduce(.zero) { $0 + $1.height } }
    var headHeight: Length { head.reduce(.zero) { $0 + $1.height } }
  }

  /// An entry of the table of contents that waits for its page number.
  struct ContentsEntry {
    /// What an entry names.
    enum Target {
      /// A heading, as an index into the listed headings of the manuscript, in order.
      case heading(Int)
      /// Another block, by its id.
      case block(String)
    }

    var target: Target
    var style: OpenStyle
    /// The element that the entry's words are content of.
    var element: ElementID
    /// The right edge of the page number, from the text area's left.
    var right: Length
  }

  /// The tint and rules behind boxes that belong together, drawn on every page that has some of
  /// them.
  struct Panel {
    /// From the text area's left edge.
    var x: Length
    var width: Length
    var fill: Colour?
    var ruleAbove: RuleStyle?
    var ruleBelow: RuleStyle?
    /// How far the tint goes on above and below its boxes where a page cuts it.
    var overlap: Insets
    /// Its boxes.
    var boxes: Range<Int>
  }

  /// Columns side by side.
  struct ColumnSet {
    var count: Int
    var width: Length
    var gutter: Length
  }

  /// A note set at a page's foot: its lines, from the text area's left edge.
  struct Footnote {
    var lines: [GalleyBox] = []
  }

  var boxes: [GalleyBox] = []
  /// The boxes of figures that text may go before where their place would leave a hole.
  var floats: [FloatingFigure] = []
  /// The boxes that blocks of the flow begin with.
  var starts: Set<Int> = []
  var panels: [Panel] = []
  /// The runs of pages with furniture and numbers of their own, by their first box.
  var runs: [PageRun] = []
  var parts: [PartExtent] = []
  /// The notes that stand at the foot of pages, by their indices in `Document.notes`.
  var footnotes: [Int: Footnote] = [:]
  var columnSets: [ColumnSet] = []
  var headings: [Heading] = []
  var turnovers: [Turnover] = []
  var contents: [ContentsEntry] = []
  /// The logotype that stands in the margin of pages; nil for none.
  var logotype: Picture?
}
