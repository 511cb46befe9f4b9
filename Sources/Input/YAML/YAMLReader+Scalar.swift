import Diagnostics
import YAML

extension YAMLReader {
  /// Reads a scalar whose anchor, tag or text begins at an offset.
  mutating func readScalar(
    _ text: String, _ style: YAMLStyle, from start: Int, at place: Place
  ) -> Value {
    let isNothing = text.isEmpty && style == .plain
    let content = isNothing ? start : contentStart(from: start)
    // With an anchor or tag the scalar begins after it.
    let place = content == start ? place : cursor.place(at: content)
    switch style {
    case .plain:
      return readPlain(text, from: start, content: content, at: place)
    case .singleQuoted, .doubleQuoted:
      refuseTag(from: start, content: content, end: nil)
      return Value(.scalar(readQuoted(text, from: content)), at: place)
    case .literal:
      refuseTagOfBlock(from: start, content: content)
      reportEmptyBlock(text, from: content, isFolded: false)
      let trace = ScalarTrace(text, literalFrom: content, cursor: &cursor)
      return Value(.scalar(Scalar(text, style: .literal, places: trace.places)), at: place)
    case .folded:
      refuseTagOfBlock(from: start, content: content)
      reportEmptyBlock(text, from: content, isFolded: true)
      let trace = ScalarTrace(text, foldedFrom: content, cursor: &cursor)
      return Value(.scalar(Scalar(text, style: .folded, places: trace.places)), at: place)
    }
  }

  private mutating func readPlain(
    _ text: String, from start: Int, content: Int, at place: Place
  ) -> Value {
    guard !text.isEmpty else { return readNothing(from: start, at: place) }
    let length = text.utf8.count
    let places: PlaceMap
    if isWritten(text, at: content) {
      plain = content..<content + length
      places = PlaceMap(start: place)
      reportCutOff(from: content + length, written: content)
    } else {
      let trace = ScalarTrace(text, flowFrom: content, quote: nil, cursor: &cursor)
      places = trace.places
      let line = cursor.lines.line(at: max(trace.end - 1, 0))
      reportSwallowedList(from: content, throughLine: line)
      reportCutOff(
        from: trace.end, written: max(content, cursor.lines.bounds(ofLine: line).lowerBound))
    }
    refuseTag(from: start, content: content, end: plain?.upperBound)
    if text == "~" { return Value(.null, at: place) }
    return Value(.scalar(Scalar(text, style: .plain, places: places)), at: place)
  }

  /// Reads a value of which nothing is left but a tag or an anchor, if even that: `!80`, `&viktigt`.
  private mutating func readNothing(from start: Int, at place: Place) -> Value {
    var end = start
    if start < bytes.count, bytes[start].beginsProperty {
      while end < bytes.count, !bytes[end].isYAMLSpace, !",[]{}".utf8.contains(bytes[end]) {
        end += 1
      }
      if bytes[start] == UInt8(ascii: "&") {
        // Whether it was text is known when no alias has used it.
        emptyAnchor = start..<end
      } else if !isOwnTag(at: start) {
        report(.swallowed(textRange(start..<end), begins: "!"))
      }
    }
    reportCutOff(from: end, written: end > start ? start : nil)
    return Value(.null, at: place)
  }

  private mutating func readQuoted(_ text: String, from quote: Int) -> Scalar {
    let start = quote + 1
    let length = text.utf8.count
    let end = start + length
    if end < bytes.count, bytes[end] == bytes[quote], isWritten(text, at: start) {
      return Scalar(text, style: .quoted, places: PlaceMap(start: cursor.place(at: start)))
    }
    let trace = ScalarTrace(text, flowFrom: start, quote: bytes[quote], cursor: &cursor)
    if let control = text.unicodeScalars.first(where: \.isUnprintable) {
      report(.escapedControl(control, at: trace.places.start))
    }
    return Scalar(text, style: .quoted, places: trace.places)
  }

  /// A text of which YAML takes the rest for a comment: `mål #1`, `färg: #004080`.
  ///
  /// `# ` with a blank after it is a comment as people write them, and so are rows of `#` and `-`.
  private mutating func reportCutOff(from end: Int, written start: Int?) {
    var offset = end
    while offset < bytes.count, bytes[offset].isBlank { offset += 1 }
    guard offset > end, offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "#") else { return }
    let next = bytes[offset + 1]
    guard !next.isYAMLSpace, !"#-=*!".utf8.contains(next) else { return }
    let first = start ?? offset
    let whole = textRange(first..<writtenEnd(from: first))
    report(.cutOff(whole, comment: cursor.place(at: offset)))
  }

  /// A list that became a text's next lines: `- a` below `namn: Text`, `-a` above `-b`.
  ///
  /// The characters are all there, so it is a warning: the text may have been broken at its dash.
  private mutating func reportSwallowedList(from start: Int, throughLine last: Int) {
    let first = cursor.lines.line(at: start)
    guard first < last else { return }
    let beginsWithDash = bytes[start] == UInt8(ascii: "-")
    for number in (first + 1)...last {
      let line = LineParts(number, of: cursor.lines)
      guard line.first < line.end, bytes[line.first] == UInt8(ascii: "-"),
        beginsWithDash || line.hasDash
      else { continue }
      let range = textRange(line.first..<line.end)
      report(.listInText(range, text: cursor.place(at: start)))
      return
    }
  }

  /// A block that is empty because what stands in its head was meant as text: `>6`.
  private mutating func reportEmptyBlock(_ text: String, from header: Int, isFolded: Bool) {
    guard text.utf8.allSatisfy(\.isYAMLSpace) else { return }
    let end = writtenEnd(from: header)
    // `|` alone is a text that nobody has written yet; `>` alone was a sign, `|5` a number.
    guard isFolded || end > header + 1, bytes[header..<end].contains(where: \.isDigit) || isFolded
    else { return }
    report(.swallowed(textRange(header..<end), begins: isFolded ? ">" : "|"))
  }

  private mutating func refuseTag(from start: Int, content: Int, end: Int?) {
    var offset = start
    while offset < content, bytes[offset] != UInt8(ascii: "!") {
      while offset < content, !bytes[offset].isYAMLSpace { offset += 1 }
      while offset < content, bytes[offset].isYAMLSpace { offset += 1 }
    }
    guard offset < content else { return }
    if isOwnTag(at: offset) { return }
    report(.swallowed(textRange(offset..<(end ?? writtenEnd(from: offset))), begins: "!"))
  }

  /// Quotes round the tag would leave the block below outside them, so none are offered.
  private mutating func refuseTagOfBlock(from start: Int, content: Int) {
    guard start < content, bytes[start] == UInt8(ascii: "!"), !isOwnTag(at: start) else { return }
    let end = bytes[start..<content].firstIndex(where: \.isYAMLSpace) ?? content
    report(.unreadTag(cursor.lines.text(in: start..<end), at: cursor.place(at: start)))
  }

  /// Whether a tag is of YAML's own types, which change nothing since a scalar is what was written.
  private func isOwnTag(at offset: Int) -> Bool {
    ["!!str", "!!int", "!!float", "!!bool", "!!null", "!!timestamp"].contains { name in
      let end = offset + name.utf8.count
      return bytes[offset...].starts(with: name.utf8)
        && (end >= bytes.count || bytes[end].isYAMLSpace || ",]}".utf8.contains(bytes[end]))
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a control character that no text may hold.
  fileprivate var isUnprintable: Bool {
    value < 0x20 && self != "\n" && self != "\t" && self != "\r" || (0x7F..<0xA0).contains(value)
  }
}

extension Diagnostic {
  fileprivate static func cutOff(_ range: TextRange, comment: Place) -> Diagnostic {
    Diagnostic(
      .error, .textCutOff,
      Message(
        sv: "texten tar slut vid ' #': resten är för YAML en kommentar",
        en: "the text ends at ' #': the rest is a comment to YAML"),
      at: range.place, endColumn: range.endColumn,
      notes: [
        .init(
          Message(
            sv: "är det en kommentar, skriv ett mellanslag efter '#'",
            en: "if it is a comment, write a space after '#'"))
      ], fixes: [range.quotes])
  }

  fileprivate static func listInText(_ range: TextRange, text: Place) -> Diagnostic {
    Diagnostic(
      .warning, .listInText,
      Message(
        sv: "'\(range.shown)' hör för YAML till texten ovanför och blir ingen punkt i en lista",
        en: "'\(range.shown)' belongs to the text above to YAML and is no item of a list"),
      at: range.place, endColumn: range.endColumn,
      notes: [
        .init(Message(sv: "texten börjar här", en: "the text begins here"), at: text),
        .init(
          Message(
            sv: "punkter skrivs '- ' med mellanslag, under en nyckel utan text; löpande text med "
              + "punkter skrivs efter '|' på raderna under",
            en: "items are written '- ' with a space, below a key without text; prose with items "
              + "is written after '|' on the lines below")),
      ])
  }

  fileprivate static func escapedControl(_ scalar: Unicode.Scalar, at place: Place) -> Diagnostic {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = (scalar.value < 16 ? "U+000" : "U+00") + digits
    return Diagnostic(
      .error, .controlCharacter,
      Message(
        sv: "styrtecknet \(code) kan inte stå i text; ta bort det",
        en: "the control character \(code) cannot stand in text; remove it"), at: place)
  }
}
