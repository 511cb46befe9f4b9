/// Cuts a text into tokens.
///
/// Plain words are passed over in runs; what is left is cut finely, except where a chunk between
/// two spaces is an address, a file's name or the like: that is one opaque token.
struct Tokeniser {
  private let bytes: [UInt8]
  private let isSwedish: Bool
  private var exemptions: ArraySlice<Exemption>
  private var next = 0
  /// Where what no rule may touch stands.
  private var stretches = OpaqueStretches()
  /// Up to where no backticks close.
  private var codeless = 0
  private var tokens: [Token] = []
  /// Whether a letter is written with a combining accent.
  private(set) var hasCombiningMarks = false

  /// A tokeniser of a text; exemptions are sorted and do not overlap.
  init(_ bytes: [UInt8], isSwedish: Bool, exemptions: [Exemption]) {
    self.bytes = bytes
    self.isSwedish = isSwedish
    self.exemptions = exemptions[...]
  }

  /// The tokens of the whole text; the last is its end.
  mutating func cut() -> [Token] {
    tokens.reserveCapacity(bytes.count / 12 + 8)
    let lexicon = WordLexicon.shared
    var gap = Token.Gap.none
    while true {
      while let first = exemptions.first, first.range.upperBound <= next {
        exemptions.removeFirst()
      }
      if verbatim(gap) {
        gap = .none
        continue
      }
      if let found = spaces() { gap = found }
      guard next < bytes.count else { break }
      if let exempt = exemptions.first, exempt.range.lowerBound <= next,
        exempt.reason == .verbatim
      {
        continue
      }
      if !lineBreak(gap) {
        if !isSwedish || exemptions.first.map({ $0.range.lowerBound <= next }) == true {
          foreign(gap, limit: isSwedish ? exemptions.first?.range.upperBound ?? 0 : bytes.count)
        } else {
          let limit = min(exemptions.first?.range.lowerBound ?? bytes.count, bytes.count)
          let end = skim(bytes.span, from: next, to: limit, lexicon)
          if end > next { add(.plain, to: end, gap) } else { piece(gap, limit: limit, lexicon) }
        }
      }
      gap = .none
    }
    tokens.append(Token(kind: .end, gap: gap, start: bytes.count, end: bytes.count))
    // Handed over, so that the rules may mark them without a copy.
    defer { tokens = [] }
    return tokens
  }

  private mutating func add(
    _ kind: Token.Kind, to end: Int, _ gap: Token.Gap, roles: WordRoles = []
  ) {
    tokens.append(Token(kind: kind, gap: gap, roles: roles, start: next, end: end))
    next = end
  }

  /// The rest of a verbatim stretch, if one is reached.
  private mutating func verbatim(_ gap: Token.Gap) -> Bool {
    guard let exempt = exemptions.first, exempt.range.lowerBound <= next, next < bytes.count,
      exempt.reason == .verbatim
    else { return false }
    add(.exempt, to: min(exempt.range.upperBound, bytes.count), gap)
    return true
  }

  /// Goes past spaces; nil if there are none.
  private mutating func spaces() -> Token.Gap? {
    var gap: Token.Gap?
    while next < bytes.count {
      let found: Token.Gap
      switch bytes[next] {
      case 0x20:
        found = .single
        next += 1
      case 0x09, 0x0B, 0x0C:
        found = .irregular
        next += 1
      case 0xC2 where byte(1) == 0xA0:
        found = .noBreak
        next += 2
      case 0xE2 where byte(1) == 0x80 && byte(2) == 0xAF:
        found = .narrow
        next += 3
      case 0xE2 where byte(1) == 0x80 && (0x80...0x8A).contains(byte(2)):
        found = .thin
        next += 3
      default: return gap
      }
      guard let first = gap else {
        gap = found
        continue
      }
      gap = first.isPlain && found.isPlain ? .irregular : .irregularBound
    }
    return gap
  }

  private func byte(_ ahead: Int) -> UInt8 {
    next + ahead < bytes.count ? bytes[next + ahead] : 0
  }

  private mutating func lineBreak(_ gap: Token.Gap) -> Bool {
    switch bytes[next] {
    case 0x0A: add(.lineBreak, to: next + 1, gap)
    case 0x0D: add(.lineBreak, to: next + (byte(1) == 0x0A ? 2 : 1), gap)
    case 0xE2 where byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9):
      add(.lineBreak, to: next + 3, gap)
    default: return false
    }
    return true
  }

  /// One chunk of another language, exempt but for the marks that no space stands before.
  private mutating func foreign(_ gap: Token.Gap, limit: Int) {
    let limit = min(limit, bytes.count)
    let end = OpaqueStretches.chunkEnd(from: next, to: limit, in: bytes)
    let isAlone = end == next + 1
    let kind: Token.Kind? =
      switch bytes[next] {
      case 0x2C: .comma
      case 0x2E where isAlone: .point
      case 0x3A where isAlone: .colon
      case 0x3B where isAlone: .semicolon
      case 0x21 where isAlone: .exclamation
      case 0x3F where isAlone: .question
      case 0x28: .openParen
      case 0x29: .closeParen
      default: nil
      }
    add(kind ?? .exempt, to: kind == nil ? max(end, next + 1) : next + 1, gap)
  }
}

// MARK: - Pieces of a chunk

extension Tokeniser {
  /// Cuts the next piece off a chunk that is not plain.
  private mutating func piece(_ gap: Token.Gap, limit: Int, _ lexicon: WordLexicon) {
    stretches.look(from: next, to: limit, in: bytes)
    let opaque = stretches.current
    if opaque.lowerBound == next, !opaque.isEmpty, bytes[next] != 0x60 {
      add(.opaque, to: opaque.upperBound, gap)
      return
    }
    let whole = limit
    let limit = next < opaque.lowerBound ? opaque.lowerBound : limit
    let byte = bytes[next]
    switch byte {
    case 0x30...0x39: add(.digits, to: run(limit) { (0x30...0x39).contains($0) }, gap)
    case 0x2E:
      let end = run(limit) { $0 == 0x2E }
      let kinds: [Token.Kind] = [.point, .twoPoints, .threePoints]
      add(end - next <= 3 ? kinds[end - next - 1] : .leader, to: end, gap)
    case 0x2D:
      let end = run(limit) { $0 == 0x2D }
      let kinds: [Token.Kind] = [.hyphen, .doubleHyphen, .emDash]
      add(end - next <= 3 ? kinds[end - next - 1] : .other, to: end, gap)
    case 0x27 where next + 1 < limit && bytes[next + 1] == 0x27:
      // Two apostrophes are typed for a quotation mark.
      add(.doubleQuote, to: next + 2, gap)
    case 0x60:
      let end = run(limit) { $0 == 0x60 }
      add(.opaque, to: codeEnd(marks: end - next, from: end, limit: whole) ?? end, gap)
    case 0..<0x80:
      if isASCIILetter(byte) {
        word(gap, limit, lexicon)
      } else {
        add(Self.mark(byte), to: next + 1, gap)
      }
    default:
      if let (kind, end) = sign(limit) {
        add(kind, to: min(end, bytes.count), gap)
      } else {
        word(gap, limit, lexicon)
      }
    }
  }

  /// Where code between backticks ends, if as many of them follow on the line as began it.
  private mutating func codeEnd(marks: Int, from start: Int, limit: Int) -> Int? {
    guard start >= codeless else { return nil }
    var offset = start
    while offset < limit, bytes[offset] != 0x0A {
      var end = offset
      while end < limit, bytes[end] == 0x60 { end += 1 }
      if end - offset == marks { return end }
      offset = max(end, offset + 1)
    }
    codeless = offset
    return nil
  }

  /// What an ASCII mark is.
  private static func mark(_ byte: UInt8) -> Token.Kind {
    switch byte {
    case 0x2C: .comma
    case 0x3A: .colon
    case 0x3B: .semicolon
    case 0x21: .exclamation
    case 0x3F: .question
    case 0x2F: .slash
    case 0x2B: .plus
    case 0x25: .percent
    case 0x28: .openParen
    case 0x29: .closeParen
    case 0x5B: .openBracket
    case 0x5D: .closeBracket
    case 0x22: .doubleQuote
    case 0x27: .singleQuote
    case 0x24: .currency
    default: .other
    }
  }

  private func run(_ limit: Int, while test: (UInt8) -> Bool) -> Int {
    var end = next
    while end < limit, test(bytes[end]) { end += 1 }
    return end
  }

  /// The kind and the end of a character beyond ASCII that is no letter.
  private func sign(_ limit: Int) -> (Token.Kind, Int)? {
    switch (bytes[next], byte(1), byte(2)) {
    case (0xC2, 0xA7, _):
      var end = next
      while end + 1 < limit, bytes[end] == 0xC2, bytes[end + 1] == 0xA7 { end += 2 }
      return (.section, max(end, next + 2))
    case (0xC2, 0xB0, _): return (.degree, next + 2)
    case (0xC2, 0xAB, _), (0xC2, 0xBB, _): return (.guillemet, next + 2)
    case (0xC2, 0xA2...0xA5, _): return (.currency, next + 2)
    case (0xC2, 0xAD, _), (0xC2, 0xB2, _), (0xC2, 0xB3, _), (0xC2, 0xB5, _): return nil
    case (0xC2, _, _): return (.other, next + 2)
    case (0xC3, 0x97, _): return (.times, next + 2)
    case (0xC3, 0xB7, _): return (.other, next + 2)
    case (0xE2, 0x80, let third): return (punctuation(third), next + 3)
    case (0xE2, 0x82, 0x80...0x8E): return nil
    case (0xE2, 0x82, 0xAC): return (.currency, next + 3)
    case (0xE2, 0x88, 0x92): return (.minus, next + 3)
    case (0xE2, _, _): return (.other, next + 3)
    case (0xEF, _, _): return (.other, next + 3)
    case (0xF0..., _, _): return (.other, next + 4)
    default: return nil
    }
  }

  /// What a character from U+2000 to U+203F is, by its last byte.
  private func punctuation(_ last: UInt8) -> Token.Kind {
    switch last {
    case 0x90: .hyphen
    case 0x91: .hardHyphen
    // The figure dash is typed for an en dash.
    case 0x92, 0x93: .enDash
    case 0x94, 0x95: .emDash
    case 0x98...0x9B: .singleQuote
    case 0x9C...0x9F: .doubleQuote
    case 0xA6: .ellipsis
    case 0xB0: .permille
    default: .other
    }
  }

  private mutating func word(_ gap: Token.Gap, _ limit: Int, _ lexicon: WordLexicon) {
    var end = next
    loop: while end < limit {
      let byte = bytes[end]
      let second = end + 1 < limit ? bytes[end + 1] : 0
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: end += 1
      case 0xC2 where [0xAD, 0xB2, 0xB3, 0xB5].contains(second): end += 2
      case 0xC3 where isLatinTail(second): end += 2
      case 0xC4...0xDF:
        // U+0300 to U+036F.
        if byte == 0xCC || byte == 0xCD && second < 0xB0 { hasCombiningMarks = true }
        end += 2
      case 0xE2 where second == 0x82 && end + 2 < limit && bytes[end + 2] < 0x8F: end += 3
      case 0xE0, 0xE1, 0xE3...0xEE: end += 3
      default: break loop
      }
    }
    end = min(max(end, next + 1), bytes.count)
    var roles = lexicon.roles(of: bytes[next..<end])
    let isCapital = (0x41...0x5A).contains(bytes[next]) || bytes[next] == 0xC3 && byte(1) < 0xA0
    if isCapital {
      let tail = next + (bytes[next] == 0xC3 ? 2 : 1)
      if tail >= end {
        roles.insert(.initial)
      } else if (0x41...0x5A).contains(bytes[tail])
        || bytes[tail] == 0xC3 && tail + 1 < end && bytes[tail + 1] < 0xA0
      {
        roles.insert(.capitals)
      }
    }
    add(.word, to: end, gap, roles: roles)
  }
}
