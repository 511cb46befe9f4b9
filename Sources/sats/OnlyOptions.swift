import ArgumentParser
import Press

/// The parts of plans that a command is about, where it is not about the whole of them.
struct OnlyOptions: ParsableArguments {
  @Option(
    name: .customLong("only"),
    help: ArgumentHelp(
      "En del för sig, som paragraf=159; flera skrivs paragraf=159,161 och alla paragraf=*.",
      valueName: "nyckel=värde"))
  var only: [String] = []

  /// The parts; empty for whole plans.
  var selections: [BuildRequest.Selection] {
    only.flatMap { BuildRequest.Selection.read($0) ?? [] }
  }

  /// Whether there may come more than one document of a plan.
  var areMany: Bool { selections.count > 1 || selections.contains { $0.name == nil } }

  func validate() throws {
    if let wrong = only.first(where: { BuildRequest.Selection.read($0) == nil }) {
      throw ValidationError("--only tar nyckel=värde, som paragraf=159; det kom '\(wrong)'.")
    }
  }
}
