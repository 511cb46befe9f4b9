import Diagnostics
import Input

/// Cuts a pattern into words, fields and brackets.
///
/// A backslash takes the character after it as it is: `\{`, `\[`, `\\`.
struct PatternLexer {
  /// A piece of the pattern as it is written.
  struct Token {
    /// What a token is.
    enum Content: Equatable {
      case words(String)
      /// What stands between braces.
      case field(String)
      case open, close
    }

    var content: Content
    var place: Place
  }

  /// The first thing that is wrong with the pattern's brackets and braces.
  private(set) var fault: Diagnostic?

  private let scalar: Scalar
  private let start: Place
  private var result: [Token] = []
  /// The words that no token has yet, and the number of their first character.
  private var words = ""
  private var wordsStart = 0

  /// A lexer of a text at its place.
  init(_ scalar: Scalar, at place: Place) {
    self.scalar = scalar
    start = place
  }

  /// Cuts the whole pattern.
  mutating func tokens() -> [Token] {
    let text = scalar.text.replacingNewlines.unicodeScalars
    var index = text.startIndex
    var offset = 0
    var bracket: Int?
    // What has been passed since: words as they stand.
    var run = (start: index, offset: offset)
    while index < text.endIndex {
      let next = text.index(after: index)
      switch text[index] {
      case "\\" where next < text.endIndex && Self.escaped.contains(text[next]):
        add(text[run.start..<index], at: run.offset)
        run = (next, offset)
        offset += 2
        index = text.index(after: next)
        continue
      case "{":
        add(text[run.start..<index], at: run.offset)
        guard let end = text[next...].firstIndex(of: "}") else {
          fault = fault ?? .unclosed("{", at: place(offset))
          return result
        }
        let inner = String(text[next..<end])
        push(.field(inner), at: offset + 1)
        offset += inner.unicodeScalars.count + 2
        index = text.index(after: end)
        run = (index, offset)
        continue
      case "[":
        add(text[run.start..<index], at: run.offset)
        if bracket != nil { fault = fault ?? .nestedBracket(at: place(offset)) }
        bracket = offset
        push(.open, at: offset)
        run = (next, offset + 1)
      case "]" where bracket != nil:
        add(text[run.start..<index], at: run.offset)
        bracket = nil
        push(.close, at: offset)
        run = (next, offset + 1)
      default: break
      }
      index = next
      offset += 1
    }
    add(text[run.start...], at: run.offset)
    closeWords()
    if let bracket { fault = fault ?? .unclosed("[", at: place(bracket)) }
    return result
  }

  private static let escaped: Set<Unicode.Scalar> = ["\\", "{", "}", "[", "]"]

  private mutating func add(_ run: Substring.UnicodeScalarView, at offset: Int) {
    if words.isEmpty {
      words = String(run)
      wordsStart = offset
    } else {
      words.unicodeScalars += run
    }
  }

  private mutating func closeWords() {
    guard !words.isEmpty else { return }
    result.append(Token(content: .words(words), place: place(wordsStart)))
    words = ""
  }

  private mutating func push(_ content: Token.Content, at offset: Int) {
    closeWords()
    result.append(Token(content: content, place: place(offset)))
  }

  /// The place of a character, by its number in the pattern.
  private func place(_ offset: Int) -> Place {
    var place = scalar.places.start
    if place == .none { return start }
    if scalar.places.turns.isEmpty {
      place.column += Int32(offset)
      return place
    }
    let text = scalar.text
    let scalars = text.unicodeScalars
    let index = scalars.index(scalars.startIndex, offsetBy: min(offset, scalars.count))
    let bytes = text.utf8.distance(from: text.utf8.startIndex, to: index)
    return scalar.places.place(at: bytes, in: text)
  }
}

extension String {
  /// The text with U+2028 for line breaks: a line of its own inside the same paragraph.
  var replacingNewlines: String {
    guard utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return self }
    var lines = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in unicodeScalars where !(scalar == "\n" && last == "\r") {
      lines.append(scalar == "\n" || scalar == "\r" ? "\u{2028}" : scalar)
      last = scalar
    }
    return String(lines)
  }

  /// The text without spaces and tabs around it.
  var trimmingSpaces: String {
    guard let first = utf8.first, let last = utf8.last, first.isSpace || last.isSpace else {
      return self
    }
    var text = self[...].drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }
}

extension UInt8 {
  /// Whether it is a space or a tab.
  fileprivate var isSpace: Bool { self == 0x20 || self == 0x09 }
}

extension Diagnostic {
  fileprivate static func unclosed(_ mark: String, at place: Place) -> Diagnostic {
    let end = mark == "{" ? "}" : "]"
    return Diagnostic(
      .error, .wrongTextPattern,
      Message(
        sv: "'\(mark)' saknar sitt '\(end)'", en: "'\(mark)' has no '\(end)'"), at: place,
      endColumn: Int(place.column) + 1,
      fixes: [
        Fix(
          Message(
            sv: "skriv \\\(mark) för ett tecken som ska stå på sidan",
            en: "write \\\(mark) for a character that is to be printed"))
      ])
  }

  fileprivate static func nestedBracket(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongTextPattern,
      Message(
        sv: "en hakparentes kan inte stå inom en annan",
        en: "brackets cannot stand inside brackets"), at: place, endColumn: Int(place.column) + 1)
  }
}
