extension RichText {
  /// Says how a stretch is read out where its characters would mislead.
  ///
  /// A stretch in a link, in another language or in a name stays as it is: the one is said by what
  /// it leads to, and the others are not ours to expand.
  ///
  /// - Parameters:
  ///   - range: The stretch, as offsets in the text's UTF-8.
  ///   - expansion: What it stands for, if it is an abbreviation; empty for none.
  ///   - spoken: What is said in place of a sign; empty for none.
  public mutating func setReading(of range: Range<Int>, expansion: String = "", spoken: String = "")
  {
    let next = spans.firstIndex { $0.end > range.lowerBound } ?? spans.count
    guard next < spans.count, spans[next].start < range.upperBound else {
      spans.insert(
        Span(start: range.lowerBound, end: range.upperBound, expansion: expansion, spoken: spoken),
        at: next)
      return
    }
    let whole = spans[next]
    guard whole.start <= range.lowerBound, whole.end >= range.upperBound, whole.target == nil,
      whole.language == nil, !whole.marks.contains(.verbatim), !whole.marks.contains(.raised)
    else { return }
    var (before, stretch, after) = (whole, whole, whole)
    before.end = range.lowerBound
    (stretch.start, stretch.end) = (range.lowerBound, range.upperBound)
    (stretch.expansion, stretch.spoken) = (expansion, spoken)
    after.start = range.upperBound
    spans.replaceSubrange(
      next...next, with: [before, stretch, after].filter { $0.start < $0.end })
  }
}

extension Document {
  /// Gives every running text of the blocks and notes to a change.
  public mutating func changeTexts(_ change: (inout RichText) -> Void) {
    for index in blocks.indices { blocks[index].change(change) }
    for index in notes.indices { change(&notes[index].text) }
  }
}
