import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

extension GalleyComposer {
  /// Adds a heading.
  mutating func add(_ heading: Heading, in parent: ElementID) {
    if heading.breaksPage, !galley.boxes.isEmpty {
      nextBreak = .forced
      opensRecto = opensRecto || heading.opensRecto
    }
    let element = typesetter.structure.add(
      .heading(level: heading.level), to: parent, id: heading.id)
    var text = heading.text
    if !heading.number.isEmpty { text = text.prefixed(with: heading.number + "\u{A0}") }
    galley.headings.append(
      Galley.Heading(
        level: heading.level, title: text.text, id: heading.id, isListed: heading.isListed,
        box: galley.boxes.count))
    if !heading.id.isEmpty { anchors.append(heading.id) }
    add(text, styleName: heading.style, element: element, heading: galley.headings.count - 1)
  }
}
