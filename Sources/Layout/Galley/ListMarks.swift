import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

extension Typesetter {
  /// The mark of a list's item: the theme's bullet for the level, or the item's number.
  func mark(of list: List, item: Int, level: Int) -> String {
    switch list.marking {
    case .bullets:
      let bullets = sheet.list.bullets
      return bullets.isEmpty ? "•" : bullets[min(level, bullets.count - 1)]
    case .numbers(let first): return "\(first + item)."
    }
  }

  /// Sets a list's mark at the left of its room, on one line.
  func set(
    _ mark: RichText, style: OpenStyle, element: ElementID, markWidth: Length
  ) -> Int {
    // A mark wider than its indent ("100.") stands out to the right and is never broken.
    let first = collector.items.count
    let items = collect(mark, style: style, element: element)
    defer { collector.items.removeSubrange(first...) }
    return set(
      items, of: mark, style: style, element: element, width: .unbounded, alignment: .left)
  }
}

extension RichText {
  /// The text with something put before it; its spans move along.
  func prefixed(with prefix: String) -> RichText {
    let shift = prefix.utf8.count
    var places = places
    places.turns = places.turns.map { PlaceMap.Turn(offset: $0.offset + shift, place: $0.place) }
    return RichText(
      prefix + text,
      spans: spans.map { span in
        var span = span
        span.start += shift
        span.end += shift
        return span
      }, places: places)
  }
}
