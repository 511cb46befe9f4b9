import Geometry
import Typography

extension Band {
  /// A place where a row may be torn: so many lines of each cell stand above it.
  struct Cut {
    /// From the band's top to the foot of the part above.
    var height: Length
    /// How many lines of each cell are above; −1 for a cell that begins below.
    var kept: [Int]
    /// How much higher the part below is than what is left of the band: the room above its first
    /// lines.
    var headroom: Length
    /// Whether it leaves a single line of a paragraph of a cell on either side.
    var leavesLine = false
  }

  /// The least number of a cell's lines on either side of a tear.
  static let leastLines = 2

  /// The places where the row may be torn, from the top: each leaves every divided cell with two
  /// lines or more on either side.
  func cuts() -> [Cut] {
    guard !isWhole, cells.contains(where: { $0.lines.count >= 2 * Self.leastLines }) else {
      return []
    }
    var heights: Set<Length> = []
    for cell in cells {
      for line in cell.lines {
        let height = cell.y + line.y + line.height + cell.paddingBottom
        if height < self.height { heights.insert(height) }
      }
    }
    return heights.sorted().compactMap(cut(at:))
  }

  private func cut(at height: Length) -> Cut? {
    var cut = Cut(height: height, kept: [], headroom: .zero)
    var isAnythingBelow = false
    for cell in cells {
      guard cell.y < height else {
        cut.kept.append(-1)
        isAnythingBelow = true
        continue
      }
      let limit = height - cell.y - cell.paddingBottom
      let kept = cell.lines.prefix { $0.y + $0.height <= limit }.count
      cut.kept.append(kept)
      guard kept < cell.lines.count else { continue }
      let least = min(Self.leastLines, cell.lines.count)
      // Lines of a cell may stand side by side (a list's mark), so count baselines.
      guard cell.lines[..<kept].baselines >= least, cell.lines[kept...].baselines >= least
      else { return nil }
      isAnythingBelow = true
      if cell.lines.isLineAlone(at: kept) { cut.leavesLine = true }
      let first = cell.y + cell.lines[kept].y
      cut.headroom = max(cut.headroom, height - first + cell.paddingTop)
    }
    return isAnythingBelow && cut.kept.contains { $0 > 0 } ? cut : nil
  }

  /// The part of the row between two tears; nil for its top or its foot.
  func part(from upper: Cut?, to lower: Cut?) -> Band {
    guard upper != nil || lower != nil else { return self }
    let top = upper?.height ?? .zero
    let bottom = lower?.height ?? height
    var part = self
    part.cells = []
    part.height = lower.map { $0.height - top } ?? .zero
    for (index, cell) in cells.enumerated() {
      let from = max(upper?.kept[index] ?? 0, 0)
      let to = lower?.kept[index] ?? cell.lines.count
      let isBegun = (upper?.kept[index] ?? -1) >= 0
      guard to >= 0, !isBegun || from < cell.lines.count else { continue }
      var piece = cell
      piece.lines = Array(cell.lines[from..<max(from, to)])
      if isBegun {
        piece.y = .zero
        let gone = cell.lines[from].y - cell.paddingTop
        for line in piece.lines.indices { piece.lines[line].y -= gone }
      } else {
        piece.y = cell.y - top
      }
      if let last = piece.lines.last, isBegun || to < cell.lines.count {
        piece.height = last.y + last.height + cell.paddingBottom
      } else if lower != nil {
        // What ends above the tear is no higher than the part.
        piece.height = min(piece.height, bottom - top - piece.y)
      }
      part.cells.append(piece)
      part.height = max(part.height, piece.y + piece.height)
    }
    // What stood below the upper tear keeps its distance from the part's foot.
    let moved = upper == nil ? .zero : bottom - part.height
    part.rules = rules.compactMap { rule in
      guard rule.y >= top, lower == nil || rule.y < bottom else { return nil }
      var rule = rule
      rule.y -= moved
      return rule
    }
    part.fills = fills.compactMap { fill in
      let upper = max(fill.y, top)
      let lower = min(fill.y + fill.height, bottom)
      guard upper < lower else { return nil }
      var piece = fill
      piece.y = fill.y <= top ? .zero : upper - moved
      piece.height = (lower == bottom ? part.height : lower - moved) - piece.y
      return piece
    }
    return part
  }
}

extension [PlacedLine] {
  /// Whether a tear before a line parts a text so that one line of it is alone above or below.
  fileprivate func isLineAlone(at line: Int) -> Bool {
    guard line > 0, self[line - 1].text == self[line].text else { return false }
    let text = self[line].text
    return line < 2 || self[line - 2].text != text || line + 1 == count
      || self[line + 1].text != text
  }
}

extension ArraySlice<PlacedLine> {
  /// How many baselines the lines stand on.
  fileprivate var baselines: Int {
    var count = 0
    var last: Length?
    for line in self where line.y != last {
      count += 1
      last = line.y
    }
    return count
  }
}
