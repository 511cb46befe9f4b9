import Diagnostics
import Input
import Manuscript
import Markdown
import Swedish

extension Composer {
  /// A prose value that is being composed.
  struct Prose {
    let scalar: Scalar
    /// The style of its paragraphs.
    let style: String
    /// Whether it stands in the document's flow, where headings and tables may; else in a cell or
    /// a list's item.
    var isInFlow: Bool
    /// What its footnotes say, by label.
    var footnotes: [String: [MarkdownBlock]] = [:]
    /// The numbers in `Document.notes` of those that have been called, by label.
    var called: [String: Int] = [:]
    /// The labels of the notes that text outside tables calls: these have numbers, wherever else
    /// they are called.
    var calledOutside: Set<String> = []
    /// The labels that the table around it has the notes for.
    var borrowed: Set<String> = []

    /// The columns of a text that is too long to count them each time.
    private let columns: CodePointIndex?

    /// Where its paragraphs stand: in running text, or in a cell of a table.
    var context: NormalisingContext { style == "cell" ? .cell : .paragraphStart }

    init(scalar: Scalar, style: String, isInFlow: Bool) {
      self.scalar = scalar
      self.style = style
      self.isInFlow = isInFlow
      let isLong = scalar.text.utf8.count > 1000
      columns = isLong ? CodePointIndex(Array(scalar.text.utf8)) : nil
    }

    /// The place of something in the text.
    func place(of place: MarkdownPlace) -> Place {
      if let columns { return scalar.places.place(at: place.offset, in: columns) }
      return scalar.places.place(at: place.offset, in: scalar.text)
    }
  }

  /// Adds the blocks of a prose value.
  mutating func addProse(_ value: Value, style: String, isInFlow: Bool) {
    guard var scalar = proseText(value) else { return }
    let borrowed = borrowNotes(into: &scalar)
    var prose = Prose(scalar: scalar, style: style, isInFlow: isInFlow)
    prose.borrowed = borrowed
    let parsed = parseMarkdown(scalar.text)
    for case .footnote(let label, let said) in parsed.lazy.map(\.kind) {
      prose.footnotes[label] = said
    }
    if openNotes == nil, !prose.footnotes.isEmpty {
      prose.calledOutside = parsed.labelsCalledOutsideTables
    }
    for block in parsed { addBlock(block, style: style, &prose) }
    addUncalled(&prose, in: parsed)
  }

  /// The blocks of a prose value: a cell's or a list item's.
  mutating func prose(_ value: Value, style: String) -> [Block] {
    let outer = blocks
    blocks = []
    addProse(value, style: style, isInFlow: false)
    defer { blocks = outer }
    return blocks
  }

  // MARK: Blocks

  /// Adds a block of a prose value.
  mutating func addBlock(_ block: MarkdownBlock, style: String, _ prose: inout Prose) {
    switch block.kind {
    case .paragraph where prose.isInFlow && block.lonePicture != nil:
      guard let picture = block.lonePicture else { return }
      let place = prose.place(of: picture.place)
      _ = addPicture(
        picture.name, title: picture.title, alternate: picture.alternate, at: place)
    case .paragraph(let inlines):
      if let typed = typedList(inlines) {
        add(typed, style: style, &prose)
      } else {
        let text = richText(inlines, prose.context, &prose)
        if !text.isEmpty { blocks.append(.paragraph(Paragraph(text: text, style: style))) }
      }
    case .heading(let level, let inlines): addHeading(level, inlines, style: style, &prose)
    case .list(let start, _, let items): addList(from: start, items, style: style, &prose)
    case .quote(let inner):
      guard prose.isInFlow else {
        for block in inner { addBlock(block, style: style, &prose) }
        return
      }
      let outer = blocks
      blocks = []
      for block in inner { addBlock(block, style: "quote", &prose) }
      let quotation = Quotation(blocks: blocks)
      blocks = outer
      if !quotation.blocks.isEmpty { blocks.append(.quotation(quotation)) }
    case .code(let text, _):
      var lines = text.withoutTabs.replacingNewlines.drop(while: \.isLineEnd)
      while lines.last?.isLineEnd == true { lines.removeLast() }
      var code = RichText(
        String(lines), places: PlaceMap(start: prose.place(of: block.place)))
      code.spans = [RichText.Span(start: 0, end: code.text.utf8.count, marks: .verbatim)]
      if !code.isEmpty { blocks.append(.paragraph(Paragraph(text: code, style: style))) }
    case .table(let table): addTable(table, at: block.place, &prose)
    case .thematicBreak:
      let text = RichText("* * *", places: PlaceMap(start: prose.place(of: block.place)))
      blocks.append(.paragraph(Paragraph(text: text, style: prose.isInFlow ? "break" : style)))
    case .footnote: break
    case .lostFootnote(let label):
      let place = prose.place(of: block.place)
      let isRepeated = prose.footnotes.keys.contains { $0.lowercased() == label.lowercased() }
      diagnostics.append(isRepeated ? .repeatedNote(label, at: place) : .lostNote(label, at: place))
    case .overgrown: diagnostics.append(.overgrown(at: prose.place(of: block.place)))
    case .html(let text):
      let place = prose.place(of: block.place)
      diagnostics.append(.markup(text, at: place))
      let written = normalised(
        text.withoutTabs.replacingNewlines, PlaceMap(start: place), .paragraphStart)
      blocks.append(.paragraph(Paragraph(text: written, style: style)))
    case .flattened(let inner):
      for block in inner { addBlock(block, style: style, &prose) }
    }
  }

  /// Adds a heading below the flow's last: `#` is one level below it.
  private mutating func addHeading(
    _ level: Int, _ inlines: [MarkdownInline], style: String, _ prose: inout Prose
  ) {
    let text = richText(inlines, .heading, &prose)
    guard !text.text.leavesNoInk else { return }
    guard prose.isInFlow else {
      // A heading has no place in a cell or an item: its words are set bold.
      diagnostics.append(.headingInCell(at: text.places.start))
      blocks.append(.paragraph(Paragraph(text: text.strong, style: style)))
      return
    }
    let level = levels.last + level
    blocks.append(
      .heading(
        Heading(
          level: level, text: text, id: "", isListed: !isInBox, style: Self.headingStyle(level))))
  }

  private mutating func addList(
    from start: Int?, _ items: [[MarkdownBlock]], style: String, _ prose: inout Prose
  ) {
    let own = prose.isInFlow && style == "body" ? "list" : style
    let outer = blocks
    let wasInFlow = prose.isInFlow
    var set: [[Block]] = []
    prose = prose.inFlow(false)
    for item in items {
      blocks = []
      for block in item { addBlock(block, style: own, &prose) }
      if !blocks.isEmpty { set.append(blocks) }
    }
    prose = prose.inFlow(wasInFlow)
    blocks = outer
    guard !set.isEmpty else { return }
    let marking: List.Marking = start.map { .numbers(from: $0) } ?? .bullets
    blocks.append(.list(List(marking: marking, items: set, style: own)))
  }

  /// Adds a list whose marks were typed as characters, with the words before it.
  private mutating func add(_ list: TypedList, style: String, _ prose: inout Prose) {
    if !list.opening.isEmpty {
      let text = richText(list.opening, prose.context, &prose)
      blocks.append(.paragraph(Paragraph(text: text, style: style)))
    }
    let items = list.items.map { pieces in
      pieces.first.map { [MarkdownBlock(.paragraph(pieces), at: $0.place)] } ?? []
    }
    addList(from: nil, items, style: style, &prose)
  }

  private mutating func addTable(
    _ table: MarkdownTable, at place: MarkdownPlace, _ prose: inout Prose
  ) {
    for place in table.surplus {
      diagnostics.append(.surplusCell(columns: table.alignments.count, at: prose.place(of: place)))
    }
    let outer = openNotes
    openNotes = OpenNotes(areUnder: notesStandUnder(style: "table"))
    defer { openNotes = outer }
    var head: [Table.Cell] = []
    for cell in table.head { head.append(Table.Cell(richText(cell.content, .cell, &prose))) }
    let forms = table.alignments.indices.map { column in
      ColumnForm(
        cells: table.rows.compactMap { $0.indices.contains(column) ? $0[column].words : nil })
    }
    var rows: [Table.Row] = []
    for row in table.rows {
      var cells: [Table.Cell] = []
      for (column, cell) in row.enumerated() {
        let text = richText(cell.content, .cell, &prose, column: forms[column])
        cells.append(Table.Cell(text))
      }
      rows.append(Table.Row(cells: cells))
    }
    let isHeadless = head.allSatisfy { $0.content == .text(RichText("")) }
    blocks.append(
      .table(
        Table(
          columns: table.alignments.map { Table.Column(alignment: .init($0)) },
          head: isHeadless ? [] : [Table.Row(cells: head)], rows: rows,
          continuedWord: word(.continued), notes: openNotes?.under ?? [],
          place: prose.place(of: place))))
  }

  // MARK: Notes

  /// The number of a note that a text calls, made when it is first called.
  mutating func note(_ label: String, at place: Place, _ prose: inout Prose) -> Int {
    if let index = prose.called[label] { return index }
    if prose.borrowed.contains(label), let index = tableNote(label, at: place) {
      prose.called[label] = index
      return index
    }
    let open = openNotes
    if prose.calledOutside.contains(label) { openNotes = nil }
    let index = newNote(at: place)
    if openNotes == nil { openNotes = open }
    prose.called[label] = index
    notes[index].text = noteText(prose.footnotes[label] ?? [], &prose)
    return index
  }

  /// What a footnote says, its paragraphs as lines of one text.
  mutating func noteText(_ said: [MarkdownBlock], _ prose: inout Prose) -> RichText {
    let outer = blocks
    let wasInFlow = prose.isInFlow
    prose = prose.inFlow(false)
    blocks = []
    for block in said { addBlock(block, style: "note", &prose) }
    prose = prose.inFlow(wasInFlow)
    let texts = blocks.flatMap(\.texts)
    blocks = outer
    return texts.dropFirst().reduce(texts.first ?? RichText("")) { $0.followed(by: $1) }
  }

  /// Nothing is left out in silence: a footnote that no text calls is set among the notes.
  private mutating func addUncalled(_ prose: inout Prose, in parsed: [MarkdownBlock]) {
    guard !prose.footnotes.isEmpty else { return }
    for block in parsed {
      guard case .footnote(let label, _) = block.kind, prose.called[label] == nil else { continue }
      let place = prose.place(of: block.place)
      diagnostics.append(.uncalledNote(label, at: place))
      _ = note(label, at: place, &prose)
    }
  }
}

extension Composer.Prose {
  fileprivate func inFlow(_ isInFlow: Bool) -> Self {
    var prose = self
    prose.isInFlow = isInFlow
    return prose
  }
}

extension MarkdownTable.Cell {
  /// The words of a cell that may be a number; nil where it holds more than words.
  fileprivate var words: String? {
    guard content.count == 1 else { return nil }
    switch content[0].kind {
    case .text(let words): return words
    case .strong(let inner), .emphasis(let inner):
      guard inner.count == 1, case .text(let words) = inner[0].kind else { return nil }
      return words
    default: return nil
    }
  }
}

extension Table.Column.Alignment {
  fileprivate init(_ alignment: MarkdownTable.Alignment) {
    switch alignment {
    case .none, .left: self = .left
    case .centre: self = .centre
    case .right: self = .right
    }
  }
}

extension Character {
  fileprivate var isLineEnd: Bool { self == "\u{2028}" }
}

extension Diagnostic {
  fileprivate static func uncalledNote(_ label: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, .uncalledNote,
      Message(
        sv: "ingen text hänvisar till noten '\(label)'; den står bland noterna ändå",
        en: "no text calls the note '\(label)'; it stands among the notes all the same"),
      at: place)
  }

  fileprivate static func repeatedNote(_ label: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .repeatedNote,
      Message(
        sv: "noten '\(label)' finns redan högre upp i texten, så den här skulle inte komma med",
        en: "there is a note '\(label)' further up in the text, so this one would be left out"),
      at: place,
      fixes: [
        Fix(Message(sv: "ge noten en egen etikett", en: "give the note a label of its own"))
      ])
  }

  fileprivate static func lostNote(_ label: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .uncalledNote,
      Message(
        sv: "ingen text hänvisar till noten '\(label)', så den skulle inte komma med",
        en: "no text calls the note '\(label)', so it would be left out"),
      at: place,
      fixes: [
        Fix(
          Message(
            sv: "skriv [^\(label)] där noten hör hemma",
            en: "write [^\(label)] where the note belongs"))
      ])
  }

  fileprivate static func overgrown(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .overgrownProse,
      Message(
        sv: "så många länkar till så långa adresser '[namn]: adress' ryms inte i minnet",
        en: "so many links to so long addresses '[name]: address' do not fit in the memory"),
      at: place,
      fixes: [
        Fix(
          Message(
            sv: "skriv adresserna i länkarna, '[text](adress)', eller skilj dem åt med tomma rader",
            en: "write the addresses in the links, '[text](address)', or part them by blank lines"))
      ])
  }

  fileprivate static func surplusCell(columns: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .surplusCell,
      Message(
        sv: "raden har fler celler än tabellens \(columns) kolumner; det här skulle inte komma med",
        en: "the row has more cells than the table's \(columns) columns; this would be left out"),
      at: place,
      fixes: [
        Fix(
          Message(
            sv: #"ge tabellens huvud fler kolumner, eller skriv \| för ett streck i texten"#,
            en: #"give the table's head more columns, or write \| for a bar in the text"#))
      ])
  }

  fileprivate static func headingInCell(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, .headingInCell,
      Message(
        sv: "en rubrik kan inte stå i en cell eller en lista; orden sätts i halvfet stil",
        en: "a heading cannot stand in a cell or a list; its words are set bold"), at: place)
  }

  fileprivate static func markup(_ text: String, at place: Place) -> Diagnostic {
    let start = text.prefix { $0 != "\n" }.prefix(30)
    return Diagnostic(
      .warning, .markupInProse,
      Message(
        sv: "'\(start)' är HTML, som inte betyder något här; det sätts som det står",
        en: "'\(start)' is HTML, which means nothing here; it is set as it stands"), at: place)
  }
}
