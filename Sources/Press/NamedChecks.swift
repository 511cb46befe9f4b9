import Checks
import Diagnostics

extension Run {
  /// Takes in what the kind's named checks find in a plan.
  ///
  /// They are for data that the schema finds no error in: what is misspelt would else be told again
  /// as missing.
  mutating func runNamedChecks(on plan: CheckedPlan) {
    let (checks, faults) = prepareChecks(of: plan.schema)
    for fault in faults { report(fault) }
    guard plan.isSound else { return }
    let data = CheckedData(plan: plan.data, schema: plan.schema, organisation: organisation)
    for finding in runChecks(checks, on: data) { report(finding) }
  }
}
