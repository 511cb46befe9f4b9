import Charts
import Geometry
import Manuscript
import Pages
import Swedish
import TestSupport
import Testing
import Typography

/// A chart drawn with square letters of 5 pt, and the laws that it breaks.
struct CheckedDrawing {
  let drawing: Drawing
  let words: WordTable
  /// What no drawing may do and this one does; empty when all is well.
  var breaches: [String] = []

  init(_ chart: Chart, width: Double = 200, mostHeight: Double = 500) throws {
    let shaper = SquareShaper()
    words = WordTable(shaper: shaper)
    var sheet = StyleSheet.squares()
    sheet.charts.height = .points(100)
    sheet.charts.barPitch = .points(15)
    for name in ["chart-label", "chart-value"] {
      var style = try #require(sheet.styles["cell"])
      style.text.font.size = .points(5)
      style.text.font.weight = name == "chart-value" ? 700 : 400
      style.leading = .points(10)
      sheet.styles[name] = style
    }
    drawing = draw(
      chart, width: .points(width), mostHeight: .points(mostHeight),
      look: try ChartLook(sheet: sheet, shaper: shaper), words: words)
    breaches = outside() + overlapping()
    if drawing.size.width != .points(width) { breaches.append("it is not as wide as asked") }
  }

  /// The marks as text.
  var dump: String {
    var page = Page(size: drawing.size, number: 1)
    page.add(drawing, at: .origin, role: .artifact(.layout))
    let set = PageSet(
      pages: [page], structure: StructureTree(), outline: [], destinations: [:],
      metadata: PageSet.Metadata(title: "", author: "", subject: "", language: "sv", date: nil))
    return set.dump(words: words).replacing(" (layout)", with: "")
  }

  /// The words of all runs, in order.
  var texts: [String] { runs.map(\.text) }

  /// The words of each run, with the box that they take.
  var runs: [(text: String, box: Rect)] {
    drawing.marks.compactMap { mark in
      guard case .run(let run) = mark else { return nil }
      let placed = drawing.words[run.words]
      let width = placed.last.map { $0.x + words.width(of: $0.word) } ?? .zero
      return (
        placed.map { words.string(of: $0.word) }.joined(separator: " "),
        Rect(
          x: run.origin.x, y: run.origin.y - .points(3.75), width: width, height: .points(5))
      )
    }
  }

  /// The rectangles in an ink.
  func fills(_ colour: Colour) -> [Rect] {
    drawing.marks.compactMap { mark in
      if case .fill(let rect, colour) = mark { rect } else { nil }
    }
  }

  /// The lines in an ink.
  func strokes(_ colour: Colour) -> [Stroke] {
    drawing.marks.compactMap { mark in
      if case .stroke(let stroke) = mark, stroke.colour == colour { stroke } else { nil }
    }
  }

  private func outside() -> [String] {
    let tolerance = Length.points(0.6)
    var boxes = runs.map { ($0.text, $0.box) }
    for mark in drawing.marks {
      switch mark {
      case .fill(let rect, _), .roundedFill(let rect, _, _): boxes.append(("a shape", rect))
      case .polygon(let corners, _):
        if let box = Rect(around: corners) { boxes.append(("a mark", box)) }
      case .stroke(let stroke): if let box = stroke.box { boxes.append(("a line", box)) }
      case .run, .turned, .picture: break
      }
    }
    return boxes.compactMap { name, box in
      let isInside =
        box.origin.x >= -tolerance && box.origin.y >= -tolerance
        && box.right <= drawing.size.width + tolerance
        && box.bottom <= drawing.size.height + tolerance
      return isInside ? nil : "'\(name)' stands outside"
    }
  }

  private func overlapping() -> [String] {
    var found: [String] = []
    let runs = self.runs
    for (index, run) in runs.enumerated() {
      for other in runs[(index + 1)...] where run.box.overlaps(other.box) {
        found.append("'\(run.text)' and '\(other.text)' overlap")
      }
    }
    return found
  }
}

extension Rect {
  fileprivate func overlaps(_ other: Rect) -> Bool {
    origin.x < other.right && other.origin.x < right && origin.y < other.bottom
      && other.origin.y < bottom
  }
}

extension Chart {
  /// A chart of series written as text; `..` is a missing value.
  init(
    _ kind: Kind, _ categories: String, _ series: [String: String], stacking: Stacking = .grouped,
    unit: String = "%", target: String? = nil, limits: [String] = []
  ) {
    self.init(
      kind: kind, stacking: stacking,
      categories: categories.split(separator: "|").map(String.init),
      series: series.sorted { $0.key < $1.key }.map { name, values in
        Series(name: name, values: values.split(separator: " ").map { Amount(String($0)) })
      },
      unit: unit,
      target: target.flatMap { Amount($0) }.map { Level(name: "Mål", amount: $0) },
      limits: limits.compactMap { Amount($0) }.map { Level(name: "Gräns", amount: $0) })
  }
}
