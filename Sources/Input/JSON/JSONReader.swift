import Diagnostics

/// Reads JSON from bytes by recursive descent.
///
/// Places are known along the way: a line can only end between values, and in strings alone stand
/// characters of several bytes.
struct JSONReader {
  /// Thrown when the rest of the file cannot be understood; what is wrong has been reported.
  struct Stop: Error {}

  /// The source in UTF-8.
  let bytes: [UInt8]
  /// The file that places are given in.
  let file: FileID
  /// How much is read.
  let limits: ReadingLimits
  /// What has been found.
  var diagnostics: [Diagnostic] = []
  /// The next byte to read.
  var offset = 0

  private var line = 1
  private var lineStart = 0
  /// How many bytes of the line so far begin no character.
  var continuations = 0
  /// The lists and maps that are not closed yet.
  private(set) var open: [(place: Place, isMap: Bool)] = []

  /// After so many faults the rest of the file is not read.
  private static let mostFaults = 100

  /// A reader at the start of the bytes.
  init(_ bytes: [UInt8], file: FileID, limits: ReadingLimits) {
    self.bytes = bytes
    self.file = file
    self.limits = limits
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      offset = 3
      lineStart = 3
    }
  }

  /// The next byte, nil at the end.
  var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// Reads the one value that the file is.
  mutating func readDocument() throws(Stop) -> Value {
    skipSpace()
    guard next != nil else {
      diagnostics.append(.emptyFile(at: Place(file: file, line: 0, column: 0)))
      throw Stop()
    }
    let value = try readValue()
    skipSpace()
    guard next == nil else { throw stop(.afterTheEnd) }
    return value
  }

  private mutating func readValue() throws(Stop) -> Value {
    skipSpace()
    let place = here
    switch next {
    case UInt8(ascii: "{"): return try readMap(at: place)
    case UInt8(ascii: "["): return try readList(at: place)
    case UInt8(ascii: "\""):
      return Value(.scalar(try readString(at: place)), at: place)
    case .some(let byte) where byte == UInt8(ascii: "-") || byte.isDigit:
      return Value(.scalar(try readNumber(at: place)), at: place)
    case UInt8(ascii: "t") where takes("true"):
      return Value(.scalar(word("true", at: place)), at: place)
    case UInt8(ascii: "f") where takes("false"):
      return Value(.scalar(word("false", at: place)), at: place)
    case UInt8(ascii: "n") where takes("null"): return Value(.null, at: place)
    case nil: throw stopAtEnd()
    default: throw stop(.noValue)
    }
  }

  private mutating func readList(at place: Place) throws(Stop) -> Value {
    try enter(place)
    var items: [Value] = []
    skipSpace()
    if next == UInt8(ascii: "]") {
      leave()
      return Value(.list([]), at: place)
    }
    while true {
      items.append(try readValue())
      skipSpace()
      switch next {
      case UInt8(ascii: ","):
        let comma = offset
        offset += 1
        skipSpace()
        if next == UInt8(ascii: "]") { throw stop(.lastComma, at: comma) }
      case UInt8(ascii: "]"):
        leave()
        return Value(.list(items), at: place)
      case nil: throw stopAtEnd()
      default: throw stop(.noComma(close: "]"))
      }
    }
  }

  private mutating func readMap(at place: Place) throws(Stop) -> Value {
    try enter(place)
    var entries: [Map.Entry] = []
    // As most maps of a schema have.
    entries.reserveCapacity(4)
    var keys = SeenKeys()
    skipSpace()
    if next == UInt8(ascii: "}") {
      leave()
      return Value(.map(Map(entries: [])), at: place)
    }
    while true {
      skipSpace()
      let keyPlace = here
      guard next == UInt8(ascii: "\"") else {
        throw next == nil ? stopAtEnd() : stop(.noKey)
      }
      let key = try readString(at: keyPlace).text
      let keyEnd = here
      skipSpace()
      guard next == UInt8(ascii: ":") else {
        throw next == nil ? stopAtEnd() : stop(.noColon(key))
      }
      offset += 1
      let value = try readValue()

      if let first = keys.insert(key, after: entries) {
        diagnostics.append(
          .duplicateKey(
            key, at: keyPlace, endColumn: Int(keyEnd.column), first: entries[first].keyPlace))
        guard diagnostics.count < Self.mostFaults else { throw Stop() }
      } else {
        entries.append(
          Map.Entry(
            key: key, keyPlace: keyPlace, keyEndColumn: Int(keyEnd.column), value: value))
      }

      skipSpace()
      switch next {
      case UInt8(ascii: ","):
        let comma = offset
        offset += 1
        skipSpace()
        if next == UInt8(ascii: "}") { throw stop(.lastComma, at: comma) }
      case UInt8(ascii: "}"):
        leave()
        return Value(.map(Map(entries: entries)), at: place)
      case nil: throw stopAtEnd()
      default: throw stop(.noComma(close: "}"))
      }
    }
  }

  private mutating func readNumber(at place: Place) throws(Stop) -> Scalar {
    let start = offset
    if next == UInt8(ascii: "-") { offset += 1 }
    if next == UInt8(ascii: "0") {
      offset += 1
      if let digit = next, digit.isDigit { throw stop(.leadingZero, at: start) }
    } else {
      guard skipDigits() else { throw stop(.noDigits) }
    }
    if next == UInt8(ascii: ".") {
      offset += 1
      guard skipDigits() else { throw stop(.noDigits) }
    } else if next == UInt8(ascii: ","), offset + 1 < bytes.count, bytes[offset + 1].isDigit,
      open.last?.isMap == true
    {
      // In a list `1,5` is two numbers; in a map nothing but a key may follow the comma.
      throw stop(.decimalComma)
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      offset += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset += 1 }
      guard skipDigits() else { throw stop(.noDigits) }
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    return Scalar(text, style: .jsonNumber, places: PlaceMap(start: place))
  }

  private mutating func skipDigits() -> Bool {
    let start = offset
    while let digit = next, digit.isDigit { offset += 1 }
    return offset > start
  }

  private mutating func skipSpace() {
    while let byte = next, byte.isJSONSpace {
      offset += 1
      if byte == 0x0A || byte == 0x0D && next != 0x0A {
        line += 1
        lineStart = offset
        continuations = 0
      }
    }
  }

  private mutating func takes(_ word: String) -> Bool {
    let end = offset + word.utf8.count
    guard end <= bytes.count, bytes[offset..<end].elementsEqual(word.utf8),
      end == bytes.count || !bytes[end].isLetterOrDigit
    else { return false }
    offset = end
    return true
  }

  private func word(_ text: String, at place: Place) -> Scalar {
    Scalar(text, style: .jsonBoolean, places: PlaceMap(start: place))
  }

  // MARK: Places

  private mutating func enter(_ place: Place) throws(Stop) {
    guard open.count < limits.nesting else {
      diagnostics.append(.tooDeep(limits.nesting, at: place))
      throw Stop()
    }
    open.append((place, bytes[offset] == UInt8(ascii: "{")))
    offset += 1
  }

  private mutating func leave() {
    open.removeLast()
    offset += 1
  }

  /// The place of the next byte.
  var here: Place {
    Place(file: file, line: line, column: offset - lineStart - continuations + 1)
  }
}
