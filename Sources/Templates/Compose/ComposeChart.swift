import Diagnostics
import Geometry
import Input
import Manuscript
import Swedish

extension Composer {
  /// Adds a chart, unless it has no categories or no series; its table after it where it is to stand
  /// below.
  mutating func add(_ step: ChartStep, _ frames: [Frame]) {
    var units: [String] = []
    guard let (read, places) = readPoints(of: step, frames, &units), !read.categories.isEmpty,
      !read.series.isEmpty
    else { return }
    var chart = read
    let place = places.joined().first { $0 != .none } ?? step.place
    guard !chart.isBlank else {
      diagnostics.append(.chartWithoutValues(at: place))
      return
    }
    readLook(of: step, frames, into: &chart)
    chart.unit =
      step.unit.flatMap { richText($0, frames, .cell)?.text } ?? units.first ?? ""
    chart.target = levels(of: step.targets, .target, frames).first
    chart.limits = levels(of: step.limits, .limit, frames)
    guard isWhole(chart, places) else { return }

    var figure = Figure(.chart(chart), alternate: "", place: place)
    figure.caption = step.caption.flatMap { richText($0, frames, .cell) }
    figure.credit = step.credit.flatMap { richText($0, frames, .cell) }
    figure.alternate =
      step.alternate.flatMap { text($0, frames)?.text }
      ?? chart.words(titled: figure.caption?.text ?? "")
    if let width = step.width.flatMap({ text($0, frames) }) {
      figure.width = figureWidth(width) ?? .column
    }
    figure.mayFloat = isUp(step.mayFloat, frames) && chart.dataTable != .below
    figure.id = label(step.label, frames)
    if !step.isInCell, isUp(step.isNumbered, frames) { number(&figure) }
    blocks.append(.figure(figure))
    if chart.dataTable == .below, !step.isInCell {
      blocks.append(.table(chart.table(style: figure.width == .full ? "table" : "chart-data")))
    }
  }

  // MARK: Numbers

  /// The categories and series, with the place of each series' values.
  private mutating func readPoints(
    of step: ChartStep, _ frames: [Frame], _ units: inout [String]
  ) -> (Chart, [[Place]])? {
    var chart = Chart(
      kind: step.usualKind, categories: [], series: [], numbers: numbers,
      isSwedish: options.language.hasPrefix("sv"))
    var places: [[Place]] = []
    switch step.points {
    case .rows(let selection, let category):
      let rows = rows(of: selection, frames, keepsParents: false)
      for row in rows {
        chart.categories.append(
          category.flatMap { richText($0, row.frames, .cell)?.text } ?? "")
      }
      for series in step.series {
        guard case .pattern(let pattern) = series.values else { continue }
        let name = series.name.flatMap { richText($0, frames, .cell)?.text } ?? ""
        var read = Chart.Series(name: name, values: [])
        var found: [Place] = []
        for row in rows {
          let written = written(pattern, row.frames)
          found.append(written?.place ?? .none)
          read.values.append(amount(written, of: name, &units))
        }
        chart.series.append(read)
        places.append(found)
      }
    case .lists(let slot):
      guard let categories = slot.value(in: frames)?.list else { return nil }
      chart.categories = categories.map { value in
        value.scalar.map { normalised($0.text, $0.places, .cell).text } ?? ""
      }
      for series in step.series {
        let items = series.selection.map { rows(of: $0, frames, keepsParents: false).map(\.frames) }
        for frames in items ?? [frames] {
          addList(series, categories.count, frames, to: &chart, &places, &units)
        }
      }
    }
    return (chart, places)
  }

  /// Adds a series whose values are a list as long as that of the categories.
  private mutating func addList(
    _ series: ChartStep.Series, _ count: Int, _ frames: [Frame], to chart: inout Chart,
    _ places: inout [[Place]], _ units: inout [String]
  ) {
    guard case .list(let slot) = series.values, let value = slot.value(in: frames),
      let list = value.list
    else { return }
    let name = series.name.flatMap { richText($0, frames, .cell)?.text } ?? ""
    guard list.count == count else {
      diagnostics.append(.seriesLength(name, found: list.count, wanted: count, at: value.place))
      return
    }
    chart.series.append(
      Chart.Series(
        name: name,
        values: list.map { item in
          amount(item.scalar.map { Written($0, at: item.place) }, of: name, &units)
        }))
    places.append(list.map(\.place))
  }

  /// A value as the plan writes it.
  private struct Written {
    var text: String
    var notation: Amount.Notation
    var place: Place

    init(_ scalar: Scalar, at place: Place) {
      text = scalar.text.trimmingSpaces
      notation = scalar.style == .jsonNumber ? .json : .swedish
      self.place = place
    }
  }

  private func written(_ pattern: TextPattern, _ frames: [Frame]) -> Written? {
    if let single = pattern.single {
      guard let value = single.slot.value(in: frames) else { return nil }
      return value.scalar.map { Written($0, at: value.place) }
    }
    return text(pattern, frames, isPrinted: false).map {
      Written(Scalar($0.text, style: .plain, places: $0.places), at: $0.places.start)
    }
  }

  /// The number that was written; nil for one that is missing, and, with a finding, for what is none.
  private mutating func amount(
    _ written: Written?, of series: String, _ units: inout [String]
  ) -> Amount? {
    guard let written, !written.text.isBlank, MissingValue(written.text) == nil else { return nil }
    if let amount = Amount(written.text, notation: written.notation) { return amount }
    if let quantity = Quantity(written.text) {
      if !quantity.unit.isEmpty { units.append(quantity.unit) }
      return quantity.amount
    }
    diagnostics.append(.noNumber(written.text, of: series, at: written.place))
    return nil
  }

  /// The levels that patterns say; of a målvärde in words only what is a number can be drawn.
  private mutating func levels(
    of steps: [ChartStep.Level], _ usual: PrintedWords.Key, _ frames: [Frame]
  ) -> [Chart.Level] {
    var levels: [Chart.Level] = []
    for step in steps {
      let items = step.selection.map { rows(of: $0, frames, keepsParents: false).map(\.frames) }
      for frames in items ?? [frames] {
        guard let written = written(step.value, frames), !written.text.isBlank else { continue }
        let name = step.name.flatMap { richText($0, frames, .cell)?.text } ?? word(usual)
        if let amount = Amount(written.text, notation: written.notation)
          ?? TargetValue(written.text).amount
        {
          levels.append(Chart.Level(name: name, amount: amount))
        } else if usual == .limit {
          diagnostics.append(.noNumber(written.text, of: name, at: written.place))
        }
      }
    }
    return levels
  }
}

// MARK: - Look

extension Composer {
  /// How high lines and columns in a cell are that say nothing of it.
  private static let heightInCell = Length.millimetres(22)

  /// Reads how a chart is drawn; what makes no sense is told and left.
  private mutating func readLook(
    of step: ChartStep, _ frames: [Frame], into chart: inout Chart
  ) {
    if let kind: Chart.Kind = choice(step.kind, of: "kind", Chart.Kind.words, frames) {
      chart.kind = kind
    }
    if let stacking: Chart.Stacking = choice(
      step.stacking, of: "stacking", Chart.Stacking.words, frames)
    {
      chart.stacking = stacking
    }
    if let data: Chart.DataTable = choice(step.data, of: "data", Chart.DataTable.words, frames) {
      chart.dataTable = data
    }
    chart.startsAtZero = step.startsAtZero.flatMap { flag in
      // A field that the plan does not write leaves it to the chart.
      if case .field(let slot) = flag, slot.scalar(in: frames) == nil { return nil }
      return isUp(flag, frames)
    }
    guard let height = step.height.flatMap({ text($0, frames) }) else {
      if step.isInCell, chart.kind == .line || chart.kind == .columns {
        chart.height = Self.heightInCell
      }
      return
    }
    if let length = Length(measure: height.text), length > .zero {
      chart.height = length
    } else {
      diagnostics.append(
        .wrongChartWord("height", ["60 mm"], found: height.text, at: height.places.start))
    }
  }

  /// A word out of those that templates and plans write.
  private mutating func choice<Choice>(
    _ pattern: TextPattern?, of key: String, _ words: [(String, Choice)], _ frames: [Frame]
  ) -> Choice? {
    guard let text = pattern.flatMap({ text($0, frames) }) else { return nil }
    if let known = words.first(where: { $0.0 == text.text }) { return known.1 }
    diagnostics.append(
      .wrongChartWord(key, words.map(\.0), found: text.text, at: text.places.start))
    return nil
  }

  /// Whether the values can be parts of a whole where they are drawn as such.
  private mutating func isWhole(_ chart: Chart, _ places: [[Place]]) -> Bool {
    guard chart.kind == .share || chart.stacking == .full else { return true }
    for (series, found) in zip(chart.series, places) {
      for (value, place) in zip(series.values, found) where value?.isNegative == true {
        diagnostics.append(.negativeShare(value?.text(numbers) ?? "", at: place))
        return false
      }
    }
    return true
  }
}

extension Chart.Kind {
  fileprivate static let words: [(String, Chart.Kind)] =
    allCases.map { ($0.rawValue, $0) } + [
      ("linje", .line), ("staplar", .columns), ("liggande", .bars), ("andelar", .share),
      ("minilinje", .sparkline),
    ]
}

extension Chart.Stacking {
  fileprivate static let words: [(String, Chart.Stacking)] =
    allCases.map { ($0.rawValue, $0) } + [
      ("bredvid", .grouped), ("staplat", .stacked), ("100 %", .full),
    ]
}

extension Chart.DataTable {
  fileprivate static let words: [(String, Chart.DataTable)] =
    allCases.map { ($0.rawValue, $0) } + [("under", .below), ("dold", .hidden), ("ingen", .none)]
}

extension TargetValue {
  /// The number of its first reading that has one.
  fileprivate var amount: Amount? {
    for reading in readings {
      switch reading.meaning {
      case .quantity(_, let quantity): return quantity.amount
      case .range(_, let to): return to.amount
      case .change, .direction, .comparison, .state, .missing, .words: continue
      }
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func noNumber(
    _ text: String, of series: String, at place: Place
  ) -> Diagnostic {
    let (sv, en) = series.isEmpty ? ("diagrammet", "the chart") : ("'\(series)'", "'\(series)'")
    return Diagnostic(
      .error, .chartValue,
      Message(
        sv: "'\(text)' är inget tal, och kan inte ritas i \(sv)",
        en: "'\(text)' is no number, and cannot be drawn in \(en)"),
      at: place == .none ? nil : place,
      fixes: [
        Fix(
          Message(
            sv: "skriv ett tal som 6,4, eller .. där värdet saknas",
            en: "write a number such as 6,4, or .. where the value is missing"))
      ])
  }

  fileprivate static func seriesLength(
    _ name: String, found: Int, wanted: Int, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, .chartSeriesLength,
      Message(
        sv: "serien '\(name)' har \(found) värden, men diagrammet har \(wanted) kategorier",
        en: "the series '\(name)' has \(found) values, but the chart has \(wanted) categories"),
      at: place,
      fixes: [
        Fix(
          Message(
            sv: "ge serien ett värde för varje kategori, .. där det saknas",
            en: "give the series a value for each category, .. where it is missing"))
      ])
  }

  fileprivate static func negativeShare(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .chartNegativeShare,
      Message(
        sv: "\(text) är under noll, och kan inte vara en del av ett helt",
        en: "\(text) is under nothing, and cannot be a part of a whole"),
      at: place == .none ? nil : place,
      fixes: [
        Fix(
          Message(
            sv: "rita värdena som staplar bredvid varandra i stället",
            en: "draw the values as bars beside one another instead"))
      ])
  }

  fileprivate static func chartWithoutValues(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, .chartWithoutValues,
      Message(
        sv: "diagrammet har inga värden, och ritas inte",
        en: "the chart has no values, and is not drawn"), at: place == .none ? nil : place)
  }

  fileprivate static func wrongChartWord(
    _ key: String, _ words: [String], found: String, at place: Place
  ) -> Diagnostic {
    let list = words.joined(separator: ", ")
    return Diagnostic(
      .error, .wrongChartValue,
      Message(
        sv: "'\(key)' i ett diagram ska vara något av \(list); fann '\(found)'",
        en: "'\(key)' of a chart should be one of \(list); found '\(found)'"),
      at: place == .none ? nil : place, fixes: .nearest(to: found, in: words))
  }
}
