import Diagnostics

/// A text with its lines, to find the place of what the parser found in it.
struct SourceText {
  /// The text's UTF-8.
  let bytes: [UInt8]
  private let lineStarts: [Int]
  private let codePoints: CodePointIndex

  /// A text, divided at line ends of all three kinds.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    var starts = [0]
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\r"), index + 1 < bytes.count,
        bytes[index + 1] == UInt8(ascii: "\n")
      {
        index += 1
      }
      if bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: "\r") {
        starts.append(index + 1)
      }
      index += 1
    }
    self.bytes = bytes
    lineStarts = starts
    codePoints = CodePointIndex(bytes)
  }

  /// How many lines there are, the one after a last line end included.
  var lineCount: Int { lineStarts.count }

  /// The bytes of a line from 1, with its line end.
  func line(_ number: Int) -> Range<Int> {
    guard number >= 1, number <= lineStarts.count else { return bytes.count..<bytes.count }
    let end = number < lineStarts.count ? lineStarts[number] : bytes.count
    return lineStarts[number - 1]..<end
  }

  /// The offset of a byte column, from 1, of a line.
  func offset(line number: Int, byteColumn: Int) -> Int {
    let line = line(number)
    return min(max(line.lowerBound + byteColumn - 1, line.lowerBound), line.upperBound)
  }

  /// The place of an offset.
  func place(at offset: Int) -> MarkdownPlace {
    let number = lineNumber(of: offset)
    let before = codePoints.count(before: lineStarts[number - 1])
    let column = codePoints.count(before: offset) - before + 1
    return MarkdownPlace(line: number, column: column, offset: offset)
  }

  /// Where the text of a paragraph's later line begins: after its indent and the marks of the
  /// quotes around it, of which a lazy line may have fewer.
  func contentStart(line number: Int, quotes: Int) -> Int {
    let line = line(number)
    var index = line.lowerBound
    var marks = 0
    while index < line.upperBound {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      case UInt8(ascii: ">") where marks < quotes: marks += 1
      default: return index
      }
      index += 1
    }
    return index
  }

  /// The first place from an offset on, and before an end, where some bytes stand.
  func find(_ pattern: ArraySlice<UInt8>, from start: Int, before end: Int) -> Int? {
    guard let first = pattern.first, start >= 0 else { return nil }
    var index = start
    while index + pattern.count <= end {
      if bytes[index] == first, bytes[index..<index + pattern.count] == pattern { return index }
      index += 1
    }
    return nil
  }

  private func lineNumber(of offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low + 1
  }
}
