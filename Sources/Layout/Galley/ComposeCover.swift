import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

extension GalleyComposer {
  /// Adds the cover, a page of its own.
  mutating func add(_ cover: Cover, in parent: ElementID) {
    let slots = typesetter.sheet.cover.slots
    var set = SetCover(parts: [])
    for part in cover.parts where !part.text.isEmpty {
      guard slots.contains(where: { $0.part == part.name }) else {
        typesetter.diagnostics.append(.coverPartWithoutSlot(part.name, at: cover.place))
        continue
      }
      set.parts.append((part, typesetter.structure.add(.paragraph, to: parent)))
    }
    append(GalleyBox(content: .cover(set), height: .zero, breakBefore: .forced))
    nextBreak = .forced
  }
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
