import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

extension GalleyComposer {
  /// Adds a box of blocks: its padding above, its title, its blocks and its padding below.
  ///
  /// It may go on over pages. Its title stays with what follows, and no page ends right after its
  /// upper edge or right before its lower one.
  mutating func add(_ panel: Panel, in parent: ElementID) {
    let open = typesetter.style(panel.style, at: panel.title?.places.start)
    let style = open.paragraph
    let outer = (self.panel, inside)
    let area = area(of: style.span)
    let x = area.x + style.leftIndent
    let width = area.width - style.leftIndent - style.rightIndent
    let index = galley.panels.count
    let element = typesetter.structure.add(.division, to: parent, id: panel.id)
    if !panel.id.isEmpty { anchors.append(panel.id) }
    galley.panels.append(
      Galley.Panel(
        x: x, width: width, fill: style.fill, ruleAbove: style.ruleAbove,
        ruleBelow: style.ruleBelow, overlap: style.padding,
        boxes: galley.boxes.count..<galley.boxes.count))
    self.panel = index
    inside = (
      x + style.padding.left, max(width - style.padding.left - style.padding.right, .points(1))
    )
    append(GalleyBox(content: .space, height: style.padding.top), spaceBefore: style.spaceBefore)
    nextBreak = .forbidden
    if let title = panel.title, !title.isEmpty {
      let own = typesetter.structure.add(.paragraph, to: element)
      add(title, styleName: panel.style + "-title", element: own, spaceAbove: .zero)
      nextBreak = .forbidden
    }
    add(panel.blocks, in: element)
    spaceAfter = .zero
    nextBreak = .forbidden
    append(GalleyBox(content: .space, height: style.padding.bottom))
    keepTogether(from: galley.panels[index].boxes.lowerBound)
    galley.panels[index].boxes = galley.panels[index].boxes.lowerBound..<galley.boxes.count
    spaceAfter = style.spaceAfter
    (self.panel, inside) = outer
  }

  /// A panel that takes less of a page than this is never cut.
  private static let wholeShare = 0.4
  /// How many boxes of a panel, its padding and title among them, stay together at either end.
  private static let endBoxes = 4

  /// Keeps a small panel whole, and both ends of a large one.
  private mutating func keepTogether(from first: Int) {
    let boxes = first..<galley.boxes.count
    let height = boxes.reduce(Length.zero) {
      $0 + galley.boxes[$1].spaceBefore + galley.boxes[$1].height
    }
    let isSmall = height <= geometry.textArea.size.height.scaled(by: Self.wholeShare)
    for box in boxes.dropFirst() where galley.boxes[box].breakBefore != .forced {
      if isSmall || box - first < Self.endBoxes || boxes.upperBound - box < Self.endBoxes {
        galley.boxes[box].breakBefore = .forbidden
      }
    }
  }

  /// Adds a quotation: its paragraphs, and whose words they are.
  mutating func add(_ quotation: Quotation, in parent: ElementID) {
    let element = typesetter.structure.add(.blockQuote, to: parent)
    add(quotation.blocks, in: element)
    guard let source = quotation.source, !source.isEmpty else { return }
    nextBreak = .forbidden
    // Whose words they are stands close under them.
    spaceAfter = .zero
    let own = typesetter.structure.add(.paragraph, to: parent)
    add(source, styleName: quotation.sourceStyle, element: own)
  }
}
