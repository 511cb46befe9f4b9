import Geometry

/// Finds where the lines of a paragraph end so that the paragraph as a whole is most even.
///
/// Worked example. Three words of 30, 30 and 60 with spaces of 10 stand before a measure of 75.
/// Line by line the first two go together (70 of 75), and the third follows alone: fine. At a
/// measure of 105 they would again go together with 35 to spare, and leave the last alone; taking
/// the first alone costs a line of 75 to spare instead, so the paragraph as a whole prefers the
/// former. What counts is the sum over lines of the square of (8 + badness), where badness is 100
/// times the square of how far the spaces are stretched or shrunk, so that one bad line weighs more
/// than several fair ones.
///
/// Source: D. E. Knuth and M. F. Plass, *Breaking Paragraphs into Lines*, 1981, and *TeX: The
/// Program*, 1986, part 38. How we differ:
/// - Ragged text is broken by the same sum: a line's badness is its shortfall against a fixed part
///   of the measure (`ragPart`), in place of glue at the right margin, and spaces stand at rest.
/// - Badness is not the cube but the square. The cube only sees the worst lines, and lets all others
///   be as uneven as they like; with the square the word spaces of the generated 100-page document
///   are nearer to one another and a twentieth of the hyphens are saved.
/// - There are three tries, in steps of tolerance: one in which lines may stretch up to a limit; one
///   in which spaces may also shrink beyond TeX's third, to half of what they are, at twice the
///   price, since a line so tight is better than one full of holes; and one in which lines may
///   stretch without a limit, whose sum then finds the least bad way. TeX's try without hyphens is
///   left out, since a hyphen's price says better when it is worth it, and its try with emergency
///   stretch is needless.
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
  /// How far a line may stretch in the first tries, as a ratio of its spaces' stretch: spaces as
  /// wide as 1.6 of their own.
  static let firstTolerance = 1.5
  /// The same where letters keep their width, so that there are fewer ways: 1.76 of their own.
  static let rigidTolerance = 1.9
  /// How far a line may shrink in the later tries, as a ratio of its spaces' shrink.
  static let tightest = 1.5
  /// How much dearer than TeX's shrink that is.
  static let tightFactor = 2.0
  /// What every line costs, so that fewer lines are better (TeX's `\linepenalty`).
  static let linePenalty = 8.0
  /// What letters at their widest weigh, as a ratio of the spaces' stretch: enough to prefer the
  /// letters as they are among lines that need no change of space.
  static let letterStrain = 0.05
  /// What it costs when a tight line stands beside a loose one (TeX's `\adjdemerits`).
  static let unevenCost = 1_800.0
  /// What a last line costs that is shorter than `runtPart` of the measure: the more, the shorter.
  static let runtCost = 10_000.0
  static let runtPart = 0.12
  /// What a hyphen costs between the parts of a compound, and elsewhere (TeX's `\hyphenpenalty`).
  static let seamPenalty = 55.0
  static let hyphenPenalty = 70.0
  /// How much dearer hyphens are where letters can be widened, so that fewer are needed, and in
  /// ragged text, whose lines may well be uneven.
  static let expansionHyphenFactor = 1.6
  static let raggedHyphenFactor = 3.0
  /// What a second hyphen in a row costs (TeX's `\doublehyphendemerits`), and one before the
  /// paragraph's last line (`\finalhyphendemerits`).
  static let doubleHyphenCost = 4_500.0
  static let finalHyphenCost = 4_500.0
  /// How many lines in a row may end in a hyphen.
  static let mostHyphens = 2
  /// What a line costs that passes the measure because nothing else can be done.
  static let overfullCost = 1e12

  /// A place where a line may end, reached at the least cost known.
  struct Node {
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
  struct Sum {
    var width = 0
    /// The part of the width that is boxes.
    var boxes = 0
    var stretch = 0
    var shrink = 0
  }

  var nodes: [Node] = []
  var active: [Int] = []
  var sums: [Sum] = []
  /// The cheapest ways to the line end at hand, by hyphens and fitness.
  var best: [Choice] = Array(repeating: .none, count: (mostHyphens + 1) * 4)

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
    var task = Task(
      items: items, cuts: words.breaks, words: words.words, range: range, measure: measure,
      isJustified: isJustified)
    var last = search(task)
    if last == nil, isJustified {
      task.mostShrink = Self.tightest
      last = search(task)
    }
    if last == nil {
      task.tolerance = .infinity
      last = search(task)
    }
    if let last { collect(from: last, into: &breaks) }
  }

  struct Task {
    var items: [ParagraphItem]
    var cuts: [WordTable.Break]
    var words: [WordTable.Word]
    var range: Range<Int>
    var measure: Measure
    var isJustified: Bool
    /// How far a line may stretch, as a ratio of its spaces' stretch.
    var tolerance: Double
    /// How far it may shrink, as a ratio of its spaces' shrink.
    var mostShrink = 1.0

    /// The first try.
    init(
      items: [ParagraphItem], cuts: [WordTable.Break], words: [WordTable.Word],
      range: Range<Int>, measure: Measure, isJustified: Bool
    ) {
      self.items = items
      self.cuts = cuts
      self.words = words
      self.range = range
      self.measure = measure
      self.isJustified = isJustified
      tolerance = measure.expansion > 0 ? firstTolerance : rigidTolerance
    }

    var isLastTry: Bool { tolerance == .infinity }

    /// What it costs to divide a word at a cut.
    func penalty(ofCut cut: Int) -> Int32 {
      let penalty = cuts[cut].isSeam ? seamPenalty : hyphenPenalty
      let factor =
        !isJustified ? raggedHyphenFactor : measure.expansion > 0 ? expansionHyphenFactor : 1
      return Int32(penalty * factor)
    }
  }

  private func hasForcedBreak(_ items: [ParagraphItem], _ range: Range<Int>) -> Bool {
    range.contains { index in
      if case .penalty(let penalty) = items[index] { penalty.isForced } else { false }
    }
  }

  /// `sums[i]` holds what stands before item `range.lowerBound + i`.
  mutating func gatherSums(_ items: [ParagraphItem], _ range: Range<Int>) {
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

  struct Choice {
    var cost: Double
    var previous: Int
    static var none: Choice { Choice(cost: .infinity, previous: -1) }
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
