/// Looks through an SVG file for what would not look the same on every machine, or would read from
/// elsewhere: text (whose fonts are the machine's), filters (which become pixels), other files.
///
/// Whether it is sound XML is left to librsvg.
struct SVGSurvey {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether a file's first element is `svg`, as far as can be told.
  static func isSVG(_ bytes: [UInt8]) -> Bool {
    var start = bytes[...]
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { start = start.dropFirst(3) }
    guard start.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") else { return false }
    return String(decoding: start.prefix(4_000), as: UTF8.self).contains(/<(?:\w+:)?svg[\s>\/]/)
  }

  /// Looks through the file, to the first fault.
  mutating func check() throws(PictureFault) {
    while let start = next("<", from: at) {
      at = start
      if has("<!--") {
        skip(past: "-->")
      } else if has("<?xml-stylesheet") {
        throw .outside("xml-stylesheet", line: line)
      } else if has("<?") {
        skip(past: "?>")
      } else if has("<![CDATA[") {
        // A style sheet may stand in one; it is looked through as any text.
        let from = at
        skip(past: "]]>")
        try checkStyle(text(from..<at), at: from)
      } else if has("<!ENTITY") {
        throw .entities(line: line)
      } else if has("<!") {
        at += 2
      } else if has("</") {
        skip(past: ">")
      } else {
        try checkElement()
      }
    }
  }

  /// The line that the walk is on, from 1.
  private var line: Int { line(at: at) }

  private func line(at offset: Int) -> Int {
    bytes[..<min(offset, bytes.count)].count { $0 == 0x0A } + 1
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func has(_ word: String) -> Bool { bytes[at...].starts(with: word.utf8) }

  private func next(_ character: Unicode.Scalar, from start: Int) -> Int? {
    start < bytes.count ? bytes[start...].firstIndex(of: UInt8(ascii: character)) : nil
  }

  private mutating func skip(past word: String) {
    let pattern = Array(word.utf8)
    while at < bytes.count, !bytes[at...].starts(with: pattern) { at += 1 }
    at = min(at + pattern.count, bytes.count)
  }

  // MARK: Elements

  private mutating func checkElement() throws(PictureFault) {
    let start = at
    at += 1
    let name = word()
    switch name {
    case "text", "tspan", "textPath", "tref", "flowRoot", "foreignObject":
      throw .text(line: line(at: start))
    default: break
    }
    while let attribute = attribute() {
      try check(attribute.name, attribute.value, of: name, at: start)
    }
    guard name == "style", at > 0, at < bytes.count, bytes[at - 1] != UInt8(ascii: "/") else {
      return
    }
    // CDATA inside is met by the walk.
    let end = next("<", from: at) ?? bytes.count
    try checkStyle(text(at..<end), at: at)
    at = end
  }

  /// A name without its prefix.
  private mutating func word() -> String {
    let start = at
    while at < bytes.count, bytes[at] > 0x20, !"=/>".utf8.contains(bytes[at]) { at += 1 }
    return text(start..<at).split(separator: ":").last.map(String.init) ?? ""
  }

  /// The next attribute of the element at hand; nil at its end.
  private mutating func attribute() -> (name: String, value: String)? {
    while at < bytes.count, bytes[at] <= 0x20 || bytes[at] == UInt8(ascii: "/") { at += 1 }
    guard at < bytes.count, bytes[at] != UInt8(ascii: ">") else { return nil }
    let name = word()
    while at < bytes.count, bytes[at] <= 0x20 || bytes[at] == UInt8(ascii: "=") { at += 1 }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else {
      // No XML; librsvg will say so.
      at = min(at + 1, bytes.count)
      return (name, "")
    }
    let quote = bytes[at]
    let start = at + 1
    at = bytes[start...].firstIndex(of: quote) ?? bytes.count
    let value = text(start..<at)
    at = min(at + 1, bytes.count)
    return (name, value)
  }

  private func check(
    _ name: String, _ value: String, of element: String, at start: Int
  ) throws(PictureFault) {
    switch name {
    case "href" where element != "a":
      let target = value.trimmed
      if !target.isEmpty, !target.hasPrefix("#"), !target.lowercased().hasPrefix("data:") {
        throw .outside(target, line: line(at: start))
      }
    case "filter" where value.trimmed != "none" && element != "filter":
      throw .filter(line: line(at: start))
    case "style": try checkStyle(value, at: start)
    default:
      if value.contains("url(") { try checkAddresses(in: value, at: start) }
    }
  }

  private func checkStyle(_ style: String, at start: Int) throws(PictureFault) {
    if let rule = style.firstMatch(of: /@import\s*([^;]*)/) {
      throw .outside(String(rule.output.1).trimmed, line: line(at: start))
    }
    if style.contains(/(?:^|[;{\s])filter\s*:\s*(?!none)[^\s;}]/) {
      throw .filter(line: line(at: start))
    }
    try checkAddresses(in: style, at: start)
  }

  private func checkAddresses(in text: String, at start: Int) throws(PictureFault) {
    for match in text.matches(of: /url\(\s*["']?([^"')]*)/) {
      let target = String(match.output.1).trimmed
      if !target.hasPrefix("#"), !target.lowercased().hasPrefix("data:") {
        throw .outside(target, line: line(at: start))
      }
    }
  }
}

extension String {
  /// The text without space around it.
  fileprivate var trimmed: String {
    var view = self[...]
    while view.first?.isWhitespace ?? false { view.removeFirst() }
    while view.last?.isWhitespace ?? false { view.removeLast() }
    return String(view)
  }
}
