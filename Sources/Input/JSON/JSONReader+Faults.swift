import Diagnostics

extension JSONReader {
  /// What can break the syntax.
  enum Fault {
    case noValue
    case noKey
    case noColon(String)
    case noComma(close: Unicode.Scalar)
    case lastComma
    case afterTheEnd
    case leadingZero
    case noDigits
    case decimalComma
    case unclosedString
    case unknownEscape
    case halfPair
    case control(UInt8)
  }

  /// Reports a fault, at the offset unless told otherwise, and gives what is thrown.
  mutating func stop(_ fault: Fault, at where: Int? = nil) -> Stop {
    let lines = SourceLines(bytes: bytes)
    let start = `where` ?? offset
    let place = lines.place(at: start, in: file)
    let lineEnd = lines.bounds(ofLine: Int(place.line)).upperBound
    let wordEnd = wordEnd(from: start, lineEnd)
    let found = lines.text(in: start..<wordEnd)
    let end = fault.marksLine ? lineEnd : max(wordEnd, min(start + 1, lineEnd))
    let width = lines.codePoints(in: start..<end)
    let (code, message, fixes) = explanation(fault, found: found)
    diagnostics.append(
      Diagnostic(
        .error, code, message, at: place, endColumn: Int(place.column) + max(width, 1),
        fixes: fixes))
    return Stop()
  }

  /// Reports that the file ends inside a list or map, and gives what is thrown.
  mutating func stopAtEnd() -> Stop {
    guard let last = open.last else { return stop(.noValue) }
    let close = last.isMap ? "}" : "]"
    diagnostics.append(
      Diagnostic(
        .error, .unclosedBracket, .endsInside(close), at: here,
        notes: [.init(.opensHere, at: last.place)]))
    return Stop()
  }

  /// The end of the word or the single character at an offset.
  private func wordEnd(from start: Int, _ lineEnd: Int) -> Int {
    var end = start
    while end < lineEnd, end - start < 40,
      bytes[end].isLetterOrDigit || bytes[end] == UInt8(ascii: "_") || bytes[end] == 0x2E
        || bytes[end] == 0x2B || bytes[end] == 0x2D
    {
      end += 1
    }
    if end == start, end < lineEnd { end += 1 }
    // Not in the middle of a character.
    while end < lineEnd, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  private func explanation(
    _ fault: Fault, found: String
  ) -> (Code, Message, [Diagnostic.Fix]) {
    let first = found.unicodeScalars.first
    switch fault {
    case .noValue, .noKey:
      switch first {
      case "/": return (.jsonSyntax, .comment, [])
      case "'", "\u{201C}", "\u{201D}": return (.jsonSyntax, .otherQuote(found), [])
      default: break
      }
      if case .noKey = fault {
        return (.jsonSyntax, .noKey(found), first.isWordStart ? [.quote(found)] : [])
      }
      return (.jsonSyntax, .noValue(found), first.isWordStart ? [.quote(found)] : [])
    case .noColon(let key): return (.missingColon, .noColon(key.shortened, found), [])
    case .noComma(let close): return (.missingComma, .noComma(close, found), [])
    case .lastComma: return (.jsonSyntax, .lastComma, [.init(.removeComma, replacement: "")])
    case .afterTheEnd: return (.jsonSyntax, .afterTheEnd(found), [])
    case .leadingZero: return (.jsonSyntax, .leadingZero(found), [.quote(found)])
    case .noDigits: return (.jsonSyntax, .noDigits(found), [])
    case .decimalComma:
      return (.ambiguousComma, .decimalComma, [.init(.writePoint, replacement: ".")])
    case .unclosedString: return (.unclosedQuote, .unclosedString, [])
    case .unknownEscape: return (.unknownEscape, .unknownEscape, [.init(.doubleBackslash)])
    case .halfPair: return (.unknownEscape, .halfPair, [])
    case .control(let byte): return (.controlCharacter, .control(byte), [])
    }
  }
}

extension JSONReader.Fault {
  /// Whether all up to the line's end is marked.
  fileprivate var marksLine: Bool { if case .unclosedString = self { true } else { false } }
}

extension Unicode.Scalar? {
  /// Whether a word begins so that was probably meant as text.
  fileprivate var isWordStart: Bool {
    guard let self else { return false }
    return self.properties.isAlphabetic || ("0"..."9").contains(self) || self == "."
  }
}

extension Diagnostic.Fix {
  fileprivate static func quote(_ word: String) -> Self {
    .init(
      Message(sv: "sätt det inom citattecken", en: "put it in quotes"), replacement: "\"\(word)\"")
  }
}

extension Message {
  fileprivate static func found(_ text: String) -> Message {
    text.isEmpty
      ? Message(sv: "slutet på raden", en: "the end of the line")
      : Message(sv: "'\(text)'", en: "'\(text)'")
  }

  fileprivate static func noValue(_ found: String) -> Message {
    let found = Message.found(found)
    return Message(
      sv: "väntade ett värde (text inom citattecken, tal, lista, {…}), fann \(found.sv)",
      en: "expected a value (text in quotes, a number, a list, {…}), found \(found.en)")
  }

  fileprivate static func noKey(_ found: String) -> Message {
    let found = Message.found(found)
    return Message(
      sv: "väntade en nyckel inom citattecken, fann \(found.sv)",
      en: "expected a key in quotes, found \(found.en)")
  }

  fileprivate static func noColon(_ key: String, _ found: String) -> Message {
    let found = Message.found(found)
    return Message(
      sv: "väntade ':' efter nyckeln '\(key)', fann \(found.sv)",
      en: "expected ':' after the key '\(key)', found \(found.en)")
  }

  fileprivate static func noComma(_ close: Unicode.Scalar, _ found: String) -> Message {
    let found = Message.found(found)
    return Message(
      sv: "väntade ',' eller '\(close)', fann \(found.sv)",
      en: "expected ',' or '\(close)', found \(found.en)")
  }

  fileprivate static let comment = Message(
    sv: "JSON har inga kommentarer; ta bort texten efter '/'",
    en: "JSON has no comments; remove the text after '/'")

  fileprivate static func otherQuote(_ found: String) -> Message {
    Message(
      sv: "citattecknet \(found) är inte JSON:s; skriv raka dubbla citattecken, \"",
      en: "the quote \(found) is not JSON's; write straight double quotes, \"")
  }

  fileprivate static let lastComma = Message(
    sv: "efter det sista i en lista eller {…} står inget kommatecken",
    en: "no comma stands after the last item of a list or {…}")

  fileprivate static let removeComma = Message(
    sv: "ta bort kommatecknet", en: "remove the comma")

  fileprivate static func afterTheEnd(_ found: String) -> Message {
    Message(
      sv: "väntade filens slut, fann '\(found)': filen är ett enda värde",
      en: "expected the end of the file, found '\(found)': the file is a single value")
  }

  fileprivate static func leadingZero(_ found: String) -> Message {
    Message(
      sv: "talet '\(found)' börjar med en nolla, som JSON inte tillåter",
      en: "the number '\(found)' begins with a zero, which JSON does not allow")
  }

  fileprivate static func noDigits(_ found: String) -> Message {
    let found = Message.found(found)
    return Message(
      sv: "väntade en siffra, fann \(found.sv)", en: "expected a digit, found \(found.en)")
  }

  fileprivate static let decimalComma = Message(
    sv: "tal i JSON har decimalpunkt, inte kommatecken",
    en: "numbers in JSON have a decimal point, not a comma")

  fileprivate static let writePoint = Message(sv: "skriv en punkt", en: "write a point")

  fileprivate static let unclosedString = Message(
    sv: "texten saknar sitt avslutande citattecken på raden; en radbrytning skrivs \\n",
    en: "the text lacks its closing quote on the line; a line break is written \\n")

  fileprivate static let unknownEscape = Message(
    sv: "efter '\\' väntades ett av \" \\ / n r t eller u och fyra siffror (0–9, a–f)",
    en: "after '\\' one of \" \\ / n r t, or u and four digits (0–9, a–f), was expected")

  fileprivate static let doubleBackslash = Message(
    sv: "skriv \\\\ för ett omvänt snedstreck", en: "write \\\\ for a backslash")

  fileprivate static let halfPair = Message(
    sv: "'\\u' ger ett halvt tecken; ett tecken utanför de första 65 536 skrivs med två",
    en: "'\\u' gives half a character; one past the first 65 536 is written with two")

  fileprivate static func control(_ byte: UInt8) -> Message {
    let code = "U+00" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    return Message(
      sv: "det osynliga styrtecknet \(code) kan inte stå i text; ta bort det",
      en: "the invisible control character \(code) cannot stand in text; remove it")
  }

  fileprivate static func endsInside(_ close: String) -> Message {
    Message(
      sv: "filen tar slut före '\(close)'", en: "the file ends before '\(close)'")
  }

  fileprivate static let opensHere = Message(
    sv: "det som inte är stängt börjar här", en: "what is not closed begins here")
}
