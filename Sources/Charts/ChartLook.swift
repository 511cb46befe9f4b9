import Diagnostics
public import Geometry
public import Typography

/// What charts look like: the theme's style, and the faces of their words with their fonts opened.
public struct ChartLook {
  /// A face of words.
  public struct Face {
    /// The font.
    public var font: FontID
    /// Its measures.
    public var metrics: FontMetrics
    /// From one baseline to the next.
    public var leading: Length
    /// The ink.
    public var colour: Colour

    /// A face from its parts.
    public init(font: FontID, metrics: FontMetrics, leading: Length, colour: Colour) {
      self.font = font
      self.metrics = metrics
      self.leading = leading
      self.colour = colour
    }
  }

  /// The theme's style.
  public var style: ChartStyle
  /// The face of axes, categories and names.
  public var label: Face
  /// The face of values.
  public var value: Face

  /// A look from its parts.
  public init(style: ChartStyle, label: Face, value: Face) {
    self.style = style
    self.label = label
    self.value = value
  }
}

extension ChartLook {
  /// The look of a theme, its fonts opened by a shaper: words of axes and names are set in the style
  /// `chart-label`, values in `chart-value`, and where a theme has none of these, as in cells.
  ///
  /// - Throws: `ShapingError` when a font is missing.
  public init(sheet: StyleSheet, shaper: any Shaping) throws(ShapingError) {
    func face(_ name: String) throws(ShapingError) -> Face {
      let style = sheet.styles[name] ?? sheet.styles["cell"] ?? sheet.styles["body"]
      guard let style else {
        throw ShapingError(
          code: .missingStyle,
          message: Message(sv: "temat har ingen stil '\(name)'", en: "no style '\(name)'"))
      }
      let font = try shaper.font(for: style.text.font)
      return Face(
        font: font, metrics: shaper.metrics(of: font), leading: style.leading,
        colour: style.text.colour)
    }
    self.init(style: sheet.charts, label: try face("chart-label"), value: try face("chart-value"))
  }

  /// The ink of a series.
  func ink(_ series: Int) -> Colour {
    style.series.isEmpty ? style.axis.colour : style.series[series % style.series.count]
  }

  /// The dashes of a series' line: unbroken for the first, and others for each after it.
  func dashes(_ series: Int) -> [Length] {
    let patterns: [[Double]] = [[], [4.5, 1.8], [1.4, 1.4], [6, 1.6, 1.4, 1.6]]
    return patterns[series % patterns.count].map { style.line.scaled(by: $0) }
  }

  /// The dashes of a level: long for the target, dots for limits.
  func levelDashes(isTarget: Bool) -> [Length] {
    let pattern = isTarget ? [4.5, 2.5] : [1.2, 2.2]
    return pattern.map { style.level.thickness.scaled(by: $0) }
  }

  /// The ink of words on a colour: the one of white and black that stands out most.
  func ink(on ground: Colour) -> Colour {
    Colour.white.contrast(to: ground) >= 4.5 ? .white : .black
  }
}
