import Geometry
import HarfBuzz
import Testing
import Typography

/// A word's glyphs, and the characters that its font lacks.
private func shape(
  _ word: String, in family: String, size: Double = 10, features: [String] = []
) throws -> (glyphs: [ShapedGlyph], missing: [Unicode.Scalar]) {
  let shaper = HarfBuzzShaper(library: FontLibrary(manifest: manifest))
  let font = try shaper.font(
    for: FontRequest(family: family, size: .points(size), features: features))
  var glyphs: [ShapedGlyph] = []
  let missing = shaper.shape(word, in: font, into: &glyphs)
  return (glyphs, missing)
}

private func width(_ glyphs: [ShapedGlyph]) -> Length {
  Length(units: glyphs.reduce(0) { $0 + Int($1.advance) })
}

struct HarfBuzzShaperTests {
  @Test func `gives a glyph for each letter, with unrounded advances and ascending clusters`()
    throws
  {
    let (glyphs, missing) = try shape("mål", in: "Roboto", size: 100)
    #expect(missing.isEmpty)
    #expect(glyphs.map(\.cluster) == [0, 1, 3])
    // Roboto's advances of m, å, l: 1796, 1114, 498 of 2048.
    #expect(width(glyphs) == .points(100 * Double(1796 + 1114 + 498) / 2048))
  }

  @Test func `joins letters to ligatures, unless the features say not to`() throws {
    let joined = try shape("effekt", in: "Linux Libertine O").glyphs
    #expect(joined.map(\.cluster) == [0, 1, 3, 4, 5])
    let apart = try shape("effekt", in: "Linux Libertine O", features: ["liga=0"]).glyphs
    #expect(apart.count == 6)
  }

  @Test func `spaced letters have their space after them, accents and all, and are not joined`()
    throws
  {
    let shaper = HarfBuzzShaper(library: FontLibrary(manifest: manifest))
    var request = FontRequest(family: "Linux Libertine O", size: .points(10), features: ["liga=0"])
    func shaped(_ word: String) throws -> [ShapedGlyph] {
      var glyphs: [ShapedGlyph] = []
      _ = shaper.shape(word, in: try shaper.font(for: request), into: &glyphs)
      return glyphs
    }
    let close = try [shaped("effekt"), shaped("x\u{302}y"), shaped(" ")].map(width)
    request.features = []
    request.tracking = .points(1)
    let apart = try [shaped("effekt"), shaped("x\u{302}y"), shaped(" ")].map(width)
    #expect(apart == [close[0] + .points(6), close[1] + .points(2), close[2] + .points(1)])
    #expect(try shaper.metrics(of: shaper.font(for: request)).space == apart[2])
  }

  @Test func `sets figures on one width when tabular ones are asked for`() throws {
    func advances(_ features: [String]) throws -> Set<Int32> {
      Set(
        try shape("0123456789", in: "Linux Libertine O", features: features).glyphs.map(\.advance))
    }
    #expect(try advances(["pnum"]).count > 1)
    #expect(try advances(["tnum"]).count == 1)
  }

  @Test func `puts combining accents on their letters, and knows Sami`() throws {
    for family in ["Linux Libertine O", "Roboto", "Open Sans"] {
      let whole = try shape("\u{E5}\u{E4}\u{F6}", in: family)
      let marks = try shape("a\u{30A}a\u{308}o\u{308}", in: family)
      #expect(marks.glyphs.map(\.glyph) == whole.glyphs.map(\.glyph))
      #expect(marks.missing.isEmpty)
      #expect(try shape("áČđŊšŦž", in: family).missing.isEmpty)
    }
  }

  @Test func `reports the characters that a font lacks, in order`() throws {
    #expect(try shape("a☃漢b☃", in: "Roboto").missing == ["☃", "漢", "☃"])
  }

  @Test func `sets a narrow space that the font lacks as a gap of a fifth of the em`() throws {
    let (glyphs, missing) = try shape("1\u{202F}234", in: "Open Sans")
    let space = try shape("\u{A0}", in: "Open Sans").glyphs
    #expect(missing.isEmpty)
    #expect(glyphs.map(\.cluster) == [0, 1, 4, 5, 6])
    #expect(glyphs[1].advance == 2048)
    #expect(space.count == 1)
    // Linux Libertine has one of its own.
    let own = try shape("1\u{202F}234", in: "Linux Libertine O").glyphs
    #expect(own[1].advance != 2048)
  }

  @Test(arguments: ["Linux Libertine O", "Roboto", "Open Sans"])
  func `draws a non-breaking hyphen, and a soft one only at a word's end`(family: String) throws {
    let (glyphs, missing) = try shape("e\u{2011}post", in: family)
    #expect(glyphs.count == 6 && missing.isEmpty)

    let soft = try shape("till\u{AD}låta", in: family).glyphs
    #expect(soft.map(\.glyph) == (try shape("tilllåta", in: family).glyphs.map(\.glyph)))

    let divided = try shape("till\u{AD}", in: family).glyphs
    let hyphen = try #require(try shape("-", in: family).glyphs.first)
    #expect(divided.count == 5 && divided.last?.cluster == 4)
    #expect(divided.last?.advance == hyphen.advance)
    #expect(try shape("\u{AD}", in: family).glyphs.map(\.advance) == [hyphen.advance])
  }

  @Test func `shapes alike whatever was shaped before`() throws {
    let shaper = HarfBuzzShaper(library: FontLibrary(manifest: manifest))
    let font = try shaper.font(for: FontRequest(family: "Open Sans", size: .points(10)))
    func glyphs(_ word: String) -> [ShapedGlyph] {
      var glyphs: [ShapedGlyph] = []
      _ = shaper.shape(word, in: font, into: &glyphs)
      return glyphs
    }
    let first = glyphs("AVTAL")
    _ = glyphs("\u{5E9}\u{5DC}\u{5D5}\u{5DD}")
    #expect(glyphs("AVTAL") == first)
  }
}
