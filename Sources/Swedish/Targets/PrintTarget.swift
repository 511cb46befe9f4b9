/// Prints a målvärde: the writer's words, with the number's sign, groups and unit as Swedish
/// printing has them.
///
/// Only the number that the målvärde is about is touched, in each of its parts. A number of four
/// digits without a unit may be a year, and keeps its form unless the writer grouped it.
func printTarget(_ text: String, _ style: NumberStyle) -> String {
  if let amount = Amount(text, notation: .json), Amount(text) == nil { return amount.text(style) }
  if let missing = MissingValue(text) { return missing.rawValue }
  var printed = ""
  var part = ""
  for character in text {
    if character.isNewline || character == ";" {
      printed += printPart(part, style) + String(character)
      part = ""
    } else {
      part.append(character)
    }
  }
  return printed + printPart(part, style)
}

/// A part of a målvärde between semicolons.
private func printPart(_ part: String, _ style: NumberStyle) -> String {
  let reading = TargetReader(part).read()
  guard let amount = reading.leadingNumber else { return part }
  // The number is the first one in the part: only a bound stands before it.
  let start = part.firstIndex { $0.isNumber || "+-−–".contains($0) } ?? part.startIndex
  var scanner = NumberScanner(part[start...])
  let length = part[start...].unicodeScalars.count
  guard scanner.number() != nil else { return part }
  let written = String(
    String.UnicodeScalarView(
      part[start...].unicodeScalars.prefix(length - scanner.rest.unicodeScalars.count)))
  let rest = scanner.rest
  let hasUnit = rest.drop(while: \.isWhitespace).first.map { $0.isLetter || $0 == "%" } ?? false
  let mayBeYear = amount.scale == 0 && written.allSatisfy(\.isNumber) && written.count == 4
  var numbers = style
  if mayBeYear, !hasUnit { numbers.groupsFromDigits = 5 }
  let plus = written.first == "+"
  return String(part[..<start]).bindingLastSpace(style)
    + amount.text(numbers, plus: plus) + rest.bindingUnit(style)
}

extension TargetValue.Reading {
  /// The number that the part begins with, after its bound.
  fileprivate var leadingNumber: Amount? {
    switch meaning {
    case .quantity(_, let quantity), .change(let quantity): quantity.startsPart(source)
    case .comparison(_, let quantity): quantity?.amount
    case .range(let from, _): from
    case .direction, .state, .missing, .words: nil
    }
  }
}

extension Quantity {
  /// The number, unless words turned its sign: "minskning med 12 %" is printed as it stands.
  fileprivate func startsPart(_ source: String) -> Amount? {
    source.lowercased().contains(" med ") ? nil : amount
  }
}

extension String {
  /// The text with a space at its end made one that does not break, after a sign for a bound.
  fileprivate func bindingLastSpace(_ style: NumberStyle) -> String {
    guard last?.isWhitespace == true, let sign = trimmed.last, "<>≤≥=".contains(sign) else {
      return self
    }
    return trimmed + style.unitSpace
  }

  /// The text after a number, its unit bound to the number; a percent sign always stands apart.
  fileprivate func bindingUnit(_ style: NumberStyle) -> String {
    let unit = drop(while: \.isWhitespace)
    guard let first = unit.first else { return self }
    let hadSpace = unit.startIndex != startIndex
    guard first == "%" || first == "‰" || hadSpace && first.isLetter else { return self }
    return style.unitSpace + unit
  }
}
