/// A regular expression of a schema.
///
/// The part of the language that JSON Schema recommends is read and matched here: characters, `.`,
/// classes, groups, alternatives, counts, `^` and `$`. Swift's own expressions take half a million
/// instructions each to be made ready, and all of a schema's are when it is read; they are left the
/// rest.
///
/// All ways to match are followed at once, as sets of places in the text, so that no expression
/// takes more than the text's length times its own.
///
/// **Source**: K. Thompson, *Regular Expression Search Algorithm*, Communications of the ACM 11 (6),
/// 1968. His sets are states of an automaton that reads the text once; ours are places in a short
/// text, for which the expression itself is walked and no automaton is built.
struct SchemaPattern {
  /// A piece of an expression.
  indirect enum Piece {
    /// One character.
    case one(Characters)
    /// Nothing, at the text's start or end.
    case start, end
    case row([Piece])
    case either([Piece])
    /// The piece so many times; any number of times from the least where there is no most.
    case times(Piece, least: Int, most: Int?)
  }

  /// Characters that one place of a text may hold.
  struct Characters {
    var own: [Character] = []
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    var hasSpace = false
    var isNegated = false
    /// Whether it is all but line breaks.
    var isAny = false

    /// Whether a character is among them.
    func contains(_ character: Character) -> Bool {
      if isAny { return !character.isNewline }
      let isNamed =
        own.contains(character) || hasSpace && character.isWhitespace || isInRange(character)
      return isNamed != isNegated
    }

    /// Only what is one code point lies in a range.
    private func isInRange(_ character: Character) -> Bool {
      let scalars = character.unicodeScalars
      guard !ranges.isEmpty, let scalar = scalars.first, scalars.count == 1 else { return false }
      return ranges.contains { $0.contains(scalar) }
    }
  }

  private enum Form {
    case own(Piece)
    case swift(Regex<AnyRegexOutput>)
  }

  private let form: Form

  /// Reads an expression; nil for what is none.
  init?(_ text: String) {
    var parser = SchemaPatternParser(text)
    if let piece = parser.parse() {
      form = .own(piece)
    } else if let regex = try? Regex(text) {
      form = .swift(regex)
    } else {
      return nil
    }
  }

  /// Whether a text matches somewhere.
  func matches(_ text: String) -> Bool {
    switch form {
    case .own(let piece):
      let text = Array(text)
      return !ends(of: piece, from: Array(0...text.count), in: text).isEmpty
    case .swift(let regex): return text.firstMatch(of: regex) != nil
    }
  }

  /// The places where a piece ends that begins at some places; both ascend.
  private func ends(of piece: Piece, from starts: [Int], in text: [Character]) -> [Int] {
    switch piece {
    case .start: return starts.filter { $0 == 0 }
    case .end: return starts.filter { $0 == text.count }
    case .one(let characters):
      return starts.filter { $0 < text.count && characters.contains(text[$0]) }.map { $0 + 1 }
    case .row(let pieces):
      return pieces.reduce(starts) { ends(of: $1, from: $0, in: text) }
    case .either(let pieces):
      return union(pieces.map { ends(of: $0, from: starts, in: text) }, in: text)
    case .times(let piece, let least, let most):
      var front = starts
      for _ in 0..<least { front = ends(of: piece, from: front, in: text) }
      var reached = [front]
      var isReached = Array(repeating: false, count: text.count + 1)
      for place in front { isReached[place] = true }
      var count = least
      while !front.isEmpty, count < most ?? .max {
        front = ends(of: piece, from: front, in: text).filter { !isReached[$0] }
        for place in front { isReached[place] = true }
        reached.append(front)
        count += 1
      }
      return union(reached, in: text)
    }
  }

  private func union(_ sets: [[Int]], in text: [Character]) -> [Int] {
    let filled = sets.filter { !$0.isEmpty }
    guard filled.count > 1 else { return filled.first ?? [] }
    var isIn = Array(repeating: false, count: text.count + 1)
    for set in filled { for place in set { isIn[place] = true } }
    return isIn.indices.filter { isIn[$0] }
  }
}
