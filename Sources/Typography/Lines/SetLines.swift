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
      let endsParagraph =
        end.item >= range.upperBound || end.cut == nil && isForced(items[end.item])
      let line = LineTask(
        stretch: stretch, spaceAtEnd: end.item < range.upperBound ? items[end.item].space : nil,
        endsInHyphen: end.cut != nil
          || end.item < range.upperBound && endsInHyphen(items, at: end.item, words),
        indent: number == 0 ? measure.firstIndent : .zero, measure: measure, alignment: alignment,
        isStretched: alignment == .justified && !endsParagraph)
      set(line, items, words)
      stretch.first =
        end.cut == nil ? itemAfterBreak(items, in: range, at: end.item) : end.item
      stretch.cutBefore = end.cut
    }
    return firstLine..<lines.count
  }

  /// Whether a line that ends at a penalty does so after a written hyphen.
  private func endsInHyphen(
    _ items: [ParagraphItem], at index: Int, _ words: WordTable
  ) -> Bool {
    guard case .penalty(let penalty) = items[index], !penalty.isForced, index > 0,
      case .box(let box) = items[index - 1]
    else { return false }
    return words.text[words.words[Int(box.word.index)].text].last == UInt8(ascii: "-")
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
    var endsInHyphen: Bool
    var indent: Length
    var measure: Measure
    var alignment: ParagraphStyle.Alignment
    var isStretched: Bool
  }

  private mutating func set(_ line: LineTask, _ items: [ParagraphItem], _ words: WordTable) {
    let natural = measure(line.stretch, items, words)
    let hang = line.measure.hangs ? self.hang(of: line.stretch, items, words) : (.zero, .zero)
    let room = line.measure.width - line.indent + hang.left + hang.right
    let missing = room - natural.width
    var widening = 0.0
    var ratio = 0.0
    if missing < .zero || line.isStretched {
      // Letters take what they can before the spaces change.
      widening = Self.step(missing.ratio(to: natural.boxes), atMost: line.measure.expansion)
      let rest = missing - natural.boxes.scaled(by: widening)
      ratio = rest.ratio(to: rest < .zero ? natural.shrink : natural.stretch)
      if missing < .zero { ratio = max(-TotalFit.tightest, ratio) }
    }
    let change = (ratio < 0 ? natural.shrink : natural.stretch).scaled(by: ratio)
    let width = natural.width + change + natural.boxes.scaled(by: widening)
    let spare = max(.zero, room - width)
    var left = line.indent - hang.left
    switch line.alignment {
    case .left, .justified: break
    case .right: left += spare
    case .centre: left += spare / 2
    }
    let first = pieces.count
    let offset = place(line, at: left, ratio: ratio, widening: 1 + widening, items, words)
    lines.append(
      LineBox(
        pieces: first..<pieces.count, width: width, left: left,
        excess: max(.zero, width - room), ratio: ratio, widening: 1 + widening, offset: offset,
        endsInHyphen: line.endsInHyphen))
  }

  /// The widening of a line's letters, in sixths of the most that is allowed: a few steps, so that
  /// few sizes of a font are in use.
  private static func step(_ wanted: Double, atMost most: Double) -> Double {
    guard most > 0 else { return 0 }
    return (min(1, max(-1, wanted / most)) * 6).rounded() / 6 * most
  }

  /// How far the line's outer characters hang out of its edges.
  private func hang(
    of stretch: LineStretch, _ items: [ParagraphItem], _ words: WordTable
  ) -> (left: Length, right: Length) {
    var left: Length?
    var right = Length.zero
    for index in stretch.items {
      guard case .box(let box) = items[index] else { continue }
      let word = stretch.word(of: box, at: index, words).0
      let hang = words.words[Int(word.index)].hang
      if left == nil { left = stretch.cutBefore == nil ? hang.left : .zero }
      right = hang.right
    }
    return (left ?? .zero, right)
  }

  /// A line at rest.
  private struct Natural {
    var width = Length.zero
    /// The part of the width that is words.
    var boxes = Length.zero
    /// How far its inner spaces stretch and shrink.
    var stretch = Length.zero
    var shrink = Length.zero
  }

  /// Measures a line at rest.
  private func measure(
    _ stretch: LineStretch, _ items: [ParagraphItem], _ words: WordTable
  ) -> Natural {
    var line = Natural()
    // Glue counts once a box has followed it: a line ends with its last box.
    var pending = Glue(width: .zero)
    var hasBox = false
    for index in stretch.items {
      switch items[index] {
      case .box(let box):
        let width = stretch.word(of: box, at: index, words).1
        line.width += pending.width + width
        line.boxes += width
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
    _ line: LineTask, at left: Length, ratio: Double, widening: Double,
    _ items: [ParagraphItem], _ words: WordTable
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
        x += widening == 1 ? width : width.scaled(by: widening)
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
