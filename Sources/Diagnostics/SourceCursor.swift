/// Turns lines and columns into bytes and back, cheaply when asked in order.
///
/// Going forwards costs what lies between, so that a file which is one long line is read in linear
/// time; going back starts again at the line's beginning.
public struct SourceCursor: Sendable {
  /// The source.
  public let lines: SourceLines
  /// The file that places are given in.
  public let file: FileID

  private var offset = 0
  private var line = 1
  private var column = 1

  /// A cursor at the start of a source.
  public init(_ lines: SourceLines, file: FileID) {
    self.lines = lines
    self.file = file
  }

  /// The offset of the character at a line and column; the line's end for a column past it.
  public mutating func offset(line: Int, column: Int) -> Int {
    let bounds = lines.bounds(ofLine: line)
    if line != self.line || column < self.column {
      self.line = line
      self.column = 1
      offset = bounds.lowerBound
    }
    let bytes = lines.bytes
    var reached = offset
    var left = column - self.column
    while left > 0, reached < bounds.upperBound {
      reached += 1
      if reached == bounds.upperBound || bytes[reached] & 0xC0 != 0x80 { left -= 1 }
    }
    self.column = column - max(left, 0)
    offset = reached
    return offset
  }

  /// The place of the character at an offset.
  public mutating func place(at target: Int) -> Place {
    let isAhead = target >= offset && (line == lines.count || target < lines.starts[line])
    if !isAhead {
      line = lines.line(at: target)
      column = 1
      offset = lines.starts[line - 1]
    }
    if target > offset {
      // Characters that begin after the known one, up to and with the target's.
      column += lines.codePoints(in: (offset + 1)..<min(target + 1, lines.bytes.count))
      if target >= lines.bytes.count { column += 1 }
      offset = target
    }
    return Place(file: file, line: line, column: column)
  }
}
