import Diagnostics

/// Follows a scalar's text through its source, so that each character has its place.
///
/// The parser tells where a scalar begins and what its text is, not how the one became the other.
/// Text and source are walked side by side; where lines are folded, lines begin or escapes end, the
/// map of places turns.
struct ScalarTrace {
  /// Where the characters stand.
  private(set) var places: PlaceMap
  /// The offset after the last character that was followed.
  private(set) var end: Int

  private let text: [UInt8]
  /// The next byte of the text.
  private var reached = 0

  /// The trace of a plain or quoted scalar whose text begins at an offset, after the quote.
  init(_ text: String, flowFrom start: Int, quote: UInt8?, cursor: inout SourceCursor) {
    self.init(text, from: start, at: cursor.place(at: start))
    let bytes = cursor.lines.bytes
    while reached < self.text.count, end < bytes.count {
      let byte = bytes[end]
      if byte.isYAMLSpace {
        let isFollowed = followSpace(&cursor)
        if !isFollowed { return }
      } else if quote == UInt8(ascii: "\""), byte == UInt8(ascii: "\\") {
        followEscape(&cursor)
      } else if quote == UInt8(ascii: "'"), byte == UInt8(ascii: "'") {
        end += 2
        reached += 1
        turn(&cursor)
      } else if byte == self.text[reached] {
        end += 1
        reached += 1
      } else {
        return
      }
    }
  }

  /// The trace of a folded block whose header is at an offset.
  init(_ text: String, foldedFrom header: Int, cursor: inout SourceCursor) {
    let lines = cursor.lines
    let line = lines.line(at: header)
    let first = Self.firstContentLine(after: line, lines)
    let indent = Self.indent(ofLine: first, lines)
    self.init(
      text, from: lines.bounds(ofLine: first).lowerBound + indent,
      at: Place(file: cursor.file, line: first, column: indent + 1))
    while reached < self.text.count, self.text[reached].isYAMLSpace { reached += 1 }
    if reached > 0 { turn(&cursor) }
    let bytes = lines.bytes
    while reached < self.text.count, end < bytes.count {
      if bytes[end].isYAMLSpace {
        let isFollowed = followSpace(&cursor)
        if !isFollowed { return }
      } else if bytes[end] == self.text[reached] {
        end += 1
        reached += 1
      } else {
        return
      }
    }
  }

  /// The trace of a literal block whose header is at an offset: a line of text for each of source.
  init(_ text: String, literalFrom header: Int, cursor: inout SourceCursor) {
    let lines = cursor.lines
    let line = lines.line(at: header)
    self.init(text, from: header, at: .none)
    let pieces = self.text.split(separator: 0x0A, omittingEmptySubsequences: false)
    // What the text lost at the start of its first line that is not empty.
    var indent = 0
    if let index = pieces.firstIndex(where: { piece in piece.contains { $0 != 0x20 } }) {
      let kept = pieces[index].prefix { $0 == 0x20 }.count
      indent = max(Self.indent(ofLine: line + 1 + index, lines) - kept, 0)
    }
    for (index, piece) in pieces.enumerated() {
      let place = Place(file: cursor.file, line: line + 1 + index, column: indent + 1)
      if index == 0 {
        places.start = place
      } else if piece.startIndex < self.text.count {
        places.turns.append(.init(offset: piece.startIndex, place: place))
      }
    }
    end = lines.bounds(ofLine: line + pieces.count).upperBound
  }

  private init(_ text: String, from start: Int, at place: Place) {
    self.text = Array(text.utf8)
    places = PlaceMap(start: place)
    end = start
  }

  private mutating func turn(_ cursor: inout SourceCursor) {
    guard reached < text.count else { return }
    places.turns.append(.init(offset: reached, place: cursor.place(at: end)))
  }

  /// Follows a run of blanks: as they stand within a line, as one space or line breaks over its end.
  private mutating func followSpace(_ cursor: inout SourceCursor) -> Bool {
    let bytes = cursor.lines.bytes
    var after = end
    while after < bytes.count, bytes[after].isBlank { after += 1 }
    guard after < bytes.count, bytes[after].isLineBreak else {
      while end < after, reached < text.count, text[reached].isBlank {
        end += 1
        reached += 1
      }
      return end == after
    }
    while after < bytes.count, bytes[after].isYAMLSpace { after += 1 }
    end = after
    while reached < text.count, text[reached].isYAMLSpace { reached += 1 }
    turn(&cursor)
    return true
  }

  private mutating func followEscape(_ cursor: inout SourceCursor) {
    let bytes = cursor.lines.bytes
    guard end + 1 < bytes.count else { return end = bytes.count }
    let letter = bytes[end + 1]
    if letter.isLineBreak {
      // The line goes on below, without the blanks it begins with.
      end += 1
      while end < bytes.count, bytes[end].isYAMLSpace { end += 1 }
    } else {
      let digits =
        switch letter {
        case UInt8(ascii: "x"): 2
        case UInt8(ascii: "u"): 4
        case UInt8(ascii: "U"): 8
        default: 0
        }
      end = min(end + 2 + digits, bytes.count)
      // One character of text, of as many bytes as its first one says.
      let first = text[reached]
      reached += first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      reached = min(reached, text.count)
    }
    turn(&cursor)
  }

  private static func firstContentLine(after header: Int, _ lines: SourceLines) -> Int {
    var line = header + 1
    while line < lines.count, lines.bytes[lines.bounds(ofLine: line)].allSatisfy(\.isBlank) {
      line += 1
    }
    return line
  }

  private static func indent(ofLine line: Int, _ lines: SourceLines) -> Int {
    lines.bytes[lines.bounds(ofLine: line)].prefix { $0 == 0x20 }.count
  }
}
