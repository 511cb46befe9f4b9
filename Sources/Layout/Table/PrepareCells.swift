import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

/// A cell cut into items, measured, and not yet broken.
struct PreparedCell {
  /// One text of the cell.
  struct Text {
    var items: Range<Int>
    var source: RichText
    var style: OpenStyle
    var element: ElementID
    /// From the cell's left padding.
    var indent: Length
    /// A list mark to set before it.
    var mark: RichText?
    var markElement: ElementID?
    /// The room that the mark has left of the text.
    var markRoom: Length = .zero
    var spaceBefore: Length
    /// A picture that stands in place of words.
    var picture: CellPicture?
  }

  var placement: TableGrid.Placement
  var texts: [Text]
  /// The badges to set before the first text, and their width with the gap after them.
  var badges: (items: Range<Int>, width: Length, style: OpenStyle, element: ElementID)?
  /// How far into the column badges reach that hang left of the table, where the margin has not
  /// room for them all.
  var badgeIntrusion: Length = .zero
  var alignment: Table.Column.Alignment
  /// The width of the longest part that cannot be broken, without padding.
  var least: Length
  /// The width on one line, without padding.
  var natural: Length
  /// The width of a number up to its decimal comma; nil for words.
  var wholePart: Length?
  /// The notes that it calls, as indices into `Document.notes`.
  var notes: [Int] = []

  /// Whether it holds nothing to set.
  var isEmpty: Bool { natural == .zero && badges == nil }
}

/// Cuts the cells of a table into items and measures them.
struct CellPreparer {
  /// A number with more than this after its whole digits, in ems, is set as words: its unit is a
  /// phrase ("0,094 ton koldioxid/årsarbetare") and would push the whole column aside.
  static let longestUnit = 4.0

  /// The styles of prose, which in a cell is set as the cell is; a paragraph of any other style is
  /// one that the template names, and is set in it.
  private static let proseStyles: Set = ["cell", "body", "list", "quote"]

  let typesetter: Typesetter
  let tableStyle: TableStyle
  let columns: [Table.Column]

  /// Prepares a cell whose element stands in the tree already.
  func prepare(
    _ cell: Table.Cell, at placement: TableGrid.Placement, in row: Table.Row, isHead: Bool,
    element: ElementID, place: Place
  ) -> PreparedCell {
    let style = typesetter.style(styleName(kind: row.kind, isHead: isHead), at: place)
    let isHead = isHead || row.kind == .head
    let indent = placement.column == 0 && !isHead ? self.indent(of: row) : .zero
    var prepared = PreparedCell(
      placement: placement, texts: [], alignment: alignment(of: cell, at: placement, isHead),
      least: .zero, natural: .zero)
    if row.kind == .group, placement.columnSpan == columns.count { prepared.alignment = .left }

    // They are read before the words that they stand before.
    if let badges = typesetter.collect(badges: cell.badges, element: element, style: style) {
      let width = widths(of: badges).natural + typesetter.sheet.badge.gap
      prepared.badges = (badges, width, style, element)
    }
    switch cell.content {
    case .text(let text):
      let split =
        prepared.alignment == .decimal && !isHead ? decimalSplit(of: text.text) : nil
      let items = typesetter.collect(text, style: style, element: element, split: split)
      prepared.texts = [
        PreparedCell.Text(
          items: items, source: text, style: style, element: element, indent: indent,
          spaceBefore: .zero)
      ]
      if let split { prepared.wholePart = wholePart(items, split: split, style: style) }
    case .blocks(let blocks):
      collect(blocks, style: style, element: element, indent: indent, into: &prepared.texts)
    }
    for text in prepared.texts {
      let (least, natural) = text.picture?.widths ?? widths(of: text.items)
      prepared.least = max(prepared.least, least + text.indent)
      prepared.natural = max(prepared.natural, natural + text.indent)
      for span in text.source.spans {
        if case .note(let note) = span.target { prepared.notes.append(note) }
      }
    }
    if prepared.wholePart != nil { prepared.least = prepared.natural }
    return prepared
  }

  private func styleName(kind: Table.Row.Kind, isHead: Bool) -> String {
    switch kind {
    case _ where isHead, .head: return "cell-head"
    case .item, .part: return "cell"
    case .group: return "cell-group"
    case .subtotal, .total: return "cell-sum"
    }
  }

  private func indent(of row: Table.Row) -> Length {
    tableStyle.partIndent * (max(row.depth, 0) + (row.kind == .part ? 1 : 0))
  }

  /// How a cell stands: as it says, else as its column does; a head over several columns of numbers
  /// stands in their middle.
  private func alignment(
    of cell: Table.Cell, at placement: TableGrid.Placement, _ isHead: Bool
  ) -> Table.Column.Alignment {
    if let alignment = cell.alignment { return alignment }
    let own = columns[placement.column].alignment
    if isHead, placement.columnSpan > 1 {
      let areNumbers = columns[placement.columns].allSatisfy {
        $0.alignment == .decimal || $0.alignment == .right
      }
      return areNumbers ? .centre : .left
    }
    return own
  }

  private func collect(
    _ blocks: [Block], level: Int = 0, style: OpenStyle, element: ElementID, indent: Length,
    into texts: inout [PreparedCell.Text]
  ) {
    for block in blocks {
      let space = texts.isEmpty ? .zero : style.paragraphSpace
      switch block {
      case .paragraph(let paragraph):
        let own = typesetter.structure.add(.paragraph, to: element)
        let isNamed = !Self.proseStyles.contains(paragraph.style)
        let look = isNamed ? typesetter.style(paragraph.style, at: place(of: paragraph)) : style
        texts.append(
          PreparedCell.Text(
            items: typesetter.collect(paragraph.text, style: look, element: own),
            source: paragraph.text, style: look, element: own, indent: indent,
            spaceBefore: isNamed && !texts.isEmpty ? look.paragraph.spaceBefore : space))
      case .list(let list):
        collect(list, level: level, style: style, element: element, indent: indent, into: &texts)
      case .heading(let heading):
        let own = typesetter.structure.add(.heading(level: heading.level), to: element)
        texts.append(
          PreparedCell.Text(
            items: typesetter.collect(heading.text, style: style, element: own),
            source: heading.text, style: style, element: own, indent: indent, spaceBefore: space))
      case .table(let table):
        typesetter.diagnostics.append(.tableInCell(at: table.place))
      case .figure(let figure):
        collect(figure, style: style, element: element, indent: indent, into: &texts)
      case .keyValues, .contents, .cover, .notes, .panel, .quotation, .signatures, .miniature,
        .part,
        .columns, .landscape, .pageBreak, .fill:
        typesetter.diagnostics.append(.blockInCell(at: placeOfFirstText(in: texts)))
      }
    }
  }

  private func collect(
    _ list: List, level: Int, style: OpenStyle, element: ElementID, indent: Length,
    into texts: inout [PreparedCell.Text]
  ) {
    let own = typesetter.structure.add(.list, to: element)
    let step = min(typesetter.sheet.list.indent, style.paragraph.leading)
    for (number, item) in list.items.enumerated() {
      let entry = typesetter.structure.add(.listItem, to: own)
      let label = typesetter.structure.add(.label, to: entry)
      let body = typesetter.structure.add(.listBody, to: entry)
      let first = texts.count
      collect(
        item, level: level + 1, style: style, element: body, indent: indent + step, into: &texts)
      guard texts.count > first else { continue }
      texts[first].mark = RichText(
        typesetter.mark(
          of: list, item: number, depth: ListDepth(numbers: level, bullets: level)))
      texts[first].markElement = label
      texts[first].markRoom = step
      if number > 0 || level > 0 { texts[first].spaceBefore = .zero }
    }
  }

  /// Adds a figure: its picture or chart, and its caption as a paragraph below, or above a chart.
  private func collect(
    _ figure: Figure, style: OpenStyle, element: ElementID, indent: Length,
    into texts: inout [PreparedCell.Text]
  ) {
    let standsAbove = figure.chart != nil && typesetter.sheet.charts.caption == .above
    let words = [figure.label, figure.caption].compactMap(\.self)
    if standsAbove { collect(words, style: style, element: element, indent: indent, into: &texts) }
    let space = texts.isEmpty ? .zero : style.paragraphSpace
    let own = typesetter.structure.add(
      .figure, to: element, details: StructureTree.Details(alternate: figure.alternate))
    let none = typesetter.collector.items.count
    texts.append(
      PreparedCell.Text(
        items: none..<none, source: RichText(""), style: style, element: own, indent: indent,
        spaceBefore: space,
        picture: CellPicture(
          figure: figure, most: typesetter.sheet.page.textArea.size.height / 3,
          leading: style.paragraph.leading, typesetter: typesetter)))
    collect(
      (standsAbove ? [] : words) + [figure.credit].compactMap(\.self), style: style,
      element: element, indent: indent, into: &texts)
  }

  /// Adds words of a figure, a paragraph for each.
  private func collect(
    _ words: [RichText], style: OpenStyle, element: ElementID, indent: Length,
    into texts: inout [PreparedCell.Text]
  ) {
    for words in words where !words.isEmpty {
      let paragraph = typesetter.structure.add(.paragraph, to: element)
      texts.append(
        PreparedCell.Text(
          items: typesetter.collect(words, style: style, element: paragraph), source: words,
          style: style, element: paragraph, indent: indent, spaceBefore: .zero))
    }
  }

  private func place(of paragraph: Paragraph) -> Place { paragraph.text.places.start }

  private func placeOfFirstText(in texts: [PreparedCell.Text]) -> Place? {
    texts.first?.source.places.start
  }

  private func wholePart(_ items: Range<Int>, split: Int, style: OpenStyle) -> Length? {
    var whole = Length.zero
    var rest = Length.zero
    for item in typesetter.collector.items[items] {
      switch item {
      case .box(let box):
        if Int(box.offset) < split { whole += box.width + rest } else { rest += box.width }
        if Int(box.offset) < split { rest = .zero }
      case .glue(let glue, _): rest += glue.width
      case .penalty: break
      }
    }
    let limit = style.paragraph.text.font.size.scaled(by: Self.longestUnit)
    return rest <= limit ? whole : nil
  }

  /// The width of the longest part of a word that is left when words are divided at every hyphen.
  func dividedWidth(of cell: PreparedCell) -> Length {
    guard cell.wholePart == nil else { return cell.least }
    var widest = Length.zero
    for text in cell.texts {
      var part = Length.zero
      for item in typesetter.collector.items[text.items] {
        switch item {
        case .box(let box):
          var consumed = Length.zero
          for cut in typesetter.words.breaks(of: box.word) {
            let cut = typesetter.words.breaks[cut]
            widest = max(widest, text.indent + part + cut.widthBefore - consumed)
            consumed = cut.consumed
            part = .zero
          }
          part += box.width - consumed
          widest = max(widest, text.indent + part)
        case .glue: part = .zero
        case .penalty(let penalty): if penalty.mayBreak { part = .zero }
        }
      }
    }
    return min(widest, cell.least)
  }

  /// The widest stretch between two places where a line may end, and the width of the widest line
  /// when it ends only where it must.
  private func widths(of range: Range<Int>) -> (least: Length, natural: Length) {
    var least = Length.zero
    var stretch = Length.zero
    var natural = Length.zero
    var line = Length.zero
    var pending = Length.zero
    var afterForbidden = false
    for index in range {
      switch typesetter.collector.items[index] {
      case .box(let box):
        stretch += box.width
        line += pending + box.width
        pending = .zero
        afterForbidden = false
      case .glue(let glue, _):
        pending += glue.width
        if afterForbidden {
          stretch += glue.width
        } else {
          least = max(least, stretch)
          stretch = .zero
        }
      case .penalty(let penalty):
        afterForbidden = !penalty.mayBreak
        if penalty.mayBreak {
          least = max(least, stretch)
          stretch = .zero
        }
        if penalty.isForced {
          natural = max(natural, line)
          line = .zero
          pending = .zero
        }
      }
    }
    return (max(least, stretch), max(natural, line))
  }
}

extension Diagnostic {
  fileprivate static func tableInCell(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .tableInCell,
      Message(
        sv: "en tabell står i en tabellcell, och där kan den inte sättas",
        en: "a table stands in a table's cell, where it cannot be set"),
      at: place,
      fixes: [
        Fix(
          Message(
            sv: "flytta den inre tabellen till stycket efter",
            en: "move the inner table to the paragraph after"))
      ])
  }

  fileprivate static func blockInCell(at place: Place?) -> Diagnostic {
    Diagnostic(
      .error, .blockInCell,
      Message(
        sv: "en tabellcell kan bara hålla stycken, listor, rubriker och bilder",
        en: "a table's cell can only hold paragraphs, lists, headings and pictures"),
      at: place)
  }
}

extension OpenStyle {
  /// Between the paragraphs of a cell, which stand closer than those of the page: a third of a line.
  fileprivate var paragraphSpace: Length { paragraph.leading / 3 }
}
