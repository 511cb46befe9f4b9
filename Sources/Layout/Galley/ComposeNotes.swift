import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

extension GalleyComposer {
  /// Adds the notes that have been called so far and that stand nowhere yet.
  mutating func addNotes(style: String, in parent: ElementID) {
    add(manuscript.notes.indices.filter { notesCalled.contains($0) }, style: style, in: parent)
  }

  /// Adds the notes that nothing has set: at the document's end nothing may be lost.
  mutating func addRemainingNotes(in parent: ElementID) {
    add(Array(manuscript.notes.indices), style: "note", in: parent)
  }

  private mutating func add(_ notes: [Int], style: String, in parent: ElementID) {
    for note in notes where !notesSet.contains(note) && !notesUnderTables.contains(note) {
      let open = typesetter.style(style)
      add(note, style: open, indent: typesetter.sheet.list.indent, in: parent)
      spaceAfter = open.paragraph.spaceAfter
    }
  }

  private mutating func add(
    _ index: Int, style: OpenStyle, indent: Length, in parent: ElementID
  ) {
    notesSet.insert(index)
    let note = manuscript.notes[index]
    let element = typesetter.structure.add(.note, to: parent, details: .init(note: index))
    let label = typesetter.structure.add(.label, to: element)
    let body = typesetter.structure.add(.paragraph, to: element)
    let area = area(of: style.paragraph.span)
    addItem(
      note.text, mark: RichText(note.mark), label: label, body: body, open: style, x: area.x,
      indent: indent, width: area.width, spaceBefore: style.paragraph.spaceBefore)
  }

  // MARK: At the foot

  /// Which notes a box calls, in the order of their calls; those that stand under a table are its
  /// table's.
  mutating func noteCalls(of box: GalleyBox) -> [Int] {
    guard !manuscript.notes.isEmpty else { return [] }
    var calls = box.notes
    func add(_ line: PlacedLine) {
      for note in typesetter.notes(calledOn: line) where !calls.contains(note) {
        calls.append(note)
      }
    }
    switch box.content {
    case .line(let line), .contentsEnd(let line, _): add(line)
    case .lines(let lines): lines.forEach(add)
    // What the cells of a row call is known when they are set.
    case .band, .picture, .fill, .space, .cover: break
    }
    notesCalled.formUnion(calls)
    return calls.filter { !notesUnderTables.contains($0) }
  }

  /// Sets the notes that boxes have called and that are to stand at the foot of their pages; in the
  /// structure they follow what calls them.
  mutating func addFootnotes(calledFrom first: Int, in parent: ElementID) {
    guard manuscript.notePlacement == .foot, !manuscript.notes.isEmpty else { return }
    var index = first
    while index < galley.boxes.count {
      for note in galley.boxes[index].notes where !notesSet.contains(note) {
        addFootnote(note, in: parent)
      }
      index += 1
    }
  }

  private mutating func addFootnote(_ note: Int, in parent: ElementID) {
    // The note's lines are stacked in a galley of their own.
    let outer = self
    galley.boxes = []
    (spaceAfter, nextBreak, spaceKinds, anchors) = (.zero, .allowed, [], [])
    (panel, inside, opensRecto) = (-1, nil, false)
    let look = typesetter.sheet.paging.footnotes
    let open = typesetter.style(look.style)
    add(note, style: open, indent: look.indent, in: parent)
    var lines = galley.boxes
    if !lines.isEmpty {
      lines[0].spaceBefore = max(open.paragraph.spaceBefore, open.paragraph.spaceAfter)
    }
    let (set, called) = (notesSet, notesCalled)
    self = outer
    (notesSet, notesCalled) = (set, called)
    galley.footnotes[note] = Galley.Footnote(lines: lines)
    // A note may call another.
    for inner in lines.flatMap(\.notes) where !notesSet.contains(inner) {
      addFootnote(inner, in: parent)
    }
  }
}

extension Typesetter {
  /// The notes that the words of a line call.
  func notes(calledOn placed: PlacedLine) -> [Int] {
    let text = texts[placed.text]
    guard !text.source.spans.isEmpty else { return [] }
    let start = placed.line == text.lines.lowerBound ? 0 : store.lines[placed.line].offset
    let end = placed.line + 1 < text.lines.upperBound ? store.lines[placed.line + 1].offset : .max
    return text.source.spans.compactMap { span in
      guard case .note(let note) = span.target, span.start >= start, span.start < end else {
        return nil
      }
      return note
    }
  }
}
