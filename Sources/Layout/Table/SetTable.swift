import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

/// Sets a table: its head and its rows as bands, ready to be stacked on pages.
///
/// Outline: place the cells in a grid and cut them into items (`prepare`); find the columns' widths,
/// for all columns or, where the measure is too narrow, for some at a time; break the cells' lines,
/// find the rows' heights, gather rows into bands with their rules and tints; and say what a page
/// that ends inside adds (`set`).
struct TableSetter {
  let typesetter: Typesetter
  let table: Table
  let style: TableStyle
  let element: ElementID

  /// The rows of the head or the body, or rows that are page furniture, on their way to bands.
  struct Part {
    enum Role { case head, body, furniture }

    var grid: TableGrid
    var cells: [PreparedCell]
    var role: Role

    /// The cells that begin in one of the table's rows.
    func cells(of source: Int) -> Range<Int> { grid.cellsOfSource[source] }
  }

  /// Some of the table's columns beside one another, and where they stand.
  struct Columns {
    /// The columns that are there.
    var present: [Int]
    /// The left edge of every column of the table, and the right one of the last; columns that are
    /// not there have no width.
    var edges: [Length]
    /// The columns that stood in an earlier piece of a split table already.
    var repeated: Set<Int> = []

    var width: Length { edges[edges.count - 1] }
  }

  /// A body row, or several that cannot be parted, set.
  struct SetRow {
    var band: Band
    var breakBefore: PageBreak
    /// What a page's end above or inside it adds, as an index into `Piece.turnovers`.
    var turnover: Int
    /// The notes that its cells call.
    var notes: [Int]
    /// Whether it is an entry that is not to be torn.
    var staysWhole: Bool
  }

  /// The table, or those of its columns that stand together.
  struct Piece {
    var head: [Band]
    /// The notes that the head calls.
    var headNotes: [Int]
    var rows: [SetRow]
    var turnovers: [Galley.Turnover]
  }

  /// The cells of the head and the body.
  private(set) var head: Part
  private(set) var body: Part
  /// The head of the pages that go on with the table; nil for the same as the first.
  private(set) var continued: Part?
  /// The rows of the carried sums, at the foot and at the head, one for each row that has them.
  private(set) var carried: (foot: Part, head: Part)?
  let numbers: NumberColumns
  private let demands: [CellDemand]

  /// Cuts the table's cells into items; they stay in the typesetter's buffer until `set`.
  init(typesetter: Typesetter, table: Table, style: TableStyle, element: ElementID) {
    self.typesetter = typesetter
    self.table = table
    self.style = style
    self.element = element
    typesetter.collector.items.removeAll(keepingCapacity: true)
    var preparer = PartPreparer(
      typesetter: typesetter, table: table, style: style, element: element)
    head = preparer.prepare(table.head, .head)
    body = preparer.prepare(table.rows, .body)
    continued = table.continuedHead.map { preparer.prepare($0, .furniture, isHead: true) }
    let sums = table.rows.compactMap(\.carried)
    if !sums.isEmpty {
      carried = (
        preparer.prepare(sums.map { Table.Row(cells: $0.foot, kind: .subtotal) }, .furniture),
        preparer.prepare(sums.map { Table.Row(cells: $0.head, kind: .subtotal) }, .furniture)
      )
    }
    preparer.makeRoomForBadges(in: &body)
    var numbers = NumberColumns(count: table.columns.count)
    numbers.read(body)
    if let carried {
      numbers.read(carried.foot)
      numbers.read(carried.head)
    }
    self.numbers = numbers
    demands = Self.demands(
      of: [head, body] + [continued, carried?.foot, carried?.head].compactMap { $0 }, style: style,
      columns: table.columns, numbers: numbers)
  }

  // MARK: Widths

  /// Room at the left and right of the cells of some columns.
  static func padding(
    of columns: Range<Int>, among present: ClosedRange<Int>, _ style: TableStyle
  ) -> (left: Length, right: Length) {
    (
      style.isFlush && columns.lowerBound <= present.lowerBound ? .zero : style.padding.left,
      style.isFlush && columns.upperBound > present.upperBound ? .zero : style.padding.right
    )
  }

  private static func demands(
    of parts: [Part], style: TableStyle, columns: [Table.Column], numbers: NumberColumns
  ) -> [CellDemand] {
    var demands: [CellDemand] = []
    demands.reserveCapacity(parts.reduce(0) { $0 + $1.cells.count })
    var rowsBefore = 0
    for (index, part) in parts.enumerated() {
      for (number, cell) in part.cells.enumerated() {
        let place = cell.placement
        let padding = padding(of: place.columns, among: 0...columns.count - 1, style)
        var least = cell.least
        var natural = cell.natural
        if cell.wholePart != nil {
          natural = max(natural, numbers.width(of: place.column))
          least = natural
        }
        let both = padding.left + padding.right
        demands.append(
          CellDemand(
            part: index, cell: number, row: part.role == .furniture ? -1 : rowsBefore + place.row,
            column: place.column, columnSpan: place.columnSpan, rowSpan: place.rowSpan,
            least: least + both, divided: least + both, natural: natural + both))
      }
      rowsBefore += part.grid.kinds.count
    }
    return demands
  }

  /// The parts in the order that the demands name them in.
  private var parts: [Part] {
    [head, body] + [continued, carried?.foot, carried?.head].compactMap { $0 }
  }

  /// The demands that some columns meet, with the widths of divided words if asked.
  private func widths(
    of present: [Int], in measure: Length, dividing: Bool
  ) -> ColumnWidths {
    var slots = Array(repeating: -1, count: table.columns.count)
    for (slot, column) in present.enumerated() { slots[column] = slot }
    let parts = self.parts
    let preparer = CellPreparer(
      typesetter: typesetter, tableStyle: style, columns: table.columns)
    var met: [CellDemand] = []
    met.reserveCapacity(demands.count)
    for var demand in demands {
      if present.count < table.columns.count {
        let within = (demand.column..<demand.column + demand.columnSpan).filter { slots[$0] >= 0 }
        guard let first = within.first else { continue }
        demand.column = slots[first]
        demand.columnSpan = within.count
      }
      if dividing {
        let cell = parts[demand.part].cells[demand.cell]
        demand.divided =
          demand.least - cell.least + preparer.dividedWidth(of: cell)
      }
      met.append(demand)
    }
    let items = typesetter.collector.items
    return ColumnWidths(
      columns: present.map { table.columns[$0] }, measure: measure, demands: met,
      headRows: head.grid.kinds.count, flushRoom: style.isFlush ? style.padding.right : .zero,
      heightSteps: { index, widths, grain in
        let demand = met[index]
        let cell = parts[demand.part].cells[demand.cell]
        let padding = (demand.natural - cell.natural).units
        guard cell.wholePart == nil, cell.natural.units > widths.lowerBound - padding else {
          let leading = cell.texts.reduce(0) { $0 + $1.style.paragraph.leading.units }
          return [HeightStep(width: widths.lowerBound, height: leading / demand.rowSpan)]
        }
        let inner = max(widths.lowerBound - padding, 1)...max(widths.upperBound - padding, 1)
        return cell.heightSteps(items, widths: inner, grain: grain).map {
          HeightStep(width: $0.width + padding, height: $0.height / demand.rowSpan)
        }
      })
  }

  /// The least measure at which no word of the table has to stand out or be broken without a hyphen.
  func leastMeasure(near measure: Length) -> Length {
    let all = Array(table.columns.indices)
    let whole = widths(of: all, in: measure, dividing: false).leastMeasure
    return whole <= measure ? whole : widths(of: all, in: measure, dividing: true).leastMeasure
  }

  /// Deals the columns out on pieces that keep inside a measure, each with the labels' columns.
  ///
  /// - Returns: the columns of each piece; one piece of all of them where they fit, or where the
  ///   labels alone leave no room.
  func split(into measure: Length) -> [[Int]] {
    let all = Array(table.columns.indices)
    let least = widths(of: all, in: measure, dividing: true).divided
    let labels = Array(all.prefix(max(0, min(table.labelColumns, all.count - 1))))
    let room = measure - labels.reduce(.zero) { $0 + least[$1] }
    func deal(atMost count: Int) -> [[Int]] {
      var pieces: [[Int]] = []
      var width = Length.zero
      for column in all[labels.count...] {
        if let last = pieces.last, width + least[column] <= room, last.count < count {
          pieces[pieces.count - 1].append(column)
          width += least[column]
        } else {
          pieces.append([column])
          width = least[column]
        }
      }
      return pieces
    }
    let pieces = deal(atMost: all.count)
    guard room > .zero, pieces.count > 1 else { return [all] }
    // As many columns on each as on the others, where that takes no more pieces.
    let even = deal(atMost: (all.count - labels.count + pieces.count - 1) / pieces.count)
    return (even.count == pieces.count ? even : pieces).map { labels + $0 }
  }

  /// Finds the widths of some columns and where they come to stand.
  func columns(_ present: [Int], in measure: Length, after earlier: Set<Int>) -> Columns {
    var task = widths(of: present, in: measure, dividing: false)
    if task.least.reduce(.zero, +) > measure {
      task = widths(of: present, in: measure, dividing: true)
    }
    let widths = task.widths(fillsMeasure: style.fillsMeasure)
    var edges = [Length.zero]
    var slot = 0
    for column in table.columns.indices {
      let isThere = slot < present.count && present[slot] == column
      edges.append(edges[column] + (isThere ? widths[slot] : .zero))
      if isThere { slot += 1 }
    }
    return Columns(present: present, edges: edges, repeated: earlier)
  }

  // MARK: The table

  /// Breaks the cells' lines and gathers the rows into bands: in one piece, or in several of some
  /// columns each.
  func set(in measure: Length, split: Bool) -> [Piece] {
    let pieces = split ? self.split(into: measure) : [Array(table.columns.indices)]
    var seen: Set<Int> = []
    /// The columns of all pieces are found before the first line is set, since the items go then.
    var found: [Columns] = []
    for present in pieces {
      found.append(columns(present, in: measure, after: seen))
      seen.formUnion(present)
    }
    let rows = found.map { columns in
      var setter = RowSetter(table: self, columns: columns)
      return setter.setRows()
    }
    return zip(found, rows).map { columns, rows in
      TableTurner(table: self, columns: columns, rows: rows, measure: measure).piece()
    }
  }
}
