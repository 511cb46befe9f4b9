import Diagnostics
import Input
import Kinds
import Testing

private let schemaText = """
  {"type": "object", "properties": {
    "märken": {"type": "array", "shared": {"from": "märken", "key": "märke"}, "items": {
      "type": "object", "required": ["märke"], "properties": {"märke": {"type": "string"},
        "betyder": {"type": "string"}}}},
    "uppdrag": {"type": "array", "items": {"$ref": "#/$defs/gren",
      "shared": {"from": "uppdrag", "key": "hämta"}}}},
   "$defs": {
    "gren": {"type": "object", "required": ["namn"], "properties": {
      "namn": {"type": "string"}, "id": {"type": "string"}, "hämta": {"type": "string"},
      "text": {"type": "string", "format": "markdown"},
      "mätetal": {"type": "array", "items": {"$ref": "#/$defs/mätetal"}},
      "uppdrag": {"type": "array", "items": {"$ref": "#/$defs/gren",
        "shared": {"from": "uppdrag", "key": "hämta"}}}}},
    "mätetal": {"type": "object", "required": ["namn"],
      "shared": {"from": "mätetal", "key": "hämta"}, "properties": {
        "namn": {"type": "string"}, "id": {"type": "string"}, "hämta": {"type": "string"},
        "målvärde": {"type": "string", "format": "målvärde"}}}}}
  """

private let organisation = """
  märken:
    - {märke: VO, betyder: verksamhetsområdet}
    - {märke: Nämnd, betyder: nämnden}
  mätetal:
    - {id: kontakt, namn: Telefonkontakt samma dag, målvärde: 100 %}
    - {id: kö, namn: Kö, målvärde: −10 %}
  uppdrag:
    - id: tillgänglighet
      namn: Förbättra tillgängligheten
      text: Den behöver bli bättre.
      mätetal:
        - hämta: kontakt
  """

/// A plan with what it borrows, as the dump of its data, and what is told, the file's number first.
private func borrow(_ plan: String, _ shared: String? = organisation) throws -> (Value, [String]) {
  let rawSchema = try #require(readJSON(schemaText, file: FileID(index: 9)).0)
  let schema = try #require(Schema.read(rawSchema).0)
  let data = try #require(readYAML(plan, file: FileID(index: 0)).0)
  let common = try shared.map { try #require(readYAML($0, file: FileID(index: 1)).0) }
  let (whole, told) = borrowValues(into: data, schema: schema, from: common)
  let found = told + check(whole, against: schema)
  return (whole, found.map { "\($0.place?.file.index ?? -1)/\(line($0))" })
}

struct BorrowValuesTests {
  @Test func `a plan has by its id what the organisation's file says once`() throws {
    let (plan, found) = try borrow(
      """
      uppdrag:
        - hämta: tillgänglighet
        - namn: Eget
          mätetal:
            - {hämta: kö, målvärde: −5 %}
      """)
    #expect(found == [])
    let uppdrag = try #require(plan["uppdrag"]?.list)
    #expect(uppdrag[0]["namn"]?.scalar?.text == "Förbättra tillgängligheten")
    #expect(uppdrag[0]["text"]?.place == Place(file: FileID(index: 1), line: 10, column: 11))
    #expect(uppdrag[0]["mätetal"]?.list?[0]["namn"]?.scalar?.text == "Telefonkontakt samma dag")
    #expect(uppdrag[0]["id"] == nil)
    let own = try #require(uppdrag[1]["mätetal"]?.list?[0])
    #expect(own["namn"]?.scalar?.text == "Kö")
    #expect(own["målvärde"]?.scalar?.text == "−5 %")
    #expect(own.map?.entries.filter { $0.key == "målvärde" }.count == 1)
  }

  @Test func `what the plan writes wins, and a key without a value is not written`() throws {
    let (plan, found) = try borrow(
      """
      uppdrag:
        - hämta: tillgänglighet
          namn: Vårt namn
          text:
          mätetal: []
      """)
    #expect(found == [])
    let uppdrag = try #require(plan["uppdrag"]?.list?[0])
    #expect(uppdrag["namn"]?.scalar?.text == "Vårt namn")
    #expect(uppdrag["text"]?.scalar?.text == "Den behöver bli bättre.")
    #expect(uppdrag["mätetal"]?.list?.isEmpty == true)
  }

  @Test func `märken of the plan stand before those that it has from the organisation`() throws {
    let names = { (plan: Value) in
      plan["märken"]?.list?.map {
        ($0["märke"]?.scalar?.text ?? "") + ":" + ($0["betyder"]?.scalar?.text ?? "")
      }
    }
    let (plan, found) = try borrow("märken:\n  - {märke: VO, betyder: vi}\nuppdrag: []\n")
    #expect(found == [])
    #expect(names(plan) == ["VO:vi", "Nämnd:nämnden"])
    #expect(names(try borrow("uppdrag: []\n").0) == ["VO:verksamhetsområdet", "Nämnd:nämnden"])
  }

  @Test func `an unknown id is an error with what was meant, and nothing is missing besides`()
    throws
  {
    let plan = "uppdrag:\n  - hämta: tillgänglihet\n  - mätetal:\n      - hämta: xyz\n    namn: A\n"
    #expect(
      try borrow(plan).1 == [
        "0/2:12-25 unknown-shared 'tillgänglihet' finns inte bland 'uppdrag' i organisationens fil "
          + "{tillgänglighet}",
        "0/4:16-19 unknown-shared 'xyz' finns inte bland 'mätetal' i organisationens fil",
      ])
    #expect(try borrow("uppdrag:\n  - hämta: kö\n", nil).1.count == 1)
  }

  @Test func `a fault in what is borrowed is told in the organisation's file, once`() throws {
    let faulty = organisation.replacing("text: Den", with: "txet: Den")
    let plan = "uppdrag:\n  - hämta: tillgänglighet\n"
    let told = try borrow(plan, faulty).1
    #expect(told.count == 1)
    let words = "1/10:5-9 unknown-key okänd nyckel 'txet'"
    #expect(told.first?.hasPrefix(words) == true)
    // It does not matter that a plan has no use for it.
    let unused = try borrow("uppdrag: []\n", faulty).1
    #expect(unused.map { $0.hasPrefix(words) } == [true])
  }

  @Test func `what borrows itself, stands twice or names a file is told`() throws {
    let shared = """
      uppdrag:
        - {id: a, namn: A, uppdrag: [{hämta: b}]}
        - {id: b, namn: B, uppdrag: [{hämta: a}]}
        - {id: b, namn: C, text: {fil: c.md}}
        - {id: d, namn: D, text: {fil: d.md}}
      """
    let plan = "uppdrag:\n  - hämta: a\n  - hämta: d\n"
    #expect(
      try borrow(plan, shared).1 == [
        "1/4:10-11 duplicate-shared 'b' står två gånger bland 'uppdrag'; ta bort den ena eller ge "
          + "den ett annat id",
        "1/3:40 shared-loop det som hämtas hämtar sig självt: a → b → a",
        "1/5:29 shared-file det som många planer hämtar kan inte stå i en egen fil "
          + "{skriv texten här i organisationens fil}",
        "1/4:29 shared-file det som många planer hämtar kan inte stå i en egen fil "
          + "{skriv texten här i organisationens fil}",
      ])
  }

  @Test func `a schema says where it borrows in two words`() throws {
    let text =
      #"{"type": "object", "properties": {"x": {"type": "object", "shared": {"from": "y"}}}}"#
    let raw = try #require(readJSON(text, file: FileID(index: 0)).0)
    let (_, found) = Schema.read(raw)
    #expect(
      found.map(line) == [
        "1:69 wrong-schema-value 'shared' i schemat ska ha nycklarna from, key"
      ])
  }
}
