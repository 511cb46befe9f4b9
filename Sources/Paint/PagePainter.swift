import Cairo
import Geometry
import HarfBuzz
import Pages
import Pictures
import Typography

/// Plays the items of pages on a canvas.
///
/// A long document has a hundred thousand runs of some ten thousand different words: each word's
/// glyphs are placed in relation to its beginning once (`WordPictures`), all runs are laid out in
/// the same buffers, and nothing is allocated for a run, word or glyph. Runs of one font and ink
/// that follow one another are shown in one call, however many lines they are: what Cairo does for
/// each call costs more than what it does for a line's glyphs, and the file is the same.
///
/// Leaves are told apart by a separator between them and not by Cairo's tags: a tag costs seven times
/// what a small square does, and Cairo would write a structure element for each, only to be dropped.
struct PagePainter {
  private let fonts: FontLibrary
  private let pictures: PictureLibrary
  private let marksLeaves: Bool
  private var wordPictures: WordPictures
  /// What has been laid out and not been shown yet.
  private var waiting = GlyphLine()
  private var ink: Colour?
  private var font: (id: FontID, widening: Double)?
  /// Fonts whose letters have been made wider or narrower: a few steps of each.
  private var widened: [FontID: [(widening: Double, font: ScaledFont)]] = [:]

  /// A painter for the pages whose words are in a table, its fonts and pictures in libraries.
  init(words: WordTable, fonts: FontLibrary, pictures: PictureLibrary, marksLeaves: Bool) {
    self.fonts = fonts
    self.pictures = pictures
    self.marksLeaves = marksLeaves
    wordPictures = WordPictures(of: words) { fonts.isSpacedOut($0) }
  }

  /// Paints a page.
  mutating func paint(_ page: Page, on canvas: borrowing Canvas) {
    var first = 0
    while first < page.items.count {
      let last = marksLeaves ? page.endOfLeaf(from: first) : page.items.count
      if first > 0 { canvas.fill(Page.leafSeparator) }
      for item in page.items[first..<last] { paint(item.mark, words: page.words, on: canvas) }
      showWaiting(on: canvas)
      first = last
    }
  }

  private mutating func paint(
    _ mark: PageItem.Mark, words: [PlacedWord], on canvas: borrowing Canvas
  ) {
    switch mark {
    case .run(let run):
      setInk(run.colour, on: canvas)
      setFont(run.font, widening: run.widening, on: canvas)
      lay(run, words: words)
    case .turned(let run, let slope):
      showWaiting(on: canvas)
      setInk(run.colour, on: canvas)
      canvas.withTurn(slope: slope, about: run.origin) { canvas in
        font = nil
        setFont(run.font, widening: run.widening, on: canvas)
        lay(run, words: words)
        showWaiting(on: canvas)
      }
      font = nil
    case .fill(let rect, let colour):
      showWaiting(on: canvas)
      setInk(colour, on: canvas)
      canvas.fill(rect)
    case .roundedFill(let rect, let radius, let colour):
      showWaiting(on: canvas)
      setInk(colour, on: canvas)
      canvas.fill(rect, cornerRadius: radius)
    case .polygon(let corners, let colour):
      showWaiting(on: canvas)
      setInk(colour, on: canvas)
      canvas.fill(corners)
    case .stroke(let stroke):
      showWaiting(on: canvas)
      setInk(stroke.colour, on: canvas)
      canvas.stroke(stroke.path, thickness: stroke.thickness, dashes: stroke.dashes)
    case .picture(let placed):
      showWaiting(on: canvas)
      canvas.withClip(placed.frame) { pictures.draw(placed.picture, in: placed.area, on: $0) }
    }
  }

  private mutating func showWaiting(on canvas: borrowing Canvas) {
    guard !waiting.glyphs.isEmpty else { return }
    canvas.show(waiting)
    waiting.removeAll()
  }

  private mutating func setInk(_ colour: Colour, on canvas: borrowing Canvas) {
    guard ink != colour else { return }
    showWaiting(on: canvas)
    ink = colour
    canvas.setInk(red: colour.red, green: colour.green, blue: colour.blue)
  }

  private mutating func setFont(
    _ id: FontID, widening: Double, on canvas: borrowing Canvas
  ) {
    if let font, font.id == id, font.widening == widening { return }
    showWaiting(on: canvas)
    font = (id, widening)
    canvas.setFont(widening == 1 ? fonts[id] : widenedFont(id, by: widening))
  }

  private mutating func widenedFont(_ id: FontID, by widening: Double) -> ScaledFont {
    if let known = widened[id]?.first(where: { $0.widening == widening }) { return known.font }
    let font = fonts[id].widened(by: widening)
    widened[id, default: []].append((widening, font))
    return font
  }

  /// Lays a run's words out after what is waiting.
  private mutating func lay(_ run: GlyphRun, words: [PlacedWord]) {
    let y = run.origin.y.points
    for word in words[run.words] {
      let picture = wordPictures.picture(of: word.word)
      let x = (run.origin.x + word.x).points
      let widening = run.widening
      for glyph in wordPictures.glyphs[picture.glyphs] {
        waiting.glyphs.append(
          PositionedGlyph(
            index: UInt(glyph.index), x: x + Length(units: Int(glyph.x)).points * widening,
            y: y + Length(units: Int(glyph.y)).points))
      }
      waiting.clusters.append(contentsOf: wordPictures.clusters[picture.clusters])
      waiting.text.append(contentsOf: wordPictures.text[picture.text])
      if let character = word.spaceAfter {
        let space = wordPictures.space(character, in: run.font)
        guard let index = wordPictures.glyph(of: space) else { continue }
        waiting.glyphs.append(
          PositionedGlyph(index: index, x: x + picture.width * widening, y: y))
        waiting.clusters.append(contentsOf: wordPictures.clusters[space.clusters])
        waiting.text.append(contentsOf: wordPictures.text[space.text])
      }
    }
  }
}
