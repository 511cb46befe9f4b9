public import Diagnostics
public import Input
public import Kinds
import Swedish

/// A check with the arguments that a schema gives it.
public struct PreparedCheck: Sendable {
  /// The check.
  public var check: NamedCheck
  /// Its arguments.
  public var arguments: CheckArguments
  /// The ids of what it finds that lets no document be written.
  public var stops: Set<String>

  /// Whether it lets no document be written of a plan in which it finds something.
  public func stops(for finding: Diagnostic) -> Bool {
    finding.severity == .error && finding.rule.map(stops.contains) == true
  }
}

extension SchemaCheck {
  /// Whether it may let no document of a plan be written.
  public func mayStop(_ plan: Value) -> Bool {
    guard !stops.isEmpty else { return false }
    return stopsWhen.allSatisfy { path in
      FieldPath(path.text).map { !Field(plan).fields(at: $0).isEmpty } ?? false
    }
  }
}

/// Reads the checks that a schema names.
///
/// Reports, at its place in the schema, `unknown-check`, and of the arguments
/// `unknown-check-argument`, `missing-keyword`, `wrong-schema-value`, and `unknown-field` for a path
/// that no plan of the kind can have. An id under `stops` that the check does not find is a
/// `wrong-schema-value`.
///
/// - Returns: The checks that are without fault, and what was found in the others.
public func prepareChecks(
  of schema: Schema, among known: [NamedCheck] = NamedCheck.all
) -> ([PreparedCheck], [Diagnostic]) {
  var reader = CheckReader(schema: schema)
  var prepared: [PreparedCheck] = []
  for asked in schema.checks {
    guard let check = known.first(where: { $0.name == asked.name }) else {
      reader.diagnostics.append(.unknownCheck(asked, among: known.map(\.name)))
      continue
    }
    let before = reader.diagnostics.count
    let arguments = reader.read(asked.arguments, check.parameters, of: asked, starts: [:])
    let ids = check.checkpoints.map(\.id)
    for stop in asked.stops where !ids.contains(stop.text) {
      reader.diagnostics.append(.unknownStop(stop, of: asked.name, among: ids))
    }
    for path in asked.stopsWhen { reader.check(path, "stops-when") }
    if reader.diagnostics.count == before {
      prepared.append(
        PreparedCheck(
          check: check, arguments: arguments, stops: Set(asked.stops.map(\.text))))
    }
  }
  return (prepared, reader.diagnostics)
}

/// Reads the arguments of checks.
private struct CheckReader {
  let schema: Schema
  var diagnostics: [Diagnostic] = []

  /// Tells of a path from the plan's top that no plan of the kind can have.
  mutating func check(_ text: Scalar, _ name: String) {
    guard let path = FieldPath(text.text) else {
      diagnostics.append(.wrongArgument(name, wants: .path, at: text.places.start))
      return
    }
    if case .unknown(let key, let names) = path.nodes(from: [schema.root], of: schema) {
      diagnostics.append(.unknownField(key, in: path, among: names, at: text.places.start))
    }
  }

  /// Reads the arguments of one check, or of one entry of such.
  ///
  /// Paths within another argument start at the nodes in `starts` that its paths lead to; nil stands
  /// for anything.
  mutating func read(
    _ entries: [Map.Entry], _ parameters: [CheckParameter], of asked: SchemaCheck,
    starts: [String: [SchemaNode.ID]?]
  ) -> CheckArguments {
    var arguments = CheckArguments()
    var starts = starts
    for entry in entries where !parameters.contains(where: { $0.name == entry.key }) {
      diagnostics.append(.unknownArgument(entry, of: asked.name, among: parameters.map(\.name)))
    }
    // In the parameters' order, so that a path can start where an earlier one leads.
    for parameter in parameters {
      guard let entry = entries.first(where: { $0.key == parameter.name }) else {
        if parameter.isRequired {
          // Of paths that would have started there nothing can be said.
          starts[parameter.name] = .some(nil)
          diagnostics.append(
            .missingArgument(
              parameter.name, of: asked.name, at: entries.first?.keyPlace ?? asked.place))
        }
        continue
      }
      let value = entry.value
      switch parameter.kind {
      case .path(let outer):
        let start = outer.map { starts[$0, default: [schema.root]] } ?? [schema.root]
        var ends: [SchemaNode.ID]? = []
        let paths = texts(value, parameter.name).compactMap { text -> FieldPath? in
          guard let path = FieldPath(text.text) else {
            diagnostics.append(.wrongArgument(parameter.name, wants: .path, at: text.place))
            ends = nil
            return nil
          }
          guard let start else {
            ends = nil
            return path
          }
          switch path.nodes(from: start, of: schema) {
          case .nodes(let nodes): ends?.append(contentsOf: nodes)
          case .anything: ends = nil
          case .unknown(let key, let names):
            diagnostics.append(.unknownField(key, in: path, among: names, at: text.place))
            ends = nil
          }
          return path
        }
        starts[parameter.name] = .some(ends)
        arguments.arguments[parameter.name] = .paths(paths)
      case .text:
        arguments.arguments[parameter.name] = .texts(texts(value, parameter.name).map(\.text))
      case .choice(let words):
        for text in texts(value, parameter.name) where !words.contains(text.text) {
          diagnostics.append(
            .wrongArgument(parameter.name, wants: .words(words), at: text.place))
        }
        arguments.arguments[parameter.name] = .texts(texts(value, parameter.name).map(\.text))
      case .amount:
        if let amount = value.scalar.flatMap({ Amount($0.text, notation: .json) }) {
          arguments.arguments[parameter.name] = .amount(amount)
        } else {
          diagnostics.append(.wrongArgument(parameter.name, wants: .amount, at: value.place))
        }
      case .flag:
        if let flag = value.scalar.flatMap({ truthValue(of: $0.text) }) {
          arguments.arguments[parameter.name] = .flag(flag)
        } else {
          diagnostics.append(.wrongArgument(parameter.name, wants: .flag, at: value.place))
        }
      case .entries(let inner):
        guard let list = value.list, list.allSatisfy({ $0.map != nil }) else {
          diagnostics.append(.wrongArgument(parameter.name, wants: .entries, at: value.place))
          continue
        }
        arguments.arguments[parameter.name] = .entries(
          list.map { read($0.map?.entries ?? [], inner, of: asked, starts: starts) })
      }
    }
    return arguments
  }

  /// The texts of a value that is one, or a list of them.
  private mutating func texts(_ value: Value, _ name: String) -> [(text: String, place: Place)] {
    let values = value.list ?? [value]
    return values.compactMap { value in
      guard let scalar = value.scalar, !scalar.text.isEmpty else {
        diagnostics.append(.wrongArgument(name, wants: .text, at: value.place))
        return nil
      }
      return (scalar.text, value.place)
    }
  }
}

extension Diagnostic {
  fileprivate enum Wanted { case path, text, amount, flag, entries, words([String]) }

  fileprivate static func unknownCheck(_ asked: SchemaCheck, among names: [String]) -> Diagnostic {
    let list = names.sorted().joined(separator: ", ")
    return Diagnostic(
      .error, .unknownCheck,
      Message(
        sv: "okänd kontroll '\(asked.name)'; de som finns är \(list)",
        en: "unknown check '\(asked.name)'; those that there are are \(list)"),
      at: asked.place, fixes: .near(asked.name, names))
  }

  fileprivate static func unknownStop(
    _ id: Scalar, of name: String, among ids: [String]
  ) -> Diagnostic {
    let list = ids.joined(separator: ", ")
    return Diagnostic(
      .error, .wrongSchemaValue,
      Message(
        sv: "kontrollen '\(name)' hittar inget '\(id.text)'; det den hittar är \(list)",
        en: "the check '\(name)' finds no '\(id.text)'; what it finds is \(list)"),
      at: id.places.start)
  }

  fileprivate static func unknownArgument(
    _ entry: Map.Entry, of check: String, among names: [String]
  ) -> Diagnostic {
    let list = names.joined(separator: ", ")
    return Diagnostic(
      .error, .unknownCheckArgument,
      Message(
        sv: "kontrollen \(check) tar inget '\(entry.key)'; den tar \(list)",
        en: "the check \(check) takes no '\(entry.key)'; it takes \(list)"),
      at: entry.keyPlace, fixes: .near(entry.key, names))
  }

  fileprivate static func missingArgument(
    _ name: String, of check: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, .missingKeyword,
      Message(
        sv: "kontrollen \(check) behöver '\(name)'", en: "the check \(check) needs '\(name)'"),
      at: place)
  }

  fileprivate static func wrongArgument(
    _ name: String, wants wanted: Wanted, at place: Place
  ) -> Diagnostic {
    let (sv, en) =
      switch wanted {
      case .path: ("en sökväg i planen, som 'mål.mätetal'", "a path in the plan, as 'mål.mätetal'")
      case .text: ("text eller en lista av texter", "text or a list of texts")
      case .amount: ("ett tal", "a number")
      case .flag: ("true eller false", "true or false")
      case .entries: ("en lista av argument", "a list of arguments")
      case .words(let words):
        ("något av " + words.joined(separator: ", "), "one of " + words.joined(separator: ", "))
      }
    return Diagnostic(
      .error, .wrongSchemaValue,
      Message(sv: "'\(name)' ska vara \(sv)", en: "'\(name)' should be \(en)"), at: place)
  }

  fileprivate static func unknownField(
    _ key: String, in path: FieldPath, among names: [String], at place: Place
  ) -> Diagnostic {
    let list = names.unique.joined(separator: ", ")
    return Diagnostic(
      .error, .unknownField,
      Message(
        sv: "schemat har inget '\(key)' på vägen '\(path.text)'",
        en: "the schema has no '\(key)' on the path '\(path.text)'"),
      at: place,
      notes: names.isEmpty
        ? []
        : [Note(Message(sv: "där finns \(list)", en: "there are \(list)"))],
      fixes: .near(key, names))
  }
}

extension [Diagnostic.Fix] {
  /// The word that was most likely meant, as a question.
  fileprivate static func near(_ word: String, _ known: [String]) -> [Diagnostic.Fix] {
    guard let near = nearest(to: word, among: known) else { return [] }
    return [.init(Message(sv: "menade du '\(near)'?", en: "did you mean '\(near)'?"))]
  }
}
