import Geometry
import Manuscript
import Pages
import Typography

extension [PagePlan] {
  /// The plans with a blank page before each that is to be a right-hand one and would not be.
  ///
  /// The first page of a document is a right-hand one.
  func openingRecto(_ galley: Galley) -> [PagePlan] {
    guard galley.boxes.contains(where: \.opensRecto) else { return self }
    var plans: [PagePlan] = []
    for plan in self {
      let first = plan.boxes.first { $0.index >= 0 }
      if let first, first.box.opensRecto, plans.count % 2 == 1 { plans.append(PagePlan()) }
      plans.append(plan)
    }
    return plans
  }
}

extension PagePlan {
  /// Whether nothing stands on the page.
  var isBlank: Bool { boxes.isEmpty && cover == nil }
}

extension Typesetter {
  /// Says on a page that it is meant to be blank.
  func placeBlankText(_ words: String, in area: Rect, on page: inout Page) {
    guard !words.isEmpty else { return }
    let open = style("blank-page")
    let set = set(
      RichText(words), style: open, element: structure.root, width: area.size.width,
      alignment: .centre)
    let leading = open.paragraph.leading
    let lines = texts[set].lines
    let top = area.origin.y + (area.size.height - leading * lines.count) / 2
    for (number, line) in lines.enumerated() {
      place(
        PlacedLine(text: set, line: line, x: .zero, y: leading * number, height: leading),
        at: Point(x: area.origin.x, y: top), role: .artifact(.continuation), on: &page)
    }
  }
}
