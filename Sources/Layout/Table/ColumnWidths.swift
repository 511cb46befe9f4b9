import Geometry
import Manuscript

/// What a cell asks of its column.
struct CellDemand {
  var row: Int
  var column: Int
  var columnSpan: Int
  /// The width of its longest part that cannot be broken, with padding.
  var least: Length
  /// Its width on one line, with padding.
  var natural: Length
}

/// Shares a measure out among the columns of a table.
///
/// Fixed and shared widths stand as given, fitted ones take their widest cell. The rest of the
/// measure goes to the other columns so that the table becomes low: starting from widths in
/// proportion to what the columns hold, room is moved from column to column in ever smaller steps
/// as long as the sum of the rows' heights falls. Heights are estimated as the cells' natural width
/// over their column's, in lines; no column goes below its longest word unless the measure is too
/// narrow for all of them.
struct ColumnWidths {
  /// Rows looked at in the search; of longer tables an even sample is taken, so that the cost does
  /// not grow with the table.
  static let sampledRows = 300
  /// The steps in which room is moved, in points.
  static let steps: [Double] = [48, 24, 12, 6, 3]

  let columns: [Table.Column]
  let measure: Length
  let demands: [CellDemand]

  private(set) var least: [Length]
  private(set) var natural: [Length]

  init(columns: [Table.Column], measure: Length, demands: [CellDemand]) {
    self.columns = columns
    self.measure = measure
    self.demands = demands
    least = Array(repeating: .zero, count: columns.count)
    natural = least
    for demand in demands where demand.columnSpan == 1 {
      least[demand.column] = max(least[demand.column], demand.least)
      natural[demand.column] = max(natural[demand.column], demand.natural)
    }
    for demand in demands where demand.columnSpan > 1 {
      let spanned = demand.column..<demand.column + demand.columnSpan
      let lacking = demand.least - least[spanned].reduce(.zero, +)
      guard lacking > .zero else { continue }
      let parts = lacking.divided(by: Array(repeating: 1, count: demand.columnSpan))
      for (column, part) in zip(spanned, parts) {
        least[column] += part
        natural[column] = max(natural[column], least[column])
      }
    }
  }

  /// The width of every column; they add up to the measure when `fillsMeasure`, and never to more:
  /// where the columns' longest words or given widths do, the widest columns are cut back, and what
  /// then does not fit in a cell is told when its lines are broken.
  func widths(fillsMeasure: Bool) -> [Length] {
    var widths = Array(repeating: Length.zero, count: columns.count)
    var open: [Int] = []
    for (index, column) in columns.enumerated() {
      switch column.width {
      case .fixed(let width): widths[index] = width
      case .share(let share): widths[index] = measure.scaled(by: share)
      case .fit: widths[index] = natural[index]
      case .auto: open.append(index)
      }
    }
    let given = widths.reduce(.zero, +)
    guard !open.isEmpty else { return shrunk(widths, to: measure) }
    let leastOpen = open.reduce(Length.zero) { $0 + least[$1] }
    let room = max(measure - given, leastOpen)
    let naturalOpen = open.reduce(Length.zero) { $0 + natural[$1] }

    if naturalOpen <= room {
      let surplus = fillsMeasure ? room - naturalOpen : .zero
      // Words take the room that is over; columns of numbers stay as narrow as they are.
      let texts = open.filter { columns[$0].alignment == .left }
      let takers = texts.isEmpty ? open : texts
      let parts = surplus.divided(by: takers.map { Double(natural[$0].units) + 1 })
      for index in open { widths[index] = natural[index] }
      for (index, part) in zip(takers, parts) { widths[index] += part }
    } else {
      for (index, width) in zip(open, search(open, room: room)) { widths[index] = width }
    }
    return shrunk(widths, to: measure)
  }

  /// Takes from the fitted columns what passes the measure, down to their longest words.
  private func shrunk(_ widths: [Length], to measure: Length) -> [Length] {
    var widths = widths
    var excess = widths.reduce(.zero, +) - measure
    for index in columns.indices.reversed() where excess > .zero {
      guard columns[index].width == .fit || columns[index].width == .auto else { continue }
      let spare = min(excess, max(.zero, widths[index] - least[index]))
      widths[index] -= spare
      excess -= spare
    }
    return excess > .zero ? levelled(widths, to: measure) : widths
  }

  /// Cuts the widest columns back to one width, such that all columns fit.
  private func levelled(_ widths: [Length], to measure: Length) -> [Length] {
    var room = measure
    var left = widths.count
    var level = Length.zero
    for width in widths.sorted() {
      level = room / max(left, 1)
      guard width <= level else { break }
      room -= width
      left -= 1
    }
    return widths.map { min($0, level) }
  }

  private func search(_ open: [Int], room: Length) -> [Length] {
    let slack = room - open.reduce(Length.zero) { $0 + least[$1] }
    var widths = firstGuess(open, slack: slack)
    guard open.count > 1, slack > .zero else { return widths }

    let rows = sample(of: open)
    var best = height(of: rows, widths)
    for step in Self.steps.map(Length.points) {
      var moved = true
      while moved {
        moved = false
        for giver in open.indices where widths[giver] - step >= least[open[giver]] {
          for taker in open.indices
          where taker != giver && widths[giver] - step >= least[open[giver]] {
            widths[giver] -= step
            widths[taker] += step
            let height = height(of: rows, widths)
            if height < best {
              best = height
              moved = true
            } else {
              widths[giver] += step
              widths[taker] -= step
            }
          }
        }
      }
    }
    return widths
  }

  /// The columns at their longest words, and the slack shared out by what they hold beyond; none
  /// gets more than it can use.
  private func firstGuess(_ open: [Int], slack: Length) -> [Length] {
    var widths = open.map { least[$0] }
    var slack = slack
    var hungry = Array(open.indices)
    while slack > .zero, !hungry.isEmpty {
      let wishes = hungry.map {
        Double((natural[open[$0]] - least[open[$0]]).units).squareRoot() + 1
      }
      let parts = slack.divided(by: wishes)
      slack = .zero
      for (slot, part) in zip(hungry, parts) {
        widths[slot] += part
        let surplus = widths[slot] - natural[open[slot]]
        if surplus > .zero {
          widths[slot] -= surplus
          slack += surplus
        }
      }
      hungry.removeAll { widths[$0] >= natural[open[$0]] }
    }
    return widths
  }

  /// The natural widths of the open columns' cells, row by row, for up to `sampledRows` rows.
  private func sample(of open: [Int]) -> [[Double]] {
    var slots = Array(repeating: -1, count: columns.count)
    for (slot, column) in open.enumerated() { slots[column] = slot }
    let last = demands.last?.row ?? 0
    let stride = max(1, (last + 1) / Self.sampledRows)
    var rows: [[Double]] = []
    var current = -1
    for demand in demands where demand.columnSpan == 1 && demand.row % stride == 0 {
      guard slots[demand.column] >= 0 else { continue }
      if demand.row != current {
        rows.append(Array(repeating: 0, count: open.count))
        current = demand.row
      }
      rows[rows.count - 1][slots[demand.column]] = Double(demand.natural.units)
    }
    return rows
  }

  /// The estimated height of the sampled rows, in lines, and a little for every line that a lower
  /// cell has, so that of two tables equally high the less broken one is taken.
  private func height(of rows: [[Double]], _ widths: [Length]) -> Double {
    var sum = 0.0
    for row in rows {
      var highest = 1.0
      for (slot, natural) in row.enumerated() {
        let width = Double(max(widths[slot].units, 1))
        // A line is never filled to its end: words do not divide.
        let lines = (natural / (width * 0.94)).rounded(.up)
        sum += lines * 0.02
        highest = max(highest, lines)
      }
      sum += highest
    }
    return sum
  }
}
