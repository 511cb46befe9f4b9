/// Finds how far a text holds nothing but words that no rule looks at.
///
/// Gives the end of the last such word from `start` on, or `start` if the first thing there is
/// another: words that are not in the lexicon and have no second capital, single plain spaces
/// between them, and at most one of `, . ; : ! ?` after each. Most of a text is passed here, at
/// about a nanosecond a byte.
func skim(_ bytes: Span<UInt8>, from start: Int, to limit: Int, _ lexicon: WordLexicon) -> Int {
  var end = start
  var next = start
  while next < limit {
    let first = next
    var key: UInt128 = 0
    var letter = bytes[next]
    while true {
      if isASCIILetter(letter) {
        key = key << 8 | UInt128(letter | 0x20)
        next += 1
      } else if letter == 0xC3, next + 1 < limit, isLatinTail(bytes[next + 1]) {
        key = key << 16 | 0xC300 | UInt128(WordLexicon.small(bytes[next + 1]))
        next += 2
      } else {
        break
      }
      guard next < limit else { break }
      letter = bytes[next]
    }
    let count = next - first
    guard count > 0 else { return end }
    let opening = bytes[first]
    if count > 1 {
      let second = bytes[first + 1]
      if opening == 0xC3 {
        if second < 0xA0, count == 2 || beginsWithCapital(bytes, first + 2) { return end }
      } else if beginsWithCapital(bytes, first + 1) {
        return end
      }
    } else if opening < 0x61 {
      return end
    }
    if lexicon.mayHave(first: WordLexicon.small(opening), count: count), lexicon.has(key) {
      return end
    }
    if next < limit {
      switch letter {
      case 0x2C, 0x2E, 0x3B, 0x3A, 0x21, 0x3F: next += 1
      default: break
      }
      guard next == limit || bytes[next] == 0x20 else { return end }
    }
    end = next
    next += 1
    guard next < limit else { return end }
    let following = bytes[next]
    guard isASCIILetter(following) || following == 0xC3 else { return end }
  }
  return end
}

/// Whether a capital stands at an offset where a letter begins.
@inline(__always) private func beginsWithCapital(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
  let byte = bytes[offset]
  return isCapital(byte) || byte == 0xC3 && bytes[offset + 1] < 0xA0
}

/// Whether a byte is a letter A–Z.
@inline(__always) private func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

/// Whether a byte is a letter a–z or A–Z.
@inline(__always) func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

/// Whether a byte after C3 makes a letter: all but × and ÷.
@inline(__always) func isLatinTail(_ byte: UInt8) -> Bool {
  byte & 0xC0 == 0x80 && byte & 0x1F != 0x17
}
