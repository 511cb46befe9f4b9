import ArgumentParser
import Diagnostics
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
    let words = Words(isSwedish: shared.language == .swedish)
    for family in result.families {
      report.say("\(family.name): \(words.state(of: family))")
      report.say("  " + family.faces.map(words.face).joined(separator: ", "))
      report.say("  \(family.folder)")
    }
    throw report.finish()
  }

  /// What is said of fonts, in the language of the messages.
  private struct Words {
    let isSwedish: Bool

    func face(_ face: String) -> String {
      isSwedish ? face.replacing("italic", with: "kursiv") : face
    }

    /// Whether a family can be used, and what to install where it cannot.
    func state(of family: FontsResult.Family) -> String {
      let source =
        family.package.map { isSwedish ? ", ur paketet \($0)" : ", of the package \($0)" }
        ?? (isSwedish ? ", eget" : ", your own")
      guard !family.missing.isEmpty else {
        return (isSwedish ? "installerat" : "installed") + source
      }
      let (missing, all) = (family.missing.count, family.faces.count)
      if let name = family.package, missing == all {
        return isSwedish
          ? "saknas; installera det med 'apt install \(name)'"
          : "missing; install it with 'apt install \(name)'"
      }
      let names = family.missing.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
      let list = names.joined(separator: ", ")
      return isSwedish
        ? "\(missing) av \(all) filer saknas (\(list))\(source)"
        : "\(missing) of \(all) files are missing (\(list))\(source)"
    }
  }
}
