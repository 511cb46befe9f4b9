import Diagnostics
import Input

/// Reads maps of keywords, in templates and themes alike: every key is known, every value is of
/// the kind that its key wants, and what is wrong is told at its place.
protocol KeywordReading {
  /// What was found wrong so far.
  var diagnostics: [Diagnostic] { get set }
}

extension KeywordReading {
  /// Takes a fault in, once.
  mutating func report(_ diagnostic: Diagnostic) {
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }

  /// The map that a value is, with no other keys than those known.
  mutating func map(_ value: Value, of owner: String, known: [String]) -> Map? {
    guard let map = value.map else {
      report(.wrongValue(of: owner, wanted: .map(known), found: value))
      return nil
    }
    checkKeys(of: map, owner: owner, known: known)
    return map
  }

  /// Reports the keys that are not among those known.
  mutating func checkKeys(of map: Map, owner: String, known: [String]) {
    for entry in map.entries where !known.contains(entry.key) {
      report(.unknownKeyword(entry, in: owner, known: known))
    }
  }

  /// The words that a value holds.
  mutating func word(_ value: Value, of key: String) -> Scalar? {
    if let scalar = value.scalar { return scalar }
    report(.wrongValue(of: key, wanted: .text, found: value))
    return nil
  }

  /// A whole number that a value holds.
  mutating func integer(_ value: Value, of key: String, in range: ClosedRange<Int>) -> Int? {
    if let text = value.scalar?.text, let number = Int(text), range.contains(number) {
      return number
    }
    report(.wrongValue(of: key, wanted: .integer(range), found: value))
    return nil
  }

  /// Yes or no: `true` or `false`.
  mutating func boolean(_ value: Value, of key: String) -> Bool? {
    switch value.scalar?.text {
    case "true": return true
    case "false": return false
    default:
      report(.wrongValue(of: key, wanted: .choice(["true", "false"]), found: value))
      return nil
    }
  }

  /// A word out of a closed list.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ value: Value, of key: String
  ) -> Choice? where Choice.RawValue == String {
    if let text = value.scalar?.text, let choice = Choice(rawValue: text) { return choice }
    report(.wrongValue(of: key, wanted: .choice(Choice.allCases.map(\.rawValue)), found: value))
    return nil
  }
}

/// What a keyword wants for its value.
enum WantedValue {
  case text
  case list
  case map([String])
  case integer(ClosedRange<Int>)
  case choice([String])
  /// Something else, in words of both languages.
  case described(sv: String, en: String)
}

extension Value {
  /// What was written, short enough to name in a message.
  var brief: (sv: String, en: String) {
    switch content {
    case .scalar(let scalar):
      let text = scalar.text.count > 40 ? scalar.text.prefix(40) + "…" : scalar.text[...]
      return ("'\(text)'", "'\(text)'")
    case .list: return ("en lista", "a list")
    case .map(let map):
      let keys = map.entries.prefix(3).map(\.key).joined(separator: ", ")
      return ("nycklar (\(keys))", "keys (\(keys))")
    case .null: return ("ingenting", "nothing")
    }
  }
}

extension Diagnostic {
  /// A key that its owner does not know.
  static func unknownKeyword(_ entry: Map.Entry, in owner: String, known: [String]) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .error, .unknownKeyword,
      Message(
        sv: "okänt nyckelord '\(entry.key)' i \(owner); där kan stå \(list)",
        en: "unknown keyword '\(entry.key)' in \(owner); it takes \(list)"),
      at: entry.keyPlace, endColumn: Int(entry.keyPlace.column) + entry.key.unicodeScalars.count,
      fixes: .nearest(to: entry.key, in: known))
  }

  /// A key whose value is of another kind.
  static func wrongValue(
    of key: String, wanted: WantedValue, found: Value
  ) -> Diagnostic {
    let (sv, en) =
      switch wanted {
      case .text: ("en text", "text")
      case .list: ("en lista", "a list")
      case .map(let keys):
        (
          "en uppsättning nycklar (\(keys.joined(separator: ", ")))",
          "a map (\(keys.joined(separator: ", ")))"
        )
      case .integer(let range):
        (
          "ett heltal från \(range.lowerBound) till \(range.upperBound)",
          "a whole number from \(range.lowerBound) to \(range.upperBound)"
        )
      case .choice(let words):
        (
          "något av \(words.joined(separator: ", "))", "one of \(words.joined(separator: ", "))"
        )
      case .described(let sv, let en): (sv, en)
      }
    var fixes: [Fix] = []
    if case .choice(let words) = wanted, let text = found.scalar?.text {
      fixes = .nearest(to: text, in: words)
    }
    return Diagnostic(
      .error, .wrongKeywordValue,
      Message(
        sv: "'\(key)' ska vara \(sv), fann \(found.brief.sv)",
        en: "'\(key)' should be \(en), found \(found.brief.en)"),
      at: found.place, fixes: fixes)
  }

  /// A key that must stand and does not.
  static func missingKeyword(_ key: String, in owner: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .missingKeyword,
      Message(sv: "'\(key)' saknas i \(owner)", en: "'\(key)' is missing in \(owner)"), at: place)
  }
}

extension [Diagnostic.Fix] {
  /// The word that was most likely meant, if one is near.
  static func nearest(to word: String, in known: [String]) -> [Diagnostic.Fix] {
    guard let near = Diagnostics.nearest(to: word, among: known) else { return [] }
    let question = Message(sv: "menade du '\(near)'?", en: "did you mean '\(near)'?")
    return [Diagnostic.Fix(question, replacement: near)]
  }
}
