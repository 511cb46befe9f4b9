import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

/// How deep a list stands in others, counted for each kind apart: bullets inside a numbered list are
/// the first bullets.
struct ListDepth {
  var numbers = 0
  var bullets = 0

  /// Whether it stands in no other.
  var isOutermost: Bool { numbers + bullets == 0 }

  /// The depth of what stands in an item of a list.
  func inside(_ list: List) -> ListDepth {
    var depth = self
    if list.isNumbered { depth.numbers += 1 } else { depth.bullets += 1 }
    return depth
  }
}

extension List {
  /// Whether its items are numbered.
  var isNumbered: Bool { if case .numbers = marking { true } else { false } }
}

extension Typesetter {
  /// The mark of a list's item: a bullet or a number in the list's own form, or in the theme's for its
  /// depth.
  func mark(of list: List, item: Int, depth: ListDepth = ListDepth()) -> String {
    switch list.marking {
    case .bullets:
      if let form = list.form { return form }
      return sheet.list.bullets.form(at: depth.bullets) ?? "•"
    case .numbers(let first):
      let form = list.form ?? sheet.list.numbers.form(at: depth.numbers) ?? "1."
      return form.counting(to: first + item)
    }
  }

  /// The width of a list's widest mark, near enough: that of its first or last item.
  func roomForMarks(of list: List, depth: ListDepth, style: OpenStyle) -> Length {
    guard list.isNumbered, !list.items.isEmpty else { return .zero }
    return [0, list.items.count - 1].map { item in
      let set = set(
        RichText(mark(of: list, item: item, depth: depth)), style: style,
        element: structure.root, width: .unbounded, alignment: .left)
      return store.lines[texts[set].lines.lowerBound].width
    }.max() ?? .zero
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

extension [String] {
  /// The form for a depth: its own, or the deepest there is.
  fileprivate func form(at depth: Int) -> String? {
    isEmpty ? nil : self[Swift.min(depth, count - 1)]
  }
}

extension String {
  /// The form of a first mark, `1.`, `a)`, `A`, `i)`, with another number in it; a form without any
  /// stands as it is.
  fileprivate func counting(to number: Int) -> String {
    guard let at = firstIndex(where: { "1aAiI".contains($0) }) else { return self }
    let figures: PageNumbering =
      switch self[at] {
      case "a": .lowerLetters
      case "A": .upperLetters
      case "i": .lowerRoman
      case "I": .upperRoman
      default: .figures
      }
    return self[..<at] + figures.text(of: number) + self[index(after: at)...]
  }
}
