public import Diagnostics
import Digest
import FoundationEssentials

extension Press {
  /// The SHA-256 of a file's bytes in hexadecimal figures; nil where it cannot be read.
  public static func digest(ofFile path: String) -> String? {
    (try? Data(contentsOf: URL(fileURLWithPath: path))).map { sha256(of: Array($0)) }
  }

  /// The SHA-256 of a plan that came from standard input; nil for one that is a file.
  public static func digest(ofStandardInputIn plan: BuildRequest.Plan) -> String? {
    guard case .standardInput(let bytes, _) = plan else { return nil }
    return sha256(of: bytes)
  }

  /// Whether a path is that of the organisation's file, which plans share and which is none itself.
  public static func isOrganisationFile(_ path: String) -> Bool {
    path.split(separator: "/").last.map(String.init) == organisationFile
  }

  /// The path that stands for standard output.
  public static let standardOutput = AtomicFile.standardOutput

  /// Prints text to standard output, as it is.
  ///
  /// - Returns: What stood in the way; nil when it is printed.
  public static func print(_ text: String) -> Diagnostic? {
    AtomicFile(standardOutput).write(Array(text.utf8))
  }

  /// Writes a text file about builds, whole or not at all.
  ///
  /// - Parameters:
  ///   - text: What is written.
  ///   - path: Where to.
  ///   - inputs: The files that the builds have read, none of which is written over.
  /// - Returns: What stood in the way; nil when it is written.
  public static func write(_ text: String, to path: String, builtFrom inputs: [String])
    -> Diagnostic?
  {
    let file = AtomicFile(path)
    return file.refusal(madeFrom: inputs) ?? file.write(Array(text.utf8))
  }
}
