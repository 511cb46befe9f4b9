import Diagnostics

/// How deep a source nests brackets, those in text left out.
///
/// Asked only where the survey, which counts every bracket, finds too many. What is text is taken
/// for such only where it surely is: in quotes and blocks that begin right after a key or a list
/// dash, in plain text up to the end of its line, in comments. So a count too high is possible, as
/// for text that goes on over several lines.
struct YAMLBrackets {
  /// The depth of the deepest bracket.
  private(set) var depth = 0
  /// The offset of the deepest.
  private(set) var deepest = 0

  private let bytes: [UInt8]
  private var offset = 0
  private var open = 0

  /// Counts the brackets of a source.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while offset < bytes.count { readLine() }
  }

  /// Reads a line, and the lines below that belong to a block or a quote that begins on it.
  private mutating func readLine() {
    let start = offset
    while isBlank(offset) { offset += 1 }
    var isDashed = false
    while offset < bytes.count, bytes[offset] == UInt8(ascii: "-"), isBlank(offset + 1) {
      isDashed = true
      while isBlank(offset + 1) { offset += 1 }
      offset += 1
    }
    if isLineEnd(offset) { open = 0 }
    let indent = offset - start
    // At a line's start a quote may as well go on with the text of the line above.
    var begins: Beginning = isDashed ? .value : .line
    while !isLineEnd(offset) {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if begins != .nothing {
          open += 1
          if open > depth { (depth, deepest) = (open, offset) }
          begins = .value
        }
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        open = max(open - 1, 0)
      case UInt8(ascii: ","):
        if open > 0 { begins = .value }
      case UInt8(ascii: ":"):
        if isBlank(offset + 1) || isLineEnd(offset + 1) { begins = .value }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        // Where a text of the line above may go on, what follows is counted as it stands.
        if begins == .value {
          skipQuote(byte)
          begins = .nothing
        }
      case UInt8(ascii: "|"), UInt8(ascii: ">"):
        if begins == .value, open == 0, let least = blockIndent(within: indent) {
          return skipBlock(least)
        }
        begins = .nothing
      case UInt8(ascii: "#"):
        if offset == start || isBlank(offset - 1) {
          while !isLineEnd(offset) { offset += 1 }
          continue
        }
        begins = .nothing
      case UInt8(ascii: " "), 0x09: break
      case UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "-"):
        // A value may follow them.
        if begins == .value { begins = .line }
      default:
        begins = .nothing
      }
      if offset < bytes.count, !isLineEnd(offset) { offset += 1 }
    }
    offset += 1
  }

  /// What may begin at an offset.
  private enum Beginning {
    /// Nothing: it is in the middle of a text.
    case nothing
    /// A value, or the next line of one.
    case line
    /// A value.
    case value
  }

  private mutating func skipQuote(_ quote: UInt8) {
    offset += 1
    while offset < bytes.count, bytes[offset] != quote {
      offset += quote == UInt8(ascii: "\"") && bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    offset = min(offset, bytes.count)
  }

  /// How far the lines of the block are indented at least whose sign is at the offset; nil if it is
  /// none.
  private func blockIndent(within indent: Int) -> Int? {
    var end = offset + 1
    var extra = 1
    while end < bytes.count, bytes[end].isDigit || bytes[end] == 0x2B || bytes[end] == 0x2D {
      if bytes[end].isDigit { extra = Int(bytes[end] - 0x30) }
      end += 1
    }
    while isBlank(end) { end += 1 }
    return isLineEnd(end) ? indent + extra : nil
  }

  private mutating func skipBlock(_ least: Int) {
    var content: Int?
    while offset < bytes.count {
      while !isLineEnd(offset) { offset += 1 }
      offset += 1
      let start = offset
      var first = start
      while first < bytes.count, bytes[first] == 0x20 { first += 1 }
      if isLineEnd(first) {
        offset = min(first, bytes.count)
        continue
      }
      guard first - start >= content ?? least else {
        offset = start
        return
      }
      content = content ?? first - start
    }
  }

  private func isBlank(_ offset: Int) -> Bool { offset < bytes.count && bytes[offset].isBlank }

  private func isLineEnd(_ offset: Int) -> Bool {
    offset >= bytes.count || bytes[offset].isLineBreak
  }
}
