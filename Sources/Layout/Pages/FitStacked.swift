import Geometry

// Pages whose height has to be found strip by strip: with columns side by side, whose ends are
// balanced, and on a grid, whose lines are caught one by one.

extension PageFitter {
  /// A page shorter than this part of its height is only looked at where there is no other.
  ///
  /// It is less than for pages without columns, whose ends lie closer: columns grow by a line of each.
  private static let leastStacked = 0.3

  /// Gathers the pages that can begin with a strip by stacking one strip after the other.
  mutating func offerByStacking(from start: Int, note: Int) {
    let count = chapter.strips.count
    let least = chapter.height.scaled(by: Self.leastStacked)
    var y = chapter.strips[start].head
    /// The last end that would leave a page too short.
    var low: (end: Int, used: Length)?
    var index = start
    while index < count {
      let strip = chapter.strips[index]
      let space = index == start ? .zero : strip.space
      if strip.columnSet >= 0 {
        let end = chapter.endOfColumns(from: index)
        let notes = note..<max(note, chapter.notes(before: end))
        let top = chapter.nextLine(y + space)
        let room = chapter.height - top - chapter.height(ofNotes: notes)
        if let balanced = chapter.balance(index..<end, within: room) {
          y = top + balanced.height
          index = end
        } else {
          offerColumns(from: start, columns: index..<end, y: top, note: note)
          break
        }
      } else {
        y = chapter.settle(strip, below: y, space) + (strip.bottom - strip.top)
        guard y <= chapter.height else { break }
        index += 1
      }
      if index == count {
        offer(start..<index, note: note, used: y, price: 0)
      } else if chapter.strips[index].price < .infinity {
        if y < least {
          low = (index, y)
        } else {
          offer(
            start..<index, note: note, used: y + chapter.strips[index].foot,
            price: chapter.strips[index].price)
        }
      }
    }
    if offers.isEmpty, let low {
      let price = chapter.strips[low.end].price
      offer(
        start..<low.end, note: note, used: low.used + chapter.strips[low.end].foot, price: price)
    }
  }

  /// Offers a page that ends in columns which go on over the page: every column is full, and the
  /// last one may end a little higher.
  private mutating func offerColumns(
    from start: Int, columns: Range<Int>, y: Length, note: Int
  ) {
    var end = columns.upperBound
    var filled: ColumnFill?
    // The notes that the columns call take room from the columns.
    for _ in 0..<4 {
      let notes = note..<max(note, chapter.notes(before: end))
      let room = chapter.height - y - chapter.height(ofNotes: notes)
      guard let fill = chapter.fillColumns(columns, height: room) else { break }
      filled = fill
      if fill.end >= end { break }
      end = fill.end
    }
    guard let filled, filled.end > start else { return }
    let most = 4
    var offered = 0
    var end2 = filled.end
    let first = filled.starts[filled.starts.count - 1]
    while end2 > first, offered < most {
      let price = end2 < chapter.strips.count ? chapter.strips[end2].price : 0
      if price < .infinity {
        let lacking = chapter.columnHeight(first..<filled.end) - chapter.columnHeight(first..<end2)
        offer(
          start..<end2, note: note, used: y + filled.height,
          price: price + PagePrices.blank(lacking.millimetres))
        offered += 1
      }
      end2 -= 1
    }
  }
}

/// How strips stand in columns.
struct ColumnFill {
  /// The strip that each column begins with.
  var starts: [Int]
  /// The strip after the last column's last.
  var end: Int
  /// The height of the tallest column.
  var height: Length
}

extension Chapter {
  /// The strip after the last one of the columns that a strip stands in.
  func endOfColumns(from index: Int) -> Int {
    let set = strips[index].columnSet
    var end = index
    while end < strips.count, strips[end].columnSet == set { end += 1 }
    return end
  }

  /// The height of a column of strips, which begins on a line of the grid if there is one.
  func columnHeight(_ range: Range<Int>) -> Length {
    guard grid != nil, let first = range.first else {
      return range.isEmpty ? .zero : height(of: range)
    }
    var down = strips[first].head
    for index in range {
      down = settle(strips[index], below: down, index == first ? .zero : strips[index].space)
      down += strips[index].bottom - strips[index].top
    }
    return down + foot(before: range.upperBound)
  }

  /// Where a strip comes to stand below a height and a space: on the next line of the grid, if it is
  /// a line of running text and there is a grid.
  ///
  /// Between two lines of the grid a space of less than half a line is none.
  func settle(_ strip: Strip, below y: Length, _ space: Length) -> Length {
    guard strip.isOnGrid, let grid else { return y + space }
    return nextLine(space < grid / 2 && nextLine(y) == y ? y : y + space)
  }

  /// The next line of the grid at or below a height; the height itself where there is no grid.
  func nextLine(_ y: Length) -> Length {
    guard let grid, grid > .zero else { return y }
    let steps = (y.units + grid.units - 1) / grid.units
    return grid * steps
  }

  /// Fills columns of a height one after the other, each as far as it can be.
  ///
  /// - Returns: nil when a column cannot end where it may, so that the strips had better begin
  ///   elsewhere.
  func fillColumns(_ range: Range<Int>, height: Length) -> ColumnFill? {
    let count = columnSets[strips[range.lowerBound].columnSet].count
    var fill = ColumnFill(starts: [], end: range.lowerBound, height: .zero)
    for _ in 0..<count where fill.end < range.upperBound {
      let start = fill.end
      var end = start + 1
      var last: Int?
      var lastHeight = Length.zero
      var down = strips[start].head
      while end <= range.upperBound {
        let strip = strips[end - 1]
        down = settle(strip, below: down, end - 1 == start ? .zero : strip.space)
        down += strip.bottom - strip.top
        guard down <= height else { break }
        let mayEnd = end == range.upperBound || strips[end].price < .infinity
        if mayEnd, down + foot(before: end) <= height {
          last = end
          lastHeight = down + foot(before: end)
        }
        end += 1
      }
      guard let last else { return nil }
      fill.starts.append(start)
      fill.end = last
      fill.height = max(fill.height, lastHeight)
    }
    return fill
  }

  /// Sets strips in columns of about the same height, as low as they can be; nil when they have no
  /// room.
  func balance(_ range: Range<Int>, within room: Length) -> ColumnFill? {
    guard let most = fillColumns(range, height: room), most.end == range.upperBound else {
      return nil
    }
    var best = most
    let count = columnSets[strips[range.lowerBound].columnSet].count
    var low = columnHeight(range) / count
    var high = most.height
    // Half a point more or less is no difference.
    while high - low > .points(0.5) {
      let middle = (low + high) / 2
      if let fill = fillColumns(range, height: middle), fill.end == range.upperBound {
        best = fill
        high = min(middle, fill.height)
      } else {
        low = middle
      }
    }
    return best
  }
}
