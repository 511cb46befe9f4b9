import Diagnostics
import Geometry
import Manuscript
import Typography

extension Typesetter {
  /// Sees to words that are wider than the line they have to stand on, so that none of them runs into
  /// what stands beside it.
  ///
  /// Such a word is divided at its hyphenation points even where the style would not; one that has
  /// none (a long part of an address, a long number) is broken where the line is full, which is told.
  ///
  /// - Returns: the items as they were, or, where a word was cut, new ones at the buffer's end.
  func fitWords(of items: Range<Int>, into width: Length, text: RichText) -> Range<Int> {
    guard
      items.contains(where: {
        if case .box(let box) = collector.items[$0] { box.width > width } else { false }
      })
    else { return items }
    let first = collector.items.count
    for index in items {
      let item = collector.items[index]
      guard case .box(var box) = item, box.width > width else {
        collector.items.append(item)
        continue
      }
      if box.breaks.isEmpty,
        !collector.isInAddress(text.text.utf8Span.span, at: Int(box.offset))
      {
        box.breaks = words.breaks(of: box.word)
      }
      if box.breaks.isEmpty {
        appendPieces(of: box, width: width, text: text)
      } else {
        collector.items.append(.box(box))
      }
    }
    return first..<collector.items.count
  }

  /// Cuts a word into pieces that are as wide as a line can hold.
  private func appendPieces(of box: Box, width: Length, text: RichText) {
    let font = store[box.style].font
    let whole = words.words[Int(box.word.index)]
    var piece = ""
    var pieceWidth = Length.zero
    var offset = Int(box.offset)
    var cuts = 0
    func end() {
      guard !piece.isEmpty else { return }
      if cuts > 0 { collector.items.append(.penalty(ItemCollector.joinPenalty)) }
      let word = words.word(piece, in: font)
      collector.items.append(
        .box(
          Box(
            word: word, style: box.style, width: words.width(of: word), offset: offset,
            tag: box.tag)))
      offset += piece.utf8.count
      cuts += 1
      piece = ""
      pieceWidth = .zero
    }
    // Widths come from the word as it is shaped: a letter's share is the advances of its cluster.
    var advances: [Int: Int] = [:]
    for glyph in words.glyphs[whole.glyphs] {
      advances[Int(glyph.cluster), default: 0] += Int(glyph.advance)
    }
    var byte = 0
    for character in words.string(of: box.word) {
      var advance = 0
      for offset in byte..<byte + character.utf8.count { advance += advances[offset] ?? 0 }
      if pieceWidth + Length(units: advance) > width { end() }
      piece.append(character)
      pieceWidth += Length(units: advance)
      byte += character.utf8.count
    }
    end()
    if cuts > 1 {
      let place = text.places.place(at: Int(box.offset), in: text.text)
      diagnostics.append(.wordBroken(words.string(of: box.word), at: place == .none ? nil : place))
    }
  }
}

extension Diagnostic {
  fileprivate static func wordBroken(_ word: String, at place: Place?) -> Diagnostic {
    let shown = word.count > 24 ? word.prefix(24) + "…" : word[...]
    return Diagnostic(
      .warning, .wordBroken,
      Message(
        sv: "'\(shown)' är bredare än sin rad och bryts utan bindestreck",
        en: "'\(shown)' is wider than its line and is broken without a hyphen"),
      at: place,
      fixes: [
        Fix(
          Message(
            sv: "korta ordet, skriv mjuka bindestreck i det, eller ge kolumnen mer bredd",
            en: "shorten the word, write soft hyphens in it, or give the column more width"))
      ])
  }
}
