import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

extension GalleyComposer {
  /// Adds the notes called since the last that were set.
  mutating func addNotes(style: String, in parent: ElementID) {
    guard notesSet < manuscript.notes.count else { return }
    let open = typesetter.style(style)
    let area = area(of: open.paragraph.span)
    for index in notesSet..<manuscript.notes.count where !notesUnderTables.contains(index) {
      let note = manuscript.notes[index]
      let element = typesetter.structure.add(
        .note, to: parent, details: StructureTree.Details(note: index))
      let label = typesetter.structure.add(.label, to: element)
      let body = typesetter.structure.add(.paragraph, to: element)
      addItem(
        note.text, mark: RichText(note.mark), label: label, body: body, open: open, x: area.x,
        indent: typesetter.sheet.list.indent, width: area.width,
        spaceBefore: open.paragraph.spaceBefore)
      spaceAfter = open.paragraph.spaceAfter
    }
    notesSet = manuscript.notes.count
  }
}
