import Diagnostics

/// Letters and their combining accents as one character each (U1): a + ring becomes å.
///
/// Few texts need it, so it is a pass of its own before the rules, and the changes of both are
/// told as one.
struct Composition {
  /// The changes that compose the letters.
  private let edits: [RuleWalk.Edit]

  /// The composition of a text; nil if it has nothing to compose.
  init?(of text: String) {
    var edits: [RuleWalk.Edit] = []
    var offset = 0
    for character in text {
      let count = character.utf8.count
      // Characters that differ in nothing but their bytes are equal.
      if character.unicodeScalars.count > 1, let index = Self.letters.firstIndex(of: character) {
        edits.append(
          RuleWalk.Edit(
            start: offset, end: offset + count, text: String(Self.letters[index]), rule: .composed))
      }
      offset += count
    }
    guard !edits.isEmpty else { return nil }
    self.edits = edits
  }

  /// Letters that are one character with their accents: Latin, with its extensions.
  private static let letters: Set<Character> = Set(
    [0xC0...0x24F, 0x1E00...0x1EFF].joined().compactMap { Unicode.Scalar(UInt32($0)) }
      .map(Character.init))

  /// Composes a text, hands it on, and tells both kinds of changes as one.
  func followed(
    from text: String, places: PlaceMap,
    by rules: (String, PlaceMap, (Range<Int>) -> Range<Int>) -> NormalisedText
  ) -> NormalisedText {
    let bytes = Array(text.utf8)
    var walk = RuleWalk(
      bytes: bytes, tokens: [Token(kind: .end, gap: .none, start: bytes.count, end: bytes.count)],
      context: .prose, options: NormalisingOptions(), column: .unknown)
    for edit in edits { walk.edit(edit.start, edit.end, edit.text, edit.rule) }
    let composed = walk.result(text: text, places: places)
    var result = rules(composed.text, composed.places, composed.span(ofInput:))

    // The second changes are told in offsets of the composed text: back to those of the first.
    var growth = 0
    var first = composed.changes[...]
    var merged: [NormalisedText.Change] = []
    for var change in result.changes {
      while let composing = first.first, composing.start < change.range.lowerBound {
        growth += composing.growth
        merged.append(composing)
        first.removeFirst()
      }
      change.range = (change.range.lowerBound - growth)..<(change.range.upperBound - growth)
      merged.append(change)
    }
    merged += first
    var start = 0
    for index in merged.indices {
      merged[index].start = merged[index].range.lowerBound + start
      start += merged[index].growth
    }
    result.changes = merged
    return result
  }
}
