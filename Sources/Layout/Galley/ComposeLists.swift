import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

extension GalleyComposer {
  /// Adds a list, or one inside another's item.
  mutating func add(
    _ list: List, depth: ListDepth = ListDepth(), edge: Length = .zero, in parent: ElementID
  ) {
    let open = typesetter.style(list.style)
    let style = open.paragraph
    let room = typesetter.roomForMarks(of: list, depth: depth, style: open)
    let indent = max(typesetter.sheet.list.indent, room + style.leading / 3)
    let element = typesetter.structure.add(.list, to: parent)
    let area = area(of: style.span)
    let outerSpace = depth.isOutermost ? style.spaceBefore : typesetter.sheet.list.itemSpace
    for (number, item) in list.items.enumerated() {
      let entry = typesetter.structure.add(.listItem, to: element)
      let label = typesetter.structure.add(.label, to: entry)
      let body = typesetter.structure.add(.listBody, to: entry)
      var isFirstBlock = true
      for block in item {
        let space = isFirstBlock && number == 0 ? outerSpace : typesetter.sheet.list.itemSpace
        switch block {
        case .paragraph(let paragraph):
          let mark = isFirstBlock ? typesetter.mark(of: list, item: number, depth: depth) : ""
          addItem(
            paragraph.text, mark: RichText(mark), label: label, body: body, open: open,
            x: area.x + edge, indent: indent, width: area.width - edge, spaceBefore: space,
            markRoom: list.isNumbered ? room : nil)
        case .list(let inner):
          add(inner, depth: depth.inside(list), edge: edge + indent, in: body)
        default: add(block, in: body)
        }
        isFirstBlock = false
      }
    }
    spaceAfter = depth.isOutermost ? style.spaceAfter : typesetter.sheet.list.itemSpace
  }

  /// Adds a text with its mark before the first line: at the left, or with a `markRoom` at the right
  /// of that much room.
  mutating func addItem(
    _ text: RichText, mark: RichText, label: ElementID, body: ElementID, open: OpenStyle,
    x: Length, indent: Length, width: Length, spaceBefore: Length, markRoom: Length? = nil
  ) {
    let leading = open.paragraph.leading
    let index = typesetter.set(text, style: open, element: body, width: width - indent)
    let lines = typesetter.texts[index].lines
    for (number, line) in lines.enumerated() {
      let placed = PlacedLine(text: index, line: line, x: x + indent, y: .zero, height: leading)
      var box = GalleyBox(content: .line(placed), height: leading)
      if number == 0, !mark.isEmpty {
        let set = typesetter.set(mark, style: open, element: label, markWidth: indent)
        let line = typesetter.texts[set].lines.lowerBound
        let shift = markRoom.map { max($0 - typesetter.store.lines[line].width, .zero) }
        let first = PlacedLine(
          text: set, line: line, x: x + (shift ?? .zero), y: .zero, height: leading)
        box.content = .lines([first, placed])
      }
      if number > 0 { box.breakBefore = breakBetween(number, of: lines.count, open.paragraph) }
      append(box, spaceBefore: number == 0 ? spaceBefore : .zero)
    }
  }
}
