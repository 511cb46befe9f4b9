import Diagnostics
import Geometry
import Input
import Typography

/// Reads a theme's file into a style sheet.
struct ThemeReader: KeywordReading {
  /// What may stand in a theme's file.
  static let keywords = [
    "description", "extends", "kinds", "colours", "page", "pages", "numbers", "symbols", "styles",
    "tables",
    "list", "headings", "figures", "charts", "miniatures", "leader", "badge", "marks", "cover",
    "logotype",
    "hyphenation",
  ]

  var diagnostics: [Diagnostic] = []
  /// The named colours, and their names in order.
  var colours: [String: Colour] = [:]
  var colourNames: [String] = []
  /// The paragraph styles as they are written, and those read so far.
  var styleSources: [Map.Entry] = []
  var styles: [String: ParagraphStyle] = [:]
  /// The styles that reading has begun with.
  var begun: Set<String> = []
  var faces: [Theme.Face] = []
  /// The pictures of the theme's own on the cover, by their slots.
  var pictures: [Theme.OwnPicture] = []

  /// Reads the whole theme.
  mutating func read(_ value: Value) -> Theme? {
    guard let map = map(value, of: "theme.yaml", known: Self.keywords) else { return nil }
    for key in ["page", "styles", "tables"] where map[key] == nil {
      report(.missingKeyword(key, in: "theme.yaml", at: value.place))
    }
    readColours(map["colours"])
    guard let page = map["page"].flatMap({ readPage($0) }) else { return nil }
    readStyles(map["styles"])
    let tables = readTables(map["tables"])
    let ink = styles["body"]?.text.colour ?? .black
    var sheet = StyleSheet(
      page: page, styles: styles, tables: tables, list: readList(map["list"]),
      leader: readLeader(map["leader"], ink: ink), badge: readBadge(map["badge"]),
      cover: readCover(map["cover"], paper: page.paper),
      paging: readPaging(map["pages"], gutter: page.gutter, ink: ink))
    sheet.marks = readMarks(map["marks"])
    let logotype = map["logotype"].flatMap { readLogotype($0) }
    sheet.logotype = logotype?.place
    sheet.headings = readHeadings(map["headings"])
    sheet.figures = readFigures(map["figures"])
    sheet.charts = readCharts(map["charts"])
    sheet.miniatures = readMiniatures(map["miniatures"])
    if let symbols = map["symbols"] { sheet.symbolFamily = word(symbols, of: "symbols")?.text }
    if let numbers = map["numbers"] { sheet.digitGroupSeparator = readNumbers(numbers) }
    if !diagnostics.hasErrors { checkContrast(sheet, cover: map["cover"]) }
    return Theme(
      sheet: sheet, faces: faces, pictures: pictures, logotype: logotype?.picture,
      hyphenation: readWords(map["hyphenation"], of: "hyphenation"))
  }

  /// A list of words, or one alone.
  private mutating func readWords(_ value: Value?, of key: String) -> [Scalar] {
    guard let value else { return [] }
    var words: [Scalar] = []
    for item in value.list ?? [value] { if let word = word(item, of: key) { words.append(word) } }
    return words
  }

  private mutating func readColours(_ value: Value?) {
    guard let value else { return }
    guard let map = value.map else {
      report(
        .wrongValue(
          of: "colours", wanted: .described(sv: "färger med namn", en: "named colours"),
          found: value))
      return
    }
    for entry in map.entries {
      colourNames.append(entry.key)
      colours[entry.key] = colour(entry.value, of: entry.key)
    }
  }

  // MARK: The page

  private mutating func readPage(_ value: Value) -> PageGeometry? {
    let known = [
      "paper", "width", "height", "margins", "column", "gutter", "head-baseline", "foot-baseline",
    ]
    guard let map = map(value, of: "page", known: known) else { return nil }
    for key in ["margins", "head-baseline", "foot-baseline"] where map[key] == nil {
      report(.missingKeyword(key, in: "page", at: value.place))
    }
    var paper = PaperSize.a4.size
    if let name = map["paper"] {
      guard let size: PaperSize = choice(name, of: "paper") else { return nil }
      paper = size.size
    }
    if let width = map["width"] { paper.width = length(width, of: "width") ?? paper.width }
    if let height = map["height"] { paper.height = length(height, of: "height") ?? paper.height }
    let margins = map["margins"].flatMap { readMargins($0) }
    let head = map["head-baseline"].flatMap { length($0, of: "head-baseline") }
    let foot = map["foot-baseline"].flatMap { length($0, of: "foot-baseline") }
    guard let margins, let head, let foot else { return nil }
    let measure = paper.width - margins.insets.left - margins.insets.right
    var page = PageGeometry(
      paper: paper, margins: margins.insets, isMirrored: margins.areMirrored, column: measure,
      gutter: .zero, headBaseline: head, footBaseline: foot)
    if let column = map["column"], column.scalar?.text != "full" {
      page.column = length(column, of: "column") ?? measure
    }
    if let gutter = map["gutter"] { page.gutter = length(gutter, of: "gutter") ?? .zero }
    let least = Length.points(36)
    if page.column > measure || page.column < least || page.textArea.size.height < least {
      report(.noRoom(column: page.column, measure: measure, at: value.place))
    }
    return page
  }

  /// Reads margins: those named `inside` and `outside` stand before `left` and `right`, and change
  /// sides on left-hand pages.
  private mutating func readMargins(_ value: Value) -> (insets: Insets, areMirrored: Bool)? {
    let sides = ["inside", "outside"]
    guard var insets = insets(value, of: "margins", from: .none, besides: sides) else { return nil }
    guard let map = value.map, sides.contains(where: { map[$0] != nil }) else {
      return (insets, false)
    }
    if let inside = map["inside"] { insets.left = length(inside, of: "inside") ?? insets.left }
    if let outside = map["outside"] {
      insets.right = length(outside, of: "outside") ?? insets.right
    }
    return (insets, true)
  }

  private mutating func readNumbers(_ value: Value) -> Character {
    let key = "group-separator"
    guard let map = map(value, of: "numbers", known: [key]), let written = map[key] else {
      return "\u{202F}"
    }
    let separator: GroupSeparator? = choice(written, of: key)
    return separator == .space ? "\u{A0}" : "\u{202F}"
  }

  private enum GroupSeparator: String, CaseIterable {
    case narrow, space
  }

  // MARK: Leaders, badges

  private mutating func readLeader(_ value: Value?, ink: Colour) -> LeaderStyle {
    var style = LeaderStyle(pattern: ".", pitch: .points(5), colour: ink)
    guard let value, let map = map(value, of: "leader", known: ["pattern", "pitch", "colour"])
    else { return style }
    if let pattern = map["pattern"] {
      style.pattern = word(pattern, of: "pattern")?.text ?? style.pattern
    }
    if let pitch = map["pitch"] { style.pitch = length(pitch, of: "pitch") ?? style.pitch }
    if style.pitch <= .zero {
      style.pitch = .points(5)
      if let pitch = map["pitch"] { report(.notOverZero("pitch", at: pitch.place)) }
    }
    if let ink = map["colour"] { style.colour = colour(ink, of: "colour") ?? style.colour }
    return style
  }

  private mutating func readBadge(_ value: Value?) -> BadgeStyle {
    var style = BadgeStyle(
      fill: Colour(red: 230, green: 230, blue: 230), padding: .points(3), radius: .points(2),
      gap: .points(4))
    let known = ["fill", "padding", "radius", "gap"]
    guard let value, let map = map(value, of: "badge", known: known) else { return style }
    if let fill = map["fill"] { style.fill = colour(fill, of: "fill") ?? style.fill }
    if let room = map["padding"] { style.padding = length(room, of: "padding") ?? style.padding }
    if let radius = map["radius"] { style.radius = length(radius, of: "radius") ?? style.radius }
    if let gap = map["gap"] { style.gap = length(gap, of: "gap") ?? style.gap }
    return style
  }

  /// Reads the status marks, each under the name that templates give as a badge's style.
  private mutating func readMarks(_ value: Value?) -> [String: StatusMark] {
    guard let value else { return [:] }
    guard let names = value.map else {
      report(
        .wrongValue(
          of: "marks", wanted: .described(sv: "märken med namn", en: "named marks"), found: value))
      return [:]
    }
    var marks: [String: StatusMark] = [:]
    for entry in names.entries {
      guard let map = map(entry.value, of: entry.key, known: ["shape", "colour"]) else { continue }
      for key in ["shape", "colour"] where map[key] == nil {
        report(.missingKeyword(key, in: entry.key, at: entry.keyPlace))
      }
      guard let form = map["shape"], let tone = map["colour"],
        let shape: StatusMark.Shape = choice(form, of: "shape"),
        let ink = colour(tone, of: "colour")
      else { continue }
      marks[entry.key] = StatusMark(shape: shape, colour: ink)
    }
    return marks
  }
}

extension Diagnostic {
  fileprivate static func noRoom(column: Length, measure: Length, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongKeywordValue,
      Message(
        sv: "spalten på \(column) pt och marginalerna ryms inte på papperet: "
          + "mellan marginalerna är det \(measure) pt",
        en: "the column of \(column) pt and the margins have no room on the paper: "
          + "there are \(measure) pt between the margins"), at: place)
  }

  fileprivate static func notOverZero(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongKeywordValue,
      Message(sv: "'\(key)' ska vara större än noll", en: "'\(key)' should be more than nothing"),
      at: place)
  }
}
