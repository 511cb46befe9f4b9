import Geometry
import Typography

/// A text's unbreakable pieces, so that its lines can be counted at any width.
///
/// Lines are counted as first fit fills them, which is the least there can be without hyphens.
struct CellPieces {
  /// A stretch at which no line ends.
  fileprivate struct Piece {
    /// From the text's start to the piece's, as if all stood on one line.
    var start: Int
    var end: Int
    /// Whether a line must end after it.
    var endsLine: Bool
    /// The item that a line after it ends at.
    var item: Int
  }

  fileprivate var pieces: [Piece] = []
  /// The item after the last.
  fileprivate let end: Int

  /// The pieces of a text's items.
  init(_ items: ArraySlice<ParagraphItem>) {
    end = items.endIndex
    var at = 0
    var start: Int?
    var pending = 0
    var isHeld = false
    func close(at index: Int, endsLine: Bool = false) {
      if let first = start {
        pieces.append(Piece(start: first, end: at, endsLine: endsLine, item: index))
        start = nil
      } else if endsLine {
        pieces.append(Piece(start: at, end: at, endsLine: true, item: index))
      }
    }
    for index in items.indices {
      switch items[index] {
      case .box(let box):
        at += pending
        pending = 0
        if start == nil { start = at }
        at += box.width.units
        isHeld = false
      case .glue(let glue, _):
        if !isHeld { close(at: index) }
        pending += glue.width.units
      case .penalty(let penalty):
        isHeld = !penalty.mayBreak
        if penalty.mayBreak {
          close(at: index, endsLine: penalty.isForced)
          if penalty.isForced { pending = 0 }
        }
      }
    }
    close(at: items.endIndex)
  }

  /// How many lines the text has at a width, and how long the longest is: at that width the lines
  /// are the same.
  func lines(at width: Int) -> (count: Int, longest: Int) {
    var count = 0
    var longest = 0
    var lineStart = 0
    var lineEnd = 0
    var isOpen = false
    for piece in pieces {
      if isOpen, piece.end - lineStart > width {
        longest = max(longest, lineEnd - lineStart)
        isOpen = false
      }
      if !isOpen {
        count += 1
        lineStart = piece.start
        isOpen = true
      }
      lineEnd = piece.end
      if piece.endsLine {
        longest = max(longest, lineEnd - lineStart)
        isOpen = false
      }
    }
    if isOpen { longest = max(longest, lineEnd - lineStart) }
    return (max(count, 1), longest)
  }
}

extension CellPieces {
  /// Where the lines end when first fit fills them at a width.
  func lineEnds(at width: Int) -> [LineEnd] {
    var ends: [LineEnd] = []
    var lineStart: Int?
    for (index, piece) in pieces.enumerated() {
      if let start = lineStart, piece.end - start > width {
        ends.append(LineEnd(item: pieces[index - 1].item))
        lineStart = nil
      }
      if lineStart == nil { lineStart = piece.start }
      if piece.endsLine {
        ends.append(LineEnd(item: piece.item))
        lineStart = nil
      }
    }
    if lineStart != nil { ends.append(LineEnd(item: end)) }
    return ends
  }
}

/// A cell's height from a width on, until the next step's width.
struct HeightStep: Equatable {
  var width: Int
  var height: Int
}

extension PreparedCell {
  /// How high the cell is at every width of a range, its padding apart.
  ///
  /// - Parameters:
  ///   - items: the buffer that the cell's items stand in.
  ///   - widths: the range, in units, without padding.
  ///   - grain: the least difference between two widths that is looked at.
  /// - Returns: steps of rising width and falling height; the first begins at the range's start.
  func heightSteps(
    _ items: [ParagraphItem], widths: ClosedRange<Int>, grain: Int
  ) -> [HeightStep] {
    let texts = texts.map { text in
      (
        pieces: CellPieces(items[text.items]), indent: text.indent.units,
        before: text.spaceBefore.units, leading: text.style.paragraph.leading.units,
        picture: text.picture
      )
    }
    func measure(_ width: Int) -> (height: Int, tight: Int) {
      var height = 0
      var tight = 0
      for text in texts {
        if let picture = text.picture {
          let size = picture.size(within: Length(units: max(1, width - text.indent)))
          height += text.before + size.height.units
          tight = max(tight, width)
          continue
        }
        let (count, longest) = text.pieces.lines(at: width - text.indent)
        height += text.before + text.leading * count
        tight = max(tight, text.indent + longest)
      }
      return (height, tight)
    }
    var steps: [HeightStep] = []
    var width = widths.upperBound
    while true {
      let (height, tight) = measure(width)
      let from = max(min(tight, width), widths.lowerBound)
      if let last = steps.last, last.height >= height {
        steps[steps.count - 1].width = from
      } else {
        steps.append(HeightStep(width: from, height: height))
      }
      guard from > widths.lowerBound else { break }
      width = max(min(from - 1, width - grain), widths.lowerBound)
    }
    steps.reverse()
    return steps
  }
}
