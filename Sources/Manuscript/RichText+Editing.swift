public import Diagnostics

extension RichText {
  /// Adds characters at the end, with what they mean and where they come from.
  public mutating func append(
    _ words: String, _ marks: Marks = [], _ target: Target? = nil, language: String? = nil,
    at place: Place
  ) {
    guard !words.isEmpty else { return }
    let start = text.utf8.count
    if start == 0 {
      places = PlaceMap(start: place)
    } else {
      places.turns.append(PlaceMap.Turn(offset: start, place: place))
    }
    text += words
    guard !marks.isEmpty || target != nil || language != nil else { return }
    let end = text.utf8.count
    if let last = spans.last, last.end == start, last.marks == marks, last.target == target,
      last.language == language
    {
      spans[spans.count - 1].end = end
    } else {
      spans.append(
        Span(start: start, end: end, marks: marks, target: target, language: language))
    }
  }

  /// The text with another after it, as a line of its own unless something else is to stand between.
  public func followed(by other: RichText, after between: String = "\u{2028}") -> RichText {
    guard !isEmpty else { return other }
    guard !other.isEmpty else { return self }
    var result = self
    result.text += between
    let shift = result.text.utf8.count
    result.text += other.text
    result.places.turns.append(PlaceMap.Turn(offset: shift, place: other.places.start))
    for turn in other.places.turns {
      result.places.turns.append(PlaceMap.Turn(offset: turn.offset + shift, place: turn.place))
    }
    for span in other.spans {
      var span = span
      span.start += shift
      span.end += shift
      result.spans.append(span)
    }
    return result
  }

  /// The text with every character of it strong.
  public var strong: RichText {
    var result = RichText(text, places: places)
    var end = 0
    for span in spans {
      if span.start > end { result.spans.append(Span(start: end, end: span.start, marks: .strong)) }
      var span = span
      span.marks.insert(.strong)
      result.spans.append(span)
      end = span.end
    }
    if end < text.utf8.count {
      result.spans.append(Span(start: end, end: text.utf8.count, marks: .strong))
    }
    return result
  }
}
