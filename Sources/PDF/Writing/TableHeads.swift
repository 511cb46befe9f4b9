import Pages

/// Which header cells head each cell of the tables, as far as a cell has to say so.
///
/// A table of one head row and no other heads says it all by the head cells' scope. One with a
/// second head row, with row heads or group rows does not: there each data cell names its heads.
///
/// Groups end where the next begins, or the table's foot; a group row is one whose only cell is a head over all columns.
/// A row of nothing but column heads inside the body heads the columns from there on, in place of
/// the heads above. What an element says of its heads itself goes before all that.
struct TableHeads {
  /// The header cells that are named, in the order of their first naming; the place is the ID.
  private(set) var named: [Int32] = []
  /// The names of each element that is a named header cell; −1 for none.
  private var nameOf: [Int32]
  /// The range of `heads` that holds the heads of each element; empty when no table needs it.
  private var headsOf: [Range<Int>] = []
  private var heads: [Int32] = []
  /// How many cells have the heads that begin at a place in `heads`.
  private var uses: [Int32] = []

  private let tree: TagTree
  private let structure: StructureTree
  private let elements: [StructureTree.Element]

  /// The heads of all tables of a tree.
  init(_ tree: TagTree, _ structure: StructureTree) {
    self.tree = tree
    self.structure = structure
    nameOf = Array(repeating: -1, count: tree.nodes.count)
    elements = structure.elements
    for index in tree.nodes.indices where tree.nodes[index].kind == .table { read(Int32(index)) }
  }

  /// The place of a header cell among the named ones; nil when no cell names it.
  func name(of cell: Int32) -> Int? {
    nameOf[Int(cell)] < 0 ? nil : Int(nameOf[Int(cell)])
  }

  /// The places of the heads that a data cell names, among the named ones.
  func heads(of cell: Int32) -> ArraySlice<Int32> {
    heads[headsOf.isEmpty ? 0..<0 : headsOf[Int(cell)]]
  }

  /// Where the heads of a data cell stand among those of all, if another cell has the same: cells with
  /// the same place have the same heads.
  func sharedHeads(of cell: Int32) -> Int? {
    guard !headsOf.isEmpty, let first = headsOf[Int(cell)].first else { return nil }
    return uses[first] > 1 ? first : nil
  }

  /// A cell at its place in the table's grid.
  private struct Placed {
    var node: Int32
    var row: Int
    var columns: Range<Int>
    var rows: Range<Int>
  }

  private mutating func read(_ table: Int32) {
    var headRows: [Int32] = []
    var bodyRows: [Int32] = []
    /// The first row of the foot, which no group holds.
    var footRow = Int.max
    tree.forEachChild(of: table) { part in
      let kind = tree[part].kind
      tree.forEachChild(of: part) { row in
        if kind == .tableHead { headRows.append(row) }
        if kind == .tableFoot, footRow == .max { footRow = bodyRows.count }
        if kind == .tableBody || kind == .tableFoot { bodyRows.append(row) }
      }
    }
    guard headRows.count > 1 || bodyRows.contains(where: holdsHead) else { return }
    let head = place(headRows)
    let body = place(bodyRows)
    if headsOf.isEmpty { headsOf = Array(repeating: 0..<0, count: tree.nodes.count) }
    let width = (head + body).reduce(0) { max($0, $1.columns.upperBound) }
    var columnHeads: [[Int32]] = Array(repeating: [], count: width)
    for cell in head where tree[cell.node].kind == .headerCell && holdsText(cell.node) {
      for column in cell.columns { columnHeads[column].append(cell.node) }
    }
    readBody(body, columnHeads: columnHeads, width: width, foot: footRow)
  }

  private mutating func readBody(
    _ body: [Placed], columnHeads: [[Int32]], width: Int, foot: Int
  ) {
    var columnHeads = columnHeads
    var group: Int32?
    var wasInnerHead = false
    /// The row heads whose rows are not over.
    var rowHeads: [Placed] = []
    /// Where the heads of the last cell stand that began in a column.
    var lastHeads: [Range<Int>] = Array(repeating: 0..<0, count: width)
    var first = body.startIndex
    while first < body.endIndex {
      let row = body[first].row
      let last = body[first...].firstIndex { $0.row != row } ?? body.endIndex
      let cells = body[first..<last]
      first = last
      rowHeads.removeAll { !$0.rows.contains(row) }
      if row == foot { group = nil }
      if cells.count == 1, let cell = cells.first, cell.columns == 0..<width,
        tree[cell.node].kind == .headerCell
      {
        group = cell.node
        continue
      }
      if isInnerHead(cells) {
        // Two such rows after one another are the two levels of one head.
        if !wasInnerHead { columnHeads = Array(repeating: [], count: width) }
        wasInnerHead = true
        for cell in cells where holdsText(cell.node) {
          for column in cell.columns { columnHeads[column].append(cell.node) }
        }
        continue
      }
      wasInnerHead = false
      for cell in cells where tree[cell.node].kind == .headerCell && holdsText(cell.node) {
        rowHeads.append(cell)
      }
      for cell in cells where tree[cell.node].kind == .dataCell {
        let start = heads.count
        defer { settle(cell.node, from: start, &lastHeads[cell.columns.lowerBound]) }
        let own =
          elements[Int(cell.node)].hasDetails
          ? structure.details(of: ElementID(index: cell.node))?.heads ?? [] : []
        guard own.isEmpty else {
          for head in own { name(head.index, from: start) }
          continue
        }
        for column in cell.columns {
          for head in columnHeads[column] { name(head, from: start) }
        }
        if let group { name(group, from: start) }
        for head in rowHeads { name(head.node, from: start) }
      }
    }
  }

  /// Whether any of a row's cells is a head.
  private func holdsHead(_ row: Int32) -> Bool {
    var cell = tree[row].firstChild
    while cell >= 0 {
      if tree[cell].kind == .headerCell { return true }
      cell = tree[cell].sibling
    }
    return false
  }

  /// Whether a row's cells all head columns.
  private func isInnerHead(_ cells: ArraySlice<Placed>) -> Bool {
    cells.allSatisfy {
      tree[$0.node].kind == .headerCell && !elements[Int($0.node)].headsRow
    }
  }

  /// Gives a cell the heads that have been named for it, or the same ones of the cell above it.
  private mutating func settle(_ cell: Int32, from start: Int, _ above: inout Range<Int>) {
    let own = start..<heads.count
    guard !own.isEmpty else { return }
    if heads[own].elementsEqual(heads[above]) {
      heads.removeSubrange(own)
      uses[above.lowerBound] += 1
    } else {
      uses.append(contentsOf: repeatElement(1, count: own.count))
      above = own
    }
    headsOf[Int(cell)] = above
  }

  /// Adds a head to those of the cell at hand, whose begin at `start`.
  private mutating func name(_ head: Int32, from start: Int) {
    if nameOf[Int(head)] < 0 {
      nameOf[Int(head)] = Int32(named.count)
      named.append(head)
    }
    let name = nameOf[Int(head)]
    if !heads[start...].contains(name) { heads.append(name) }
  }

  private func holdsText(_ cell: Int32) -> Bool {
    tree[cell].firstPiece >= 0 || tree[cell].firstChild >= 0
  }

  /// Puts the cells of rows in their columns: each in the first one that is free.
  private func place(_ rows: [Int32]) -> [Placed] {
    var cells: [Placed] = []
    /// For each column, the row from which on it is free.
    var freeFrom: [Int] = []
    for (row, node) in rows.enumerated() {
      var column = 0
      tree.forEachChild(of: node) { cell in
        guard Int(cell) < elements.count else { return }
        while column < freeFrom.count, freeFrom[column] > row { column += 1 }
        let columns = column..<column + max(1, elements[Int(cell)].columnSpan)
        while freeFrom.count < columns.upperBound { freeFrom.append(0) }
        let end = row + max(1, elements[Int(cell)].rowSpan)
        for taken in columns { freeFrom[taken] = end }
        cells.append(Placed(node: cell, row: row, columns: columns, rows: row..<end))
        column = columns.upperBound
      }
    }
    return cells
  }
}
