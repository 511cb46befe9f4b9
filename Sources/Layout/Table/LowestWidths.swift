/// Finds the widths of a table's columns at which the sum of its rows' heights is least.
///
/// A row is as high as its highest cell, and a cell's height falls in steps as its column widens. So
/// only the widths at which some cell loses a line come into question, and the search is one among
/// few: for every column such a candidate, all of them together no wider than the room.
///
/// Worked example: two columns share 100. The left one's cells need 60 to stand on one line or 30
/// for two; the right one's need 90, 50 or 40 for one, two and three. Beginning with 60 and 90, fifty
/// too many, the cheapest cut is the right one's to 50 at one line for 40; then the left one's to 30,
/// a row that is two lines high already, for nothing. 80 are used, the row is two lines high, and 20
/// are over for calm.
///
/// Three stages: every column begins as wide as it can use and is cut back where a cut costs the
/// least height for the width it gives (Everett's multipliers, taken greedily); room is then moved
/// between pairs of columns, and out of two into one, as long as that gains; and what is still open
/// is searched in full, with bounds, as far as a budget lasts.
///
/// Source: H. Everett, *Generalized Lagrange Multiplier Method for Solving Problems of Optimum
/// Allocation of Resources*, 1963, for the slopes; that the widths of an auto-layout table are a
/// knapsack whose exact solution is hard, R. J. Anderson and S. Sobti, *The Table Layout Problem*,
/// 1999. How we differ: a budget in place of exactness, since a table of four columns is within a
/// hundredth of the best long before it is spent.
struct LowestWidths {
  /// How many cells may be looked at in the full search.
  static let budget = 400_000
  /// What a line of a lower cell weighs against one that makes its row higher, so that of two tables
  /// equally high the less broken one is taken: one part in so many.
  static let heightWeight = 400

  /// A column in the search.
  struct Column {
    /// The widths in question, rising.
    var candidates: [Int]
    /// The heights of its cells: those of all rows at the first candidate, then at the second, and so on.
    var heights: [Int32]
  }

  /// A cell over several columns.
  struct Span {
    /// The columns of the search that it stands over.
    var columns: [Int]
    /// The width of the other columns that it stands over.
    var given: Int
    var row: Int
    var steps: [HeightStep]

    /// Its height at a width.
    func height(at width: Int) -> Int {
      var height = steps.first?.height ?? 0
      for step in steps where step.width <= width { height = step.height }
      return height
    }
  }

  let columns: [Column]
  let spans: [Span]
  /// The least height of each row: that of the cells which are not in question.
  let base: [Int32]
  /// How many of the table's rows each row stands for.
  let weights: [Int]
  let room: Int

  private var rows: Int { base.count }

  init(columns: [Column], spans: [Span], base: [Int32], weights: [Int], room: Int) {
    self.columns = columns
    self.spans = spans
    self.base = base
    self.weights = weights
    self.room = room
  }

  /// The widths found; they add up to no more than the room, unless the least ones do not.
  func widths() -> [Int] {
    var choice = columns.map { $0.candidates.count - 1 }
    cutBack(&choice)
    exchange(&choice)
    if columns.count > 1 {
      var search = FullSearch(task: self, best: choice, cost: cost(choice))
      search.run()
      choice = search.best
    }
    return zip(columns, choice).map { $0.candidates[$1] }
  }

  private func used(_ choice: [Int]) -> Int {
    zip(columns, choice).reduce(0) { $0 + $1.0.candidates[$1.1] }
  }

  /// What a choice of widths costs: the height it comes to, and a little for every line.
  private func cost(_ choice: [Int]) -> Int {
    var highest = base
    var sum = 0
    for (column, candidate) in choice.enumerated() {
      raise(&highest, &sum, column: column, candidate: candidate)
    }
    return price(of: choice, highest: highest, sum: sum)
  }

  /// Makes rows as high as a column's cells at a width ask for, and adds up what they ask for.
  fileprivate func raise(
    _ highest: inout [Int32], _ sum: inout Int, column: Int, candidate: Int
  ) {
    let first = candidate * rows
    for row in 0..<rows {
      let height = columns[column].heights[first + row]
      sum += Int(height) * weights[row]
      if height > highest[row] { highest[row] = height }
    }
  }

  /// The cost of rows so high; cells over several columns count where all widths are chosen.
  fileprivate func price(of choice: [Int]?, highest: [Int32], sum: Int) -> Int {
    var total = 0
    for row in 0..<rows { total += Int(highest[row]) * weights[row] }
    guard let choice else { return total * Self.heightWeight + sum }
    /// How much higher the spanning cells make the rows.
    var raised: [Int: Int] = [:]
    for span in spans {
      let width = span.columns.reduce(span.given) { $0 + columns[$1].candidates[choice[$1]] }
      let lacking = span.height(at: width) - Int(highest[span.row])
      raised[span.row] = max(raised[span.row] ?? 0, lacking)
    }
    for span in spans {
      total += (raised.removeValue(forKey: span.row) ?? 0) * weights[span.row]
    }
    return total * Self.heightWeight + sum
  }

  /// Cuts columns back where it costs least for what it gives, until they fit.
  private func cutBack(_ choice: inout [Int]) {
    /// How many candidates further down are looked at.
    let reach = 12
    while used(choice) > room {
      let now = cost(choice)
      let excess = used(choice) - room
      var best: (slope: Double, column: Int, candidate: Int)?
      for column in columns.indices where choice[column] > 0 {
        let current = choice[column]
        let widths = columns[column].candidates
        var trial = choice
        for candidate in stride(from: current - 1, through: max(0, current - reach), by: -1) {
          trial[column] = candidate
          let given = min(widths[current] - widths[candidate], excess)
          let slope = Double(cost(trial) - now) / Double(given)
          if best.map({ slope < $0.slope }) ?? true { best = (slope, column, candidate) }
          if widths[current] - widths[candidate] >= excess { break }
        }
      }
      guard let best else { return }
      choice[best.column] = best.candidate
    }
  }

  /// Moves room between columns as long as the table becomes lower.
  private func exchange(_ choice: inout [Int]) {
    var now = cost(choice)
    var rounds = 0
    while rounds < 40 {
      rounds += 1
      var best: (cost: Int, choice: [Int])?
      for taker in columns.indices {
        let widths = columns[taker].candidates
        var candidate = choice[taker] + 1
        while candidate < widths.count, candidate <= choice[taker] + 16 {
          defer { candidate += 1 }
          var trial = choice
          trial[taker] = candidate
          if let cost = makeRoom(in: &trial, taker: taker), cost < best?.cost ?? now {
            best = (cost, trial)
          }
        }
      }
      guard let best else { return }
      now = best.cost
      choice = best.choice
    }
  }

  /// Makes room for a trial in which one column was widened, and gives its cost; nil when nobody has
  /// it to give.
  private func makeRoom(in trial: inout [Int], taker: Int) -> Int? {
    let lacking = used(trial) - room
    guard lacking > 0 else { return cost(trial) }
    var best: (cost: Int, choice: [Int])?
    func weigh(_ choice: [Int]) {
      let cost = cost(choice)
      if cost < (best?.cost ?? .max) { best = (cost, choice) }
    }
    for giver in columns.indices where giver != taker {
      if let candidate = candidate(of: giver, below: trial[giver], giving: lacking) {
        var choice = trial
        choice[giver] = candidate
        weigh(choice)
      }
    }
    guard let best else { return nil }
    trial = best.choice
    return best.cost
  }

  /// The widest candidate of a column that gives so much.
  private func candidate(of column: Int, below current: Int, giving width: Int) -> Int? {
    let widths = columns[column].candidates
    var candidate = current - 1
    while candidate >= 0 {
      if widths[current] - widths[candidate] >= width { return candidate }
      candidate -= 1
    }
    return nil
  }
}

/// Looks through all choices of widths that a bound does not rule out.
private struct FullSearch {
  let task: LowestWidths
  var best: [Int]
  var cost: Int
  private var spent = 0
  private var choice: [Int]

  init(task: LowestWidths, best: [Int], cost: Int) {
    self.task = task
    self.best = best
    self.cost = cost
    choice = Array(repeating: 0, count: task.columns.count)
  }

  mutating func run() {
    let least = task.columns.map { $0.candidates[0] }
    guard least.reduce(0, +) <= task.room else { return }
    descend(column: 0, highest: task.base, sum: 0, used: 0, least: least)
  }

  /// Tries every candidate of a column, the others before it being chosen.
  private mutating func descend(
    column: Int, highest: [Int32], sum: Int, used: Int, least: [Int]
  ) {
    let later = least[(column + 1)...].reduce(0, +)
    let widths = task.columns[column].candidates
    let isLast = column == task.columns.count - 1
    guard let widest = widths.lastIndex(where: { used + $0 + later <= task.room }) else { return }
    for candidate in stride(from: widest, through: isLast ? widest : 0, by: -1) {
      guard spent < LowestWidths.budget else { return }
      spent += task.base.count
      choice[column] = candidate
      var next = highest
      var nextSum = sum
      task.raise(&next, &nextSum, column: column, candidate: candidate)
      if isLast {
        let found = task.price(of: choice, highest: next, sum: nextSum)
        if found < cost {
          cost = found
          best = choice
        }
      } else {
        let rest = task.room - used - widths[candidate]
        // A hundredth is not worth looking for.
        guard bound(after: column, next, nextSum, rest: rest, least: least) < cost - cost / 100
        else { continue }
        descend(
          column: column + 1, highest: next, sum: nextSum, used: used + widths[candidate],
          least: least)
      }
    }
  }

  /// What the cost is at least, if every later column had all the room that is left to itself.
  private mutating func bound(
    after column: Int, _ highest: [Int32], _ sum: Int, rest: Int, least: [Int]
  ) -> Int {
    var highest = highest
    var sum = sum
    let later = (column + 1)..<task.columns.count
    let all = least[later].reduce(0, +)
    for other in later {
      let room = rest - all + least[other]
      let widths = task.columns[other].candidates
      let widest = widths.lastIndex { $0 <= room } ?? 0
      spent += highest.count
      task.raise(&highest, &sum, column: other, candidate: widest)
    }
    return task.price(of: nil, highest: highest, sum: sum)
  }
}
