import ArgumentParser
import Press

/// `sats fonts`: the families of fonts that themes may name.
struct Fonts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fonts",
    abstract: "Räknar upp teckensnitten, var de finns och om de är installerade.",
    discussion: """
      Exempel: sats fonts

      Ett teckensnitt som saknas är inget fel förrän ett dokument ska ha det. Egna teckensnitt \
      läggs till i fonts/fonts.yaml.
      """)

  @OptionGroup var shared: SharedOptions

  func run() throws {
    var report = Report(shared)
    guard let press = report.press() else { throw report.finish() }
    let result = press.fonts()
    report.add(result.diagnostics, of: result.sources)
    for family in result.families {
      report.say("\(family.name): \(state(of: family))")
      report.say(
        "  \(family.faces.map { $0.replacing("italic", with: "kursiv") }.joined(separator: ", "))")
      report.say("  \(family.folder)")
    }
    throw report.finish()
  }

  /// Whether a family can be used, and what to install where it cannot.
  private func state(of family: FontsResult.Family) -> String {
    let package = family.package.map { ", ur paketet \($0)" } ?? ", eget"
    guard !family.missing.isEmpty else { return "installerat\(package)" }
    let count = family.missing.count
    if let name = family.package, count == family.faces.count {
      return "saknas; installera det med 'apt install \(name)'"
    }
    let names = family.missing.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    return
      "\(count) av \(family.faces.count) filer saknas (\(names.joined(separator: ", ")))\(package)"
  }
}
