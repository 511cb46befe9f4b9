import Diagnostics
import Geometry
import Input
import Manuscript

/// One entry of a flow, checked: a block to set, or a control over more of them.
indirect enum Step: Sendable {
  case each(Selection, [Step])
  case when(Condition, then: [Step], otherwise: [Step])
  case with(Selection.Level, [Step])
  /// A part, by its index in `Template.parts`, and the frames that it sees; nil for all of them.
  case use(Int, kept: [Int]?)
  case heading(HeadingStep)
  case text(TextPattern, style: String)
  case list(ListStep)
  case table(TableStep)
  case keyValues([PairStep], style: String)
  case contents(title: TextPattern, levels: Int, Contents.Kind)
  case figure(FigureStep)
  case chart(ChartStep)
  case panel(PanelStep)
  case quotation(QuotationStep)
  case signatures([SignatureStep], style: String)
  case miniature(MiniatureStep)
  case part(PartStep)
  case cover([(name: String, text: TextPattern)], Place)
  case notes(title: TextPattern?, style: String)
  case columns(count: Int, gutter: Length?, [Step])
  case landscape([Step])
  case pageBreak
  case fill
}

/// Which items a control goes through, and in what order.
struct Selection: Sendable {
  /// One list on the way: where it is, and which frames stay when one of its items is entered.
  struct Level: Sendable {
    var slot: Slot
    /// The frames kept under the new one; nil for all of them.
    var kept: [Int]?
  }

  /// What items are ordered by.
  struct Order: Sendable {
    var slot: Slot
    var isDescending: Bool
  }

  /// How items are gathered: by the value of a field.
  struct Grouping: Sendable {
    var slot: Slot
    /// The field's name, by which the group's flow reaches the value.
    var name: String
    /// The frames kept under the group's own; nil for all of them.
    var kept: [Int]?
  }

  /// The lists from the outermost inwards: `perspektiv.mål` has two.
  var levels: [Level]
  /// What an item must be to count.
  var condition: Condition?
  /// What they are ordered by, the weightiest first; empty for the plan's order.
  var order: [Order]
  /// What they are gathered by; nil for one by one.
  var grouping: Grouping?
}

/// Whether something is to be set.
indirect enum Condition: Sendable {
  case present(Slot)
  case equal(Slot, String)
  case not(Condition)
  case all([Condition])
  case any([Condition])
}

/// A yes or no that the template says, or that it takes from the data.
enum Flag: Sendable {
  case constant(Bool)
  case field(Slot)
}

/// A heading.
struct HeadingStep: Sendable {
  /// How deep a heading stands.
  enum Level: Sendable {
    case absolute(Int)
    /// So many below the heading that the flow stands under.
    case relative(Int)
    case field(Slot)
  }

  var text: TextPattern
  var level: Level
  var number: TextPattern?
  var label: TextPattern?
  var isListed: Flag
  var breaksPage: Flag
  /// Whether the page that it begins is a right-hand one.
  var opensRecto: Bool
  /// Where its number comes from, where `number` gives none.
  var numbering: Heading.Numbering
  /// The style; nil for the level's own.
  var style: String?
}

/// A list.
struct ListStep: Sendable {
  var selection: Selection
  /// What an item is made of.
  var item: CellContent
  var isNumbered: Flag
  /// How its items are marked; nil for as the theme has it.
  var form: String?
  var style: String
}

/// What a cell or a list's item is made of.
enum CellContent: Sendable {
  case text(TextPattern)
  case flow([Step])
}

/// One pair, or one for every item of a list.
struct PairStep: Sendable {
  var selection: Selection?
  var key: TextPattern
  var value: TextPattern
}
