/// Reads numbers from the front of a text.
struct NumberScanner {
  /// A number that was found.
  enum Found {
    case fits(Amount)
    /// It has more digits than an amount holds.
    case tooLarge
  }

  private let scalars: [Unicode.Scalar]
  private var next = 0

  /// A scanner at the beginning of a text.
  init(_ text: some StringProtocol) { scalars = Array(text.unicodeScalars) }

  /// Whether nothing is left.
  var isAtEnd: Bool { next == scalars.count }

  /// What is left.
  var rest: String { text(next..<scalars.count) }

  /// What is left, but for spaces after it.
  var restWithoutSpacesAfter: String {
    var end = scalars.count
    while end > next, scalars[end - 1].isNumberSpace { end -= 1 }
    return text(next..<end)
  }

  /// The character that comes next.
  var peek: Unicode.Scalar? { next < scalars.count ? scalars[next] : nil }

  /// Goes past spaces.
  mutating func skipSpaces() {
    while let scalar = peek, scalar.isNumberSpace { next += 1 }
  }

  /// The longest number that stands here in Swedish notation; nil, and nowhere gone, if none does.
  ///
  /// A space followed by exactly three digits continues a number whose first group is of one to
  /// three digits; a comma followed by a digit begins the decimals.
  mutating func number() -> Found? {
    let start = next
    let isNegative = sign()
    let first = digits()
    // 007 is a name and no number: its zeros would be lost.
    guard !first.isEmpty, first.count == 1 || first[0] != 0 else {
      next = start
      return nil
    }
    var whole = first
    if first.count <= 3, first != [0] {
      while let group = group() { whole += group }
    }
    var decimals: [UInt8] = []
    if peek == ",", next + 1 < scalars.count, scalars[next + 1].digit != nil {
      next += 1
      decimals = digits()
    }
    return amount(whole: whole, decimals: decimals, isNegative: isNegative)
  }

  /// The number that all that is left stands for; nil, and nowhere gone, if it stands for none.
  mutating func wholeNumber() -> Found? {
    let start = next
    skipSpaces()
    if let found = number() {
      skipSpaces()
      if isAtEnd { return found }
    }
    next = start
    return nil
  }

  /// Goes past a sign and the spaces after it, if a digit follows; says whether it was a minus.
  private mutating func sign() -> Bool {
    guard let scalar = peek, "+-−–".unicodeScalars.contains(scalar) else { return false }
    let start = next
    next += 1
    skipSpaces()
    guard peek?.digit != nil else {
      next = start
      return false
    }
    return scalar != "+"
  }

  private mutating func digits() -> [UInt8] {
    var digits: [UInt8] = []
    while let digit = peek?.digit {
      digits.append(digit)
      next += 1
    }
    return digits
  }

  /// A space and exactly three digits.
  private mutating func group() -> [UInt8]? {
    guard let space = peek, space.isNumberSpace else { return nil }
    let start = next
    next += 1
    let group = digits()
    guard group.count == 3 else {
      next = start
      return nil
    }
    return group
  }

  private func amount(whole: [UInt8], decimals: [UInt8], isNegative: Bool) -> Found {
    var coefficient: Int128 = 0
    for digit in whole + decimals {
      let (shifted, tooFar) = coefficient.multipliedReportingOverflow(by: 10)
      let (sum, tooMuch) = shifted.addingReportingOverflow(Int128(digit))
      guard !tooFar, !tooMuch else { return .tooLarge }
      coefficient = sum
    }
    return Amount(coefficient: isNegative ? -coefficient : coefficient, scale: decimals.count)
      .map(Found.fits) ?? .tooLarge
  }

  private func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }
}

// MARK: - JSON

extension NumberScanner {
  /// All that is left as a JSON number.
  mutating func json() -> NumberReading {
    let isNegative = peek == "-"
    if isNegative { next += 1 }
    let whole = digits()
    var decimals: [UInt8] = []
    if peek == "." {
      next += 1
      decimals = digits()
      guard !decimals.isEmpty else { return .fault(.notANumber) }
    }
    var exponent = 0
    if peek == "e" || peek == "E" {
      next += 1
      let isSmall = peek == "-"
      if isSmall || peek == "+" { next += 1 }
      let digits = digits()
      guard !digits.isEmpty else { return .fault(.notANumber) }
      guard digits.count <= 4 else { return .fault(.tooLarge) }
      exponent = digits.reduce(0) { $0 * 10 + Int($1) } * (isSmall ? -1 : 1)
    }
    guard !whole.isEmpty, whole.count == 1 || whole[0] != 0, isAtEnd else {
      return .fault(.notANumber)
    }
    guard
      case .fits(let amount) = amount(whole: whole, decimals: decimals, isNegative: isNegative),
      let shifted = amount.shifted(by: exponent)
    else { return .fault(.tooLarge) }
    return .amount(shifted)
  }
}

extension Amount {
  /// The number times ten to a power; nil if it does not fit.
  fileprivate func shifted(by exponent: Int) -> Amount? {
    let scale = scale - exponent
    guard scale < 0 else { return Amount(coefficient: coefficient, scale: scale) }
    guard -scale <= Amount.maximumScale else { return isZero ? self : nil }
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: Amount.power(-scale))
    return overflow ? nil : Amount(coefficient: product)
  }
}

// MARK: - What went wrong

extension NumberScanner {
  /// Why what is left is no number.
  func fault() -> NumberFault {
    let text = restWithoutSpacesAfter
    let plain = String(text.filter { !$0.isNumberSpace })
    let marks = plain.filter { $0 == "." || $0 == "," }
    switch (marks.count { $0 == "." }, marks.count { $0 == "," }) {
    case (0, 0), (0, 1):
      // 12 34; 1 23,5.
      return Amount(plain).map { .brokenGroups(joined: $0.text(.typed)) } ?? .notANumber
    case (1, 0):
      // 147.0; 1.234, which may be a group.
      guard let comma = Amount(text.replacing(".", with: ",")) else { return .notANumber }
      let mayBeGroup = comma.scale == 3 && comma.hasOneGroupBeforeDecimals
      let group = mayBeGroup ? Amount(plain.replacing(".", with: "")) : nil
      return .decimalPoint(withComma: comma.text(.typed), asGroup: group?.text(.typed))
    case (_, 0): return .groups(of: plain, partedBy: ".", decimal: nil)
    case (0, _): return .groups(of: plain, partedBy: ",", decimal: nil)
    default:
      // 1.234,50; 1,234.50: the last mark begins the decimals.
      let isSwedish = marks.last == ","
      return .groups(
        of: plain, partedBy: isSwedish ? "." : ",", decimal: isSwedish ? "," : ".")
    }
  }
}

extension NumberFault {
  /// Groups parted by a sign that is not Swedish, if they are groups of three.
  fileprivate static func groups(
    of text: String, partedBy separator: Character, decimal: Character?
  ) -> NumberFault {
    let parts = text.split(separator: decimal ?? " ", omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count <= 2, groups.dropFirst().allSatisfy({ $0.count == 3 }),
      let amount = Amount(groups.joined() + (parts.count == 2 ? "," + parts[1] : ""))
    else { return .notANumber }
    return .foreignGroups(withSpaces: amount.text(.typed))
  }
}

extension Amount {
  /// Whether the whole part is of one to three digits, and not zero: then a point after it may
  /// part groups.
  fileprivate var hasOneGroupBeforeDecimals: Bool {
    let whole = coefficient.magnitude / Amount.power(scale).magnitude
    return (1..<1000).contains(whole)
  }
}

extension Unicode.Scalar {
  /// The value of an ASCII digit.
  var digit: UInt8? {
    ("0"..."9").contains(self) ? UInt8(truncatingIfNeeded: value - 48) : nil
  }

  /// Whether it is a space that may stand between groups of digits.
  var isNumberSpace: Bool {
    switch self {
    case " ", "\t", "\n", "\r", "\u{00A0}", "\u{2007}", "\u{2009}", "\u{202F}": true
    default: false
    }
  }
}

extension Character {
  fileprivate var isNumberSpace: Bool { unicodeScalars.allSatisfy(\.isNumberSpace) }
}
