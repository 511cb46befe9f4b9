import Charts
import Geometry
import Manuscript
import Pages
import Typography

extension Typesetter {
  /// Draws a chart in its place.
  func set(
    _ chart: Chart, of figure: Figure, x: Length, width: Length, most: Length, element: ElementID
  ) -> SetPicture {
    let drawing = drawing(of: chart, width: width, most: most)
    tellMissingGlyphs(of: drawing, at: figure.place)
    return SetPicture(content: .drawing(drawing), x: x, size: drawing.size, element: element)
  }

  /// A chart drawn in a width, no higher than there is room for.
  func drawing(of chart: Chart, width: Length, most: Length) -> Drawing {
    draw(chart, width: width, mostHeight: most, look: chartLook, words: words)
  }

  /// The theme's look of charts, its fonts opened as those of styles are: what cannot be opened is
  /// told.
  private var chartLook: ChartLook {
    ChartLook(
      style: sheet.charts, label: chartFace("chart-label"), value: chartFace("chart-value"))
  }

  private func chartFace(_ name: String) -> ChartLook.Face {
    let style = style(sheet.styles[name] == nil ? "cell" : name)
    let run = store[style.plain]
    return ChartLook.Face(
      font: run.font, metrics: style.metrics, leading: style.paragraph.leading,
      colour: run.colour)
  }
}
