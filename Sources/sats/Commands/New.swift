import ArgumentParser
import Press

/// `sats new`: a plan, a theme or an organisation's file to start from.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Skriver en plan eller ett tema att börja med, med förklaringar.",
    discussion: """
      Exempel: sats new verksamhetsplan planer/2026
      Exempel: sats new theme region-kust
      Exempel: sats new organisation .

      Planen får slagets namn (planer/2026/verksamhetsplan.yaml) och går att sätta genast. Det som \
      ska ersättas står inom ⟨…⟩; sats check räknar upp det som är kvar.

      Ett tema läggs i templates/themes bredvid organisationens fil, organisation.yaml, där \
      organisationens alla planer hittar det. Inget som redan finns skrivs över.
      """)

  @Argument(
    help: ArgumentHelp(
      "Dokumentslaget, med mappens namn eller sin titel; theme för ett tema; organisation för "
        + "organisationens fil.", valueName: "slag"))
  var kind: String

  @Argument(
    help: ArgumentHelp(
      "Mappen att skriva i, som görs om den saknas; för ett tema temats namn.", valueName: "mapp"))
  var place: String

  @Argument(
    help: ArgumentHelp(
      "För ett tema: mappen att leta efter organisationens fil från.", valueName: "från"))
  var folder: String?

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if folder != nil, kind != Self.theme {
      throw ValidationError("Ett värde för mycket: 'sats new \(kind)' tar en mapp.")
    }
  }

  private static let theme = "theme"

  func run() throws {
    var report = Report(shared)
    guard let press = report.press() else { throw report.finish() }
    let result =
      switch kind {
      case Self.theme: press.start(theme: place, near: folder ?? ".")
      case "organisation": press.start(organisationIn: place)
      default: press.start(kind: kind, in: place)
      }
    report.add(result.diagnostics, of: result.sources)
    for path in result.written { report.say(path) }
    throw report.finish()
  }
}
