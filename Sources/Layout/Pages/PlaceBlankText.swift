import Geometry
import Manuscript
import Pages
import Typography

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
