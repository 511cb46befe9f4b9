import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

extension GalleyComposer {
  /// Adds a table of contents.
  mutating func add(_ contents: Contents, in parent: ElementID) {
    if !contents.title.isEmpty {
      let element = typesetter.structure.add(.paragraph, to: parent)
      add(contents.title, styleName: "toc-title", element: element)
    }
    let list = typesetter.structure.add(.contents, to: parent)
    var number = -1
    for heading in manuscript.headings where heading.isListed {
      number += 1
      guard heading.level <= contents.levels else { continue }
      addContentsEntry(heading, number: number, in: list)
    }
  }

  private mutating func addContentsEntry(_ heading: Heading, number: Int, in list: ElementID) {
    let open = typesetter.style("toc-\(heading.level)", at: heading.text.places.start)
    let style = open.paragraph
    let item = typesetter.structure.add(.contentsItem, to: list)
    let reference = typesetter.structure.add(.reference, to: item)
    let link = typesetter.structure.add(
      .link, to: reference, id: "#" + heading.id, details: .init(target: .block(heading.id)))
    let area = area(of: style.span)
    var text = heading.text
    text.spans = []
    if !heading.number.isEmpty { text = text.prefixed(with: heading.number + "\u{A0}\u{A0}") }
    let index = typesetter.set(
      text, style: open, element: link,
      width: area.width - style.leftIndent - style.rightIndent)
    let lines = typesetter.texts[index].lines
    for (line, storeLine) in lines.enumerated() {
      let placed = PlacedLine(
        text: index, line: storeLine, x: area.x + style.leftIndent, y: .zero,
        height: style.leading)
      var box = GalleyBox(content: .line(placed), height: style.leading)
      if line == lines.count - 1 {
        box.content = .contentsEnd(placed, entry: galley.contents.count)
      }
      if line > 0 { box.breakBefore = .forbidden }
      append(box, spaceBefore: line == 0 ? style.spaceBefore : .zero)
    }
    galley.contents.append(
      Galley.ContentsEntry(
        heading: number, style: open, element: link, right: area.x + area.width))
    spaceAfter = style.spaceAfter
    if style.keepsWithNext { nextBreak = .forbidden }
  }
}
