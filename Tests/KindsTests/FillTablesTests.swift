import Diagnostics
import Input
import Kinds
import Testing

private let schemaText = """
  {"type": "object", "properties": {
    "rader": {"$ref": "#/$defs/rader"},
    "delar": {"type": "array", "items": {"type": "object", "properties": {
      "rader": {"$ref": "#/$defs/rader"}}}},
    "tabell": {"type": "object", "properties": {
      "spalter": {"type": "array", "format": "kolumner", "items": {"type": "object",
        "properties": {"rubrik": {"type": "string"}, "typ": {"type": "string"}}}},
      "rader": {"type": "array", "items": {"type": "object", "properties": {
        "slag": {"type": "string", "title": "Sort", "enum": ["post", "summa"]},
        "celler": {"type": "array", "format": "celler",
          "items": {"type": ["string", "null"]}}}}}}},
    "märkta": {"type": "array", "items": {"type": "object", "properties": {
      "namn": {"type": "string"}, "märke": {"type": ["string", "array"], "separator": ",",
        "items": {"type": "string"}}}}},
    "bild": {"type": "array", "items": {"type": "object", "required": ["fil", "beskrivning"],
      "properties": {"fil": {"type": "string", "format": "fil"},
        "beskrivning": {"type": "string"}}}},
    "fria": {"type": "array", "items": {"type": "object", "additionalProperties": true}},
    "text": {"type": "string", "format": "markdown"}},
   "$defs": {"rader": {"type": "array", "items": {"type": "object", "required": ["namn"],
    "properties": {
      "namn": {"type": "string", "title": "Post"}, "slag": {"type": "string",
        "enum": ["post", "summa"]},
      "belopp": {"type": "number", "format": "belopp", "title": "Belopp (mnkr)"}}}}}}
  """

/// What comes of a plan whose files are all the same text.
private func fill(_ plan: String, _ csv: String) throws -> (Value, [String]) {
  let (read, faults) = readJSON(schemaText, file: FileID(index: 9))
  #expect(faults.isEmpty)
  let raw = try #require(read)
  let schema = try #require(Schema.read(raw).0)
  let (data, found) = readYAML(plan, file: FileID(index: 0))
  #expect(found.map(line) == [])
  let (filled, told) = fillTables(in: try #require(data), schema: schema) { request in
    request.file.text == "saknas.csv"
      ? (nil, [Diagnostic(.error, .fileMissing, Message(sv: "", en: ""), at: request.file.place)])
      : readCSV(csv, file: FileID(index: 1))
  }
  let checked = (told + check(filled, against: schema)).map { finding in
    "\(finding.place?.file.index ?? -1)/\(line(finding)) @\(finding.path ?? "")"
  }
  return (filled, checked)
}

struct FillTablesTests {
  @Test(arguments: ["namn;slag;belopp", "POST; Slag ;belopp  (MNKR)"])
  func `headings are keys or titles, and rows are maps`(head: String) throws {
    let (data, found) = try fill("rader: {fil: a.csv}", head + "\nVård;post;147,0\nAllt;;\n")
    #expect(found == [])
    let rows = try #require(data["rader"]?.list)
    #expect(rows.count == 2)
    #expect(rows[0]["belopp"]?.scalar?.text == "147,0")
    #expect(rows[0]["belopp"]?.place == Place(file: FileID(index: 1), line: 2, column: 11))
    #expect(rows[1].map?.entries.map(\.key) == ["namn"])
  }

  @Test func `a table is found however deep, and only where the schema has rows`() throws {
    let plan = "delar:\n  - rader: {fil: a.csv}\n  - rader: [{namn: x}]\ntext: {fil: b.md}\n"
    let (data, found) = try fill(plan, "namn\nVård\n")
    #expect(found == [])
    #expect(data["delar"]?.list?[0]["rader"]?.list?.count == 1)
    #expect(data["text"]?["fil"] != nil)
  }

  @Test func `a picture where a list of them is wanted is no table, but a list in a file is`()
    throws
  {
    let (_, found) = try fill("bild: {fil: a.png, beskrivning: A}", "")
    #expect(
      found == ["0/1:7 wrong-type 'bild' ska vara en lista, fann nycklar med värden @bild"])
    let (data, told) = try fill("bild: {fil: a.CSV}", "fil;beskrivning\na.png;A\n")
    #expect(told == [])
    #expect(data["bild"]?.list?[0]["beskrivning"]?.scalar?.text == "A")
  }

  @Test func `a cell becomes a list where the schema says what stands between`() throws {
    let (data, found) = try fill("märkta: {fil: a.csv}", "namn;märke\nKö, lång;VO, ●,\nKö;VO\n")
    #expect(found == [])
    let rows = try #require(data["märkta"]?.list)
    #expect(rows[0]["märke"]?.list?.map { $0.scalar?.text } == ["VO", "●"])
    #expect(rows[0]["märke"]?.list?[1].place == Place(file: FileID(index: 1), line: 2, column: 14))
    #expect(rows[0]["namn"]?.scalar?.text == "Kö, lång")
    #expect(rows[1]["märke"]?.scalar?.text == "VO")
  }

  @Test func `where other keys are allowed the heading is the key`() throws {
    let (data, _) = try fill("fria: {fil: a.csv}", "Vad som helst;2024\nx;1\n")
    #expect(data["fria"]?.list?[0]["Vad som helst"]?.scalar?.text == "x")
  }

  @Test func `faults in cells are told at the cell, with the path in the plan`() throws {
    let csv = "namn;belopp;slag\nVård;12.5;post\n;3;suma\n"
    let (_, found) = try fill("rader: {fil: a.csv}", csv)
    #expect(
      found == [
        "1/2:6 decimal-point 'belopp' har decimalpunkt, '12.5'; det ska vara decimalkomma "
          + "{skriv 12,5} @rader[0].belopp",
        "1/3:1 missing-key 'namn' saknas i post 2 i 'rader'; där ska stå text @rader[1].namn",
        "1/3:4 value-not-allowed 'slag' ska vara post eller summa, fann 'suma' "
          + "{skriv summa} @rader[1].slag",
      ])
  }

  @Test(arguments: [
    ("nman;belopp", "1/1:1-5 unknown-column okänd rubrik 'nman' {namn} @rader"),
    (
      "namn;Belop (mnkr)",
      "1/1:6-18 unknown-column okänd rubrik 'Belop (mnkr)' {Belopp (mnkr)} @rader"
    ),
    ("namn;kommun", "1/1:6 unknown-column okänd rubrik 'kommun' @rader"),
    ("slag;belopp", "1/1:1 missing-key kolumnen 'namn' ('Post') saknas bland rubrikerna @rader"),
    (
      "namn;Post",
      "1/1:6 duplicate-head 'namn' och 'Post' är båda kolumnen 'namn'; ta bort den ena @rader"
    ),
  ])
  func `headings that are not the schema's are told once`(head: String, expected: String) throws {
    let (data, found) = try fill("rader: {fil: a.csv}", head + "\nx;1\ny;2\n")
    #expect(found == [expected])
    #expect(data["rader"]?.list?.count == 0)
  }

  @Test func `a file that cannot be read leaves an empty list and the rest of the plan`() throws {
    let (data, found) = try fill("rader: {fil: saknas.csv}\ntext: [1]\n", "")
    #expect(data["rader"]?.list?.isEmpty ?? false)
    #expect(found.map { $0.contains("file-missing") } == [true, false])
  }

  @Test(arguments: [
    ("{fil: a.csv, balde: x}", "0/1:21 unknown-key"), ("{fil: , blad: B}", "0/1:9 wrong-type"),
    ("{fil: a.csv, område: [1]}", "0/1:29 wrong-type"),
  ])
  func `a request is read strictly`(request: String, expected: String) throws {
    let (_, found) = try fill("rader: \(request)", "namn\nx\n")
    #expect(found.count == 1 && found[0].hasPrefix(expected), "\(found)")
  }

  @Test func `columns that are no keys are cells, and their headings the table's columns`() throws {
    let csv = "slag;Sort;2023\n;Vård;4 121,7\nsumma;;\n"
    let (data, found) = try fill("tabell: {rader: {fil: a.csv}}", csv)
    #expect(found == [])
    let rows = try #require(data["tabell"]?["rader"]?.list)
    #expect(rows.map { $0["slag"]?.scalar?.text } == [nil, "summa"])
    #expect(rows[0]["celler"]?.list?.map { $0.scalar?.text } == ["Vård", "4 121,7"])
    #expect(rows[1]["celler"]?.list?.map(\.isNull) == [true, true])
    let columns = try #require(data["tabell"]?["spalter"]?.list)
    #expect(columns.map { $0["rubrik"]?.scalar?.text } == ["Sort", "2023"])
  }

  @Test func `columns that the plan writes itself stand as it does`() throws {
    let plan = "tabell: {rader: {fil: a.csv}, spalter: [{rubrik: Nämnd}, {rubrik: Kr, typ: tal}]}"
    let (data, found) = try fill(plan, "A;B\nx;1\n")
    #expect(found == [])
    #expect(
      data["tabell"]?["spalter"]?.list?.map { $0["rubrik"]?.scalar?.text } == ["Nämnd", "Kr"])
  }
}
