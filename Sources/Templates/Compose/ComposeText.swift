import Diagnostics
import Input
import Manuscript
import Swedish

/// A text put together from words and fields, with the places they came from.
struct PlacedText {
  var text = ""
  var places = PlaceMap.none

  /// Adds a text at the end.
  mutating func append(_ other: String, _ otherPlaces: PlaceMap) {
    guard !other.isEmpty else { return }
    if text.isEmpty {
      text = other
      places = otherPlaces
      return
    }
    let offset = text.utf8.count
    text += other
    places.turns.append(PlaceMap.Turn(offset: offset, place: otherPlaces.start))
    for turn in otherPlaces.turns {
      places.turns.append(PlaceMap.Turn(offset: offset + turn.offset, place: turn.place))
    }
  }

  /// The text without white space around it.
  var trimmed: PlacedText {
    let leading = text.utf8.prefix { $0 == 0x20 }.count
    let trailing = text.utf8.reversed().prefix { $0 == 0x20 }.count
    guard leading + trailing > 0 else { return self }
    guard leading < text.utf8.count else { return PlacedText() }
    var result = PlacedText()
    result.text = String(text.dropFirst(leading).dropLast(trailing))
    result.places = PlaceMap(start: places.start)
    if leading > 0, places.start != .none {
      result.places.start = places.place(at: leading, in: text)
    }
    result.places.turns = places.turns.compactMap { turn in
      turn.offset <= leading
        ? nil : PlaceMap.Turn(offset: turn.offset - leading, place: turn.place)
    }
    return result
  }
}

extension Composer {
  /// The text of a pattern as it is to be set; nil when nothing comes of it.
  mutating func richText(
    _ pattern: TextPattern, _ frames: [Frame], _ context: NormalisingContext
  ) -> RichText? {
    guard let text = text(pattern, frames) else { return nil }
    return normalised(text.text, text.places, context).linkingMailAddresses()
  }

  /// Passes a text through the normaliser.
  mutating func normalised(
    _ text: String, _ places: PlaceMap, _ context: NormalisingContext,
    column: ColumnForm = .unknown
  ) -> RichText {
    let result = normalise(
      text, places: places, context: context, options: options, column: column)
    tell(result)
    let text = RichText(result.text, places: result.places)
    return template.references.isEmpty ? text : withReferences(text)
  }

  /// Passes a text with stretches that mean more through the normaliser: names and code in it stay
  /// as they are, of other languages only the spaces are mended, and the stretches follow their
  /// words.
  mutating func normalised(
    _ text: RichText, _ context: NormalisingContext, column: ColumnForm = .unknown
  ) -> RichText {
    guard !text.spans.isEmpty else {
      return normalised(text.text, text.places, context, column: column)
    }
    let exemptions = text.spans.compactMap { span in
      span.exemption.map { Exemption(span.start..<span.end, $0) }
    }
    let result = normalise(
      text.text, places: text.places, context: context, options: options, exemptions: exemptions,
      column: column)
    tell(result)
    let spans = text.spans.compactMap { span in
      let range = result.span(ofInput: span.start..<span.end)
      guard !range.isEmpty else { return RichText.Span?.none }
      var moved = span
      moved.start = range.lowerBound
      moved.end = range.upperBound
      return moved
    }
    return RichText(result.text, spans: spans, places: result.places)
  }

  /// Takes in what the normaliser has to say of a text.
  private mutating func tell(_ result: NormalisedText) {
    if !result.diagnostics.isEmpty { diagnostics += result.diagnostics }
    guard tellsCorrections, !result.changes.isEmpty else { return }
    diagnostics += result.corrections.map(Diagnostic.correction)
  }

  /// The text of a pattern; nil when nothing comes of it.
  ///
  /// With `isPrinted`, values are printed in their formats; else they stand as the plan writes them.
  func text(_ pattern: TextPattern, _ frames: [Frame], isPrinted: Bool = true) -> PlacedText? {
    if let single = pattern.single {
      return printed(single, frames, isPrinted: isPrinted)?.trimmed.nonEmpty
    }
    var result = PlacedText()
    var needs = false
    var isMet = false
    for piece in pattern.pieces {
      if case .field = piece { needs = true }
      if add(piece, to: &result, frames, isPrinted) { isMet = true }
    }
    return needs && !isMet ? nil : result.trimmed.nonEmpty
  }

  /// Adds a piece to a text; whether it is a field that has a value.
  private func add(
    _ piece: TextPattern.Piece, to result: inout PlacedText, _ frames: [Frame], _ isPrinted: Bool
  ) -> Bool {
    switch piece {
    case .words(let words, let place): result.append(words, PlaceMap(start: place))
    case .number: result.append(String(frames.last?.number ?? 1), .none)
    case .furniture(let character): result.append(String(character), .none)
    case .reference(let index): result.append(String(Self.standIn(forReference: index)), .none)
    case .field(let use):
      guard let text = printed(use, frames, isPrinted: isPrinted), !text.text.isEmpty else {
        return false
      }
      result.append(text.text, text.places)
      return true
    case .optional(let pieces):
      var inner = PlacedText()
      for piece in pieces {
        let hasValue = add(piece, to: &inner, frames, isPrinted)
        if case .field = piece, !hasValue { return false }
      }
      result.append(inner.text, inner.places)
    }
    return false
  }

  /// A field's value as text; nil for none.
  private func printed(_ use: FieldUse, _ frames: [Frame], isPrinted: Bool) -> PlacedText? {
    guard let value = use.slot.value(in: frames) else { return nil }
    return printed(value, use, frames, isPrinted: isPrinted)
  }

  /// A value as text; nil for none.
  func printed(
    _ value: Value, _ use: FieldUse, _ frames: [Frame], isPrinted: Bool = true
  ) -> PlacedText? {
    switch value.content {
    case .null: return nil
    case .scalar(let scalar): return printed(scalar, isPrinted ? use.format : nil)
    case .map:
      guard let index = use.itemText else { return nil }
      return text(template.texts[index].pattern, frames + [Frame(value)], isPrinted: isPrinted)
    case .list(let list):
      let named = use.itemText.map { template.texts[$0] }
      let between = named?.between ?? ", "
      let texts = list.compactMap { printed($0, use, frames, isPrinted: isPrinted)?.nonEmpty }
      var result = PlacedText()
      for (number, text) in texts.enumerated() {
        let isLast = number == texts.count - 1
        if number > 0 {
          result.append(
            isLast ? named?.beforeLast ?? between : between, PlaceMap(start: text.places.start))
        }
        result.append(text.text, text.places)
      }
      return result.nonEmpty
    }
  }

  /// A scalar as text.
  private func printed(_ scalar: Scalar, _ format: Format?) -> PlacedText {
    var result = PlacedText(text: scalar.text, places: scalar.places)
    if let last = scalar.text.utf8.last, last == 0x0A || last == 0x0D || last == 0x20 {
      let length = scalar.text.utf8.reversed().prefix { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }
      result.text = String(decoding: scalar.text.utf8.dropLast(length.count), as: UTF8.self)
    }
    if let format {
      let text = Swedish.format(result.text, as: format, style: numbers)
      if text != result.text {
        result.text = text
        result.places.turns = []
      }
    } else if scalar.style == .jsonNumber, scalar.text.utf8.contains(0x2E) {
      result.text = String(scalar.text.map { $0 == "." ? "," : $0 })
    }
    return result.onLines
  }
}

extension RichText.Span {
  /// Why the rules of Swedish do not reach it: it is code, raised, the mark of a note, what stands
  /// for another block's name or page until that is known, or another language; nil where they do.
  fileprivate var exemption: Exemption.Reason? {
    if marks.contains(.verbatim) || marks.contains(.raised) { return .verbatim }
    return switch target {
    case .note, .page, .pages: .verbatim
    case .address, .block, nil: language == nil ? nil : .otherLanguage
    }
  }
}

extension PlacedText {
  /// The text, or nil where there is none.
  var nonEmpty: PlacedText? { text.isEmpty ? nil : self }

  /// The text with U+2028 for its line breaks.
  var onLines: PlacedText {
    guard text.utf8.contains(0x0A) else { return self }
    var result = PlacedText(places: PlaceMap(start: places.start))
    // Each line break is two bytes longer, so what comes after it has moved.
    var gone = 0
    var turns = places.turns[...]
    for (offset, byte) in text.utf8.enumerated() {
      while let turn = turns.first, turn.offset <= offset {
        result.places.turns.append(PlaceMap.Turn(offset: turn.offset + gone, place: turn.place))
        turns = turns.dropFirst()
      }
      if byte == 0x0A { gone += 2 }
    }
    result.text = text.replacingNewlines
    return result
  }
}

extension Diagnostic {
  fileprivate static func correction(_ correction: NormalisedText.Correction) -> Diagnostic {
    let (before, after) = (correction.before.withSpacesSeen, correction.after.withSpacesSeen)
    return Diagnostic(
      .note, .textNormalised,
      Message(sv: "'\(before)' sätts '\(after)'", en: "'\(before)' is set '\(after)'"),
      rule: correction.rules.map(\.rawValue).joined(separator: "+"),
      at: correction.place == .none ? nil : correction.place)
  }
}

extension String {
  /// The text with a sign for each space at which no line ends, and for each line break.
  fileprivate var withSpacesSeen: String {
    String(
      map { character in
        switch character {
        case "\u{A0}", "\u{202F}": "␣"
        case "\u{2028}", "\n": "⏎"
        default: character
        }
      })
  }
}
