import Kinds

/// Which rows of a table a sum is the sum of.
///
/// A row that names its parts (`av`) has those. Else the sums of a kind of statement are known by
/// name from its schema, and all others stand below what they sum: a subtotal sums the items since
/// the sum or heading before it, a total everything since the total before it, with each subtotal in
/// place of its items; of two totals in a row the second is of the same rows. A head within the table
/// begins it anew. Where rows are indented, a sum with deeper rows right below it sums those, and
/// deeper rows of an item are parts of it and not counted again. Rows of the kind `varav` are never
/// counted.
struct SumStructure {
  /// What a schema knows of a sum of a statement.
  struct KnownSum {
    /// The sum's names.
    var names: [String]
    /// Names of a part that must be there for this to hold.
    var from: [String]
    /// Names of other parts, which may be there.
    var and: [String]
  }

  let table: DataTable
  let known: [KnownSum]

  /// The ways in which a sum may be put together, the likeliest first; none for a row that is no sum.
  func parts(of row: Int) -> [[Int]] {
    let sum = table.rows[row]
    if !sum.parts.isEmpty {
      return [without(sum, sum.parts.compactMap { nearest($0.folded, to: row) })]
    }
    guard sum.kind.isSum else { return [] }
    return ([knownParts(of: row), below(row) ?? above(row)].compactMap { $0 })
      .map { without(sum, $0) }.filter { !$0.isEmpty }
  }

  private func without(_ sum: DataTable.Row, _ parts: [Int]) -> [Int] {
    let exceptions = Set(sum.exceptions.map(\.folded))
    return exceptions.isEmpty
      ? parts : parts.filter { !exceptions.contains(table.rows[$0].name.folded) }
  }

  /// The row of a name that is nearest above a row, else below it.
  private func nearest(_ name: String, to row: Int) -> Int? {
    table.rows[..<row].lastIndex { $0.name.folded == name }
      ?? table.rows[(row + 1)...].firstIndex { $0.name.folded == name }
  }

  private func knownParts(of row: Int) -> [Int]? {
    let name = table.rows[row].name.folded
    for sum in known where sum.names.contains(where: { $0.foldedForLookup == name }) {
      let required = rows(called: sum.from, besides: row)
      guard !required.isEmpty else { continue }
      return (required + rows(called: sum.and, besides: row)).sorted()
    }
    return nil
  }

  private func rows(called names: [String], besides row: Int) -> [Int] {
    let wanted = Set(names.map(\.foldedForLookup))
    return table.rows.indices.filter {
      $0 != row && table.rows[$0].kind != .part && table.rows[$0].kind != .heading
        && wanted.contains(table.rows[$0].name.folded)
    }
  }

  /// The deeper rows that stand right below a sum, those one step down.
  private func below(_ row: Int) -> [Int]? {
    let depth = table.rows[row].depth
    let inner = table.rows[(row + 1)...].prefix { $0.depth > depth }
    guard let first = inner.first(where: { $0.kind != .heading }) else { return nil }
    return inner.indices.filter {
      table.rows[$0].depth == first.depth && table.rows[$0].kind.counts
    }
  }

  private func above(_ row: Int) -> [Int] {
    let isTotal = table.rows[row].kind == .total
    var open: [Int] = []
    var before: [Int] = []
    // The first of the open rows that a subtotal to come would sum.
    var start = 0
    for index in 0..<row {
      let other = table.rows[index]
      switch other.kind {
      case .part: continue
      case .heading:
        if other.isHead {
          open = []
          before = []
        }
        start = open.count
      case .total:
        if !open.isEmpty { before = open }
        open = []
        start = 0
      case .subtotal:
        if below(index) == nil {
          open.removeSubrange(start...)
          open.append(index)
          start = open.count
        } else {
          open.append(index)
        }
      case .item:
        if !isInside(index) { open.append(index) }
      }
    }
    guard isTotal else { return Array(open[start...]) }
    return open.isEmpty ? before : open
  }

  /// Whether a row is a deeper part of an item or a sum above it.
  private func isInside(_ index: Int) -> Bool {
    let depth = table.rows[index].depth
    guard depth > 0, let outer = table.rows[..<index].last(where: { $0.depth < depth }) else {
      return false
    }
    return outer.kind != .heading
  }
}

extension DataTable.RowKind {
  /// Whether a sum counts such a row.
  fileprivate var counts: Bool { self != .part && self != .heading }
}
