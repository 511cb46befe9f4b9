public import Swedish

extension Chart {
  /// The most values that the words for those who do not see the chart list one by one.
  ///
  /// Beyond that a list is no longer listened to; the table below the chart is what gives them.
  public static let mostSpokenValues = 24

  /// What the chart shows, in words, for those who do not see it: what kind it is and of what, how
  /// far it reaches, where each series begins and ends and what it is held against.
  ///
  /// A chart that hides its table lists its values, as long as they are not too many.
  ///
  /// - Parameter title: What the chart is called, as in its caption; empty for nothing.
  /// - Returns: Sentences in the document's language.
  public func words(titled title: String) -> String {
    let words = ChartWords(chart: self)
    var subject = title.trimmedOfStops
    if subject.isEmpty, series.count == 1 { subject = series[0].name }
    var opening = kind == .sparkline ? "" : words.kind
    if !subject.isEmpty { opening += (opening.isEmpty ? "" : ": ") + subject }
    if kind != .share, categories.count > 1 {
      opening += (opening.isEmpty ? "" : ", ") + words.extent
    }
    var sentences: [String] = []
    let count = series.reduce(0) { $0 + $1.values.count }
    let lists =
      kind == .share || kind != .sparkline && dataTable == .hidden && count <= Self.mostSpokenValues
    if series.count == 1 {
      let said = lists && kind != .line ? words.list(of: series[0]) : words.course(of: series[0])
      sentences.append([opening, said].filter { !$0.isEmpty }.joined(separator: ", "))
      if lists, kind == .line, categories.count > 2 { sentences.append(words.list(of: series[0])) }
    } else {
      sentences.append(opening)
      for one in series {
        let said = lists ? words.list(of: one) : words.course(of: one)
        sentences.append(one.name.isEmpty ? said : "\(one.name): \(said)")
      }
    }
    if !levels.isEmpty {
      let said = levels.map { "\($0.name) \(words.text($0.amount))" }
      if series.count == 1 {
        for level in said { sentences[0] += ", " + level.withSmallInitial }
      } else {
        sentences += said
      }
    }
    return sentences.map(\.asSentence).joined(separator: " ")
  }
}

/// The words for one chart.
private struct ChartWords {
  let chart: Chart

  private var isSwedish: Bool { chart.isSwedish }

  var kind: String {
    switch chart.kind {
    case .line, .sparkline: isSwedish ? "Linjediagram" : "Line chart"
    case .columns, .bars: isSwedish ? "Stapeldiagram" : "Bar chart"
    case .share: isSwedish ? "Andelsstapel" : "Share bar"
    }
  }

  /// A number with the signs that are read out right: a comma in English would part two numbers.
  func text(_ amount: Amount) -> String {
    let text = amount.text(chart.numbers)
    return isSwedish ? text : String(text.map { $0 == "," ? "." : $0 })
  }

  /// The unit after a number, as it is spoken.
  private var unit: String {
    switch chart.unit {
    case "": ""
    case "%": isSwedish ? " procent" : " per cent"
    default: " " + chart.unit
    }
  }

  /// How many categories there are, and from which to which they go.
  var extent: String {
    let categories = chart.categories
    let count = categories.count
    let noun =
      if categories.allSatisfy(\.isYear) {
        isSwedish ? "år" : "years"
      } else if categories.allSatisfy(\.isMonth) {
        isSwedish ? "månader" : "months"
      } else {
        isSwedish ? "värden" : "values"
      }
    let isCourse =
      chart.kind == .line || chart.kind == .sparkline || categories.allSatisfy(\.isYear)
      || categories.allSatisfy(\.isMonth)
    guard isCourse, let first = categories.first, let last = categories.last, !first.isEmpty,
      !last.isEmpty, first != last
    else { return "\(count) \(noun)" }
    return "\(count) \(noun) (\(first) \(isSwedish ? "till" : "to") \(last))"
  }

  /// Where a series begins and ends, and its extremes between.
  func course(of series: Chart.Series) -> String {
    let known = series.values.indices.filter { series.values[$0] != nil }
    guard let first = known.first, let last = known.last, let start = series.values[first],
      let end = series.values[last]
    else { return isSwedish ? "uppgifter saknas" : "no values" }
    var said =
      first == last
      ? text(end) + unit
      : isSwedish
        ? "från \(text(start)) till \(text(end))\(unit)"
        : "from \(text(start)) to \(text(end))\(unit)"
    let values = known.compactMap { series.values[$0] }
    if let least = values.min(), let most = values.max(), known.count > 2 {
      if most != start, most != end {
        said += isSwedish ? ", högst \(text(most))" : ", at most \(text(most))"
      }
      if least != start, least != end {
        said += isSwedish ? ", lägst \(text(least))" : ", at least \(text(least))"
      }
    }
    let missing = series.values.count - known.count
    if missing > 0 {
      said += isSwedish ? ", uppgift saknas för \(missing)" : ", \(missing) missing"
    }
    return said
  }

  /// The values of a series one by one.
  func list(of series: Chart.Series) -> String {
    let shares = chart.kind == .share ? series.shares : []
    let first = series.values.firstIndex { $0 != nil }
    let said = zip(chart.categories, series.values).enumerated().map { index, pair in
      let (category, value) = pair
      var number = value.map { text($0) } ?? (isSwedish ? "uppgift saknas" : "missing")
      // What the values are counted in is said once.
      if index == first, chart.kind != .share { number += unit }
      if shares.indices.contains(index), let share = shares[index] {
        let percent = isSwedish ? "procent" : "per cent"
        number +=
          chart.unit == "%" ? " \(percent)" : "\(unit), \(share) \(percent)"
      }
      return category.isEmpty ? number : "\(category) \(number)"
    }
    return said.joined(separator: "; ")
  }
}

extension Chart.Series {
  /// What share of the whole each value is, in whole hundredths that add up to 100; nil for one that
  /// is missing, and for all where there is no whole.
  ///
  /// What rounding leaves over goes to the values that lost most by it.
  public var shares: [Int?] {
    let known = values.map { $0.map(\.approximate) }
    let whole = known.compactMap(\.self).reduce(0, +)
    guard whole > 0 else { return values.map { _ in nil } }
    let exact = known.map { $0.map { $0 / whole * 100 } }
    var shares = exact.map { $0.map { Int($0.rounded(.down)) } }
    let rest = 100 - shares.compactMap(\.self).reduce(0, +)
    func loss(_ index: Int) -> Double {
      guard let value = exact[index], let share = shares[index] else { return -1 }
      return value - Double(share)
    }
    let order = values.indices.sorted { (loss($0), $1) > (loss($1), $0) }
    for index in order.prefix(max(rest, 0)) { shares[index]? += 1 }
    return shares
  }
}

extension Amount {
  /// The number as near as a ratio of lengths needs it; never printed.
  public var approximate: Double {
    var value = Double(coefficient)
    for _ in 0..<scale { value /= 10 }
    return value
  }
}

extension String {
  /// Whether it is a year.
  fileprivate var isYear: Bool {
    utf8.count == 4 && utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether it names a month, with a year after it or not.
  fileprivate var isMonth: Bool {
    let word = lowercased().prefix { $0.isLetter }
    return Self.months.contains { $0.hasPrefix(word) } && word.count >= 3
  }

  private static let months = [
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
    "oktober", "november", "december", "january", "february", "march", "may", "june", "july",
    "august", "october",
  ]

  fileprivate var trimmedOfStops: String {
    var text = self
    while let last = text.last, last == "." || last == ":" || last.isWhitespace {
      text.removeLast()
    }
    return text
  }

  fileprivate var withSmallInitial: String {
    guard let first, dropFirst().first?.isUppercase != true else { return self }
    return first.lowercased() + dropFirst()
  }

  /// The text with a full stop.
  fileprivate var asSentence: String { isEmpty || hasSuffix(".") ? self : self + "." }
}
