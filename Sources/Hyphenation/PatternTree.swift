/// Liang's patterns as a tree of their letters, from a file in libhyphen's format.
///
/// A pattern is letters with levels between them: `a1b` raises the place between `a` and `b` to
/// level 1 wherever the two stand together, `.` is a word's edge, and a place at an odd level is one
/// where the word may be divided.
///
/// **Source:** F. M. Liang, *Word Hy-phen-a-tion by Com-put-er*, Stanford 1983; the format is that of
/// libhyphen's README. libhyphen's own reading of Debian's file takes 10 ms, ours a half, and they
/// divide every word alike (`PatternTreeTests`). What libhyphen's format has beyond Debian's file,
/// levels of compounds and patterns that change letters, is not read: a file with them is refused.
struct PatternTree: Sendable {
  /// The way down from a node by a letter, at the place that both hash to or the next free one
  /// after: the node times 256 and the letter in the upper half, the node below in the lower.
  private var ways: [UInt64]
  /// How far a hash is shifted down to be a place in `ways`.
  private var shift: UInt32
  /// For each node, the levels of the pattern that ends there, four bits each: lowest that of the place
  /// after its last letter; 0 where none does.
  private var ends: [UInt64] = [0]
  /// The fewest letters before a point, and after it; libhyphen's own where the file is silent.
  private var fewestBefore = 2
  private var fewestAfter = 2

  /// Reads a file of patterns for words in ISO 8859-1; nil when it is none, or has what we do not
  /// read.
  ///
  /// Patterns stand in the order of their letters, so that most of the way of one is the way of the
  /// one before it: only the rest is looked up.
  init?(_ file: Span<UInt8>) {
    // Room for the nodes of Debian's file, a little more than half full.
    (ways, shift) = ([UInt64](repeating: 0, count: 1 << 15), 17)
    ends.reserveCapacity(file.count / 5)
    var offset = Self.lineEnd(in: file, from: 0)
    guard Self.words(of: file, 0, offset) == ["ISO8859-1"] else { return nil }
    var way = Way()
    while offset + 1 < file.count {
      let start = offset + 1
      switch file[start] {
      case UInt8(ascii: "%"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
        offset = Self.lineEnd(in: file, from: start)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        offset = Self.lineEnd(in: file, from: start)
        guard readKeyword(Self.words(of: file, start, offset)) else { return nil }
      default:
        guard let end = insert(file, start, &way) else { return nil }
        offset = end
      }
    }
  }

  private static func lineEnd(in file: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < file.count, file[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }

  private static func words(of file: Span<UInt8>, _ start: Int, _ end: Int) -> [String] {
    let line = (start..<end).map { file[$0] }
    return String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(
      String.init)
  }

  private mutating func readKeyword(_ words: [String]) -> Bool {
    guard words.count == 2, let number = Int(words[1]), number >= 0 else { return false }
    switch words[0] {
    case "LEFTHYPHENMIN": fewestBefore = number
    case "RIGHTHYPHENMIN": fewestAfter = number
    default: return false
    }
    return true
  }

  /// The way of the pattern that was last put in.
  private struct Way {
    /// The most letters of a pattern: levels before, between and after them fill what a node has.
    static let longest = 15
    /// The letters, each with the node that it leads to.
    var steps = InlineArray<15, (letter: UInt8, node: UInt32)>(repeating: (0, 0))
    var count = 0
  }

  /// Puts in the pattern that begins at an offset, and gives its line's end; nil for one that we do not
  /// read.
  private mutating func insert(_ file: Span<UInt8>, _ start: Int, _ way: inout Way) -> Int? {
    var node: UInt32 = 0
    var count = 0
    var levels: UInt64 = 0
    var level: UInt64 = 0
    var offset = start
    reading: while offset < file.count {
      let byte = file[offset]
      switch byte {
      case UInt8(ascii: "\n"): break reading
      case UInt8(ascii: "0")...UInt8(ascii: "9"): level = UInt64(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "\r"): break
      // Patterns that change letters.
      case UInt8(ascii: "/"), UInt8(ascii: "="): return nil
      default:
        guard count < Way.longest else { return nil }
        if count >= way.count || way.steps[count].letter != byte {
          way.steps[count] = (byte, grow(from: node, by: byte))
          way.count = count + 1
        }
        node = way.steps[count].node
        count += 1
        levels = levels << 4 | level
        level = 0
      }
      offset += 1
    }
    way.count = count
    ends[Int(node)] = levels << 4 | level
    return offset
  }

  /// Where the way from a node by a letter is kept, or where it will be.
  @inline(__always)
  private func place(of key: UInt32) -> Int {
    var place = Int((key &* 0x9E37_79B1) >> shift)
    while ways[place] != 0, UInt32(truncatingIfNeeded: ways[place] >> 32) != key {
      place = (place + 1) & (ways.count - 1)
    }
    return place
  }

  private mutating func grow(from node: UInt32, by letter: UInt8) -> UInt32 {
    let key = node << 8 | UInt32(letter)
    let place = place(of: key)
    if ways[place] != 0 { return UInt32(truncatingIfNeeded: ways[place]) }
    let new = UInt32(ends.count)
    ends.append(0)
    ways[place] = UInt64(key) << 32 | UInt64(new)
    if ends.count * 4 > ways.count * 3 { widen() }
    return new
  }

  /// Makes the table of ways twice as wide.
  private mutating func widen() {
    let old = ways
    (ways, shift) = ([UInt64](repeating: 0, count: old.count * 2), shift - 1)
    for way in old where way != 0 { ways[place(of: UInt32(way >> 32))] = way }
  }
}

extension PatternTree {
  /// Gives the level of each place in a word, odd where it may be divided.
  ///
  /// As in libhyphen, of the patterns that end at the same letter only the one that is found with
  /// the most letters before it counts, or none where a longer one has only begun: its files have
  /// the levels of the shorter patterns worked into the longer ones.
  ///
  /// - Parameters:
  ///   - letters: The word in small letters of ISO 8859-1.
  ///   - found: Is given the levels; that of the place after *n* letters has index *n* + 1.
  func mark(_ letters: ArraySlice<UInt8>, into found: inout [UInt8]) {
    let count = letters.count
    found.removeAll(keepingCapacity: true)
    found.append(contentsOf: repeatElement(0, count: count + 3))
    // Ends up to here have been reached from an earlier letter. The edges count as letters.
    var reached = 0
    for start in 0..<(count + 2) {
      var node: UInt32 = 0
      var end = start
      while end < count + 2 {
        let isEdge = end == 0 || end > count
        let letter = isEdge ? UInt8(ascii: ".") : letters[letters.startIndex + end - 1]
        let way = ways[place(of: node << 8 | UInt32(letter))]
        if way == 0 { break }
        node = UInt32(truncatingIfNeeded: way)
        end += 1
        guard end > reached else { continue }
        reached = end
        var levels = ends[Int(node)]
        var place = end
        while levels != 0 {
          found[place] = max(found[place], UInt8(levels & 15))
          levels >>= 4
          place -= 1
        }
      }
    }
    for place in 0...count where place < fewestBefore || count - place < fewestAfter {
      found[place + 1] = 0
    }
  }
}
