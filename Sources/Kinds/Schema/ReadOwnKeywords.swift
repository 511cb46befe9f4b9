import Diagnostics
import Input

extension SharedSource {
  /// Reads `{"from": "uppdrag", "key": "hämta"}`.
  static func read(_ value: Value) -> (SharedSource?, [Diagnostic]) {
    let known = ["from", "key"]
    guard let map = value.map, map.entries.allSatisfy({ known.contains($0.key) }),
      let list = map["from"]?.scalar?.text, let key = map["key"]?.scalar?.text
    else { return (nil, [.wantsMap("shared", keys: known, at: value.place)]) }
    return (SharedSource(list: list, key: key, place: value.place), [])
  }
}

extension Computation {
  /// Reads `{"rule": "target-status", "with": {…}, "words": [[…], …]}`.
  static func read(_ value: Value) -> (Computation?, [Diagnostic]) {
    let known = ["rule", "with", "words"]
    guard let map = value.map, map.entries.allSatisfy({ known.contains($0.key) }),
      let name = map["rule"], let with = map["with"]?.map, let words = map["words"],
      let lists = words.list
    else { return (nil, [.wantsMap("computed", keys: known, at: value.place)]) }
    guard let rule = name.scalar.flatMap({ Rule(rawValue: $0.text) }) else {
      return (nil, [.unknownRule(name.scalar?.text ?? "", at: name.place)])
    }
    var keys: [String: String] = [:]
    for entry in with.entries {
      guard rule.roles.contains(entry.key), let key = entry.value.scalar?.text else {
        return (nil, [.unknownRole(entry, of: rule)])
      }
      keys[entry.key] = key
    }
    let texts = lists.map { ($0.list ?? [$0]).compactMap { $0.scalar?.text } }
    guard texts.count == rule.outcomes, !texts.contains(where: \.isEmpty) else {
      return (nil, [.wrongOutcomes(of: rule, at: words.place)])
    }
    return (Computation(rule: rule, keys: keys, words: texts, place: value.place), [])
  }
}

extension Diagnostic {
  fileprivate static func wantsMap(
    _ keyword: String, keys: [String], at place: Place
  ) -> Diagnostic {
    let list = keys.joined(separator: ", ")
    return Diagnostic(
      .error, .wrongSchemaValue,
      Message(
        sv: "'\(keyword)' i schemat ska ha nycklarna \(list)",
        en: "'\(keyword)' should have the keys \(list)"), at: place)
  }

  fileprivate static func unknownRule(_ name: String, at place: Place) -> Diagnostic {
    let list = Computation.Rule.allCases.map(\.rawValue).joined(separator: ", ")
    return Diagnostic(
      .error, .wrongSchemaValue,
      Message(
        sv: "'rule' i schemat ska vara något av \(list), fann '\(name)'",
        en: "'rule' should be one of \(list), found '\(name)'"), at: place)
  }

  fileprivate static func unknownRole(
    _ entry: Map.Entry, of rule: Computation.Rule
  ) -> Diagnostic {
    let list = rule.roles.joined(separator: ", ")
    return Diagnostic(
      .error, .wrongSchemaValue,
      Message(
        sv: "'\(entry.key)' i schemat ska vara något av \(list), med en nyckel som värde",
        en: "'\(entry.key)' should be one of \(list), with a key for its value"),
      at: entry.keyPlace)
  }

  fileprivate static func wrongOutcomes(
    of rule: Computation.Rule, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, .wrongSchemaValue,
      Message(
        sv: "'words' i schemat ska ha \(rule.outcomes) listor av ord, en för varje utfall",
        en: "'words' should have \(rule.outcomes) lists of words, one for each outcome"),
      at: place)
  }
}
