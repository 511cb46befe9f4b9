import Geometry
import Manuscript
import Pages
import Typography

/// Sets the running head and foot of a page.
struct FurniturePlacer {
  let typesetter: Typesetter
  let furniture: Furniture
  /// The page's measures, turned on its side or not.
  let geometry: PageGeometry
  let pageCount: Int

  func place(chapter: String, on page: inout Page) {
    place(
      furniture.head, style: "running-head", baseline: geometry.headBaseline, role: .header,
      chapter: chapter, on: &page)
    place(
      furniture.foot, style: "folio", baseline: page.size.height - geometry.footBaseline,
      role: .footer, chapter: chapter, on: &page)
  }

  private func place(
    _ line: Furniture.Line, style name: String, baseline: Length, role: Artifact, chapter: String,
    on page: inout Page
  ) {
    let area = geometry.textArea
    let parts: [(text: String, alignment: ParagraphStyle.Alignment)] = [
      (line.left, .left), (line.centre, .centre), (line.right, .right),
    ]
    for part in parts where !part.text.isEmpty {
      let style = typesetter.style(name)
      let text = RichText(filled(part.text, chapter: chapter, page: page.number))
      let set = typesetter.set(
        text, style: style, element: typesetter.structure.root, width: area.size.width,
        alignment: part.alignment)
      for (number, storeLine) in typesetter.texts[set].lines.enumerated() {
        let leading = style.paragraph.leading
        let placed = PlacedLine(
          text: set, line: storeLine, x: .zero, y: leading * number, height: leading)
        typesetter.place(
          placed, at: Point(x: area.origin.x, y: baseline - style.baseline),
          role: .artifact(role), on: &page)
      }
    }
  }

  private func filled(_ text: String, chapter: String, page: Int) -> String {
    var filled = ""
    for character in text {
      switch Furniture.Field(rawValue: character) {
      case .page: filled += String(page)
      case .pages: filled += String(pageCount)
      case .chapter: filled += chapter
      case nil: filled.append(character)
      }
    }
    return filled
  }
}
