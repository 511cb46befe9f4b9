import Typography

/// Words that the user has divided, or forbidden to divide: `verk-sam-hets-plan`, `Blekinge`.
struct ExceptionList {
  /// Where a listed word may be divided.
  struct Point: Hashable {
    /// The number of letters before it.
    var letters: Int
    /// The letter that comes back before the hyphen.
    var restored: String
  }

  private var words: [[UInt8]: [Point]] = [:]

  /// Whether there are none.
  var isEmpty: Bool { words.isEmpty }

  /// A list from its entries, of which a later one goes before an earlier one for the same word.
  ///
  /// A hyphen or U+00AD is a point; an entry without one forbids every point. A third equal
  /// consonant that stands only in the divided word is written as there: `till-låta` is the entry
  /// for `tillåta`. Case does not matter. What holds other characters than letters and hyphens is
  /// no word, and can match none.
  init(_ entries: [String]) {
    for entry in entries { add(entry) }
  }

  /// The points of a word in small letters; nil when it is not listed.
  func points(of letters: [UInt8]) -> [Point]? { words[letters] }

  private mutating func add(_ entry: String) {
    var letters: [UInt8] = []
    var points: [Point] = []
    for scalar in entry.unicodeScalars {
      if scalar == "-" || scalar == "\u{AD}" {
        if letters.last != nil, points.last?.letters != letters.count {
          points.append(Point(letters: letters.count, restored: ""))
        }
      } else if let letter = LetterRun.Letter(scalar) {
        letters.append(letter.small)
      } else {
        return
      }
    }
    if points.last?.letters == letters.count { points.removeLast() }
    words[letters] = points
    joinTriples(letters, points)
  }

  /// Lists the word as it stands undivided, where three equal consonants meet at a point.
  private mutating func joinTriples(_ letters: [UInt8], _ points: [Point]) {
    var joined = letters
    var moved = points
    for index in points.indices.reversed() {
      let place = points[index].letters
      guard place >= 2, place < letters.count, letters[place] == letters[place - 1],
        letters[place] == letters[place - 2]
      else { continue }
      joined.remove(at: place)
      moved[index].letters -= 1
      moved[index].restored = String(Unicode.Scalar(letters[place]))
      for later in moved.indices where later > index { moved[later].letters -= 1 }
    }
    if joined != letters { words[joined] = moved }
  }
}
