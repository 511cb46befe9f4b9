extension WordTable {
  /// A word in the same face in another size: its own glyphs, so that it looks as it does there, down
  /// to a letter that a break brought back.
  ///
  /// - Parameters:
  ///   - id: The word.
  ///   - font: Its face in the other size.
  ///   - ratio: The other size, in parts of its own.
  /// - Returns: The word, which is not found by its text.
  public func scaled(_ id: WordID, to font: FontID, by ratio: Double) -> WordID {
    let key = ScaledWord(word: id, font: font)
    if let known = scaledWords[key] { return known }
    let new = addScaled(id, to: font, by: ratio)
    scaledWords[key] = new
    return new
  }
}
