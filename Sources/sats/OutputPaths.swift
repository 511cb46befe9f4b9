import FoundationEssentials
import Press

/// Where each of some plans is written.
struct OutputPaths {
  /// The argument that stands for standard output.
  static let standardOutput = "-"

  /// What `-o` said; nil when it was left out.
  private var output: String?
  private var plans: [String]
  /// What comes after the point in the names of files that are written.
  private var suffix: String
  /// Whether there may come several documents of a plan.
  private var hasParts: Bool

  /// The paths of plans, by what `-o` said.
  init(
    _ output: String?, plans: [String], format: BuildRequest.Format = .pdf, hasParts: Bool = false
  ) {
    self.output = output
    self.hasParts = hasParts
    self.plans = plans
    suffix = "." + format.rawValue
  }

  /// Whether `-o` names a folder: with more than one plan or part, or with a slash at its end.
  private var isFolder: Bool {
    guard let output, output != Self.standardOutput else { return false }
    return plans.count > 1 || hasParts || output.hasSuffix("/")
  }

  /// The path to write a plan to; without `-o` it is beside the plan.
  func path(for plan: String) -> String {
    if output == Self.standardOutput { return Press.standardOutput }
    if let output, !isFolder { return output }
    let url = URL(fileURLWithPath: plan)
    let beside = url.deletingPathExtension().relativePath + suffix
    guard let output else { return beside }
    let isNamed = plan != PlanOptions.standardInput
    let name = isNamed ? URL(fileURLWithPath: beside).lastPathComponent : "plan" + suffix
    return (output.hasSuffix("/") ? output : output + "/") + name
  }

  /// Whether `-o` says the whole name of the one file that is written.
  var namesFile: Bool { output != nil && !isFolder }

  /// Two plans that would be written to one path, if there are.
  func collision() -> (first: String, second: String, path: String)? {
    var taken: [String: String] = [:]
    for plan in plans {
      let path = path(for: plan)
      if let first = taken[whole(path)] { return (first, plan, path) }
      taken[whole(path)] = plan
    }
    return nil
  }

  /// Two documents that would be written to one path, if there are: parts have names that only
  /// their plans know.
  func collision(
    of documents: [PlannedDocument]
  ) -> (first: String, second: String, path: String)? {
    var taken: [String: String] = [:]
    for document in documents {
      guard let path = document.path else { continue }
      let name = plans[document.request] + (document.part.map { " \($0)" } ?? "")
      if let first = taken.updateValue(name, forKey: whole(path)) { return (first, name, path) }
    }
    return nil
  }

  /// Two of the files that a run is told to write, documents and what is told of them, that are one
  /// file; nil when each is its own.
  func sharedFile(with others: [String]) -> String? {
    sharedFile(among: plans.map { path(for: $0) }, and: others)
  }

  /// The same, of documents whose paths are known.
  func sharedFile(of documents: [PlannedDocument], with others: [String]) -> String? {
    sharedFile(among: documents.compactMap(\.path), and: others)
  }

  private func sharedFile(among documents: [String], and others: [String]) -> String? {
    var taken: Set<String> = []
    return (documents + others).first {
      !$0.hasPrefix("/dev/") && !taken.insert(whole($0)).inserted
    }
  }

  /// Makes the folder that `-o` names, where it is one and is not there; when that fails, writing
  /// into it says why.
  func makeFolder() {
    guard isFolder, let output else { return }
    try? FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
  }

  /// A path from the root without links, so that `plan.yaml` and `./plan.yaml` are one.
  private func whole(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }
}
