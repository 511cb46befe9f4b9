extension PrintedText {
  /// The sentences, as stretches of the text without the blanks between them.
  ///
  /// A sentence ends at a full stop, question or exclamation mark with a blank and a capital or
  /// figure after it, or at a line's end. Points of abbreviations have a small letter after them in
  /// nearly all texts, so that they need no list.
  func sentences() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    func end(at end: Int) {
      var (first, last) = (start, end)
      while first < last, isBlank(bytes[first]) { first += 1 }
      while last > first, isBlank(bytes[last - 1]) { last -= 1 }
      if first < last { ranges.append(first..<last) }
      start = end
    }
    for index in bytes.indices {
      switch bytes[index] {
      case 0x2E, 0x21, 0x3F:
        guard index + 2 < bytes.count, bytes[index + 1] == 0x20 else { continue }
        if isBeginning(index + 2) { end(at: index + 1) }
      case 0x0A: end(at: index + 1)
      case 0xA8 where index > 1 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE2:
        end(at: index + 1)
      default: break
      }
    }
    end(at: bytes.count)
    return ranges
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }

  /// Whether a sentence may begin at an offset: with a capital, A–Z or Å, Ä, Ö, or a quotation mark.
  private func isBeginning(_ index: Int) -> Bool {
    let byte = bytes[index]
    if byte.isCapital { return true }
    if byte == 0xC3, index + 1 < bytes.count { return (0x80...0x9E).contains(bytes[index + 1]) }
    return byte == 0xE2
  }
}
