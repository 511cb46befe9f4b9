extension SourceText {
  /// What looks like the definition of a footnote.
  struct FootnoteDefinition {
    /// The line it begins on, from 1.
    var line: Int
    /// The offset of its bracket.
    var offset: Int
    /// Its label as written.
    var label: String
  }

  /// All that looks like a footnote's definition, in order.
  func footnoteDefinitions() -> [FootnoteDefinition] {
    guard find([UInt8(ascii: "]"), UInt8(ascii: ":")], from: 0, before: bytes.count) != nil else {
      return []
    }
    return (1...lineCount).compactMap(definition(onLine:))
  }

  /// The labels of all that looks like a footnote's definition, in order, each once.
  func footnoteLabels() -> [String] {
    var seen: Set<String> = []
    return footnoteDefinitions().map(\.label).filter { seen.insert($0).inserted }
  }

  /// The label of the definition that begins on a line.
  func footnoteLabel(onLine number: Int) -> String { definition(onLine: number)?.label ?? "" }

  private func definition(onLine number: Int) -> FootnoteDefinition? {
    let line = line(number)
    guard
      let start = find(
        [UInt8(ascii: "["), UInt8(ascii: "^")], from: line.lowerBound,
        before: line.upperBound)
    else { return nil }
    // Before a definition stand only its indent and the marks of what it stands in.
    guard bytes[line.lowerBound..<start].allSatisfy({ " \t>-*+.)0123456789".utf8.contains($0) })
    else { return nil }
    guard
      let end = find(
        [UInt8(ascii: "]"), UInt8(ascii: ":")], from: start,
        before: line.upperBound)
    else { return nil }
    let label = bytes[start + 2..<end]
    guard !label.isEmpty, !label.contains(UInt8(ascii: "]")) else { return nil }
    return FootnoteDefinition(
      line: number, offset: start, label: String(decoding: label, as: UTF8.self))
  }
}
