import Foundation

/// Where each of some plans is written.
struct OutputPaths {
  /// The argument that stands for standard output.
  static let standardOutput = "-"

  /// What `-o` said; nil when it was left out.
  private var output: String?
  private var plans: [String]

  /// The paths of plans, by what `-o` said.
  init(_ output: String?, plans: [String]) {
    self.output = output
    self.plans = plans
  }

  /// Whether `-o` names a folder: with more than one plan, or with a slash at its end.
  private var isFolder: Bool {
    guard let output, output != Self.standardOutput else { return false }
    return plans.count > 1 || output.hasSuffix("/")
  }

  /// The path to write a plan to; nil for beside the plan.
  func path(for plan: String) -> String? {
    guard let output else { return nil }
    if output == Self.standardOutput { return "/dev/stdout" }
    guard isFolder else { return output }
    let file = URL(fileURLWithPath: plan).deletingPathExtension().lastPathComponent
    let name = plan == PlanOptions.standardInput ? "plan" : file
    return (output.hasSuffix("/") ? output : output + "/") + name + ".pdf"
  }

  /// Two plans that would be written to one path, if there are.
  func collision() -> (first: String, second: String, path: String)? {
    var taken: [String: String] = [:]
    for plan in plans {
      let path = path(for: plan) ?? URL(fileURLWithPath: plan).deletingPathExtension().path + ".pdf"
      if let first = taken[path] { return (first, plan, path) }
      taken[path] = plan
    }
    return nil
  }

  /// Makes the folder that `-o` names, where it is one and is not there; when that fails, writing
  /// into it says why.
  func makeFolder() {
    guard isFolder, let output else { return }
    try? FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
  }
}
