import Diagnostics

extension PlainYAMLReader {
  /// A key as it is written.
  struct Key {
    var text: String
    var place: Place
    /// The first column after the quote; nil for a key without quotes.
    var endColumn: Int?
  }

  /// Whether a key and its colon are next.
  var isKey: Bool {
    if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") {
      var end = offset + 1
      while end < bytes.count, bytes[end] != bytes[offset], bytes[end] != 0x0A { end += 1 }
      return end < bytes.count && isColon(at: end + 1)
    }
    return plainKeyEnd(endings: []) != nil
  }

  /// Reads a key, as far as its colon.
  mutating func readKey(endings: [UInt8]) throws(NotPlain) -> Key {
    let place = place(at: offset)
    if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") {
      let scalar = try readQuoted(at: place)
      guard scalar.places.turns.isEmpty, isColon(at: offset), offset - lineStart < Self.longestKey
      else { throw NotPlain() }
      return Key(
        text: scalar.text, place: place,
        endColumn: Int(place.column) + scalar.text.unicodeScalars.count + 2)
    }
    guard let end = plainKeyEnd(endings: endings) else { throw NotPlain() }
    let text = String(decoding: bytes[offset..<end], as: UTF8.self)
    offset = end
    return Key(text: text, place: place)
  }

  /// The parser takes a key for one only so far into its line.
  private static let longestKey = 1_000

  /// The offset of the colon after a key without quotes; nil where there is no such key.
  private func plainKeyEnd(endings: [UInt8]) -> Int? {
    guard offset < bytes.count, bytes[offset].mayBeginKey else { return nil }
    var end = offset
    while end < bytes.count, bytes[end] != 0x0A, !isColon(at: end) {
      if endings.contains(bytes[end]) || isComment(at: end) { return nil }
      end += 1
    }
    guard isColon(at: end), bytes[end - 1] != 0x20, end - offset < Self.longestKey else {
      return nil
    }
    return end
  }

  /// Whether a colon that ends a key stands at an offset.
  private func isColon(at offset: Int) -> Bool {
    offset < bytes.count && bytes[offset] == UInt8(ascii: ":") && isBlankOrEnd(at: offset + 1)
  }

  /// Reads a text on one line, in quotes or as it stands.
  mutating func readText(endings: [UInt8]) throws(NotPlain) -> Value {
    try countValue()
    let place = place(at: offset)
    guard next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") else {
      return try readPlain(endings: endings, at: place)
    }
    return Value(.scalar(try readQuoted(at: place)), at: place)
  }

  private mutating func readPlain(endings: [UInt8], at place: Place) throws(NotPlain) -> Value {
    let start = offset
    guard start < bytes.count, mayBeginText(isInBrackets: !endings.isEmpty) else {
      throw NotPlain()
    }
    var end = start
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == 0x0A || isComment(at: offset) || endings.contains(byte) { break }
      if byte == UInt8(ascii: ":") {
        guard !isBlankOrEnd(at: offset + 1), !endings.contains(bytes[offset + 1]) else {
          throw NotPlain()
        }
      }
      offset += 1
      if byte != 0x20 { end = offset }
    }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    if text == "~" { return Value(.null, at: place) }
    return Value(.scalar(Scalar(text, style: .plain, places: PlaceMap(start: place))), at: place)
  }

  private func mayBeginText(isInBrackets: Bool) -> Bool {
    if bytes[offset] == UInt8(ascii: "-") {
      return !isBlankOrEnd(at: offset + 1) && (!isInBrackets || bytes[offset + 1].isDigit)
    }
    return !Self.signs.contains(bytes[offset])
  }

  /// What means something to YAML at the beginning of a text.
  private static let signs = Array("?:,[]{}#&*!|>'\"%@`".utf8)

  /// Reads a text in quotes, with a turn after each escape.
  private mutating func readQuoted(at place: Place) throws(NotPlain) -> Scalar {
    let quote = bytes[offset]
    offset += 1
    var start = place
    start.column += 1
    var places = PlaceMap(start: start)
    var decoded: [UInt8] = []
    var run = offset
    while true {
      guard let byte = next, byte != 0x0A else { throw NotPlain() }
      let isDoubled =
        byte == quote && quote == UInt8(ascii: "'") && bytes.dropFirst(offset + 1).first == quote
      if isDoubled || byte == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") {
        decoded += bytes[run..<offset]
        decoded += isDoubled ? [quote] : try escaped(at: offset + 1)
        offset += 2
        run = offset
        places.turns.append(.init(offset: decoded.count, place: self.place(at: offset)))
      } else if byte == quote {
        break
      } else {
        offset += 1
      }
    }
    decoded += bytes[run..<offset]
    // After an escape that ends the text nothing is left to be found.
    if run == offset, !places.turns.isEmpty { places.turns.removeLast() }
    offset += 1
    return Scalar(String(decoding: decoded, as: UTF8.self), style: .quoted, places: places)
  }

  /// What a letter after a backslash stands for.
  private func escaped(at offset: Int) throws(NotPlain) -> [UInt8] {
    switch offset < bytes.count ? bytes[offset] : 0 {
    case UInt8(ascii: "n"): [0x0A]
    case UInt8(ascii: "t"): [0x09]
    case UInt8(ascii: "_"): [0xC2, 0xA0]
    case let byte where "\"/\\".utf8.contains(byte): [byte]
    default: throw NotPlain()
    }
  }

  // MARK: Blocks

  /// Reads the block after `|`, to the start of the line after it.
  ///
  /// Its lines are indented as its first is; line breaks at its end count once, after `|-` not.
  mutating func readLiteral(in indent: Int) throws(NotPlain) -> Value {
    try countValue()
    let place = place(at: offset)
    offset += 1
    let isStripped = next == UInt8(ascii: "-")
    if isStripped { offset += 1 }
    guard next == 0x0A else { throw NotPlain() }
    try beginLine()
    let inset = try literalIndent()
    guard inset > indent else { throw NotPlain() }

    func placed(_ line: Int) -> Place {
      Place(file: place.file, line: Int(place.line) + line, column: inset + 1)
    }
    var places = PlaceMap(start: placed(1))
    var text: [UInt8] = []
    // Empty lines, which belong to the block if more comes after them.
    var empty = 0
    var line = 0
    var isBroken = false
    while offset < bytes.count {
      let start = offset
      while offset < bytes.count, offset < start + inset, bytes[offset] == 0x20 { offset += 1 }
      line += 1
      if offset < bytes.count, bytes[offset] == 0x0A {
        empty += 1
        try beginLine()
        continue
      }
      guard offset == start + inset, offset < bytes.count else {
        // The block has ended, and its line is read by whoever comes next.
        guard offset < bytes.count else { throw NotPlain() }
        offset = start
        break
      }
      let content = offset
      while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
      for skipped in stride(from: empty, through: 0, by: -1) where line - skipped > 1 {
        text.append(0x0A)
        places.turns.append(.init(offset: text.count, place: placed(line - skipped)))
      }
      empty = 0
      text += bytes[content..<offset]
      isBroken = offset < bytes.count
      if isBroken { try beginLine() }
    }
    if isBroken, !isStripped { text.append(0x0A) }
    let scalar = Scalar(
      String(decoding: text, as: UTF8.self), style: .literal, places: places)
    return Value(.scalar(scalar), at: place)
  }

  /// How far the first line of a block that has something on it is indented.
  private func literalIndent() throws(NotPlain) -> Int {
    var start = offset
    var widest = 0
    while true {
      var end = start
      while end < bytes.count, bytes[end] == 0x20 { end += 1 }
      guard end < bytes.count else { throw NotPlain() }
      if bytes[end] != 0x0A {
        guard widest <= end - start else { throw NotPlain() }
        return end - start
      }
      widest = max(widest, end - start)
      start = end + 1
    }
  }
}

extension UInt8 {
  /// Whether a key may begin with it that is no other sign, nor what people type for a dash.
  fileprivate var mayBeginKey: Bool {
    isDigit || (self | 0x20 >= 0x61 && self | 0x20 <= 0x7A) || self == 0x5F || self == 0x24
      || self == 0xC3
  }
}
