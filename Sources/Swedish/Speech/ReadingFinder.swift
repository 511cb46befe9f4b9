/// Finds what in a text a voice would read wrongly: abbreviations, minus signs before numbers, signs
/// of comparison, and texts that are a sign alone, such as a dash in a table's cell.
///
/// A sign is only words where it means them: a dash between words is a pause, and `<` is less than
/// before a number. What a voice reads well is left alone, for each reading costs the file an element.
public struct ReadingFinder: Sendable {
  private let isSwedish: Bool
  private var abbreviations: [UInt64: (short: [UInt8], long: String)] = [:]
  /// A word with more bytes is no abbreviation.
  private var longest = 0

  /// A finder for texts of a language.
  ///
  /// - Parameters:
  ///   - language: BCP 47; the usual abbreviations are known in Swedish.
  ///   - abbreviations: A document's own, with what they stand for; they go before the usual ones.
  public init(language: String, abbreviations: [(short: String, long: String)] = []) {
    isSwedish = language == "sv" || language.hasPrefix("sv-")
    for (short, long) in (isSwedish ? standardAbbreviations : []) + abbreviations {
      let bytes = Array(short.utf8)
      longest = max(longest, bytes.count)
      self.abbreviations[Self.hash(bytes.span, 0..<bytes.count)] = (bytes, long)
    }
  }

  /// Whether a word can be found as an abbreviation: letters, digits, points and hyphens, the first
  /// a letter.
  public static func canFind(_ short: String) -> Bool {
    let bytes = Array(short.utf8)
    guard let first = bytes.first, isLetter(first) else { return false }
    return bytes.allSatisfy { isWord($0) || isJoint($0) }
  }

  /// What is read differently of a text, in order.
  public func readings(in text: String) -> [Reading] {
    if let words = wordsOfLoneSign(text) {
      return [Reading(0..<text.utf8.count, .words(words))]
    }
    let bytes = text.utf8Span.span
    var found: [Reading] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if Self.isLetter(byte) {
        let end = endOfWord(in: bytes, from: index)
        if let reading = abbreviation(in: bytes, index..<end) { found.append(reading) }
        index = end
      } else if Self.isDigit(byte) {
        // What stands right after a number is a part of it: 5e, 3D.
        index = endOfWord(in: bytes, from: index)
      } else if byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == 0xE2 {
        let (reading, end) = sign(in: bytes, at: index)
        if let reading { found.append(reading) }
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  // MARK: Abbreviations

  private func abbreviation(in bytes: Span<UInt8>, _ word: Range<Int>) -> Reading? {
    // `IVO:s` is inflected, and what it stands for would have to be.
    if word.upperBound + 1 < bytes.count, bytes[word.upperBound] == UInt8(ascii: ":"),
      Self.isLetter(bytes[word.upperBound + 1])
    {
      return nil
    }
    var range = word
    while !range.isEmpty {
      if range.count <= longest {
        if let long = expansion(of: bytes, range) { return Reading(range, .expansion(long)) }
      }
      // A point or hyphen at the end may be the sentence's.
      guard Self.isJoint(bytes[range.upperBound - 1]) else { return nil }
      range = range.lowerBound..<range.upperBound - 1
    }
    return nil
  }

  private func expansion(of bytes: Span<UInt8>, _ range: Range<Int>) -> String? {
    if let found = abbreviations[Self.hash(bytes, range)], found.short.count == range.count,
      range.allSatisfy({ bytes[$0] == found.short[$0 - range.lowerBound] })
    {
      return found.long
    }
    // At the beginning of a sentence.
    let first = bytes[range.lowerBound]
    guard (0x41...0x5A).contains(first), range.count > 1,
      !(0x41...0x5A).contains(bytes[range.lowerBound + 1])
    else { return nil }
    let lower = range.map { $0 == range.lowerBound ? first | 0x20 : bytes[$0] }
    guard let found = abbreviations[Self.hash(lower.span, 0..<lower.count)], found.short == lower
    else { return nil }
    return found.long.prefix(1).uppercased() + found.long.dropFirst()
  }

  /// FNV-1a: a word of a long text is looked up without being made a string.
  private static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return hash
  }

  private func endOfWord(in bytes: Span<UInt8>, from start: Int) -> Int {
    var end = start + 1
    while end < bytes.count, Self.isWord(bytes[end]) || Self.isJoint(bytes[end]) {
      end += 1
    }
    return end
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// ASCII letters, and the bytes of those with marks, up to U+02FF.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || (0xC3...0xCB).contains(byte)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || (0x80...0xBF).contains(byte)
  }

  private static func isJoint(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }
}

// MARK: Signs

extension ReadingFinder {
  /// The words for a text that is nothing but a sign.
  private func wordsOfLoneSign(_ text: String) -> String? {
    guard text.utf8.count <= 3 else { return nil }
    switch MissingValue(text) {
    case .nothing: return isSwedish ? "inget att redovisa" : "nothing to report"
    case .unavailable: return isSwedish ? "uppgift saknas" : "not available"
    case .impossible: return isSwedish ? "kan inte förekomma" : "not applicable"
    case nil: break
    }
    switch text {
    case "✓", "✔": return isSwedish ? "ja" : "yes"
    case "✗", "✘": return isSwedish ? "nej" : "no"
    case "☑", "☒": return isSwedish ? "ikryssad" : "ticked"
    case "☐": return isSwedish ? "inte ikryssad" : "not ticked"
    default: return nil
    }
  }

  /// The reading of a sign before a number, and where to go on.
  private func sign(in bytes: Span<UInt8>, at index: Int) -> (Reading?, Int) {
    let end = index + (bytes[index] == 0xE2 ? 3 : 1)
    guard end < bytes.count else { return (nil, bytes.count) }
    let isGlued = index > 0 && isWordByte(bytes[index - 1])
    if bytes[index] == 0xE2, bytes[index + 1] == 0x88, bytes[index + 2] == 0x92 {
      guard !isGlued, isDigitByte(bytes[end]) else { return (nil, end) }
      let last = endOfNumber(in: bytes, from: end)
      let number = String(decoding: (end..<last).map { bytes[$0] }, as: UTF8.self)
      return (Reading(index..<last, .words("minus " + number)), last)
    }
    guard let words = words(ofComparison: bytes, at: index) else { return (nil, end) }
    var next = end
    while next < bytes.count, let space = lengthOfSpace(in: bytes, at: next) { next += space }
    guard next < bytes.count, isDigitByte(bytes[next]) else { return (nil, end) }
    // What follows at once must not be read as one word with it.
    return (Reading(index..<end, .words(next == end ? words + " " : words)), next)
  }

  private func words(ofComparison bytes: Span<UInt8>, at index: Int) -> String? {
    if bytes[index] == UInt8(ascii: "<") { return isSwedish ? "mindre än" : "less than" }
    if bytes[index] == UInt8(ascii: ">") { return isSwedish ? "större än" : "more than" }
    guard bytes[index + 1] == 0x89 else { return nil }
    switch bytes[index + 2] {
    case 0xA4: return isSwedish ? "högst" : "at most"
    case 0xA5: return isSwedish ? "minst" : "at least"
    default: return nil
    }
  }

  /// Where a number ends, with its groups of three digits and its decimals.
  private func endOfNumber(in bytes: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      if isDigitByte(bytes[end]) {
        end += 1
      } else if let space = lengthOfSpace(in: bytes, at: end), end + space + 2 < bytes.count,
        (0..<3).allSatisfy({ isDigitByte(bytes[end + space + $0]) })
      {
        end += space + 3
      } else if bytes[end] == UInt8(ascii: ",") || bytes[end] == UInt8(ascii: "."),
        end + 1 < bytes.count, isDigitByte(bytes[end + 1])
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// The bytes of a space within a number, U+00A0 or U+202F, or of a space; nil for none.
  private func lengthOfSpace(in bytes: Span<UInt8>, at index: Int) -> Int? {
    switch bytes[index] {
    case 0x20: 1
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: 2
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xAF:
      3
    default: nil
    }
  }

  private func isDigitByte(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private func isWordByte(_ byte: UInt8) -> Bool {
    isDigitByte(byte) || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }
}
