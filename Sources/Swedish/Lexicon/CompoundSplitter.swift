/// Finds the parts of Swedish compounds.
///
/// A word is a row of parts, each a stem or a prefix of the lexicon, with suffixes and a joint
/// (`s` in `verksamhets-plan`) between them and an inflection at its end. There are mostly several
/// ways to read it so; each has a price, and the cheapest is the word's. Parts cost most, so that
/// few and long ones win: `region|styrelse` against `regions|tyr|else`. A joint that the stem does
/// not usually take costs a little, which parts the readings with equally many parts. Only when no
/// row of known parts covers the word, letters that belong to none are let in, at a price for each:
/// `xylofon|lektioner`.
///
/// **Source**: the cheapest way through a lattice of places and states, as Viterbi, *Error bounds
/// for convolutional codes*, 1967; for compounds as in Sjöbergh and Kann, *Finding the correct
/// interpretation of Swedish compounds*, 2004, whose rule of fewest parts is the first of our
/// prices. Ours knows stems and endings in place of word forms with frequencies.
public struct CompoundSplitter {
  /// The prices of the steps through a word.
  private enum Price {
    static let part: Int32 = 10
    static let prefix: Int32 = 5
    /// For o-, which is also found everywhere by chance.
    static let negation: Int32 = 8
    static let suffix: Int32 = 1
    static let inflection: Int32 = 1
    static let oddInflection: Int32 = 8
    /// For a letter that stands once where two parts have it: `till(l)åta`.
    static let sharedLetter: Int32 = 1
    /// For stems of so few letters, which are found everywhere by chance.
    static let short: [Int32] = [0, 30, 4, 2, 0]
    /// For letters that belong to no part: as such, for each, and after a known part.
    static let unknown: Int32 = 14
    static let unknownLetter: Int32 = 6
    static let unknownAfterPart: Int32 = 30
    static let unlikely: Int32 = 14
  }

  /// Where the reading of a word stands: after a part of a kind, or before one.
  ///
  /// In the order in which they are followed at a place: from after a part to before the next
  /// there may be no letter.
  private enum State: Int {
    /// After a part or a suffix that is used in this way.
    case plain, linking, lackingA, lackingE
    /// After letters that belong to no part.
    case unknown
    /// Before a part that begins with the letter before this place.
    case shared
    /// Before a part.
    case start

    static let count = 7

    static let afterWays: [(ways: PartWays, state: State)] = [
      (.plain, .plain), (.linking, .linking), (.lackingA, .lackingA), (.lackingE, .lackingE),
    ]
  }

  /// The best way to a place and a state.
  private struct Cell {
    var price = Int32.max
    /// The cell it comes from.
    var back: Int32 = -1
    /// The node of the part it comes over, 0 for another step.
    var node: UInt16 = 0
    /// What opens a piece: here before a part, before the step's letters for a suffix.
    var opening: WordPiece.Opening = .word
  }

  private let lexicon = CompoundLexicon.shared.parts
  private let suffixes = Affixes.suffixes
  private let endings = Affixes.packedEndings

  private var word: [UInt8] = []
  private var cells: [Cell] = []
  /// By number of letters, whether the word's last letters are an inflection.
  private var isEnding = [Bool](repeating: false, count: Affixes.longestEnding + 1)
  private var best: (price: Int32, cell: Int) = (.max, -1)

  /// The most letters of a word that is read.
  private static let longestWord = 96

  /// A splitter with the project's lexicon.
  public init() {}

  /// The pieces of a word in small letters of ISO 8859-1, in order; together they cover it.
  public mutating func pieces(of letters: [UInt8]) -> [WordPiece] {
    // No word is so long, and what is would take a time that grows with its square.
    guard letters.count <= Self.longestWord else {
      return [
        WordPiece(letters: letters.indices, opening: .word, isClosed: false, isKnown: false)
      ]
    }
    word = letters
    findEndings()
    read(allowsUnknown: false)
    if best.cell < 0 { read(allowsUnknown: true) }
    return trace()
  }

  private mutating func findEndings() {
    var packed: UInt64 = 0
    isEnding[0] = true
    for count in 1...Affixes.longestEnding {
      guard count < word.count else {
        isEnding[count] = false
        continue
      }
      packed |= UInt64(word[word.count - count]) << UInt64(8 * (count - 1))
      isEnding[count] = endings.contains(packed)
    }
  }

  private mutating func read(allowsUnknown: Bool) {
    cells.removeAll(keepingCapacity: true)
    cells.append(contentsOf: repeatElement(Cell(), count: (word.count + 1) * State.count))
    best = (.max, -1)
    cells[State.start.rawValue].price = 0
    for place in word.indices {
      for state in 0..<State.count where cells[place * State.count + state].price < .max {
        follow(place, State(rawValue: state) ?? .start, allowsUnknown: allowsUnknown)
      }
    }
    for state in [State.plain, .linking, .lackingA, .lackingE, .unknown]
    where cells[word.count * State.count + state.rawValue].price < .max {
      finish(word.count, state)
    }
  }

  /// Takes every step that leads on from a place in a state.
  private mutating func follow(_ place: Int, _ state: State, allowsUnknown: Bool) {
    let from = place * State.count + state.rawValue
    if state == .start || state == .shared {
      addParts(from: from, at: state == .shared ? place - 1 : place)
      if allowsUnknown, state == .start { addUnknown(from: from, at: place) }
      return
    }
    join(from, place, state)
    finish(place, state)
    if state != .unknown { addSuffixes(from: from, at: place, state) }
  }

  /// Steps over each part of the lexicon that begins at a place.
  private mutating func addParts(from: Int, at start: Int) {
    var node: UInt16 = 0
    let before = cells[from].price
    var place = start
    while place < word.count {
      node = lexicon.step(from: node, word[place])
      if node == 0 { return }
      place += 1
      let ways = lexicon.nodes[Int(node)].ways
      if ways.isEmpty { continue }
      // A part after a shared letter must go past what both have.
      let length = place - start
      let short = length < Price.short.count ? Price.short[length] : 0
      if ways.contains(.prefix) {
        let opening: WordPiece.Opening = length == 1 ? .silent : .prefix
        let price = before + (length == 1 ? Price.negation : Price.prefix)
        relax(place, .start, price, from, node, opening)
        if hasDoubleConsonant(before: place), length > 2 {
          relax(place, .shared, before + Price.prefix + Price.sharedLetter, from, node, opening)
        }
      }
      if ways.contains(.trailing), cells[from].node != 0 {
        relax(place, .plain, before + Price.part, from, node, .word)
      }
      if ways.contains(.leading) {
        relax(place, .start, before + Price.part + short, from, node, .compound)
      }
      for (way, state) in State.afterWays where ways.contains(way) {
        relax(place, state, before + Price.part + short, from, node, .word)
      }
    }
  }

  /// Steps over letters that belong to no part.
  private mutating func addUnknown(from: Int, at start: Int) {
    guard word.count - start >= 3, start == 0 || Self.mayBegin(word[start...]) else { return }
    let before = cells[from].price + Price.unknown + (start > 0 ? Price.unknownAfterPart : 0)
    var hasVowel = word[start].isVowel || word[start + 1].isVowel
    for place in (start + 3)...word.count {
      hasVowel = hasVowel || word[place - 1].isVowel
      if hasVowel {
        let price = before + Price.unknownLetter * Int32(place - start)
        relax(place, .unknown, price, from, 0, .word)
      }
    }
  }

  /// Steps over the joints between a part and the next.
  private mutating func join(_ from: Int, _ place: Int, _ state: State) {
    func step(_ letters: Int, _ price: Int32) {
      relax(place + letters, .start, cells[from].price + price, from, 0, .compound)
    }
    let next = place < word.count ? word[place] : 0
    let isS = next == UInt8(ascii: "s")
    switch state {
    case .plain:
      step(0, 0)
      if isS { step(1, 1) }
    case .linking:
      step(0, 3)
      if isS { step(1, 0) }
    case .lackingA:
      step(0, 3)
      if Self.joiningVowels.contains(next) { step(1, 8) }
    case .lackingE:
      step(0, 3)
      if isS { step(1, 1) }
      if next == UInt8(ascii: "e") {
        step(1, 0)
        if place + 1 < word.count, word[place + 1] == UInt8(ascii: "s") { step(2, 0) }
      }
    case .unknown:
      if Self.mayEnd(word[..<place]) {
        step(0, Price.unlikely)
        if isS { step(1, Price.unlikely / 2) }
      }
    case .start, .shared: break
    }
    if state == .plain || state == .linking, hasDoubleConsonant(before: place) {
      let price = cells[from].price + Price.sharedLetter
      relax(place, .shared, price, from, 0, .compound)
    }
  }

  /// Steps over the suffixes that can stand here.
  private mutating func addSuffixes(from: Int, at place: Int, _ state: State) {
    let way = State.afterWays.first { $0.state == state }?.ways ?? []
    for suffix in suffixes where suffix.letters[0] == word[place] && suffix.follows.contains(way) {
      let end = place + suffix.letters.count
      guard end <= word.count, word[place..<end].elementsEqual(suffix.letters) else { continue }
      let price = cells[from].price + Price.suffix
      let opening: WordPiece.Opening = suffix.isPiece ? .suffix : .word
      for (made, state) in State.afterWays where made == suffix.makes {
        relax(end, state, price, from, 0, opening)
      }
    }
  }

  /// Ends the word here, where what is left is an inflection.
  private mutating func finish(_ place: Int, _ state: State) {
    let left = word.count - place
    guard left < isEnding.count, isEnding[left] else { return }
    switch state {
    case .unknown, .start, .shared: if left > 0 || state != .unknown { return }
    case .lackingA, .lackingE: if left == 0 || !word[place].isVowel { return }
    case .plain, .linking: break
    }
    let cell = place * State.count + state.rawValue
    let price = cells[cell].price + inflectionPrice(place)
    if price < best.price { best = (price, cell) }
  }

  /// What the inflection costs that begins at a place and goes on to the end.
  ///
  /// `-n`, `-d`, `-r` and the like are set to vowels, or make a syllable of l or r: `cykel-n`.
  private func inflectionPrice(_ place: Int) -> Int32 {
    guard place < word.count else { return 0 }
    let first = word[place]
    let isOdd =
      first == UInt8(ascii: "d") || first == UInt8(ascii: "n") || first == UInt8(ascii: "r")
    return isOdd && !word[place - 1].isVowel ? Price.oddInflection : Price.inflection
  }

  /// Keeps a way to a place and a state where it is the cheapest so far.
  @inline(__always)
  private mutating func relax(
    _ place: Int, _ state: State, _ price: Int32, _ from: Int, _ node: UInt16,
    _ opening: WordPiece.Opening
  ) {
    let cell = place * State.count + state.rawValue
    guard price < cells[cell].price else { return }
    cells[cell] = Cell(price: price, back: Int32(from), node: node, opening: opening)
  }
}

// MARK: The pieces of the reading that was found

extension CompoundSplitter {
  /// Follows the best way back from the word's end, and gives its pieces in order.
  private func trace() -> [WordPiece] {
    var pieces: [WordPiece] = []
    var end = word.count
    // What is known of the piece whose beginning has not been come to.
    var isClosed = false
    var isKnown = best.cell >= 0
    func add(from start: Int, _ opening: WordPiece.Opening) {
      pieces.append(
        WordPiece(letters: start..<end, opening: opening, isClosed: isClosed, isKnown: isKnown))
    }
    var index = best.cell
    while index >= 0, cells[index].back >= 0 {
      let cell = cells[index]
      let place = index / State.count
      let before = Int(cell.back) / State.count
      let state = State(rawValue: index % State.count) ?? .start
      if state == .start || state == .shared {
        add(from: state == .shared ? place - 1 : place, cell.opening)
        end = place
        isClosed = false
        isKnown = true
      } else if cell.opening == .suffix {
        add(from: before, .suffix)
        end = before
        isClosed = false
      }
      if state == .unknown { isKnown = false }
      if cell.node != 0 {
        let node = lexicon.nodes[Int(cell.node)]
        isClosed = node.ways.contains(.closed)
        var seams = node.seams
        let isShared = Int(cell.back) % State.count == State.shared.rawValue
        let start = isShared ? before - 1 : before
        while seams != 0 {
          let last = 31 - seams.leadingZeroBitCount
          seams &= ~(1 << UInt32(last))
          add(from: start + last, isClosed ? .suffix : .compound)
          end = start + last
        }
      }
      index = Int(cell.back)
    }
    add(from: 0, .word)
    return pieces.reversed()
  }
}

// MARK: Letters

extension CompoundSplitter {
  private static let joiningVowels = Array("eoua".utf8)

  /// Whether the letters before a place are twice the same consonant.
  private func hasDoubleConsonant(before place: Int) -> Bool {
    place >= 3 && word[place - 1] == word[place - 2] && !word[place - 1].isVowel
  }

  /// Whether a Swedish word can begin as these letters do.
  private static func mayBegin(_ letters: ArraySlice<UInt8>) -> Bool {
    guard let first = letters.first, !first.isVowel else { return true }
    let second = letters[letters.startIndex + 1]
    return second.isVowel || onsets.contains(UInt16(first) << 8 | UInt16(second))
  }

  /// Whether a Swedish word can end as these letters do.
  private static func mayEnd(_ letters: ArraySlice<UInt8>) -> Bool {
    guard let last = letters.last, !last.isVowel else { return true }
    let before = letters[letters.endIndex - 2]
    if last == UInt8(ascii: "b") { return before == last }
    let isLiquid = last == UInt8(ascii: "l") || last == UInt8(ascii: "r")
    return !isLiquid || before.isVowel || before == last || before == UInt8(ascii: "r")
  }

  /// The pairs of consonants that words begin with.
  private static let onsets: Set<UInt16> = Set(
    """
    bj bl br dj dr dv fj fl fn fr gl gn gr hj kl kn kr kv lj mj nj pj pl pr ps sc sf sj sk sl sm sn \
    sp st sv tj tr tv vr ch ph th rh
    """
    .split(separator: " ").map { pair in pair.utf8.reduce(0) { $0 << 8 | UInt16($1) } })
}
