public import Diagnostics

/// How a value that a plan leaves out is computed from others in the same map.
///
/// In a schema it is `"computed": {"rule": "target-status", "with": {…}, "words": [[…], …]}` at the
/// value's own node: `with` names the keys that the rule reads, by the rule's names for them, and
/// `words` what the value is called, a list for each of the rule's outcomes, of which the first is
/// written and the others are understood.
public struct Computation: Sendable {
  /// What can be computed.
  public enum Rule: String, Sendable, CaseIterable {
    /// Whether what was measured has reached what it should: reached, partly reached, not reached.
    case targetStatus = "target-status"

    /// The rule's names for the keys that it reads.
    public var roles: [String] {
      switch self {
      case .targetStatus: TargetStatusRole.allCases.map(\.rawValue)
      }
    }

    /// How many outcomes it has.
    public var outcomes: Int {
      switch self {
      case .targetStatus: TargetStatusLevel.allCases.count
      }
    }
  }

  /// What is computed.
  public var rule: Rule
  /// The keys, by the rule's names for them.
  public var keys: [String: String]
  /// The words for each outcome, the first of each the one that is written.
  public var words: [[String]]
  /// Where it stands in the schema.
  public var place: Place
}
