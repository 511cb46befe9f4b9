import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

extension Typesetter {
  /// Deals with words for which their font lacks a glyph, from an item on to the buffer's end.
  ///
  /// Arrows, boxes, small figures and status marks are set in the family that the theme names for
  /// them; any other character that is lacking is told at its place, and the document is not written.
  func settleMissingGlyphs(in text: RichText, from first: Int) {
    let boxes = Array(collector.items[first...])
    collector.items.removeSubrange(first...)
    for item in boxes {
      guard case .box(let box) = item, let lacking = words.missing[box.word] else {
        collector.items.append(item)
        continue
      }
      if lacking.allSatisfy(\.isSymbol), let symbols = symbolStyle(for: box.style) {
        appendParts(of: box, lacking: lacking, symbols: symbols, in: text)
      } else {
        collector.items.append(item)
        report(lacking, in: box, of: text)
      }
    }
  }

  /// Cuts a word where it goes over into symbols and back.
  private func appendParts(
    of box: Box, lacking: [Unicode.Scalar], symbols: RunStyleID, in text: RichText
  ) {
    var part = ""
    var partIsSymbol = false
    var offset = Int(box.offset)
    func end() {
      guard !part.isEmpty else { return }
      let style = partIsSymbol ? symbols : box.style
      let word = words.word(part, in: store[style].font)
      // Of a badge, only the words stand in its box.
      let padding = store[style].badgePadding ?? .zero
      let new = Box(
        word: word, style: style, width: words.width(of: word) + padding * 2, offset: offset,
        tag: box.tag)
      collector.items.append(.box(new))
      if let still = words.missing[word] { report(still, in: new, of: text) }
      offset += part.utf8.count
      part = ""
    }
    for scalar in words.string(of: box.word).unicodeScalars {
      let isSymbol = lacking.contains(scalar)
      if isSymbol != partIsSymbol { end() }
      partIsSymbol = isSymbol
      part.unicodeScalars.append(scalar)
    }
    end()
  }

  private func report(_ lacking: [Unicode.Scalar], in box: Box, of text: RichText) {
    let place = text.places.place(at: Int(box.offset), in: text.text)
    missingGlyphs.add(
      lacking, in: words.string(of: box.word), at: place, of: text.places.start)
  }
}

extension Typesetter {
  /// Tells the characters of a drawing's words that their font lacks.
  func tellMissingGlyphs(of drawing: Drawing, at place: Place) {
    guard !words.missing.isEmpty else { return }
    for placed in drawing.words {
      guard let lacking = words.missing[placed.word] else { continue }
      missingGlyphs.add(lacking, in: words.string(of: placed.word), at: place, of: place)
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is an arrow, a box, a geometric mark, a tick, or a small figure above or below the
  /// line: a sign and no letter, which may be borrowed from another font without harm to the text's
  /// look.
  fileprivate var isSymbol: Bool {
    (0x2070...0x208E).contains(value) || (0x2190...0x21FF).contains(value)
      || (0x2500...0x27BF).contains(value) || (0x2B00...0x2BFF).contains(value)
      // The angles that prompts of a new plan stand between.
      || (0x27E8...0x27E9).contains(value)
  }
}
