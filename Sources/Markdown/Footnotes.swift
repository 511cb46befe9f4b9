extension SourceText {
  /// The labels of all that looks like a footnote's definition, in order, each once.
  func footnoteLabels() -> [String] {
    var labels: [String] = []
    guard find([UInt8(ascii: "]"), UInt8(ascii: ":")], from: 0, before: bytes.count) != nil else {
      return []
    }
    for number in 1...lineCount {
      guard let label = label(onLine: number) else { continue }
      if !labels.contains(label) { labels.append(label) }
    }
    return labels
  }

  /// The label of the definition that begins on a line.
  func footnoteLabel(onLine number: Int) -> String { label(onLine: number) ?? "" }

  private func label(onLine number: Int) -> String? {
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
    return String(decoding: label, as: UTF8.self)
  }
}
