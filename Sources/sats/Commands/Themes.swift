import ArgumentParser
import Diagnostics
import Press

/// `sats themes`: the looks that documents may have.
struct Themes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "Räknar upp teman: utseenden som dokument kan ha.",
    discussion: """
      Exempel: sats themes

      Ett tema väljs med --theme, eller med 'tema:' i planen eller organisation.yaml.
      """)

  @OptionGroup var shared: SharedOptions

  func run() throws {
    var report = Report(shared)
    guard let press = report.press() else { throw report.finish() }
    let result = press.themes()
    report.add(result.diagnostics, of: result.sources)
    let widest = result.themes.map(\.name.count).max() ?? 0
    for theme in result.themes {
      let padding = String(repeating: " ", count: widest - theme.name.count)
      let verb = shared.language == .swedish ? "bygger på" : "extends"
      let base = theme.base.isEmpty ? "" : " (\(verb) \(theme.base))"
      report.say("\(theme.name)\(padding)  \(theme.summary)\(base)")
    }
    throw report.finish()
  }
}
