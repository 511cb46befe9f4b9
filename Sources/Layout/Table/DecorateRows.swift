import Geometry
import Manuscript
import Typography

/// Draws the tints behind a table's rows and the rules between them.
struct RowDecorator {
  let table: TableSetter
  let columns: TableSetter.Columns
  let part: TableSetter.Part
  let isHead: Bool

  private var style: TableStyle { table.style }
  private var grid: TableGrid { part.grid }

  /// Adds the tints of a band's rows; `stripe` counts the rows since the last group's heading.
  func addFills(
    to band: inout Band, rows: Range<Int>, tops: [Length], heights: [Length], _ stripe: inout Int
  ) {
    for (row, top) in zip(rows, tops) {
      var colour: Colour?
      let kind = grid.kinds[row]
      if isHead || kind == .head {
        colour = style.headFill
        stripe = 0
      } else if kind == .group {
        colour = style.groupFill
        stripe = 0
      } else {
        // The lines of an entry are striped as one.
        if row == 0 || !grid.isInner(row - 1) { stripe += 1 }
        if stripe.isMultiple(of: 2) { colour = style.zebraFill }
      }
      guard let colour else { continue }
      band.fills.append(
        Band.Fill(y: top, height: heights[row], x: .zero, width: columns.width, colour: colour))
    }
  }

  /// Adds the rules above, between and below a band's rows.
  func addRules(to band: inout Band, rows: Range<Int>, tops: [Length]) {
    let height = band.height
    func add(_ rule: RuleStyle?, y: Length, x: Length = .zero, width: Length) {
      guard let rule, width > .zero else { return }
      band.rules.append(Band.Rule(y: y, x: x, width: width, style: rule))
    }
    let isFirstPart = isHead || part.role == .body && table.table.head.isEmpty
    if rows.lowerBound == 0, isFirstPart { add(style.ruleTop, y: .zero, width: columns.width) }
    for (row, top) in zip(rows, tops) {
      let kind = grid.kinds[row]
      let bottom = row + 1 < rows.upperBound ? tops[row + 1 - rows.lowerBound] : height
      if !isHead, kind.isSum { add(style.ruleSum, y: top, width: columns.width) }
      guard !grid.isInner(row) else { continue }
      if part.role == .furniture, !isHead {
        continue
      } else if row == grid.kinds.count - 1 {
        add(isHead ? style.ruleHead : style.ruleBottom, y: bottom, width: columns.width)
      } else if isHead || kind == .head {
        if kind == .head, grid.kinds[row + 1] != .head {
          add(style.ruleHead, y: bottom, width: columns.width)
        } else {
          addSpanRules(below: row, y: bottom, to: &band)
        }
      } else if !grid.kinds[row + 1].isSum || style.ruleSum == nil {
        // A cell that reaches into the next row is not cut by the rule.
        for open in columnsEnding(after: row) {
          add(
            style.ruleRow, y: bottom, x: columns.edges[open.lowerBound],
            width: columns.edges[open.upperBound] - columns.edges[open.lowerBound])
        }
      }
    }
  }

  /// Adds a rule under each head that stands over several columns, as long as those columns' text is
  /// wide, so that neighbouring heads' rules do not touch.
  private func addSpanRules(below row: Int, y: Length, to band: inout Band) {
    guard let rule = style.ruleSpan, let first = columns.present.first,
      let last = columns.present.last
    else { return }
    for index in grid.cellsOfSource[grid.sources[row]] {
      let place = grid.placements[index]
      guard place.row == row, place.columnSpan > 1, place.rowSpan == 1,
        !part.cells[index].isEmpty
      else { continue }
      let padding = TableSetter.padding(of: place.columns, among: first...last, style)
      let x = columns.edges[place.columns.lowerBound] + padding.left
      let width = columns.edges[place.columns.upperBound] - padding.right - x
      guard width > .zero else { continue }
      band.rules.append(Band.Rule(y: y, x: x, width: width, style: rule))
    }
  }

  private func columnsEnding(after row: Int) -> [Range<Int>] {
    let count = table.table.columns.count
    guard let open = grid.openBelow[row] else { return [0..<count] }
    var isJoined = Array(repeating: false, count: count)
    for index in open {
      for column in grid.placements[index].columns { isJoined[column] = true }
    }
    var ranges: [Range<Int>] = []
    for column in isJoined.indices where !isJoined[column] {
      if let last = ranges.last, last.upperBound == column {
        ranges[ranges.count - 1] = last.lowerBound..<column + 1
      } else {
        ranges.append(column..<column + 1)
      }
    }
    return ranges
  }
}

extension Table.Row.Kind {
  /// Whether the row sums others.
  var isSum: Bool { self == .subtotal || self == .total }
}
