import Geometry

/// What one page holds, before anything has a place on the paper.
struct PagePlan {
  /// A box on the page.
  struct Box {
    /// The box, or the part of it that stands on this page.
    var box: GalleyBox
    /// Its place in the galley; −1 for what only repeats or carries.
    var index: Int
    /// From the text area's left edge to the box's: nothing but in columns.
    var x: Length = .zero
    /// From the text area's top to the box's.
    var y: Length
    /// Whether it is only what a page's end adds to a table, as page furniture.
    var isRepeat: Bool
  }

  /// What stands on the page, from its top.
  var boxes: [Box] = []
  /// The notes at its foot, each line placed from the text area's top.
  var notes: [Box] = []
  /// From the text area's top to the rule above the notes.
  var noteRule: Length?
  /// The height at the foot that is kept for notes.
  var footHeight: Length = .zero
  var cover: SetCover?
  /// Whether the page is turned on its side.
  var isTurned = false

  /// Whether nothing stands on the page, so that the next one is a right-hand page.
  var isBlank: Bool { boxes.isEmpty && notes.isEmpty && cover == nil }
}
