/// A source line as a terminal shows it, and the marker under the fault.
///
/// Tabs become spaces and characters that steer a terminal become pictures of themselves, so that
/// the marker stands where it should and a plan cannot write escape codes. A line that is wider
/// than the terminal is cut around the fault.
struct SourceExcerpt: Hashable {
  /// The line, or the part of it around the fault.
  var line: String
  /// Spaces and then `^~~~` under the fault.
  var marker: String

  /// Where a tab stands in the source, the shown line goes on to a multiple of this.
  private static let tabStop = 4
  private static let ellipsis = "…"

  /// As much of a line as is looked at on each side of a fault, in bytes: a line may be the file.
  static let reach = 2_000

  /// The part of a line around the columns of a fault, at most `width` cells wide.
  ///
  /// - Parameters:
  ///   - text: The line, or what is within reach of the fault.
  ///   - column: Where the fault begins in the text, from 1 in code points.
  ///   - endColumn: The first column after the fault.
  ///   - width: How many cells there are.
  ///   - goesBack: Whether the line began before the text.
  ///   - goesOn: Whether the line goes on after the text.
  init(
    of text: String, column: Int, endColumn: Int?, width: Int, goesBack: Bool = false,
    goesOn: Bool = false
  ) {
    var cells: [(text: String, width: Int)] = []
    var total = 0
    for scalar in text.unicodeScalars {
      let cell: (text: String, width: Int)
      if scalar == "\t" {
        let spaces = Self.tabStop - total % Self.tabStop
        cell = (String(repeating: " ", count: spaces), spaces)
      } else {
        cell = (String(scalar.shown), scalar.cells)
      }
      cells.append(cell)
      total += cell.width
    }

    let from = min(max(column - 1, 0), cells.count)
    let to = min(max((endColumn ?? column + 1) - 1, from), cells.count)
    var first = 0
    var end = cells.count
    if total > width {
      // Two thirds of the room before the fault: what stands before it explains it.
      first = Self.back(from: from, cells, room: width * 2 / 3)
      end = Self.forth(from: first, cells, room: width - 2)
      first = Self.back(from: end, cells, room: width - 2)
    }
    let isCutBefore = first > 0 || goesBack
    let isCutAfter = end < cells.count || goesOn

    line = (isCutBefore ? Self.ellipsis : "") + cells[first..<end].map(\.text).joined()
    line += isCutAfter ? Self.ellipsis : ""
    let before = cells[first..<max(from, first)].reduce(isCutBefore ? 1 : 0) { $0 + $1.width }
    let under = cells[from..<max(min(to, end), from)].reduce(0) { $0 + $1.width }
    marker = String(repeating: " ", count: before) + "^"
    marker += String(repeating: "~", count: max(under - 1, 0))
  }

  /// The first of the cells before an index that fit into the room.
  private static func back(
    from index: Int, _ cells: [(text: String, width: Int)], room: Int
  ) -> Int {
    var index = index
    var left = room
    while index > 0, cells[index - 1].width <= left {
      index -= 1
      left -= cells[index].width
    }
    return index
  }

  /// The end of the cells from an index on that fit into the room.
  private static func forth(
    from index: Int, _ cells: [(text: String, width: Int)], room: Int
  ) -> Int {
    var index = index
    var left = room
    while index < cells.count, cells[index].width <= left {
      left -= cells[index].width
      index += 1
    }
    return index
  }
}

extension Unicode.Scalar {
  /// The character, or one to see in place of one that a terminal would obey.
  var shown: Unicode.Scalar {
    switch value {
    case 0..<0x20: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    // C1 controls, and marks that turn the direction of all that follows.
    case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: "\u{FFFD}"
    default: self
    }
  }

  /// How many cells of a terminal it takes: none for combining marks, two for wide characters.
  var cells: Int {
    guard value >= 0x300 else { return value == 0xAD ? 0 : 1 }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: break
    }
    if shown != self { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 1
    }
  }
}

extension String {
  /// The text with nothing in it that a terminal would obey.
  public var shown: String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars { result.append(scalar.shown) }
    return String(result)
  }
}
