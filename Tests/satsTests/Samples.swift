import Foundation
import Testing

/// A plan in `samples/`: every YAML file there that says what it is with `mall:`.
struct Sample: Hashable, CustomTestStringConvertible {
  /// The path from the project's root.
  var path: String

  var testDescription: String { path }

  /// The text that must be on paper, where there is one: `kallelse.source.txt` beside
  /// `kallelse.yaml`, else the folder's `source.txt`.
  var source: URL? {
    let plan = Samples.root.appendingPathComponent(path).deletingPathExtension()
    return [
      plan.appendingPathExtension("source.txt"),
      plan.deletingLastPathComponent().appendingPathComponent("source.txt"),
    ]
    .first { FileManager.default.fileExists(atPath: $0.path) }
  }
}

/// The samples, each set once however many tests look at it.
actor Samples {
  /// A sample that has been set.
  struct SetSample {
    /// What `sats build` did.
    var run: Run
    /// The PDF.
    var file: URL
  }

  /// The project's root.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The samples, sorted by path.
  static let all: [Sample] = {
    let folder = root.appendingPathComponent("samples").path
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { name in
      guard name.hasSuffix(".yaml") else { return false }
      let text = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      return text?.contains(/^mall:/.anchorsMatchLineEndings()) == true
    }
    .sorted().map { Sample(path: "samples/" + $0) }
  }()

  /// The one shelf.
  static let shared = Samples()

  private var scratch: Scratch?
  private var done: [Sample: SetSample] = [:]

  /// Sets a sample, or gives what came of it before.
  func set(_ sample: Sample) throws -> SetSample {
    if let before = done[sample] { return before }
    let scratch = try self.scratch ?? Scratch()
    self.scratch = scratch
    let file = scratch.folder.appendingPathComponent("\(done.count).pdf")
    let new = SetSample(run: try Run.sats(["build", sample.path, "-o", file.path]), file: file)
    done[sample] = new
    return new
  }
}
