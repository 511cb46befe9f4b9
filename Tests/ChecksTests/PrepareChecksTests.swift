import Checks
import Diagnostics
import Input
import Kinds
import TestSupport
import Testing

struct PrepareChecksTests {
  /// A schema with one check, marks in it.
  private func expect(
    _ check: String, _ expected: [MarkedText.Expected],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let text = MarkedText(
      """
      {"title": "A", "type": "object", "checks": [\(check)],
       "properties": {
         "mätetal": {"type": "array", "items": {"type": "object", "properties": {
           "målvärde": {"type": "array", "items": {"type": "object",
             "properties": {"år": {"type": "string"}, "för": {"type": "string"}}}}}}},
         "fritt": {"type": "object", "additionalProperties": true}}}
      """, path: "schema.json")
    let (value, faults) = readJSON(text.text, file: text.file)
    #expect(faults.isEmpty)
    let (schema, found) = Schema.read(try #require(value))
    let (_, unknown) = prepareChecks(of: try #require(schema))
    text.expect(found + unknown, expected, sourceLocation: sourceLocation)
  }

  @Test func `takes a check with paths that the schema knows, and any below what it leaves free`()
    throws
  {
    try expect(#"{"check": "target-years", "values": "mätetal.målvärde", "year": "år"}"#, [])
    try expect(
      #"{"check": "target-years", "values": "**.målvärde", "year": "år", "group": ["för"]}"#, [])
    try expect(#"{"check": "target-years", "values": "fritt.helt", "year": "som.man.vill"}"#, [])
  }

  @Test func `takes ids that stop a document, and what a plan must have for it`() throws {
    let check = #""check": "target-years", "values": "mätetal.målvärde", "year": "år""#
    try expect("{\(check), \"stops\": [\"C540\"], \"stops-when\": [\"mätetal\"]}", [])
    try expect("{\(check), \"stops\": [\"1️⃣C541\"]}", [.at(1, .wrongSchemaValue)])
    try expect("{\(check), \"stops\": 1️⃣\"C540\"}", [.at(1, .wrongSchemaValue)])
    try expect(
      "{\(check), \"stops\": [\"C540\"], \"stops-when\": \"1️⃣beslutat\"}", [.at(1, .unknownField)])
  }

  @Test func `tells at its place what it does not know`() throws {
    try expect(#"{"check": 1️⃣"target-year"}"#, [.at(1, .unknownCheck)])
    try expect(#"1️⃣{"values": "mätetal"}"#, [.at(1, .wrongSchemaValue)])
    try expect(
      #"{"check": "target-years", 1️⃣"value": "mätetal.målvärde", "year": "år"}"#,
      [.at(1, .unknownCheckArgument), .at(1, .missingKeyword)])
    try expect(
      #"{"check": "target-years", "values": 1️⃣"mätetal.malvarde", "year": "år"}"#,
      [.at(1, .unknownField)])
    try expect(
      #"{"check": "target-years", "values": "mätetal.målvärde", "year": 1️⃣"mätetal"}"#,
      [.at(1, .unknownField)])
    try expect(
      #"{"check": "target-years", "values": 1️⃣"mätetal..målvärde", "year": ["år", 2️⃣{}]}"#,
      [.at(1, .wrongSchemaValue), .at(2, .wrongSchemaValue)])
  }
}
