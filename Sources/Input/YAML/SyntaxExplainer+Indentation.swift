import Diagnostics

extension SyntaxExplainer {
  /// A tab where YAML wants spaces.
  func tab(_ offset: Int) -> Diagnostic {
    // No plan is indented further: longer runs of tabs are marked so far.
    let deepest = 100
    let bounds = lines.bounds(ofLine: lines.line(at: offset))
    // The first tab of the indentation is the one to mend.
    var start = bounds.lowerBound
    while start < bounds.upperBound, byte(start) == 0x20 { start += 1 }
    if start >= bounds.upperBound || byte(start) != 0x09 { start = min(offset, bytes.count) }
    var end = start
    while end < min(bounds.upperBound, start + deepest), byte(end) == 0x09 { end += 1 }
    return Diagnostic(
      .error, .tabIndentation, .tab, at: place(start), endColumn: endColumn(start, end),
      fixes: [.init(.writeSpaces, replacement: String(repeating: "  ", count: end - start))])
  }

  /// A line among keys that is no key: text without a colon, or one without a space after it.
  func noColon(_ offset: Int) -> Diagnostic {
    lineWithoutKey(LineParts(lines.line(at: offset), of: lines), from: offset)
  }

  /// The diagnostic of a line that should be `nyckel: värde`.
  func lineWithoutKey(_ line: LineParts, from start: Int? = nil) -> Diagnostic {
    let start = start ?? line.content
    let range = textRange(span(start, line.end))
    if let block = blockAbove(line.number), line.indent < block.indent {
      return outOfBlock(line, block)
    }
    if bytes[span(start, line.end)].first == UInt8(ascii: "-") {
      return Diagnostic(
        .error, .needsQuotes, .spaceAfterDash, at: range.place,
        endColumn: endColumn(start, start + 1), fixes: [.init(.writeDash, replacement: "- ")])
    }
    if let colon = bytes[span(start, max(line.end, start))].firstIndex(of: UInt8(ascii: ":")),
      colon + 1 < line.end
    {
      if byte(colon + 1).isBlank {
        let length = lines.codePoints(in: span(start, colon))
        return Diagnostic(
          .error, .yamlSyntax, .longKey(length), at: range.place, endColumn: endColumn(start, colon)
        )
      }
      return Diagnostic(
        .error, .missingColon, .spaceMissing(lines.text(in: span(start, colon)).shortened),
        at: place(colon), endColumn: endColumn(colon, colon + 1),
        fixes: [.init(.writeColon, replacement: ": ")])
    }
    return Diagnostic(
      .error, .missingColon, .noKey(range.shown), at: range.place, endColumn: range.endColumn,
      notes: [.init(.noKeyHelp)])
  }

  /// Something at an offset that fits neither the map nor the list it stands in.
  func unexpected(_ offset: Int, isList: Bool) -> Diagnostic {
    guard offset < bytes.count else { return at(offset, .yamlSyntax, .unreadable) }
    let line = LineParts(lines.line(at: offset), of: lines)
    if offset > line.first, offset > line.content { return afterValue(offset, line) }
    if let quote = quoteClosed(on: line.number, before: offset) { return quote }

    if bytes[span(line.first, line.bounds.upperBound)].first == UInt8(ascii: "%") {
      return quotes(from: line.first)
    }
    if let above = lineAbove(line.number), line.indent > above.indent,
      let cut = cutOff(above)
    {
      return cut
    }
    if byte(line.content) == UInt8(ascii: ":") { return .missingKey(at: place(line.content)) }
    if line.colon == nil, let block = blockAbove(line.number), line.indent < block.indent {
      return outOfBlock(line, block)
    }
    if let above = lineAbove(line.number),
      ["...", "---"].contains(lines.text(in: span(above.first, above.end)))
    {
      return severalDocuments(above.first)
    }
    let levels = openLevels(above: line)
    if line.hasDash, levels.keys.contains(line.indent), !levels.dashes.contains(line.indent) {
      return Diagnostic(
        .error, .wrongIndentation, .itemAmongKeys, at: place(line.first),
        endColumn: endColumn(line.first, line.end))
    }
    let expected = line.hasDash && !levels.dashes.isEmpty ? levels.dashes : levels.keys
    if expected.contains(line.indent), !isList { return at(offset, .yamlSyntax, .unreadable) }
    return Diagnostic(
      .error, .wrongIndentation,
      isList && !line.hasDash && levels.dashes.contains(line.indent)
        ? .dashMissing : .indentation(line.indent, expected.sorted().map { "\($0)" }),
      at: place(line.first), endColumn: endColumn(line.first, line.end))
  }

  /// A line that drops out of the block of text above it.
  private func outOfBlock(
    _ line: LineParts, _ block: (header: LineParts, indent: Int)
  ) -> Diagnostic {
    Diagnostic(
      .error, .wrongIndentation, .outOfBlock(line.indent, block.indent), at: place(line.first),
      endColumn: endColumn(line.first, line.end),
      notes: [.init(.blockBegins, at: place(block.header.value))])
  }

  /// Something after a whole value on the same line.
  private func afterValue(_ offset: Int, _ line: LineParts) -> Diagnostic {
    if byte(offset) == UInt8(ascii: ",") {
      return Diagnostic(
        .error, .yamlSyntax, .strayComma, at: place(offset),
        endColumn: endColumn(offset, offset + 1), fixes: [.init(.removeComma, replacement: "")])
    }
    let before = bytes[span(line.first, offset)].last { !$0.isBlank }
    if before == UInt8(ascii: "]") || before == UInt8(ascii: "}"),
      byte(line.value) != UInt8(ascii: "["), byte(line.value) != UInt8(ascii: "{")
    {
      return Diagnostic(
        .error, .textAfterBracket, .afterBracket, at: place(offset),
        endColumn: endColumn(offset, line.end))
    }
    let start = line.value < offset ? line.value : line.content
    // An odd quote before it closes one of a line above.
    let quotes = bytes[span(line.first, offset)].filter { $0 == 0x22 }.count
    if quotes % 2 == 1, let quote = quoteClosed(on: line.number, before: offset) { return quote }
    let range = textRange(span(start, line.end))
    switch byte(start) {
    case 0x22, 0x27: return .textAfterQuote(range)
    case UInt8(ascii: "["), UInt8(ascii: "{"): return .textAfterBracket(range)
    case UInt8(ascii: "*"), UInt8(ascii: "&"), UInt8(ascii: "!"): return self.quotes(from: start)
    default:
      return quoteClosed(on: line.number, before: offset)
        ?? at(offset, .yamlSyntax, .unreadable)
    }
  }

  /// A quote that was opened on a line above and, since its own end is missing, is closed by the
  /// first quote of this line.
  private func quoteClosed(on number: Int, before offset: Int) -> Diagnostic? {
    var before = offset - 1
    while before >= 0, byte(before).isYAMLSpace { before -= 1 }
    guard before >= 0, byte(before) == 0x22 || byte(before) == 0x27 else { return nil }
    let quote = byte(before)
    var above = lineAbove(lines.line(at: before))
    while let line = above {
      if line.value < line.end, byte(line.value) == quote {
        let rest = bytes[span(line.value + 1, line.end)]
        guard !rest.contains(quote) else { return nil }
        return Diagnostic(
          .error, .unclosedQuote, .closedBelow(lines.text(in: span(before, before + 1))),
          at: place(line.value), endColumn: endColumn(line.value, line.end),
          notes: [.init(.closesHere, at: place(before))])
      }
      above = lineAbove(line.number)
    }
    return nil
  }

  /// The text of a line of which ` #` has cut off the rest, so that the next line hangs in the air.
  private func cutOff(_ line: LineParts) -> Diagnostic? {
    guard line.value < line.end, byte(line.value) != 0x22, byte(line.value) != 0x27 else {
      return nil
    }
    let hash = bytes[span(line.value, line.bounds.upperBound)].indices.first {
      byte($0) == UInt8(ascii: "#") && $0 > line.value && byte($0 - 1).isBlank
    }
    guard let hash else { return nil }
    return Diagnostic(
      .error, .textCutOff, .cutOff, at: place(hash),
      endColumn: endColumn(hash, line.bounds.upperBound))
  }

  /// The block of text that the line above belongs to: its head, and how far it is indented.
  func blockAbove(_ number: Int) -> (header: LineParts, indent: Int)? {
    guard let last = lineAbove(number) else { return nil }
    var line = last
    var least = last.indent
    while let above = lineAbove(line.number) {
      if above.indent < least {
        if above.opensBlock(bytes) { return (above, least) }
        least = above.indent
        // A line that is a key of its own and no text ends the search.
        if above.colon != nil { return nil }
      }
      line = above
    }
    return nil
  }

  /// How far the keys and the list dashes are indented that are open above a line.
  private func openLevels(above line: LineParts) -> (keys: [Int], dashes: [Int]) {
    var keys: [Int] = []
    var dashes: [Int] = []
    var least = Int.max
    var above = lineAbove(line.number)
    while let line = above, least > 0 {
      if line.indent < least {
        // What is deeper than the head of a block of text is its text.
        if line.opensBlock(bytes) {
          keys.removeAll { $0 > line.contentIndent }
          dashes.removeAll { $0 > line.contentIndent }
        }
        if line.contentIndent < least, line.colon != nil { keys.append(line.contentIndent) }
        if line.hasDash { dashes.append(line.indent) }
        least = line.indent
      }
      above = lineAbove(line.number)
    }
    return (keys, dashes)
  }
}

extension Message {
  fileprivate static let tab = Message(
    sv: "tabb i indraget; YAML dras in med mellanslag",
    en: "a tab in the indentation; YAML is indented with spaces")

  fileprivate static let writeSpaces = Message(
    sv: "skriv mellanslag i stället", en: "write spaces instead")

  fileprivate static let itemAmongKeys = Message(
    sv: "en punkt i en lista står bland nycklar; skriv nyckeln som listan hör till på raden "
      + "ovanför, eller sätt texten inom citattecken",
    en: "a list item stands among keys; write the key that the list belongs to on the line above, "
      + "or put the text in quotes")

  fileprivate static let afterBracket = Message(
    sv: "efter en avslutande klammer väntades radens slut",
    en: "after a closing bracket the end of the line was expected")

  fileprivate static let strayComma = Message(
    sv: "kommatecken efter värdet: utanför klamrar skiljer raderna värden åt",
    en: "a comma after the value: outside brackets the lines separate values")

  fileprivate static let removeComma = Message(
    sv: "ta bort kommatecknet", en: "remove the comma")

  fileprivate static func noKey(_ text: String) -> Message {
    Message(
      sv: "'\(text)' står bland nycklar men har ingen: väntade 'nyckel: värde'",
      en: "'\(text)' stands among keys but has none: expected 'key: value'")
  }

  fileprivate static let noKeyHelp = Message(
    sv: "hör raden till texten ovanför, dra in den längre än nyckeln",
    en: "if the line belongs to the text above, indent it further than the key")

  fileprivate static func longKey(_ length: Int) -> Message {
    Message(
      sv: "det som står före ': ' har \(length) tecken, och en nyckel kan inte ha så många; är det "
        + "text, sätt den inom citattecken eller skriv den efter '|' på raderna under",
      en: "what stands before ': ' has \(length) characters, and a key cannot have so many; if it "
        + "is text, put it in quotes or write it after '|' on the lines below")
  }

  fileprivate static func spaceMissing(_ key: String) -> Message {
    Message(
      sv: "efter '\(key):' saknas ett mellanslag", en: "a space is missing after '\(key):'")
  }

  fileprivate static let writeColon = Message(
    sv: "skriv mellanslag efter kolonet", en: "write a space after the colon")

  fileprivate static let spaceAfterDash = Message(
    sv: "efter '-' saknas ett mellanslag", en: "a space is missing after '-'")

  fileprivate static let writeDash = Message(
    sv: "skriv mellanslag efter strecket", en: "write a space after the dash")

  fileprivate static func outOfBlock(_ found: Int, _ expected: Int) -> Message {
    Message(
      sv: "raden är indragen \(found) mellanslag och faller ur textblocket, som är indraget "
        + "\(expected)",
      en: "the line is indented by \(found) and drops out of the block of text, which is indented "
        + "by \(expected)")
  }

  fileprivate static let blockBegins = Message(
    sv: "textblocket börjar här", en: "the block of text begins here")

  fileprivate static func indentation(_ found: Int, _ levels: [String]) -> Message {
    guard let last = levels.last, levels.count > 1 else {
      let only = levels.first ?? "0"
      return Message(
        sv: "raden är indragen \(found) mellanslag; väntade \(only), som raderna ovanför",
        en: "the line is indented by \(found); expected \(only), as the lines above")
    }
    let others = levels.dropLast().joined(separator: ", ")
    return Message(
      sv: "raden är indragen \(found) mellanslag; väntade \(others) eller \(last), som raderna "
        + "ovanför",
      en: "the line is indented by \(found); expected \(others) or \(last), as the lines above")
  }

  fileprivate static let dashMissing = Message(
    sv: "raden står i en lista men börjar inte med '- '; dra in den två mellanslag till om den "
      + "hör till punkten ovanför",
    en: "the line stands in a list but does not begin with '- '; indent it by two more if it "
      + "belongs to the item above")

  fileprivate static func closedBelow(_ quote: String) -> Message {
    Message(
      sv: "texten börjar med \(quote) men det avslutande \(quote) saknas på raden",
      en: "the text begins with \(quote) but the closing \(quote) is missing on the line")
  }

  fileprivate static let closesHere = Message(
    sv: "den stängs först av nästa citattecken, här", en: "only the next quote closes it, here")

  fileprivate static let cutOff = Message(
    sv: "texten tar slut vid ' #': resten är för YAML en kommentar, så nästa rad hör inte till",
    en: "the text ends at ' #': the rest is a comment to YAML, so the next line does not belong")
}
