import Diagnostics
import Press

/// What a run of `sats build` read and wrote, for `--depfile` and `--report`.
struct BuildRecord {
  /// What the run was asked for.
  private let options: BuildReport.Options
  private var builds: [(plan: String, digest: String?, result: BuildResult)] = []

  /// A record of nothing yet.
  init(options: BuildReport.Options) { self.options = options }

  /// Takes in what came of a plan.
  mutating func add(_ result: BuildResult, of plan: BuildRequest.Plan, named name: String) {
    builds.append((name, Press.digest(ofStandardInputIn: plan), result))
  }

  /// All that was read, each once, in the order in which it was first read.
  var inputs: [String] {
    var seen: Set<String> = []
    return builds.flatMap(\.result.inputs).filter { seen.insert($0).inserted }
  }

  /// All that was written.
  var outputs: [String] { builds.compactMap(\.result.output) }

  /// The rules of make that say of each document what it was made from.
  ///
  /// A rule without prerequisites for every input follows, as compilers write them (`-MP`), so that
  /// a file that has been removed since does not stop make. Ninja reads the same form.
  ///
  /// A document that was not set has a prerequisite that there never is, so that make sets it again
  /// until it is: the older one that stands may be newer than all that was read now, and the plan
  /// may name files that are not there.
  var depfile: String {
    var text = ""
    var missing: [String] = []
    for (_, _, result) in builds {
      for target in result.targets {
        var inputs = result.inputs
        if result.output == nil {
          inputs.append(target + Self.notSet)
          missing.append(target + Self.notSet)
        }
        text += target.escapedForMake + ":"
        text += inputs.map { " \\\n  " + $0.escapedForMake }.joined() + "\n"
      }
    }
    for input in inputs + missing { text += "\n\(input.escapedForMake):\n" }
    return text
  }

  /// What a document's path ends with in the name of the file that there never is.
  private static let notSet = ".not-set"

  /// The report as JSON.
  var json: String {
    BuildReport(
      options: options,
      documents: builds.map { plan, digest, result in
        let piped = digest.map { [BuildReport.File(path: plan, sha256: $0)] } ?? []
        return BuildReport.Document(
          plan: plan, part: result.part, date: result.date,
          output: result.output.map { BuildReport.File(path: $0, sha256: result.digest) },
          inputs: piped
            + result.inputs.map {
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
    // By code points: an accent after a space would make one character with it.
    for character in unicodeScalars {
      switch character {
      case " ", "#": result += "\\\(character)"
      case "$": result += "$$"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
