import Geometry

extension ColumnWidths {
  /// The widths of the open columns at which the rows are lowest, in a room that has their longest
  /// words, beside other columns of given widths.
  func search(_ open: [Int], room: Length, given: [Length]) -> [Length] {
    let leastOpen = open.reduce(0) { $0 + least[$1].units }
    let slack = room.units - leastOpen
    // Columns that can use no room are as wide as they are.
    let free = open.filter { natural[$0] > least[$0] }
    guard slack > 0, free.count > 1 else {
      return open.map { free.contains($0) ? least[$0] + Length(units: slack) : least[$0] }
    }
    var slots = Array(repeating: -1, count: columns.count)
    for (slot, column) in free.enumerated() { slots[column] = slot }
    let task = self.task(free, slots: slots, slack: slack, given: given)
    let found = task.widths()
    return open.map { slots[$0] < 0 ? least[$0] : Length(units: found[slots[$0]]) }
  }

  private func task(
    _ free: [Int], slots: [Int], slack: Int, given: [Length]
  ) -> LowestWidths {
    let rows = searchedRows()
    var indexOfRow: [Int: Int] = [:]
    for (index, row) in rows.enumerated() { indexOfRow[row.row] = index }
    let ranges = free.map { index in
      least[index].units...min(natural[index].units, least[index].units + slack)
    }
    var cells: [[(row: Int, steps: [HeightStep])]] = Array(repeating: [], count: free.count)
    var spans: [LowestWidths.Span] = []
    var base = Array(repeating: Int32(0), count: rows.count)
    for (index, demand) in demands.enumerated() {
      guard let row = indexOfRow[demand.row] else { continue }
      let within = demand.columns.filter { slots[$0] >= 0 }
      if within.isEmpty || demand.columnSpan == columns.count {
        let width = demand.columns.reduce(0) { $0 + max(given[$1], least[$1]).units }
        let full = demand.columnSpan == columns.count ? measure.units : width
        base[row] = max(base[row], Int32(clamping: heightSteps(index, full...full, 1)[0].height))
      } else if demand.columnSpan == 1 {
        let range = ranges[slots[demand.column]]
        cells[slots[demand.column]].append(
          (row, heightSteps(index, range, Self.grain.units)))
      } else {
        let others = demand.columns.filter { slots[$0] < 0 }
          .reduce(0) { $0 + max(given[$1], least[$1]).units }
        let range =
          within.reduce(others) {
            $0 + ranges[slots[$1]].lowerBound
          }...within
          .reduce(others) { $0 + ranges[slots[$1]].upperBound }
        spans.append(
          LowestWidths.Span(
            columns: within.map { slots[$0] }, given: others, row: row,
            steps: heightSteps(index, range, Self.grain.units)))
      }
    }
    // The last column under a spanning cell is the one that widens for it, so that those before it
    // stand close.
    var wishes: [[Int]] = Array(repeating: [], count: free.count)
    for span in spans {
      guard let last = span.columns.last else { continue }
      let others = span.columns.dropLast().reduce(span.given) { $0 + ranges[$1].lowerBound }
      wishes[last] += span.steps.map { $0.width - others }.filter(ranges[last].contains)
    }
    let searched = free.indices.map { slot in
      column(cells[slot], wishes: wishes[slot], range: ranges[slot], rows: rows.count)
    }
    return LowestWidths(
      columns: searched, spans: spans, base: base, weights: rows.map(\.weight),
      room: free.reduce(slack) { $0 + least[$1].units })
  }

  /// A column of the search: the widths at which its cells' heights change, and other widths that
  /// are wished for, with the heights.
  private func column(
    _ cells: [(row: Int, steps: [HeightStep])], wishes: [Int], range: ClosedRange<Int>, rows: Int
  ) -> LowestWidths.Column {
    var widths = cells.flatMap { $0.steps.map(\.width) }
    widths.append(range.lowerBound)
    widths += wishes
    widths.sort()
    var candidates: [Int] = []
    let grain = max(Self.grain.units, (range.upperBound - range.lowerBound) / Self.mostCandidates)
    // Of widths that lie close the widest stands for all.
    for width in widths {
      if candidates.count > 1, width - candidates[candidates.count - 2] < grain {
        candidates[candidates.count - 1] = width
      } else if width != candidates.last {
        candidates.append(width)
      }
    }
    var heights = Array(repeating: Int32(0), count: candidates.count * rows)
    for cell in cells {
      var step = 0
      for (index, width) in candidates.enumerated() {
        while step + 1 < cell.steps.count, cell.steps[step + 1].width <= width { step += 1 }
        let at = index * rows + cell.row
        heights[at] = max(heights[at], Int32(clamping: cell.steps[step].height))
      }
    }
    return LowestWidths.Column(candidates: candidates, heights: heights)
  }

  /// The rows that the search looks at, each with how many it stands for.
  ///
  /// Rows are put in order of how much they hold, and cut into kinds of equal count; the middle one
  /// of each stands for its kind. The order is by buckets, so that it takes time in proportion.
  private func searchedRows() -> [(row: Int, weight: Int)] {
    let count = (demands.map(\.row).max() ?? -1) + 1
    let headWeight = max(2, count / Self.rowsOfPage)
    let heads = (0..<min(headRows, count)).map { (row: $0, weight: headWeight) }
    guard count > Self.searchedRows else { return heads + (heads.count..<count).map { ($0, 1) } }
    var held = Array(repeating: 0, count: count)
    for demand in demands where demand.row >= 0 { held[demand.row] += demand.natural.units }
    let most = max(held.max() ?? 1, 1)
    let buckets = 256
    var rowsOfBucket: [[Int]] = Array(repeating: [], count: buckets)
    for (row, units) in held.enumerated() {
      guard row >= heads.count else { continue }
      rowsOfBucket[min(units * buckets / most, buckets - 1)].append(row)
    }
    let ordered = rowsOfBucket.flatMap { $0 }
    return heads
      + (0..<Self.searchedRows).map { kind in
        let first = kind * ordered.count / Self.searchedRows
        let end = (kind + 1) * ordered.count / Self.searchedRows
        return (ordered[(first + end) / 2], end - first)
      }
  }
}
