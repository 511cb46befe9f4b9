import Checks
import Diagnostics
import Foundation
import Input
import Kinds
import TestSupport
import Testing

/// Runs named checks on a plan as `sats check` does, from the text of the schema on.
struct CheckFixture {
  /// The schema, whose checks are run.
  let schema: Schema
  private let prepared: [PreparedCheck]

  /// A schema of its own, as JSON.
  init(_ json: String) throws {
    let (value, faults) = readJSON(json, file: .none)
    #expect(faults.map(\.message.en) == [])
    try self.init(#require(value))
  }

  /// The schema of a kind that the project has, with those that it extends.
  init(kind: String) throws {
    let (layers, faults) = layers(of: try Self.schema(of: kind)) { base, _ in
      (try? Self.schema(of: base), [])
    }
    #expect(faults.map(\.message.en) == [])
    try self.init(#require(Schema.joined(layers)))
  }

  private static func schema(of kind: String) throws -> Value {
    let folder = URL(filePath: #filePath).appending(path: "../../../templates/kinds").standardized
    let text = try String(
      contentsOf: folder.appending(path: kind + "/schema.json"), encoding: .utf8)
    let (value, faults) = readJSON(text, file: .none)
    #expect(faults.map(\.message.en) == [])
    return try #require(value)
  }

  private init(_ value: Value) throws {
    let (schema, faults) = Schema.read(value)
    #expect(faults.map(\.message.en) == [])
    self.schema = try #require(schema)
    let (prepared, found) = prepareChecks(of: self.schema)
    #expect(found.map(\.message.en) == [])
    self.prepared = prepared
  }

  /// What the checks find in a plan, which the schema must find no error in.
  func findings(_ plan: MarkedText) throws -> [Diagnostic] {
    let (value, faults) = readYAML(plan.text, file: plan.file)
    #expect(faults.map(\.message.en) == [])
    let data = try #require(value)
    #expect(check(data, against: schema).map(\.message.en) == [])
    let found = runChecks(prepared, on: CheckedData(plan: data, schema: schema))
    let known = Set(prepared.flatMap(\.check.checkpoints).map(\.id))
    for finding in found {
      #expect(known.contains(finding.rule ?? ""), "\(finding.message.en) has no id of its check")
    }
    return found
  }

  /// Fails unless the checks find just this in a plan with marks.
  func expect(
    _ plan: String, _ expected: [MarkedText.Expected] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let plan = MarkedText(plan)
    plan.expect(try findings(plan), expected, sourceLocation: sourceLocation)
  }
}
