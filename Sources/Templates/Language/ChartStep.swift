import Diagnostics
import Manuscript

/// A chart.
struct ChartStep: Sendable {
  /// What its values stand for.
  enum Points: Sendable {
    /// Every item of a list is a category, with a value for each series.
    case rows(Selection, category: TextPattern?)
    /// The categories are a list, and so are the values of each series.
    case lists(Slot)
  }

  /// A series, or one for every item of a list.
  struct Series: Sendable {
    /// Where its values are.
    enum Values: Sendable {
      /// In each row.
      case pattern(TextPattern)
      /// In a list as long as that of the categories.
      case list(Slot)
    }

    var selection: Selection?
    var name: TextPattern?
    var values: Values
  }

  /// A target or a limit, or one for every item of a list.
  struct Level: Sendable {
    var selection: Selection?
    var name: TextPattern?
    var value: TextPattern
  }

  var kind: TextPattern?
  var usualKind = Chart.Kind.line
  var stacking: TextPattern?
  var points: Points
  var series: [Series]
  var unit: TextPattern?
  var targets: [Level] = []
  var limits: [Level] = []
  /// Whether the axis begins at nothing; nil for where the lines keep their shape.
  var startsAtZero: Flag?
  var height: TextPattern?
  var data: TextPattern?
  var alternate: TextPattern?
  var caption: TextPattern?
  var credit: TextPattern?
  var width: TextPattern?
  var label: TextPattern?
  var isNumbered: Flag
  var mayFloat: Flag
  /// Whether it stands in a table's cell.
  var isInCell = false
  var place: Place
}
