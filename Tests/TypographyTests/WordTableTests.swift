import Geometry
import TestSupport
import Testing
import Typography

/// Words of square letters and their parts.
@Suite struct WordTableTests {
  let shaper = SquareShaper()
  let font: FontID

  init() throws {
    font = try shaper.font(for: FontRequest(family: "Square", size: .points(10)))
  }

  /// Divides words where a test says, and knows their seams.
  final class Told: Hyphenating {
    var points: [HyphenationPoint] = []
    var seams: [Int] = []

    func points(in word: String) -> [HyphenationPoint] { points }

    func seams(in word: String) -> [Int] { seams.filter { $0 < word.utf8.count } }
  }

  private func glyphs(_ word: WordID, in table: WordTable) -> String {
    var text = ""
    for glyph in table.glyphs[table.words[Int(word.index)].glyphs] {
      if let scalar = Unicode.Scalar(glyph.glyph) { text.unicodeScalars.append(scalar) }
    }
    return text
  }

  private func clusters(_ word: WordID, in table: WordTable) -> [Int32] {
    table.glyphs[table.words[Int(word.index)].glyphs].map(\.cluster)
  }

  @Test func `the same word in the same font is shaped once`() throws {
    let words = WordTable(shaper: shaper)
    let first = words.word("samma", in: font)
    let again = words.word("samma", in: font)
    let larger = try shaper.font(for: FontRequest(family: "Square", size: .points(12)))
    #expect(first == again)
    #expect(words.word("samma", in: larger) != first)
    for number in 0..<10_000 { _ = words.word("ord\(number)", in: font) }
    #expect(words.word("samma", in: font) == first)
    #expect(words.string(of: words.word("ord9999", in: font)) == "ord9999")
  }

  @Test func `a divided word ends in U+00AD and goes on without it`() {
    let told = Told()
    told.points = [HyphenationPoint(offset: 3), HyphenationPoint(offset: 6)]
    let table = WordTable(shaper: shaper, hyphenator: told)
    let word = table.word("abcdefghi", in: font)
    let cut = table.breaks(of: word).lowerBound
    #expect(table.string(of: table.fragment(of: word, from: nil, to: cut)) == "abc\u{AD}")
    #expect(table.string(of: table.fragment(of: word, from: cut, to: nil)) == "defghi")
    #expect(table.string(of: table.fragment(of: word, from: cut, to: cut + 1)) == "def\u{AD}")
    #expect(table.breaks[cut].widthBefore == .points(40))
  }

  @Test func `a letter that comes back is drawn and not read`() {
    let told = Told()
    told.points = [HyphenationPoint(offset: 3, restored: "l")]
    let table = WordTable(shaper: shaper, hyphenator: told)
    let word = table.word("tillåta", in: font)
    let cut = table.breaks(of: word).lowerBound
    let part = table.fragment(of: word, from: nil, to: cut)
    #expect(glyphs(part, in: table) == "till\u{AD}")
    #expect(table.string(of: part) == "til\u{AD}")
    // The two l are one cluster: the file says that together they stand for one.
    #expect(clusters(part, in: table) == [0, 1, 2, 2, 3])
    #expect(table.width(of: part) == table.breaks[cut].widthBefore)
    #expect(table.fragment(of: word, from: nil, to: cut) == part)
    #expect(table.string(of: table.fragment(of: word, from: cut, to: nil)) == "låta")
    // A word that is written so is another.
    #expect(table.word("til\u{AD}", in: font) != part)
    for number in 0..<5_000 { _ = table.word("ord\(number)", in: font) }
    #expect(table.word("til\u{AD}", in: font) != part)
  }

  @Test func `no ligature reaches over a compound's seam`() {
    shaper.ligatures = ["ff"]
    let told = Told()
    told.seams = [4]
    let table = WordTable(shaper: shaper, hyphenator: told)
    let apart = table.word("cheffilm", in: font)
    #expect(glyphs(apart, in: table) == "cheffilm")
    #expect(clusters(apart, in: table) == [0, 1, 2, 3, 4, 5, 6, 7])
    #expect(table.string(of: apart) == "cheffilm")
    told.seams = [2]
    let joined = table.word("kaffe", in: font)
    #expect(clusters(joined, in: table) == [0, 1, 2, 4])
  }

  @Test func `a part of a compound has no ligature over the seam either`() {
    shaper.ligatures = ["fi"]
    let told = Told()
    told.seams = [4]
    told.points = [HyphenationPoint(offset: 6)]
    let table = WordTable(shaper: shaper, hyphenator: told)
    let word = table.word("chefinsats", in: font)
    let cut = table.breaks(of: word).lowerBound
    told.seams = []
    let part = table.fragment(of: word, from: nil, to: cut)
    #expect(table.string(of: part) == "chefin\u{AD}")
    #expect(clusters(part, in: table) == [0, 1, 2, 3, 4, 5, 6])
  }

  @Test func `a cut through a ligature is measured on its sides`() {
    shaper.ligatures = ["ff"]
    let told = Told()
    told.points = [HyphenationPoint(offset: 3)]
    let table = WordTable(shaper: shaper, hyphenator: told)
    let word = table.word("kaffe", in: font)
    #expect(table.width(of: word) == .points(40))
    let index = table.breaks(of: word).lowerBound
    let cut = table.breaks[index]
    #expect(cut.widthBefore == .points(40))
    #expect(table.width(of: word) - cut.consumed == .points(20))
  }

  @Test func `a word in another size is its own glyphs, and no letter is lost or found`() throws {
    let told = Told()
    told.points = [HyphenationPoint(offset: 3, restored: "l")]
    let table = WordTable(shaper: shaper, hyphenator: told)
    let word = table.word("tillåta", in: font)
    let part = table.fragment(of: word, from: nil, to: table.breaks(of: word).lowerBound)
    let large = try shaper.font(for: FontRequest(family: "Square", size: .points(25)))
    let scaled = table.scaled(part, to: large, by: 2.5)
    #expect(glyphs(scaled, in: table) == glyphs(part, in: table))
    #expect(table.string(of: scaled) == table.string(of: part))
    #expect(table.width(of: scaled) == table.width(of: part).scaled(by: 2.5))
    #expect(table.words[Int(scaled.index)].font == large)
    #expect(table.scaled(part, to: large, by: 2.5) == scaled)
    #expect(table.word("tillåta", in: font) == word)
  }
}
