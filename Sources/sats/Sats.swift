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
    do {
      var command = try command(in: Array(CommandLine.arguments.dropFirst()))
      try command.run()
    } catch let code as ExitCode {
      // The parser would look for words to say of it, for a fiftieth of what a page costs.
      Glibc.exit(code.rawValue)
    } catch {
      exit(withError: error)
    }
  }

  /// The command that the words of a command line name, with its options.
  ///
  /// Its words are read as those of a program by itself, since the root would gather all options
  /// several times, for a fortieth of what a page costs. Words that are wrong so, or ask for help, are
  /// the root's, which knows how the whole is written.
  private static func command(in words: [String]) throws -> any ParsableCommand {
    guard let word = words.first, !word.hasPrefix("-"), word != "help" else {
      return try parseAsRoot(words)
    }
    guard let command = configuration.subcommands.first(where: { $0.commandName == word }) else {
      throw unknownCommand(word)
    }
    return try (try? command.parse(Array(words.dropFirst()))) ?? parseAsRoot(words)
  }

  /// What is wrong with a first word that names no command; the parser would call it an unexpected
  /// argument and offer nothing.
  private static func unknownCommand(_ word: String) -> ValidationError {
    let commands = configuration.subcommands.map { $0.commandName } + ["help"]
    let offer = nearest(to: word, among: commands).map { " Menade du '\($0)'?" } ?? ""
    return ValidationError("Okänt kommando '\(word)'.\(offer)")
  }
}

extension ParsableCommand {
  /// What the command is called.
  ///
  /// A name that is written out spares asking Swift for the type's, which takes a millisecond.
  fileprivate static var commandName: String { configuration.commandName ?? "\(self)".lowercased() }
}
