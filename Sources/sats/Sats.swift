import ArgumentParser
import Diagnostics
import Glibc
import Press
import Unix

/// The command `sats`; what it can do stands in a file per subcommand.
@main
struct Sats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sats",
    abstract: "Sätter planer, budgetar och andra dokument ur data till färdiga PDF:er.",
    discussion: """
      Exempel: sats build plan.yaml

      Skriver plan.pdf bredvid planen. Fel skrivs med fil, rad och kolumn, och då skrivs inget \
      dokument; ett äldre får stå kvar som det var.
      """,
    version: "0.1.0",
    subcommands: [
      Build.self, Check.self, New.self, Kinds.self, Themes.self, Fonts.self, Schema.self,
      Inspect.self, Hyphenate.self, Normalise.self,
    ])

  /// Runs the command line, with a trap of ours told apart from what the user can mend.
  static func main() {
    occupyStandardStreams()
    reportOwnFaults()
    hearOfTooLargeFiles()
    endWithWholeFiles()
    if let unknown = unknownCommand(in: CommandLine.arguments) { exit(withError: unknown) }
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let code as ExitCode {
      // The parser would look for words to say of it, for a fiftieth of what a page costs.
      Glibc.exit(code.rawValue)
    } catch {
      exit(withError: error)
    }
  }

  /// What is wrong with the first word of a command line, if it names no command; the parser would
  /// call it an unexpected argument and offer nothing.
  private static func unknownCommand(in arguments: [String]) -> ValidationError? {
    // A name that is written out spares asking Swift for the type's, which takes a millisecond.
    let commands =
      configuration.subcommands.map { $0.configuration.commandName ?? "\($0)".lowercased() }
      + ["help"]
    guard let word = arguments.dropFirst().first, !word.hasPrefix("-"), !commands.contains(word)
    else { return nil }
    let offer = nearest(to: word, among: commands).map { " Menade du '\($0)'?" } ?? ""
    return ValidationError("Okänt kommando '\(word)'.\(offer)")
  }
}
