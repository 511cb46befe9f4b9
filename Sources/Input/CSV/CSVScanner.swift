import Diagnostics

/// Takes the rows of a text of separated fields apart, one after another.
///
/// **Source**: Y. Shafranovich, RFC 4180, 2005. We differ where files do: any separator, any line
/// end, and a quote within a field that does not begin with one is that character.
struct CSVScanner {
  /// How far the scanner has come.
  struct Position {
    var offset = 0
    var line = 1
    var column = 1
  }

  private let bytes: [UInt8]
  private let file: FileID
  private let separator: UInt8
  private var at: Position
  private(set) var diagnostics: [Diagnostic] = []

  init(_ bytes: [UInt8], from start: Position, file: FileID, separator: UInt8) {
    self.bytes = bytes
    self.file = file
    self.separator = separator
    at = start
  }

  /// The next row, of at least one field; nil at the end.
  mutating func row() -> [FileTable.Cell]? {
    guard at.offset < bytes.count else { return nil }
    var cells: [FileTable.Cell] = []
    while true {
      skipSpaces()
      cells.append(byte == UInt8(ascii: "\"") ? quotedField() : plainField())
      guard byte == separator else { break }
      step()
    }
    lineBreak()
    return cells
  }

  private var byte: UInt8? { at.offset < bytes.count ? bytes[at.offset] : nil }

  private var isAtLineBreak: Bool { byte == 0x0A || byte == 0x0D }

  private var place: Place { Place(file: file, line: at.line, column: at.column) }

  /// Goes past a byte that is no line break.
  private mutating func step() {
    at.offset += 1
    // The bytes that go on with a character take no column.
    if at.offset >= bytes.count || bytes[at.offset] & 0xC0 != 0x80 { at.column += 1 }
  }

  private mutating func lineBreak() {
    guard isAtLineBreak else { return }
    let isPair = byte == 0x0D && at.offset + 1 < bytes.count && bytes[at.offset + 1] == 0x0A
    at = Position(offset: at.offset + (isPair ? 2 : 1), line: at.line + 1, column: 1)
  }

  private mutating func skipSpaces() {
    while byte == 0x20 || byte == 0x09, byte != separator { step() }
  }

  private mutating func plainField() -> FileTable.Cell {
    let start = place
    let first = at.offset
    while let byte, byte != separator, !isAtLineBreak { step() }
    var end = at.offset
    while end > first, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return FileTable.Cell(
      String(decoding: bytes[first..<end], as: UTF8.self), places: PlaceMap(start: start))
  }

  private mutating func quotedField() -> FileTable.Cell {
    let opening = place
    step()
    var map = PlaceMap(start: place)
    var text: [UInt8] = []
    while true {
      guard let byte else {
        diagnostics.append(.unclosedQuote(at: opening))
        break
      }
      if byte == UInt8(ascii: "\"") {
        step()
        guard self.byte == UInt8(ascii: "\"") else { break }
        text.append(byte)
        step()
        map.turns.append(.init(offset: text.count, place: place))
      } else if isAtLineBreak {
        lineBreak()
        text.append(0x0A)
        map.turns.append(.init(offset: text.count, place: place))
      } else {
        text.append(byte)
        step()
      }
    }
    let closed = place
    skipSpaces()
    if byte != nil, byte != separator, !isAtLineBreak {
      diagnostics.append(.textAfterQuote(at: closed))
      while byte != nil, byte != separator, !isAtLineBreak { step() }
    }
    return FileTable.Cell(String(decoding: text, as: UTF8.self), places: map)
  }
}

extension Diagnostic {
  fileprivate static func unclosedQuote(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .unclosedQuote,
      Message(
        sv: "citattecknet slutar aldrig: resten av filen hör till fältet",
        en: "the quote never ends: the rest of the file belongs to the field"), at: place,
      endColumn: Int(place.column) + 1,
      fixes: [
        Fix(
          Message(
            sv: "skriv ett avslutande citattecken; ett som hör till texten skrivs dubbelt",
            en: "write a closing quote; one that belongs to the text is doubled"))
      ])
  }

  fileprivate static func textAfterQuote(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .textAfterQuote,
      Message(
        sv: "text efter fältets avslutande citattecken; väntade ett skiljetecken",
        en: "text after the field's closing quote; expected a separator"), at: place,
      fixes: [
        Fix(
          Message(
            sv: "ett citattecken som hör till texten skrivs dubbelt",
            en: "a quote that belongs to the text is doubled"))
      ])
  }
}
