public import Diagnostics
public import Input
import Swedish

/// Puts in the values that the schema says are `computed`, where a plan leaves them out.
///
/// Done on a plan that has been checked, and before anything is composed of it: a template prints
/// what is computed like what is written. What the plan writes wins; where the rule comes to
/// something else, that is told. Where the rule comes to nothing, nothing is put in. A computed
/// value stands at the place of what it was computed from.
///
/// Reports `status-contradicts` and `units-differ`.
///
/// - Parameters:
///   - plan: The plan, with what it borrows.
///   - schema: What it may contain, and what of it is computed.
/// - Returns: The plan with what was computed, and what was found.
public func computeValues(in plan: Value, schema: Schema) -> (Value, [Diagnostic]) {
  var computer = Computer(schema: schema, plan: plan)
  let computed = computer.compute(plan, schema.root)
  return (computed ?? plan, computer.diagnostics)
}

/// Walks a plan beside its schema and computes.
private struct Computer {
  let schema: Schema
  let plan: Value
  private var path = PlanPath()
  private(set) var diagnostics: [Diagnostic] = []

  init(schema: Schema, plan: Value) {
    self.schema = schema
    self.plan = plan
  }

  /// A value with what is computed in it; nil where there is nothing.
  mutating func compute(_ value: Value, _ id: SchemaNode.ID) -> Value? {
    switch value.content {
    case .map(let map):
      var entries = map.entries
      var isChanged = false
      for index in entries.indices {
        guard let child = schema.child(entries[index].key, of: id) else { continue }
        path.enter(entries[index].key)
        if let computed = compute(entries[index].value, child) {
          entries[index].value = computed
          isChanged = true
        }
        path.leave()
      }
      for property in schema[id].properties {
        guard let computation = schema[property.node].computed else { continue }
        path.enter(property.name)
        let entry = self.entry(property.name, computation, Map(entries: entries))
        path.leave()
        guard let entry else { continue }
        entries.removeAll { $0.key == property.name }
        entries.append(entry)
        isChanged = true
      }
      return isChanged ? Value(.map(Map(entries: entries)), at: value.place) : nil
    case .list(let list):
      guard let items = schema[id].items else { return nil }
      var list = list
      var isChanged = false
      for index in list.indices {
        path.enter(index)
        if let computed = compute(list[index], items) {
          list[index] = computed
          isChanged = true
        }
        path.leave()
      }
      return isChanged ? Value(.list(list), at: value.place) : nil
    case .scalar, .null: return nil
    }
  }

  /// What a rule puts in for a key; nil where the plan has it, or the rule comes to nothing.
  private mutating func entry(
    _ key: String, _ computation: Computation, _ map: Map
  ) -> Map.Entry? {
    var status = TargetStatus(computation: computation, map: map, plan: plan)
    let finding = status.find()
    for difference in status.differences { report(.unitsDiffer(difference)) }
    guard let finding else { return nil }
    let word = computation.words[finding.level.rawValue][0]
    if let written = map[key], !written.isNull {
      if let text = written.scalar?.text, let level = computation.level(of: text),
        level != finding.level
      {
        report(.statusContradicts(text, at: written.place, word, finding))
      }
      return nil
    }
    let scalar = Scalar(word, style: .quoted, places: PlaceMap(start: finding.outcome.place))
    return Map.Entry(
      key: key, keyPlace: finding.outcome.place,
      value: Value(.scalar(scalar), at: finding.outcome.place))
  }

  private mutating func report(_ finding: Diagnostic) {
    var finding = finding
    finding.path = path.description
    diagnostics.append(finding)
  }
}

extension Computation {
  /// The outcome that a word stands for; nil for a word that says something else.
  fileprivate func level(of word: String) -> TargetStatusLevel? {
    let word = word.lowercased()
    for (index, words) in words.enumerated()
    where words.contains(where: { $0.lowercased() == word }) {
      return TargetStatusLevel(rawValue: index)
    }
    return nil
  }
}

// MARK: - Messages

extension Diagnostic {
  fileprivate static func statusContradicts(
    _ written: String, at place: Place, _ computed: String, _ finding: TargetStatus.Finding
  ) -> Diagnostic {
    let (outcome, target) = (finding.outcome.source, finding.target.source)
    return Diagnostic(
      .warning, .statusContradicts,
      Message(
        sv:
          "'\(written)' går inte ihop med utfallet \(outcome) mot \(target), som ger '\(computed)'",
        en: "'\(written)' contradicts the outcome \(outcome) against \(target): '\(computed)'"),
      at: place, endColumn: Int(place.column) + written.unicodeScalars.count,
      notes: [
        Note(
          Message(sv: "utfallet står här", en: "the outcome stands here"),
          at: finding.outcome.place),
        Note(
          Message(sv: "det mäts mot detta", en: "it is held to this"),
          at: finding.target.place),
      ],
      fixes: [
        Fix(
          Message(
            sv: "rätta det som är fel, eller ta bort raden så räknas den ut",
            en: "mend what is wrong, or remove the line: then it is computed"))
      ])
  }

  fileprivate static func unitsDiffer(_ difference: TargetStatus.Difference) -> Diagnostic {
    let (outcome, target) = (difference.outcomeUnit, difference.targetUnit)
    return Diagnostic(
      .warning, .unitsDiffer,
      Message(
        sv: "utfallet är i '\(outcome)' men det som ska nås i '\(target)'; de kan inte jämföras",
        en: "the outcome is in '\(outcome)' but what it is held to in '\(target)'"),
      at: difference.outcome.place,
      notes: [
        Note(
          Message(sv: "det som ska nås står här", en: "what is to be reached stands here"),
          at: difference.target.place)
      ],
      fixes: [
        Fix(Message(sv: "skriv båda i samma enhet", en: "write both in one unit"))
      ])
  }
}
