public import Geometry
public import Manuscript
public import Pages
import Swedish
public import Typography

/// Draws a chart: from numbers to lines, bars and words in their places.
///
/// Nothing of it stands outside its size, and no words stand on others. Names stand at what they
/// name as long as there is room there, else in a legend above; an axis whose values all stand at
/// their bars has no numbers.
///
/// - Parameters:
///   - chart: The numbers; every series has a value for each category.
///   - width: How wide the drawing is.
///   - mostHeight: How high it may be; the area of values gives way.
///   - look: The theme's style and faces.
///   - words: The table that its words are shaped in.
/// - Returns: The drawing, as high as it has become.
public func draw(
  _ chart: Chart, width: Length, mostHeight: Length, look: ChartLook, words: WordTable
) -> Drawing {
  var painter = ChartPainter(
    chart: chart, look: look, setter: ChartSetter(words: words), width: width,
    mostHeight: mostHeight)
  let height =
    switch chart.kind {
    case .line: painter.drawLines()
    case .columns: painter.drawColumns()
    case .bars: painter.drawBars()
    case .share: painter.drawShares()
    case .sparkline: painter.drawSparkline()
    }
  return painter.pen.drawing(of: Size(width: width, height: height))
}

/// Draws one chart; each kind in a file of its own.
struct ChartPainter {
  let chart: Chart
  let look: ChartLook
  let setter: ChartSetter
  let width: Length
  let mostHeight: Length
  var pen: Pen

  init(
    chart: Chart, look: ChartLook, setter: ChartSetter, width: Length, mostHeight: Length
  ) {
    self.chart = chart
    self.look = look
    self.setter = setter
    self.width = width
    self.mostHeight = mostHeight
    pen = Pen(look: look)
  }

  /// Between numbers or names and what they belong to.
  static let gap = Length.points(5)
  /// The least height of the area of values.
  static let leastPlot = Length.points(24)

  var leading: Length { look.label.leading }

  /// A value as it is printed.
  func text(_ amount: Amount) -> String { amount.text(chart.numbers) }

  /// The values of all series, for ratios of lengths.
  var values: [[Double?]] { chart.series.map { $0.values.map { $0.map(\.approximate) } } }

  /// How high the area of values is beside what else there is.
  func plotHeight(besides other: Length) -> Length {
    max(min(chart.height ?? look.style.height, mostHeight - other), Self.leastPlot)
  }
}

/// The area that values are drawn in.
struct Plot {
  var left: Length
  var right: Length
  var top: Length
  var bottom: Length
  var axis: Axis

  var width: Length { right - left }
  var height: Length { bottom - top }

  /// How far down a value stands.
  func y(_ value: Double) -> Length { bottom - height.scaled(by: axis.share(value)) }

  /// How far to the right a value stands, of bars.
  func x(_ value: Double) -> Length { left + width.scaled(by: axis.share(value)) }
}
