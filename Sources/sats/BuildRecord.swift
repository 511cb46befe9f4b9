import Diagnostics
import Press

/// What a run of `sats build` read and wrote, for `--depfile` and `--report`.
struct BuildRecord {
  private var builds: [(plan: String, result: BuildResult)] = []

  /// Takes in what came of a plan.
  mutating func add(_ result: BuildResult, plan: String) { builds.append((plan, result)) }

  /// All that was read, each once, in the order in which it was first read.
  var inputs: [String] {
    var seen: Set<String> = []
    return builds.flatMap(\.result.inputs).filter { seen.insert($0).inserted }
  }

  /// The rules of make that say of each document what it was made from.
  ///
  /// A rule without prerequisites for every input follows, as compilers write them (`-MP`), so that
  /// a file that has been removed since does not stop make. Ninja reads the same form.
  var depfile: String {
    var text = ""
    for (_, result) in builds {
      guard let output = result.output else { continue }
      let inputs = result.inputs.map { " \\\n  " + $0.escapedForMake }
      text += output.escapedForMake + ":" + inputs.joined() + "\n"
    }
    for input in inputs { text += "\n\(input.escapedForMake):\n" }
    return text
  }

  /// The report as JSON.
  var json: String {
    BuildReport(
      documents: builds.map { plan, result in
        BuildReport.Document(
          plan: plan,
          output: result.output.map { BuildReport.File(path: $0, sha256: result.digest) },
          inputs: result.inputs.map {
            BuildReport.File(path: $0, sha256: Press.digest(ofFile: $0))
          }, pageCount: result.pageCount,
          findings: result.diagnostics, sources: result.sources)
      }
    ).json
  }
}

extension String {
  /// The path as a name in a makefile.
  fileprivate var escapedForMake: String {
    var result = ""
    for character in self {
      switch character {
      case " ", "#": result += "\\\(character)"
      case "$": result += "$$"
      default: result.append(character)
      }
    }
    return result
  }
}
