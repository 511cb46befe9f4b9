public import Diagnostics
import Kinds

/// A check that schemas ask for by its name, with arguments that say where in the plan it looks.
///
///     "checks": [{"check": "target-years", "values": "**.målvärde"}]
///
/// **To add one**: a file of its own in the folder of its chapter, with
///
/// 1. `extension Checkpoint`: each thing it can find, with an id of its own and the texts that
///    `docs/checks.md` is made from;
/// 2. `extension NamedCheck`: its name (kebab case, English, like all schema keywords), its parameters
///    and its function. The function gets the data and the arguments, walks fields with
///    `arguments.fields("values", in: data.plan)`, and makes findings with `field.finding(…)`. It looks
///    at each value a fixed number of times, and says nothing of values it cannot read: the schema has
///    told of those, and named checks run only on data that the schema finds no error in;
/// 3. a place in `all`, by way of its chapter's list;
/// 4. a line in the schema of each kind that it is for;
/// 5. a test in `Tests/ChecksTests` with a plan that breaks it and one that just holds, and the
///    documentation written anew with `SATS_ACCEPT=1 swift test --filter CatalogueTests`.
///
/// `TargetYears.swift` is one to begin from.
public struct NamedCheck: Sendable {
  /// What schemas call it.
  public var name: String
  /// The arguments that it takes.
  public var parameters: [CheckParameter]
  /// All that it can find.
  public var checkpoints: [Checkpoint]
  /// Finds it.
  public var findings: @Sendable (CheckedData, CheckArguments) -> [Diagnostic]

  /// A check from its parts.
  public init(
    name: String, parameters: [CheckParameter], checkpoints: [Checkpoint],
    findings: @escaping @Sendable (CheckedData, CheckArguments) -> [Diagnostic]
  ) {
    self.name = name
    self.parameters = parameters
    self.checkpoints = checkpoints
    self.findings = findings
  }

  /// Every check that a schema can name.
  public static let all: [NamedCheck] =
    goalChecks + statementChecks + minutesChecks + listChecks + letterChecks
}

/// Runs the checks that a kind's schema asks for, in its order, and gives the findings by place.
public func runChecks(_ checks: [PreparedCheck], on data: CheckedData) -> [Diagnostic] {
  checks.flatMap { $0.check.findings(data, $0.arguments) }.sortedByPlace()
}
