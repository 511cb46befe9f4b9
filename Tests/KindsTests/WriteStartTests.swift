import Diagnostics
import Input
import Testing

@testable import Kinds

/// Plans to start from, made of a schema alone.
struct WriteStartTests {
  private func schema(_ text: String) throws -> Schema {
    var sources = SourceSet()
    let file = sources.add(path: "schema.json", text: text)
    let value = try #require(readJSON(text, file: file).0)
    let (schema, found) = Schema.read(value)
    try #require(found.isEmpty, "\(found)")
    return try #require(schema)
  }

  private static let anslag = """
    {
      "title": "Anslag", "description": "Ett anslag om ett sammanträde.", "type": "object",
      "required": ["mall", "titel", "dag", "ärenden", "läge"],
      "properties": {
        "mall": {"type": "string"},
        "plats": {"title": "Plats", "description": "Var man möts.", "type": "string",
                  "examples": ["Regionens hus, sal A"]},
        "titel": {"title": "Titel", "type": "string"},
        "dag": {"title": "Dag", "type": "string", "format": "datum"},
        "läge": {"title": "Läge", "type": "string", "enum": ["öppet", "slutet"]},
        "ärenden": {"title": "Ärenden", "type": "array", "items": {"$ref": "#/$defs/ärende"}}
      },
      "$defs": {
        "ärende": {
          "title": "Ärende", "type": "object", "required": ["namn"],
          "properties": {
            "namn": {"title": "Namn", "type": "string"},
            "belopp": {"title": "Belopp", "type": "number", "format": "belopp"},
            "delar": {"title": "Delar", "type": "array", "items": {"$ref": "#/$defs/ärende"}}
          }
        }
      }
    }
    """

  @Test func `needed keys stand as lines and others as suggestions under their titles`() throws {
    let text = writeStart(of: try schema(Self.anslag), kind: "anslag")
    #expect(
      text.hasSuffix(
        """
        mall: anslag

        # Titel
        titel: ⟨Titel⟩

        # Dag
        dag: 2025-01-31

        # Läge (öppet, slutet)
        läge: öppet

        # Ärenden
        ärenden:
          # Namn
          - namn: ⟨Namn⟩

        # Plats: Var man möts.
        #plats: "⟨t.ex. Regionens hus, sal A⟩"

        """), "\(text)")
  }

  @Test func `keys of the kind's own are suggested before those that every kind has`() throws {
    let text = """
      {"title": "T", "type": "object", "required": ["mall"], "properties": {
        "mall": {"type": "string"}, "tema": {"type": "string"}, "plats": {"type": "string"}}}
      """
    let start = writeStart(of: try schema(text), kind: "t", first: ["plats"])
    let keys = start.matches(of: /\n#(\w+):/).map { String($0.output.1) }
    #expect(keys == ["plats", "tema"])
  }

  @Test func `what is made keeps to the schema, with every suggestion taken too`() throws {
    let schema = try schema(Self.anslag)
    let start = writeStart(of: schema, kind: "anslag")
    let taken = start.split(separator: "\n").map { line in
      line.replacing(/^( *)#(?! )/) { $0.output.1 }
    }
    for text in [start, taken.joined(separator: "\n") + "\n"] {
      var sources = SourceSet()
      let file = sources.add(path: "anslag.yaml", text: text)
      let (value, faults) = readYAML(text, file: file)
      #expect(faults.isEmpty, "\(text)")
      let found = check(try #require(value), against: schema)
      #expect(found.allSatisfy { $0.code == .promptLeft }, "\(text)\n\(found)")
      #expect(!found.isEmpty)
    }
  }
}
