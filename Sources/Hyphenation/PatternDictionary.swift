import CHyphenation

/// A file of hyphenation patterns, opened by libhyphen.
///
/// libhyphen's tables are only read after they are loaded, and each call brings its own buffers.
@safe
final class PatternDictionary {
  private let dictionary: UnsafeMutablePointer<HyphenDict>
  /// The word at hand, with a zero at its end.
  private var word: [UInt8] = []

  /// Opens a file of patterns for words in ISO 8859-1; nil when there is none or it is for words in
  /// another character set.
  init?(path: String) {
    guard let dictionary = unsafe hnj_hyphen_load(path) else { return nil }
    guard unsafe dictionary.pointee.utf8 == 0 else {
      unsafe hnj_hyphen_free(dictionary)
      return nil
    }
    unsafe self.dictionary = dictionary
  }

  deinit { unsafe hnj_hyphen_free(dictionary) }

  /// Gives for each letter of a word whether the patterns let it be divided after that letter.
  ///
  /// - Parameters:
  ///   - letters: The word in small letters.
  ///   - marks: An odd number for each letter before a point; what was there is overwritten, and it
  ///     may be longer than the word.
  func mark(_ letters: ArraySlice<UInt8>, into marks: inout [UInt8]) {
    // libhyphen is told the length and yet looks for the word's end by its zero.
    word.removeAll(keepingCapacity: true)
    word.append(contentsOf: letters)
    word.append(0)
    // It writes up to five bytes past the word's own.
    let room = letters.count + 5
    if marks.count < room {
      marks.append(contentsOf: repeatElement(0, count: room - marks.count))
    }
    // Patterns that change letters would be told of in these; ours have none, and it is our lexicon
    // that restores letters.
    var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var positions: UnsafeMutablePointer<CInt>?
    var cuts: UnsafeMutablePointer<CInt>?
    let failed = unsafe word.withUnsafeBytes { word in
      unsafe marks.withUnsafeMutableBytes { marks in
        guard let word = word.baseAddress, let marks = marks.baseAddress else { return true }
        return unsafe hnj_hyphen_hyphenate2(
          dictionary, word.assumingMemoryBound(to: CChar.self), CInt(letters.count),
          marks.assumingMemoryBound(to: CChar.self), nil, &replacements, &positions, &cuts) != 0
      }
    }
    if let list = unsafe replacements {
      for index in letters.indices { unsafe free(list[index - letters.startIndex]) }
    }
    unsafe free(replacements)
    unsafe free(positions)
    unsafe free(cuts)
    if failed { for index in letters.indices { marks[index - letters.startIndex] = 0 } }
  }
}

@available(*, unavailable, message: "kept by one hyphenator, which keeps buffers beside it")
extension PatternDictionary: Sendable {}
