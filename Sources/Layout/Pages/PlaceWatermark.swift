import Geometry
import Manuscript
import Pages
import Typography

extension Typesetter {
  /// The part of the page's width that a watermark takes at most.
  private static let watermarkShare = 0.86

  /// Sets a word across the middle of a page, in the style `watermark` or as much smaller as its
  /// width asks for.
  ///
  /// It is painted before what else stands on the page, and is no part of the text.
  func placeWatermark(_ word: String, on page: inout Page) {
    guard !word.isEmpty else { return }
    let open = style("watermark")
    let room = page.size.width.scaled(by: Self.watermarkShare)
    let natural = naturalWidth(of: word, style: open)
    guard natural > .zero else { return }
    let ratio = min(1, Double(room.units) / Double(natural.units))
    let text = RichText(word)
    let look = ratio < 1 ? scaledStyle("watermark", by: ratio) : open
    let set = set(
      text, style: look, element: structure.root, width: .unbounded, alignment: .left)
    let line = texts[set].lines.lowerBound
    let left = (page.size.width - store.lines[line].width) / 2
    let height = look.paragraph.leading
    var behind = Page(size: page.size, number: page.number)
    behind.words = page.words
    place(
      PlacedLine(text: set, line: line, x: .zero, y: .zero, height: height),
      at: Point(x: left, y: (page.size.height - height) / 2), role: .artifact(.watermark),
      on: &behind)
    page.words = behind.words
    page.items.insert(contentsOf: behind.items, at: 0)
  }

  private func naturalWidth(of word: String, style: OpenStyle) -> Length {
    let set = set(
      RichText(word), style: style, element: structure.root, width: .unbounded, alignment: .left)
    return store.lines[texts[set].lines.lowerBound].width
  }
}
