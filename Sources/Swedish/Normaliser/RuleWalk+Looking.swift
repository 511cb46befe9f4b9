// How the rules look at the tokens around them.

extension RuleWalk {
  /// A token; the end of a line before the first, the end of the text after the last.
  func token(_ index: Int) -> Token {
    guard index >= 0 else { return Token(kind: .lineBreak, gap: .none, start: 0, end: 0) }
    return tokens[min(index, tokens.count - 1)]
  }

  /// What a token is.
  func kind(_ index: Int) -> Token.Kind { token(index).kind }

  /// Whether a token stands right after the one before it.
  func isTight(_ index: Int) -> Bool { token(index).gap == .none && !token(index).kind.endsLine }

  /// Whether a space stands before a token, on the same line.
  func isApart(_ index: Int) -> Bool { token(index).gap != .none && !token(index).kind.endsLine }

  /// Whether a token is spelled so.
  func spells(_ index: Int, _ text: String) -> Bool {
    let token = token(index)
    guard token.count == text.utf8.count else { return false }
    return bytes[token.start..<token.end].elementsEqual(text.utf8)
  }

  /// The byte before an offset; 0 at the beginning.
  func byte(before offset: Int) -> UInt8 { offset > 0 ? bytes[offset - 1] : 0 }

  /// Whether a capital stands at a token's start.
  func isCapitalised(_ index: Int) -> Bool {
    let token = token(index)
    guard token.kind.isWordlike else { return false }
    let first = bytes[token.start]
    return (0x41...0x5A).contains(first)
      || first == 0xC3 && token.count > 1 && bytes[token.start + 1] < 0xA0
  }

  /// Whether digits stand at a token that are not part of a code, or ½: 19, but not CO2.
  func isBareNumber(_ index: Int) -> Bool {
    guard kind(index) == .digits else { return quarters(index) > 0 }
    guard isTight(index), kind(index - 1) == .word else { return true }
    // The second number of 3x4, where x becomes ×.
    return options.style.contains(.signs) && token(index - 1).roles.contains(.times)
      && kind(index - 2) == .digits && isTight(index - 1)
  }

  /// The word that ends before a token, in lower case; with `pastMark` also past a point, colon or
  /// comma.
  func word(before index: Int, pastMark: Bool = false) -> String {
    var end = token(index - 1).end
    if pastMark, end > 0, [0x2C, 0x2E, 0x3A].contains(bytes[end - 1]) {
      switch kind(index - 1) {
      // Two points become one; a mark that stands apart is drawn to its word, whatever the space.
      case .point, .twoPoints, .comma, .colon: end = token(index - 2).end
      default: end -= 1
      }
    }
    var start = end
    while start > 0, end - start < 24 {
      let last = bytes[start - 1]
      if isASCIILetter(last) {
        start -= 1
      } else if start > 1, bytes[start - 2] == 0xC3, isLatinTail(last) {
        start -= 2
      } else {
        break
      }
    }
    return String(decoding: bytes[start..<end].map(WordLexicon.small), as: UTF8.self)
  }

  /// Whether a word can begin at a token: nothing that makes it a part of something longer
  /// stands right before it.
  func beginsWord(_ index: Int) -> Bool {
    guard isTight(index), index != opened else { return true }
    switch kind(index - 1) {
    case .lineBreak, .openParen, .openBracket, .doubleQuote, .singleQuote, .guillemet, .enDash,
      .emDash, .doubleHyphen, .ellipsis, .threePoints, .section, .other, .comma, .semicolon:
      return true
    case .hyphen: return kind(index - 2).endsLine && opensSpeech(index - 1)
    default: return false
    }
  }

  /// Whether a word ends with a token: nothing that makes it a part of something longer follows.
  func endsWord(_ index: Int) -> Bool {
    guard isTight(index + 1) else { return true }
    switch kind(index + 1) {
    case .word, .plain, .digits, .opaque: return false
    case .hyphen, .hardHyphen: return !isTight(index + 2) || kind(index + 2) == .digits
    case .point, .colon:
      guard isTight(index + 2) else { return true }
      let after = kind(index + 2)
      return !(after.isWordlike || after == .digits || after == .opaque)
    default: return true
    }
  }
}
