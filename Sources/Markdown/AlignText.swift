/// A stretch of text whose characters stand one after another in the source.
struct AlignedText: Equatable {
  /// The characters.
  var text: ArraySlice<UInt8>
  /// The offset of the first.
  var offset: Int
}

/// A piece of parsed text with its source.
struct AlignedLiteral: Equatable {
  /// The stretches that run along with the source.
  var stretches: [AlignedText]
  /// The offset after the last.
  var end: Int
  /// Whether all of the text was found; what was not is in the last stretch.
  var isWhole: Bool
}

extension SourceText {
  /// Finds the source of a piece of parsed text: divides it where the source has a backslash or a
  /// character reference (`&amp;`) that the text has not.
  ///
  /// - Parameters:
  ///   - literal: The parsed text, on one line of the source.
  ///   - start: Where its source begins.
  /// - Returns: The stretches, and where the source ends.
  func align(_ literal: [UInt8], from start: Int) -> AlignedLiteral {
    var stretches: [AlignedText] = []
    var (first, firstOffset) = (0, start)
    var (index, offset) = (0, start)
    func close() {
      if index > first {
        stretches.append(AlignedText(text: literal[first..<index], offset: firstOffset))
      }
    }
    while index < literal.count, offset < bytes.count {
      if isEscape(at: offset) {
        close()
        offset += 1
        (first, firstOffset) = (index, offset)
      } else if let end = referenceEnd(at: offset),
        !literal[index...].starts(with: bytes[offset..<end])
      {
        close()
        (first, firstOffset) = (index, offset)
        index = characterEnd(after: index, of: literal)
        // Some references stand for two characters.
        if index < literal.count, end < bytes.count, literal[index] != bytes[end],
          literal[index] >= 0x80
        {
          index = characterEnd(after: index, of: literal)
        }
        close()
        offset = end
        (first, firstOffset) = (index, offset)
        continue
      }
      guard offset < bytes.count, literal[index] == bytes[offset] else { break }
      index += 1
      offset += 1
    }
    let isWhole = index == literal.count
    index = literal.count
    close()
    return AlignedLiteral(stretches: stretches, end: offset, isWhole: isWhole)
  }

  private func isEscape(at offset: Int) -> Bool {
    guard bytes[offset] == UInt8(ascii: "\\"), offset + 1 < bytes.count else { return false }
    switch bytes[offset + 1] {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return true
    default: return false
    }
  }

  /// The offset after the character reference at an offset, if there is one.
  private func referenceEnd(at offset: Int) -> Int? {
    guard bytes[offset] == UInt8(ascii: "&") else { return nil }
    // The longest name of a character has 31 letters.
    let limit = min(offset + 34, bytes.count)
    var index = offset + 1
    while index < limit {
      switch bytes[index] {
      case UInt8(ascii: ";"): return index > offset + 1 ? index + 1 : nil
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "#"):
        index += 1
      default: return nil
      }
    }
    return nil
  }

  private func characterEnd(after index: Int, of literal: [UInt8]) -> Int {
    var end = index + 1
    while end < literal.count, literal[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
