import Geometry
import Manuscript
import Typography

/// Cuts text into a paragraph's boxes, glue and penalties.
///
/// A line may end at a space, after a hyphen that joins two words (`sista-|hands`, but not `e-post`
/// or `2023-25`), after a slash before a letter (`operation/|åtgärd`) and at U+200B. It must end at
/// U+2028. U+00A0 is a word space at which no line ends.
struct ItemCollector {
  /// The price of ending a line after a written hyphen or slash: more than at a space.
  static let joinPenalty = Penalty(cost: 50)
  /// Words with fewer bytes are not divided.
  static let shortestDivided = 6

  let words: WordTable
  /// The items gathered; one buffer for many texts.
  var items: [ParagraphItem] = []

  /// A stretch of a text that is set in one style.
  struct Stretch {
    var range: Range<Int>
    var style: RunStyleID
    var run: RunStyle
    var tag: Int32
    /// Whether its words may be divided.
    var hyphenates = false
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
    while index < end {
      let byte = bytes[index]
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

  /// Appends fixed space at which no line may end.
  mutating func addSpace(_ width: Length) {
    items.append(.penalty(.forbidden))
    items.append(.glue(Glue(width: width), character: " "))
  }

  private mutating func addWord(_ bytes: Span<UInt8>, _ range: Range<Int>, _ stretch: Stretch) {
    guard !range.isEmpty else { return }
    let word = words.word(bytes.extracting(range), in: stretch.run.font)
    var width = words.width(of: word)
    if stretch.run.tracking != .zero {
      width += stretch.run.tracking * words.words[Int(word.index)].glyphs.count
    }
    if let padding = stretch.run.badgePadding { width += padding * 2 }
    items.append(
      .box(
        Box(
          word: word, style: stretch.style, width: width, offset: range.lowerBound,
          tag: stretch.tag,
          breaks: stretch.hyphenates && range.count >= Self.shortestDivided
            ? words.breaks(of: word) : 0..<0)))
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
