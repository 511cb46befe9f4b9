import Diagnostics
import Input
import Kinds
import Testing

private let schemaText = """
  {"type": "object", "properties": {
    "år": {"type": "string", "format": "år"},
    "delar": {"type": "array", "items": {"type": "object", "properties": {
      "mätetal": {"$ref": "#/$defs/mätetal"}}}},
    "mätetal": {"$ref": "#/$defs/mätetal"}},
   "$defs": {
    "värde": {"type": ["string", "array"], "format": "målvärde", "items": {"type": "object",
      "properties": {"år": {"type": "string"}, "när": {"type": "string"},
        "för": {"type": "string"}, "värde": {"type": "string"}}}},
    "mätetal": {"type": "array", "items": {"type": "object", "properties": {
      "utfall": {"$ref": "#/$defs/värde"}, "mål": {"$ref": "#/$defs/värde"},
      "ingång": {"$ref": "#/$defs/värde"}, "riktning": {"type": "string"},
      "gränser": {"type": "object", "properties": {"grön": {"type": "string"},
        "gul": {"type": "string"}, "röd": {"type": "string"}}},
      "status": {"type": "string", "computed": {"rule": "target-status",
        "with": {"outcome": "utfall", "target": "mål", "start": "ingång",
          "direction": "riktning", "green": "gränser.grön", "yellow": "gränser.gul",
          "red": "gränser.röd", "value": "värde", "year": "år", "period": "när", "group": "för",
          "plan-year": "år"},
        "words": [["Nått", "grön"], ["Nästan", "gul"], ["Inte nått", "röd"]]}}}}}}}
  """

/// The statuses that a plan's mätetal get, and what is told.
private func compute(_ plan: String) throws -> ([String], [String]) {
  let rawSchema = try #require(readJSON(schemaText, file: FileID(index: 9)).0)
  let schema = try #require(Schema.read(rawSchema).0)
  let (data, faults) = readYAML(plan, file: FileID(index: 0))
  #expect(faults.map(line) == [])
  let raw = try #require(data)
  #expect(check(raw, against: schema).map(line) == [])
  let (computed, found) = computeValues(in: raw, schema: schema)
  let list = (computed["mätetal"] ?? computed["delar"]?.list?[0]["mätetal"])?.list ?? []
  return (list.map { $0["status"]?.scalar?.text ?? "-" }, found.map(line))
}

struct ComputeValuesTests {
  @Test(arguments: [
    ("{utfall: 90 %, mål: 90 %}", "Nått"), ("{utfall: 89 %, mål: 90 %}", "Inte nått"),
    ("{utfall: 90 %}", "-"), ("{mål: 90 %}", "-"), ("{utfall: .., mål: 90 %}", "-"),
    ("{utfall: '5 %', mål: '5,5 %', riktning: minskande}", "Nått"),
    ("{utfall: 86 %, mål: 90 %, gränser: {gul: 85 %}}", "Nästan"),
    ("{utfall: 84 %, mål: 90 %, gränser: {gul: 85 %}}", "Inte nått"),
    ("{utfall: 7 %, mål: högst 5 %, gränser: {gul: 8 %}}", "Nästan"),
    ("{utfall: 7 %, mål: 5 %, gränser: {grön: 6 %, gul: 8 %}}", "Nästan"),
    ("{utfall: 84 %, mål: 90 %, gränser: {röd: 80 %}}", "Nästan"),
    ("{utfall: 80 %, mål: 90 %, gränser: {röd: 80 %}}", "Inte nått"),
    ("{utfall: 82 %, gränser: {grön: minst 80 %}}", "Nått"),
    ("{utfall: 62, mål: Ökande, ingång: 60}", "Nått"),
    ("{utfall: 62, mål: Högre än föregående år, ingång: 60 (2023)}", "Nått"),
    ("{utfall: 62, mål: Högre än föregående år, ingång: 60 (2021)}", "-"),
    ("{utfall: 79, mål: 20 % mindre än 2020 års nivåer, ingång: 100 (2020)}", "Nått"),
  ])
  func `a status is what the outcome comes to`(measure: String, status: String) throws {
    let plan = "år: 2024\nmätetal:\n  - \(measure)\n"
    let found = try compute(plan)
    #expect(found.0 == [status])
    #expect(found.1 == [])
  }

  @Test func `the last outcome is held to the target of its year`() throws {
    let plan = """
      år: 2024
      mätetal:
        - mål: [{år: 2023, värde: 80 %}, {år: 2024, värde: 90 %}]
          utfall: [{år: 2022, värde: 95 %}, {år: 2023, värde: 85 %}]
        - mål: [{år: 2023, värde: 80 %}, {år: 2024, värde: 90 %}]
          utfall: [{när: tertial 1 2024, värde: 95 %}, {när: tertial 2 2024, värde: 85 %}]
        - {mål: [{år: 2023, värde: 80 %}, {år: 2024, värde: 90 %}], utfall: 85 %}
        - {mål: [{år: 2025, värde: 80 %}, {år: 2026, värde: 90 %}], utfall: 85 %}
      """
    #expect(try compute(plan).0 == ["Nått", "Inte nått", "Inte nått", "-"])
  }

  @Test func `of several groups the one that is worst off decides, each against its own`() throws {
    let plan = """
      delar:
        - mätetal:
            - mål: [{för: kvinnor, värde: 80 %}, {för: män, värde: 60 %}]
              utfall: [{för: kvinnor, värde: 85 %}, {för: män, värde: 65 %}]
            - mål: 80 %
              utfall: [{för: kvinnor, värde: 85 %}, {för: män, värde: 65 %}]
      """
    #expect(try compute(plan).0 == ["Nått", "Inte nått"])
  }

  @Test func `what is written wins, and is told where it contradicts`() throws {
    let marked = MarkedPlan(
      """
      mätetal:
        - {utfall: 82 %, mål: 90 %, status: «Nått»}
        - {utfall: 82 %, mål: 90 %, status: röd}
        - {utfall: 82 %, mål: 90 %, status: Pågår}
        - {utfall: 82 %, mål: 90 %, status: ~}
      """)
    let (statuses, found) = try compute(marked.text)
    #expect(statuses == ["Nått", "röd", "Pågår", "Inte nått"])
    #expect(
      found
        == marked.expected([
          "status-contradicts 'Nått' går inte ihop med utfallet 82 % mot 90 %, som ger "
            + "'Inte nått' {rätta det som är fel, eller ta bort raden så räknas den ut}"
        ]))
  }

  @Test func `units that differ are told, and nothing is computed`() throws {
    let (statuses, found) = try compute("mätetal:\n  - {utfall: 28 dagar, mål: 4 veckor}\n")
    #expect(statuses == ["-"])
    #expect(
      found == [
        "2:14 units-differ utfallet är i 'dagar' men det som ska nås i 'veckor'; de kan inte "
          + "jämföras {skriv båda i samma enhet}"
      ])
  }

  @Test(arguments: [
    (#"{"rule": "summa", "with": {}, "words": []}"#, "'rule' i schemat ska vara något av"),
    (#"{"rule": "target-status", "with": {"utfall": "x"}, "words": []}"#, "'utfall' i schemat"),
    (#"{"rule": "target-status", "with": {}, "words": [["a"]]}"#, "'words' i schemat ska ha 3"),
    (#"{"rule": "target-status"}"#, "'computed' i schemat ska ha nycklarna rule, with, words"),
  ])
  func `a computation that cannot be read is told in the schema`(
    computed: String, message: String
  ) throws {
    let text =
      #"{"type": "object", "properties": {"x": {"type": "string", "computed": \#(computed)}}}"#
    let raw = try #require(readJSON(text, file: FileID(index: 0)).0)
    let (_, found) = Schema.read(raw)
    #expect(found.map(\.code) == [.wrongSchemaValue])
    #expect(found.first?.message.sv.hasPrefix(message) == true)
  }
}
