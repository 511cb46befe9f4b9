import Geometry

extension LineStore {
  /// Sets a paragraph's items into lines at the ends found, and keeps them.
  ///
  /// - Returns: the paragraph's lines, as a range of `lines`.
  public mutating func setLines(
    _ items: [ParagraphItem], in range: Range<Int>, words: WordTable, ends: [LineEnd],
    measure: Measure, alignment: ParagraphStyle.Alignment
  ) -> Range<Int> {
    let firstLine = lines.count
    var stretch = LineStretch(first: range.lowerBound, cutBefore: nil, end: LineEnd(item: 0))
    for (number, end) in ends.enumerated() {
      stretch.end = end
      let endsParagraph = end.item >= range.upperBound || end.cut == nil && isForced(items[end.item])
      let line = LineTask(
        stretch: stretch, spaceAtEnd: end.item < range.upperBound ? items[end.item].space : nil,
        indent: number == 0 ? measure.firstIndent : .zero, room: measure.width,
        alignment: alignment, isStretched: alignment == .justified && !endsParagraph)
      set(line, items, words)
      stretch.first =
        end.cut == nil ? itemAfterBreak(items, in: range, at: end.item) : end.item
      stretch.cutBefore = end.cut
    }
    return firstLine..<lines.count
  }

  private func isForced(_ item: ParagraphItem) -> Bool {
    if case .penalty(let penalty) = item { penalty.isForced } else { false }
  }

  /// The items of one line, the first and the last of which may be parts of words.
  private struct LineStretch {
    var first: Int
    /// The cut in the first item's word; nil when the line begins with all of it.
    var cutBefore: Int?
    var end: LineEnd

    /// The items of the line.
    var items: Range<Int> { first..<max(first, end.cut == nil ? end.item : end.item + 1) }

    /// The word that stands on the line for the box of an item, and its width.
    func word(of box: Box, at index: Int, _ words: WordTable) -> (WordID, Length) {
      let from = index == first ? cutBefore : nil
      let to = index == end.item ? end.cut : nil
      guard from != nil || to != nil else { return (box.word, box.width) }
      let part = words.fragment(of: box.word, from: from, to: to)
      return (part, words.width(of: part))
    }
  }

  private struct LineTask {
    var stretch: LineStretch
    /// The space at which the line is broken: it has no room on it, but readers need it in the text.
    var spaceAtEnd: Unicode.Scalar?
    var indent: Length
    var room: Length
    var alignment: ParagraphStyle.Alignment
    var isStretched: Bool
  }

  private mutating func set(_ line: LineTask, _ items: [ParagraphItem], _ words: WordTable) {
    let natural = measure(line.stretch, items, words)
    let missing = line.room - line.indent - natural.width
    var ratio = 0.0
    if missing < .zero {
      ratio = max(-1, missing.ratio(to: natural.shrink))
    } else if line.isStretched {
      ratio = missing.ratio(to: natural.stretch)
    }
    let change = (ratio < 0 ? natural.shrink : natural.stretch).scaled(by: ratio)
    let width = natural.width + change
    let spare = max(.zero, line.room - line.indent - width)
    var left = line.indent
    switch line.alignment {
    case .left, .justified: break
    case .right: left += spare
    case .centre: left += spare / 2
    }
    let first = pieces.count
    let offset = place(line, at: left, ratio: ratio, items, words)
    lines.append(
      LineBox(
        pieces: first..<pieces.count, width: width, left: left,
        excess: max(.zero, line.indent + width - line.room), ratio: ratio, offset: offset))
  }

  /// The width of a line at rest, and how far its inner spaces stretch and shrink.
  private func measure(
    _ stretch: LineStretch, _ items: [ParagraphItem], _ words: WordTable
  ) -> Glue {
    var line = Glue(width: .zero)
    // Glue counts once a box has followed it: a line ends with its last box.
    var pending = Glue(width: .zero)
    var hasBox = false
    for index in stretch.items {
      switch items[index] {
      case .box(let box):
        line.width += pending.width + stretch.word(of: box, at: index, words).1
        line.stretch += pending.stretch
        line.shrink += pending.shrink
        pending = Glue(width: .zero)
        hasBox = true
      case .glue(let glue, _):
        guard hasBox else { continue }
        pending.width += glue.width
        pending.stretch += glue.stretch
        pending.shrink += glue.shrink
      case .penalty: break
      }
    }
    return line
  }

  /// Puts the words of a line in their places, each rounded once.
  ///
  /// - Returns: the first byte of the line in the paragraph's text.
  private mutating func place(
    _ line: LineTask, at left: Length, ratio: Double, _ items: [ParagraphItem],
    _ words: WordTable
  ) -> Int {
    let first = pieces.count
    var offset = 0
    var x = left
    /// By how much the spaces so far have been stretched or shrunk.
    var change = 0.0
    for index in line.stretch.items {
      switch items[index] {
      case .box(let box):
        let (word, width) = line.stretch.word(of: box, at: index, words)
        if pieces.count == first { offset = Int(box.offset) }
        let inset = styles[Int(box.style.index)].badgePadding ?? .zero
        pieces.append(
          Piece(
            x: x + Length(units: Int(change.rounded())) + inset, word: word, style: box.style,
            tag: box.tag, spaceAfter: nil))
        x += width
      case .glue(let glue, let character):
        guard pieces.count > first else { continue }
        pieces[pieces.count - 1].spaceAfter = character
        x += glue.width
        change += Double((ratio < 0 ? glue.shrink : glue.stretch).units) * ratio
      case .penalty: break
      }
    }
    if let space = line.spaceAtEnd, pieces.count > first {
      pieces[pieces.count - 1].spaceAfter = space
    }
    return offset
  }
}

extension ParagraphItem {
  /// The character that the item sets as space, if it does.
  fileprivate var space: Unicode.Scalar? {
    if case .glue(_, let character) = self { character } else { nil }
  }
}

extension Length {
  /// The length in parts of another; 0 when the other is none.
  fileprivate func ratio(to other: Length) -> Double {
    other > .zero ? Double(units) / Double(other.units) : 0
  }
}
