import Geometry

extension LineStore {
  /// Sets a paragraph's items into lines at the breaks found, and keeps them.
  ///
  /// - Returns: the paragraph's lines, as a range of `lines`.
  public mutating func setLines(
    _ items: [ParagraphItem], in range: Range<Int>, breaks: [Int], measure: Measure,
    alignment: ParagraphStyle.Alignment
  ) -> Range<Int> {
    let firstLine = lines.count
    var start = range.lowerBound
    for (number, end) in breaks.enumerated() {
      if number > 0 { start = itemAfterBreak(items, in: range, at: breaks[number - 1]) }
      let endsParagraph = end >= range.upperBound || isForced(items[end])
      setLine(
        items, from: start, to: end, endsParagraph: end >= range.upperBound,
        indent: number == 0 ? measure.firstIndent : .zero,
        room: measure.width, alignment: alignment,
        isJustified: alignment == .justified && !endsParagraph)
    }
    return firstLine..<lines.count
  }

  private func isForced(_ item: ParagraphItem) -> Bool {
    if case .penalty(let penalty) = item { penalty.isForced } else { false }
  }

  private mutating func setLine(
    _ items: [ParagraphItem], from start: Int, to end: Int, endsParagraph: Bool, indent: Length,
    room: Length,
    alignment: ParagraphStyle.Alignment, isJustified: Bool
  ) {
    let firstPiece = pieces.count
    var x = indent
    var right = indent
    var stretch = Length.zero
    var shrink = Length.zero
    var pendingStretch = Length.zero
    var pendingShrink = Length.zero
    var offset = 0
    for index in start..<end {
      switch items[index] {
      case .box(let box):
        if pieces.count == firstPiece { offset = Int(box.offset) }
        let inset = styles[Int(box.style.index)].badgePadding ?? .zero
        pieces.append(
          Piece(x: x + inset, word: box.word, style: box.style, tag: box.tag, spaceAfter: nil))
        x += box.width
        right = x
        stretch += pendingStretch
        shrink += pendingShrink
        pendingStretch = .zero
        pendingShrink = .zero
      case .glue(let glue, let character):
        guard pieces.count > firstPiece else { continue }
        pieces[pieces.count - 1].spaceAfter = character
        x += glue.width
        pendingStretch += glue.stretch
        pendingShrink += glue.shrink
      case .penalty: break
      }
    }
    // The space at which the line was broken has no room on it, but readers need it in the text.
    if !endsParagraph, case .glue(_, let character) = items[end], pieces.count > firstPiece {
      pieces[pieces.count - 1].spaceAfter = character
    }

    let missing = room - right
    var ratio = 0.0
    if missing < .zero {
      ratio = shrink > .zero ? max(-1, Double(missing.units) / Double(shrink.units)) : 0
    } else if isJustified, stretch > .zero {
      ratio = Double(missing.units) / Double(stretch.units)
    }
    var left = indent
    if ratio != 0 {
      right = spread(items, from: start, to: end, firstPiece: firstPiece, ratio: ratio)
    }
    let width = right - indent
    switch alignment {
    case .left, .justified: break
    case .right: left = indent + max(.zero, room - right)
    case .centre: left = indent + max(.zero, (room - right) / 2)
    }
    if left != indent {
      for index in firstPiece..<pieces.count { pieces[index].x += left - indent }
    }
    lines.append(
      LineBox(
        pieces: firstPiece..<pieces.count, width: width, left: left,
        excess: max(.zero, right - room), ratio: ratio, offset: offset))
  }

  /// Moves the words of the line apart (or together), rounding each word's place once.
  private mutating func spread(
    _ items: [ParagraphItem], from start: Int, to end: Int, firstPiece: Int, ratio: Double
  ) -> Length {
    var piece = firstPiece
    var moved = 0.0
    var pending = 0.0
    var right = Length.zero
    for index in start..<end {
      switch items[index] {
      case .box(let box):
        moved += pending
        pending = 0
        pieces[piece].x += Length(units: Int(moved.rounded()))
        let inset = styles[Int(box.style.index)].badgePadding ?? .zero
        right = pieces[piece].x - inset + box.width
        piece += 1
      case .glue(let glue, _):
        guard piece > firstPiece else { continue }
        pending += Double((ratio > 0 ? glue.stretch : glue.shrink).units) * ratio
      case .penalty: break
      }
    }
    return right
  }
}
