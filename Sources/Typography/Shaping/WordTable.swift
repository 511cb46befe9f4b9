public import Geometry

/// A shaped word, as its number in a `WordTable`.
@frozen
public struct WordID: Hashable, Sendable {
  /// The word's index in its table.
  public var index: Int32
  /// A word from its index.
  @inlinable public init(index: Int32) { self.index = index }
}

/// Every different word of a document, shaped once in each font it stands in.
///
/// Swedish office prose repeats itself: the 1 000-page benchmark has some 20 000 different words
/// among 700 000. A word is looked up by its bytes and font in an open-addressing table; only a
/// miss makes a `String` and calls the shaper. Looking up costs one hash over the bytes and, on a
/// hit, one comparison.
///
/// Words are only ever added, so a `WordID` stays good for the table's life.
public final class WordTable {
  /// A shaped word.
  public struct Word: Sendable {
    private var firstGlyph: Int32
    private var endOfGlyphs: Int32
    private var firstByte: Int32
    private var endOfBytes: Int32
    /// The font it is shaped in.
    public var font: FontID
    /// The sum of its glyphs' advances.
    @Compact public var width: Length
    /// How far its first and its last character may hang out of a line's edge.
    public var hang: Hang

    /// A word from where its glyphs and bytes stand.
    init(glyphs: Range<Int>, text: Range<Int>, font: FontID, width: Length, hang: Hang) {
      (firstGlyph, endOfGlyphs) = (Int32(glyphs.lowerBound), Int32(glyphs.upperBound))
      (firstByte, endOfBytes) = (Int32(text.lowerBound), Int32(text.upperBound))
      self.font = font
      self.width = width
      self.hang = hang
    }

    /// The word's glyphs in `WordTable.glyphs`.
    public var glyphs: Range<Int> { Int(firstGlyph)..<Int(endOfGlyphs) }
    /// The word's bytes in `WordTable.text`.
    public var text: Range<Int> { Int(firstByte)..<Int(endOfBytes) }
  }

  /// A place in a shaped word where a line may end with a hyphen.
  public struct Break: Sendable {
    /// Where the word is cut, as an offset in its UTF-8.
    public var offset: Int
    /// The width of what stands before the cut, with the hyphen and any letter restored.
    @Compact public var widthBefore: Length
    /// The width of what stands before the cut in the undivided word: what the next line is spared.
    @Compact public var consumed: Length
    /// The letter that comes back before the hyphen; empty for none.
    public var restored: String
    /// Whether it lies between the parts of a compound.
    public var isSeam: Bool
    /// How far the hyphen may hang out of the line's edge.
    @Compact public var hang: Length
  }

  /// The words, by `WordID`.
  public private(set) var words: [Word] = []
  /// The glyphs of all words, one word after another.
  public private(set) var glyphs: [ShapedGlyph] = []
  /// The UTF-8 of all words, one after another.
  public private(set) var text: [UInt8] = []
  /// What no font had a glyph for, by word.
  public private(set) var missing: [WordID: [Unicode.Scalar]] = [:]

  /// The places where the words may be divided, one word's after another's; `breaks(of:)` points
  /// into it.
  public private(set) var breaks: [Break] = []

  private let shaper: any Shaping
  private let hyphenator: (any Hyphenating)?
  /// The breaks of each word, by `WordID`; before zero for a word that was not asked for yet.
  private var breakRanges: [Range<Int>] = []
  /// The word that is a hyphen alone, by font.
  private var hyphens: [FontID: WordID] = [:]
  /// The seams at which a word's letters were kept from joining.
  private var keptApart: [WordID: [Int]] = [:]
  /// The parts of words that are not shaped as their text alone would be.
  private var oddParts: [OddPart: WordID] = [:]
  /// The words that have been made of others in another size.
  var scaledWords: [ScaledWord: WordID] = [:]
  private var slots: [Int32]
  /// The hash of each word, 0 for one that is not found by its text.
  private var hashes: [UInt64] = []

  /// A part of a word between two cuts, −1 for its ends.
  private struct OddPart: Hashable {
    var word: WordID
    var first: Int
    var last: Int
  }

  /// A word in another size of its font.
  struct ScaledWord: Hashable {
    var word: WordID
    var font: FontID
  }

  /// Characters that are shaped with a word and are not in its text.
  private struct Unread {
    /// Where in the word's text.
    var offset: Int
    var characters: String
  }

  /// An empty table over a shaper; without a hyphenator no word is divided.
  public init(shaper: any Shaping, hyphenator: (any Hyphenating)? = nil) {
    self.shaper = shaper
    self.hyphenator = hyphenator
    slots = Array(repeating: -1, count: 4096)
    // What a hundred pages need. Memory that is not written to costs nothing, and arrays that grow
    // are copied from page to fresh page again and again.
    glyphs.reserveCapacity(1 << 17)
    words.reserveCapacity(1 << 14)
    hashes.reserveCapacity(1 << 14)
    breakRanges.reserveCapacity(1 << 14)
    breaks.reserveCapacity(1 << 13)
    text.reserveCapacity(1 << 17)
  }

  /// The word for some bytes of UTF-8 in a font; shaped now if it has not been met before.
  public func word(_ bytes: Span<UInt8>, in font: FontID) -> WordID {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(truncatingIfNeeded: font.index)
    for i in bytes.indices { hash = (hash ^ UInt64(bytes[i])) &* 0x100_0000_01b3 }
    hash ^= hash >> 29
    if hash == 0 { hash = 1 }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let id = Int(slots[slot])
      if hashes[id] == hash, words[id].font == font, equals(words[id].text, bytes) {
        return WordID(index: Int32(id))
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let id = insert(bytes, hash: hash, font: font)
    slots[slot] = id.index
    if words.count * 2 > slots.count { grow() }
    return id
  }

  /// The word for a string in a font.
  public func word(_ string: String, in font: FontID) -> WordID {
    let bytes = Array(string.utf8)
    return word(bytes.span, in: font)
  }

  /// The width of a word.
  @inline(__always)
  public func width(of id: WordID) -> Length { words[Int(id.index)].width }

  /// How many glyphs a word that is shaped with a feature has of its own, beside the same word without:
  /// for how much of the word the font has what the feature asks for.
  public func ownGlyphs(of id: WordID, unlike plain: WordID) -> Int {
    let (own, usual) = (words[Int(id.index)].glyphs, words[Int(plain.index)].glyphs)
    guard own.count == usual.count else { return 0 }
    return zip(glyphs[own], glyphs[usual]).count { $0.glyph != $1.glyph }
  }

  /// The characters of a word.
  public func string(of id: WordID) -> String {
    String(decoding: text[words[Int(id.index)].text], as: UTF8.self)
  }

  private func equals(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    guard range.count == bytes.count else { return false }
    for i in bytes.indices where text[range.lowerBound + i] != bytes[i] { return false }
    return true
  }

  private func insert(_ bytes: Span<UInt8>, hash: UInt64, font: FontID) -> WordID {
    let textStart = text.count
    for i in bytes.indices { text.append(bytes[i]) }
    let glyphStart = glyphs.count
    // A font that could not be opened has a negative number; its words are set empty, so that
    // layout can go on and tell everything that is wrong at once.
    // A word of no letters carries a space that belongs to no other word.
    guard font.index >= 0, bytes.count > 0 else {
      return add(textStart, glyphStart, hash: hash, font: font)
    }
    let word = String(decoding: text[textStart...], as: UTF8.self)
    let lacking = shaper.shape(word, in: font, into: &glyphs)
    let seams = joinedSeams(of: word, glyphs: glyphs[glyphStart...])
    if !seams.isEmpty {
      glyphs.removeSubrange(glyphStart...)
      shape(word, with: seams.map { Unread(offset: $0, characters: Self.nonJoiner) }, in: font)
    }
    let id = add(textStart, glyphStart, hash: hash, font: font)
    if !seams.isEmpty { keptApart[id] = seams }
    if !lacking.isEmpty { missing[id] = lacking }
    return id
  }

  /// Enters a word whose text and glyphs are the last.
  private func add(_ textStart: Int, _ glyphStart: Int, hash: UInt64, font: FontID) -> WordID {
    var width = 0
    for glyph in glyphs[glyphStart...] { width += Int(glyph.advance) }
    let id = WordID(index: Int32(words.count))
    words.append(
      Word(
        glyphs: glyphStart..<glyphs.count, text: textStart..<text.count, font: font,
        width: Length(units: width),
        hang: Hang(of: text[textStart...], glyphs: glyphs[glyphStart...])))
    hashes.append(hash)
    breakRanges.append(-1 ..< -1)
    return id
  }

  /// Enters a word made of another's glyphs in another size; it is not found by its text.
  func addScaled(_ id: WordID, to font: FontID, by ratio: Double) -> WordID {
    let source = words[Int(id.index)]
    let (textStart, glyphStart) = (text.count, glyphs.count)
    func scaled(_ units: Int) -> Int { Length(units: units).scaled(by: ratio).units }
    text.append(contentsOf: text[source.text])
    var pen = 0
    for index in source.glyphs {
      var glyph = glyphs[index]
      // From where the pen stands, so that no rounding adds up.
      let next = pen + Int(glyph.advance)
      glyph.advance = Int32(scaled(next) - scaled(pen))
      glyph.xOffset = Int32(scaled(Int(glyph.xOffset)))
      glyph.yOffset = Int32(scaled(Int(glyph.yOffset)))
      glyphs.append(glyph)
      pen = next
    }
    return add(textStart, glyphStart, hash: 0, font: font)
  }

  /// The seams of a compound over which its glyphs reach: `hov|fiskal` with its f and i in one.
  ///
  /// The hyphenator is only asked where any glyph stands for several characters.
  private func joinedSeams(of word: String, glyphs: ArraySlice<ShapedGlyph>) -> [Int] {
    guard let hyphenator, glyphs.count < word.unicodeScalars.count else { return [] }
    return hyphenator.seams(in: word).filter { seam in
      seam > 0 && seam < word.utf8.count && !glyphs.contains { Int($0.cluster) == seam }
    }
  }

  /// Shapes a word with characters that are not in its text; a glyph of theirs belongs to the
  /// character before.
  private func shape(_ word: String, with unread: [Unread], in font: FontID) {
    var shown = word
    for insertion in unread.reversed() {
      let place = shown.utf8.index(shown.startIndex, offsetBy: insertion.offset)
      shown.insert(contentsOf: insertion.characters, at: place)
    }
    let first = glyphs.count
    _ = shaper.shape(shown, in: font, into: &glyphs)
    for index in first..<glyphs.count {
      var cluster = Int(glyphs[index].cluster)
      for insertion in unread where cluster >= insertion.offset {
        let length = insertion.characters.utf8.count
        if cluster < insertion.offset + length {
          cluster = index > first ? Int(glyphs[index - 1].cluster) : 0
          break
        }
        cluster -= length
      }
      glyphs[index].cluster = Int32(cluster)
    }
  }

  private func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for id in words.indices where hashes[id] != 0 {
      var slot = Int(truncatingIfNeeded: hashes[id]) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(id)
    }
  }
}

extension WordTable {
  /// The places where a word may be divided, as a range of `breaks`; found once for each word.
  public func breaks(of id: WordID) -> Range<Int> {
    guard let hyphenator else { return 0..<0 }
    let known = breakRanges[Int(id.index)]
    if known.lowerBound >= 0 { return known }
    let first = breaks.count
    let word = words[Int(id.index)]
    for point in hyphenator.points(in: string(of: id)) {
      var consumed = 0
      var isBetweenGlyphs = false
      for glyph in glyphs[word.glyphs] {
        if glyph.cluster < point.offset { consumed += Int(glyph.advance) }
        if glyph.cluster == point.offset { isBetweenGlyphs = true }
      }
      let added =
        point.restored.isEmpty
        ? hyphen(in: word.font) : self.word(point.restored + Self.softHyphen, in: word.font)
      breaks.append(
        Break(
          offset: point.offset, widthBefore: Length(units: consumed) + width(of: added),
          consumed: Length(units: consumed), restored: point.restored, isSeam: point.isSeam,
          hang: words[Int(added.index)].hang.right))
      if !isBetweenGlyphs { divideGlyph(at: breaks.count - 1, of: id) }
    }
    breakRanges[Int(id.index)] = first..<breaks.count
    return first..<breaks.count
  }

  /// The hyphen alone, which nearly every break ends in.
  private func hyphen(in font: FontID) -> WordID {
    if let known = hyphens[font] { return known }
    let hyphen = word(Self.softHyphen, in: font)
    hyphens[font] = hyphen
    return hyphen
  }

  /// Measures a cut that goes through a glyph, such as the ff of `kaf-feet`, by shaping its sides.
  private func divideGlyph(at cut: Int, of id: WordID) {
    breaks[cut].widthBefore = width(of: fragment(of: id, from: nil, to: cut))
    breaks[cut].consumed = width(of: id) - width(of: fragment(of: id, from: cut, to: nil))
  }

  /// The part of a word that stands on a line when it is divided: from a cut before (nil: from its
  /// start) to a cut after (nil: to its end), with the hyphen.
  ///
  /// The hyphen is U+00AD, so that taking it out with the line break gives back the word. A letter
  /// that comes back before the hyphen is among the glyphs and not in the text, for the same reason.
  public func fragment(of id: WordID, from first: Int?, to last: Int?) -> WordID {
    let word = words[Int(id.index)]
    let start = first.map { breaks[$0].offset } ?? 0
    let end = last.map { breaks[$0].offset } ?? word.text.count
    var unread: [Unread] = []
    for seam in keptApart[id] ?? [] where seam > start && seam < end {
      unread.append(Unread(offset: seam - start, characters: Self.nonJoiner))
    }
    if let last, !breaks[last].restored.isEmpty {
      unread.append(Unread(offset: end - start, characters: breaks[last].restored))
    }
    let base = word.text.lowerBound
    var part = String(decoding: text[base + start..<base + end], as: UTF8.self)
    if last != nil { part += Self.softHyphen }
    guard !unread.isEmpty else { return self.word(part, in: word.font) }
    let key = OddPart(word: id, first: first ?? -1, last: last ?? -1)
    if let known = oddParts[key] { return known }
    let (textStart, glyphStart) = (text.count, glyphs.count)
    text.append(contentsOf: part.utf8)
    if word.font.index >= 0 { shape(part, with: unread, in: word.font) }
    let odd = add(textStart, glyphStart, hash: 0, font: word.font)
    oddParts[key] = odd
    return odd
  }

  private static let softHyphen = "\u{AD}"
  /// Keeps the letters on its sides from joining into one glyph; has none of its own.
  private static let nonJoiner = "\u{200C}"
}
