import ArgumentParser
public import Press

/// `sats inspect`: a value in the row from plan to paper, as text.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Visar som text vad planen är på väg till papperet, och vad en färdig PDF är.",
    discussion: """
      Exempel: sats inspect plan.yaml --stage pages
               sats inspect plan.pdf
               sats inspect protokoll-159.pdf --against protokoll.yaml

      En PDF läses tillbaka: vad den säger om sig själv, och allt som läses upp, i läsordning. Den
      prövas mot det som den som lyssnar och det som ett arkiv behöver.

      Ett utdrag bär ett fingeravtryck av den del som det återger. Med --against jämförs det med \
      planen: delen ska vara densamma där, och varje ord i filen det som ett nytt utdrag får.

      data är värdena som de förstods, document dokumentets block, pages de färdiga sidorna,
      tags strukturen som en skärmläsare läser.
      """)

  @OptionGroup var planOptions: PlanOptions

  @Option(help: ArgumentHelp("Var på vägen, för planer.", valueName: "steg"))
  var stage: Stage?

  @Option(
    help: ArgumentHelp("Planen som ett färdigt utdrag jämförs med.", valueName: "plan"))
  var against: String?

  @OptionGroup var onlyOptions: OnlyOptions

  @Option(
    help: ArgumentHelp(
      "Temat, om inte planens, organisationens eller slagets.", valueName: "tema"))
  var theme: String?

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    let plans = planOptions.plans.filter { !isFinished($0) }
    if stage == nil, let plan = plans.first {
      throw ValidationError("'--stage' saknas: var på vägen ska '\(plan)' visas?")
    }
    if against != nil, let plan = plans.first {
      throw ValidationError("'--against' gäller färdiga utdrag; '\(plan)' är ingen PDF.")
    }
    if stage != nil, let file = planOptions.plans.first(where: isFinished) {
      throw ValidationError("'--stage' gäller planer; '\(file)' är färdig och visas som den är.")
    }
  }

  /// Whether an argument names a finished file and no plan.
  private func isFinished(_ argument: String) -> Bool {
    argument.lowercased().hasSuffix(".pdf")
  }

  func run() throws {
    var report = Report(shared)
    guard let press = report.press() else { throw report.finish() }
    for plan in planOptions.plans {
      guard let stage else {
        let result = press.inspect(
          finishedFile: plan, against: against.map { .file($0) })
        if let text = result.text { report.write(text) }
        report.add(result.diagnostics, of: result.sources)
        continue
      }
      var request = BuildRequest(
        plan: try planOptions.plan(plan), theme: theme, overrides: planOptions.overrides,
        isStrict: shared.strict)
      request.only = onlyOptions.selections
      let result = press.inspect(request, stage: stage)
      report.add(result.diagnostics, of: result.sources)
      if let text = result.text { report.write(text) }
    }
    throw report.finish()
  }
}

extension Stage: Choice {}
