import Diagnostics

extension SyntaxExplainer {
  /// The diagnostic of a key that stands twice, from the place of the first.
  ///
  /// The parser tells the first place only; the second is looked for in the source below.
  func duplicateKey(_ names: [String], from first: Int) -> Diagnostic {
    let key = keyText(at: first)
    let name = names.first { $0 == key.text } ?? names.first ?? key.text
    let start = place(first)
    let second = secondInBlock(name, first: first) ?? secondInBraces(name, first: first)
    if let second, let torn = tornText(first: first, second: second) { return torn }
    guard let second else {
      return .duplicateKey(name, at: start, endColumn: endColumn(first, key.end), first: start)
    }
    return .duplicateKey(
      name, at: place(second), endColumn: endColumn(second, keyText(at: second).end), first: start)
  }

  /// A text in braces with commas, of which two pieces are the same and none has a colon:
  /// `1,000,000`.
  private func tornText(first: Int, second: Int) -> Diagnostic? {
    guard !hasColon(after: keyText(at: first).end), !hasColon(after: keyText(at: second).end) else {
      return nil
    }
    // Back to the value's start, which only its key can stand before.
    let line = lines.bounds(ofLine: lines.line(at: second)).lowerBound
    var start = first
    while start > line, byte(start - 1) != UInt8(ascii: "{"), !isColon(start - 1, bytes.count) {
      start -= 1
    }
    guard start > line, byte(start - 1) != UInt8(ascii: "{") else { return nil }
    while byte(start).isBlank { start += 1 }
    var end = keyText(at: second).end
    while byte(end) == UInt8(ascii: ",") {
      var next = end + 1
      while byte(next).isBlank { next += 1 }
      let piece = keyText(at: next)
      guard !piece.text.isEmpty, !hasColon(after: piece.end) else { break }
      end = piece.end
    }
    while byte(end - 1).isBlank { end -= 1 }
    let range = textRange(span(start, end))
    let isNumber = range.text.utf8.allSatisfy { $0.isDigit || ", .%".utf8.contains($0) }
    return isNumber && !range.text.contains(", ")
      ? .decimalComma(range, isInList: false) : .torn(range)
  }

  private func hasColon(after offset: Int) -> Bool {
    var offset = offset
    while byte(offset).isBlank { offset += 1 }
    return byte(offset) == UInt8(ascii: ":")
  }

  /// The key that begins at an offset, without its quotes, and where it ends.
  private func keyText(at offset: Int) -> (text: String, end: Int) {
    let limit = lines.bounds(ofLine: lines.line(at: offset)).upperBound
    guard offset < limit else { return ("", offset) }
    let quote = byte(offset)
    if quote == 0x22 || quote == 0x27 {
      var end = offset + 1
      while end < limit, byte(end) != quote { end += 1 }
      return (lines.text(in: span(offset + 1, min(end, limit))), min(end + 1, limit))
    }
    var end = offset
    while end < limit, !isColon(end, limit), !",{}[]".utf8.contains(byte(end)) { end += 1 }
    let text = lines.text(in: span(offset, end))
    return (String(text.reversed().drop { $0 == " " }.reversed()), end)
  }

  private func isColon(_ offset: Int, _ limit: Int) -> Bool {
    byte(offset) == UInt8(ascii: ":") && (offset + 1 >= limit || byte(offset + 1).isBlank)
  }

  /// The same key again, at the same column before the map ends.
  private func secondInBlock(_ name: String, first: Int) -> Int? {
    let firstLine = LineParts(lines.line(at: first), of: lines)
    guard firstLine.content == first else { return nil }
    let indent = firstLine.contentIndent
    var number = firstLine.number + 1
    while number <= lines.count {
      let line = LineParts(number, of: lines)
      number += 1
      if line.isEmpty(bytes) { continue }
      if line.indent < indent { return nil }
      if line.indent == indent, line.colon != nil, keyText(at: line.first).text == name {
        return line.first
      }
    }
    return nil
  }

  /// The same key again within the same braces.
  private func secondInBraces(_ name: String, first: Int) -> Int? {
    var depth = 0
    var offset = keyText(at: first).end
    var mayBegin = false
    while offset < bytes.count {
      switch byte(offset) {
      case 0x22, 0x27:
        let key = keyText(at: offset)
        if mayBegin, depth == 0, key.text == name { return offset }
        offset = max(key.end, offset + 1)
        mayBegin = false
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth < 0 { return nil }
      case UInt8(ascii: ","): mayBegin = true
      default:
        if byte(offset).isYAMLSpace { break }
        if mayBegin, depth == 0, keyText(at: offset).text == name { return offset }
        mayBegin = false
      }
      offset += 1
    }
    return nil
  }
}
