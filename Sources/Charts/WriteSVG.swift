public import Geometry
public import Manuscript
import Pages
public import Typography

/// Draws a chart as SVG, for a page on the web.
///
/// One unit is a point. Words are set in the fonts that the reader has, each stretch as long as it
/// is in print, so that none comes to stand on another.
///
/// - Parameters:
///   - chart: The numbers.
///   - width: How wide the drawing is; the page may scale it.
///   - look: The theme's style and faces.
///   - words: The table that its words are shaped in.
///   - spoken: What is said in its place to those who do not see it.
/// - Returns: An element `svg`.
public func writeSVG(
  _ chart: Chart, width: Length, look: ChartLook, words: WordTable, spoken: String
) -> String {
  let drawing = draw(chart, width: width, mostHeight: .unbounded, look: look, words: words)
  var writer = SVGWriter(words: words, bold: look.value.font, size: look.label.leading)
  return writer.write(drawing, spoken: spoken)
}

private struct SVGWriter {
  let words: WordTable
  let bold: FontID
  let size: Length
  var text = ""

  /// How much larger than in print a drawing may be on a screen, which is read from farther away.
  private static let growth = 1.35

  mutating func write(_ drawing: Drawing, spoken: String) -> String {
    let (width, height) = (drawing.size.width, drawing.size.height)
    text += "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" "
    text += "role=\"img\" aria-label=\"\(escaped(spoken))\" "
    text += "style=\"width: 100%; max-width: \(width.scaled(by: Self.growth))pt\" "
    text += "font-size=\"\(size.scaled(by: 0.8))\">"
    for mark in drawing.marks { write(mark, of: drawing) }
    text += "</svg>"
    return text
  }

  private mutating func write(_ mark: PageItem.Mark, of drawing: Drawing) {
    switch mark {
    case .fill(let rect, let colour): write(rect, radius: .zero, colour)
    case .roundedFill(let rect, let radius, let colour): write(rect, radius: radius, colour)
    case .polygon(let corners, let colour):
      text += "<polygon points=\"\(points(corners))\" fill=\"\(colour)\"/>"
    case .stroke(let stroke):
      text += "<polyline points=\"\(points(stroke.path))\" fill=\"none\" "
      text += "stroke=\"\(stroke.colour)\" stroke-width=\"\(decimals(stroke.thickness))\" "
      text += "stroke-linejoin=\"round\""
      if stroke.dashes.isEmpty {
        text += " stroke-linecap=\"round\""
      } else {
        let dashes = stroke.dashes.map(decimals).joined(separator: " ")
        text += " stroke-dasharray=\"\(dashes)\""
      }
      text += "/>"
    case .run(let run): write(run, of: drawing)
    case .turned, .picture: break
    }
  }

  private mutating func write(_ rect: Rect, radius: Length, _ colour: Colour) {
    text += "<rect x=\"\(decimals(rect.origin.x))\" y=\"\(decimals(rect.origin.y))\" "
    text += "width=\"\(decimals(rect.size.width))\" height=\"\(decimals(rect.size.height))\" "
    if radius > .zero { text += "rx=\"\(decimals(radius))\" " }
    text += "fill=\"\(colour)\"/>"
  }

  private mutating func write(_ run: GlyphRun, of drawing: Drawing) {
    let placed = drawing.words[run.words]
    guard let last = placed.last else { return }
    let said = placed.map { words.string(of: $0.word).filter { $0 != "\u{AD}" } }
    let width = last.x + words.width(of: last.word)
    text += "<text x=\"\(decimals(run.origin.x))\" y=\"\(decimals(run.origin.y))\" "
    text += "textLength=\"\(decimals(width))\" lengthAdjust=\"spacingAndGlyphs\" "
    if run.font == bold { text += "font-weight=\"700\" " }
    let hyphen = words.string(of: last.word).hasSuffix("\u{AD}") ? "-" : ""
    text += "fill=\"\(run.colour)\">\(escaped(said.joined(separator: " ") + hyphen))</text>"
  }

  private func points(_ path: [Point]) -> String {
    path.map { "\(decimals($0.x)),\(decimals($0.y))" }.joined(separator: " ")
  }

  /// A length in points with two decimals.
  private func decimals(_ length: Length) -> String {
    let hundredths = (abs(length.units) * 100 + 512) / 1024
    let rest = hundredths % 100
    let sign = length.units < 0 && hundredths > 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(hundredths / 100)" }
    return "\(sign)\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private func escaped(_ words: String) -> String {
    var result = ""
    for character in words {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }
}
