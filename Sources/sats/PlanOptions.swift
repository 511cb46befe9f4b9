import ArgumentParser
import Unix
import Press

/// The plans that a command is about.
struct PlanOptions: ParsableArguments {
  /// The argument that stands for standard input.
  static let standardInput = "-"
  /// No plan is larger: what comes after is not read, and the press refuses what has come.
  private static let mostBytes = 32 << 20

  @Argument(
    help: ArgumentHelp(
      "Planer; - läser en plan från standard in. organisation.yaml bland flera är ingen.",
      valueName: "plan"))
  var arguments: [String]

  /// The plans: what is named, without the organisation's file where `*.yaml` has taken it along.
  var plans: [String] {
    let plans = arguments.filter { !Press.isOrganisationFile($0) }
    return plans.isEmpty ? arguments : plans
  }

  @Option(
    help: ArgumentHelp("Mappen för filer som en plan från standard in nämner.", valueName: "mapp"))
  var base: String = "."

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Ett värde i stället för planens, som titel=Budget; kan stå flera gånger.",
      valueName: "fält=värde"))
  var overrides: [String] = []

  func validate() throws {
    if plans.count(where: { $0 == Self.standardInput }) > 1 {
      throw ValidationError("'-' kan bara stå en gång: standard in är en enda plan.")
    }
    if let assignment = overrides.first(where: { !$0.contains("=") }) {
      throw ValidationError("--set tar fält=värde; det kom '\(assignment)'.")
    }
  }

  /// The plan that an argument names; reads standard input where it is `-`.
  func plan(_ argument: String) throws -> BuildRequest.Plan {
    guard argument == Self.standardInput else { return .file(argument) }
    guard let bytes = try? Descriptor.standardInput.readAll(most: Self.mostBytes + 1) else {
      throw ValidationError("Standard in kan inte läsas: det är stängt, eller en mapp.")
    }
    return .standardInput(bytes, base: base)
  }
}
