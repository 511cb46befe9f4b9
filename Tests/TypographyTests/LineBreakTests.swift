import Geometry
import TestSupport
import Testing
import Typography

/// Lines of square letters: a letter is 10 pt wide, a space 5.
@Suite struct LineBreakTests {
  let shaper = SquareShaper()
  let words: WordTable
  let style: RunStyle

  init() throws {
    words = WordTable(shaper: shaper)
    let font = try shaper.font(for: FontRequest(family: "Square", size: .points(10)))
    style = RunStyle(font: font, metrics: shaper.metrics(of: font), colour: .black)
  }

  /// The lines that a text of words and single spaces breaks into; `|` is a forced break.
  private func lines(
    _ text: String, width: Double, alignment: ParagraphStyle.Alignment = .left
  ) -> (store: LineStore, range: Range<Int>) {
    var store = LineStore()
    let id = store.add(style)
    var items: [ParagraphItem] = []
    for word in text.split(separator: " ") {
      if word == "|" {
        items.append(.penalty(.forced))
        continue
      }
      if case .box = items.last { items.append(.glue(style.space, character: " ")) }
      let word = words.word(String(word), in: style.font)
      items.append(
        .box(Box(word: word, style: id, width: words.width(of: word), offset: 0, tag: -1)))
    }
    var ends: [LineEnd] = []
    let measure = Measure(width: .points(width))
    var breaker = TotalFit()
    breaker.breakLines(
      items, in: items.indices, words: words, measure: measure,
      isJustified: alignment == .justified, into: &ends)
    let range = store.setLines(
      items, in: items.indices, words: words, ends: ends, measure: measure, alignment: alignment)
    return (store, range)
  }

  private func strings(_ lines: (store: LineStore, range: Range<Int>)) -> [String] {
    lines.range.map { line in
      lines.store.pieces[lines.store.lines[line].pieces].map { words.string(of: $0.word) }
        .joined(separator: " ")
    }
  }

  @Test func `total fit never costs more than first fit on the same paragraph`() {
    var random = SeededGenerator(seed: 4711)
    var breaker = TotalFit()
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 3...80, using: &random)).map { _ in
        String(repeating: "x", count: Int.random(in: 1...9, using: &random))
      }.joined(separator: " ")
      let isJustified = Bool.random(using: &random)
      let measure = Measure(width: .points(Double.random(in: 100...400, using: &random)))
      var items: [ParagraphItem] = []
      let id = RunStyleID(index: 0)
      for word in text.split(separator: " ") {
        if !items.isEmpty { items.append(.glue(style.space, character: " ")) }
        let word = words.word(String(word), in: style.font)
        items.append(
          .box(Box(word: word, style: id, width: words.width(of: word), offset: 0, tag: -1)))
      }
      var total: [LineEnd] = []
      var first: [LineEnd] = []
      breaker.breakLines(
        items, in: items.indices, words: words, measure: measure, isJustified: isJustified,
        into: &total)
      breakLinesByFirstFit(
        items, in: items.indices, measure: measure, isJustified: isJustified, into: &first)
      func cost(_ breaks: [LineEnd], isLastTry: Bool = false) -> Double {
        breaker.cost(
          of: breaks, items, in: items.indices, words: words, measure: measure,
          isJustified: isJustified, isLastTry: isLastTry)
      }
      #expect(cost(total) <= cost(first))
      #expect(cost(total, isLastTry: true) < .infinity)
    }
  }

  /// Divides after every third letter.
  final class EveryThird: Hyphenating {
    func points(in word: String) -> [HyphenationPoint] {
      stride(from: 3, to: word.utf8.count - 2, by: 3).map { HyphenationPoint(offset: $0) }
    }

    func seams(in word: String) -> [Int] { [] }
  }

  @Test func `a word too long for its line is divided, at most twice in a row`() {
    let table = WordTable(shaper: shaper, hyphenator: EveryThird())
    var store = LineStore()
    let id = store.add(style)
    let word = table.word("abcdefghijkl", in: style.font)
    let items: [ParagraphItem] = [
      .box(
        Box(
          word: word, style: id, width: table.width(of: word), offset: 0, tag: -1,
          breaks: table.breaks(of: word)))
    ]
    var ends: [LineEnd] = []
    var breaker = TotalFit()
    breaker.breakLines(
      items, in: items.indices, words: table, measure: Measure(width: .points(70)),
      isJustified: false, into: &ends)
    let range = store.setLines(
      items, in: items.indices, words: table, ends: ends, measure: Measure(width: .points(70)),
      alignment: .left)
    let strings = store.lines[range].map {
      table.string(of: store.pieces[$0.pieces][$0.pieces.lowerBound].word)
    }
    #expect(strings == ["abcdef\u{AD}", "ghijkl"])
  }

  @Test func `words fill their line and go on to the next`() {
    #expect(strings(lines("aaa bbb ccc dd", width: 65)) == ["aaa bbb", "ccc dd"])
  }

  @Test func `a forced break ends the line and nothing more`() {
    #expect(strings(lines("aa | bb", width: 500)) == ["aa", "bb"])
  }

  @Test func `a word wider than its measure stands alone and tells its excess`() {
    let set = lines("a bbbbbbbbbb c", width: 50)
    #expect(strings(set) == ["a", "bbbbbbbbbb", "c"])
    #expect(set.store.lines[set.range].map(\.excess) == [.zero, .points(50), .zero])
  }

  @Test func `justified lines reach the edge but for the last`() {
    let set = lines("aaa bbb ccc ddd", width: 68, alignment: .justified)
    #expect(set.store.lines[set.range].map(\.width) == [.points(68), .points(65)])
  }

  @Test func `a justified line takes one more word when shrinking is less than stretching`() {
    // Two words fill 45 of 78, three need 80 with 3.3 to shrink: 2 is the smaller change.
    let set = lines("aa bb ccc dd", width: 78, alignment: .justified)
    #expect(strings(set) == ["aa bb ccc", "dd"])
    #expect(set.store.lines[set.range.lowerBound].width == .points(78))
  }

  @Test func `a line that would be full of holes shrinks beyond a third instead`() {
    // Three words take 100 with 3.3 to shrink, two 75 with 2 to stretch: in 95.5 neither will do,
    // until spaces may be half as wide.
    let set = lines("aa aaaaa bb ccccccc", width: 95.5, alignment: .justified)
    #expect(strings(set) == ["aa aaaaa bb", "ccccccc"])
    let line = set.store.lines[set.range.lowerBound]
    #expect(line.width == .points(95.5))
    #expect(line.excess == .zero)
    #expect(line.ratio < -1 && line.ratio >= -1.5)
  }

  @Test func `centred and right lines stand where they should`() {
    let right = lines("aaa", width: 100, alignment: .right)
    #expect(right.store.lines[0].left == .points(70))
    let centre = lines("aaa", width: 100, alignment: .centre)
    #expect(centre.store.lines[0].left == .points(35))
  }
}
