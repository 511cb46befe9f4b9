/// Prints a value as a named format asks, in Swedish.
///
/// The raw text is what the plan holds; a JSON number's decimal point becomes a comma. What the
/// format cannot read comes back as it stands: the check of the data has told the user already, and
/// nothing is dropped from a page. Digits are grouped and signs chosen by the style; a year is
/// never grouped.
public func format(
  _ raw: String, as format: Format, style: NumberStyle = .printed
) -> String {
  let text = raw.trimmed
  if format.name.isNumber, let missing = MissingValue(text) { return missing.rawValue }
  switch format.name {
  case .heltal:
    return number(text, Format(.heltal, decimals: 0, printsPlus: format.printsPlus), style) ?? raw
  case .belopp, .tkr, .mnkr: return number(text, format, style) ?? raw
  case .tal: return quantity(text, format, style) ?? raw
  case .procent: return percent(text, format, style) ?? raw
  case .målvärde: return printTarget(text, style)
  case .datum: return CalendarDate(text)?.text ?? raw
  case .dag: return CalendarDate(text).map { $0.weekday.name + " " + $0.text } ?? raw
  case .sifferdatum: return CalendarDate(text)?.iso ?? raw
  case .tid: return ClockTimes(text)?.text ?? raw
  case .paragraf: return ParagraphNumbers(text)?.text(style) ?? raw
  case .år, .diarienummer: return text
  }
}

/// Prints a value as a named format asks, with nothing asked for beside it.
public func format(_ raw: String, as name: FormatName, style: NumberStyle = .printed) -> String {
  format(raw, as: Format(name), style: style)
}

// MARK: - Numbers

private func number(_ text: String, _ format: Format, _ style: NumberStyle) -> String? {
  guard let amount = Amount(text) ?? Amount(text, notation: .json) else { return nil }
  let number = amount.text(style, decimals: format.decimals, plus: format.printsPlus)
  guard format.printsUnit, let unit = format.name.unit else { return number }
  return number + style.unitSpace + unit
}

private func quantity(_ text: String, _ format: Format, _ style: NumberStyle) -> String? {
  if let number = number(text, format, style) { return number }
  guard let quantity = Quantity(text) else { return nil }
  return quantity.amount.text(style, decimals: format.decimals, plus: format.printsPlus)
    + style.unitSpace + quantity.unit
}

private func percent(_ text: String, _ format: Format, _ style: NumberStyle) -> String? {
  guard
    let quantity = Quantity(text) ?? Amount(text, notation: .json).map({ Quantity($0) }),
    quantity.unit.isEmpty || quantity.isPercent
  else { return nil }
  return quantity.amount.text(style, decimals: format.decimals, plus: format.printsPlus)
    + style.unitSpace + (quantity.unit.isEmpty ? "%" : quantity.unit)
}

extension FormatName {
  /// Whether missing values may stand in its place.
  fileprivate var isNumber: Bool {
    switch self {
    case .heltal, .tal, .belopp, .tkr, .mnkr, .procent: true
    case .målvärde, .år, .datum, .dag, .sifferdatum, .tid, .paragraf, .diarienummer: false
    }
  }

  /// The unit that the name implies.
  fileprivate var unit: String? {
    switch self {
    case .belopp: "kr"
    case .tkr: "tkr"
    case .mnkr: "mnkr"
    default: nil
    }
  }
}

extension String {
  /// The text without spaces around it.
  var trimmed: String {
    var text = self[...].drop(while: \.isWhitespace)
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
