/// Reads the expressions that `SchemaPattern` matches itself, and gives up at the first sign that
/// may mean anything more.
struct SchemaPatternParser {
  private let text: [Character]
  private var offset = 0
  private var depth = 0

  /// A parser at the start of an expression.
  init(_ text: String) { self.text = Array(text) }

  /// Reads the whole; nil for what is not all of the language's plain part.
  mutating func parse() -> SchemaPattern.Piece? {
    let piece = readChoice()
    return offset == text.count ? piece : nil
  }

  private var next: Character? { offset < text.count ? text[offset] : nil }

  /// Passes over a character, if it is the next.
  private mutating func takes(_ character: Character) -> Bool {
    guard next == character else { return false }
    offset += 1
    return true
  }

  private mutating func readChoice() -> SchemaPattern.Piece? {
    guard depth < 20 else { return nil }
    depth += 1
    defer { depth -= 1 }
    var choices: [SchemaPattern.Piece] = []
    repeat {
      var pieces: [SchemaPattern.Piece] = []
      while let sign = next, sign != "|", sign != ")" {
        guard let piece = readPiece(), let counted = readCount(of: piece) else { return nil }
        pieces.append(counted)
      }
      choices.append(pieces.count == 1 ? pieces[0] : .row(pieces))
    } while takes("|")
    return choices.count == 1 ? choices[0] : .either(choices)
  }

  private mutating func readPiece() -> SchemaPattern.Piece? {
    guard let sign = next else { return nil }
    offset += 1
    switch sign {
    case "(":
      guard next != "?", let inner = readChoice(), takes(")") else { return nil }
      return inner
    case "[": return readClass().map { .one($0) }
    case ".": return .one(.init(isAny: true))
    case "^": return .start
    case "$": return .end
    case "\\": return readEscape().map { .one($0) }
    case "*", "+", "?", "{", "}", "]": return nil
    default: return .one(.init(own: [sign]))
    }
  }

  private mutating func readEscape() -> SchemaPattern.Characters? {
    guard let sign = next, sign.isASCII else { return nil }
    offset += 1
    if sign == "s" { return .init(hasSpace: true) }
    return sign.isLetter || sign.isNumber ? nil : .init(own: [sign])
  }

  private mutating func readClass() -> SchemaPattern.Characters? {
    var characters = SchemaPattern.Characters()
    characters.isNegated = takes("^")
    let start = offset
    while let sign = next, sign != "]" {
      offset += 1
      switch sign {
      case "[", "&", "~", "-", "^": return nil
      case "\\":
        guard let escaped = readEscape() else { return nil }
        characters.own += escaped.own
        characters.hasSpace = characters.hasSpace || escaped.hasSpace
      default:
        guard takes("-") else {
          characters.own.append(sign)
          continue
        }
        guard let first = sign.onlyScalar, let last = next?.onlyScalar, first <= last,
          !"]\\[-".unicodeScalars.contains(last)
        else { return nil }
        offset += 1
        characters.ranges.append(first...last)
      }
    }
    return offset > start && takes("]") ? characters : nil
  }

  /// Reads how often a piece stands: `*`, `+`, `?`, `{2}`, `{2,}` or `{2,4}`.
  private mutating func readCount(of piece: SchemaPattern.Piece) -> SchemaPattern.Piece? {
    let least: Int
    let most: Int?
    switch next {
    case "*": (least, most) = (0, nil)
    case "+": (least, most) = (1, nil)
    case "?": (least, most) = (0, 1)
    case "{":
      guard let end = text[offset...].firstIndex(of: "}") else { return nil }
      let bounds = text[(offset + 1)..<end].split(separator: ",", omittingEmptySubsequences: false)
      let numbers = bounds.map { Int(String($0)) }
      guard let first = numbers.first, let number = first, bounds.count <= 2, number <= 100 else {
        return nil
      }
      let isOpen = bounds.last?.isEmpty == true
      guard isOpen || (number...100).contains((numbers.last ?? nil) ?? -1) else { return nil }
      (least, most) = (number, isOpen ? nil : numbers.last ?? nil)
      offset = end
    default: return piece
    }
    offset += 1
    switch piece {
    case .start, .end: return nil
    default: break
    }
    // What takes as little as it can, or gives nothing back.
    if next == "?" || next == "+" || next == "*" || next == "{" { return nil }
    return .times(piece, least: least, most: most)
  }
}

extension Character {
  /// Its code point, if it is one alone.
  fileprivate var onlyScalar: Unicode.Scalar? {
    unicodeScalars.count == 1 ? unicodeScalars.first : nil
  }
}
