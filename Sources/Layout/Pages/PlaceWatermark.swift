import Geometry
import Manuscript
import Pages
import Typography

extension Typesetter {
  /// Sets a word across a page's body from its lower left to its upper right, in the style `watermark`
  /// or as much smaller as the body asks for.
  ///
  /// It rises as the body's diagonal does, but no steeper than 45 degrees. It is painted before what
  /// else stands on the page, and is no part of the text.
  func placeWatermark(_ word: String, over body: Rect, on page: inout Page) {
    guard !word.isEmpty, body.size.width > .zero else { return }
    let (width, height) = (body.size.width.points, body.size.height.points)
    let slope = min(1, height / width)
    let cosine = 1 / (1 + slope * slope).squareRoot()
    let sine = slope * cosine
    let open = style("watermark")
    let length = line(of: word, style: open).width.points
    guard length > 0 else { return }
    let letters = open.capitalHeight
    let ratio = min(
      1, width / (length * cosine + letters * sine), height / (length * sine + letters * cosine))
    let look = ratio < 1 ? scaledStyle("watermark", by: ratio) : open
    let (text, line, lineWidth) = line(of: word, style: look)
    var level = Page(size: page.size, number: page.number)
    level.words = page.words
    place(
      PlacedLine(
        text: text, line: line, x: .zero, y: -look.baseline, height: look.paragraph.leading),
      at: .origin, role: .artifact(.watermark), on: &level)
    page.words = level.words
    // The middle of its capitals stands in the middle of the body.
    let middle = (x: body.origin.x.points + width / 2, y: body.origin.y.points + height / 2)
    let rise = look.capitalHeight / 2
    let items = level.items.compactMap { item -> PageItem? in
      guard case .run(var run) = item.mark else { return nil }
      let along = run.origin.x.points - lineWidth.points / 2
      run.origin = Point(
        x: .points(middle.x + along * cosine + rise * sine),
        y: .points(middle.y - along * sine + rise * cosine))
      return PageItem(.turned(run, slope: slope), role: item.role)
    }
    page.items.insert(contentsOf: items, at: 0)
  }

  /// A word set on one line, with the line's number and its natural width.
  private func line(of word: String, style: OpenStyle) -> (text: Int, line: Int, width: Length) {
    let set = set(
      RichText(word), style: style, element: structure.root, width: .unbounded, alignment: .left)
    let line = texts[set].lines.lowerBound
    return (set, line, store.lines[line].width)
  }
}

extension OpenStyle {
  /// How high capitals stand over their baseline, in points: seven tenths of their size in the
  /// families of our themes.
  fileprivate var capitalHeight: Double { paragraph.text.font.size.points * 0.7 }
}
