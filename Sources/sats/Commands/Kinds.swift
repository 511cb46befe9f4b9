import ArgumentParser
import Press

/// `sats kinds`: the kinds of document that there are.
struct Kinds: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kinds",
    abstract: "Räknar upp dokumentslagen som finns.",
    discussion: "Exempel: sats kinds")

  @OptionGroup var shared: SharedOptions

  func run() throws {
    var report = Report(shared)
    guard let press = report.press() else { throw report.finish() }
    let result = press.kinds()
    report.add(result.diagnostics, of: result.sources)
    let widest = result.kinds.map(\.name.count).max() ?? 0
    for kind in result.kinds {
      let padding = String(repeating: " ", count: widest - kind.name.count)
      let summary = kind.summary.isEmpty ? "" : ": \(kind.summary)"
      report.say("\(kind.name)\(padding)  \(kind.title)\(summary)")
    }
    throw report.finish()
  }
}
