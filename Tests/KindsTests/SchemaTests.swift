import Diagnostics
import Foundation
import Input
import Kinds
import Testing

@Suite struct SchemaTests {
  @Test(arguments: Kind.all)
  func `names and describes every value in Swedish, so that editors complete from it`(
    _ kind: Kind
  ) throws {
    let schema = try kind.schema()
    var seen: Set<SchemaNode.ID> = []
    var rest: [(path: String, id: SchemaNode.ID)] = [("", schema.root)]
    while let (path, id) = rest.popLast() {
      guard seen.insert(id).inserted else { continue }
      let node = schema[id]
      #expect(!node.title.isEmpty, "\(path) has no title")
      #expect(!node.description.isEmpty, "\(path) has no description")
      rest += node.properties.map { (path + "/" + $0.name, $0.node) }
      if let items = node.items { rest.append((path + "/items", items)) }
    }
    #expect(seen.count > 20)
  }

  @Test func `every kind takes words that are divided in their own way, and names that are not`()
    throws
  {
    #expect(Kind.all.count > 1)
    for kind in Kind.all {
      let schema = try kind.schema()
      for key in ["avstavning", "avstavas-inte"] {
        let node = try #require(schema[schema.root].property(key), "\(kind.name) has no \(key)")
        #expect(schema[node].allows(.array) && schema[node].allows(.string))
        #expect(schema[node].items != nil)
      }
    }
  }

  @Test(arguments: Kind.all)
  func `shows examples and defaults that are as the schema asks`(_ kind: Kind) throws {
    let schema = try kind.schema()
    var seen: Set<SchemaNode.ID> = []
    var rest = [schema.root]
    while let id = rest.popLast() {
      guard seen.insert(id).inserted else { continue }
      let node = schema[id]
      for value in node.examples + [node.defaultValue].compactMap(\.self) {
        #expect(check(value, against: schema.rooted(at: id)).map(line) == [])
      }
      rest += node.properties.map(\.node) + [node.items].compactMap(\.self)
    }
  }

  @Test func `follows a reference back to where it stands`() throws {
    let schema = try Kind.verksamhetsplan.schema()
    let parts = try #require(schema[schema.root].property("delar"))
    let part = try #require(schema[parts].items)
    let inner = try #require(schema[part].property("delar"))
    #expect(schema[inner].items == part)
  }

  @Test func `takes what it does not say from the kind that it extends`() throws {
    func value(_ text: String) throws -> Value {
      try #require(readYAML(text, file: FileID(index: 0)).0)
    }
    let base = try value(
      """
      abstract: true
      title: Bas
      description: Basen
      required: [a]
      properties: {a: {type: string}, b: {type: string, title: Basens}}
      $defs: {c: {type: integer}}
      """)
    let own = try value(
      """
      extends: bas
      title: Egen
      required: [d]
      properties: {b: {type: boolean}, d: {$ref: "#/$defs/c"}}
      """)
    let (schema, found) = Schema.read(try #require(Schema.joined([base, own])))
    #expect(found.map(line) == [])
    let read = try #require(schema)
    let root = read[read.root]
    #expect(root.title == "Egen" && root.description == "Basen")
    #expect(root.required == ["a", "d"])
    #expect(root.properties.map(\.name) == ["a", "b", "d"])
    let b = read[try #require(root.property("b"))]
    #expect(b.allows(.boolean) && !b.allows(.string) && b.title.isEmpty)
    #expect(read[try #require(root.property("d"))].allows(.integer))
  }

  @Test func `gives a reference words of its own`() throws {
    let schema = try Kind.verksamhetsplan.schema()
    let appendices = try #require(schema[schema.root].property("bilagor"))
    let appendix = schema[try #require(schema[appendices].items)]
    #expect(appendix.title == "Bilaga")
    #expect(appendix.property("rubrik") != nil)
  }

  @Test func `follows a reference to any node of its own`() throws {
    let text = """
      type: object
      properties:
        a: {type: array, items: {type: object, properties: {b/c~d: {type: integer}}}}
        e: {$ref: "#/properties/a/items/properties/b~1c~0d"}
        f: {$ref: "#"}
        g: {$ref: "#/additionalProperties"}
      additionalProperties: {type: boolean}
      """
    let (value, _) = readYAML(text, file: FileID(index: 0))
    let (read, found) = Schema.read(try #require(value))
    #expect(found.map(line) == [])
    let schema = try #require(read)
    let root = schema[schema.root]
    #expect(schema[try #require(root.property("e"))].types == [.integer])
    #expect(root.property("f") == schema.root)
    #expect(schema[try #require(root.property("g"))].types == [.boolean])
  }

  @Test func `knows its name and version`() throws {
    let schema = try Kind.verksamhetsplan.schema()
    #expect(schema.title == "Verksamhetsplan")
    #expect(schema.id == "verksamhetsplan@1")
    #expect(schema.version == "1")
  }

  @Test func `tells every fault of a schema at its place`() throws {
    let marked = MarkedPlan(
      """
      title: A
      type: object
      properties:
        a: {type: «strin}
        b: {«oneOf: []}
        c: {$ref: «"#/$defs/saknas"}
        d: {type: string, pattern: «"["}
        e: {format: «pengar}
        f: {type: array, items: «text}
        g: {$ref: "#/$defs/h", «type: string}
        i: {$ref: «"#/properties/i"}
      required: «a
      $defs:
        h: {type: string}
      """)
    let (value, _) = readYAML(marked.text, file: FileID(index: 0))
    let (schema, findings) = Schema.read(try #require(value))
    let found = findings.sorted { ($0.place ?? .none) < ($1.place ?? .none) }
      .map { line($0).split(separator: " ").prefix(2).joined(separator: " ") }
    #expect(
      found
        == marked.expected([
          "wrong-schema-value", "unknown-schema-keyword", "wrong-schema-reference",
          "wrong-schema-value", "wrong-schema-value", "wrong-schema-value",
          "unknown-schema-keyword", "wrong-schema-reference", "wrong-schema-value",
        ]))
    #expect(schema != nil)
  }

  @Test func `is nothing where the file holds no schema`() throws {
    let (value, _) = readYAML("bara text", file: FileID(index: 0))
    let (schema, findings) = Schema.read(try #require(value))
    #expect(schema == nil)
    #expect(findings.map(\.code) == [.wrongSchemaValue])
  }
}
