import Swedish

/// The points that patterns find inside a piece of a word, with what they leave wrong set right.
///
/// The patterns know single words well, compounds badly. So they are asked for one piece at a time,
/// and then the rules hold that they do not keep: no fragment without a vowel, none of one letter,
/// and ck stays with the vowel before it (*Myndigheternas skrivregler*, on dividing words:
/// `snick-are`).
struct PatternPoints {
  private let patterns: PatternTree
  private var levels: [UInt8] = []
  /// The points of the piece at hand, as numbers of letters before them.
  private(set) var points: [Int] = []

  /// Points by the patterns of a file.
  init(_ patterns: PatternTree) {
    self.patterns = patterns
  }

  /// The fewest letters that a fragment has.
  static let fewest = 2

  /// Finds the points of a piece of a word, which is in small letters.
  mutating func find(in piece: ArraySlice<UInt8>) {
    points.removeAll(keepingCapacity: true)
    guard piece.count >= 2 * Self.fewest else { return }
    patterns.mark(piece, into: &levels)
    let first = piece.startIndex
    for place in Self.fewest...(piece.count - Self.fewest) where levels[place + 1] & 1 == 1 {
      let isInCk =
        piece[first + place - 1] == UInt8(ascii: "c") && piece[first + place] == UInt8(ascii: "k")
      points.append(isInCk ? place + 1 : place)
    }
    points.removeAll { $0 > piece.count - Self.fewest }
    dropPoorFragments(piece)
  }

  /// Takes out points until every fragment has a vowel and two letters.
  ///
  /// A fragment without a vowel joins what is to the left of it, the first one what is to the
  /// right. A vowel alone does the same, save after ck, ng and x, which must stay at a line's end.
  private mutating func dropPoorFragments(_ piece: ArraySlice<UInt8>) {
    let first = piece.startIndex
    var index = 0
    while index <= points.count {
      let start = index == 0 ? 0 : points[index - 1]
      let end = index == points.count ? piece.count : points[index]
      let fragment = piece[first + start..<first + end]
      if fragment.count >= Self.fewest, fragment.contains(where: \.isVowel) {
        index += 1
      } else if points.isEmpty {
        return
      } else if index == 0 || index < points.count && Self.mustStay(piece[..<(first + start)]) {
        points.remove(at: index)
      } else {
        // The fragment before has grown: it is looked at again, and stays good.
        points.remove(at: index - 1)
        index -= 1
      }
    }
  }

  /// Whether letters end in a sound that stays at the end of a line.
  private static func mustStay(_ letters: ArraySlice<UInt8>) -> Bool {
    guard let last = letters.last else { return false }
    let before = letters.dropLast().last
    return last == UInt8(ascii: "x")
      || last == UInt8(ascii: "k") && before == UInt8(ascii: "c")
      || last == UInt8(ascii: "g") && before == UInt8(ascii: "n")
  }
}
