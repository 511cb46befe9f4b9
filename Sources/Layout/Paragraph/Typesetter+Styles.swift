import Diagnostics
import Geometry
import Manuscript
import Typography

// Styles with their fonts opened, each when it is first asked for.

extension Typesetter {
  /// The style of a name, with its fonts opened; the nearest there is, with a finding, when the
  /// theme has none of that name.
  func style(_ name: String, at place: Place? = nil) -> OpenStyle {
    if let open = openStyles[name] { return open }
    let paragraph: ParagraphStyle
    if let found = sheet.styles[name] {
      paragraph = found
    } else {
      diagnostics.append(.missingStyle(name, at: place))
      paragraph = sheet.styles["body"] ?? .lastResort
    }
    let (run, metrics) = open(paragraph.text, badgePadding: nil)
    let open = OpenStyle(paragraph: paragraph, metrics: metrics, plain: run)
    openStyles[name] = open
    // On a grid it is baselines that stand in line, whatever the font.
    if name != "body", let grid = sheet.paging.grid, paragraph.leading == grid {
      open.sharedBaseline = style("body").baseline
    }
    return open
  }

  /// A style with everything in it so much smaller.
  func scaledStyle(_ name: String, by ratio: Double) -> OpenStyle {
    // Steps of a percent, so that few sizes are in use.
    let percent = max(1, Int((ratio * 100).rounded(.down)))
    let key = "\(name) \(percent) %"
    if let open = openStyles[key] { return open }
    var paragraph = style(name).paragraph
    paragraph.text.font.size = paragraph.text.font.size * percent / 100
    paragraph.text.font.tracking = paragraph.text.font.tracking * percent / 100
    paragraph.leading = paragraph.leading * percent / 100
    let (run, metrics) = open(paragraph.text, badgePadding: nil)
    let open = OpenStyle(paragraph: paragraph, metrics: metrics, plain: run)
    openStyles[key] = open
    return open
  }

  func open(_ text: TextStyle, badgePadding: Length?) -> (RunStyleID, FontMetrics) {
    let run = runStyle(text, badgePadding: badgePadding)
    let id = store.add(run)
    asked[id] = text
    return (id, run.metrics)
  }

  /// The run style of symbols in a text; nil when the theme names no family for them.
  func symbolStyle(for style: RunStyleID) -> RunStyleID? {
    if let known = symbolStyles[style] { return known }
    guard let family = sheet.symbolFamily, var text = asked[style] else { return nil }
    text.font = FontRequest(family: family, size: text.font.size)
    let opened = open(text, badgePadding: nil).0
    symbolStyles[style] = opened
    return opened
  }

  /// A run style with an OpenType feature more.
  func featured(_ style: RunStyleID, _ feature: String) -> RunStyleID {
    let key = FeaturedStyle(style: style, feature: feature)
    if let known = featuredStyles[key] { return known }
    guard var text = asked[style] else { return style }
    text.font.features.append(feature)
    let opened = open(text, badgePadding: nil).0
    featuredStyles[key] = opened
    return opened
  }

  private func runStyle(_ text: TextStyle, badgePadding: Length?) -> RunStyle {
    do throws(ShapingError) {
      let font = try shaper.font(for: text.font)
      return RunStyle(
        font: font, metrics: shaper.metrics(of: font), colour: text.colour, rise: text.rise,
        badgePadding: badgePadding)
    } catch {
      let finding = Diagnostic(.error, error.code, error.message)
      if !diagnostics.contains(finding) { diagnostics.append(finding) }
      // Layout goes on so that every finding is told at once; the document is not written.
      let size = text.font.size
      return RunStyle(
        font: FontID(index: -1),
        metrics: FontMetrics(
          ascent: size, descent: .zero, capHeight: size, xHeight: size, space: size / 4),
        colour: text.colour)
    }
  }

  func run(_ marks: RichText.Marks, in style: OpenStyle) -> RunStyleID {
    guard !marks.isEmpty else { return style.plain }
    if let known = style.stressed[marks.rawValue] { return known }
    var text = style.paragraph.text
    if marks.contains(.emphasis) { text.font.isItalic.toggle() }
    if marks.contains(.strong) { text.font.weight = style.paragraph.strongWeight }
    if marks.contains(.raised) {
      text.rise += text.font.size.scaled(by: Self.noteMarkRise)
      text.font.size = text.font.size.scaled(by: Self.noteMarkSize)
    }
    let opened = open(text, badgePadding: nil).0
    style.stressed[marks.rawValue] = opened
    return opened
  }

  /// The height of a raised note mark above the baseline, and its size, in ems: what superior
  /// figures in text faces have.
  private static let noteMarkRise = 0.34
  private static let noteMarkSize = 0.62

  /// The run style of a status mark's words before a text.
  func markRun(_ mark: StatusMark, _ name: String, in style: OpenStyle) -> RunStyleID {
    if let known = style.marked[name] { return known }
    let room = style.metrics.capHeight.scaled(by: Self.markRoom)
    var run = runStyle(style.paragraph.text, badgePadding: room)
    run.mark = mark
    let opened = store.add(run)
    asked[opened] = style.paragraph.text
    style.marked[name] = opened
    return opened
  }

  /// The room of a status mark's shape with the gap after it, in heights of the shape.
  private static let markRoom = 1.6
}

extension ParagraphStyle {
  /// What is set where a theme has not even a style for running text; the finding says so.
  fileprivate static var lastResort: ParagraphStyle {
    ParagraphStyle(
      text: TextStyle(font: FontRequest(family: "", size: .points(10))), leading: .points(14))
  }
}

extension Diagnostic {
  fileprivate static func missingStyle(_ name: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      .error, .missingStyle,
      Message(
        sv: "temat har ingen stil '\(name)'",
        en: "the theme has no style '\(name)'"),
      at: place,
      fixes: [
        Fix(
          Message(
            sv: "lägg till '\(name)' under 'styles' i temats theme.yaml",
            en: "add '\(name)' under 'styles' in the theme's theme.yaml"))
      ])
  }
}
