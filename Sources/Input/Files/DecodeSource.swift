public import Diagnostics

/// Takes the bytes of a source, from standard input or a file, as UTF-8 text into the set.
///
/// A byte order mark is dropped. The text is kept, and nil given, when it is no text: too large,
/// empty, binary, or not UTF-8, which is told with the place of the first byte that is not.
///
/// - Parameters:
///   - bytes: What was read.
///   - path: The path as it is shown to the user.
///   - sources: The set that the source is put into, whatever is found.
///   - limits: How much is taken.
/// - Returns: The source's number in the set, nil when there is nothing to go on with.
public func decodeSource(
  _ bytes: [UInt8], shownAs path: String, into sources: inout SourceSet,
  limits: ReadingLimits = .init()
) -> (FileID?, [Diagnostic]) {
  func refuse(_ code: Code, _ message: Message) -> (FileID?, [Diagnostic]) {
    let file = sources.add(path: path, text: "")
    return (nil, [Diagnostic(.error, code, message, at: Place(file: file, line: 0, column: 0))])
  }
  guard bytes.count <= limits.bytes else {
    return refuse(.fileTooLarge, .tooLarge(most: limits.bytes))
  }
  guard !bytes.isEmpty else { return refuse(.fileEmpty, .empty) }
  let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
  if let kind = FileKind(bytes) {
    guard kind == .other, let text = String(validating: content, as: UTF8.self),
      let offset = Array(content).firstIndex(of: 0)
    else { return refuse(.notText, .binary(kind)) }
    // Text all the same, in which a program has left a zero byte.
    let file = sources.add(path: path, text: text)
    let place = SourceLines(text).place(at: offset, in: file)
    return (nil, [Diagnostic(.error, .notText, .zeroByte, at: place)])
  }
  guard let text = String(validating: content, as: UTF8.self) else {
    // The lines are shown with U+FFFD in the place of what is no character.
    let file = sources.add(path: path, text: String(decoding: content, as: UTF8.self))
    return (nil, [notUTF8(Array(content), file)])
  }
  return (sources.add(path: path, text: text), [])
}

/// What a file is when it is not text in UTF-8.
private enum FileKind {
  case pdf, archive, utf16, other

  /// What the first bytes say; nil when they may be text.
  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: "%PDF-".utf8) {
      self = .pdf
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .archive
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      self = .utf16
      // The least of all is found many bytes at a time, the first zero one after the other.
    } else if bytes.min() == 0 {
      self = .other
    } else {
      return nil
    }
  }
}

/// Finds the first byte that does not continue UTF-8, and says what it may have been.
private func notUTF8(_ bytes: [UInt8], _ file: FileID) -> Diagnostic {
  let offset = firstBrokenByte(bytes)
  let lines = SourceLines(bytes: bytes)
  let place = lines.place(at: offset, in: file)
  let byte = bytes[offset]
  // A character begins here and the file ends before it does.
  let isTruncated =
    offset + characterLength(byte) > bytes.count
    && bytes[(offset + 1)...].allSatisfy { $0 & 0xC0 == 0x80 }
  return Diagnostic(
    .error, .notText, isTruncated ? .truncated : .notUTF8(byte), at: place,
    endColumn: Int(place.column) + 1)
}

private func firstBrokenByte(_ bytes: [UInt8]) -> Int {
  var offset = 0
  while offset < bytes.count {
    let length = characterLength(bytes[offset])
    let end = offset + length
    guard length > 0, end <= bytes.count,
      length == 1 || String(validating: bytes[offset..<end], as: UTF8.self) != nil
    else { return offset }
    offset = end
  }
  return bytes.count - 1
}

/// How many bytes the character has that begins with a byte; 0 when none does.
private func characterLength(_ byte: UInt8) -> Int {
  switch byte {
  case ..<0x80: 1
  case 0xC2..<0xE0: 2
  case 0xE0..<0xF0: 3
  case 0xF0..<0xF5: 4
  default: 0
  }
}

extension Message {
  /// A file has more bytes than are read.
  static func tooLarge(most: Int) -> Message {
    Message(
      sv: "filen är större än \(most >> 20) MiB, som är det mesta som läses",
      en: "the file is larger than \(most >> 20) MiB, the most that is read")
  }

  /// A file has nothing in it.
  static let empty = Message(sv: "filen är tom", en: "the file is empty")

  fileprivate static func binary(_ kind: FileKind) -> Message {
    switch kind {
    case .pdf:
      Message(
        sv: "filen är en PDF; väntade text i UTF-8", en: "the file is a PDF; expected UTF-8 text")
    case .archive:
      Message(
        sv: "filen är ett ZIP-arkiv (Word och Excel sparar så); väntade text i UTF-8",
        en: "the file is a ZIP archive (as Word and Excel save); expected UTF-8 text")
    case .utf16:
      Message(
        sv: "filen är sparad som UTF-16; spara den som UTF-8",
        en: "the file is saved as UTF-16; save it as UTF-8")
    case .other:
      Message(
        sv: "filen är binär, med nollbyte; väntade text i UTF-8",
        en: "the file is binary, with zero bytes; expected UTF-8 text")
    }
  }

  fileprivate static let zeroByte = Message(
    sv: "här står ett nollbyte, som inte hör hemma i text; ta bort det",
    en: "here is a zero byte, which does not belong in text; remove it")

  fileprivate static let truncated = Message(
    sv: "filen tar slut mitt i ett tecken: den är avhuggen, hämta eller spara den på nytt",
    en: "the file ends in the middle of a character: it is cut off, fetch or save it again")

  fileprivate static func notUTF8(_ byte: UInt8) -> Message {
    let hex = String(byte, radix: 16, uppercase: true)
    // In ISO 8859-1, what older programs save, the byte is the character of the same number.
    let letter = byte >= 0xC0 ? " ('\(Character(Unicode.Scalar(byte)))' i Latin-1)" : ""
    let letterEnglish = byte >= 0xC0 ? " ('\(Character(Unicode.Scalar(byte)))' in Latin-1)" : ""
    return Message(
      sv: "byte \(hex)\(letter) är inte UTF-8: filen är sparad med en annan teckenkodning, "
        + "spara den som UTF-8",
      en: "byte \(hex)\(letterEnglish) is not UTF-8: the file is saved in another encoding, "
        + "save it as UTF-8")
  }
}
