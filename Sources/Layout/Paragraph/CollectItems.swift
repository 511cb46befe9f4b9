import Geometry
import Manuscript
import Typography

/// Cuts text into a paragraph's boxes, glue and penalties.
///
/// A line may end at a space, after a hyphen that joins two words (`sista-|hands`, but not `e-post`
/// or `2023-25`), after a slash before a letter (`operation/|åtgärd`) and at U+200B. It must end at
/// U+2028. U+00A0 is a word space at which no line ends. An address on the web may also be broken
/// after its points, slashes and hyphens, always without a hyphen of ours.
struct ItemCollector {
  /// The price of ending a line after a written hyphen or slash: more than at a space.
  static let joinPenalty = Penalty(cost: 50)
  /// Words with fewer bytes are not divided.
  static let shortestDivided = 6

  let words: WordTable
  /// Where the address ends that is being cut, or was cut last.
  private var addressEnd = 0
  /// The items gathered; one buffer for many texts.
  var items: [ParagraphItem] = []

  init(words: WordTable) { self.words = words }

  /// A stretch of a text that is set in one style.
  struct Stretch {
    var range: Range<Int>
    var style: RunStyleID
    var run: RunStyle
    var tag: Int32
    /// Whether its words may be divided.
    var hyphenates = false
    /// The style of its initialisms; nil where they look as the other words.
    var initialisms: RunStyleID?
    /// The font of `initialisms`.
    var initialismFont = FontID(index: -1)
  }

  /// Cuts one stretch and appends its items.
  ///
  /// - Parameters:
  ///   - bytes: the whole text.
  ///   - stretch: the part of it to cut, and its style.
  ///   - split: a byte offset at which a word ends without a chance to break, so that the part
  ///     before can be measured (a number's decimal comma); nil for none.
  mutating func collect(_ bytes: Span<UInt8>, _ stretch: Stretch, split: Int? = nil) {
    var start = stretch.range.lowerBound
    var index = start
    let end = stretch.range.upperBound
    addressEnd = start
    while index < end {
      let byte = bytes[index]
      if byte == 0x68 || byte == 0x77, index >= addressEnd {
        addressEnd = endOfAddress(bytes, from: index, stretch.range) ?? addressEnd
      }
      switch byte {
      case 0x20:
        addWord(bytes, start..<index, stretch)
        items.append(.glue(stretch.run.space, character: " "))
        start = index + 1
      case 0xC2 where index + 1 < end && bytes[index + 1] == 0xA0:
        addWord(bytes, start..<index, stretch)
        items.append(.penalty(.forbidden))
        items.append(.glue(stretch.run.space, character: "\u{A0}"))
        index += 1
        start = index + 1
      case 0xE2 where index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xA8:
        addWord(bytes, start..<index, stretch)
        items.append(.penalty(.forced))
        index += 2
        start = index + 1
      case 0xE2 where index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x8B:
        addWord(bytes, start..<index, stretch)
        items.append(.penalty(Penalty(cost: 0)))
        index += 2
        start = index + 1
      case 0x2D...0x2F where index < addressEnd:
        guard mayEndLine(inAddressAt: index, wordStart: start, bytes) else { break }
        addWord(bytes, start..<index + 1, stretch)
        items.append(.penalty(Self.joinPenalty))
        start = index + 1
      case 0x2D where mayEndLine(afterHyphenAt: index, wordStart: start, end: end, bytes),
        0x2F where index + 1 < end && index > start && isLetter(bytes[index + 1]):
        addWord(bytes, start..<index + 1, stretch)
        items.append(.penalty(Self.joinPenalty))
        start = index + 1
      case _ where index == split && index > start:
        addWord(bytes, start..<index, stretch)
        start = index
      default: break
      }
      index += 1
    }
    addWord(bytes, start..<end, stretch)
  }

  /// Appends a text as one word that is never broken.
  mutating func collectWhole(_ bytes: Span<UInt8>, _ stretch: Stretch) {
    addWord(bytes, stretch.range, stretch)
  }

  /// Appends fixed space at which no line may end.
  mutating func addSpace(_ width: Length) {
    items.append(.penalty(.forbidden))
    items.append(.glue(Glue(width: width), character: " "))
  }

  private mutating func addWord(_ bytes: Span<UInt8>, _ range: Range<Int>, _ stretch: Stretch) {
    guard !range.isEmpty else { return }
    var style = stretch.style
    var word = words.word(bytes.extracting(range), in: stretch.run.font)
    if let small = stretch.initialisms, let capitals = bytes.extracting(range).initialismCapitals {
      let other = words.word(bytes.extracting(range), in: stretch.initialismFont)
      // Small capitals for some of the letters would be worse than none.
      if words.ownGlyphs(of: other, unlike: word) >= capitals { (style, word) = (small, other) }
    }
    var width = words.width(of: word)
    if let padding = stretch.run.badgePadding { width += padding * 2 }
    items.append(
      .box(
        Box(
          word: word, style: style, width: width, offset: range.lowerBound,
          tag: stretch.tag,
          breaks: stretch.hyphenates && range.count >= Self.shortestDivided
            && range.lowerBound >= addressEnd ? words.breaks(of: word) : 0..<0)))
  }

  /// Where an address on the web ends that begins at a letter; nil when none does.
  private func endOfAddress(
    _ bytes: Span<UInt8>, from start: Int, _ range: Range<Int>
  ) -> Int? {
    guard start + 4 < range.upperBound, bytes[start + 1] | 3 == 0x77,
      start == range.lowerBound || !isLetter(bytes[start - 1])
    else { return nil }
    let begins = ["www.", "http://", "https://"].contains { opening in
      let opening = opening.utf8Span.span
      guard opening.count < range.upperBound - start else { return false }
      for index in opening.indices where bytes[start + index] != opening[index] { return false }
      return true
    }
    guard begins else { return nil }
    var end = start
    while end < range.upperBound, bytes[end] > 0x20, bytes[end] < 0x80 { end += 1 }
    return end
  }

  /// The fewest bytes of an address on a line of their own.
  private static let shortestOfAddress = 3

  /// Whether a byte of a text is in an address on the web, which is never divided with a hyphen.
  func isInAddress(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
    var start = offset
    while start > 0, bytes[start - 1] > 0x20, bytes[start - 1] < 0x80 { start -= 1 }
    while start <= offset {
      if let end = endOfAddress(bytes, from: start, start..<bytes.count) { return end > offset }
      start += 1
    }
    return false
  }

  /// Whether a line may end after a point, a slash or a hyphen of an address: not inside `://` nor
  /// after `www.`, and with enough of the address on either side.
  private func mayEndLine(inAddressAt index: Int, wordStart: Int, _ bytes: Span<UInt8>) -> Bool {
    index + 3 < addressEnd && isLetterOrDigit(bytes[index + 1])
      && isLetterOrDigit(bytes[index - 1]) && index + 1 - wordStart >= Self.shortestOfAddress
      && !(bytes[index - 1] == 0x77 && bytes[index - 2] == 0x77)
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte)
  }

  /// Whether a hyphen joins two words of which the first has at least two letters.
  private func mayEndLine(
    afterHyphenAt index: Int, wordStart: Int, end: Int, _ bytes: Span<UInt8>
  ) -> Bool {
    guard index + 1 < end, isLetter(bytes[index + 1]), index - wordStart >= 2 else { return false }
    return isLetter(bytes[index - 1]) && isLetter(bytes[index - 2])
  }

  /// ASCII letters and every byte of a longer UTF-8 sequence, which in our text is a letter but for
  /// dashes and quotes, where a break is harmless.
  private func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x80
  }
}

extension Span<UInt8> {
  /// How many capitals a word has whose every capital is one of an initialism (`FN`, `EU:s`,
  /// `(SKR)`); nil for another word.
  ///
  /// An initialism is two to six capitals in a row with no small letter at its sides.
  fileprivate var initialismCapitals: Int? {
    var capitals = 0
    var row = 0
    var isAfterSmall = false
    var before: UInt8 = 0
    for index in indices {
      let byte = self[index]
      let isLatin1 = before == 0xC3
      before = byte
      if byte == 0xC3 { continue }
      let isCapital = (0x41...0x5A).contains(byte) || isLatin1 && byte < 0x9F
      let isSmall = (0x61...0x7A).contains(byte) || isLatin1 && !isCapital
      if isCapital {
        if row == 6 || row == 0 && isAfterSmall { return nil }
        row += 1
        capitals += 1
      } else {
        if row == 1 || row > 1 && isSmall { return nil }
        row = 0
      }
      isAfterSmall = isSmall
    }
    return capitals > 0 && row != 1 ? capitals : nil
  }
}
