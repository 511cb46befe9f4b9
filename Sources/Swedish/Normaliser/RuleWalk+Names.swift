// What a number is not: a name in a register, a date, a standard.

extension RuleWalk {
  /// Whether digits are the beginning of a personal or an organisation's number, whatever dash its
  /// last four digits were typed with.
  func isIdentity(_ index: Int) -> Bool {
    let count = token(index).count
    guard count == 6 || count == 8, kind(index + 2) == .digits, token(index + 2).count == 4,
      isApart(index + 1) == isApart(index + 2)
    else { return false }
    switch kind(index + 1) {
    case .plus, .hardHyphen: return isTight(index + 1)
    case .hyphen, .enDash:
      return isTight(index + 1) || beginsNumber(index) && unit(after: index + 2) == nil
    default: return false
    }
  }

  /// Whether the word before a number says that it is a name; one word may be let through.
  func isAfterIdentityWord(_ index: Int, but exception: String = "") -> Bool {
    guard index > 0, !kind(index - 1).endsLine else { return false }
    // Of tfn.: 12345 the point is gone.
    let mark = kind(index - 1) == .colon && droppedPoint == index - 2 ? index - 2 : index
    let before = word(before: mark, pastMark: true)
    guard before != exception else { return false }
    return Self.identityWords.contains(before) || before.hasSuffix("nr")
      || before.hasSuffix("nummer") || before.hasSuffix("konto") || before.hasSuffix("kod")
  }

  private static let identityWords: Set<String> = [
    "nr", "id", "dnr", "konto", "postnr", "box", "tfn", "tel", "telefon", "mobil", "fax", "bg",
    "vx", "växel", "växeln",
    "pg", "bankgiro", "plusgiro", "swish", "isbn", "issn", "pin", "kod", "ocr", "ref", "ärende",
    "kostnadsställe", "kst", "ansvar", "projekt", "objekt", "faktura", "order", "sms", "kundnr",
  ]

  /// Whether a name in capitals that is no currency's stands before a number: RJL, ISO.
  func isAfterCapitals(_ index: Int) -> Bool {
    let before = token(index - 1)
    return isApart(index) && before.kind == .word && before.roles.contains(.capitals)
      && before.count <= 6 && !before.roles.contains(.unit)
  }

  /// Whether the name of a body that sets standards stands before a number.
  func isAfterStandard(_ index: Int) -> Bool {
    guard isApart(index), isAfterCapitals(index) else { return false }
    return Self.standards.contains { spells(index - 1, $0) }
  }

  private static let standards = [
    "ISO", "EN", "IEC", "SS", "DIN", "SIS", "ETSI", "RFC", "AFS", "ISBN", "IEEE", "ITU",
  ]

  /// Whether eight digits are a date: 20231129.
  func isBasicDate(_ number: TypedNumber) -> Bool {
    number.wholeDigits == 8 && number.isPlain && isDate(number.whole)
  }

  private func isDate(_ digits: Int) -> Bool {
    (1800..<2200).contains(digits / 10_000) && (1...12).contains(digits / 100 % 100)
      && (1...31).contains(digits % 100)
  }

  /// Whether six digits may be a date: 231129.
  private func isShortDate(_ digits: Int) -> Bool {
    (1...12).contains(digits / 100 % 100) && (1...31).contains(digits % 100)
  }

  /// Whether two numbers are dates of six digits: 230101–231231.
  func areShortDates(_ low: TypedNumber, _ high: TypedNumber) -> Bool {
    [low, high].allSatisfy { $0.isPlain && $0.wholeDigits == 6 && isShortDate($0.whole) }
  }

  /// Whether digits are a personal number, an organisation's number or a book's, typed without
  /// their hyphens: those begin with a date or have a check digit.
  func isRegisterNumber(_ number: TypedNumber) -> Bool {
    guard number.isPlain else { return false }
    let digits = bytes[token(number.first).start..<token(number.first).end]
    switch number.wholeDigits {
    case 6:
      // 232100 0057.
      let tail = token(number.last + 1)
      return tail.kind == .digits && tail.count == 4 && unit(after: number.last + 1) == nil
        && self.number(at: number.last + 1)?.tail == .clear
        && hasCheckDigit(digits + bytes[tail.start..<tail.end])
    case 10: return isShortDate(number.whole / 10_000) || hasCheckDigit(digits)
    case 12: return isDate(number.whole / 10_000)
    case 13: return number.whole / 10_000_000_000 == 978 || number.whole / 10_000_000_000 == 979
    default: return false
    }
  }

  /// Whether the last digit checks the others.
  ///
  /// **Source**: H. P. Luhn, *Computer for verifying numbers*, US patent 2950048, 1960.
  private func hasCheckDigit(_ digits: ArraySlice<UInt8>) -> Bool {
    var sum = 0
    for (place, byte) in digits.enumerated() {
      let product = Int(byte &- 0x30) * (place.isMultiple(of: 2) ? 2 : 1)
      sum += product / 10 + product % 10
    }
    return sum.isMultiple(of: 10)
  }
}
