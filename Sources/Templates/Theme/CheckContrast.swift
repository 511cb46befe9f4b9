import Diagnostics
import Geometry
import Input
import Typography

extension ThemeReader {
  /// The least contrast of text that everybody is to read, and that of large text: WCAG 2.1, 1.4.3,
  /// level AA.
  private static let (leastContrast, leastContrastOfLarge) = (4.5, 3.0)

  /// Warns of text that is too pale on what stands behind it.
  ///
  /// - Parameters:
  ///   - sheet: The theme's styles.
  ///   - cover: What the theme's file says of the cover; nil for nothing.
  mutating func checkContrast(_ sheet: StyleSheet, cover: Value?) {
    let white = Colour(red: 255, green: 255, blue: 255)
    // Where one text may stand on several colours, the one that is nearest to it counts.
    var grounds: [String: [Colour]] = [:]
    let tables = sheet.tables.keys.sorted().compactMap { sheet.tables[$0] }
    grounds["cell-head"] = tables.map { $0.headFill ?? white }
    grounds["cell-group"] = tables.map { $0.groupFill ?? white }
    grounds["cell"] = tables.map { $0.zebraFill ?? white }
    grounds["badge"] = [sheet.badge.fill]
    for name in ["box-title", "box-text"] { grounds[name] = [sheet.styles["box"]?.fill ?? white] }
    for slot in sheet.cover.slots {
      let y =
        slot.anchor == .top ? slot.offset : sheet.page.paper.height - slot.offset - .points(1)
      let point = Point(x: slot.left, y: y)
      let bands = sheet.cover.bands.filter { $0.area.holds(point) }
      let over = bands.last(where: \.isOverPictures)
      // What a picture shows is not known; words on it need a band of their own.
      if over == nil, sheet.cover.pictures.contains(where: { $0.fills && $0.frame.holds(point) }) {
        report(.onPicture(slot.part, at: cover?.place ?? .none))
        continue
      }
      grounds[slot.style, default: []].append((over ?? bands.last)?.colour ?? white)
    }
    for source in styleSources {
      guard let style = sheet.styles[source.key] else { continue }
      if source.key == "watermark" {
        checkWatermark(style, under: sheet, at: source.value["colour"]?.place ?? source.keyPlace)
        continue
      }
      let behind = style.fill.map { [$0] } ?? grounds[source.key] ?? [white]
      let contrast = behind.map { style.text.colour.contrast(to: $0) }.min() ?? 21
      let least = style.text.isLarge ? Self.leastContrastOfLarge : Self.leastContrast
      if contrast < least {
        let place = source.value["colour"]?.place ?? source.keyPlace
        report(.lowContrast(source.key, contrast, least: least, at: place))
      }
    }
  }
}

extension ThemeReader {
  /// Warns of a watermark that is too dark for what is read across it.
  private mutating func checkWatermark(
    _ style: ParagraphStyle, under sheet: StyleSheet, at place: Place
  ) {
    let texts = ["body", "cell", "running-head"].compactMap { sheet.styles[$0] }
    let contrast = texts.map { $0.text.colour.contrast(to: style.text.colour) }.min() ?? 21
    if contrast < Self.leastContrast {
      report(.lowContrast("watermark", contrast, least: Self.leastContrast, at: place))
    }
  }
}

extension ThemeReader {
  /// Warns of a chart's ink that does not stand out from the paper (WCAG 2.1, 1.4.11).
  mutating func checkContrast(ofSeries ink: Colour, at place: Place) {
    let contrast = ink.contrast(to: .white)
    if contrast < Self.leastContrastOfLarge {
      report(.lowContrast("charts: series", contrast, least: Self.leastContrastOfLarge, at: place))
    }
  }
}

extension TextStyle {
  /// Whether WCAG takes its letters for large: 18 points, or 14 and bold.
  fileprivate var isLarge: Bool {
    font.size >= .points(18) || font.size >= .points(14) && font.weight >= 700
  }
}

extension Rect {
  fileprivate func holds(_ point: Point) -> Bool {
    point.x >= origin.x && point.x <= right && point.y >= origin.y && point.y <= bottom
  }
}

extension Diagnostic {
  fileprivate static func onPicture(_ part: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, .lowContrast,
      Message(
        sv: "omslagets '\(part)' står på en bild och går kanske inte att läsa",
        en: "the cover's '\(part)' stands on a picture, where it may not be readable"),
      at: place == .none ? nil : place,
      fixes: [
        Fix(
          Message(
            sv: "lägg ett band med 'over: true' under texten",
            en: "lay a band with 'over: true' under the text"))
      ])
  }

  fileprivate static func lowContrast(
    _ style: String, _ contrast: Double, least: Double, at place: Place
  ) -> Diagnostic {
    let tenths = Int((contrast * 10).rounded(.down))
    let needed = Int(least * 10)
    let (found, foundEnglish) = (
      "\(tenths / 10),\(tenths % 10)", "\(tenths / 10).\(tenths % 10)"
    )
    return Diagnostic(
      .warning, .lowContrast,
      Message(
        sv: "stilen '\(style)' har kontrasten \(found):1 mot sin bakgrund; "
          + "minst \(needed / 10),\(needed % 10):1 behövs",
        en: "the style '\(style)' has a contrast of \(foundEnglish):1; "
          + "\(needed / 10).\(needed % 10):1 is needed"), at: place)
  }
}
