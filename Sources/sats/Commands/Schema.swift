import ArgumentParser
import Press

/// `sats schema`: what a kind's plans may contain.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Skriver ett dokumentslags JSON Schema: vad planen får innehålla.",
    discussion: "Exempel: sats schema verksamhetsplan > verksamhetsplan.schema.json")

  @Argument(
    help: ArgumentHelp("Dokumentslaget, med mappens namn eller sin titel.", valueName: "slag"))
  var kind: String

  @OptionGroup var shared: SharedOptions

  func run() throws {
    var report = Report(shared)
    guard let press = report.press() else { throw report.finish() }
    let result = press.schema(of: kind)
    report.add(result.diagnostics, of: result.sources)
    if let text = result.text { report.write(text) }
    throw report.finish()
  }
}
