import Diagnostics
import Input

/// Walks a plan beside its schema and collects what is wrong.
struct PlanChecker {
  /// What the plan may contain.
  let schema: Schema
  /// Where the walk is.
  var path = PlanPath()
  /// Whether the walk is inside a list or map on one line, where a comma ends a plain value.
  var isInFlow = false
  /// What was found, in the order of the walk.
  var diagnostics: [Diagnostic] = []

  /// The nodes of the maps that the walk is inside, from the top.
  private var outerNodes: [SchemaNode] = []
  /// Patterns that have been made ready.
  private var patterns: [String: SchemaPattern] = [:]

  /// A checker at the top of a plan.
  init(schema: Schema) { self.schema = schema }

  /// Checks a value and all that is in it.
  mutating func check(_ value: Value, _ id: SchemaNode.ID) {
    let node = schema[id]
    switch value.content {
    case .map(let map):
      if node.allows(.object) {
        checkMap(map, node, at: value)
      } else if node.format == .markdown {
        checkFileMap(map, at: value)
      } else {
        report(.wrongType(self, node, value))
      }
    case .list(let list):
      guard node.allows(.array) else { return report(.wrongType(self, node, value)) }
      guard let items = node.items else { return }
      checkList(list, items)
    case .scalar(let scalar):
      guard node.types.isEmpty || node.types.contains(where: \.isScalar) else {
        return report(.wrongType(self, node, value))
      }
      checkScalar(scalar, node, at: value)
      if let prompt = Prompt.first(in: scalar.text) {
        report(.promptLeft(prompt, in: scalar, at: value))
      }
    case .null:
      if !node.allows(.null) { report(.wrongType(self, node, value)) }
    }
  }

  /// Takes in a finding at the walk's place.
  mutating func report(_ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    let path = path.description
    if diagnostic.path == nil, !path.isEmpty { diagnostic.path = path }
    diagnostics.append(diagnostic)
  }

  /// Whether a text matches a pattern somewhere.
  mutating func matches(_ text: String, _ pattern: String) -> Bool {
    // The schema's reader has told of a pattern that cannot be read.
    guard let ready = patterns[pattern] ?? SchemaPattern(pattern) else { return true }
    patterns[pattern] = ready
    return ready.matches(text)
  }

  // MARK: Maps

  private mutating func checkMap(_ map: Map, _ node: SchemaNode, at value: Value) {
    let wasInFlow = isInFlow
    isInFlow = isInFlow || map.isOnOneLine
    outerNodes.append(node)
    var meant: Set<String> = []
    for entry in map.entries {
      path.enter(entry.key)
      if let property = node.property(entry.key) {
        checkEntry(entry, property, isRequired: node.required.contains(entry.key))
      } else {
        switch node.additionalProperties {
        case .allowed: break
        case .node(let id): check(entry.value, id)
        case .forbidden where node.types.isEmpty && node.properties.isEmpty: break
        case .forbidden:
          let suggestion = nearest(
            to: entry.key, among: node.properties.map(\.name).filter { map[$0] == nil })
          if let suggestion { meant.insert(suggestion) }
          reportUnknownKey(entry, in: map, node, suggestion)
        }
      }
      path.leave()
    }
    for key in node.required where !map.entries.contains(where: { $0.key == key }) {
      // A key that was misspelt has been told of; that it is missing is the same fault.
      guard !meant.contains(key) else { continue }
      var finding = Diagnostic.missingKey(self, key, node, value)
      finding.path = path.appending(key)
      report(finding)
    }
    outerNodes.removeLast()
    isInFlow = wasInFlow
  }

  /// A key with nothing after it counts as not written: plans are begun from forms with empty keys.
  private mutating func checkEntry(
    _ entry: Map.Entry, _ property: SchemaNode.ID, isRequired: Bool
  ) {
    let node = schema[property]
    if entry.value.isNull {
      if isRequired, !node.types.contains(.null) { report(.emptyKey(entry, node)) }
    } else if isRequired, let text = entry.value.scalar?.text, text.isBlank,
      !node.enumeration.contains(text)
    {
      report(.blankText(entry, node))
    } else {
      check(entry.value, property)
    }
  }

  private mutating func reportUnknownKey(
    _ entry: Map.Entry, in map: Map, _ node: SchemaNode, _ suggestion: String?
  ) {
    path.leave()
    let taken = nearest(to: entry.key, among: node.properties.map(\.name))
      .flatMap { name in map.entries.first { $0.key == name } }
    let home = outerNodes.dropLast().lastIndex { $0.property(entry.key) != nil }
    var diagnostic = Diagnostic.unknownKey(self, entry, node, suggestion)
    if suggestion == nil, let taken { diagnostic.notes = [.standsAlready(taken)] }
    if suggestion == nil, let home {
      diagnostic.notes.append(.belongsOutside(entry.key, in: outerNodes[home].title))
    }
    path.enter(entry.key)
    report(diagnostic)
  }

  /// Prose that is named by its file: `{fil: inledning.md}`.
  private mutating func checkFileMap(_ map: Map, at value: Value) {
    for entry in map.entries {
      path.enter(entry.key)
      if entry.key != "fil" {
        report(.unknownKeyBesideFile(entry))
      } else if entry.value.scalar?.text.isEmpty ?? true {
        report(.wrongFileName(entry.value))
      }
      path.leave()
    }
    if map["fil"] == nil { report(.missingFile(value)) }
  }

  // MARK: Lists

  private mutating func checkList(_ list: [Value], _ items: SchemaNode.ID) {
    let wasInFlow = isInFlow
    isInFlow = isInFlow || list.isOnOneLine
    for (index, value) in list.enumerated() {
      path.enter(index)
      check(value, items)
      path.leave()
    }
    isInFlow = wasInFlow
  }
}

extension SchemaNode.ValueType {
  /// Whether values of the type are written as one text.
  fileprivate var isScalar: Bool {
    switch self {
    case .string, .number, .integer, .boolean: true
    case .object, .array, .null: false
    }
  }
}

extension String {
  /// Whether nothing in it leaves ink.
  fileprivate var isBlank: Bool {
    unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
    }
  }
}

extension Map.Entry {
  /// The first column after the key: as it was read, else as for a key without quotes.
  fileprivate var keyEnd: Int {
    keyEndColumn ?? Int(keyPlace.column) + key.unicodeScalars.count
  }

  /// Whether the key stands in quotes.
  fileprivate var isKeyQuoted: Bool {
    keyEnd - Int(keyPlace.column) > key.unicodeScalars.count
  }
}

extension Map {
  /// Whether it is written with braces, as far as can be seen: two keys stand on one line.
  fileprivate var isOnOneLine: Bool {
    entries.count > 1 && entries[0].keyPlace.line == entries[1].keyPlace.line
  }
}

extension [Value] {
  /// Whether it is written with brackets, as far as can be seen: two entries stand on one line.
  fileprivate var isOnOneLine: Bool { count > 1 && self[0].place.line == self[1].place.line }
}

// MARK: - Messages

extension Diagnostic {
  fileprivate static func wrongType(
    _ checker: PlanChecker, _ node: SchemaNode, _ value: Value
  ) -> Diagnostic {
    var diagnostic = Diagnostic(
      .error, .wrongType,
      Message(
        sv: "{0} ska vara {1}, fann {2}", en: "{0} should be {1}, found {2}",
        Wording(naming: checker.path), Wording(expecting: node), Wording(finding: value)),
      at: value.place)
    diagnostic.notes += checker.advice(on: value, node)
    return diagnostic
  }

  fileprivate static func promptLeft(
    _ prompt: Substring, in scalar: Scalar, at value: Value
  ) -> Diagnostic {
    let offset = scalar.text.utf8.distance(from: scalar.text.startIndex, to: prompt.startIndex)
    let place = scalar.places.place(at: offset, in: scalar.text)
    return Diagnostic(
      .warning, .promptLeft,
      Message(sv: "'\(prompt)' ska ersättas", en: "'\(prompt)' is to be replaced"),
      at: place == .none ? value.place : place,
      endColumn: Int(place.column) + prompt.unicodeScalars.count)
  }

  fileprivate static func unknownKey(
    _ checker: PlanChecker, _ entry: Map.Entry, _ node: SchemaNode, _ suggestion: String?
  ) -> Diagnostic {
    let name = checker.path.key.map { Wording($0, $0) } ?? Wording("planen", "the plan")
    var diagnostic = Diagnostic(
      .error, .unknownKey,
      Message(
        sv: "okänd nyckel '\(entry.key)' i {0}", en: "unknown key '\(entry.key)' in {0}", name),
      at: entry.keyPlace, endColumn: entry.keyEnd)
    if let suggestion {
      diagnostic.fixes = [
        Fix(
          Message(sv: "menade du '\(suggestion)'?", en: "did you mean '\(suggestion)'?"),
          replacement: entry.isKeyQuoted ? "\"\(suggestion)\"" : suggestion)
      ]
    } else if entry.key == TableRequest.fileKey, let rows = checker.rows(of: node) {
      diagnostic.notes = [
        Note(
          Message(
            sv: "rader ur en fil skrivs så: \(rows): {fil: …}",
            en: "rows from a file are written like this: \(rows): {fil: …}"))
      ]
    } else {
      let known = node.properties.map(\.name).joined(separator: ", ")
      diagnostic.notes = [
        Note(
          Message(sv: "nycklarna i {0} är \(known)", en: "the keys of {0} are \(known)", name))
      ]
    }
    return diagnostic
  }

  fileprivate static func unknownKeyBesideFile(_ entry: Map.Entry) -> Diagnostic {
    Diagnostic(
      .error, .unknownKey,
      Message(
        sv: "okänd nyckel '\(entry.key)'; en text är text eller {fil: namn}",
        en: "unknown key '\(entry.key)'; prose is text or {fil: name}"),
      at: entry.keyPlace, endColumn: entry.keyEnd)
  }

  fileprivate static func wrongFileName(_ value: Value) -> Diagnostic {
    Diagnostic(
      .error, .wrongType,
      Message(
        sv: "'fil' ska vara ett filnamn, fann {0}", en: "'fil' should be a file name, found {0}",
        Wording(finding: value)), at: value.place)
  }

  fileprivate static func missingFile(_ value: Value) -> Diagnostic {
    Diagnostic(
      .error, .missingKey,
      Message(
        sv: "'fil' saknas; en text är text eller {fil: namn}",
        en: "'fil' is missing; prose is text or {fil: name}"), at: value.place)
  }

  fileprivate static func missingKey(
    _ checker: PlanChecker, _ key: String, _ node: SchemaNode, _ value: Value
  ) -> Diagnostic {
    let expected = node.property(key).map { Wording(expecting: checker.schema[$0]) }
    return Diagnostic(
      .error, .missingKey,
      Message(
        sv: "'\(key)' saknas i {0}; där ska stå {1}", en: "'\(key)' is missing in {0}; write {1}",
        Wording(naming: checker.path), expected ?? Wording("ett värde", "a value")),
      at: value.place)
  }

  fileprivate static func emptyKey(_ entry: Map.Entry, _ node: SchemaNode) -> Diagnostic {
    Diagnostic(
      .error, .missingKey,
      Message(
        sv: "'\(entry.key)' har inget värde; där ska stå {0}",
        en: "'\(entry.key)' has no value; write {0}", Wording(expecting: node)),
      at: entry.keyPlace, endColumn: entry.keyEnd)
  }

  fileprivate static func blankText(_ entry: Map.Entry, _ node: SchemaNode) -> Diagnostic {
    Diagnostic(
      .error, .missingKey,
      Message(
        sv: "'\(entry.key)' är en tom text; där ska stå {0}",
        en: "'\(entry.key)' is an empty text; write {0}", Wording(expecting: node)),
      at: entry.value.place)
  }
}

extension Diagnostic.Note {
  fileprivate static func standsAlready(_ entry: Map.Entry) -> Diagnostic.Note {
    Diagnostic.Note(
      Message(
        sv: "'\(entry.key)' står redan här", en: "'\(entry.key)' stands here already"),
      at: entry.keyPlace)
  }

  fileprivate static func belongsOutside(_ key: String, in title: String) -> Diagnostic.Note {
    Diagnostic.Note(
      Message(
        sv: "'\(key)' hör till \(title.lowercased()); kontrollera indragningen",
        en: "'\(key)' belongs to \(title.lowercased()); check the indentation"))
  }
}
