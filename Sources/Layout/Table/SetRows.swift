import Geometry
import Manuscript
import Pages
import Typography

/// Breaks the lines of a table's cells and gathers its rows into bands.
struct RowSetter {
  let table: TableSetter
  let columns: TableSetter.Columns

  /// The rows of a table in bands.
  struct Result {
    var head: [Band]
    var body: [Band]
    /// The grid's rows that each body band holds.
    var rowsOfBand: [Range<Int>]
    /// The height of each of the body's grid rows.
    var heights: [Length]
    /// The notes that the cells of each body band call, and those of the head.
    var notes: [[Int]]
    var headNotes: [Int]
    var continuedHead: [Band]?
    /// The carried sums, in the order of the rows that have them.
    var carriedFoot: [Band] = []
    var carriedHead: [Band] = []
  }

  private var style: TableStyle { table.style }
  private var typesetter: Typesetter { table.typesetter }

  mutating func setRows() -> Result {
    let head = set(table.head)
    let body = set(table.body)
    var result = Result(
      head: head.bands, body: body.bands, rowsOfBand: body.rows, heights: body.heights,
      notes: body.notes, headNotes: head.notes.flatMap { $0 },
      continuedHead: table.continued.map { set($0, isHead: true).bands })
    if let carried = table.carried {
      result.carriedFoot = set(carried.foot).bands
      result.carriedHead = set(carried.head).bands
    }
    return result
  }

  /// Rows on their way to bands.
  private struct SetPart {
    var bands: [Band] = []
    var rows: [Range<Int>] = []
    var heights: [Length]
    var notes: [[Int]] = []
  }

  private func set(_ part: TableSetter.Part, isHead: Bool = false) -> SetPart {
    let isHead = isHead || part.role == .head
    var cells: [Band.Cell?] = []
    cells.reserveCapacity(part.cells.count)
    for cell in part.cells { cells.append(set(cell, of: part, isHead: isHead)) }
    let heights = rowHeights(part, cells)
    var result = SetPart(heights: heights)
    result.rows = bands(of: part, cells, heights: heights)
    result.bands.reserveCapacity(result.rows.count)
    let decorator = RowDecorator(table: table, columns: columns, part: part, isHead: isHead)
    var stripe = 0
    for rows in result.rows {
      var band = Band(x: .zero, height: .zero, cells: [])
      var tops: [Length] = []
      for row in rows {
        tops.append(band.height)
        band.height += heights[row]
      }
      var notes: [Int] = []
      let first = part.grid.cellsOfSource[part.grid.sources[rows.lowerBound]].lowerBound
      let last = part.grid.cellsOfSource[part.grid.sources[rows.upperBound - 1]].upperBound
      for index in first..<last {
        guard var cell = cells[index] else { continue }
        let place = part.cells[index].placement
        cell.y = tops[place.row - rows.lowerBound]
        let height = place.rows.reduce(.zero) { $0 + heights[$1] }
        if isHead || part.grid.kinds[place.row] == .head {
          // Heads of several lines end above their columns in one line.
          let lower = height - cell.height
          for line in cell.lines.indices { cell.lines[line].y += lower }
          for picture in cell.pictures.indices { cell.pictures[picture].y += lower }
        }
        cell.height = min(height, band.height - cell.y)
        if !cell.pictures.isEmpty { band.isWhole = true }
        if !cell.isRepeat, !part.cells[index].notes.isEmpty {
          notes += part.cells[index].notes
          band.calls += calls(in: cell, number: band.cells.count)
        }
        band.cells.append(cell)
      }
      decorator.addFills(to: &band, rows: rows, tops: tops, heights: heights, &stripe)
      decorator.addRules(to: &band, rows: rows, tops: tops)
      result.bands.append(band)
      result.notes.append(notes)
    }
    return result
  }

  // MARK: Cells

  /// The calls of notes in a cell, which has a number in its band.
  private func calls(in cell: Band.Cell, number: Int) -> [Band.Call] {
    cell.lines.indices.flatMap { line in
      typesetter.notes(calledOn: cell.lines[line]).map { note in
        Band.Call(cell: number, line: line, note: note)
      }
    }
  }

  /// Sets a cell; nil when none of its columns is there.
  private func set(_ cell: PreparedCell, of part: TableSetter.Part, isHead: Bool) -> Band.Cell? {
    let place = cell.placement
    let left = columns.edges[place.columns.lowerBound]
    let right = columns.edges[place.columns.upperBound]
    guard let first = columns.present.first, let last = columns.present.last,
      left < right || columns.present.contains(where: place.columns.contains)
    else { return nil }
    let padding = TableSetter.padding(of: place.columns, among: first...last, style)
    let textLeft = left + padding.left
    let width = max(right - padding.right - textLeft, .points(1))
    let room = verticalPadding(of: place, in: part.grid)
    var set = Band.Cell(
      y: .zero, height: .zero, paddingTop: room.top, paddingBottom: room.bottom, lines: [])
    set.isRepeat =
      part.role == .furniture || place.columns.contains(where: columns.repeated.contains)
    var y = room.top
    if let badges = cell.badges {
      let hangs = style.hangsBadges(in: place.column)
      let x = hangs ? textLeft + cell.badgeIntrusion - badges.width : textLeft
      set.lines.append(self.set(badges, x: x, y: y))
    }
    let standsLeft =
      cell.alignment == .decimal && table.numbers.standsLeft(place.column)
      && !(isHead && place.columnSpan > 1)
    for text in cell.texts {
      y += text.spaceBefore
      let measure = max(width - text.indent, .points(1))
      if let picture = text.picture {
        let size = picture.size(within: measure)
        let spare = measure - size.width
        let x =
          cell.alignment == .left ? .zero : cell.alignment == .centre ? spare / 2 : spare
        set.pictures.append(
          (y, picture.set(x: textLeft + text.indent + x, size: size, element: text.element)))
        y += size.height
        continue
      }
      let index = typesetter.set(
        text.items, of: text.source, style: text.style, element: text.element, width: measure,
        alignment: standsLeft ? .left : cell.alignment.lines, isLow: true)
      var x = textLeft + text.indent
      if let whole = cell.wholePart, cell.natural <= width {
        // Move the number so that its whole digits end where the column's do.
        let numbers = table.numbers
        if standsLeft {
          x += min(numbers.whole[place.column] - whole, width - cell.natural)
        } else {
          let rest = numbers.rest[place.column] - (cell.natural - whole)
          x -= min(rest, width - cell.natural)
        }
      }
      if let mark = text.mark, let element = text.markElement {
        let label = typesetter.set(
          mark, style: text.style, element: element, markWidth: text.markRoom)
        let line = typesetter.texts[label].lines.lowerBound
        set.lines.append(
          PlacedLine(
            text: label, line: line, x: x - text.markRoom, y: y,
            height: text.style.paragraph.leading))
      }
      for line in typesetter.texts[index].lines {
        set.lines.append(
          PlacedLine(text: index, line: line, x: x, y: y, height: text.style.paragraph.leading))
        y += text.style.paragraph.leading
      }
    }
    set.height = y + room.bottom
    return set
  }

  /// Room above and below a cell: the lines of an entry stand closer than rows do.
  private func verticalPadding(
    of place: TableGrid.Placement, in grid: TableGrid
  ) -> (top: Length, bottom: Length) {
    let last = place.rows.upperBound - 1
    return (
      place.row > 0 && grid.isInner(place.row - 1) ? .zero : style.padding.top,
      grid.isInner(last) ? style.padding.bottom / 2 : style.padding.bottom
    )
  }

  /// Sets badges on the first line of their cell.
  private func set(
    _ badges: (items: Range<Int>, width: Length, style: OpenStyle, element: ElementID),
    x: Length, y: Length
  ) -> PlacedLine {
    let text = typesetter.set(
      badges.items, of: RichText(""), style: badges.style, element: badges.element,
      width: .unbounded, alignment: .left)
    return PlacedLine(
      text: text, line: typesetter.texts[text].lines.lowerBound, x: x, y: y,
      height: badges.style.paragraph.leading)
  }

  // MARK: Rows

  private func rowHeights(_ part: TableSetter.Part, _ cells: [Band.Cell?]) -> [Length] {
    var heights = Array(repeating: Length.zero, count: part.grid.kinds.count)
    for (prepared, cell) in zip(part.cells, cells) where prepared.placement.rowSpan == 1 {
      guard let cell else { continue }
      heights[prepared.placement.row] = max(heights[prepared.placement.row], cell.height)
    }
    for (prepared, cell) in zip(part.cells, cells) where prepared.placement.rowSpan > 1 {
      guard let cell else { continue }
      let rows = prepared.placement.rows
      let lacking = cell.height - rows.reduce(Length.zero) { $0 + heights[$1] }
      if lacking > .zero { heights[rows.upperBound - 1] += lacking }
    }
    return heights
  }

  /// The rows that no page's end may part: the lines of an entry, and those that a spanning cell
  /// needs to hold its words.
  private func bands(
    of part: TableSetter.Part, _ cells: [Band.Cell?], heights: [Length]
  ) -> [Range<Int>] {
    let grid = part.grid
    var joined: Set<Int> = []
    for (index, prepared) in part.cells.enumerated() where prepared.placement.rowSpan > 1 {
      guard let cell = cells[index] else { continue }
      var height = Length.zero
      for row in prepared.placement.rows.dropLast() {
        height += heights[row]
        if height >= cell.height, part.role == .body { break }
        joined.insert(row)
      }
    }
    var bands: [Range<Int>] = []
    var first = 0
    for row in grid.kinds.indices where !grid.isInner(row) && !joined.contains(row) {
      bands.append(first..<row + 1)
      first = row + 1
    }
    return bands
  }
}

extension Table.Column.Alignment {
  /// How the lines of a cell in such a column stand.
  fileprivate var lines: ParagraphStyle.Alignment {
    switch self {
    case .left: .left
    case .right, .decimal: .right
    case .centre: .centre
    }
  }
}
