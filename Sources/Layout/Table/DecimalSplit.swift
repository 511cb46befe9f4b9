/// Finds where a number's whole part ends, so that a column can be aligned on its decimal comma.
///
/// A number may begin with "ca", a bound or a sign (`<`, `≥`, `−`, `±`), has digits in groups and at
/// most one decimal comma; a unit, a percent sign or a note's mark may follow, which stand right of
/// the digits. A range (`3–5`) stands by its last number. A dash or dots alone (a missing value) end
/// where they end, under the whole digits. Dates, times and case numbers are words.
///
/// - Returns: the UTF-8 offset after the last whole digit; nil for words.
package func decimalSplit(of text: String) -> Int? {
  if text == "–" || text == ".." || text == "." || text == "-" || text == "−" {
    return text.utf8.count
  }
  var reader = NumberEndReader(text)
  return reader.read()
}

/// Reads a number from the start of a text.
private struct NumberEndReader {
  private let scalars: [Unicode.Scalar]
  private var index = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func read() -> Int? {
    skipLead()
    guard var end = readNumber() else { return nil }
    let mark = index
    skipSpaces()
    if index < scalars.count, scalars[index] == "–" {
      index += 1
      skipLead()
      if let last = readNumber() { end = last } else { index = mark }
    } else {
      index = mark
    }
    // What goes on like this is a date, a time, a case number or a version.
    if index + 1 < scalars.count, "-:/.".unicodeScalars.contains(scalars[index]),
      scalars[index + 1].isDigit
    {
      return nil
    }
    return scalars[..<end].reduce(0) { $0 + UTF8.width($1) }
  }

  /// Passes spaces, bounds, signs and "ca".
  private mutating func skipLead() {
    let marks: Set<Unicode.Scalar> = ["<", ">", "≤", "≥", "−", "-", "–", "+", "±", "~", "≈", "("]
    for word in ["ca.", "c:a", "ca"] {
      let letters = Array(word.unicodeScalars)
      if scalars.starts(with: letters), scalars.count > letters.count,
        scalars[letters.count].isSpace, index == 0
      {
        index = letters.count
        break
      }
    }
    while index < scalars.count, scalars[index].isSpace || marks.contains(scalars[index]) {
      index += 1
    }
  }

  private mutating func skipSpaces() {
    while index < scalars.count, scalars[index].isSpace { index += 1 }
  }

  /// Reads digits and decimals.
  ///
  /// - Returns: the place after the last whole digit.
  private mutating func readNumber() -> Int? {
    guard index < scalars.count, scalars[index].isDigit else { return nil }
    while index < scalars.count {
      if scalars[index].isDigit {
        index += 1
      } else if scalars[index].isSpace, index + 1 < scalars.count, scalars[index + 1].isDigit {
        // Between the groups of a large number.
        index += 2
      } else {
        break
      }
    }
    let end = index
    if index + 1 < scalars.count, scalars[index] == ",", scalars[index + 1].isDigit {
      index += 1
      while index < scalars.count, scalars[index].isDigit { index += 1 }
    }
    return end
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { value >= 0x30 && value <= 0x39 }
  fileprivate var isSpace: Bool { self == " " || self == "\u{A0}" || self == "\u{202F}" }
}
