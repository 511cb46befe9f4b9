/// Prints diagnostics for people: `plan.yaml:14:9: fel: …`, the source line, what to do.
///
///     plan.yaml:14:9: fel: okänd nyckel 'målvarde' i mätetal [unknown-key]
///       14 |         målvarde: 80 %
///          |         ^~~~~~~~
///       menade du 'målvärde'?
public struct TextRenderer: Sendable {
  /// The language of the messages.
  public var language: MessageLanguage
  /// Whether to colour with a terminal's escape codes.
  public var usesColour: Bool
  /// How many cells a source line may take.
  public var width: Int

  /// A renderer in a language.
  public init(language: MessageLanguage = .swedish, usesColour: Bool = false, width: Int = 100) {
    self.language = language
    self.usesColour = usesColour
    self.width = width
  }

  /// Prints diagnostics in the order given, each ending with a line break.
  public func render(_ diagnostics: some Sequence<Diagnostic>, sources: SourceSet) -> String {
    var lines = LineCache(sources: sources)
    var result = ""
    for diagnostic in diagnostics { write(diagnostic, &lines, into: &result) }
    return result
  }

  /// Prints one diagnostic, ending with a line break.
  public func render(_ diagnostic: Diagnostic, sources: SourceSet) -> String {
    render(CollectionOfOne(diagnostic), sources: sources)
  }

  private func write(
    _ diagnostic: Diagnostic, _ lines: inout LineCache, into result: inout String
  ) {
    let style = Style(diagnostic.severity)
    result += head(diagnostic.place, lines.sources)
    result += painted(word(for: diagnostic.severity) + ":", style)
    result += " " + diagnostic.message.text(in: language).shown
    if let page = diagnostic.page {
      result += language == .swedish ? " (sida \(page))" : " (page \(page))"
    }
    let rule = diagnostic.rule.map { " " + $0 } ?? ""
    result += " [\(diagnostic.code.rawValue)\(rule)]\n"
    if let place = diagnostic.place {
      excerpt(place, endColumn: diagnostic.endColumn, style, &lines, into: &result)
    }
    for fix in diagnostic.fixes {
      result += "  " + text(of: fix).shown + "\n"
    }
    for note in diagnostic.notes {
      guard let place = note.place, place != .none else {
        result += "  " + note.message.text(in: language).shown + "\n"
        continue
      }
      result += head(place, lines.sources) + painted(word(for: .note) + ":", .note)
      result += " " + note.message.text(in: language).shown + "\n"
      excerpt(place, endColumn: nil, .note, &lines, into: &result)
    }
  }

  /// `plan.yaml:14:9: ` or `budget.xlsx[Bilaga 2!C7]: `, as much of it as is known.
  private func head(_ place: Place?, _ sources: SourceSet) -> String {
    guard let place, let file = sources[place.file] else { return "" }
    return (file.path + file.position(of: place)).shown + ": "
  }

  private func text(of fix: Diagnostic.Fix) -> String {
    let message = fix.message.text(in: language)
    // A colon or blanks alone are told better by the words.
    guard let replacement = fix.replacement, !message.contains(replacement),
      !replacement.contains("\n"), replacement.contains(where: { $0.isLetter || $0.isNumber })
    else { return message }
    return "\(message): \(replacement)"
  }

  private func excerpt(
    _ place: Place, endColumn: Int?, _ style: Style, _ lines: inout LineCache,
    into result: inout String
  ) {
    guard let excerpt = lines.excerpt(at: place, endColumn: endColumn, width: width) else { return }
    let number = "\(place.line)"
    let blank = String(repeating: " ", count: number.count)
    result += "  \(number) | \(excerpt.line)\n"
    let spaces = excerpt.marker.prefix { $0 == " " }
    result += "  \(blank) | \(spaces)"
    result += painted(String(excerpt.marker.dropFirst(spaces.count)), style) + "\n"
  }

  private func word(for severity: Diagnostic.Severity) -> String {
    switch (severity, language) {
    case (.error, .swedish): "fel"
    case (.warning, .swedish): "varning"
    case (.note, .swedish): "anmärkning"
    case (.error, .english): "error"
    case (.warning, .english): "warning"
    case (.note, .english): "note"
    }
  }

  /// A colour by what it stands for.
  private enum Style: String {
    case error = "1;31"
    case warning = "1;35"
    case note = "1;36"

    init(_ severity: Diagnostic.Severity) {
      switch severity {
      case .error: self = .error
      case .warning: self = .warning
      case .note: self = .note
      }
    }
  }

  private func painted(_ text: String, _ style: Style) -> String {
    usesColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// The lines of files that were asked for, so that many diagnostics cost one pass over each file.
private struct LineCache {
  let sources: SourceSet
  private var files: [FileID: SourceCursor] = [:]

  init(sources: SourceSet) { self.sources = sources }

  /// The source line at a place, with its marker.
  mutating func excerpt(at place: Place, endColumn: Int?, width: Int) -> SourceExcerpt? {
    guard place.line > 0, let file = sources[place.file], file.sheet == nil else { return nil }
    var cursor = files[place.file] ?? SourceCursor(SourceLines(file.text), file: place.file)
    let lines = cursor.lines
    guard Int(place.line) <= lines.count else { return nil }
    let bounds = lines.bounds(ofLine: Int(place.line))
    let offset = cursor.offset(line: Int(place.line), column: Int(place.column))
    files[place.file] = cursor
    // Not in the middle of a character.
    var start = max(offset - SourceExcerpt.reach, bounds.lowerBound)
    while start < offset, lines.bytes[start] & 0xC0 == 0x80 { start += 1 }
    var end = min(offset + SourceExcerpt.reach, bounds.upperBound)
    while end < bounds.upperBound, lines.bytes[end] & 0xC0 == 0x80 { end += 1 }
    let column = 1 + lines.codePoints(in: start..<offset)
    return SourceExcerpt(
      of: lines.text(in: start..<end), column: column,
      endColumn: endColumn.map { $0 - Int(place.column) + column }, width: width,
      goesBack: start > bounds.lowerBound, goesOn: end < bounds.upperBound)
  }
}
