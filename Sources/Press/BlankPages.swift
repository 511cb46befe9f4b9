import Manuscript

extension Document {
  /// Lets the pages that are left blank say so, so that nobody who takes the sheets from a printer
  /// misses one; a part that has words of its own for it keeps them.
  mutating func sayBlankPages() {
    let words =
      metadata.language.hasPrefix("sv")
      ? "Denna sida är avsiktligt blank" : "This page is intentionally left blank"
    for index in blocks.indices {
      guard case .part(var part) = blocks[index], part.blankText.isEmpty else { continue }
      part.blankText = words
      blocks[index] = .part(part)
    }
  }
}
