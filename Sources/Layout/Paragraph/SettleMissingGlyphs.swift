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
    // What stands in the margins comes again on every page.
    for scalar in lacking where toldGlyphs.insert(MissingGlyph(scalar, place)).inserted {
      diagnostics.append(.glyphMissing(scalar, in: words.string(of: box.word), at: place))
    }
  }
}

extension Typesetter {
  /// Tells the characters of a drawing's words that their font lacks.
  func tellMissingGlyphs(of drawing: Drawing, at place: Place) {
    guard !words.missing.isEmpty else { return }
    for placed in drawing.words {
      for scalar in words.missing[placed.word] ?? [] {
        diagnostics.append(.glyphMissing(scalar, in: words.string(of: placed.word), at: place))
      }
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

extension Diagnostic {
  fileprivate static func glyphMissing(
    _ scalar: Unicode.Scalar, in word: String, at place: Place
  ) -> Diagnostic {
    let shown = word.count > 24 ? word.prefix(24) + "…" : word[...]
    if scalar == "\u{FFFD}" { return characterLost(in: shown, at: place) }
    let hex = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    return Diagnostic(
      .error, .glyphMissing,
      Message(
        sv: "teckensnittet saknar tecknet '\(scalar)' (\(code)) i '\(shown)'",
        en: "the font has no glyph for '\(scalar)' (\(code)) in '\(shown)'"),
      at: place,
      fixes: [
        Fix(
          Message(
            sv: "skriv något annat, eller välj ett teckensnitt som har tecknet",
            en: "write something else, or choose a font that has the character"))
      ])
  }

  private static func characterLost(in word: Substring, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .glyphMissing,
      Message(
        sv: "i '\(word)' står U+FFFD, som sätts där ett tecken har gått förlorat",
        en: "in '\(word)' stands U+FFFD, which is put where a character was lost"),
      at: place,
      fixes: [
        Fix(Message(sv: "skriv tecknet som det var", en: "write the character that it was"))
      ])
  }
}
