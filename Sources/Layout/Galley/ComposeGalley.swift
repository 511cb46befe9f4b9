import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

/// Stacks the blocks of a manuscript into a galley.
///
/// Space between two blocks is the larger of what the one wants below and the other above; a block
/// that keeps with the next forbids the page to end between them.
struct GalleyComposer {
  let typesetter: Typesetter
  let manuscript: Document
  var galley = Galley()

  /// What the block before wants below it.
  private var spaceAfter: Length = .zero
  /// Whether the next box may begin a page.
  private var nextBreak: PageBreak = .allowed
  /// The ids of blocks that begin with the next box.
  private var anchors: [String] = []
  /// Notes set so far.
  private var notesSet = 0
  /// The area inside the margins.
  private let textArea: Rect

  init(typesetter: Typesetter, manuscript: Document) {
    self.typesetter = typesetter
    self.manuscript = manuscript
    textArea = typesetter.sheet.page.textArea
  }

  /// Composes the whole manuscript.
  mutating func compose() -> Galley {
    for block in manuscript.blocks { add(block, in: typesetter.structure.root) }
    return galley
  }

  private mutating func add(_ block: Block, in parent: ElementID) {
    switch block {
    case .heading(let heading): add(heading, in: parent)
    case .paragraph(let paragraph):
      let element = typesetter.structure.add(.paragraph, to: parent)
      add(paragraph.text, styleName: paragraph.style, element: element)
    case .list(let list): add(list, level: 0, edge: .zero, in: parent)
    case .table(let table): add(table, in: parent)
    case .keyValues(let pairs): add(pairs.table, in: parent)
    case .contents(let contents): add(contents, in: parent)
    case .cover(let cover): add(cover, in: parent)
    case .notes(let style): addNotes(style: style, in: parent)
    case .pageBreak: nextBreak = .forced
    case .fill: append(GalleyBox(content: .fill, height: .zero))
    }
  }

  private mutating func add(_ cover: Cover, in parent: ElementID) {
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

  // MARK: Boxes

  /// Puts a box under the last one, with the space and the page break that stand between them.
  private mutating func append(_ box: GalleyBox, spaceBefore: Length = .zero) {
    var box = box
    box.spaceBefore = max(spaceAfter, spaceBefore)
    spaceAfter = .zero
    if nextBreak == .forced || box.breakBefore != .forced && nextBreak == .forbidden {
      box.breakBefore = nextBreak
    }
    nextBreak = .allowed
    box.anchors = anchors
    anchors = []
    box.endsInHyphen = typesetter.endsInHyphen(box)
    galley.boxes.append(box)
  }

  /// The text area's part that a style is set over: from its left edge, and how wide.
  private func area(of span: ParagraphStyle.Span) -> (x: Length, width: Length) {
    let page = typesetter.sheet.page
    switch span {
    case .column: return (.zero, page.column)
    case .full: return (.zero, textArea.size.width)
    case .margin:
      let x = page.column + page.gutter
      return (x, max(textArea.size.width - x, .zero))
    }
  }

  // MARK: Paragraphs

  /// Sets a text over the text area and stacks its lines.
  private mutating func add(
    _ text: RichText, styleName: String, element: ElementID, heading: Int = -1,
    spaceAbove: Length? = nil
  ) {
    let open = typesetter.style(styleName, at: text.places.start)
    let style = open.paragraph
    let area = area(of: style.span)
    let inset = style.padding
    let x = area.x + style.leftIndent + inset.left
    let width = area.width - style.leftIndent - style.rightIndent - inset.left - inset.right
    let index = typesetter.set(
      text, style: open, element: element, width: width, firstIndent: style.firstIndent)
    let lines = typesetter.texts[index].lines
    for (number, line) in lines.enumerated() {
      let isFirst = number == 0
      let isLast = number == lines.count - 1
      var box = GalleyBox(
        content: .line(
          PlacedLine(
            text: index, line: line, x: x, y: isFirst ? inset.top : .zero, height: style.leading)),
        height: style.leading + (isFirst ? inset.top : .zero) + (isLast ? inset.bottom : .zero))
      if !isFirst { box.breakBefore = breakBetween(number, of: lines.count, style) }
      if isFirst { box.heading = heading }
      box.dress = dress(style, x: area.x + style.leftIndent, width: area.width, isFirst, isLast)
      append(box, spaceBefore: isFirst ? spaceAbove ?? style.spaceBefore : .zero)
    }
    spaceAfter = style.spaceAfter
    if style.keepsWithNext { nextBreak = .forbidden }
  }

  /// Whether a page may end before a line: neither the first line alone at its foot (an orphan) nor
  /// the last alone at the next one's head (a widow).
  private func breakBetween(_ line: Int, of count: Int, _ style: ParagraphStyle) -> PageBreak {
    style.keepsTogether || line == 1 || line == count - 1 ? .forbidden : .allowed
  }

  private func dress(
    _ style: ParagraphStyle, x: Length, width: Length, _ isFirst: Bool, _ isLast: Bool
  ) -> Dress? {
    let above = isFirst ? style.ruleAbove : nil
    let below = isLast ? style.ruleBelow : nil
    guard style.fill != nil || above != nil || below != nil else { return nil }
    return Dress(
      x: x, width: width - style.leftIndent - style.rightIndent, fill: style.fill,
      ruleAbove: above, ruleBelow: below)
  }

  // MARK: Headings

  private mutating func add(_ heading: Heading, in parent: ElementID) {
    if heading.breaksPage, !galley.boxes.isEmpty { nextBreak = .forced }
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

  // MARK: Lists

  private mutating func add(_ list: List, level: Int, edge: Length, in parent: ElementID) {
    let open = typesetter.style(list.style)
    let style = open.paragraph
    let indent = typesetter.sheet.list.indent
    let element = typesetter.structure.add(.list, to: parent)
    let area = area(of: style.span)
    let outerSpace = level == 0 ? style.spaceBefore : typesetter.sheet.list.itemSpace
    for (number, item) in list.items.enumerated() {
      let entry = typesetter.structure.add(.listItem, to: element)
      let label = typesetter.structure.add(.label, to: entry)
      let body = typesetter.structure.add(.listBody, to: entry)
      var isFirstBlock = true
      for block in item {
        let space = isFirstBlock && number == 0 ? outerSpace : typesetter.sheet.list.itemSpace
        switch block {
        case .paragraph(let paragraph):
          let mark =
            isFirstBlock ? typesetter.mark(of: list, item: number, level: level) : ""
          addItem(
            paragraph.text, mark: RichText(mark), label: label, body: body, open: open,
            x: area.x + edge, indent: indent, width: area.width - edge, spaceBefore: space)
        case .list(let inner): add(inner, level: level + 1, edge: edge + indent, in: body)
        default: add(block, in: body)
        }
        isFirstBlock = false
      }
    }
    spaceAfter = level == 0 ? style.spaceAfter : typesetter.sheet.list.itemSpace
  }

  private mutating func addItem(
    _ text: RichText, mark: RichText, label: ElementID, body: ElementID, open: OpenStyle,
    x: Length, indent: Length, width: Length, spaceBefore: Length
  ) {
    let leading = open.paragraph.leading
    let index = typesetter.set(text, style: open, element: body, width: width - indent)
    let lines = typesetter.texts[index].lines
    for (number, line) in lines.enumerated() {
      let placed = PlacedLine(text: index, line: line, x: x + indent, y: .zero, height: leading)
      var box = GalleyBox(content: .line(placed), height: leading)
      if number == 0, !mark.isEmpty {
        let set = typesetter.set(mark, style: open, element: label, markWidth: indent)
        let first = PlacedLine(
          text: set, line: typesetter.texts[set].lines.lowerBound, x: x, y: .zero, height: leading)
        box.content = .lines([first, placed])
      }
      if number > 0 { box.breakBefore = breakBetween(number, of: lines.count, open.paragraph) }
      append(box, spaceBefore: number == 0 ? spaceBefore : .zero)
    }
  }

  // MARK: Tables

  private mutating func add(_ table: Table, in parent: ElementID) {
    guard !table.columns.isEmpty, !table.rows.isEmpty || !table.head.isEmpty else { return }
    guard let style = typesetter.sheet.tables[table.style] ?? typesetter.sheet.tables["table"]
    else {
      typesetter.diagnostics.append(.missingTableStyle(table.style, at: table.place))
      return
    }
    let element = typesetter.structure.add(.table, to: parent, id: table.id)
    if !table.id.isEmpty { anchors.append(table.id) }
    let area = area(of: style.span)
    var spaceAbove: Length? = style.spaceBefore
    if let caption = table.caption, !caption.isEmpty {
      let captionElement = typesetter.structure.add(.caption, to: element)
      add(caption, styleName: "caption", element: captionElement, spaceAbove: style.spaceBefore)
      nextBreak = .forbidden
      spaceAbove = nil
    }
    let set = TableSetter(
      typesetter: typesetter, table: table, style: style, measure: area.width, element: element
    ).set()
    let turnover = galley.turnovers.count
    galley.turnovers.append(Galley.Turnover(head: set.head.map { $0.moved(to: area.x) }))
    for (index, band) in set.head.enumerated() {
      var box = GalleyBox(content: .band(band.moved(to: area.x)), height: band.height)
      if index > 0 { box.breakBefore = .forbidden }
      append(box, spaceBefore: index == 0 ? spaceAbove ?? .zero : .zero)
    }
    for (index, band) in set.body.enumerated() {
      var box = GalleyBox(content: .band(band.moved(to: area.x)), height: band.height)
      let isFirst = index == 0 && set.head.isEmpty
      if !isFirst { box.breakBefore = set.breaksBefore[index] }
      if !isFirst { box.turnover = turnover }
      append(box, spaceBefore: isFirst ? spaceAbove ?? .zero : .zero)
    }
    spaceAfter = style.spaceAfter
  }

  // MARK: Contents and notes

  private mutating func add(_ contents: Contents, in parent: ElementID) {
    if !contents.title.isEmpty {
      let element = typesetter.structure.add(.paragraph, to: parent)
      add(contents.title, styleName: "toc-title", element: element)
    }
    let list = typesetter.structure.add(.contents, to: parent)
    var number = -1
    for case .heading(let heading) in manuscript.blocks where heading.isListed {
      number += 1
      guard heading.level <= contents.levels else { continue }
      addContentsEntry(heading, number: number, in: list)
    }
  }

  private mutating func addContentsEntry(_ heading: Heading, number: Int, in list: ElementID) {
    let open = typesetter.style("toc-\(heading.level)", at: heading.text.places.start)
    let style = open.paragraph
    let item = typesetter.structure.add(.contentsItem, to: list)
    let reference = typesetter.structure.add(.reference, to: item)
    let link = typesetter.structure.add(
      .link, to: reference, id: "#" + heading.id, details: .init(target: .block(heading.id)))
    let area = area(of: style.span)
    var text = heading.text
    text.spans = []
    if !heading.number.isEmpty { text = text.prefixed(with: heading.number + "\u{A0}\u{A0}") }
    let index = typesetter.set(
      text, style: open, element: link,
      width: area.width - style.leftIndent - style.rightIndent)
    let lines = typesetter.texts[index].lines
    for (line, storeLine) in lines.enumerated() {
      let placed = PlacedLine(
        text: index, line: storeLine, x: area.x + style.leftIndent, y: .zero,
        height: style.leading)
      var box = GalleyBox(content: .line(placed), height: style.leading)
      if line == lines.count - 1 {
        box.content = .contentsEnd(placed, entry: galley.contents.count)
      }
      if line > 0 { box.breakBefore = .forbidden }
      append(box, spaceBefore: line == 0 ? style.spaceBefore : .zero)
    }
    galley.contents.append(
      Galley.ContentsEntry(
        heading: number, style: open, element: link, right: area.x + area.width))
    spaceAfter = style.spaceAfter
    if style.keepsWithNext { nextBreak = .forbidden }
  }

  private mutating func addNotes(style: String, in parent: ElementID) {
    guard notesSet < manuscript.notes.count else { return }
    let open = typesetter.style(style)
    let area = area(of: open.paragraph.span)
    for note in manuscript.notes[notesSet...] {
      let element = typesetter.structure.add(.note, to: parent)
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

extension Typesetter {
  /// Whether the last word of a box goes on in the next box.
  fileprivate func endsInHyphen(_ box: GalleyBox) -> Bool {
    switch box.content {
    case .line(let line): store.lines[line.line].endsInHyphen
    case .lines(let lines): lines.last.map { store.lines[$0.line].endsInHyphen } ?? false
    case .band, .contentsEnd, .fill, .cover: false
    }
  }
}

extension Band {
  /// The band with its table's left edge so far from the text area's.
  fileprivate func moved(to x: Length) -> Band {
    var band = self
    band.x = x
    return band
  }
}

extension KeyValues {
  /// The pairs as a table of two columns whose first heads its rows.
  fileprivate var table: Table {
    Table(
      columns: [Table.Column(width: .fit), Table.Column()], head: [],
      rows: pairs.map { pair in
        Table.Row(cells: [
          Table.Cell(content: .text(pair.key), isRowHead: true), Table.Cell(pair.value),
        ])
      }, style: style)
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

  fileprivate static func missingTableStyle(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .missingStyle,
      Message(
        sv: "temat har ingen tabellstil '\(name)' och ingen 'table'",
        en: "the theme has no table style '\(name)' and no 'table'"),
      at: place)
  }
}
