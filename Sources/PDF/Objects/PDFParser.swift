/// Reads PDF's objects and operators from bytes.
///
/// What it reads may be anybody's: every number is held against its bounds, nesting is limited, and
/// nothing traps.
struct PDFParser {
  /// What stands next in the bytes.
  enum Token: Hashable {
    case object(PDFObject)
    /// A word that is no object: `obj`, `stream`, `BT`, `Tj`.
    case word(ArraySlice<UInt8>)
    case end
  }

  /// Deeper nesting of arrays and dictionaries is taken for damage.
  static let mostNesting = 64

  let bytes: [UInt8]
  /// Where to read next.
  var position: Int
  /// Where to stop.
  let end: Int
  private var nesting = 0

  /// A parser of a range of bytes; nil reads them all.
  init(_ bytes: [UInt8], _ range: Range<Int>? = nil) {
    self.bytes = bytes
    let whole = 0..<bytes.count
    let range = range.map { $0.clamped(to: whole) } ?? whole
    position = range.lowerBound
    end = range.upperBound
  }

  // MARK: Tokens

  /// Reads the next object or word.
  ///
  /// References are not put together here but by `object()`, for content has none.
  mutating func token() throws(PDFError) -> Token {
    skipSpace()
    guard position < end else { return .end }
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "/"): return .object(.name(readName()))
    case UInt8(ascii: "("): return .object(.string(try readString()))
    case UInt8(ascii: "<"):
      if position + 1 < end, bytes[position + 1] == UInt8(ascii: "<") {
        position += 2
        return .object(.dictionary(try readDictionary()))
      }
      return .object(.string(try readHex()))
    case UInt8(ascii: "["):
      position += 1
      return .object(.array(try readArray()))
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      return .object(try readNumber())
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: ">"), UInt8(ascii: "}"),
      UInt8(ascii: "{"):
      throw damage("a bracket that nothing opened")
    default: return readWord()
    }
  }

  /// Reads the next object, references put together.
  mutating func object() throws(PDFError) -> PDFObject {
    guard case .object(let object) = try token() else { throw damage("no object") }
    guard case .integer(let number) = object, number >= 0 else { return object }
    return skipReferenceMark() ? .reference(Reference(number: number)) : object
  }

  /// Skips the generation and the `R` that make a reference of a number; false when something else
  /// follows.
  private mutating func skipReferenceMark() -> Bool {
    let start = position
    skipSpace()
    let digits = position
    while position < end, (0x30...0x39).contains(bytes[position]) { position += 1 }
    if position > digits, position - digits <= 5 {
      skipSpace()
      if position < end, bytes[position] == UInt8(ascii: "R"),
        position + 1 == end || !bytes[position + 1].isPDFRegular
      {
        position += 1
        return true
      }
    }
    position = start
    return false
  }

  /// Reads a word that must stand next.
  mutating func expect(_ word: StaticString) throws(PDFError) {
    let text = word.description
    guard case .word(let found) = try token(), found.elementsEqual(text.utf8) else {
      throw damage("'\(text)' is missing")
    }
  }

  /// The error that something is wrong at the place where the parser stands.
  func damage(_ what: String) -> PDFError { .damaged("\(what) at byte \(position)") }

  // MARK: Parts

  /// Skips white space and remarks.
  mutating func skipSpace() {
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: "%") {
        while position < end, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
      } else if byte.isPDFSpace {
        position += 1
      } else {
        return
      }
    }
  }

  private mutating func readWord() -> Token {
    let start = position
    while position < end, bytes[position].isPDFRegular { position += 1 }
    if position == start { position += 1 }
    switch bytes[start..<position] {
    case let word where word.elementsEqual("true".utf8): return .object(.boolean(true))
    case let word where word.elementsEqual("false".utf8): return .object(.boolean(false))
    case let word where word.elementsEqual("null".utf8): return .object(.null)
    case let word: return .word(word)
    }
  }

  private mutating func readName() -> String {
    position += 1
    let start = position
    while position < end, bytes[position].isPDFRegular, bytes[position] != UInt8(ascii: "#") {
      position += 1
    }
    guard position < end, bytes[position] == UInt8(ascii: "#") else {
      return String(decoding: bytes[start..<position], as: UTF8.self)
    }
    var name = Array(bytes[start..<position])
    while position < end, bytes[position].isPDFRegular {
      if bytes[position] == UInt8(ascii: "#"), position + 2 < end,
        let high = bytes[position + 1].hexDigit, let low = bytes[position + 2].hexDigit
      {
        name.append(high << 4 | low)
        position += 3
      } else {
        name.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: name, as: UTF8.self)
  }

  private mutating func readNumber() throws(PDFError) -> PDFObject {
    let start = position
    var digits = start
    while digits < end, bytes[digits] == UInt8(ascii: "+") || bytes[digits] == UInt8(ascii: "-") {
      digits += 1
    }
    position = digits
    var isReal = false
    var whole = 0
    var decimals = 0
    while position < end, bytes[position].isPDFRegular {
      let byte = bytes[position]
      if byte == UInt8(ascii: ".") {
        isReal = true
      } else {
        // `1e5` is no number in PDF.
        guard (0x30...0x39).contains(byte) else { throw damage("a number that is none") }
        whole = whole &* 10 &+ Int(byte - 0x30)
        if isReal { decimals += 1 }
      }
      position += 1
    }
    let isNegative = bytes[start] == UInt8(ascii: "-")
    // Eighteen figures cannot run over.
    if !isReal, digits - start <= 1, (1...18).contains(position - digits) {
      return .integer(isNegative ? -whole : whole)
    }
    // Both are exact, so that the quotient is the nearest number.
    if isReal, digits - start <= 1, position - digits <= 15, (1...10).contains(decimals),
      bytes[digits..<position].count(where: { $0 == UInt8(ascii: ".") }) == 1
    {
      let value = Double(whole) / Self.powersOfTen[decimals]
      return .real(isNegative ? -value : value)
    }
    let text = String(decoding: bytes[digits..<position], as: UTF8.self)
    // `4.` and `.5` are numbers in PDF.
    guard let value = Double("0" + text + (isReal ? "0" : "")) else {
      throw damage("a number that is none")
    }
    return .real(isNegative ? -value : value)
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10,
  ]

  private mutating func readArray() throws(PDFError) -> [PDFObject] {
    try enter()
    defer { nesting -= 1 }
    var elements: [PDFObject] = []
    while true {
      skipSpace()
      guard position < end else { throw damage("an array that nothing closes") }
      if bytes[position] == UInt8(ascii: "]") {
        position += 1
        return elements
      }
      switch try token() {
      case .object(let element): elements.append(element)
      case .word(let word):
        // A reference's numbers have been read as two numbers before its `R`.
        guard word.elementsEqual("R".utf8), elements.count >= 2,
          elements[elements.count - 1].integer != nil,
          let number = elements[elements.count - 2].integer, number >= 0
        else { throw damage("a word in an array") }
        elements.removeLast(2)
        elements.append(.reference(Reference(number: number)))
      case .end: throw damage("an array that nothing closes")
      }
    }
  }

  private mutating func readDictionary() throws(PDFError) -> PDFDictionary {
    try enter()
    defer { nesting -= 1 }
    var dictionary = PDFDictionary()
    // As many as most have.
    dictionary.entries.reserveCapacity(8)
    while true {
      skipSpace()
      guard position + 1 < end else { throw damage("a dictionary that nothing closes") }
      if bytes[position] == UInt8(ascii: ">"), bytes[position + 1] == UInt8(ascii: ">") {
        position += 2
        return dictionary
      }
      guard case .object(.name(let key)) = try token() else { throw damage("no key") }
      dictionary.entries.append(PDFDictionary.Entry(key: key, value: try object()))
    }
  }

  private mutating func enter() throws(PDFError) {
    nesting += 1
    guard nesting <= Self.mostNesting else { throw damage("nesting too deep") }
  }
}
