import Diagnostics
import HarfBuzz
import Hyphenation
import Kinds
import Templates
import Typography

/// What documents set one after another share: kinds and themes, open fonts, shaped words, the
/// hyphenation patterns.
///
/// Reading and opening them takes longer than setting a page. Nothing in it decides how a document looks, so
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

  private var kinds = KeptReadings<Kind>()
  private var templates = KeptReadings<Template>()
  private var themes = KeptReadings<Theme>()
  private var manifests = KeptReadings<FontManifest>()
  private var fonts: FontLibrary?
  private var shaper: HarfBuzzShaper?
  private var words: [Division: WordTable] = [:]

  /// How many different words are kept for the documents to come; some 50 MiB of them.
  private static let mostWords = 200_000

  /// A kind of document.
  struct Kind {
    var files: KindFiles
    var schema: Schema
  }

  /// A kind by its folder; nil, with no faults, for one that is only there to be extended.
  func kind(
    _ folder: String, of shelf: Shelf, into sources: inout SourceSet
  ) -> (Kind?, [Diagnostic]) {
    kinds.reading(folder, of: shelf, into: &sources) { sources in
      let (files, faults) = shelf.files(ofKind: folder, into: &sources)
      guard let files, !isAbstract(files.schema) else { return (nil, faults) }
      let (schema, found) = Schema.read(files.schema)
      return (schema.map { Kind(files: files, schema: $0) }, faults + found)
    }
  }

  /// A kind's template, for data of its schema.
  func template(
    of kind: KindFiles, _ schema: Schema, of shelf: Shelf, into sources: inout SourceSet
  ) -> (Template?, [Diagnostic]) {
    templates.reading(kind.name, of: shelf, into: &sources) { sources in
      let (raw, faults) = shelf.template(of: kind, into: &sources)
      guard let raw else { return (nil, faults) }
      let (template, found) = Template.read(raw, schema: schema)
      return (template, faults + found)
    }
  }

  /// A theme by its folder, for documents of a kind.
  func theme(
    _ folder: String, for kind: String, of shelf: Shelf, into sources: inout SourceSet
  ) -> (Theme?, [Diagnostic]) {
    themes.reading("\(folder) \(kind)", of: shelf, into: &sources) { sources in
      let (value, faults) = shelf.value(at: shelf.path(ofTheme: folder), into: &sources)
      guard let value else { return (nil, faults) }
      var files = sources
      let (theme, found) = Theme.read(value, for: kind) { base, place in
        guard shelf.hasTheme(base) else {
          return (nil, [.unknownTheme(base, among: shelf.themeNames, at: place, in: shelf.home)])
        }
        return shelf.value(at: shelf.path(ofTheme: base), into: &files)
      } loadFile: { name in
        shelf.value(named: name, into: &files)
      } findKind: { name, place in
        if let kind = shelf.kind(named: name) { return (kind, []) }
        return (nil, [.unknownKind(name, among: shelf.allKindNames, at: place, in: shelf.home)])
      }
      sources = files
      return (theme, faults + found)
    }
  }

  /// The manifest of fonts.
  func manifest(
    of shelf: Shelf, into sources: inout SourceSet
  ) -> (FontManifest?, [Diagnostic]) {
    manifests.reading("fonts", of: shelf, into: &sources) { shelf.fonts(into: &$0) }
  }

  /// The fonts of a manifest, with a shaper over them.
  func fonts(of manifest: FontManifest) -> (FontLibrary, HarfBuzzShaper) {
    if let fonts, let shaper, fonts.manifest == manifest { return (fonts, shaper) }
    let fonts = FontLibrary(manifest: manifest)
    let shaper = HarfBuzzShaper(library: fonts)
    self.fonts = fonts
    self.shaper = shaper
    words = [:]
    return (fonts, shaper)
  }

  /// The words met so far in the fonts that were last asked for, with their divisions.
  ///
  /// - Throws: `HyphenationError` when the patterns are missing or cannot be used.
  func words(
    divided division: Division, shaper: HarfBuzzShaper
  ) throws(HyphenationError) -> WordTable {
    if let table = words[division], table.words.count < Self.mostWords { return table }
    let hyphenator =
      division.language.isSwedish
      ? try Hyphenator(exceptions: division.words, names: division.names) : nil
    let table = WordTable(shaper: shaper, hyphenator: hyphenator)
    words[division] = table
    return table
  }
}

extension String {
  /// Whether a language as BCP 47 is Swedish, the one that we know how to divide.
  var isSwedish: Bool { self == "sv" || hasPrefix("sv-") }
}
