import Diagnostics
import Input
import Kinds
import Templates
import Testing

/// A kind of the project as a plan meets it, with the kinds that it extends.
struct KindFixture {
  let schema: Schema
  let template: Template

  /// Reads a kind by its folder; its files must be without fault.
  init(_ kind: String) throws {
    var folders = [kind]
    let (schemas, faults) = layers(of: try Self.file(kind, "schema.json")) { base, _ in
      folders.append(base)
      return (try? Self.file(base, "schema.json"), [])
    }
    #expect(faults.isEmpty)
    let (schema, schemaFound) = Schema.read(try #require(Schema.joined(schemas)))
    #expect(schemaFound.map(\.message.en) == [])
    self.schema = try #require(schema)
    let templates = try folders.enumerated().reversed().map {
      try Self.file($1, "template.yaml", FileID(index: Int32($0)))
    }
    let (template, found) = Template.read(
      try #require(Template.joined(templates)), schema: self.schema)
    #expect(found.map(\.message.en) == [])
    self.template = try #require(template)
  }

  private static func file(
    _ kind: String, _ name: String, _ file: FileID = .none
  ) throws -> Value {
    let text = try projectText("templates/kinds/\(kind)/\(name)")
    let (value, faults) =
      name.hasSuffix(".json") ? readJSON(text, file: file) : readYAML(text, file: file)
    #expect(faults.isEmpty)
    return try #require(value)
  }
}
