import Geometry

/// Moves stretches apart that overlap, each as little as can be, and all within bounds.
///
/// Stretches that would overlap are one block, which stands where its stretches would stand on
/// average; a block that comes to overlap the one before joins it. (The least squares of isotonic
/// regression: pool adjacent violators.)
///
/// - Parameters:
///   - middles: where the middle of each would stand; they need not be in order.
///   - extents: how long each is.
///   - bounds: within which all are to stand.
/// - Returns: where each begins; nil where there is not room for all.
func spread(
  _ middles: [Length], extents: [Length], within bounds: Range<Length>
) -> [Length]? {
  let room = bounds.upperBound - bounds.lowerBound
  guard extents.reduce(.zero, +) <= room else { return nil }
  struct Block {
    var stretches: [Int]
    var extent: Length
    var start: Length
  }
  func start(of stretches: [Int], extent: Length) -> Length {
    var before = Length.zero
    var sum = 0
    for index in stretches {
      sum += (middles[index] - extents[index] / 2 - before).units
      before += extents[index]
    }
    let wanted = Length(units: sum / stretches.count)
    return min(max(wanted, bounds.lowerBound), bounds.upperBound - extent)
  }
  var blocks: [Block] = []
  let order = middles.indices.sorted { (middles[$0], $0) < (middles[$1], $1) }
  for index in order {
    var block = Block(stretches: [index], extent: extents[index], start: .zero)
    block.start = start(of: block.stretches, extent: block.extent)
    while let last = blocks.last, last.start + last.extent > block.start {
      blocks.removeLast()
      block.stretches = last.stretches + block.stretches
      block.extent += last.extent
      block.start = start(of: block.stretches, extent: block.extent)
    }
    blocks.append(block)
  }
  var starts = Array(repeating: Length.zero, count: middles.count)
  for block in blocks {
    var at = block.start
    for index in block.stretches {
      starts[index] = at
      at += extents[index]
    }
  }
  return starts
}
