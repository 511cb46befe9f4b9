import Diagnostics
import YAML

/// Says in plain words why the parser gave up, where, and what to write instead.
///
/// The parser tells what it expected of YAML's grammar; the writer of a plan has to know which text
/// needs quotes or which line is indented wrongly. So each of the parser's problems is looked at
/// again in the source lines about it.
struct SyntaxExplainer {
  /// The source.
  let lines: SourceLines
  /// The file that places are given in.
  let file: FileID
  /// How much is read.
  let limits: ReadingLimits

  /// The source in UTF-8.
  var bytes: [UInt8] { lines.bytes }

  /// The diagnostic for what the parser threw.
  func explain(_ error: YAMLError) -> Diagnostic {
    switch error {
    case .syntax(let problem, let mark, let context):
      let start = context.map { offset($0.mark) }
      return explain(problem, context?.text ?? "", from: start, at: offset(mark))
    case .duplicateKeys(let names, let mark):
      if let dash = falseDash(at: offset(mark)) { return dash }
      return duplicateKey(names, from: offset(mark))
    case .tooDeep(let mark):
      return .tooDeep(limits.nesting, at: lines.place(at: offset(mark), in: file))
    case .unreadable:
      return Diagnostic(
        .error, .yamlSyntax, .unreadable, at: Place(file: file, line: 0, column: 0))
    }
  }

  private func offset(_ mark: YAMLMark) -> Int {
    // Past the end the parser counts one line more.
    guard mark.line <= lines.count else { return bytes.count }
    return lines.offset(line: mark.line, column: mark.column)
  }

  private func explain(
    _ problem: String, _ context: String, from start: Int?, at offset: Int
  ) -> Diagnostic {
    // A line of three points or dashes ends the document, whatever was to come there.
    if ["...", "---"].contains(where: { bytes[span(offset, offset + 3)].elementsEqual($0.utf8) }),
      place(offset).column == 1
    {
      return severalDocuments(offset)
    }
    if let dash = falseDash(at: offset) { return dash }
    switch problem {
    case "mapping values are not allowed in this context": return strayColon(offset)
    case "block sequence entries are not allowed in this context": return strayDash(offset)
    case "mapping keys are not allowed in this context": return quotes(from: offset)
    case "found character that cannot start any token":
      if offset < bytes.count, byte(offset) == 0x09 { return tab(offset) }
      return quotes(from: offset)
    case "could not find expected ':'": return noColon(start ?? offset)
    case "found undefined alias": return unknownAlias(offset)
    case "but found another document": return severalDocuments(offset)
    case "did not find expected comment or line break" where context.contains("block scalar"),
      "found an indentation indicator equal to 0":
      return quotes(from: start ?? offset)
    case "found a tab character where an indentation space is expected",
      "found a tab character that violates indentation":
      return tab(offset)
    case "found unexpected end of stream", "found unexpected document indicator":
      return openQuote(start ?? offset)
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return escape(offset, from: start)
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected <document start>":
      return unexpected(offset, isList: problem.contains("'-'"))
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      return openBracket(start ?? offset, at: offset)
    case "did not find expected node content": return noContent(offset)
    case "found unexpected ':'": return tightColon(offset)
    default: break
    }
    // Anchors, aliases, tags and directives: text that begins with their sign.
    if ["anchor", "alias", "tag", "directive"].contains(where: context.contains)
      || problem.contains("tag handle") || byte(offset) == UInt8(ascii: "%")
    {
      return quotes(from: start ?? offset)
    }
    return at(offset, .yamlSyntax, .unreadable)
  }

  /// What was typed in place of a list dash on the line that reading stopped at, or the one above.
  private func falseDash(at offset: Int) -> Diagnostic? {
    guard offset < bytes.count else { return nil }
    let line = LineParts(lines.line(at: offset), of: lines)
    guard offset <= max(line.colon ?? 0, line.content) else { return nil }
    for line in [line, lineAbove(line.number)].compactMap(\.self) where line.colon != nil {
      // In a block of text any line may begin so.
      if blockAbove(line.number + 1) != nil { continue }
      let start = line.hasDash ? line.content : line.first
      let dash = FalseDash(lines.text(in: span(start, line.end)))
      if let dash { return dash.diagnostic(at: place(start)) }
    }
    return nil
  }

  /// A line of three dashes or points, at an offset.
  func severalDocuments(_ offset: Int) -> Diagnostic {
    at(offset, .severalDocuments, .severalDocuments(lines.text(in: span(offset, offset + 3))))
  }

  // MARK: Text that needs quotes

  /// Text that begins at an offset with a sign that means something else to YAML.
  func quotes(from start: Int) -> Diagnostic {
    guard start < bytes.count else { return at(start, .yamlSyntax, .unreadable) }
    let range = textRange(span(start, textEnd(from: start)))
    let sign = range.text.unicodeScalars.first ?? " "
    return .swallowed(range, begins: sign)
  }

  /// An alias of a name that nothing bears; more often a text with emphasis.
  private func unknownAlias(_ offset: Int) -> Diagnostic {
    var diagnostic = quotes(from: offset)
    diagnostic.notes.append(.init(.namesComeFirst))
    return diagnostic
  }

  /// A second colon in a text, `namn: Uppdrag: Fler`, or a key where none can be.
  private func strayColon(_ offset: Int) -> Diagnostic {
    let line = LineParts(lines.line(at: offset), of: lines)
    if let colon = line.colon, colon < offset {
      let range = textRange(span(line.value, line.end))
      if byte(line.value) == 0x22 || byte(line.value) == 0x27 {
        return .textAfterQuote(range)
      }
      return Diagnostic(
        .error, .needsQuotes, .colonInText(range.shown), at: range.place,
        endColumn: range.endColumn, fixes: [range.quotes])
    }
    guard let above = lineAbove(line.number) else { return at(offset, .yamlSyntax, .unreadable) }
    if above.colon == nil, above.contentIndent == line.contentIndent {
      return lineWithoutKey(above)
    }
    if line.hasDash { return strayDash(line.first) }
    return Diagnostic(
      .error, .wrongIndentation, .underText(indent: line.indent), at: place(line.first),
      endColumn: endColumn(line.first, line.end),
      notes: [.init(.textStands, at: place(above.value))])
  }

  /// A value that begins with a dash, `målvärde: - 10 %`, or a list below a text.
  private func strayDash(_ offset: Int) -> Diagnostic {
    let line = LineParts(lines.line(at: offset), of: lines)
    if line.colon != nil, offset > line.first { return quotes(from: offset) }
    guard let above = lineAbove(line.number) else { return quotes(from: offset) }
    return Diagnostic(
      .error, .wrongIndentation, .listUnderText, at: place(line.first),
      endColumn: endColumn(line.first, line.end),
      notes: [.init(.textStands, at: place(above.value))])
  }

  private func noContent(_ offset: Int) -> Diagnostic {
    guard offset < bytes.count else { return at(offset, .missingValue, .endsBeforeValue) }
    switch byte(offset) {
    case UInt8(ascii: "-"), UInt8(ascii: "?"): return quotes(from: offset)
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
      let line = LineParts(lines.line(at: offset), of: lines)
      if line.value == offset { return quotes(from: offset) }
      return at(offset, .missingValue, .nothingBefore(lines.text(in: span(offset, offset + 1))))
    case UInt8(ascii: ":"): return .missingKey(at: place(offset))
    default: return at(offset, .yamlSyntax, .unreadable)
    }
  }

  private func tightColon(_ offset: Int) -> Diagnostic {
    Diagnostic(
      .error, .missingColon, .spaceAfterColon, at: place(offset),
      endColumn: endColumn(offset, offset + 1),
      fixes: [.init(.writeSpace, replacement: ": ")])
  }

  // MARK: Quotes and escapes

  private func openQuote(_ start: Int) -> Diagnostic {
    let range = textRange(span(start, lines.bounds(ofLine: lines.line(at: start)).upperBound))
    let quote = String(range.text.prefix(1))
    return Diagnostic(
      .error, .unclosedQuote, .openQuote(quote), at: range.place, endColumn: range.endColumn,
      fixes: [.init(.closeQuote(quote), replacement: range.text + quote)])
  }

  private func escape(_ offset: Int, from start: Int?) -> Diagnostic {
    let end = min(offset + 2, lines.bounds(ofLine: lines.line(at: offset)).upperBound)
    return Diagnostic(
      .error, .unknownEscape, .unknownEscape(lines.text(in: span(offset, max(end, offset)))),
      at: place(offset), endColumn: endColumn(offset, end),
      fixes: [.init(.doubleBackslash)])
  }

  // MARK: Brackets

  private func openBracket(_ start: Int, at offset: Int) -> Diagnostic {
    let line = lines.line(at: start)
    guard offset < bytes.count, lines.line(at: offset) == line else {
      return Diagnostic(
        .error, .unclosedBracket, .openBracket(lines.text(in: span(start, start + 1))),
        at: place(start), endColumn: endColumn(start, lines.bounds(ofLine: line).upperBound),
        notes: offset < bytes.count ? [.init(.stillOpen, at: place(offset))] : [])
    }
    // Where the value begins that the parser could not go on from.
    let piece = flowPiece(before: offset, from: start)
    let range = textRange(span(piece, textEnd(from: offset)))
    if byte(offset) == UInt8(ascii: ":") {
      return Diagnostic(
        .error, .needsQuotes, .colonInText(range.shown), at: range.place,
        endColumn: range.endColumn, fixes: [range.quotes])
    }
    if byte(piece) == 0x22 || byte(piece) == 0x27 { return .textAfterQuote(range) }
    return .textAfterBracket(range)
  }

  /// The offset of the value within brackets that an offset is in.
  private func flowPiece(before offset: Int, from start: Int) -> Int {
    var piece = start + 1
    var quote: UInt8?
    for index in span(start + 1, offset) {
      let sign = bytes[index]
      if let open = quote {
        if sign == open { quote = nil }
      } else if sign == 0x22 || sign == 0x27, index == piece || byte(index - 1).isBlank {
        quote = sign
      } else if sign == UInt8(ascii: ",") || sign == UInt8(ascii: "{") || sign == UInt8(ascii: "[")
        || (sign == UInt8(ascii: ":") && byte(index + 1).isBlank)
      {
        piece = index + 1
      }
    }
    while piece < offset, byte(piece).isBlank { piece += 1 }
    return piece
  }

  // MARK: Lines and pieces

  /// The end of the text that begins at an offset: at a comment, the line's end, or within brackets
  /// a comma or bracket.
  func textEnd(from start: Int) -> Int {
    let bounds = lines.bounds(ofLine: lines.line(at: start))
    let end = LineParts.writtenEnd(from: start, to: bounds.upperBound, bytes)
    var depth = 0
    for index in bounds.lowerBound..<start {
      if "[{".utf8.contains(byte(index)) { depth += 1 }
      if "]}".utf8.contains(byte(index)) { depth = max(depth - 1, 0) }
    }
    guard depth > 0 else { return end }
    var cut = min(start + 1, end)
    while cut < end, !",]}".utf8.contains(byte(cut)) { cut += 1 }
    while cut > start + 1, byte(cut - 1).isBlank { cut -= 1 }
    return cut
  }

  /// The nearest line above that has something on it.
  func lineAbove(_ number: Int) -> LineParts? {
    var number = number - 1
    while number >= 1 {
      let line = LineParts(number, of: lines)
      if !line.isEmpty(bytes) { return line }
      number -= 1
    }
    return nil
  }

  /// A piece of one line, to mark and to mend.
  func textRange(_ range: Range<Int>) -> TextRange {
    TextRange(
      place: place(range.lowerBound), endColumn: endColumn(range.lowerBound, range.upperBound),
      text: lines.text(in: range))
  }

  /// The byte at an offset; outside the source a line break, which is no part of anything.
  func byte(_ offset: Int) -> UInt8 { bytes.indices.contains(offset) ? bytes[offset] : 0x0A }

  /// The bytes between two offsets, as far as they are in the source and in order.
  func span(_ start: Int, _ end: Int) -> Range<Int> {
    let start = max(min(start, bytes.count), 0)
    return start..<max(min(end, bytes.count), start)
  }

  /// The place of an offset; of the end for one past it.
  func place(_ offset: Int) -> Place { lines.place(at: min(offset, bytes.count), in: file) }

  /// The first column after a piece of one line, at least one after its start.
  func endColumn(_ start: Int, _ end: Int) -> Int {
    Int(place(start).column) + max(lines.codePoints(in: span(start, end)), 1)
  }

  /// A diagnostic with nothing but its place and message.
  func at(_ offset: Int, _ code: Code, _ message: Message) -> Diagnostic {
    Diagnostic(.error, code, message, at: place(offset))
  }
}

extension Message {
  fileprivate static func colonInText(_ text: String) -> Message {
    Message(
      sv: "'\(text)' innehåller ': ', som för YAML börjar ett nytt värde",
      en: "'\(text)' contains ': ', which to YAML begins a new value")
  }

  fileprivate static let namesComeFirst = Message(
    sv: "är det en hänvisning, ska värdet ovanför ha namnet, '&namn', framför sig",
    en: "if it is an alias, the value further up must have the name, '&name', before it")

  fileprivate static func severalDocuments(_ sign: String) -> Message {
    Message(
      sv: "raden '\(sign)' skiljer dokument åt i YAML; en fil är ett enda: ta bort raden eller "
        + "dela filen",
      en: "the line '\(sign)' separates documents in YAML; a file is a single one: remove the "
        + "line or split the file")
  }

  fileprivate static func underText(indent: Int) -> Message {
    Message(
      sv: "nyckeln är indragen \(indent) mellanslag, under en rad som redan har en text; ge den "
        + "samma indrag som nycklarna den hör till",
      en: "the key is indented by \(indent), below a line that has a text already; indent it like "
        + "the keys it belongs with")
  }

  fileprivate static let listUnderText = Message(
    sv: "en lista kan inte stå under en nyckel som redan har en text; är det löpande text med "
      + "streck, skriv '|' efter nyckeln och texten på raderna under",
    en: "a list cannot stand below a key that has a text already; if it is prose with dashes, "
      + "write '|' after the key and the text on the lines below")

  fileprivate static let textStands = Message(
    sv: "texten står här", en: "the text stands here")

  fileprivate static let endsBeforeValue = Message(
    sv: "filen tar slut före värdet", en: "the file ends before the value")

  fileprivate static func nothingBefore(_ sign: String) -> Message {
    Message(
      sv: "väntade ett värde före '\(sign)'", en: "expected a value before '\(sign)'")
  }

  fileprivate static let spaceAfterColon = Message(
    sv: "efter ':' saknas ett mellanslag", en: "a space is missing after ':'")

  fileprivate static let writeSpace = Message(
    sv: "skriv mellanslag efter kolonet", en: "write a space after the colon")

  fileprivate static func openQuote(_ quote: String) -> Message {
    Message(
      sv: "texten börjar med \(quote) men det avslutande \(quote) saknas",
      en: "the text begins with \(quote) but the closing \(quote) is missing")
  }

  fileprivate static func closeQuote(_ quote: String) -> Message {
    Message(
      sv: "skriv \(quote) där texten slutar", en: "write \(quote) where the text ends")
  }

  fileprivate static func unknownEscape(_ escape: String) -> Message {
    Message(
      sv: "'\(escape)' är inget YAML känner: inom \"…\" har '\\' en egen betydelse",
      en: "'\(escape)' is nothing that YAML knows: within \"…\" '\\' has a meaning of its own")
  }

  fileprivate static let doubleBackslash = Message(
    sv: "skriv \\\\, eller sätt texten inom enkla citattecken, '…'",
    en: "write \\\\, or put the text in single quotes, '…'")

  fileprivate static func openBracket(_ bracket: String) -> Message {
    let close = bracket == "[" ? "]" : "}"
    return Message(
      sv: "'\(bracket)' stängs aldrig; skriv '\(close)', eller citattecken om det är text",
      en: "'\(bracket)' is never closed; write '\(close)', or quotes if it is text")
  }

  fileprivate static let stillOpen = Message(
    sv: "hit kom läsningen", en: "reading came to here")
}
