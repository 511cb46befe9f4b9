import ArgumentParser
import Press

/// `sats new`: a plan to start from.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Skriver en plan att börja med, med förklaringar.",
    discussion: """
      Exempel: sats new verksamhetsplan planer/2026

      Planen får slagets namn (planer/2026/verksamhetsplan.yaml) och går att sätta genast. Det som \
      ska ersättas står inom ⟨…⟩; sats check räknar upp det som är kvar. Inget som redan finns \
      skrivs över.
      """)

  @Argument(
    help: ArgumentHelp("Dokumentslaget, med mappens namn eller sin titel.", valueName: "slag"))
  var kind: String

  @Argument(help: ArgumentHelp("Mappen att skriva i; den görs om den saknas.", valueName: "mapp"))
  var folder: String

  @OptionGroup var shared: SharedOptions

  func run() throws {
    var report = Report(shared)
    guard let press = report.press() else { throw report.finish() }
    let result = press.start(kind: kind, in: folder)
    report.add(result.diagnostics, of: result.sources)
    for path in result.written { report.say(path) }
    throw report.finish()
  }
}
