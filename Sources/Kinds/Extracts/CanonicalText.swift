public import Input

/// A value as text that is the same however it was written: what two plans have to agree on for an
/// item of theirs to be the same.
///
/// Keys stand in the order of their characters, texts in quotes with line breaks as LF and without
/// spaces at the ends of lines; what was left empty is not there. Where a value names a file, what
/// the file holds is said by its digest.
///
/// - Parameters:
///   - value: What the plan holds.
///   - digest: Gives the digest of a file that the plan names by `fil`; nil where it cannot be read.
/// - Returns: The text.
public func canonicalText(of value: Value, digest: (String) -> String?) -> String {
  var text = ""
  write(value, digest, to: &text)
  return text
}

private func write(_ value: Value, _ digest: (String) -> String?, to text: inout String) {
  switch value.content {
  case .null: text += "-"
  case .scalar(let scalar): write(scalar.text, to: &text)
  case .list(let items):
    text += "["
    for item in items {
      write(item, digest, to: &text)
      text += ","
    }
    text += "]"
  case .map(let map):
    text += "{"
    for entry in map.entries.sorted(by: { $0.key < $1.key }) where !entry.value.isNull {
      write(entry.key, to: &text)
      text += ":"
      write(entry.value, digest, to: &text)
      if entry.key == "fil", let name = entry.value.scalar?.text, let digest = digest(name) {
        text += "=" + digest
      }
      text += ","
    }
    text += "}"
  }
}

/// Writes a text in quotes, line by line.
private func write(_ string: String, to text: inout String) {
  let lines = string.split(omittingEmptySubsequences: false) { $0.isNewline }.map { line in
    var line = line
    while let last = line.last, last.isWhitespace { line.removeLast() }
    return line
  }
  var end = lines.count
  while end > 0, lines[end - 1].isEmpty { end -= 1 }
  text += "\""
  for (number, line) in lines[..<end].enumerated() {
    if number > 0 { text += "\n" }
    for character in line.unicodeScalars {
      if character == "\"" || character == "\\" { text += "\\" }
      text.unicodeScalars.append(character)
    }
  }
  text += "\""
}
