import Hyphenation
import Pango
import Typography

/// What documents set one after another share: open fonts, shaped words, the hyphenation patterns.
///
/// Opening them takes longer than setting a page. Nothing in it decides how a document looks, so
/// that a document comes out the same bytes whichever were set before it. One workshop per thread.
final class Workshop {
  /// What words are divided by.
  struct Division: Hashable {
    /// The language; Swedish is the one that we know.
    var language: String
    /// Words that the plan, its theme and its organisation divide in a way of their own.
    var words: [String] = []
    /// Names that they never divide.
    var names: [String] = []
  }

  private var fonts: FontLibrary?
  private var shaper: PangoShaper?
  private var words: [Division: WordTable] = [:]

  /// How many different words are kept for the documents to come; some 50 MiB of them.
  private static let mostWords = 200_000

  /// The fonts of a manifest, with a shaper over them.
  func fonts(of manifest: FontManifest) -> (FontLibrary, PangoShaper) {
    if let fonts, let shaper, fonts.manifest == manifest { return (fonts, shaper) }
    let fonts = FontLibrary(manifest: manifest)
    let shaper = PangoShaper(library: fonts)
    self.fonts = fonts
    self.shaper = shaper
    words = [:]
    return (fonts, shaper)
  }

  /// The words met so far in the fonts that were last asked for, with their divisions.
  ///
  /// - Throws: `HyphenationError` when the patterns are missing or cannot be used.
  func words(
    divided division: Division, shaper: PangoShaper
  ) throws(HyphenationError) -> WordTable {
    if let table = words[division], table.words.count < Self.mostWords { return table }
    let isSwedish = division.language == "sv" || division.language.hasPrefix("sv-")
    let hyphenator =
      isSwedish ? try Hyphenator(exceptions: division.words, names: division.names) : nil
    let table = WordTable(shaper: shaper, hyphenator: hyphenator)
    words[division] = table
    return table
  }
}
