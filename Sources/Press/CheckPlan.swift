import Checks
import Diagnostics
import Input
import Kinds
import Layout
import Manuscript

extension Run {
  /// Takes in what the kind's named checks find in a plan.
  ///
  /// They are for data that the schema finds no error in: what is misspelt would else be told again
  /// as missing. Prose in files of its own is looked at as if it stood in the plan.
  mutating func runNamedChecks(on plan: CheckedPlan) {
    let (checks, faults) = prepareChecks(of: plan.schema)
    for fault in faults { report(fault) }
    guard plan.isSound else { return }
    for finding in runChecks(checks, on: checkedData(of: plan)) { report(finding) }
  }

  /// Takes in those errors of the kind's named checks that its schema lets stop a document.
  ///
  /// What the plan allows stops nothing.
  mutating func runStoppingChecks(on plan: CheckedPlan) {
    let asked = plan.schema.checks.filter { $0.mayStop(plan.data) }
    guard plan.isSound, !asked.isEmpty else { return }
    var schema = plan.schema
    schema.checks = asked
    let (checks, faults) = prepareChecks(of: schema)
    for fault in faults { report(fault) }
    let data = checkedData(of: plan)
    for check in checks {
      for finding in runChecks([check], on: data) where check.stops(for: finding) {
        report(finding)
      }
    }
  }

  /// Takes in what a document's printed text is looked through for.
  mutating func checkText(of document: Document?, _ plan: CheckedPlan) {
    guard let document else { return }
    for finding in Checks.checkText(of: document, checkedData(of: plan)) { report(finding) }
    guard request.tellsReadability else { return }
    for finding in readability(of: document) { report(finding) }
  }

  private func checkedData(of plan: CheckedPlan) -> CheckedData {
    var data = CheckedData(
      plan: plan.data.holding(prose), schema: plan.schema, organisation: organisation)
    let (fence, place) = (self.fence, plan.data.place)
    data.fileFault = { fence.path(of: $0, at: place).1.first?.message }
    return data
  }

  /// Puts the page on the findings that have only a place.
  mutating func addPages(from data: Value, origins: [Proof.Origin]) {
    guard !origins.isEmpty else { return }
    let finder = PageFinder(origins: origins, plan: data)
    changeFindings { finding in
      guard finding.page == nil, let place = finding.place else { return }
      finding.page = finder.page(of: place)
    }
  }
}
