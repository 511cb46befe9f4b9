import Diagnostics
import Geometry
import Input
import Typography

// How lists, headings' numbers, figures and charts are set.

extension ThemeReader {
  /// Reads `list: {bullets, numbers, indent, item-space}`.
  mutating func readList(_ value: Value?) -> ListStyle {
    var style = ListStyle(bullets: ["•", "–"], indent: .points(14), itemSpace: .points(3))
    let known = ["bullets", "numbers", "indent", "item-space"]
    guard let value, let map = map(value, of: "list", known: known) else { return style }
    if let bullets = map["bullets"] {
      style.bullets = (bullets.list ?? [bullets]).compactMap { word($0, of: "bullets")?.text }
    }
    if let numbers = map["numbers"] {
      style.numbers = (numbers.list ?? [numbers]).compactMap { word($0, of: "numbers")?.text }
    }
    if let indent = map["indent"] { style.indent = length(indent, of: "indent") ?? style.indent }
    if let space = map["item-space"] {
      style.itemSpace = length(space, of: "item-space") ?? style.itemSpace
    }
    return style
  }

  private enum NumberPlace: String, CaseIterable {
    case hang, inline
  }

  /// Reads `headings: {levels, numbers, gap}`.
  mutating func readHeadings(_ value: Value?) -> HeadingNumberStyle {
    var style = HeadingNumberStyle()
    guard let value, let map = map(value, of: "headings", known: ["levels", "numbers", "gap"])
    else {
      return style
    }
    if let levels = map["levels"] {
      style.levels = integer(levels, of: "levels", in: 0...6) ?? style.levels
    }
    if let numbers = map["numbers"] {
      let place: NumberPlace? = choice(numbers, of: "numbers")
      style.hangsNumbers = place == .hang
    }
    if let gap = map["gap"] { style.gap = length(gap, of: "gap") ?? style.gap }
    return style
  }

  /// Reads `figures: {least-resolution, space-before, gap, space-after}`.
  mutating func readFigures(_ value: Value?) -> FigureStyle {
    var style = FigureStyle()
    let known = ["least-resolution", "space-before", "gap", "space-after"]
    guard let value, let map = map(value, of: "figures", known: known) else { return style }
    if let least = map["least-resolution"] {
      style.leastResolution =
        integer(least, of: "least-resolution", in: 0...2400) ?? style.leastResolution
    }
    set(&style.spaceBefore, to: "space-before", of: map)
    set(&style.gap, to: "gap", of: map)
    set(&style.spaceAfter, to: "space-after", of: map)
    return style
  }

  /// Reads `miniatures: {width, gap, frame, line, line-pitch, space-before, space-after}`.
  mutating func readMiniatures(_ value: Value?) -> MiniatureStyle {
    var style = MiniatureStyle()
    let known = ["width", "gap", "frame", "line", "line-pitch", "space-before", "space-after"]
    guard let value, let map = map(value, of: "miniatures", known: known) else { return style }
    set(&style.width, to: "width", of: map)
    set(&style.gap, to: "gap", of: map)
    set(&style.frame, to: "frame", of: map)
    set(&style.line, to: "line", of: map)
    set(&style.linePitch, to: "line-pitch", of: map)
    set(&style.spaceBefore, to: "space-before", of: map)
    set(&style.spaceAfter, to: "space-after", of: map)
    for key in ["width", "line-pitch"] {
      guard let value = map[key],
        value.scalar.flatMap({ Length(measure: $0.text) }) ?? .zero <= .zero
      else { continue }
      report(
        .wrongValue(
          of: key, wanted: .described(sv: "större än noll", en: "more than nothing"), found: value))
    }
    return style
  }

  /// Reads `charts: {series, level, axis, grid, line, marker, height, bar-pitch, caption}`.
  mutating func readCharts(_ value: Value?) -> ChartStyle {
    var style = ChartStyle()
    let known = [
      "series", "level", "axis", "grid", "line", "marker", "height", "bar-pitch", "caption",
    ]
    guard let value, let map = map(value, of: "charts", known: known) else { return style }
    if let series = map["series"] {
      let inks = (series.list ?? [series]).compactMap { one -> Colour? in
        let ink = colour(one, of: "series")
        if let ink { checkContrast(ofSeries: ink, at: one.place) }
        return ink
      }
      if !inks.isEmpty { style.series = inks }
    }
    setRule(&style.level, to: "level", of: map)
    setRule(&style.axis, to: "axis", of: map)
    setRule(&style.grid, to: "grid", of: map)
    setExtent(&style.line, to: "line", of: map)
    setExtent(&style.marker, to: "marker", of: map)
    setExtent(&style.height, to: "height", of: map)
    setExtent(&style.barPitch, to: "bar-pitch", of: map)
    if let place = map["caption"] { style.caption = choice(place, of: "caption") ?? style.caption }
    return style
  }

  /// Sets a rule that no chart can do without.
  private mutating func setRule(_ rule: inout RuleStyle, to key: String, of map: Map) {
    if let value = map[key], let read = self.rule(value, of: key), let read { rule = read }
  }

  /// Sets a length that is more than nothing.
  private mutating func setExtent(_ extent: inout Length, to key: String, of map: Map) {
    if let value = map[key], let length = length(value, of: key), length > .zero {
      extent = length
    }
  }
}
