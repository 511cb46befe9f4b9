import Diagnostics
import Input
import Swedish

extension PlanChecker {
  /// Checks a scalar: its type and format, then the values and the pattern that it may have.
  ///
  /// One fault is enough for a scalar: what is no date need not match the pattern too.
  mutating func checkScalar(_ scalar: Scalar, _ node: SchemaNode, at value: Value) {
    guard let fault = scalarFault(scalar, node, at: value) else { return }
    report(fault)
  }

  private mutating func scalarFault(
    _ scalar: Scalar, _ node: SchemaNode, at value: Value
  ) -> Diagnostic? {
    let spot = Spot(path: path, value: value, scalar: scalar, isInFlow: isInFlow)
    if let format = node.format {
      if let fault = fault(of: scalar, in: format, node, spot) { return fault }
    } else if !node.allows(.string) {
      if let fault = fault(ofTypesIn: node, scalar, spot) { return fault }
    } else if scalar.style == .jsonBoolean, !node.allows(.boolean) {
      return spot.wrongFormat(node)
    }
    if !node.enumeration.isEmpty, !node.enumeration.contains(scalar.text) {
      return spot.notAllowed(node.enumeration)
    }
    if let pattern = node.pattern, !matches(scalar.text, pattern) {
      return spot.patternMismatch(pattern, node)
    }
    return nil
  }

  /// What is wrong with a scalar that has no format and may not be any text.
  private func fault(
    ofTypesIn node: SchemaNode, _ scalar: Scalar, _ spot: Spot
  ) -> Diagnostic? {
    if node.allows(.boolean), truthValue(of: scalar.text) != nil { return nil }
    guard node.allows(.number) || node.allows(.integer) else { return spot.wrongFormat(node) }
    let reading = scalar.number
    if !node.allows(.number), let amount = reading.amount, !amount.isWhole {
      return spot.wrongFormat(node)
    }
    return spot.fault(of: reading, node)
  }

  /// What is wrong with a scalar of a format; the notes that a number calls are no part of it.
  private func fault(
    of written: Scalar, in format: ValueFormat, _ node: SchemaNode, _ spot: Spot
  ) -> Diagnostic? {
    var scalar = written
    if format.mayCallNotes { scalar.text = withoutNoteCalls(written.text).text }
    let text = scalar.text
    switch format {
    case .belopp:
      let reading = scalar.number
      if case .fault(.notANumber) = reading, let quantity = Quantity(text) {
        return spot.unitInAmount(quantity)
      }
      return spot.faultWithUnit(of: reading, node)
    case .tal:
      let reading = scalar.number
      if case .fault(.notANumber) = reading, node.allows(.string), Quantity(text) != nil {
        return nil
      }
      return spot.faultWithUnit(of: reading, node)
    case .procent:
      let reading = scalar.number
      if case .fault(.notANumber) = reading, Quantity(text)?.isPercent ?? false { return nil }
      return spot.faultWithUnit(of: reading, node)
    case .målvärde:
      if scalar.style == .jsonNumber { return spot.fault(of: scalar.number, node) }
      if TargetValue(text).readings.isEmpty { return spot.wrongFormat(node) }
      return spot.decimalPointInText(node)
    case .år:
      let isYear = text.count == 4 && text.utf8.allSatisfy { (48...57).contains($0) }
      return isYear && text.first != "0" ? nil : spot.wrongFormat(node)
    case .datum:
      if CalendarDate(text) != nil { return nil }
      return spot.isWrittenAsDate
        ? spot.noSuchDay : spot.wrongFormat(node, meant: CalendarDate(written: text)?.iso)
    case .tid: return ClockTimes(text) == nil ? spot.wrongFormat(node) : nil
    case .diarienummer: return isCaseNumber(text) ? nil : spot.wrongFormat(node)
    case .paragraf: return ParagraphNumbers(text) == nil ? spot.wrongFormat(node) : nil
    case .markdown, .kolumner, .celler: return nil
    case .fil: return text.isEmpty ? spot.wrongFormat(node) : nil
    }
  }
}

extension ValueFormat {
  /// Whether the value may have notes called at its end: what is printed in tables.
  fileprivate var mayCallNotes: Bool {
    switch self {
    case .belopp, .tal, .procent, .målvärde, .år, .datum: true
    case .tid, .diarienummer, .paragraf, .markdown, .fil, .kolumner, .celler: false
    }
  }
}

extension Scalar {
  /// What the scalar says where a number is expected: a point is taken in JSON's numbers only.
  fileprivate var number: NumberReading {
    Amount.read(text, notation: style == .jsonNumber ? .json : .swedish)
  }
}

/// A scalar at its place, to report on.
private struct Spot {
  let path: PlanPath
  let value: Value
  let scalar: Scalar
  let isInFlow: Bool

  /// What messages call it.
  private var name: Wording { Wording(naming: path) }

  /// What is wrong with a number, if anything is.
  func fault(of reading: NumberReading, _ node: SchemaNode) -> Diagnostic? {
    guard case .fault(let fault) = reading else { return nil }
    return diagnostic(of: fault, mended: { $0 }, node)
  }

  /// What is wrong with a number that a unit may follow, if anything is.
  func faultWithUnit(of reading: NumberReading, _ node: SchemaNode) -> Diagnostic? {
    if case .fault(.notANumber) = reading {
      return decimalPointInText(node) ?? wrongFormat(node)
    }
    return fault(of: reading, node)
  }

  /// What is wrong with the number that a text begins with, if a point or comma in it is.
  func decimalPointInText(_ node: SchemaNode) -> Diagnostic? {
    guard let finding = TargetValue.numberFault(in: scalar.text) else { return nil }
    return diagnostic(of: finding.fault, mended: { finding.before + $0 + finding.after }, node)
  }

  private func diagnostic(
    of fault: NumberFault, mended: (String) -> String, _ node: SchemaNode
  ) -> Diagnostic {
    switch fault {
    case .empty, .notANumber: wrongFormat(node)
    case .tooLarge: tooLarge()
    case .decimalPoint(let comma, let group):
      decimalPoint([comma, group].compactMap(\.self).map(mended))
    case .foreignGroups(let spaces): foreignGroups(mended(spaces))
    case .brokenGroups(let joined): brokenGroups(joined)
    }
  }
}

// MARK: - Messages

extension Spot {
  private func diagnostic(
    _ code: Code, _ message: Message, meant: [String] = []
  ) -> Diagnostic {
    let isOnOneLine = [.plain, .quoted, .jsonNumber, .jsonBoolean].contains(scalar.style)
    let place = isOnOneLine ? scalar.places.start : value.place
    return Diagnostic(
      .error, code, message, at: place,
      endColumn: isOnOneLine ? Int(place.column) + scalar.text.unicodeScalars.count : nil,
      fixes: meant.map { text in
        let written = isOnOneLine ? replacement(text) : text
        return Diagnostic.Fix(
          Message(sv: "skriv \(written)", en: "write \(written)"),
          replacement: isOnOneLine ? written : nil)
      })
  }

  /// A text as it can stand in place of the scalar's characters.
  private func replacement(_ text: String) -> String {
    let needsQuotes =
      scalar.style == .plain && (isInFlow && text.contains(",") || text.hasPrefix(">"))
    return needsQuotes ? "\"\(text)\"" : text
  }

  /// Whether a text has the form of a date, though the calendar may not have it.
  var isWrittenAsDate: Bool {
    let parts = scalar.text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.count) == [4, 2, 2]
      && parts.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } }
  }

  var noSuchDay: Diagnostic {
    diagnostic(
      .wrongFormat,
      Message(
        sv: "{0} är '\(scalar.text)', en dag som inte finns i kalendern",
        en: "{0} is '\(scalar.text)', a day that the calendar does not have", name), meant: [])
  }

  func wrongFormat(_ node: SchemaNode, meant: String? = nil) -> Diagnostic {
    diagnostic(
      node.format == nil ? .wrongType : .wrongFormat,
      Message(
        sv: "{0} ska vara {1}, fann {2}", en: "{0} should be {1}, found {2}", name,
        Wording(expecting: node), Wording(finding: value)), meant: meant.map { [$0] } ?? [])
  }

  func notAllowed(_ allowed: [String]) -> Diagnostic {
    let list = Wording(anyOf: allowed.map { Wording($0, $0) })
    let near = nearest(to: scalar.text, among: allowed)
    return diagnostic(
      .valueNotAllowed,
      Message(
        sv: "{0} ska vara {1}, fann {2}", en: "{0} should be {1}, found {2}", name, list,
        Wording(finding: value)), meant: near.map { [$0] } ?? [])
  }

  func patternMismatch(_ pattern: String, _ node: SchemaNode) -> Diagnostic {
    if let digits = digitsAllowed(by: pattern) {
      return diagnostic(
        .patternMismatch,
        Message(
          sv: "{0} ska vara {1}, fann {2}", en: "{0} should be {1}, found {2}", name, digits,
          Wording(finding: value)))
    }
    guard let example = node.examples.lazy.compactMap(\.scalar?.text).first else {
      return diagnostic(
        .patternMismatch,
        Message(
          sv: "{0} ska följa mönstret \(pattern), fann {1}",
          en: "{0} should match \(pattern), found {1}", name, Wording(finding: value)))
    }
    return diagnostic(
      .patternMismatch,
      Message(
        sv: "{0} ska skrivas som {1}, fann {2}", en: "{0} should be written as {1}, found {2}",
        name, Wording(quoting: example), Wording(finding: value)))
  }

  /// The digits that a pattern allows, if it is one digit of a row: `^[1-6]$`.
  private func digitsAllowed(by pattern: String) -> Wording? {
    guard let match = pattern.wholeMatch(of: /\^\[([0-9])-([0-9])\]\$/) else { return nil }
    return Wording("\(match.1) till \(match.2)", "\(match.1) to \(match.2)")
  }

  func unitInAmount(_ quantity: Quantity) -> Diagnostic {
    diagnostic(
      .wrongFormat,
      Message(
        sv: "{0} ska vara ett belopp utan enhet, fann {1}; enheten står för sig",
        en: "{0} should be an amount without unit, found {1}; the unit stands by itself", name,
        Wording(finding: value)), meant: [quantity.amount.description])
  }

  func decimalPoint(_ meant: [String]) -> Diagnostic {
    diagnostic(
      .decimalPoint,
      Message(
        sv: "{0} har decimalpunkt, {1}; det ska vara decimalkomma",
        en: "{0} has a decimal point, {1}; it should be a comma", name, Wording(finding: value)),
      meant: meant)
  }

  func foreignGroups(_ meant: String) -> Diagnostic {
    diagnostic(
      .wrongFormat,
      Message(
        sv: "{0} ska ha mellanslag mellan tusental och decimalkomma, fann {1}",
        en: "{0} should have spaces between thousands and a decimal comma, found {1}", name,
        Wording(finding: value)), meant: [meant])
  }

  func brokenGroups(_ joined: String) -> Diagnostic {
    diagnostic(
      .wrongFormat,
      Message(
        sv: "{0} har mellanslag som inte skiljer tusental: {1}",
        en: "{0} has spaces that do not part thousands: {1}", name, Wording(finding: value)),
      meant: [joined])
  }

  func tooLarge() -> Diagnostic {
    diagnostic(
      .wrongFormat,
      Message(
        sv: "{0} har fler siffror än de 38 som ryms: {1}",
        en: "{0} has more than the 38 digits that fit: {1}", name, Wording(finding: value)))
  }
}
