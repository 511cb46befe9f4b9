import Diagnostics
import Manuscript

/// A figure.
struct FigureStep: Sendable {
  /// The field that names the file, or a name that the template gives.
  var file: TextPattern
  var alternate: TextPattern?
  var caption: TextPattern?
  var credit: TextPattern?
  var width: TextPattern?
  /// What is seen of it: height to width, and the point that stays in sight.
  var ratio: TextPattern?
  var focus: TextPattern?
  var label: TextPattern?
  /// Whether its caption has a number.
  var isNumbered: Flag
  var mayFloat: Flag
  var place: Place
}

/// A box of blocks.
struct PanelStep: Sendable {
  var title: TextPattern?
  var flow: [Step]
  var label: TextPattern?
  var style: String
}

/// Words that stand out, and whose they are.
struct QuotationStep: Sendable {
  var text: TextPattern
  var source: TextPattern?
  var style: String
}

/// A place to sign, or one for every item of a list.
struct SignatureStep: Sendable {
  var selection: Selection?
  var role: TextPattern?
  var name: TextPattern?
  var text: TextPattern?
}

/// Pages of the plan as another kind, made small.
struct MiniatureStep: Sendable {
  /// The other kind.
  var kind: String
  /// The id of the block that its first page begins with, in that kind's template.
  var page: TextPattern
  /// What stands in its place where there are no pages.
  var flow: [Step]
  /// What stands under the pages.
  var below: [Step]
  var place: Place
}

/// A part with pages of its own.
struct PartStep: Sendable {
  var title: TextPattern?
  var label: TextPattern?
  var flow: [Step]
  var running: Template.Running?
  var numbering: Part.Numbering?
  var opensRecto: Bool
  var blankText: TextPattern?
  var watermark: TextPattern?
}

/// A reference that a pattern makes: `{#beslut|pages}`.
struct PatternReference: Hashable, Sendable {
  /// What of its target is printed.
  enum Print: String, CaseIterable, Sendable {
    case name, page, pages
  }

  var label: String
  var print: Print
}
