import Diagnostics
import Input
import Kinds

extension TemplateReader {
  /// Reads a condition: a text, or a list of them that must all hold.
  ///
  /// ```
  /// text                      the field has a value (and is not no)
  /// not text                  it has none
  /// slag = summa              it is just that
  /// slag != summa             it is something else, or nothing; also ≠
  /// text and mätetal          both; also or, but not both words in one condition
  /// ```
  mutating func condition(_ value: Value, _ context: Context) -> Condition? {
    if let list = value.list {
      let parts = list.map { condition($0, context) }
      return parts.contains { $0 == nil } ? nil : .all(parts.compactMap { $0 })
    }
    guard let scalar = word(value, of: "when") else { return nil }
    let words = Words(scalar.text, at: value.place)
    let joints = Set(words.all.map(\.text).filter { $0 == "and" || $0 == "or" })
    guard joints.count <= 1 else {
      report(.mixedJoints(at: value.place))
      return nil
    }
    let parts = words.all.split { joints.contains($0.text) }
      .map { condition(of: $0, in: value, context) }
    guard parts.count == words.all.count(where: { joints.contains($0.text) }) + 1 else {
      report(.incompleteCondition(scalar.text, at: value.place))
      return nil
    }
    guard !parts.contains(where: { $0 == nil }) else { return nil }
    let conditions = parts.compactMap { $0 }
    if conditions.count == 1 { return conditions[0] }
    return joints.contains("or") ? .any(conditions) : .all(conditions)
  }

  /// Reads one comparison or field, with `not` before it or not.
  private mutating func condition(
    of words: ArraySlice<Words.Word>, in value: Value, _ context: Context
  ) -> Condition? {
    var words = words
    let isNegated = words.first?.text == "not"
    if isNegated { words = words.dropFirst() }
    guard let path = words.first else {
      report(.incompleteCondition(value.scalar?.text ?? "", at: value.place))
      return nil
    }
    guard let resolved = resolve(path.text, at: path.place, context.scope) else { return nil }
    let slot = slot(resolved)
    words = words.dropFirst()
    var condition = Condition.present(slot)
    if let sign = words.first {
      words = words.dropFirst()
      guard ["=", "!=", "≠"].contains(sign.text), !words.isEmpty else {
        report(.incompleteCondition(value.scalar?.text ?? "", at: sign.place))
        return nil
      }
      let wanted = words.map(\.text).joined(separator: " ")
      let place = words[words.startIndex].place
      guard isComparable(resolved, path.text, to: wanted, at: place) else { return nil }
      condition = .equal(slot, wanted)
      if sign.text != "=" { condition = .not(condition) }
    }
    return isNegated ? .not(condition) : condition
  }

  /// Whether a field can be compared with a word: it holds texts, and that one is among those
  /// that the schema allows.
  private mutating func isComparable(
    _ resolved: Resolved, _ path: String, to wanted: String, at place: Place
  ) -> Bool {
    guard schema.mayBeScalar(resolved.shape) else {
      report(.noText(path, isList: schema.item(of: resolved.shape) != nil, at: place))
      return false
    }
    let allowed = schema.node(of: resolved.shape)?.enumeration ?? []
    guard allowed.isEmpty || allowed.contains(wanted) else {
      report(.neverEqual(path, wanted, allowed: allowed, at: place))
      return false
    }
    return true
  }
}

/// A condition cut into words at spaces; quotes hold a word together.
private struct Words {
  struct Word {
    var text: String
    var place: Place
  }

  var all: [Word] = []

  init(_ text: String, at start: Place) {
    var word = ""
    var place = start
    var quote: Character?
    var column = start.column
    var isOpen = false
    func advanced() -> Place {
      var place = start
      place.column = column
      return place
    }
    for character in text {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
        if !isOpen { place = advanced() }
        isOpen = true
      } else if quote == nil, character.isWhitespace {
        if isOpen { all.append(Word(text: word, place: place)) }
        word = ""
        isOpen = false
      } else {
        if !isOpen { place = advanced() }
        isOpen = true
        word.append(character)
      }
      column += Int32(character.unicodeScalars.count)
    }
    if isOpen { all.append(Word(text: word, place: place)) }
  }
}

extension Diagnostic {
  fileprivate static func mixedJoints(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongCondition,
      Message(
        sv: "'and' och 'or' kan inte stå i samma villkor",
        en: "'and' and 'or' cannot stand in one condition"), at: place,
      fixes: [
        Fix(
          Message(
            sv: "skriv villkoren som en lista: alla ska då gälla",
            en: "write the conditions as a list: all of them must then hold"))
      ])
  }

  fileprivate static func incompleteCondition(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongCondition,
      Message(
        sv: "villkoret '\(text)' ska vara ett fält, 'not' och ett fält, eller fält = värde",
        en: "the condition '\(text)' should be a field, 'not' and a field, or field = value"),
      at: place)
  }

  fileprivate static func neverEqual(
    _ path: String, _ word: String, allowed: [String], at place: Place
  ) -> Diagnostic {
    let list = allowed.joined(separator: ", ")
    return Diagnostic(
      .error, .wrongCondition,
      Message(
        sv: "'\(path)' är aldrig '\(word)'; schemat tillåter \(list)",
        en: "'\(path)' is never '\(word)'; the schema allows \(list)"),
      at: place, endColumn: Int(place.column) + word.unicodeScalars.count,
      fixes: .nearest(to: word, in: allowed))
  }
}
