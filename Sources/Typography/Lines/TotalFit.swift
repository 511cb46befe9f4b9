import Geometry

/// Finds where the lines of a paragraph end so that the paragraph as a whole is most even.
///
/// Worked example. Three words of 30, 30 and 60 with spaces of 10 stand before a measure of 75.
/// Line by line the first two go together (70 of 75), and the third follows alone: fine. At a
/// measure of 105 they would again go together with 35 to spare, and leave the last alone; taking
/// the first alone costs a line of 75 to spare instead, so the paragraph as a whole prefers the
/// former. What counts is the sum over lines of the square of (1 + badness), where badness is 100
/// times the cube of how far the spaces are stretched or shrunk, so that one bad line weighs more
/// than several fair ones.
///
/// Source: D. E. Knuth and M. F. Plass, *Breaking Paragraphs into Lines*, 1981, and *TeX: The
/// Program*, 1986, part 38. How we differ:
/// - Ragged text is broken by the same sum: a line's badness is its shortfall against a fixed part
///   of the measure (`ragPart`), in place of glue at the right margin, and spaces stand at rest.
/// - There are two tries instead of TeX's three: one in which lines may stretch up to
///   `firstTolerance`, and one without a limit, whose sum then finds the least bad way. TeX's try
///   without hyphens is left out, since a hyphen's price says better when it is worth it, and its
///   try with emergency stretch is needless.
/// - Line numbers are not kept apart, since all lines but the first have the same measure.
/// - Where the measure lets letters be widened (`Measure.expansion`), they take what they can before
///   the spaces change at all; pdfTeX shares the change out between both (Hàn Thế Thành,
///   *Micro-typographic extensions to the TeX typesetting system*, 2000). A hundredth more or less
///   of letter is not seen, a tenth of space is. Where punctuation may hang, lines are weighed with
///   their hang.
/// - Three hyphens in a row are not made dear but forbidden, so the ways to a cut are kept apart by
///   how many hyphens they end in.
public struct TotalFit {
  /// The part of the measure by which a ragged line may fall short at a badness of 100.
  static let ragPart = 0.15
  /// How far a line may stretch in the first try, as a ratio of its spaces' stretch.
  package static let firstTolerance = 1.6
  /// What every line costs, so that fewer lines are better (TeX's `\linepenalty`).
  static let linePenalty = 10.0
  /// What letters at their widest weigh, as a ratio of the spaces' stretch: enough to prefer the
  /// letters as they are among lines that need no change of space.
  static let letterStrain = 0.13
  /// What it costs when a tight line stands beside a loose one (TeX's `\adjdemerits`).
  static let unevenCost = 3_000.0
  /// What a last line costs that is shorter than `runtPart` of the measure.
  static let runtCost = 5_000.0
  static let runtPart = 0.06
  /// What a hyphen costs between the parts of a compound, and elsewhere (TeX's `\hyphenpenalty`).
  static let seamPenalty = 60.0
  static let hyphenPenalty = 110.0
  /// How much dearer hyphens are where letters can be widened, so that fewer are needed.
  static let hyphenFactor = 1.25
  /// What a second hyphen in a row costs (TeX's `\doublehyphendemerits`), and one before the
  /// paragraph's last line (`\finalhyphendemerits`).
  static let doubleHyphenCost = 12_000.0
  static let finalHyphenCost = 6_000.0
  /// How many lines in a row may end in a hyphen.
  static let mostHyphens = 2
  /// What a line costs that passes the measure because nothing else can be done.
  static let overfullCost = 1e12

  /// A place where a line may end, reached at the least cost known.
  private struct Node {
    var end: LineEnd
    /// The first item of the line after it.
    var next: Int
    /// How much of that item the line before has taken.
    var consumed: Int
    /// How far the line after it may begin out of the left edge.
    var hang: Int
    var fitness: Int
    /// How many lines in a row end in a hyphen here.
    var hyphens: Int
    var cost: Double
    var previous: Int
  }

  /// The widths gathered before an item.
  private struct Sum {
    var width = 0
    /// The part of the width that is boxes.
    var boxes = 0
    var stretch = 0
    var shrink = 0
  }

  private var nodes: [Node] = []
  private var active: [Int] = []
  private var sums: [Sum] = []
  /// The cheapest ways to the line end at hand, by hyphens and fitness.
  private var best: [Choice] = Array(repeating: .none, count: (mostHyphens + 1) * 4)

  /// A breaker with empty buffers; one serves many paragraphs.
  public init() {}

  /// Finds the line ends of a paragraph.
  ///
  /// A box wider than its measure gets a line of its own, which `LineBox.excess` then tells.
  ///
  /// - Parameters:
  ///   - items: a buffer of items.
  ///   - range: the paragraph's items in it.
  ///   - words: the table that the boxes' words and their cuts stand in.
  ///   - measure: the room that lines have.
  ///   - isJustified: whether lines are filled to the measure.
  ///   - breaks: gets the line ends, ascending; the last is the range's end. Emptied first.
  public mutating func breakLines(
    _ items: [ParagraphItem], in range: Range<Int>, words: WordTable, measure: Measure,
    isJustified: Bool, into breaks: inout [LineEnd]
  ) {
    breaks.removeAll(keepingCapacity: true)
    gatherSums(items, range)
    // Most cells and many paragraphs are one line: nothing to weigh.
    if let total = sums.last, total.width <= (measure.width - measure.firstIndent).units,
      !hasForcedBreak(items, range)
    {
      breaks.append(LineEnd(item: range.upperBound))
      return
    }
    for tolerance in [Self.firstTolerance, .infinity] {
      let task = Task(
        items: items, cuts: words.breaks, words: words.words, range: range, measure: measure,
        isJustified: isJustified, tolerance: tolerance)
      if let last = search(task) {
        collect(from: last, into: &breaks)
        return
      }
    }
  }

  private struct Task {
    var items: [ParagraphItem]
    var cuts: [WordTable.Break]
    var words: [WordTable.Word]
    var range: Range<Int>
    var measure: Measure
    var isJustified: Bool
    var tolerance: Double

    var isLastTry: Bool { tolerance == .infinity }

    /// What it costs to divide a word at a cut.
    func penalty(ofCut cut: Int) -> Int32 {
      let penalty = cuts[cut].isSeam ? seamPenalty : hyphenPenalty
      return Int32(measure.expansion > 0 ? penalty * hyphenFactor : penalty)
    }
  }

  private func hasForcedBreak(_ items: [ParagraphItem], _ range: Range<Int>) -> Bool {
    range.contains { index in
      if case .penalty(let penalty) = items[index] { penalty.isForced } else { false }
    }
  }

  /// `sums[i]` holds what stands before item `range.lowerBound + i`.
  private mutating func gatherSums(_ items: [ParagraphItem], _ range: Range<Int>) {
    sums.removeAll(keepingCapacity: true)
    var sum = Sum()
    for index in range {
      sums.append(sum)
      switch items[index] {
      case .box(let box):
        sum.width += box.width.units
        sum.boxes += box.width.units
      case .glue(let glue, _):
        sum.width += glue.width.units
        sum.stretch += glue.stretch.units
        sum.shrink += glue.shrink.units
      case .penalty: break
      }
    }
    sums.append(sum)
  }

  /// Runs through the items once; gives the cheapest node at the paragraph's end, nil when the
  /// tolerance lets no way through.
  private mutating func search(_ task: Task) -> Int? {
    nodes.removeAll(keepingCapacity: true)
    active.removeAll(keepingCapacity: true)
    let first = itemAfterBreak(task.items, in: task.range, at: task.range.lowerBound)
    nodes.append(
      Node(
        end: LineEnd(item: task.range.lowerBound), next: first, consumed: 0,
        hang: leftHang(of: first, task), fitness: 1, hyphens: 0, cost: 0, previous: -1))
    active.append(0)
    var boxBefore = false
    for index in task.range {
      switch task.items[index] {
      case .box(let box):
        for cut in box.breaks {
          let end = LineEnd(item: index, cut: cut)
          if !tryBreak(at: end, penalty: task.penalty(ofCut: cut), task) { return nil }
        }
        boxBefore = true
      case .glue:
        if boxBefore, !tryBreak(at: LineEnd(item: index), penalty: 0, task) { return nil }
        boxBefore = false
      case .penalty(let penalty):
        if penalty.mayBreak, !tryBreak(at: LineEnd(item: index), penalty: penalty.cost, task) {
          return nil
        }
        boxBefore = false
      }
    }
    // A forced break at the very end has ended the last line already.
    let isEnded = active.allSatisfy {
      nodes[$0].next >= task.range.upperBound && nodes[$0].previous >= 0
    }
    let end = LineEnd(item: task.range.upperBound)
    if !isEnded, !tryBreak(at: end, penalty: Penalty.forced.cost, task) { return nil }
    return active.min { nodes[$0].cost < nodes[$1].cost }
  }

  /// Weighs a line end against every line start that is still open.
  ///
  /// - Returns: false when no line start is left open and the try has failed.
  private mutating func tryBreak(at end: LineEnd, penalty: Int32, _ task: Task) -> Bool {
    let isForced = penalty <= Penalty.forced.cost
    let hang = rightHang(at: end, task)
    var hasBest = false
    var kept = 0
    var dropped = -1
    for position in active.indices {
      let start = active[position]
      let node = nodes[start]
      guard reaches(node, end) || isForced else {
        active[kept] = start
        kept += 1
        continue
      }
      let line = weigh(node, to: end, hang: hang, isEnd: isForced, task)
      if line.isOverfull || isForced {
        if line.isOverfull { dropped = start }
      } else {
        active[kept] = start
        kept += 1
      }
      let hyphens = end.cut == nil ? 0 : node.hyphens + 1
      guard line.isFeasible, hyphens <= Self.mostHyphens else { continue }
      let cost = node.cost + price(of: line, after: node, to: end, penalty: penalty)
      let slot = hyphens * 4 + line.fitness
      if cost < best[slot].cost {
        best[slot] = Choice(cost: cost, previous: start)
        hasBest = true
      }
    }
    active.removeSubrange(kept...)
    if !hasBest, active.isEmpty {
      guard task.isLastTry, dropped >= 0 else { return false }
      // Nothing fits: the line passes its measure, and says so.
      best[end.cut == nil ? 1 : 5] = Choice(
        cost: nodes[dropped].cost + Self.overfullCost, previous: dropped)
      hasBest = true
    }
    if hasBest { addNodes(at: end, task) }
    return true
  }

  /// Whether a line that begins after a node has anything on it before an end.
  private func reaches(_ node: Node, _ end: LineEnd) -> Bool {
    if end.item > node.next { return true }
    guard end.item == node.next, let cut = end.cut else { return end.item == node.next }
    return node.end.cut.map { cut > $0 } ?? true
  }

  private mutating func addNodes(at end: LineEnd, _ task: Task) {
    let next =
      end.cut == nil ? itemAfterBreak(task.items, in: task.range, at: end.item) : end.item
    let consumed = end.cut.map { task.cuts[$0].consumed.units } ?? 0
    let hang = end.cut == nil ? leftHang(of: next, task) : 0
    for slot in best.indices where best[slot].previous >= 0 {
      nodes.append(
        Node(
          end: end, next: next, consumed: consumed, hang: hang, fitness: slot % 4,
          hyphens: slot / 4, cost: best[slot].cost, previous: best[slot].previous))
      active.append(nodes.count - 1)
      best[slot] = .none
    }
  }

  private struct Choice {
    var cost: Double
    var previous: Int
    static var none: Choice { Choice(cost: .infinity, previous: -1) }
  }

  /// How a line would come out.
  private struct Weight {
    var badness: Double
    var fitness: Int
    var isOverfull: Bool
    var isFeasible: Bool
    var isRunt: Bool
  }

  /// How far the first word of a line may hang out.
  private func leftHang(of item: Int, _ task: Task) -> Int {
    guard task.measure.hangs, item < task.range.upperBound, case .box(let box) = task.items[item]
    else { return 0 }
    return task.words[Int(box.word.index)].hang.left.units
  }

  /// How far the last character of a line that ends at an item may hang out.
  private func rightHang(at end: LineEnd, _ task: Task) -> Int {
    guard task.measure.hangs else { return 0 }
    if let cut = end.cut { return task.cuts[cut].hang.units }
    guard end.item > task.range.lowerBound, case .box(let box) = task.items[end.item - 1] else {
      return 0
    }
    return task.words[Int(box.word.index)].hang.right.units
  }

  private func weigh(
    _ node: Node, to end: LineEnd, hang: Int, isEnd: Bool, _ task: Task
  ) -> Weight {
    let base = task.range.lowerBound
    let from = sums[min(node.next, end.item) - base]
    let to = sums[end.item - base]
    let room =
      task.measure.width - (node.previous < 0 ? task.measure.firstIndent : .zero)
    let before = end.cut.map { task.cuts[$0].widthBefore.units } ?? 0
    let width = to.width + before - from.width - node.consumed
    var spare = Double(room.units + node.hang + hang - width)
    var strain = 0.0
    if task.isJustified, !isEnd || spare < 0, task.measure.expansion > 0 {
      let boxes = to.boxes + before - from.boxes - node.consumed
      let letters = Double(boxes) * task.measure.expansion
      strain = max(-1, min(1, spare / letters)) * Self.letterStrain
      spare = spare < 0 ? min(0, spare + letters) : max(0, spare - letters)
    }
    if spare < 0 {
      let shrink = task.isJustified ? Double(to.shrink - from.shrink) : 0
      let ratio = shrink > 0 ? spare / shrink : -2
      guard ratio >= -1 else {
        return Weight(
          badness: 0, fitness: 1, isOverfull: true, isFeasible: false, isRunt: false)
      }
      return weight(ratio: ratio + strain, task)
    }
    if isEnd {
      let isRunt =
        Double(width) < Double(room.units) * Self.runtPart && node.previous >= 0
      return Weight(
        badness: 0, fitness: 1, isOverfull: false, isFeasible: true, isRunt: isRunt)
    }
    let stretch =
      task.isJustified
      ? Double(to.stretch - from.stretch) : Double(task.measure.width.units) * Self.ragPart
    // A lone word cannot stretch: as bad as any line, but a way through where there is no other.
    let ratio = stretch > 0 ? spare / stretch : spare == 0 ? 0 : 100
    return weight(ratio: ratio + strain, task)
  }

  private func weight(ratio: Double, _ task: Task) -> Weight {
    let size = abs(ratio)
    let fitness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3
    return Weight(
      badness: 100 * size * size * size, fitness: fitness, isOverfull: false,
      isFeasible: ratio <= task.tolerance, isRunt: false)
  }

  private func price(
    of line: Weight, after node: Node, to end: LineEnd, penalty: Int32
  ) -> Double {
    let isForced = penalty <= Penalty.forced.cost
    var cost = Self.linePenalty + line.badness
    cost *= cost
    if !isForced {
      let price = Double(penalty)
      cost += penalty >= 0 ? price * price : -price * price
    }
    if abs(line.fitness - node.fitness) > 1 { cost += Self.unevenCost }
    if line.isRunt { cost += Self.runtCost }
    if node.hyphens > 0 {
      if end.cut != nil { cost += Self.doubleHyphenCost }
      if isForced { cost += Self.finalHyphenCost }
    }
    return cost
  }

  /// What a paragraph costs when its lines end at given items: the sum that `breakLines` makes
  /// least; infinite when a line passes its measure or the tolerance.
  package mutating func cost(
    of breaks: [LineEnd], _ items: [ParagraphItem], in range: Range<Int>, words: WordTable,
    measure: Measure, isJustified: Bool, tolerance: Double = firstTolerance
  ) -> Double {
    gatherSums(items, range)
    let task = Task(
      items: items, cuts: words.breaks, words: words.words, range: range, measure: measure,
      isJustified: isJustified,
      tolerance: tolerance)
    let first = itemAfterBreak(items, in: range, at: range.lowerBound)
    var node = Node(
      end: LineEnd(item: range.lowerBound), next: first, consumed: 0,
      hang: leftHang(of: first, task), fitness: 1, hyphens: 0, cost: 0, previous: -1)
    for end in breaks {
      var penalty: Int32 = end.item == range.upperBound ? Penalty.forced.cost : 0
      if let cut = end.cut {
        penalty = task.penalty(ofCut: cut)
      } else if end.item < range.upperBound, case .penalty(let written) = items[end.item] {
        penalty = written.cost
      }
      let line = weigh(
        node, to: end, hang: rightHang(at: end, task), isEnd: penalty <= Penalty.forced.cost, task)
      guard line.isFeasible else { return .infinity }
      let next = end.cut == nil ? itemAfterBreak(items, in: range, at: end.item) : end.item
      node = Node(
        end: end, next: next, consumed: end.cut.map { task.cuts[$0].consumed.units } ?? 0,
        hang: end.cut == nil ? leftHang(of: next, task) : 0, fitness: line.fitness,
        hyphens: end.cut == nil ? 0 : node.hyphens + 1,
        cost: node.cost + price(of: line, after: node, to: end, penalty: penalty), previous: 0)
    }
    return node.cost
  }

  private func collect(from last: Int, into breaks: inout [LineEnd]) {
    var node = last
    while nodes[node].previous >= 0 {
      breaks.append(nodes[node].end)
      node = nodes[node].previous
    }
    breaks.reverse()
  }
}
