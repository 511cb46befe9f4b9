import Diagnostics
import YAML

extension YAMLReader {
  /// A key with the source of it and its value, as far as they are plain text on one line.
  private struct Source {
    var key: Range<Int>?
    var value: Range<Int>?
    var isValueNull: Bool
    /// The index of its entry; nil for one that was merged.
    var entry: Int?
  }

  /// Reads the keys and values of a map whose anchor, tag or first character stands at an offset.
  mutating func readMap(
    _ count: Int, from start: Int, depth: Int, at place: Place
  ) throws(Stop) -> Value {
    let isFlow = start < bytes.count && bytes[contentStart(from: start)] == UInt8(ascii: "{")
    var entries: [Map.Entry] = []
    entries.reserveCapacity(count)
    var sources: [Source] = []
    if isFlow { sources.reserveCapacity(count) }
    var merged: [(index: Int, value: Value)] = []
    for _ in 0..<count {
      let keyNode = nextNode
      let keyPlace = self.place(of: keyNode)
      skip()
      guard case .scalar(let style) = keyNode.content else {
        report(.compoundKey(at: keyPlace))
        _ = try read(depth: depth + 1)
        continue
      }
      let name = keyNode.text
      // An anchored key may be an alias's, whose place is elsewhere.
      let key =
        keyNode.isAnchored ? nil : readKey(name, style, isFlow: isFlow, at: keyPlace)
      let value = try read(depth: depth + 1)
      if isFlow {
        sources.append(
          Source(
            key: key, value: plain, isValueNull: value.isNull, entry: entries.count))
      }
      if style == .plain, name == "<<" {
        merged.append((entries.count, value))
        if isFlow { sources[sources.count - 1].entry = nil }
        continue
      }
      // Without quotes a key ends with its characters; an escape in quotes would be guessed at.
      let keyEnd =
        style == .plain ? nil : Int(keyPlace.column) + name.unicodeScalars.count + 2
      entries.append(
        Map.Entry(key: name, keyPlace: keyPlace, keyEndColumn: keyEnd, value: value))
    }
    if isFlow, let text = mendTornText(sources, in: &entries, from: start) { return text }
    plain = nil
    for (index, value) in merged.reversed() {
      merge(value, into: &entries, at: index)
    }
    if !isFlow, let list = mendFalseDashes(in: &entries, at: place) { return list }
    return Value(.map(Map(entries: entries)), at: place)
  }

  /// Reports keys that begin as a list's items or indentation should not, `– namn`, once for a map.
  ///
  /// The map that they begin becomes the list that was meant; elsewhere they are left out.
  private mutating func mendFalseDashes(in entries: inout [Map.Entry], at place: Place) -> Value? {
    func falseDash(_ entry: Map.Entry) -> FalseDash? {
      entry.keyEndColumn == nil ? FalseDash(entry.key) : nil
    }
    guard let found = entries.firstIndex(where: { falseDash($0) != nil }),
      let first = falseDash(entries[found])
    else { return nil }
    report(first.diagnostic(at: entries[found].keyPlace))
    guard found == 0, first.isItem else {
      entries.removeAll { falseDash($0) != nil }
      return nil
    }
    var items: [Value] = []
    var item: [Map.Entry] = []
    for var entry in entries {
      if let dash = falseDash(entry) {
        if !item.isEmpty { items.append(Value(.map(Map(entries: item)), at: item[0].keyPlace)) }
        item = []
        entry.key = String(
          String.UnicodeScalarView(entry.key.unicodeScalars.dropFirst(dash.length)))
        entry.keyPlace.column += Int32(dash.length)
      }
      if !item.contains(where: { $0.key == entry.key }) { item.append(entry) }
    }
    items.append(Value(.map(Map(entries: item)), at: item[0].keyPlace))
    return Value(.list(items), at: place)
  }

  /// Looks at a key for what is no key; gives its source if it is plain.
  private mutating func readKey(
    _ name: String, _ style: YAMLStyle, isFlow: Bool, at place: Place
  ) -> Range<Int>? {
    let start = cursor.offset(line: Int(place.line), column: Int(place.column))
    if start + 1 < bytes.count, bytes[start] == UInt8(ascii: "!"),
      bytes[start + 1] != UInt8(ascii: "!")
    {
      report(.unreadTag("!", at: place))
      return nil
    }
    if start >= 2, bytes[start - 1].isBlank {
      var before = start - 1
      while before > 0, bytes[before].isBlank { before -= 1 }
      if bytes[before] == UInt8(ascii: "?"), before == 0 || bytes[before - 1].isYAMLSpace {
        report(.swallowed(textRange(before..<writtenEnd(from: before)), begins: "?"))
        return nil
      }
    }
    guard style == .plain else { return nil }
    if name.isEmpty {
      report(.missingKey(at: place))
      return nil
    }
    return isFlow ? start..<min(start + name.utf8.count, bytes.count) : nil
  }

  // MARK: Text in braces that its commas tear apart

  /// Reports entries of `{…}` without a colon: `{namn: Barn, unga}`, `{målvärde: 0,5 %}`, `{namn}`.
  ///
  /// A text that was torn apart is put together again, so that its pieces are not told of once more
  /// as keys that nobody knows; so is one that is all there is in the braces, which is given back.
  private mutating func mendTornText(
    _ sources: [Source], in entries: inout [Map.Entry], from start: Int
  ) -> Value? {
    var pieces: Set<Int> = []
    var index = 0
    while index < sources.count {
      guard let key = sources[index].key, isWithoutColon(sources[index]) else {
        index += 1
        continue
      }
      var last = index
      while last + 1 < sources.count, isWithoutColon(sources[last + 1]) { last += 1 }
      let end = sources[last].key?.upperBound ?? key.upperBound
      if index > 0, let before = sources[index - 1].value {
        let text = textRange(before.lowerBound..<end)
        let isDecimal = isDecimalComma(between: before, and: key)
        report(isDecimal ? .decimalComma(text, isInList: false) : .torn(text))
        if let whole = sources[index - 1].entry {
          entries[whole].value = text.value
          pieces.formUnion(sources[index...last].compactMap(\.entry))
        }
      } else if index == 0, last == sources.count - 1 {
        let brace = contentStart(from: start)
        let text = textRange(brace..<closing(after: end))
        report(.braces(text))
        plain = nil
        return text.value
      } else {
        report(.withoutValue(textRange(key)))
      }
      index = last + 1
    }
    if !pieces.isEmpty {
      entries = entries.indices.filter { !pieces.contains($0) }.map { entries[$0] }
    }
    return nil
  }

  private func isWithoutColon(_ source: Source) -> Bool {
    guard source.isValueNull, let key = source.key else { return false }
    var offset = key.upperBound
    while offset < bytes.count, bytes[offset].isYAMLSpace { offset += 1 }
    return offset < bytes.count && ",}".utf8.contains(bytes[offset])
  }

  private func closing(after offset: Int) -> Int {
    var end = offset
    while end < bytes.count, bytes[end] != UInt8(ascii: "}") { end += 1 }
    return min(end + 1, bytes.count)
  }

  /// Whether a comma without a space is all that stands between two digits.
  func isDecimalComma(between a: Range<Int>, and b: Range<Int>) -> Bool {
    a.upperBound + 1 == b.lowerBound && bytes[a.upperBound] == UInt8(ascii: ",")
      && bytes[a.upperBound - 1].isDigit && bytes[b.lowerBound].isDigit
  }

  // MARK: Merge keys

  /// Puts the entries of a merged map, or of several, in at an index; keys that stand already win.
  private mutating func merge(_ value: Value, into entries: inout [Map.Entry], at index: Int) {
    let maps: [Value]
    switch value.content {
    case .map: maps = [value]
    case .list(let list): maps = list
    default: maps = []
    }
    guard !maps.isEmpty, maps.allSatisfy({ $0.map != nil }) else {
      return report(.wrongMerge(at: value.place))
    }
    var known = Set(entries.map(\.key))
    var added: [Map.Entry] = []
    for entry in maps.flatMap({ $0.map?.entries ?? [] }) where known.insert(entry.key).inserted {
      added.append(entry)
    }
    // Pieces of torn text may have been taken out before it.
    entries.insert(contentsOf: added, at: min(index, entries.count))
  }
}

extension TextRange {
  /// The piece as the plain text that was meant.
  fileprivate var value: Value {
    Value(.scalar(Scalar(text, style: .plain, places: PlaceMap(start: place))), at: place)
  }
}

extension Diagnostic {
  /// A text that the commas in it tear into several keys.
  static func torn(_ range: TextRange) -> Diagnostic {
    Diagnostic(
      .error, .needsQuotes,
      Message(
        sv: "'\(range.shown)' rivs itu: inom {…} skiljer kommatecknet nycklar åt",
        en: "'\(range.shown)' is torn apart: within {…} the comma separates keys"),
      at: range.place, endColumn: range.endColumn, fixes: [range.quotes])
  }

  fileprivate static func braces(_ range: TextRange) -> Diagnostic {
    Diagnostic(
      .error, .needsQuotes,
      Message(
        sv: "'\(range.shown)' utan citattecken är för YAML en nyckel utan värde",
        en: "'\(range.shown)' without quotes is a key without a value to YAML"),
      at: range.place, endColumn: range.endColumn, fixes: [range.quotes])
  }

  fileprivate static func withoutValue(_ range: TextRange) -> Diagnostic {
    Diagnostic(
      .error, .missingValue,
      Message(
        sv: "'\(range.shown)' inom {…} saknar ': ' och ett värde",
        en: "'\(range.shown)' within {…} lacks ': ' and a value"),
      at: range.place, endColumn: range.endColumn)
  }

  fileprivate static func wrongMerge(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongMerge,
      Message(
        sv: "'<<' väntade en hänvisning till nycklar (*namn) eller en lista av sådana",
        en: "'<<' expected an alias of a map (*name) or a list of them"), at: place)
  }
}
