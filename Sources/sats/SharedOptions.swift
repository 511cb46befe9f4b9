import ArgumentParser
public import Diagnostics

/// What every command takes.
struct SharedOptions: ParsableArguments {
  /// The forms that diagnostics are printed in.
  enum Form: String, Choice {
    case text
    case json
    case sarif
  }

  @Option(
    help: ArgumentHelp(
      "Formen för fel och varningar; json och sarif är för andra program.", valueName: "form"))
  var diagnostics: Form = .text

  @Flag(help: "Räkna varningar som fel.")
  var strict = false

  @Option(help: ArgumentHelp("Meddelandenas språk.", valueName: "språk"))
  var language: MessageLanguage = .swedish

  @Option(
    help: ArgumentHelp(
      "Mappen med templates och fonts, om inte programmets egen.", valueName: "mapp"))
  var home: String?
}

extension MessageLanguage: Choice {}
