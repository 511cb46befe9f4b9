import Diagnostics
import Geometry
import Input
import Typography

extension ThemeReader {
  private static let styleKeywords = [
    "like", "family", "weight", "italic", "size", "features", "figures", "initialisms", "colour",
    "rise", "tracking", "leading", "align", "span", "space-before", "space-after", "first-indent",
    "left-indent", "right-indent", "break-before", "run-in", "keep-with-next", "keep-together",
    "hyphenate", "hang", "balance", "expansion", "strong-weight", "rule-above", "rule-below",
    "fill", "bleed", "padding",
  ]

  /// Reads all paragraph styles; a style may be like one that stands further down.
  mutating func readStyles(_ value: Value?) {
    guard let value else { return }
    guard let map = value.map else {
      report(
        .wrongValue(
          of: "styles", wanted: .described(sv: "stilar med namn", en: "named styles"), found: value)
      )
      return
    }
    styleSources = map.entries
    styles.reserveCapacity(map.entries.count)
    begun.reserveCapacity(map.entries.count)
    if map["body"] == nil { report(.missingKeyword("body", in: "styles", at: value.place)) }
    for entry in map.entries { _ = style(entry.key, path: []) }
  }

  /// The name of a style that there is.
  mutating func styleName(_ value: Value) -> String? {
    guard let name = word(value, of: "style")?.text else { return nil }
    if styleSources.contains(where: { $0.key == name }) { return name }
    report(.unknownStyle(name, known: styleSources.map(\.key), at: value.place))
    return nil
  }

  /// A style by its name, read when it is first asked for.
  private mutating func style(_ name: String, path: [String]) -> ParagraphStyle? {
    if let style = styles[name] { return style }
    // What is wrong with a style is told once, however many are like it.
    guard begun.insert(name).inserted,
      let source = styleSources.first(where: { $0.key == name }),
      let map = map(source.value, of: name, known: Self.styleKeywords)
    else { return nil }
    var base: ParagraphStyle?
    if let like = map["like"] {
      guard let other = styleName(like) else { return nil }
      guard other != name, !path.contains(other) else {
        report(.circularStyle(other, at: like.place))
        return nil
      }
      base = style(other, path: path + [name])
      // What is wrong with the other has been told there.
      guard base != nil else { return nil }
    }
    guard let style = read(map, over: base, name: name, at: source.keyPlace) else { return nil }
    styles[name] = style
    let font = style.text.font
    if !faces.contains(where: {
      $0.family == font.family && $0.weight == font.weight && $0.isItalic == font.isItalic
    }) {
      let place = (map["family"] ?? map["weight"] ?? map["italic"])?.place ?? source.keyPlace
      faces.append(
        Theme.Face(
          family: font.family, weight: font.weight, isItalic: font.isItalic, place: place))
    }
    return style
  }

  private mutating func read(
    _ map: Map, over base: ParagraphStyle?, name: String, at place: Place
  ) -> ParagraphStyle? {
    var family = base?.text.font.family
    var size = base?.text.font.size
    var leading = base?.leading
    if let value = map["family"] { family = word(value, of: "family")?.text }
    if let value = map["size"] { size = length(value, of: "size") }
    if let value = map["leading"] { leading = length(value, of: "leading") }
    guard let family, let size, let leading else {
      for (key, isMissing) in [
        ("family", family == nil), ("size", size == nil), ("leading", leading == nil),
      ] where isMissing && map[key] == nil {
        report(.missingKeyword(key, in: name, at: place))
      }
      return nil
    }
    guard size > .zero, leading > .zero else {
      let key = size <= .zero ? "size" : "leading"
      report(
        .wrongValue(
          of: key, wanted: .described(sv: "större än noll", en: "more than nothing"),
          found: map[key] ?? Value(.null, at: place)))
      return nil
    }
    var style =
      base
      ?? ParagraphStyle(
        text: TextStyle(font: FontRequest(family: "", size: size)), leading: leading)
    style.text.font.family = family
    style.text.font.size = size
    style.leading = leading
    readText(map, into: &style)
    readSetting(map, into: &style)
    return style
  }

  /// Font, ink and tracking.
  private mutating func readText(_ map: Map, into style: inout ParagraphStyle) {
    if let value = map["weight"] {
      style.text.font.weight = weight(value, of: "weight") ?? style.text.font.weight
    }
    if let value = map["strong-weight"] {
      style.strongWeight = weight(value, of: "strong-weight") ?? style.strongWeight
    }
    if let value = map["italic"] {
      style.text.font.isItalic = boolean(value, of: "italic") ?? false
    }
    if let value = map["features"] {
      style.text.font.features = (value.list ?? [value]).compactMap { feature($0) }
    }
    if let value = map["figures"], let figures: Figures = choice(value, of: "figures") {
      style.text.font.features.removeAll(where: Figures.features.contains)
      style.text.font.features += figures.features
    }
    if let value = map["initialisms"], let kind: Initialisms = choice(value, of: "initialisms") {
      style.shrinksInitialisms = kind == .smallCapitals
    }
    if let value = map["colour"] {
      style.text.colour = colour(value, of: "colour") ?? style.text.colour
    }
    if let value = map["rise"] { style.text.rise = length(value, of: "rise") ?? .zero }
    if let value = map["tracking"] {
      style.text.font.tracking = length(value, of: "tracking") ?? .zero
    }
  }

  /// The figures of a text.
  private enum Figures: String, CaseIterable {
    case tabular, proportional
    case oldStyle = "old-style"

    /// The features that ask for them.
    var features: [String] {
      switch self {
      case .tabular: ["tnum", "lnum"]
      case .proportional: ["pnum", "lnum"]
      case .oldStyle: ["pnum", "onum"]
      }
    }

    /// The features that any of them ask for.
    static let features: Set<String> = ["tnum", "lnum", "pnum", "onum"]
  }

  /// How initialisms are set.
  private enum Initialisms: String, CaseIterable {
    case capitals
    case smallCapitals = "small-capitals"
  }

  /// How lines stand, and what is around them.
  private mutating func readSetting(_ map: Map, into style: inout ParagraphStyle) {
    if let value = map["align"] { style.alignment = choice(value, of: "align") ?? style.alignment }
    if let value = map["span"] { style.span = choice(value, of: "span") ?? style.span }
    set(&style.spaceBefore, to: "space-before", of: map)
    set(&style.spaceAfter, to: "space-after", of: map)
    set(&style.firstIndent, to: "first-indent", of: map)
    set(&style.leftIndent, to: "left-indent", of: map)
    set(&style.rightIndent, to: "right-indent", of: map)
    if let value = map["run-in"] { style.runsIn = boolean(value, of: "run-in") ?? false }
    if let value = map["hyphenate"] { style.hyphenates = boolean(value, of: "hyphenate") ?? false }
    if let value = map["hang"] { style.hangs = boolean(value, of: "hang") ?? false }
    if let value = map["balance"] { style.balances = boolean(value, of: "balance") ?? false }
    if let value = map["break-before"] {
      style.opening = choice(value, of: "break-before") ?? style.opening
    }
    if let value = map["keep-with-next"] {
      (style.keepsWithNext, style.prefersNext) = keep(value, of: "keep-with-next")
    }
    if let value = map["keep-together"] {
      (style.keepsTogether, style.prefersWhole) = keep(value, of: "keep-together")
    }
    if let value = map["expansion"] {
      style.expansion = expansion(value) ?? style.expansion
    }
    set(&style.ruleAbove, to: "rule-above", of: map)
    set(&style.ruleBelow, to: "rule-below", of: map)
    set(&style.fill, to: "fill", of: map)
    if let value = map["bleed"] { style.bleeds = boolean(value, of: "bleed") ?? false }
    if let value = map["padding"] {
      style.padding = insets(value, of: "padding", from: style.padding) ?? .none
    }
  }

  /// Whether lines are kept together: `true`, `weak` or `false`.
  private mutating func keep(_ value: Value, of key: String) -> (Bool, Bool) {
    let keep: Keep? = choice(value, of: key)
    return (keep == .true, keep == .weak)
  }

  private enum Keep: String, CaseIterable {
    case `true`, weak, `false`
  }

  /// How much letters may be widened: `1.5 %`, at most five.
  private mutating func expansion(_ value: Value) -> Double? {
    if let text = value.scalar?.text, text.hasSuffix("%"),
      let number = Double(text.dropLast().filter { $0 != " " }), (0...5).contains(number)
    {
      return number / 100
    }
    report(
      .wrongValue(
        of: "expansion",
        wanted: .described(
          sv: "procent från 0 till 5, som '1.5 %'", en: "percent from 0 to 5, such as '1.5 %'"),
        found: value))
    return nil
  }

  private mutating func weight(_ value: Value, of key: String) -> Int? {
    integer(value, of: key, in: 100...900)
  }

  /// An OpenType feature: four letters, and `=` with a number after them or not.
  private mutating func feature(_ value: Value) -> String? {
    guard let text = word(value, of: "features")?.text else { return nil }
    let parts = text.utf8.split(separator: UInt8(ascii: "="), omittingEmptySubsequences: false)
    let isTag = parts[0].count == 4 && parts[0].allSatisfy(\.mayStandInTag)
    if isTag, parts.count == 1 || parts.count == 2 && UInt8(Substring(parts[1])) != nil {
      return text
    }
    report(
      .wrongValue(
        of: "features",
        wanted: .described(
          sv: "OpenType-egenskaper som tnum eller liga=0",
          en: "OpenType features such as tnum or liga=0"), found: value))
    return nil
  }

  // MARK: Tables

  private static let tableKeywords = [
    "like", "span", "padding", "flush", "rule-top", "rule-head", "rule-span", "rule-row",
    "rule-sum", "rule-bottom", "rule-break", "head-fill", "group-fill", "zebra-fill",
    "space-before", "space-after", "part-indent", "fill-measure", "hang-badges", "notes",
  ]

  /// Reads the table styles; one may be like another that stands before it.
  mutating func readTables(_ value: Value?) -> [String: TableStyle] {
    guard let value else { return [:] }
    guard let map = value.map else {
      report(
        .wrongValue(
          of: "tables", wanted: .described(sv: "tabellstilar med namn", en: "named table styles"),
          found: value))
      return [:]
    }
    var tables: [String: TableStyle] = [:]
    for entry in map.entries {
      guard let keys = self.map(entry.value, of: entry.key, known: Self.tableKeywords) else {
        continue
      }
      var style = TableStyle(padding: .none)
      if let like = keys["like"], let name = word(like, of: "like")?.text {
        if let other = tables[name] {
          style = other
        } else {
          let known = map.entries.map(\.key).filter { tables[$0] != nil }
          report(.unknownStyle(name, known: known, at: like.place))
        }
      }
      read(keys, into: &style)
      tables[entry.key] = style
    }
    if map["table"] == nil { report(.missingKeyword("table", in: "tables", at: value.place)) }
    return tables
  }

  private mutating func read(_ map: Map, into style: inout TableStyle) {
    if let value = map["span"] { style.span = choice(value, of: "span") ?? style.span }
    if let value = map["padding"] {
      style.padding = insets(value, of: "padding", from: style.padding) ?? .none
    }
    if let value = map["flush"] { style.isFlush = boolean(value, of: "flush") ?? style.isFlush }
    if let value = map["hang-badges"] {
      style.hangsBadges = boolean(value, of: "hang-badges") ?? style.hangsBadges
    }
    if let value = map["fill-measure"] {
      style.fillsMeasure = boolean(value, of: "fill-measure") ?? style.fillsMeasure
    }
    if let value = map["notes"] {
      if let place = value.scalar.flatMap({ NotePlace(words: $0.text) }) {
        style.notesAtFoot = place == .foot
      } else {
        report(.wrongValue(of: "notes", wanted: .choice(NotePlace.templateWords), found: value))
      }
    }
    set(&style.ruleTop, to: "rule-top", of: map)
    set(&style.ruleHead, to: "rule-head", of: map)
    set(&style.ruleSpan, to: "rule-span", of: map)
    set(&style.ruleRow, to: "rule-row", of: map)
    set(&style.ruleSum, to: "rule-sum", of: map)
    set(&style.ruleBottom, to: "rule-bottom", of: map)
    // A page's end closes a table as its own end does, unless the theme says otherwise.
    if map["rule-bottom"] != nil { style.ruleBreak = style.ruleBottom }
    set(&style.ruleBreak, to: "rule-break", of: map)
    set(&style.headFill, to: "head-fill", of: map)
    set(&style.groupFill, to: "group-fill", of: map)
    set(&style.zebraFill, to: "zebra-fill", of: map)
    set(&style.spaceBefore, to: "space-before", of: map)
    set(&style.spaceAfter, to: "space-after", of: map)
    set(&style.partIndent, to: "part-indent", of: map)
  }
}

extension UInt8 {
  /// Whether it is an ASCII letter or digit, as OpenType's names of features have.
  fileprivate var mayStandInTag: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownStyle(
    _ name: String, known: [String], at place: Place
  ) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .error, .missingStyle,
      Message(
        sv: "okänd stil '\(name)'; det finns \(list)",
        en: "unknown style '\(name)'; there are \(list)"),
      at: place, endColumn: Int(place.column) + name.unicodeScalars.count,
      fixes: .nearest(to: name, in: known))
  }

  fileprivate static func circularStyle(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongKeywordValue,
      Message(
        sv: "stilen '\(name)' är i sin tur lik denna stil",
        en: "the style '\(name)' is like this style in its turn"), at: place)
  }
}
