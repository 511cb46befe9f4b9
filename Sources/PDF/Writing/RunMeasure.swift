import Geometry
import Pages
import Typography

/// Measures what runs of words take on their pages.
struct RunMeasure {
  let words: WordTable
  let metrics: (FontID) -> FontMetrics

  /// The box of a run: from its first word to its last, as high as the font's letters; nil for a run
  /// without words.
  func box(of run: GlyphRun, on page: Page) -> Rect? {
    guard let last = page.words[run.words].last else { return nil }
    let metrics = metrics(run.font)
    let width = words.width(of: last.word).scaled(by: run.widening)
    return Rect(
      x: run.origin.x, y: run.origin.y - metrics.ascent, width: last.x + width,
      height: metrics.ascent + metrics.descent)
  }

  /// The words of a run with the spaces between them.
  func text(of run: GlyphRun, on page: Page) -> String {
    let (all, text) = (words.words, words.text)
    var bytes: [UInt8] = []
    for placed in page.words[run.words] {
      bytes.append(contentsOf: text[all[Int(placed.word.index)].text])
      if let space = placed.spaceAfter { bytes.append(contentsOf: space.utf8) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Rect {
  /// The least rectangle that holds this and another.
  func joined(with other: Rect) -> Rect {
    let left = min(origin.x, other.origin.x)
    let top = min(origin.y, other.origin.y)
    return Rect(
      x: left, y: top, width: max(right, other.right) - left,
      height: max(bottom, other.bottom) - top)
  }
}

extension String {
  /// The text on one line, as it is said: white space is one space each, and what only layout needs
  /// or nobody can say is left out.
  var onOneLine: String {
    if isOneLine { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var isApart = false
    for scalar in unicodeScalars {
      guard !scalar.isSaidAsSpace else {
        isApart = !bytes.isEmpty
        continue
      }
      guard scalar.value >= 0x20, scalar.value != 0x7F, scalar.value != 0xAD else { continue }
      if isApart { bytes.append(UInt8(ascii: " ")) }
      isApart = false
      if scalar.value < 0x80 {
        bytes.append(UInt8(scalar.value))
      } else {
        bytes.append(contentsOf: scalar.utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the text is one line beyond doubt: letters up to U+07FF and ASCII, with single spaces
  /// between them.
  private var isOneLine: Bool {
    var before = UInt8(ascii: " ")
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: " "): if before == byte { return false }
      // What follows 0xC2 may be a soft hyphen or a space, what follows 0xE0 and up may be a space.
      case 0x21...0x7E, 0x80...0xBF, 0xC3...0xDF: break
      default: return false
      }
      before = byte
    }
    return before != UInt8(ascii: " ")
  }
}

extension Unicode.Scalar {
  /// Whether it is white space; asks the tables of Unicode only where letters of Europe are past.
  fileprivate var isSaidAsSpace: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0: true
    case ..<0x1680: false
    default: properties.isWhitespace
    }
  }
}
