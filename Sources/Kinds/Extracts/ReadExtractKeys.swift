import Diagnostics
import Input
import Swedish

/// Reads a schema's `only`: the keys by which parts of its plans are printed alone.
///
/// ```
/// "only": {"paragraf": {"list": "paragrafer", "key": "nummer", "template": "protokollsutdrag"}}
/// ```
func readExtractKeys(_ value: Value, of schema: Schema) -> ([ExtractKey], [Diagnostic]) {
  guard let map = value.map else { return ([], [.onlyIsNoMap(at: value.place)]) }
  var keys: [ExtractKey] = []
  var diagnostics: [Diagnostic] = []
  for entry in map.entries {
    let known = ["list", "key", "counted", "template"]
    for inner in entry.value.map?.entries ?? [] where !known.contains(inner.key) {
      diagnostics.append(.unknownOnlyKeyword(inner.key, known, at: inner.keyPlace))
    }
    guard let list = entry.value["list"]?.scalar?.text else {
      diagnostics.append(.onlyWithoutList(entry.key, at: entry.keyPlace))
      continue
    }
    let path = list.split(separator: ".").map(String.init)
    guard let items = schema.items(at: path) else {
      diagnostics.append(
        .onlyLeadsNowhere(list, at: entry.value["list"]?.place ?? entry.keyPlace))
      continue
    }
    let key = entry.value["key"]?.scalar?.text
    if let key, schema[items].property(key) == nil {
      diagnostics.append(
        .onlyKeyMissing(
          key, list, schema[items].properties.map(\.name),
          at: entry.value["key"]?.place ?? entry.keyPlace))
    }
    let counted = entry.value["counted"]
    let countsItems = counted?.scalar.flatMap { truthValue(of: $0.text) }
    if let counted, countsItems == nil {
      diagnostics.append(.countedIsNoFlag(entry.key, at: counted.place))
    }
    keys.append(
      ExtractKey(
        name: entry.key, list: path, key: key, countsItems: countsItems ?? false,
        template: entry.value["template"]?.scalar?.text))
  }
  return (keys, diagnostics)
}

extension Schema {
  /// The schema of a list's items, by the keys that lead to the list.
  fileprivate func items(at path: [String]) -> SchemaNode.ID? {
    var node = root
    for key in path {
      guard let next = self[node].property(key) else { return nil }
      node = next
    }
    return path.isEmpty ? nil : self[node].items
  }
}

extension Diagnostic {
  fileprivate static func onlyIsNoMap(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongSchemaValue,
      Message(
        sv: "'only' i schemat ska vara en uppsättning nycklar", en: "'only' should be a map"),
      at: place)
  }

  fileprivate static func unknownOnlyKeyword(
    _ word: String, _ known: [String], at place: Place
  ) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .error, .unknownSchemaKeyword,
      Message(
        sv: "okänt nyckelord '\(word)' i 'only'; det som läses är \(list)",
        en: "unknown keyword '\(word)' in 'only'; those that are read are \(list)"), at: place)
  }

  fileprivate static func onlyWithoutList(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongSchemaValue,
      Message(
        sv: "'\(name)' i 'only' ska ha 'list', en lista i planen",
        en: "'\(name)' in 'only' should have 'list', a list of the plan"), at: place)
  }

  fileprivate static func countedIsNoFlag(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongSchemaValue,
      Message(
        sv: "'counted' för '\(name)' i 'only' ska vara true eller false",
        en: "'counted' of '\(name)' in 'only' should be true or false"), at: place)
  }

  fileprivate static func onlyLeadsNowhere(_ list: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongSchemaValue,
      Message(
        sv: "'\(list)' är ingen lista bland schemats properties",
        en: "'\(list)' is no list among the schema's properties"), at: place)
  }

  fileprivate static func onlyKeyMissing(
    _ key: String, _ list: String, _ known: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, .wrongSchemaValue,
      Message(
        sv: "posterna i '\(list)' har ingen nyckel '\(key)'",
        en: "the items of '\(list)' have no key '\(key)'"), at: place,
      fixes: nearest(to: key, among: known).map {
        [Fix(Message(sv: "menade du '\($0)'?", en: "did you mean '\($0)'?"))]
      } ?? [])
  }
}
