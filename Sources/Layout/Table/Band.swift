import Geometry
import Pages
import Typography

/// One row of a table set, or several that row spans hold together.
///
/// A band can be cut between lines, so that a row taller than the room left goes on over the page.
struct Band {
  /// A cell's content at its place in the band.
  struct Cell {
    /// From the band's top to the cell's.
    var y: Length
    var height: Length
    /// Room above the first line and below the last.
    var paddingTop: Length
    var paddingBottom: Length
    /// Whether it repeats what stands in the table already, as page furniture.
    var isRepeat = false
    /// Lines, their `x` from the table's left and `y` from the cell's top.
    var lines: [PlacedLine]
  }

  /// A rule across some of the table.
  struct Rule {
    /// From the band's top to the rule's middle.
    var y: Length
    var x: Length
    var width: Length
    var style: RuleStyle
  }

  /// A tint across some of the table.
  struct Fill {
    var y: Length
    var height: Length
    var x: Length
    var width: Length
    var colour: Colour
  }

  /// From the text area's left edge to the table's.
  var x: Length
  var height: Length
  var cells: [Cell]
  var rules: [Rule] = []
  var fills: [Fill] = []
  /// Whether it is never cut.
  var isWhole = false
}

extension Band {
  /// The least number of a cell's lines on either side of a cut.
  static let leastLines = 2

  /// Cuts the band so that the first part is at most so high; nil when no cut leaves every divided
  /// cell with two lines or more on either side.
  func cut(within room: Length) -> (first: Band, rest: Band)? {
    guard !isWhole else { return nil }
    // Only where a line ends can a cut help: try these heights from the highest that has room.
    var heights: Set<Length> = []
    for cell in cells {
      for line in cell.lines {
        let height = cell.y + line.y + line.height + cell.paddingBottom
        if height <= room, height < self.height { heights.insert(height) }
      }
    }
    for height in heights.sorted(by: >) {
      if let parts = cut(at: height) { return parts }
    }
    return nil
  }

  private func cut(at height: Length) -> (first: Band, rest: Band)? {
    var first = self
    var rest = self
    first.cells = []
    rest.cells = []
    var restHeight = Length.zero
    for cell in cells {
      if cell.y >= height {
        var later = cell
        later.y -= height
        rest.cells.append(later)
        restHeight = max(restHeight, later.y + later.height)
        continue
      }
      let limit = height - cell.y - cell.paddingBottom
      let kept = cell.lines.prefix { $0.y + $0.height <= limit }.count
      if kept == cell.lines.count {
        first.cells.append(cell)
        continue
      }
      let least = min(Self.leastLines, cell.lines.count)
      // Lines of a cell may stand side by side (a list's mark), so count baselines.
      guard baselines(cell.lines[..<kept]) >= least,
        baselines(cell.lines[kept...]) >= least
      else { return nil }
      var upper = cell
      upper.lines = Array(cell.lines[..<kept])
      upper.height = height - cell.y
      first.cells.append(upper)
      var lower = cell
      lower.y = .zero
      let gone = cell.lines[kept].y - cell.paddingTop
      lower.lines = cell.lines[kept...].map { line in
        var line = line
        line.y -= gone
        return line
      }
      let last = lower.lines[lower.lines.count - 1]
      lower.height = last.y + last.height + cell.paddingBottom
      rest.cells.append(lower)
      restHeight = max(restHeight, lower.height)
    }
    guard !rest.cells.isEmpty, !first.cells.isEmpty else { return nil }
    first.height = height
    first.rules = rules.filter { $0.y < height }
    first.fills = fills.compactMap { $0.clipped(from: .zero, to: height) }
    rest.height = restHeight
    // What stood below the cut keeps its distance from the band's foot.
    let moved = self.height - restHeight
    rest.rules = rules.compactMap { rule in
      guard rule.y >= height else { return nil }
      var rule = rule
      rule.y -= moved
      return rule
    }
    rest.fills = fills.compactMap { fill in
      guard var part = fill.clipped(from: height, to: self.height) else { return nil }
      part.height += max(.zero, part.y - moved)
      part.y = max(.zero, part.y - moved)
      part.height = min(part.height, restHeight - part.y)
      return part
    }
    return (first, rest)
  }

  private func baselines(_ lines: ArraySlice<PlacedLine>) -> Int {
    var count = 0
    var last: Length?
    for line in lines where line.y != last {
      count += 1
      last = line.y
    }
    return count
  }
}

extension Band.Fill {
  fileprivate func clipped(from top: Length, to bottom: Length) -> Band.Fill? {
    let upper = max(y, top)
    let lower = min(y + height, bottom)
    guard upper < lower else { return nil }
    var part = self
    part.y = upper
    part.height = lower - upper
    return part
  }
}
