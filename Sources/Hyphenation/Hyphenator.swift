import Diagnostics
import Swedish
public import Typography
import Unix

/// Divides Swedish words: at the seams of compounds, before suffixes, and inside the pieces where
/// Debian's patterns say.
///
/// At least two letters stay on the line and three go to the next. Words of fewer than six letters,
/// abbreviations, initialisms, addresses and what holds a digit are not divided. Where a word has
/// written hyphens its parts are divided each on its own. A word with a soft hyphen (U+00AD) is
/// divided there only, before the soft hyphen.
///
/// Not cached: the caller asks once for each different word. A word takes 2 to 4 µs, making a
/// hyphenator some 8 ms, mostly to read the patterns.
public final class Hyphenator: Hyphenating {
  /// Finds the parts of compounds.
  var splitter = CompoundSplitter()
  /// Finds the points inside a piece.
  var patterns: PatternPoints
  /// The user's own points.
  let exceptions: ExceptionList
  /// The words of names, which are not divided where they begin with a capital.
  let names: NameList
  /// The letters that are being read.
  private var run = LetterRun()

  /// Where Debian's package hyphen-sv puts the patterns.
  public static let systemPatterns = "/usr/share/hyphen/hyph_sv_SE.dic"

  /// The system's patterns, read once for all threads; whoever comes while they are read waits.
  private static let systemTree = tree(at: systemPatterns)

  private static func tree(at path: String) -> PatternTree? {
    // A little more than Debian's file has.
    let expected = 1 << 17
    let file = try? Descriptor.reading(path).readAll(most: longestPatterns, expected: expected)
    return file.flatMap { PatternTree($0.span) }
  }

  /// A hyphenator with the user's own points for some words.
  ///
  /// - Parameters:
  ///   - exceptions: Words as they may be divided, `verk-sam-hets-plan`; one without hyphens is not
  ///     divided. `till-låta` is the entry for `tillåta`.
  ///   - names: Names, of which no word is divided where it stands as in the name: `Växtplats` with
  ///     its capital, also in the genitive.
  ///   - patterns: The file of patterns, in ISO 8859-1.
  /// - Throws: `HyphenationError` when the file is missing or cannot be used.
  public init(
    exceptions: [String] = [], names: [String] = [], patterns: String = Hyphenator.systemPatterns
  ) throws(HyphenationError) {
    let isSystem = patterns == Self.systemPatterns
    guard let tree = isSystem ? Self.systemTree : Self.tree(at: patterns) else {
      throw HyphenationError(code: .hyphenationMissing, message: .noPatterns(patterns))
    }
    self.patterns = PatternPoints(tree)
    self.exceptions = ExceptionList(exceptions)
    self.names = NameList(names)
  }

  /// The most bytes of a file of patterns; Debian's has 103 kB.
  static let longestPatterns = 16 << 20
  /// The fewest letters of a word that is divided.
  static let shortestWord = 6
  /// The fewest letters before a point, and after it.
  static let fewestBefore = 2
  /// The fewest letters after a point.
  static let fewestAfter = 3

  /// The most bytes of a word that is looked at: what is longer is no word, and its parts would
  /// take long to find.
  static let longestWord = 120

  /// The points of a word, ascending by offset; punctuation around it is not part of it.
  public func points(in word: String) -> [HyphenationPoint] {
    var points: [HyphenationPoint] = []
    guard (Self.shortestWord...Self.longestWord).contains(word.utf8.count) else { return points }
    var softHyphens: [HyphenationPoint] = []
    var marks = MarksBetween()
    var offset = 0
    run.clear()
    for scalar in word.unicodeScalars {
      if let letter = LetterRun.Letter(scalar) {
        if !marks.isEmpty {
          if marks.makeOneName, !run.letters.isEmpty { return [] }
          if marks.tieBoth { run.isWord = false }
          addPoints(of: run, to: &points)
          run.clear()
          run.isWord = !marks.tieNext
          marks = MarksBetween()
        }
        run.append(letter, at: offset)
      } else if scalar == "@" || scalar == "_" || scalar == "\\" {
        return []
      } else {
        if scalar == "\u{AD}" { softHyphens.append(HyphenationPoint(offset: offset)) }
        marks.append(scalar)
        if marks.tiePrevious { run.isWord = false }
      }
      offset += UTF8.width(scalar)
    }
    addPoints(of: run, to: &points)
    return softHyphens.isEmpty ? points : softHyphens
  }
}

extension Hyphenator {
  /// Where the parts of a compound meet, and a prefix and what it is set to, as ascending UTF-8
  /// offsets.
  public func seams(in word: String) -> [Int] {
    guard word.utf8.count <= Self.longestWord else { return [] }
    var seams: [Int] = []
    var offset = 0
    run.clear()
    for scalar in word.unicodeScalars {
      if let letter = LetterRun.Letter(scalar) {
        run.append(letter, at: offset)
      } else {
        addSeams(of: run, to: &seams)
        run.clear()
      }
      offset += UTF8.width(scalar)
    }
    addSeams(of: run, to: &seams)
    return seams
  }

  private func addSeams(of run: LetterRun, to seams: inout [Int]) {
    guard run.isWord, !run.letters.isEmpty else { return }
    for piece in splitter.pieces(of: run.letters) {
      switch piece.opening {
      case .compound, .prefix, .silent: seams.append(run.offsets[piece.letters.lowerBound])
      case .word, .suffix: break
      }
    }
  }
}

extension Message {
  fileprivate static func noPatterns(_ path: String) -> Message {
    Message(
      sv: "avstavningsmönstren '\(path)' saknas eller går inte att läsa; de finns i Debians paket "
        + "'hyphen-sv'",
      en: "the hyphenation patterns '\(path)' are missing or cannot be read; they come with "
        + "Debian's package 'hyphen-sv'")
  }
}
