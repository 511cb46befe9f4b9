import Cairo
import Geometry
import Pages
import Pango
import Typography

/// Plays the items of pages on a canvas.
///
/// A class for its buffers: a long document's hundred thousand runs are all laid out in the same
/// arrays, and nothing is allocated for a run, word or glyph.
final class PagePainter {
  private let table: WordTable
  private let fonts: FontLibrary
  private let marksLeaves: Bool
  /// The table's arrays as they stood when painting began.
  private let words: [WordTable.Word]
  private let glyphs: [ShapedGlyph]
  private let text: [UInt8]
  private var line = GlyphLine()
  private var ink: Colour?
  private var spaces: [Space] = []

  /// The glyph that a font shows for a space.
  private struct Space {
    var font: FontID
    var character: Unicode.Scalar
    var glyph: UInt?
  }

  /// A painter for the pages whose words are in a table and its fonts in a library.
  init(words: WordTable, fonts: FontLibrary, marksLeaves: Bool) {
    table = words
    self.fonts = fonts
    self.marksLeaves = marksLeaves
    self.words = words.words
    glyphs = words.glyphs
    text = words.text
  }

  /// Paints a page.
  func paint(_ page: borrowing Page, on canvas: borrowing Canvas) {
    let items = page.items
    let placed = page.words
    for item in items {
      guard marksLeaves else {
        paint(item.mark, words: placed, on: canvas)
        continue
      }
      switch item.role {
      case .content:
        canvas.tagged(as: "Span") { paint(item.mark, words: placed, on: $0) }
      case .artifact:
        canvas.artifact { paint(item.mark, words: placed, on: $0) }
      }
    }
  }

  private func paint(
    _ mark: PageItem.Mark, words placed: [PlacedWord], on canvas: borrowing Canvas
  ) {
    switch mark {
    case .run(let run):
      setInk(run.colour, on: canvas)
      lay(run, words: placed)
      guard !line.glyphs.isEmpty else { return }
      canvas.show(line, in: fonts[run.font])
    case .fill(let rect, let colour):
      setInk(colour, on: canvas)
      canvas.fill(rect)
    case .roundedFill(let rect, let radius, let colour):
      setInk(colour, on: canvas)
      canvas.fill(rect, cornerRadius: radius)
    }
  }

  private func setInk(_ colour: Colour, on canvas: borrowing Canvas) {
    guard ink != colour else { return }
    ink = colour
    canvas.setInk(red: colour.red, green: colour.green, blue: colour.blue)
  }

  /// Lays a run's words out in `line`.
  private func lay(_ run: GlyphRun, words placed: [PlacedWord]) {
    line.removeAll()
    for index in run.words {
      let word = placed[index]
      let end = lay(word, of: run)
      if let character = word.spaceAfter { addSpace(character, at: end, of: run) }
    }
  }

  /// Lays a word out cluster by cluster, and returns where its last character ends.
  private func lay(_ placed: PlacedWord, of run: GlyphRun) -> Int {
    let word = words[Int(placed.word.index)]
    var pen = run.origin.x.units + placed.x.units
    let baseline = run.origin.y.units
    let tracking = run.tracking.units
    var index = word.glyphs.lowerBound
    while index < word.glyphs.upperBound {
      let start = glyphs[index].cluster
      var count: Int32 = 0
      repeat {
        let glyph = glyphs[index]
        line.glyphs.append(
          PositionedGlyph(
            index: UInt(glyph.glyph), x: Double(pen + Int(glyph.xOffset)) / 1024,
            y: Double(baseline + Int(glyph.yOffset)) / 1024))
        pen += Int(glyph.advance)
        count += 1
        index += 1
      } while index < word.glyphs.upperBound && glyphs[index].cluster == start
      let end =
        index < word.glyphs.upperBound
        ? word.text.lowerBound + Int(glyphs[index].cluster) : word.text.upperBound
      addCluster(of: word.text.lowerBound + Int(start)..<end, glyphs: count)
      // After the whole cluster, so that an accent stays on its letter.
      pen += tracking * Int(count)
    }
    return pen
  }

  /// Adds a cluster's characters to the line.
  ///
  /// A soft hyphen that no line ends at has no glyph, and so no place in the text that is read out.
  private func addCluster(of bytes: Range<Int>, glyphs count: Int32) {
    var length: Int32 = 0
    var index = bytes.lowerBound
    while index < bytes.upperBound {
      let byte = text[index]
      if byte == 0xC2, index + 1 < bytes.upperBound, text[index + 1] == 0xAD {
        index += 2
        continue
      }
      line.text.append(byte)
      length += 1
      index += 1
    }
    line.clusters.append(TextCluster(bytes: length, glyphs: count))
  }

  /// Adds a glyph without ink for the space after a word.
  private func addSpace(_ character: Unicode.Scalar, at pen: Int, of run: GlyphRun) {
    guard let glyph = space(character, in: run.font) else { return }
    line.glyphs.append(
      PositionedGlyph(
        index: glyph, x: Double(pen) / 1024, y: Double(run.origin.y.units) / 1024))
    let before = line.text.count
    line.text.append(contentsOf: UTF8.encode(character) ?? UTF8.encodedReplacementCharacter)
    line.clusters.append(TextCluster(bytes: Int32(line.text.count - before), glyphs: 1))
  }

  /// The glyph for a space in a font; nil when the font has none, which shaping has reported.
  private func space(_ character: Unicode.Scalar, in font: FontID) -> UInt? {
    for space in spaces where space.font == font && space.character == character {
      return space.glyph
    }
    let id = table.word(String(Character(character)), in: font)
    let word = table.words[Int(id.index)]
    let glyph = word.glyphs.count == 1 ? UInt(table.glyphs[word.glyphs.lowerBound].glyph) : nil
    spaces.append(Space(font: font, character: character, glyph: glyph))
    return glyph
  }
}
