import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

/// Says what a page's end adds to a table, and where the table keeps together.
///
/// A page that goes on with a table begins with the caption marked as continued, the head that holds
/// there (the table's own, the one for continued pages, or the last one inside the body), the sums
/// carried over, the headings of the groups that go on, and the cells that reach over rows on both
/// pages. The page before ends with the sums and a rule. All of it is page furniture.
struct TableTurner {
  let table: TableSetter
  let columns: TableSetter.Columns
  let rows: RowSetter.Result
  let measure: Length

  private let typesetter: Typesetter
  private let manuscript: Table
  private let grid: TableGrid
  /// The bands that group headings and heads inside the body stand in, by their rows.
  private var bandOf: [Int: Int] = [:]
  /// The height up to which a row is low, three lines: it does not stand alone on a page with the
  /// head.
  private let lowRow: Length
  /// The rule at the foot of a page that ends inside the table.
  private let closing: Band?

  init(
    table: TableSetter, columns: TableSetter.Columns, rows: RowSetter.Result, measure: Length
  ) {
    self.table = table
    self.columns = columns
    self.rows = rows
    self.measure = measure
    typesetter = table.typesetter
    manuscript = table.table
    grid = table.body.grid
    lowRow = typesetter.style("cell").paragraph.leading * 3
    closing = table.style.ruleBreak.map { rule in
      var band = Band(x: .zero, height: .zero, cells: [])
      band.rules = [Band.Rule(y: .zero, x: .zero, width: columns.width, style: rule)]
      return band
    }
    for (index, gridRows) in rows.rowsOfBand.enumerated() {
      for row in gridRows where grid.kinds[row] == .group || grid.kinds[row] == .head {
        bandOf[grid.sources[row]] = index
      }
    }
  }

  /// What goes on over a page's end above a row.
  private struct State: Equatable {
    /// The rows of the head inside the body that holds; nil for the table's own.
    var head: Range<Int>?
    /// The group headings that hold, outermost first.
    var groups: [Int] = []
    /// The cells that reach over the page's end.
    var spans: [Int] = []
    /// The carried sums, by their number among the rows that have them; −1 for none.
    var carried = -1
  }

  /// Gathers the table's bands with what page ends add to them.
  func piece() -> TableSetter.Piece {
    var piece = TableSetter.Piece(
      head: rows.head, headNotes: rows.headNotes, rows: [], turnovers: [])
    piece.rows.reserveCapacity(rows.body.count)
    let caption = continuedCaption()
    // A later piece of a split table begins as a page does that goes on with it.
    if !columns.repeated.isEmpty, let caption { piece.head.insert(caption, at: 0) }
    var state = State()
    var last: State?
    var carriedSoFar = 0
    var bandOfGroup: [Int: Band] = [:]
    for (index, band) in rows.body.enumerated() {
      let gridRows = rows.rowsOfBand[index]
      let first = grid.sources[gridRows.lowerBound]
      var above = stateAbove(first, state)
      above.spans = grid.openBelow[gridRows.lowerBound - 1] ?? []
      if above != last {
        piece.turnovers.append(
          turnover(above, startsHead: manuscript.rows[first].kind == .head, caption, &bandOfGroup))
        last = above
      }
      piece.rows.append(
        TableSetter.SetRow(
          band: band, breakBefore: breakBefore(gridRows.lowerBound),
          turnover: piece.turnovers.count - 1, notes: rows.notes[index],
          staysWhole: manuscript.record != nil))
      for source in first...grid.sources[gridRows.upperBound - 1] {
        pass(source, &state)
        if manuscript.rows[source].carried != nil {
          state.carried = carriedSoFar
          carriedSoFar += 1
        } else {
          state.carried = -1
        }
      }
    }
    return piece
  }

  // MARK: What holds where

  /// Takes a row into what holds below it.
  private func pass(_ source: Int, _ state: inout State) {
    let row = manuscript.rows[source]
    switch row.kind {
    case .head:
      if let head = state.head, head.upperBound == source {
        state.head = head.lowerBound..<source + 1
      } else {
        state.head = source..<source + 1
        state.groups = []
      }
    case .group:
      state.groups.removeAll { manuscript.rows[$0].depth >= row.depth }
      state.groups.append(source)
    case .total:
      state.groups.removeAll { manuscript.rows[$0].depth >= row.depth }
    case .item, .part, .subtotal: break
    }
  }

  /// What holds above a row: what it begins itself does not go on.
  private func stateAbove(_ source: Int, _ state: State) -> State {
    var above = state
    let row = manuscript.rows[source]
    if row.kind == .group {
      above.groups.removeAll { manuscript.rows[$0].depth >= row.depth }
    }
    if row.kind == .total || row.kind == .head { above.groups = [] }
    if !manuscript.repeatsGroups { above.groups = [] }
    return above
  }

  // MARK: Bands of what goes on

  private func turnover(
    _ state: State, startsHead: Bool, _ caption: Band?, _ bandOfGroup: inout [Int: Band]
  ) -> Galley.Turnover {
    var turnover = Galley.Turnover(closing: closing)
    if let caption { turnover.head.append(caption) }
    // A page that begins with a head inside the body needs no other.
    if !startsHead { turnover.head += head(state.head) }
    if state.carried >= 0 {
      turnover.foot.append(rows.carriedFoot[state.carried])
      turnover.head.append(rows.carriedHead[state.carried])
    }
    for group in state.groups {
      let band = bandOfGroup[group] ?? continuedGroup(group)
      bandOfGroup[group] = band
      if let band { turnover.head.append(band) }
    }
    if manuscript.repeatsGroups, let overlay = overlay(state.spans) {
      turnover.head.append(overlay)
    }
    return turnover
  }

  private func head(_ inner: Range<Int>?) -> [Band] {
    guard let inner else { return rows.continuedHead ?? rows.head }
    var bands: [Int] = []
    for source in inner {
      if let band = bandOf[source], band != bands.last { bands.append(band) }
    }
    return bands.map { rows.body[$0] }
  }

  /// The caption on pages that go on with the table; nil where nothing marks it as continued.
  func continuedCaption() -> Band? {
    guard !manuscript.continuedWord.isEmpty,
      let words = [manuscript.label, manuscript.caption].compactMap({ $0 })
        .first(where: { !$0.isEmpty })
    else { return nil }
    let open = typesetter.style("caption", at: words.places.start)
    let set = typesetter.set(
      words.continued(manuscript.continuedWord), style: open, element: table.element,
      width: measure, alignment: .left)
    var band = Band(x: .zero, height: .zero, cells: [])
    var cell = Band.Cell(
      y: .zero, height: .zero, paddingTop: .zero, paddingBottom: .zero, lines: [])
    cell.isRepeat = true
    for line in typesetter.texts[set].lines {
      cell.lines.append(
        PlacedLine(
          text: set, line: line, x: .zero, y: cell.height, height: open.paragraph.leading))
      cell.height += open.paragraph.leading
    }
    band.height = cell.height + open.paragraph.spaceAfter
    band.cells = [cell]
    return band
  }

  /// A group's heading on pages that go on with the group: its words, without the rest of its row.
  private func continuedGroup(_ source: Int) -> Band? {
    guard let index = bandOf[source],
      let prepared = table.body.cells(of: source).lazy.map({ table.body.cells[$0] }).first,
      let original = rows.body[index].cells.first
    else { return nil }
    var band = rows.body[index]
    let width = columns.width - (original.lines.first?.x ?? .zero)
    guard let cell = continued(prepared, from: original, width: width) else { return nil }
    band.cells = [cell]
    band.height = cell.height
    band.rules = []
    for fill in band.fills.indices { band.fills[fill].height = band.height }
    return band
  }

  /// The words of cells that reach over a page's end, over the first row of the new page; it takes
  /// no room of its own.
  private func overlay(_ spans: [Int]) -> Band? {
    var band = Band(x: .zero, height: .zero, cells: [])
    for index in spans {
      guard let cell = continuedSpan(index) else { continue }
      band.cells.append(cell)
    }
    return band.cells.isEmpty ? nil : band
  }

  private func continuedSpan(_ index: Int) -> Band.Cell? {
    let prepared = table.body.cells[index]
    let place = prepared.placement
    let left = columns.edges[place.columns.lowerBound]
    let right = columns.edges[place.columns.upperBound]
    guard left < right, let first = columns.present.first, let last = columns.present.last,
      !prepared.isEmpty
    else { return nil }
    let padding = TableSetter.padding(of: place.columns, among: first...last, table.style)
    let x = left + padding.left
    var cell = Band.Cell(
      y: .zero, height: .zero, paddingTop: table.style.padding.top,
      paddingBottom: table.style.padding.bottom, lines: [])
    cell.lines = [PlacedLine(text: -1, line: -1, x: x, y: .zero, height: .zero)]
    return continued(prepared, from: cell, width: right - padding.right - x)
  }

  /// The words of a cell again, marked as continued, where they stood.
  private func continued(
    _ prepared: PreparedCell, from original: Band.Cell, width: Length
  ) -> Band.Cell? {
    guard let text = prepared.texts.first, let x = original.lines.first?.x else { return nil }
    var words = text.source
    for other in prepared.texts.dropFirst() { words = words.followed(by: other.source) }
    let set = typesetter.set(
      words.continued(manuscript.continuedWord), style: text.style, element: table.element,
      width: max(width, .points(1)), alignment: .left)
    var cell = original
    cell.y = .zero
    cell.isRepeat = true
    cell.lines = []
    var y = table.style.padding.top
    for line in typesetter.texts[set].lines {
      cell.lines.append(
        PlacedLine(text: set, line: line, x: x, y: y, height: text.style.paragraph.leading))
      y += text.style.paragraph.leading
    }
    cell.height = y + table.style.padding.bottom
    return cell
  }

  // MARK: Keeping together

  /// Whether a page may end before a row of the grid: not before the first (the head goes with it),
  /// not before a sum or the row above it, so that a sum has two rows with it, not between a row and
  /// the first of its parts or before their last, not after a heading, and not between the first two
  /// rows or the last two, if they are low.
  private func breakBefore(_ row: Int) -> PageBreak {
    guard row > 0 else { return .forbidden }
    let source = grid.sources[row]
    if source == 1, height(of: 0) <= lowRow { return .forbidden }
    if source > 1, source == grid.rowsOfSource.count - 1, height(of: source) <= lowRow {
      return .forbidden
    }
    let kind = grid.kinds[row]
    let before = grid.kinds[row - 1]
    if kind.isSum || before == .group || before == .head { return .forbidden }
    let next = rowAfter(row)
    if let next, next.isSum { return .forbidden }
    if kind == .part, before != .part || next != .part { return .forbidden }
    if let open = grid.openBelow[row - 1], !open.allSatisfy({ hasRoom($0, from: row) }) {
      return .forbidden
    }
    return .allowed
  }

  /// The height of one of the table's rows.
  private func height(of source: Int) -> Length {
    grid.rowsOfSource[source].reduce(.zero) { $0 + rows.heights[$1] }
  }

  /// The kind of the row after one of the grid's, the lines of an entry taken together.
  private func rowAfter(_ row: Int) -> Table.Row.Kind? {
    let source = grid.sources[row]
    let next = grid.rowsOfSource[source].upperBound
    return next < grid.kinds.count ? grid.kinds[next] : nil
  }

  /// Whether a cell that goes on over a page's end can be repeated there beside its last rows.
  private func hasRoom(_ index: Int, from row: Int) -> Bool {
    let prepared = table.body.cells[index]
    let room = (row..<prepared.placement.rows.upperBound).reduce(Length.zero) {
      $0 + rows.heights[$1]
    }
    guard manuscript.repeatsGroups, let text = prepared.texts.first else { return true }
    return room >= text.style.paragraph.leading
  }
}
