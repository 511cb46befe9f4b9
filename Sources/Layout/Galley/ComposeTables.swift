import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

extension GalleyComposer {
  /// Adds a table: its caption, its head and its rows, each a box, and what stands under it.
  ///
  /// A table whose columns do not fit the room its style gives it gets the whole text area, then
  /// what it asks for itself: pages on their side, or to be split.
  mutating func add(_ table: Table, in parent: ElementID) {
    guard !table.columns.isEmpty, !table.rows.isEmpty || !table.head.isEmpty else { return }
    guard let style = typesetter.sheet.tables[table.style] ?? typesetter.sheet.tables["table"]
    else {
      typesetter.diagnostics.append(.missingTableStyle(table.style, at: table.place))
      return
    }
    let element = typesetter.structure.add(.table, to: parent, id: table.id)
    if !table.id.isEmpty { anchors.append(table.id) }
    let captionElement =
      table.fullCaption.isEmpty ? nil : typesetter.structure.add(.caption, to: element)
    let setter = TableSetter(
      typesetter: typesetter, table: table, style: style, element: element)

    var area = area(of: style.span)
    var leastMeasure = setter.leastMeasure(near: area.width)
    if leastMeasure > area.width { area = self.area(of: .full) }
    if leastMeasure > area.width, table.whenTooWide == .landscape, !isTurned {
      onTurnedPages(with: true) { composer in
        let area = composer.area(of: .full)
        leastMeasure = setter.leastMeasure(near: area.width)
        composer.add(
          setter, captionElement, area: area, split: leastMeasure > area.width, in: parent)
      }
    } else {
      add(
        setter, captionElement, area: area,
        split: leastMeasure > area.width && table.whenTooWide != .squeeze, in: parent)
    }
  }

  private mutating func add(
    _ setter: TableSetter, _ captionElement: ElementID?, area: (x: Length, width: Length),
    split: Bool, in parent: ElementID
  ) {
    let table = setter.table
    let style = setter.style
    let pieces = setter.set(in: area.width, split: split)
    var spaceAbove: Length? = style.spaceBefore
    if let captionElement {
      add(
        table.fullCaption, styleName: "caption", element: captionElement,
        spaceAbove: style.spaceBefore)
      nextBreak = .forbidden
      spaceAbove = nil
    }
    for (index, piece) in pieces.enumerated() {
      if index > 0 { spaceAfter = style.spaceAfter }
      add(piece, x: area.x, spaceAbove: spaceAbove)
      spaceAbove = nil
    }
    addUnder(table, area: area, in: parent)
    spaceAfter = max(spaceAfter, style.spaceAfter)
  }

  private mutating func add(_ piece: TableSetter.Piece, x: Length, spaceAbove: Length?) {
    let firstTurnover = galley.turnovers.count
    for turnover in piece.turnovers {
      galley.turnovers.append(
        Galley.Turnover(
          foot: turnover.foot.map { $0.moved(to: x) }, head: turnover.head.map { $0.moved(to: x) },
          closing: turnover.closing?.moved(to: x)))
    }
    for (index, band) in piece.head.enumerated() {
      var box = GalleyBox(content: .band(band.moved(to: x)), height: band.height)
      if index > 0 { box.breakBefore = .forbidden }
      if index == 0 { box.notes = piece.headNotes.filter { !notesUnderTables.contains($0) } }
      append(box, spaceBefore: index == 0 ? spaceAbove ?? .zero : .zero)
    }
    for (index, row) in piece.rows.enumerated() {
      var band = row.band.moved(to: x)
      // An entry is torn only where whole ones would leave pages half empty.
      if row.staysWhole, band.height < geometry.textArea.size.height / 2 { band.isWhole = true }
      var box = GalleyBox(content: .band(band), height: band.height)
      let isFirst = index == 0 && piece.head.isEmpty
      if !isFirst { box.breakBefore = row.breakBefore }
      box.turnover = isFirst ? -1 : firstTurnover + row.turnover
      box.notes = row.notes.filter { !notesUnderTables.contains($0) }
      append(box, spaceBefore: isFirst ? spaceAbove ?? .zero : .zero)
    }
  }
}

extension Table {
  /// The caption with the table's number before it.
  fileprivate var fullCaption: RichText {
    guard let label, !label.isEmpty else { return caption ?? RichText("") }
    guard let caption, !caption.isEmpty else { return label }
    let isEnded = label.text.last.map { ".:".contains($0) } ?? false
    var text = label
    text.append(isEnded ? " " : ". ", at: caption.places.start)
    return text.joined(with: caption)
  }
}

extension RichText {
  /// The text with another right after it.
  fileprivate func joined(with other: RichText) -> RichText {
    var text = self
    let shift = text.text.utf8.count
    text.text += other.text
    text.places.turns.append(PlaceMap.Turn(offset: shift, place: other.places.start))
    for turn in other.places.turns {
      text.places.turns.append(PlaceMap.Turn(offset: turn.offset + shift, place: turn.place))
    }
    for var span in other.spans {
      span.start += shift
      span.end += shift
      text.spans.append(span)
    }
    return text
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
  var table: Table {
    Table(
      columns: [Table.Column(width: .fit), Table.Column()], head: [],
      rows: pairs.map { pair in
        Table.Row(cells: [
          Table.Cell(content: .text(pair.key), isRowHead: true), Table.Cell(pair.value),
        ])
      }, continuedWord: "", whenTooWide: .squeeze, style: style)
  }
}

extension Diagnostic {
  fileprivate static func missingTableStyle(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .missingStyle,
      Message(
        sv: "temat har ingen tabellstil '\(name)' och ingen 'table'",
        en: "the theme has no table style '\(name)' and no 'table'"),
      at: place)
  }
}
