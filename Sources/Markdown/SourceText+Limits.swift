extension SourceText {
  /// How many bytes the links of a text may become: far more than anybody writes, and little
  /// enough to hold.
  private static let mostLinkBytes = 32 << 20

  /// Whether the links by name, `[text][namn]`, might take up too much memory.
  ///
  /// The parser copies a definition's address and title to every link that names it, so that a text
  /// of a hundred kilobytes could ask for gigabytes. What is compared with the limit is the longest
  /// stretch of definitions for every bracket that may name it: more than there can be.
  var hasOvergrownLinks: Bool {
    var links = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "]") {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if next != UInt8(ascii: "("), next != UInt8(ascii: ":") { links += 1 }
    }
    return links > 0 && longestDefinitions > Self.mostLinkBytes / links
  }

  /// The length of the longest stretch, up to a blank line, that begins as a definition does.
  private var longestDefinitions: Int {
    var longest = 0
    var start: Int?
    for number in 1...lineCount {
      let line = bytes[line(number)]
      if let first = line.first(where: { !" \t>-*+.)0123456789".utf8.contains($0) }) {
        if start == nil, first == UInt8(ascii: "[") { start = line.startIndex }
        if let start { longest = max(longest, line.endIndex - start) }
      }
      if line.allSatisfy({ " \t\r\n".utf8.contains($0) }) { start = nil }
    }
    return longest
  }

  /// Where the cells of a table's row begin that the table has no columns for, if any are not empty.
  ///
  /// The parser leaves them out. A bar parts cells wherever it stands, in code too, unless there is
  /// a backslash before it.
  func surplus(onLine number: Int, columns: Int, quotes: Int) -> Int? {
    let end = line(number).upperBound
    var index = contentStart(line: number, quotes: quotes)
    if index < end, bytes[index] == UInt8(ascii: "|") { index += 1 }
    var bars = 0
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "|"), index == 0 || bytes[index - 1] != UInt8(ascii: "\\") {
        bars += 1
      } else if bars >= columns, !" \t\r\n".utf8.contains(byte) {
        return index
      }
      index += 1
    }
    return nil
  }
}
