import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

/// A cover whose parts have their elements in the structure tree.
struct SetCover {
  var parts: [(part: Cover.Part, element: ElementID)]
  /// Its pictures; mere decoration has no element.
  var pictures: [(picture: PlacedPicture, element: ElementID?)] = []
}

/// Sets a cover: its bands and pictures, and its parts in the slots that the theme has for them.
struct CoverPlacer {
  let typesetter: Typesetter

  func place(_ cover: SetCover, on page: inout Page) {
    let style = typesetter.sheet.cover
    for isOver in [false, true] {
      for band in style.bands where band.isOverPictures == isOver {
        page.items.append(PageItem(.fill(band.area, band.colour), role: .artifact(.background)))
      }
      guard !isOver else { break }
      for (picture, element) in cover.pictures {
        let role = element.map { Role.content($0) } ?? .artifact(.background)
        page.items.append(PageItem(.picture(picture), role: role))
      }
    }
    /// The edge that slots of an anchor have pushed to so far.
    var filledTo: [CoverStyle.Slot.Anchor: Length] = [:]
    for slot in style.slots {
      guard let (part, element) = cover.parts.first(where: { $0.part.name == slot.part }),
        !part.text.isEmpty
      else { continue }
      let open = typesetter.style(slot.style, at: part.text.places.start)
      let set = typesetter.set(part.text, style: open, element: element, width: slot.width)
      let leading = open.paragraph.leading
      let height = leading * typesetter.texts[set].lines.count
      var offset = slot.offset
      if let edge = filledTo[slot.anchor] { offset = max(offset, edge) }
      filledTo[slot.anchor] = offset + height
      let top = slot.anchor == .top ? offset : page.size.height - offset - height
      for (number, line) in typesetter.texts[set].lines.enumerated() {
        let placed = PlacedLine(
          text: set, line: line, x: .zero, y: leading * number, height: leading)
        typesetter.place(placed, at: Point(x: slot.left, y: top), on: &page)
      }
      let isInside =
        top >= .zero && top + height <= page.size.height && slot.left >= .zero
        && slot.left + slot.width <= page.size.width
      if !isInside {
        typesetter.diagnostics.append(
          .offCover(part.name, at: part.text.places.start, page: page.number))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func offCover(_ part: String, at place: Place, page: Int) -> Diagnostic {
    Diagnostic(
      .error, .overfullPage,
      Message(
        sv: "omslagets '\(part)' går utanför sidan",
        en: "the cover's '\(part)' runs off the page"),
      at: place == .none ? nil : place, page: page,
      fixes: [
        Fix(
          Message(
            sv: "korta texten, eller flytta platsen för '\(part)' under 'cover' i temat",
            en: "shorten the text, or move the slot of '\(part)' under 'cover' in the theme"))
      ])
  }
}
