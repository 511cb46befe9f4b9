import Geometry
import Manuscript
import Swedish
import Typography

extension ChartPainter {
  /// How much of the width the names of bars may take.
  private static let nameShare = 0.4

  /// Draws bars from left to right, one category below another; gives the height.
  mutating func drawBars() -> Length {
    let bars = barNumbers()
    let isStacked = chart.stacking != .grouped
    let range = barRange(bars)
    let levels = levelTexts()
    let legend = self.legend(
      of: (chart.series.count > 1 ? seriesNames : []) + (levels == nil ? levelNames : []))
    let measure = width.scaled(by: Self.nameShare)
    let texts = chart.categories.map { setter.set($0, in: look.label, within: measure) }

    // Values at the bars' ends want room there; those inside stacked bars do not.
    let ends = isStacked ? bars.sums.compactMap(\.self) : bars.categories.joined().map(\.text)
    let widest = ends.map { setter.width(of: $0, in: look.value) }.max() ?? .zero
    let endRoom = widest > .zero ? widest + Self.gap : .zero
    let namesRoom = (texts.map(\.width).max() ?? .zero) + Self.gap
    let hasNegative = range.0 < 0
    let left = namesRoom + (hasNegative && !isStacked ? endRoom : .zero)
    let tellsValues = !isStacked
    // The number at the axis' end stands half outside.
    let tick = tellsValues ? Length.zero : setter.width(of: text(most(bars)), in: look.label) / 2
    let right = max(width - max(endRoom, tick), left + .points(20))

    let unitHeight = max(
      unitHeight(bars.unit), levels == nil || chart.levels.isEmpty ? .zero : leading)
    let top = legend.height + unitHeight + (unitHeight > .zero ? .points(2) : .zero)
    let pitches = pitches(of: texts, slots: bars.slots, within: mostHeight - top - leading * 2)
    let bottom = top + pitches.reduce(.zero, +)
    let axis =
      tellsValues
      ? Axis(exactlyFrom: range.0, to: range.1)
      : axis(of: range, in: right - left)
    let plot = Plot(left: left, right: right, top: top, bottom: bottom, axis: axis)

    draw(legend, asLines: false)
    writeUnit(bars.unit, top: legend.height)
    if !tellsValues { drawGrid(of: plot) }
    var rects: [Rect] = []
    var y = plot.top
    let step = nameStep(texts, pitches)
    for (category, pitch) in pitches.enumerated() {
      if category % step == 0 {
        let text = texts[category]
        let drop = leading / 2 - middle(of: look.label)
        pen.write(text, at: Point(x: .zero, y: y + pitch / 2 - text.height / 2 + drop))
      }
      rects += draw(bars, category, from: y, pitch: pitch, in: plot)
      y += pitch
    }
    if axis.low <= 0, axis.high >= 0 {
      let x = plot.x(0)
      pen.rule(from: Point(x: x, y: plot.top), to: Point(x: x, y: plot.bottom), look.style.axis)
    }
    drawLevels(of: plot, over: rects, texts: levels ?? [], top: legend.height)
    return plot.bottom + (tellsValues ? .zero : leading + Self.gap)
  }

  /// From one bar's top to the next one's: more where a name has several lines, less where there are
  /// more than a page has room for.
  private func pitches(of names: [ChartText], slots: Int, within room: Length) -> [Length] {
    let usual =
      slots > 1 ? (look.style.barPitch * (slots + 1)).scaled(by: 0.62) : look.style.barPitch
    let wanted = names.map { max(usual, $0.height + .points(4)) }
    let sum = wanted.reduce(.zero, +)
    guard sum > room, sum > .zero else { return wanted }
    return max(room, .points(1)).divided(by: wanted.map(\.points))
  }

  /// How many bars have one name between them, where they stand closer than lines of words.
  private func nameStep(_ names: [ChartText], _ pitches: [Length]) -> Int {
    guard zip(names, pitches).contains(where: { $0.height > $1 }) else { return 1 }
    let highest = names.map(\.height).max() ?? .zero
    guard let least = pitches.min(), least > .zero else { return max(names.count, 1) }
    return max(1, (highest.units + least.units - 1) / least.units)
  }

  /// The number with most digits at an axis of bars.
  private func most(_ bars: BarNumbers) -> Amount {
    Amount(Int(min(max(bars.range.1, -bars.range.0).rounded(.up), 1e15)))
  }

  /// The axis of bars, its numbers so far apart that they are read.
  private func axis(of range: (Double, Double), in length: Length) -> Axis {
    var steps = Axis.steps(in: length, apart: leading * 3)
    while true {
      let axis = Axis(from: range.0, to: range.1, mostSteps: steps, numbers: chart.numbers)
      let room = length / max(axis.ticks.count - 1, 1)
      if steps == 1 || tickWidth(of: axis) + .points(6) <= room { return axis }
      steps -= 1
    }
  }

  /// Draws the bars of a category with their values; gives their rectangles.
  private mutating func draw(
    _ bars: BarNumbers, _ category: Int, from top: Length, pitch: Length, in plot: Plot
  ) -> [Rect] {
    let most = look.style.barPitch.scaled(by: look.style.barShare) * bars.slots
    let share = bars.slots > 1 ? 0.78 : look.style.barShare
    let group = min(pitch.scaled(by: share), bars.slots > 1 ? pitch : most)
    let start = top + (pitch - group) / 2
    var rects: [Rect] = []
    for bar in bars.categories[category] {
      let upper = start + Length(units: group.units * bar.slot / bars.slots)
      var lower = start + Length(units: group.units * (bar.slot + 1) / bars.slots)
      if bar.slot + 1 < bars.slots, lower - upper > .points(4) { lower = lower - Self.seam }
      var (near, far) = (plot.x(bar.from), plot.x(bar.to))
      let isUp = bar.to >= bar.from
      let half = Self.seam / 2
      if bar.isFollowed { far += isUp ? -half : half }
      if bar.isFollowing { near += isUp ? half : -half }
      guard let rect = Rect(around: [Point(x: near, y: upper), Point(x: far, y: lower)]),
        isUp == (far >= near) || near == far
      else { continue }
      pen.fill(from: rect.origin, to: Point(x: rect.right, y: rect.bottom), look.ink(bar.series))
      rects.append(rect)
      if chart.stacking != .grouped {
        writeInside(rect, bar)
      } else if group / bars.slots >= look.value.metrics.capHeight, leading <= pitch {
        let text = setter.set(bar.text, in: look.value)
        let y = (upper + lower) / 2 - middle(of: look.value)
        let x = isUp ? far + Self.valueGap : far - Self.valueGap
        pen.write(text, at: Point(x: x, y: y), isUp ? .left : .right)
      }
    }
    let far = bars.categories[category].map(\.to).max()
    if let sum = bars.sums[category], leading <= pitch, let far {
      let y = top + pitch / 2 - middle(of: look.value)
      pen.write(
        setter.set(sum, in: look.value), at: Point(x: plot.x(far) + Self.valueGap, y: y))
    }
    return rects
  }

  /// Draws the axis of bars: its numbers under them, a thin line at each.
  private mutating func drawGrid(of plot: Plot) {
    for tick in plot.axis.ticks {
      let x = plot.x(tick.value)
      pen.rule(from: Point(x: x, y: plot.top), to: Point(x: x, y: plot.bottom), look.style.grid)
      let text = setter.set(tick.text, in: look.label)
      let half = text.width / 2
      pen.write(
        text, at: Point(x: min(max(x, half), width - half), y: plot.bottom + Self.gap), .centre)
    }
  }

  /// Between a bar's end and its value.
  private static let valueGap = Length.points(3.5)

  /// The words of levels, each beside the unit and the others above the bars; nil where there is not
  /// room for them all.
  private func levelTexts() -> [ChartText]? {
    let texts = chart.levels.map { level in
      setter.set([(level.name, look.label), (text(level.amount), look.value)])
    }
    let extents = texts.map { $0.width + .points(8) }
    let unit = setter.width(of: chart.unit, in: look.label) + .points(8)
    return extents.reduce(unit, +) <= width ? texts : nil
  }

  /// Draws the lines of levels down through the bars, with their words above them.
  private mutating func drawLevels(
    of plot: Plot, over bars: [Rect], texts: [ChartText], top: Length
  ) {
    let places = chart.levels.map { plot.x($0.amount.approximate) }
    let unit = setter.width(of: chart.unit, in: look.label) + .points(8)
    let starts = spread(
      Array(places.prefix(texts.count)), extents: texts.map { $0.width + .points(8) },
      within: min(unit, width)..<max(width, unit))
    for (index, level) in chart.levels.enumerated() {
      drawLevel(
        from: Point(x: places[index], y: plot.top), to: Point(x: places[index], y: plot.bottom),
        isTarget: level == chart.target, over: bars)
      if let starts, index < texts.count {
        pen.write(texts[index], at: Point(x: starts[index] + .points(4), y: top))
      }
    }
  }
}
