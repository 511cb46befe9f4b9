import Geometry
import Pages
import Typography

/// Draws the marks of a chart, and remembers where its words stand.
struct Pen {
  /// How words stand to the point that they are put at.
  enum Anchor { case left, centre, right }

  let look: ChartLook
  private(set) var marks: [PageItem.Mark] = []
  private(set) var words: [PlacedWord] = []
  /// The boxes of the words so far.
  private(set) var wordBoxes: [Rect] = []

  init(look: ChartLook) { self.look = look }

  /// Fills a rectangle between corners in any order, unless it has no extent.
  mutating func fill(from a: Point, to b: Point, _ colour: Colour) {
    guard let rect = Rect(around: [a, b]), rect.size.width > .zero, rect.size.height > .zero else {
      return
    }
    marks.append(.fill(rect, colour))
  }

  /// Draws a rule from a point to another on the same height or the same distance from the left.
  mutating func rule(from a: Point, to b: Point, _ style: RuleStyle) {
    let half = style.thickness / 2
    if a.y == b.y {
      fill(
        from: Point(x: a.x, y: a.y - half), to: Point(x: b.x, y: a.y - half + style.thickness),
        style.colour)
    } else {
      fill(
        from: Point(x: a.x - half, y: a.y), to: Point(x: a.x - half + style.thickness, y: b.y),
        style.colour)
    }
  }

  /// Draws a line through points.
  mutating func stroke(
    _ path: [Point], thickness: Length, dashes: [Length] = [], _ colour: Colour
  ) {
    guard path.count > 1 else { return }
    marks.append(
      .stroke(Stroke(path: path, thickness: thickness, dashes: dashes, colour: colour)))
  }

  /// Puts a text so that its first line's top stands at a point, each line anchored there.
  mutating func write(
    _ text: ChartText, at point: Point, _ anchor: Anchor = .left, colour: Colour? = nil
  ) {
    for (number, line) in text.lines.enumerated() {
      let left =
        switch anchor {
        case .left: point.x
        case .centre: point.x - line.width / 2
        case .right: point.x - line.width
        }
      let top = point.y + text.leading * number
      for run in line.runs {
        let first = words.count
        words += run.words
        marks.append(
          .run(
            GlyphRun(
              origin: Point(x: left + run.x, y: top + text.baseline), font: run.face.font,
              colour: colour ?? run.face.colour, words: first..<words.count)))
      }
      wordBoxes.append(Rect(x: left, y: top, width: line.width, height: text.leading))
    }
  }

  /// Draws the mark of a series at a value; each shape looks as large as the others.
  mutating func mark(_ series: Int, at centre: Point, size: Length? = nil) {
    let colour = look.ink(series)
    let side = size ?? look.style.marker
    func at(_ x: Double, _ y: Double) -> Point {
      Point(x: centre.x + side.scaled(by: x), y: centre.y + side.scaled(by: y))
    }
    switch series % 4 {
    case 0:
      marks.append(
        .roundedFill(
          Rect(origin: at(-0.5, -0.5), size: Size(width: side, height: side)), radius: side / 2,
          colour))
    case 1: fill(from: at(-0.44, -0.44), to: at(0.44, 0.44), colour)
    case 2: marks.append(.polygon([at(0, -0.6), at(0.6, 0.48), at(-0.6, 0.48)], colour))
    default:
      marks.append(.polygon([at(0, -0.62), at(0.62, 0), at(0, 0.62), at(-0.62, 0)], colour))
    }
  }

  /// The drawing of what has been drawn.
  func drawing(of size: Size) -> Drawing { Drawing(size: size, marks: marks, words: words) }
}
