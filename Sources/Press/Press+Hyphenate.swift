public import Diagnostics
import Hyphenation
import Typography

extension Press {
  /// Shows where the words of lines may be divided: a hyphen at each point, and the letter that
  /// comes back there (`till-låta`).
  ///
  /// - Parameters:
  ///   - lines: Words, between spaces where a line has several.
  ///   - exceptions: Words as they may be divided, which go before what is known of them.
  /// - Returns: The lines; nil when the patterns cannot be read, which is then told.
  public static func hyphenate(
    _ lines: [String], exceptions: [String] = []
  ) -> (lines: [String]?, diagnostics: [Diagnostic]) {
    do throws(HyphenationError) {
      let hyphenator = try Hyphenator(exceptions: exceptions)
      let shown = lines.map { line in
        line.split(separator: " ", omittingEmptySubsequences: false)
          .map { hyphenator.show(String($0)) }.joined(separator: " ")
      }
      return (shown, [])
    } catch {
      return (nil, [Diagnostic(.error, error.code, error.message)])
    }
  }
}

extension Hyphenator {
  /// The word with a hyphen at each of its points.
  fileprivate func show(_ word: String) -> String {
    var shown = ""
    var start = word.utf8.startIndex
    for point in points(in: word) {
      let end = word.utf8.index(word.utf8.startIndex, offsetBy: point.offset)
      shown += word[start..<end] + point.restored + "-"
      start = end
    }
    shown += word[start...]
    return shown.replacing("\u{AD}", with: "")
  }
}
