import Diagnostics
import Input
import Manuscript
import Markdown
import Swedish

extension Composer {
  /// The notes of the table that is being composed.
  struct OpenNotes {
    /// Whether they stand under the table; else at the foot of the page, with the text's own.
    var areUnder: Bool
    /// What the notes say that the table has for all of its cells, by label.
    var said: [String: [MarkdownBlock]] = [:]
    /// Their labels, in the order of the text they stand in.
    var labels: [String] = []
    /// The text that they stand in.
    var prose: Prose?
    /// The numbers in `Document.notes` of those that have been called, by label.
    var called: [String: Int] = [:]
    /// The notes that stand under the table, in the order of their calls.
    var under: [Int] = []
    /// What the text holds besides notes, for under the table.
    var remarks: [RichText] = []
  }

  /// Whether notes stand under a table of a style where the template does not say.
  func notesStandUnder(style: String) -> Bool { !footNotedTables.contains(style) }

  /// The notes that a table's cells may call.
  mutating func tableNotes(of step: TableStep, _ frames: [Frame]) -> OpenNotes {
    let place = said(step.notePlace, frames)
    var open = OpenNotes(areUnder: place.map { $0 == .table } ?? notesStandUnder(style: step.style))
    guard let value = step.footnotes?.value(in: frames), let scalar = proseText(value) else {
      return open
    }
    var prose = Prose(scalar: scalar, style: "note", isInFlow: false)
    let outer = blocks
    blocks = []
    for block in parseMarkdown(scalar.text) {
      if case .footnote(let label, let said) = block.kind {
        open.said[label] = said
        open.labels.append(label)
      } else {
        addBlock(block, style: "note", &prose)
      }
    }
    open.remarks = blocks.flatMap(\.texts)
    blocks = outer
    open.prose = prose
    return open
  }

  /// The number in `Document.notes` of a note that the open table has for all of its cells; nil if
  /// it has none of that label.
  mutating func tableNote(_ label: String, at place: Place) -> Int? {
    guard var open = openNotes, let said = open.said[label], var prose = open.prose else {
      return nil
    }
    if let index = open.called[label] { return index }
    let index = newNote(at: place)
    open.called[label] = index
    // Making the note has put it under the table.
    open.under = openNotes?.under ?? []
    openNotes = open
    notes[index].text = noteText(said, &prose)
    return index
  }

  /// The number in `Document.notes` of a new note, which is still to be given its words: with a
  /// letter under a table, else with a number.
  mutating func newNote(at place: Place) -> Int {
    let index = notes.count
    if let open = openNotes, open.areUnder {
      notes.append(Note(mark: Self.letters(open.under.count), text: RichText("")))
      openNotes?.under.append(index)
    } else {
      numberedNotes += 1
      notes.append(Note(mark: String(numberedNotes), text: RichText("")))
    }
    return index
  }

  /// `a` for 0, `z` for 25, `aa` for 26.
  private static func letters(_ number: Int) -> String {
    var rest = number
    var text = ""
    repeat {
      text.insert(
        Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(rest % 26))), at: text.startIndex)
      rest = rest / 26 - 1
    } while rest >= 0
    return text
  }

  /// A note that no cell calls is set under the table all the same, and told.
  mutating func addUncalledNotes() {
    guard let open = openNotes else { return }
    for label in open.labels where open.called[label] == nil {
      let place = open.prose?.scalar.places.start ?? .none
      diagnostics.append(.uncalledTableNote(label, at: place))
      _ = tableNote(label, at: place)
    }
  }

  // MARK: Calls

  /// A pattern's text with the notes that it calls; nil when nothing comes of it.
  mutating func noted(
    _ pattern: TextPattern, _ frames: [Frame], _ context: NormalisingContext
  ) -> RichText? {
    guard let words = text(pattern, frames) else { return nil }
    return normalised(calling(words), context)
  }

  /// A text of a table, with the marks of notes in place of `[^1]`.
  mutating func calling(_ words: PlacedText) -> RichText {
    guard openNotes?.said.isEmpty == false, words.text.utf8.contains(0x5B) else {
      return RichText(words.text, places: words.places)
    }
    var result = RichText("")
    var rest = words.text[...]
    while let call = rest.firstMatch(of: Self.noteCall) {
      let offset = words.text.utf8.distance(
        from: words.text.startIndex, to: call.range.lowerBound)
      let place = words.places.place(at: offset, in: words.text)
      guard let index = tableNote(String(call.output.1), at: place) else {
        diagnostics.append(.unknownNote(String(call.output.0), at: place))
        let start = words.text.utf8.distance(from: words.text.startIndex, to: rest.startIndex)
        result.append(
          String(rest[..<call.range.upperBound]), at: words.places.place(at: start, in: words.text))
        rest = rest[call.range.upperBound...]
        continue
      }
      if call.range.lowerBound > rest.startIndex {
        let start = words.text.utf8.distance(from: words.text.startIndex, to: rest.startIndex)
        result.append(
          String(rest[..<call.range.lowerBound]), at: words.places.place(at: start, in: words.text))
      }
      add(callOf: index, to: &result, at: place)
      rest = rest[call.range.upperBound...]
    }
    guard !result.isEmpty else { return RichText(words.text, places: words.places) }
    if !rest.isEmpty {
      let start = words.text.utf8.distance(from: words.text.startIndex, to: rest.startIndex)
      result.append(String(rest), at: words.places.place(at: start, in: words.text))
    }
    return result
  }

  /// Takes the calls of notes off the end of a value, and gives the notes.
  mutating func takeCalls(from scalar: inout Scalar) -> [Int] {
    guard scalar.text.utf8.contains(0x5B), openNotes?.said.isEmpty == false else { return [] }
    let (bare, labels) = withoutNoteCalls(scalar.text)
    guard !labels.isEmpty else { return [] }
    var indices: [Int] = []
    for label in labels {
      guard let index = tableNote(label, at: scalar.places.start) else {
        diagnostics.append(.unknownNote("[^\(label)]", at: scalar.places.start))
        return []
      }
      indices.append(index)
    }
    scalar.text = bare
    return indices
  }

  /// Adds the mark of a note.
  func add(callOf index: Int, to text: inout RichText, at place: Place) {
    text.append(notes[index].mark, .raised, .note(index), at: place)
  }

  private static var noteCall: Regex<(Substring, Substring)> { /\[\^([^\]\s]+)\]/ }
}

extension Diagnostic {
  fileprivate static func unknownNote(_ call: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .missingNote,
      Message(
        sv: "tabellen har ingen not för '\(call)'; skriv '\(call): …' bland dess noter",
        en: "the table has no note for '\(call)'; write '\(call): …' among its notes"), at: place)
  }

  fileprivate static func uncalledTableNote(_ label: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, .uncalledNote,
      Message(
        sv: "ingen cell i tabellen hänvisar till noten '\(label)'; den står under tabellen ändå",
        en: "no cell of the table calls the note '\(label)'; it stands under it all the same"),
      at: place)
  }
}
