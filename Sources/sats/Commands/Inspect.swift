public import ArgumentParser
public import Press

/// `sats inspect`: a value in the row from plan to paper, as text.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Visar som text vad planen är på väg till papperet.",
    discussion: """
      Exempel: sats inspect plan.yaml --stage pages

      data är värdena som de förstods, document dokumentets block, pages de färdiga sidorna,
      tags strukturen som en skärmläsare läser.
      """)

  @OptionGroup var planOptions: PlanOptions

  @Option(help: ArgumentHelp("Var på vägen.", valueName: "steg"))
  var stage: Stage

  @Option(help: ArgumentHelp("Temat, om inte dokumentslagets eget.", valueName: "tema"))
  var theme: String?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    var report = Report(shared)
    guard let press = report.press() else { throw report.finish() }
    for plan in planOptions.plans {
      let request = BuildRequest(
        plan: try planOptions.plan(plan), theme: theme, isStrict: shared.strict)
      let result = press.inspect(request, stage: stage)
      report.add(result.diagnostics, of: result.sources)
      if let text = result.text { report.write(text) }
    }
    throw report.finish()
  }
}

extension Stage: ExpressibleByArgument {}
