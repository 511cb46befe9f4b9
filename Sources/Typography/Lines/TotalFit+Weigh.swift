import Geometry

extension TotalFit {
  /// How a line would come out.
  struct Weight {
    var badness: Double
    var fitness: Int
    var isOverfull: Bool
    var isFeasible: Bool
    /// How far it is from long enough as a last line: 0 when it is, 1 when there is nothing on it.
    var runt: Double
  }

  /// How far the first word of a line may hang out.
  func leftHang(of item: Int, _ task: Task) -> Int {
    guard task.measure.hangs, item < task.range.upperBound, case .box(let box) = task.items[item]
    else { return 0 }
    return task.words[Int(box.word.index)].hang.left.units
  }

  /// How far the last character of a line that ends at an item may hang out.
  func rightHang(at end: LineEnd, _ task: Task) -> Int {
    guard task.measure.hangs else { return 0 }
    if let cut = end.cut { return task.cuts[cut].hang.units }
    guard end.item > task.range.lowerBound, case .box(let box) = task.items[end.item - 1] else {
      return 0
    }
    return task.words[Int(box.word.index)].hang.right.units
  }

  func weigh(
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
      guard ratio >= -task.mostShrink else {
        return Weight(
          badness: 0, fitness: 1, isOverfull: true, isFeasible: false, runt: 0)
      }
      return weight(ratio: ratio + strain, task)
    }
    if isEnd {
      let part = Double(width) / (Double(room.units) * Self.runtPart)
      return Weight(
        badness: 0, fitness: 1, isOverfull: false, isFeasible: true,
        runt: node.previous >= 0 ? max(0, 1 - part) : 0)
    }
    let stretch =
      task.isJustified
      ? Double(to.stretch - from.stretch) : Double(task.measure.width.units) * Self.ragPart
    // A lone word cannot stretch: as bad as any line, but a way through where there is no other.
    let ratio = stretch > 0 ? spare / stretch : spare == 0 ? 0 : 100
    return weight(ratio: ratio + strain, task)
  }

  func weight(ratio: Double, _ task: Task) -> Weight {
    let size = ratio < -1 ? 1 + (-1 - ratio) * Self.tightFactor : abs(ratio)
    let fitness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3
    return Weight(
      badness: 100 * size * size, fitness: fitness, isOverfull: false,
      isFeasible: ratio <= task.tolerance, runt: 0)
  }

  func price(
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
    cost += Self.runtCost * line.runt
    if node.hyphens > 0 {
      if end.cut != nil { cost += Self.doubleHyphenCost }
      if isForced { cost += Self.finalHyphenCost }
    }
    return cost
  }

  /// What a paragraph costs when its lines end at given items: the sum that `breakLines` makes
  /// least; infinite when a line passes its measure or what the first try allows, or the last.
  package mutating func cost(
    of breaks: [LineEnd], _ items: [ParagraphItem], in range: Range<Int>, words: WordTable,
    measure: Measure, isJustified: Bool, isLastTry: Bool = false
  ) -> Double {
    gatherSums(items, range)
    var task = Task(
      items: items, cuts: words.breaks, words: words.words, range: range, measure: measure,
      isJustified: isJustified)
    if isLastTry {
      task.mostShrink = Self.tightest
      task.tolerance = .infinity
    }
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
}
