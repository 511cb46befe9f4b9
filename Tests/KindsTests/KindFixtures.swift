import Diagnostics
import Foundation
import Input
import Kinds
import Testing

/// A kind of the project by its folder, and findings in a form that reads well in a test.
struct Kind: CustomStringConvertible, Sendable {
  /// The folder's name.
  let name: String
  var description: String { name }

  static let verksamhetsplan = Kind(name: "verksamhetsplan")
  static let dokument = Kind(name: "dokument")

  /// The kinds that plans can be of, by their folders.
  static let all: [Kind] = {
    let folder = URL(filePath: #filePath).appending(path: "../../../templates/kinds").standardized
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().map { Kind(name: $0) }.filter {
      (try? projectText("templates/kinds/\($0.name)/schema.json").contains(#""abstract": true"#))
        == false
    }
  }()

  /// The kind's schema with those that it extends, which must be without fault.
  func schema() throws -> Schema {
    let (layers, faults) = layers(of: try file(name)) { base, _ in (try? file(base), []) }
    #expect(faults.isEmpty)
    let (schema, findings) = Schema.read(try #require(Schema.joined(layers)))
    #expect(findings.map(line) == [])
    return try #require(schema)
  }

  private func file(_ name: String) throws -> Value {
    let text = try projectText("templates/kinds/\(name)/schema.json")
    let (value, faults) = readJSON(text, file: FileID(index: 0))
    #expect(faults.isEmpty)
    return try #require(value)
  }

  /// What the check finds in a plan of the kind written in YAML.
  func findings(_ plan: String) throws -> [Diagnostic] {
    let (value, faults) = readYAML(plan, file: FileID(index: 0))
    #expect(faults.map(line) == [])
    return check(try #require(value), against: try schema())
  }
}

/// The text of a file of the project.
func projectText(_ path: String) throws -> String {
  let root = URL(filePath: #filePath).appending(path: "../../..").standardized
  return try String(contentsOf: root.appending(path: path), encoding: .utf8)
}

/// A plan with marks where findings are expected: `«` where one starts, `»` after its end if it has
/// one.
struct MarkedPlan {
  /// The plan without marks.
  private(set) var text = ""
  /// The marked places, `4:5-7` or `4:5`, in order.
  private(set) var places: [String] = []

  /// Takes the marks out.
  init(_ marked: String) {
    var (line, column) = (1, 1)
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«": places.append("\(line):\(column)")
      case "»": places[places.count - 1] += "-\(column)"
      default:
        text.unicodeScalars.append(scalar)
        (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
      }
    }
  }

  /// The findings expected, each after its place.
  func expected(_ findings: [String]) -> [String] {
    #expect(places.count == findings.count)
    return zip(places, findings).map { $0 + " " + $1 }
  }
}

/// A finding on one line: place, code, Swedish message, then what its fixes write.
func line(_ finding: Diagnostic) -> String {
  let place = finding.place.map { "\($0.line):\($0.column)" } ?? "-"
  let end = finding.endColumn.map { "-\($0)" } ?? ""
  let fixes = finding.fixes.map { " {" + ($0.replacement ?? $0.message.sv) + "}" }.joined()
  return "\(place)\(end) \(finding.code.rawValue) \(finding.message.sv)\(fixes)"
}
