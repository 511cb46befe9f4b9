import Geometry
public import Typography

/// Finds where the lines of a paragraph end, by first fit: the yardstick for total fit.
///
/// Each line takes words as long as they fit at rest; in justified text one more word is taken
/// where its line would shrink by less than the line without it would have to stretch. A box wider
/// than its measure gets a line of its own, which `LineBox.excess` then tells.
///
/// - Parameters:
///   - items: a buffer of items.
///   - range: the paragraph's items in it.
///   - measure: the room that lines have.
///   - isJustified: whether lines are filled to the measure.
///   - breaks: gets the indices of the items at which lines end (glue, a penalty, or the range's end
///     for the last line), ascending. Emptied first; reused by the caller from one paragraph to the
///     next.
public func breakLinesByFirstFit(
  _ items: [ParagraphItem], in range: Range<Int>, measure: Measure, isJustified: Bool,
  into breaks: inout [LineEnd]
) {
  breaks.removeAll(keepingCapacity: true)
  var line = LineInProgress(room: measure.width - measure.firstIndent)
  /// The last place where the line may end, and what had gathered up to there.
  var candidate: (index: Int, line: LineInProgress)?

  func end(at index: Int) {
    breaks.append(LineEnd(item: index))
    line = LineInProgress(room: measure.width)
    candidate = nil
  }

  var index = range.lowerBound
  while index < range.upperBound {
    switch items[index] {
    case .box(let box):
      line.add(box)
      if let last = candidate, !line.fits(isJustified: isJustified, insteadOf: last.line) {
        let resume = last.index
        end(at: resume)
        index = itemAfterBreak(items, in: range, at: resume)
        continue
      }
    case .glue(let glue, _):
      if line.hasBox, index > range.lowerBound, case .box = items[index - 1] {
        candidate = (index, line)
      }
      line.add(glue)
    case .penalty(let penalty):
      if penalty.isForced {
        end(at: index)
      } else if penalty.mayBreak, line.hasBox {
        candidate = (index, line)
      }
    }
    index += 1
  }
  end(at: range.upperBound)
}

/// What has gathered on the line that is being filled.
private struct LineInProgress {
  var room: Length
  var width: Length = .zero
  var stretch: Length = .zero
  var shrink: Length = .zero
  var hasBox = false

  mutating func add(_ box: Box) {
    width += box.width
    hasBox = true
  }

  mutating func add(_ glue: Glue) {
    guard hasBox else { return }
    width += glue.width
    stretch += glue.stretch
    shrink += glue.shrink
  }

  /// Whether the line, which has just taken a word more, is the better of the two.
  func fits(isJustified: Bool, insteadOf shorter: LineInProgress) -> Bool {
    if width <= room { return true }
    guard isJustified, width - shrink <= room, shorter.stretch > .zero else { return false }
    let tightness = Double((width - room).units) / Double(max(shrink.units, 1))
    let looseness = Double((room - shorter.width).units) / Double(shorter.stretch.units)
    return tightness < looseness
  }
}
