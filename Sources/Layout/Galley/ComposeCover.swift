import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

extension GalleyComposer {
  /// Adds the cover, a page of its own.
  mutating func add(_ cover: Cover, in parent: ElementID) {
    let look = typesetter.sheet.cover
    var set = SetCover(parts: [])
    for part in cover.parts where !part.text.isEmpty {
      guard look.slots.contains(where: { $0.part == part.name }) else {
        typesetter.diagnostics.append(.coverPartWithoutSlot(part.name, at: cover.place))
        continue
      }
      set.parts.append((part, typesetter.structure.add(.paragraph, to: parent)))
    }
    for slot in look.pictures { add(slot, to: &set, in: parent) }
    if let picture = manuscript.pictures[Document.coverPicture],
      !look.pictures.contains(where: { $0.part == Document.coverPicture })
    {
      typesetter.diagnostics.append(
        .coverPartWithoutSlot(Document.coverPicture, at: picture.place))
    }
    append(GalleyBox(content: .cover(set), height: .zero, breakBefore: .forced))
    nextBreak = .forced
  }

  /// Adds the picture of a slot: the document's, or else the theme's own.
  private mutating func add(_ slot: PictureSlot, to cover: inout SetCover, in parent: ElementID) {
    let named = manuscript.pictures[slot.part]
    guard let picture = named?.picture ?? slot.own else { return }
    let frame: Rect
    let area: Rect
    if slot.fills {
      frame = slot.frame
      let focus = named.map { ($0.crop.x, $0.crop.y) } ?? (slot.focus.x, slot.focus.y)
      area = picture.area(filling: frame, focus: focus)
    } else {
      // It stands in the corner that the slot is measured from, or nearest to it.
      let size = picture.size(inside: slot.frame.size)
      let spare = slot.frame.size.width - size.width
      let isRight = slot.frame.origin.x + slot.frame.size.width / 2 > paperWidth / 2
      let y = slot.frame.origin.y + (slot.frame.size.height - size.height) / 2
      frame = Rect(
        x: slot.frame.origin.x + (isRight ? spare : .zero), y: y, width: size.width,
        height: size.height)
      area = frame
    }
    let least = typesetter.sheet.figures.leastResolution
    if let found = picture.resolution(at: area.size), found < Double(least) {
      typesetter.diagnostics.append(
        .lowResolution(picture, found, least: least, at: named?.place))
    }
    let alternate = named?.alternate ?? slot.alternate
    let element =
      alternate.isEmpty
      ? nil : typesetter.structure.add(.figure, to: parent, details: .init(alternate: alternate))
    cover.pictures.append((PlacedPicture(picture.id, area: area, frame: frame), element))
  }

  private var paperWidth: Length { typesetter.sheet.page.paper.width }
}

extension Diagnostic {
  fileprivate static func coverPartWithoutSlot(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, .coverPartWithoutSlot,
      Message(
        sv: "temats omslag har ingen plats för '\(name)', så det sätts inte",
        en: "the theme's cover has no slot for '\(name)', so it is not set"),
      at: place,
      fixes: [
        Fix(
          Message(
            sv: "lägg till en plats för '\(name)' under 'cover' i temats theme.yaml",
            en: "add a slot for '\(name)' under 'cover' in the theme's theme.yaml"))
      ])
  }
}
