import Geometry
import Manuscript

/// A figure that text may go before, as its boxes stand in the galley.
struct FloatingFigure {
  var boxes: Range<Int>
  /// The space that the block before it wants below itself.
  var spaceAbove: Length
  /// The space that it wants below itself.
  var spaceBelow: Length
  /// Whether it has been moved.
  var isMoved = false
}

extension Galley {
  /// How much of a page's foot may stay empty rather than that text goes before a figure.
  private static let tolerableHole = Length.millimetres(20)

  /// Lets text go before figures whose places leave holes at pages' feet.
  ///
  /// A figure that begins a page because the one before had no room for it changes place with the
  /// blocks after it, as many as fill that room, but never with a heading, another figure or what a
  /// page must end before: so it stays near its call. In the structure it stays where it was. A
  /// figure is moved once at most.
  ///
  /// - Parameters:
  ///   - plans: the pages as they were broken.
  ///   - room: the height of the text area of a page.
  /// - Returns: whether any was moved, so that pages are to be broken anew.
  mutating func floatFigures(over plans: [PagePlan], room: (PagePlan) -> Length) -> Bool {
    guard !floats.isEmpty else { return false }
    var pageOfBox: [Int: Int] = [:]
    for (number, plan) in plans.enumerated() {
      for planned in plan.boxes where planned.index >= 0 && pageOfBox[planned.index] == nil {
        pageOfBox[planned.index] = number
      }
    }
    var hasMoved = false
    for index in floats.indices where !floats[index].isMoved {
      let figure = floats[index].boxes
      guard let page = pageOfBox[figure.lowerBound], page > 0,
        begins(plans[page], with: figure.lowerBound),
        // On a page turned otherwise there was no room for it, however much is empty.
        plans[page].isTurned == plans[page - 1].isTurned, let last = plans[page - 1].boxes.last
      else { continue }
      let hole = room(plans[page - 1]) - last.y - last.box.height
      guard hole > Self.tolerableHole, let end = endOfText(after: index, filling: hole) else {
        continue
      }
      move(index, to: end)
      hasMoved = true
    }
    return hasMoved
  }

  /// Whether a box is the first of its page, but for headings that keep with it.
  private func begins(_ plan: PagePlan, with box: Int) -> Bool {
    guard let first = plan.boxes.first(where: { $0.index >= 0 })?.index, first <= box,
      boxes[first].breakBefore != .forced
    else { return false }
    return first == box || ((first + 1)...box).allSatisfy { boxes[$0].breakBefore == .forbidden }
  }

  /// Where the blocks end that are to go before a figure; nil for none.
  private func endOfText(after float: Int, filling hole: Length) -> Int? {
    let start = floats[float].boxes.upperBound
    let turned = floats[float].boxes.lowerBound
    var height = Length.zero
    var end: Int?
    var box = start
    while box < boxes.count {
      let isStart = starts.contains(box)
      // What keeps with the block before, such as the table of a chart, goes with it.
      if isStart, box > start, boxes[box].breakBefore != .forbidden {
        end = box
        if height >= hole { return end }
      }
      let next = boxes[box]
      if next.breakBefore == .forced || next.heading >= 0 || next.isTurned != boxes[turned].isTurned
        || floats.contains(where: { $0.boxes.contains(box) })
      {
        return end
      }
      height += next.spaceBefore + next.height
      box += 1
    }
    return box > start ? box : nil
  }

  /// Puts a figure after the blocks that end at a box.
  private mutating func move(_ float: Int, to end: Int) {
    let figure = floats[float].boxes
    let count = figure.count
    let text = figure.upperBound..<end
    var first = boxes[text.lowerBound]
    var picture = boxes[figure.lowerBound]
    // What kept with the figure now keeps with the text.
    if picture.breakBefore == .forbidden {
      first.breakBefore = .forbidden
      picture.breakBefore = .allowed
    }
    if first.spaceBefore <= floats[float].spaceBelow {
      first.spaceBefore = floats[float].spaceAbove
    }
    boxes[text.lowerBound] = first
    boxes[figure.lowerBound] = picture
    if end < boxes.count {
      boxes[end].spaceBefore = max(boxes[end].spaceBefore, floats[float].spaceBelow)
    }
    let moved = Array(boxes[figure])
    boxes.replaceSubrange(figure.lowerBound..<end, with: Array(boxes[text]) + moved)
    for index in panels.indices where text.contains(panels[index].boxes.lowerBound) {
      let range = panels[index].boxes
      panels[index].boxes = (range.lowerBound - count)..<(range.upperBound - count)
    }
    starts = Set(starts.map { text.contains($0) ? $0 - count : $0 })
    starts.remove(figure.lowerBound + count)
    starts.formUnion([figure.lowerBound, end - count])
    floats[float].boxes = (end - count)..<end
    floats[float].isMoved = true
  }
}
