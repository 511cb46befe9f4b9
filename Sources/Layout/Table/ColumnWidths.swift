import Geometry
import Manuscript

/// What a cell asks of its column.
struct CellDemand {
  /// The part of the table and the cell in it, for who asks.
  var part = 0
  var cell = 0
  /// The row; −1 for one whose height does not count, since it only stands where a page ends.
  var row: Int
  var column: Int
  var columnSpan: Int
  var rowSpan = 1
  /// The width of its longest word, with padding.
  var least: Length
  /// The width of the longest part of a word that hyphens leave, with padding.
  var divided: Length
  /// Its width on one line, with padding.
  var natural: Length

  var columns: Range<Int> { column..<column + columnSpan }
}

/// Shares a measure out among the columns of a table.
///
/// Fixed and shared widths stand as given, fitted ones take their widest cell. The rest of the
/// measure goes to the other columns such that the table becomes low (`LowestWidths`); what is over
/// goes where it makes the columns look calm. No column goes below its longest word while the
/// measure has room for the others' words; where it has not, words are divided in those columns in
/// which it gives most for fewest of them, and only below that do words stand out or break.
struct ColumnWidths {
  /// Rows looked at in the search; those of longer tables are sorted into so many kinds by how much
  /// they hold, and each kind is seen to by one of its own.
  static let searchedRows = 64
  /// On how many rows a page ends, so that a head row weighs as much as all its repetitions.
  static let rowsOfPage = 40
  /// The least difference between two widths that the search looks at.
  static let grain = Length.points(2)
  /// How many widths of a column come into question at most.
  static let mostCandidates = 48
  /// Neighbouring columns of numbers are made equally wide if the widest is at most so many times
  /// as wide as the narrowest.
  static let siblingRatio = 1.6

  let columns: [Table.Column]
  let measure: Length
  let demands: [CellDemand]
  /// How many of the first rows are head rows, which stand on every page.
  let headRows: Int
  /// How much less room than the others' the last column has right of its cells, where it ends flush
  /// with the table.
  let flushRoom: Length
  /// The steps of a demand's height over a range of widths, with padding, in units.
  let heightSteps: (_ demand: Int, _ widths: ClosedRange<Int>, _ grain: Int) -> [HeightStep]

  /// The width of each column's longest word.
  private(set) var least: [Length]
  /// The width of the longest part that hyphens leave of each column's words.
  private(set) var divided: [Length]
  /// The width of each column with all its cells on one line.
  private(set) var natural: [Length]

  init(
    columns: [Table.Column], measure: Length, demands: [CellDemand], headRows: Int,
    flushRoom: Length = .zero,
    heightSteps: @escaping (Int, ClosedRange<Int>, Int) -> [HeightStep]
  ) {
    self.columns = columns
    self.measure = measure
    self.demands = demands
    self.headRows = headRows
    self.flushRoom = flushRoom
    self.heightSteps = heightSteps
    least = Array(repeating: .zero, count: columns.count)
    divided = least
    natural = least
    for demand in demands where demand.columnSpan == 1 {
      least[demand.column] = max(least[demand.column], demand.least)
      divided[demand.column] = max(divided[demand.column], demand.divided)
      natural[demand.column] = max(natural[demand.column], demand.natural)
    }
    for demand in demands where demand.columnSpan > 1 {
      stretch(\.least, over: demand.columns, to: demand.least)
      stretch(\.divided, over: demand.columns, to: demand.divided)
      // What stands over the whole table has its width anyway.
      if demand.columnSpan < columns.count {
        stretch(\.natural, over: demand.columns, to: demand.natural)
      }
    }
    for index in columns.indices { bound(index) }
  }

  /// Widens columns to hold what spans them, those most that hold most.
  private mutating func stretch(
    _ widths: WritableKeyPath<ColumnWidths, [Length]>, over spanned: Range<Int>, to width: Length
  ) {
    let lacking = width - self[keyPath: widths][spanned].reduce(.zero, +)
    guard lacking > .zero else { return }
    let takers = spanned.filter { !columns[$0].isGiven }
    guard !takers.isEmpty else { return }
    let parts = lacking.divided(by: takers.map { Double(natural[$0].units) + 1 })
    for (column, part) in zip(takers, parts) {
      self[keyPath: widths][column] += part
      natural[column] = max(natural[column], self[keyPath: widths][column])
    }
  }

  /// Holds a column to the bounds it is given.
  private mutating func bound(_ index: Int) {
    if let bound = columns[index].leastWidth {
      least[index] = max(least[index], bound)
      divided[index] = max(divided[index], bound)
      natural[index] = max(natural[index], bound)
    }
    if let bound = columns[index].mostWidth {
      // What cannot be divided goes before a bound.
      natural[index] = max(min(natural[index], bound), divided[index])
      least[index] = min(least[index], natural[index])
    }
  }

  /// The least measure at which no word has to stand out or be broken without a hyphen.
  var leastMeasure: Length {
    columns.indices.reduce(.zero) { sum, index in
      switch columns[index].width {
      case .fixed(let width): sum + width
      // Shares are of the measure, whatever it is: what counts is whether the words fit.
      case .share, .fit, .auto: sum + divided[index]
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
      case .share(let share):
        widths[index] = bounded(measure.scaled(by: share), column)
      case .fit: widths[index] = natural[index]
      case .auto: open.append(index)
      }
    }
    let given = widths.reduce(.zero, +)
    guard !open.isEmpty else { return narrowed(widths) }
    let room = measure - given
    let leastOpen = open.reduce(Length.zero) { $0 + least[$1] }
    let naturalOpen = open.reduce(Length.zero) { $0 + natural[$1] }
    if naturalOpen <= room {
      for index in open { widths[index] = natural[index] }
      if fillsMeasure { share(room - naturalOpen, among: open, of: &widths) }
    } else if leastOpen <= room {
      for (index, width) in zip(open, search(open, room: room, given: widths)) {
        widths[index] = width
      }
      calm(room: room, open, &widths)
    } else {
      for index in open { widths[index] = least[index] }
    }
    return narrowed(widths)
  }

  private func bounded(_ width: Length, _ column: Table.Column) -> Length {
    max(min(width, column.mostWidth ?? width), column.leastWidth ?? .zero)
  }

  // MARK: Room to spare

  /// Shares out what is over when every cell stands on one line: columns of numbers beside one
  /// another become alike, so that their numbers end at equal distances, and words take the rest.
  private func share(_ surplus: Length, among open: [Int], of widths: inout [Length]) {
    var surplus = surplus
    var run: [Int] = []
    func close() {
      defer { run = [] }
      let pitches = run.map { widths[$0] + ($0 == columns.count - 1 ? flushRoom : .zero) }
      guard run.count > 1, let widest = pitches.max(), let narrowest = pitches.min(),
        Double(widest.units) <= Double(narrowest.units) * Self.siblingRatio
      else { return }
      let wish = pitches.reduce(Length.zero) { $0 + widest - $1 }
      guard wish <= surplus else { return }
      surplus -= wish
      for (index, pitch) in zip(run, pitches) { widths[index] += widest - pitch }
    }
    for index in open {
      if columns[index].holdsNumbers, columns[index].mostWidth == nil,
        run.last.map({ $0 == index - 1 }) ?? true
      {
        run.append(index)
      } else {
        close()
        if columns[index].holdsNumbers, columns[index].mostWidth == nil { run = [index] }
      }
    }
    close()
    let now = widths
    give(surplus, to: open, of: &widths) { Double(now[$0].units) + 1 }
  }

  /// Shares out what the lowest table leaves over, to each column by what its cells would still use
  /// before they stand on one line.
  private func calm(room: Length, _ open: [Int], _ widths: inout [Length]) {
    let over = room - open.reduce(.zero) { $0 + widths[$1] }
    guard over > .zero else { return }
    let wants = open.filter { natural[$0] > widths[$0] }
    let now = widths
    give(over, to: wants.isEmpty ? open : wants, of: &widths) { Double(now[$0].units) + 1 }
  }

  /// Gives room to columns by weight, to words before numbers, and to none beyond its bound.
  private func give(
    _ surplus: Length, to open: [Int], of widths: inout [Length], weight: (Int) -> Double
  ) {
    var surplus = surplus
    let texts = open.filter { !columns[$0].holdsNumbers }
    var takers = (texts.isEmpty ? open : texts).filter { index in
      columns[index].mostWidth.map { $0 > widths[index] } ?? true
    }
    while surplus > .zero, !takers.isEmpty {
      let parts = surplus.divided(by: takers.map(weight))
      surplus = .zero
      for (index, part) in zip(takers, parts) {
        widths[index] += part
        guard let most = columns[index].mostWidth, widths[index] > most else { continue }
        surplus += widths[index] - most
        widths[index] = most
      }
      takers.removeAll { index in columns[index].mostWidth.map { widths[index] >= $0 } ?? false }
    }
  }

  // MARK: Room that lacks

  /// Cuts columns back until they keep inside the measure: fitted ones to their longest words, then
  /// words are divided where it gives most, then the widest columns are made alike.
  private func narrowed(_ widths: [Length]) -> [Length] {
    var widths = widths
    var excess = widths.reduce(.zero, +) - measure
    let mayGive = columns.indices.filter { !columns[$0].isGiven }
    for index in mayGive.reversed() where excess > .zero {
      let spare = min(excess, max(.zero, widths[index] - least[index]))
      widths[index] -= spare
      excess -= spare
    }
    if excess > .zero { divideWords(mayGive, &widths, &excess) }
    guard excess > .zero else { return widths }
    return levelled(widths)
  }

  /// Takes the excess from columns whose words can be divided: step by step from the one in which
  /// the next step divides fewest words.
  private func divideWords(_ open: [Int], _ widths: inout [Length], _ excess: inout Length) {
    /// The words' widths in each column, those that come to be divided first, first.
    var words: [[Length]] = Array(repeating: [], count: columns.count)
    for demand in demands where demand.columnSpan == 1 {
      words[demand.column].append(demand.least)
    }
    for index in open { words[index].sort(by: >) }
    var gone = Array(repeating: 0, count: columns.count)
    while excess > .zero {
      var best: (price: Double, column: Int, gain: Length, count: Int)?
      for index in open where widths[index] > divided[index] {
        var count = gone[index]
        while count < words[index].count, words[index][count] >= widths[index] { count += 1 }
        let next = max(count < words[index].count ? words[index][count] : .zero, divided[index])
        let gain = min(widths[index] - next, excess)
        guard gain > .zero else { continue }
        let price = Double(count) / Double(gain.units)
        if best.map({ price < $0.price }) ?? true { best = (price, index, gain, count) }
      }
      guard let best else { return }
      widths[best.column] -= best.gain
      gone[best.column] = best.count
      excess -= best.gain
    }
  }

  /// Cuts the widest columns back to one width, such that all columns fit.
  private func levelled(_ widths: [Length]) -> [Length] {
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
}

extension Table.Column {
  /// Whether its width is said and not found.
  fileprivate var isGiven: Bool {
    switch width {
    case .fixed, .share: true
    case .fit, .auto: false
    }
  }

  /// Whether it holds numbers, which gain nothing from room.
  fileprivate var holdsNumbers: Bool { alignment == .decimal || alignment == .right }
}
