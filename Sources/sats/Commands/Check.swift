import ArgumentParser
import Diagnostics
import Press

/// `sats check`: all of `build` but the writing, and what the named checks and the proof tell.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Prövar planer: allt som build skulle säga, tal, mål, protokoll och sidor.",
    discussion: "Exempel: sats check plan.yaml --strict")

  @OptionGroup var planOptions: PlanOptions

  @OptionGroup var onlyOptions: OnlyOptions

  @Option(
    help: ArgumentHelp(
      "Temat, om inte planens, organisationens eller slagets.", valueName: "tema"))
  var theme: String?

  @Option(
    help: ArgumentHelp("Vad dokumentet är till för, om inte det planen säger.", valueName: "profil")
  )
  var profile: Profile?

  @Flag(name: .shortAndLong, help: "Visa också profilen och vilka filer som bäddas in.")
  var verbose = false

  @Flag(help: "Visa varje tecken som rättas på väg till sidan, inte bara det första av varje slag.")
  var changes = false

  @Flag(help: "Visa också hur svår texten är att läsa: LIX för varje kapitel, och långa meningar.")
  var readability = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    var report = Report(shared, showsCorrections: changes)
    guard let press = report.press() else { throw report.finish() }
    let plans = planOptions.plans
    let requests = try plans.map { plan in
      var request = BuildRequest(
        plan: try planOptions.plan(plan), theme: theme, profile: profile,
        overrides: planOptions.overrides, isStrict: shared.strict)
      request.tellsCorrections = true
      request.tellsReadability = readability
      request.only = onlyOptions.selections
      return request
    }
    press.check(requests) { index, result in
      guard report.add(result.diagnostics, of: result.sources) else { return }
      let found = report.summary(of: result.diagnostics)
      let name = [plans[index].shown, result.part].compactMap(\.self).joined(separator: " ")
      report.say("\(name): \(report.pages(result.pageCount)), \(found)")
      if verbose { report.sayContents(of: result) }
    }
    throw report.finish()
  }
}
