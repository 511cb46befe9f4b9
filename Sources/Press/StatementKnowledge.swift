import Checks
import Diagnostics
import Input
import Kinds

extension Run {
  /// A plan with what its kind knows of statements and the plan does not say: what rows are for the
  /// others, by their names, and that figures are rounded.
  func knowingStatements(_ plan: CheckedPlan) -> CheckedPlan {
    var schema = plan.schema
    schema.checks.removeAll { !StatementWords.isTold(by: $0) }
    guard plan.isSound, !schema.checks.isEmpty else { return plan }
    let (checks, _) = prepareChecks(of: schema)
    var plan = plan
    var data: CheckedData { CheckedData(plan: plan.data, schema: plan.schema) }
    plan.data = plan.data.adding(StatementWords.rowKinds(checks, in: data))
    plan.data = plan.data.adding(StatementWords.roundingNotes(checks, in: data))
    return plan
  }
}

extension Value {
  /// The value with texts in place of the maps that name their files.
  func holding(_ prose: [String: Scalar]) -> Value {
    switch content {
    case .map(var map):
      if map.entries.count == 1, let name = self["fil"]?.scalar?.text, let text = prose[name] {
        return Value(.scalar(text), at: place)
      }
      for index in map.entries.indices {
        map.entries[index].value = map.entries[index].value.holding(prose)
      }
      return Value(.map(map), at: place)
    case .list(let list): return Value(.list(list.map { $0.holding(prose) }), at: place)
    case .scalar, .null: return self
    }
  }

  /// The value with entries in some of its maps, by their paths; to a text that is there already they
  /// are added as a paragraph.
  fileprivate func adding(_ entries: [String: StatementWords.Entry]) -> Value {
    entries.isEmpty ? self : adding(entries, path: "")
  }

  private func adding(_ entries: [String: StatementWords.Entry], path: String) -> Value {
    switch content {
    case .map(var map):
      for index in map.entries.indices {
        let key = map.entries[index].key
        map.entries[index].value = map.entries[index].value.adding(
          entries, path: path.isEmpty ? key : "\(path).\(key)")
      }
      guard let entry = entries[path] else { return Value(.map(map), at: place) }
      if let index = map.entries.firstIndex(where: { $0.key == entry.key }) {
        // What stands in a file of its own is left as it is.
        guard var text = map.entries[index].value.scalar else { return Value(.map(map), at: place) }
        text.text += "\n\n" + entry.value
        map.entries[index].value.content = .scalar(text)
      } else {
        let value = Value(.scalar(Scalar(entry.value, style: .plain, places: .none)), at: place)
        map.entries.append(Map.Entry(key: entry.key, keyPlace: place, value: value))
      }
      return Value(.map(map), at: place)
    case .list(let list):
      let items = list.enumerated().map { $1.adding(entries, path: "\(path)[\($0)]") }
      return Value(.list(items), at: place)
    case .scalar, .null: return self
    }
  }
}
