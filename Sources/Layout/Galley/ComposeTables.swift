import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

extension GalleyComposer {
  /// Adds a table: its caption, its head and its rows, each a box.
  mutating func add(_ table: Table, in parent: ElementID) {
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
      }, style: style)
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
