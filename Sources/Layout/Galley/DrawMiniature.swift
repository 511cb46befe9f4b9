import Geometry
import Pages
import Typography

/// A page made small, from its own corner: what is painted, in its roles.
struct MiniatureDrawing {
  /// How large the page has become.
  let size: Size
  /// What is painted.
  private(set) var items: [PageItem] = []
  /// The words of its runs.
  private(set) var words: [PlacedWord] = []

  /// Nothing yet, of a size.
  init(size: Size) { self.size = size }

  /// Adds what stands on a page; what is its furniture is mere layout here.
  mutating func add(
    _ page: Page, scaledBy ratio: Double, graft: ElementGraft, typesetter: Typesetter
  ) {
    for item in page.items {
      var role = Role.artifact(.layout)
      if case .content(let element) = item.role, let copy = graft[element] { role = .content(copy) }
      let mark = scaled(item.mark, of: page, by: ratio, typesetter)
      items.append(PageItem(mark, role: role))
    }
  }

  /// Adds a frame round the page, its outer edges at the page's own.
  mutating func addFrame(_ rule: RuleStyle) {
    let thick = rule.thickness
    let (width, height) = (size.width, size.height)
    addRule(Rect(x: .zero, y: .zero, width: width, height: thick), rule)
    addRule(Rect(x: .zero, y: height - thick, width: width, height: thick), rule)
    addRule(Rect(x: .zero, y: .zero, width: thick, height: height), rule)
    addRule(Rect(x: width - thick, y: .zero, width: thick, height: height), rule)
  }

  /// Adds lines to write on, the last at the foot of the page.
  mutating func addLines(_ rule: RuleStyle, from left: Length, width: Length, pitch: Length) {
    guard pitch > .zero else { return }
    var y = size.height
    var lines: [Rect] = []
    // Above the first is room for a hand.
    while y >= pitch {
      lines.append(
        Rect(x: left, y: y - rule.thickness, width: width, height: rule.thickness))
      y -= pitch
    }
    for line in lines.reversed() { addRule(line, rule) }
  }

  private mutating func addRule(_ rect: Rect, _ rule: RuleStyle) {
    items.append(PageItem(.fill(rect, rule.colour), role: .artifact(.layout)))
  }

  private mutating func scaled(
    _ mark: PageItem.Mark, of page: Page, by ratio: Double, _ typesetter: Typesetter
  ) -> PageItem.Mark {
    switch mark {
    case .run(let run): return .run(scaled(run, of: page, by: ratio, typesetter))
    case .turned(let run, let slope):
      return .turned(scaled(run, of: page, by: ratio, typesetter), slope: slope)
    case .fill(let rect, let colour): return .fill(rect.scaled(by: ratio), colour)
    case .roundedFill(let rect, let radius, let colour):
      return .roundedFill(rect.scaled(by: ratio), radius: radius.scaled(by: ratio), colour)
    case .polygon(let corners, let colour):
      return .polygon(corners.map { $0.scaled(by: ratio) }, colour)
    case .stroke(let stroke):
      return .stroke(
        Stroke(
          path: stroke.path.map { $0.scaled(by: ratio) },
          thickness: stroke.thickness.scaled(by: ratio),
          dashes: stroke.dashes.map { $0.scaled(by: ratio) }, colour: stroke.colour))
    case .picture(let placed):
      return .picture(
        PlacedPicture(
          placed.picture, area: placed.area.scaled(by: ratio), frame: placed.frame.scaled(by: ratio)
        ))
    }
  }

  private mutating func scaled(
    _ run: GlyphRun, of page: Page, by ratio: Double, _ typesetter: Typesetter
  ) -> GlyphRun {
    let font = typesetter.font(run.font, scaledBy: ratio)
    let first = words.count
    for word in page.words[run.words] {
      words.append(
        PlacedWord(
          x: word.x.scaled(by: ratio),
          word: typesetter.words.scaled(word.word, to: font, by: ratio),
          spaceAfter: word.spaceAfter))
    }
    return GlyphRun(
      origin: run.origin.scaled(by: ratio), font: font, colour: run.colour,
      widening: run.widening, words: first..<words.count)
  }
}

extension Typesetter {
  /// A font that is open, in another size.
  fileprivate func font(_ font: FontID, scaledBy ratio: Double) -> FontID {
    guard font.index >= 0 else { return font }
    var request = shaper.request(of: font)
    request.size = request.size.scaled(by: ratio)
    request.tracking = request.tracking.scaled(by: ratio)
    // It is open, so that its face is there in every size.
    return (try? shaper.font(for: request)) ?? font
  }
}

extension Point {
  fileprivate func scaled(by ratio: Double) -> Point {
    Point(x: x.scaled(by: ratio), y: y.scaled(by: ratio))
  }
}

extension Rect {
  fileprivate func scaled(by ratio: Double) -> Rect {
    // By its sides, so that what touched does.
    let (left, top) = (origin.x.scaled(by: ratio), origin.y.scaled(by: ratio))
    return Rect(
      x: left, y: top, width: right.scaled(by: ratio) - left,
      height: bottom.scaled(by: ratio) - top)
  }
}
