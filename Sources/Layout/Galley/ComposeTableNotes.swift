import Geometry
import Manuscript
import Pages
import Typography

extension GalleyComposer {
  /// Adds what stands under a table and stays with its end: its notes by their marks, then what its
  /// signs mean.
  mutating func addUnder(_ table: Table, area: (x: Length, width: Length), in parent: ElementID) {
    let notes = table.notes.filter(manuscript.notes.indices.contains)
    guard !notes.isEmpty || !table.legend.isEmpty else { return }
    let name = typesetter.sheet.styles["table-note"] == nil ? "note" : "table-note"
    let open = typesetter.style(name, at: table.place)
    let style = open.paragraph
    spaceAfter = .zero
    /// The marks stand in a room as wide as the widest and a space, but not wider than a list's.
    let indent = min(typesetter.sheet.list.indent, style.text.font.size.scaled(by: 1.2))
    for note in notes {
      let element = typesetter.structure.add(
        .note, to: parent, details: StructureTree.Details(note: note))
      let label = typesetter.structure.add(.label, to: element)
      let body = typesetter.structure.add(.paragraph, to: element)
      nextBreak = .forbidden
      addItem(
        manuscript.notes[note].text, mark: RichText(manuscript.notes[note].mark), label: label,
        body: body, open: open, x: area.x, indent: indent, width: area.width,
        spaceBefore: style.spaceBefore)
      spaceAfter = style.spaceAfter
    }
    for text in table.legend where !text.isEmpty {
      let element = typesetter.structure.add(.paragraph, to: parent)
      nextBreak = .forbidden
      let index = typesetter.set(text, style: open, element: element, width: area.width)
      let lines = typesetter.texts[index].lines
      for (number, line) in lines.enumerated() {
        var box = GalleyBox(
          content: .line(
            PlacedLine(text: index, line: line, x: area.x, y: .zero, height: style.leading)),
          height: style.leading)
        if number > 0 { box.breakBefore = breakBetween(number, of: lines.count, style) }
        append(box, spaceBefore: number == 0 ? style.spaceBefore : .zero)
      }
      spaceAfter = style.spaceAfter
    }
  }

  /// The notes that stand under a table and at no page's foot or text's end.
  static func notesUnderTables(of document: Document) -> Set<Int> {
    var notes: Set<Int> = []
    for block in document.blocks {
      block.walk { block in
        if case .table(let table) = block { notes.formUnion(table.notes) }
      }
    }
    return notes
  }
}
