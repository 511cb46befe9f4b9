import Geometry
import Pages
import Typography

extension Page {
  /// Adds the tints and rules of panels behind the boxes that a page has of them.
  ///
  /// A panel that goes on from a page or to one is open at that edge: its tint reaches a little out
  /// of the text area, and no rule closes it.
  mutating func addPanels(
    of galley: Galley, behind boxes: [PagePlan.Box], at origin: Point, shifts: [Length]
  ) {
    var first = 0
    while first < boxes.count {
      let panel = boxes[first].box.panel
      var end = first + 1
      guard panel >= 0 else {
        first = end
        continue
      }
      while end < boxes.count, boxes[end].box.panel == panel { end += 1 }
      let last = end - 1
      let look = galley.panels[panel]
      let begins = boxes[first].index == look.boxes.lowerBound
      let ends = boxes[last].index == look.boxes.upperBound - 1
      let head = origin.y + boxes[first].y + shifts[first]
      let foot = origin.y + boxes[last].y + boxes[last].box.height + shifts[last]
      let top = begins ? head : head - look.overlap.top
      let bottom = ends ? foot : foot + look.overlap.bottom
      let x = origin.x + boxes[first].x + look.x
      if let fill = look.fill {
        items.append(
          PageItem(
            .fill(Rect(x: x, y: top, width: look.width, height: bottom - top), fill),
            role: .artifact(.layout)))
      }
      if begins, let rule = look.ruleAbove { add(rule, y: top, x: x, width: look.width) }
      if ends, let rule = look.ruleBelow { add(rule, y: bottom, x: x, width: look.width) }
      first = end
    }
  }
}
