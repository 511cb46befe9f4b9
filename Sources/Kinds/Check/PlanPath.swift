/// Where in a plan a value stands: `perspektiv[2].namn`, entries counted from 0 as by other tools.
struct PlanPath: CustomStringConvertible {
  /// One step inwards.
  enum Step {
    case key(String)
    case entry(Int)
  }

  /// The steps from the plan's top.
  private(set) var steps: [Step] = []

  /// Goes into a key's value.
  mutating func enter(_ key: String) { steps.append(.key(key)) }

  /// Goes into an entry of a list.
  mutating func enter(_ entry: Int) { steps.append(.entry(entry)) }

  /// Goes back out one step.
  mutating func leave() { steps.removeLast() }

  /// The path as it is shown; empty for the plan's top.
  var description: String {
    steps.reduce(into: "") { text, step in
      switch step {
      case .key(let key): text += (text.isEmpty ? "" : ".") + key
      case .entry(let index): text += "[\(index)]"
      }
    }
  }

  /// The path of a key of the map here.
  func appending(_ key: String) -> String {
    var path = self
    path.enter(key)
    return path.description
  }

  /// The nearest key outwards; nil at the plan's top.
  var key: String? {
    for case .key(let key) in steps.reversed() { return key }
    return nil
  }

  /// The entry that the value is of its nearest key's list, from 0; nil if it is no entry.
  var entry: Int? {
    if case .entry(let index) = steps.last { index } else { nil }
  }
}
