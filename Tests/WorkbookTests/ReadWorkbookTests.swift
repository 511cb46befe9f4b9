import Diagnostics
import Input
import TestSupport
import Testing
import Workbook

/// What comes of a workbook that a plan names on a line of its own.
struct ReadSheet {
  let table: FileTable?
  let found: [Diagnostic]
  let sources: SourceSet

  init(_ bytes: [UInt8], sheet: String? = nil, range: String? = nil) {
    let place = Place(file: FileID(index: 0), line: 1, column: 9)
    let map = Map(
      entries: [("fil", "budget.xlsx"), ("blad", sheet), ("område", range)].compactMap {
        key, text in
        text.map { text in
          Map.Entry(
            key: key, keyPlace: place,
            value: Value(
              .scalar(Scalar(text, style: .plain, places: PlaceMap(start: place))), at: place))
        }
      })
    var sources = SourceSet()
    _ = sources.add(path: "plan.yaml", text: "tabell: {}")
    let file = sources.add(path: "budget.xlsx", text: "")
    if let request = TableRequest.read(map).0 {
      (table, found) = readWorkbook(
        NamedFile(file: file, path: "budget.xlsx", bytes: bytes), request, into: &sources)
    } else {
      (table, found) = (nil, [])
    }
    self.sources = sources
  }

  /// Head and rows as lists of texts.
  var texts: [[String]] { table.map { ([$0.head] + $0.rows).map { $0.map(\.text) } } ?? [] }

  /// The findings as text, the first line of each.
  var told: [String] {
    found.map { finding in
      let text = TextRenderer().render(finding, sources: sources)
      return String(text.prefix { $0 != "\n" })
    }
  }
}

/// A workbook whose first sheet has the heads A and B and these cells below.
private func cells(_ row: String, formats: [String] = []) -> TestWorkbook {
  let head =
    "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>A</v></c><c r=\"B1\" t=\"str\"><v>B</v></c></row>"
  var book = TestWorkbook([TestWorkbook.Sheet("Blad1", head + "<row r=\"2\">\(row)</row>")])
  book.formats = formats
  return book
}

struct ReadWorkbookTests {
  @Test func `shared, rich and inline texts are read, and how they are said is not`() {
    var book = cells(
      "<c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>å &amp; ä</t></is></c>")
    book.texts = [
      "<t>nej</t>",
      "<r><t xml:space=\"preserve\">Vård </t></r><r><rPr><b/></rPr><t>och_x000D_\nhälsa</t></r>"
        + "<rPh sb=\"0\" eb=\"1\"><t>uttal</t></rPh>",
    ]
    let sheet = ReadSheet(book.bytes)
    #expect(sheet.told == [])
    #expect(sheet.texts == [["A", "B"], ["Vård och\nhälsa", "å & ä"]])
  }

  @Test(arguments: [
    ("7.1000000000000001E-2", "0,071"), ("147", "147"), ("-0.5", "-0,5"), ("1E3", "1000"),
    ("0.1000000000000000055511151231257827", "0,1"), ("99999999999999995", "100000000000000000"),
    ("-0", "0"), ("0.30000000000000004", "0,3"), ("2023.1560000000002", "2023,156"),
    ("1E-7", "0,0000001"),
  ])
  func `a number is what the spreadsheet shows of it`(written: String, shown: String) {
    let sheet = ReadSheet(cells("<c r=\"A2\"><v>\(written)</v></c>").bytes)
    #expect(sheet.texts.last?.first == shown, "\(sheet.told)")
  }

  @Test(arguments: [
    ("#,##0.0", "147", "147,0"), ("#,##0.0", "1234.5678", "1234,6"), ("0", "0.5", "1"),
    ("0", "0.49", "0"), ("0.0#", "2.5", "2,5"), ("0.0#", "2.555", "2,56"),
    ("0.00", "-0.001", "0,00"),
    ("0.0%", "0.0715", "7,2 %"), ("0 %", "0.85", "85 %"), ("#,##0,", "147500", "148"),
    ("#,##0.0,,\" mnkr\"", "147500000", "147,5"), ("#,##0\\ \"kr\";[Red]-#,##0", "-12", "-12"),
    ("_-* #,##0.00_-", "3", "3,00"), ("[$-41D]0.0", "2", "2,0"), ("# ?/?", "0.5", "0,5"),
    ("0.00E+00", "12345", "12345"), ("@", "7", "7"), ("General", "0.25", "0,25"),
    ("yyyy-mm-dd", "45397", "2024-04-15"), ("d mmmm yyyy", "60.5", "60,5"),
    ("yyyy-mm-dd", "1", "1900-01-01"), ("yyyy-mm-dd", "59", "1900-02-28"),
    ("yyyy-mm-dd", "61", "1900-03-01"), ("yyyy-mm-dd hh:mm", "45397.5625", "2024-04-15 13:30"),
    ("hh:mm", "0.5416666666666666", "13:00"), ("[h]:mm", "1.5", "36:00"), ("yyyy", "45397", "2024"),
    ("yyyy-mm-dd", "-5", "-5"), ("\"dag\" 0", "3", "3"),
  ])
  func `a format says what a number is and how far it is rounded`(
    format: String, written: String, shown: String
  ) {
    let book = cells("<c r=\"A2\" s=\"1\"><v>\(written)</v></c>", formats: [format])
    #expect(ReadSheet(book.bytes).texts.last?.first == shown)
  }

  @Test func `days are counted from 1904 where the workbook says so`() {
    var book = cells("<c r=\"A2\" s=\"1\"><v>43935</v></c>", formats: ["yyyy-mm-dd"])
    book.countsFrom1904 = true
    #expect(ReadSheet(book.bytes).texts.last?.first == "2024-04-15")
  }

  @Test func `truth, dates as text and results of formulas are read`() {
    let book = cells(
      "<c r=\"A2\" t=\"b\"><v>1</v></c><c r=\"B2\" t=\"str\"><f>A1&amp;A1</f><v>AA</v></c></row>"
        + "<row r=\"3\"><c r=\"A3\" t=\"d\"><v>2024-04-15T00:00:00</v></c>"
        + "<c r=\"B3\"><f>1+1</f><v>2</v></c>")
    #expect(ReadSheet(book.bytes).texts.dropFirst() == [["ja", "AA"], ["2024-04-15", "2"]])
  }

  @Test func `cells that leave out where they are follow one another`() {
    let book = TestWorkbook(texts: [["Namn", "År"], ["Ett", "2024"]])
    let sheet = ReadSheet(book.bytes)
    #expect(sheet.texts == [["Namn", "År"], ["Ett", "2024"]])
    #expect(sheet.table?.rows[0][1].place.cell.name == "B2")
    let place = sheet.table?.rows[0][1].place
    #expect(place.flatMap { sheet.sources[$0.file]?.sheet } == "Blad1")
  }

  @Test(arguments: [
    ("B2:C3", [["x", "y"], ["1", "2"]]), ("$C$3:$B$2", [["x", "y"], ["1", "2"]]),
    ("b:c", [["x", "y"], ["1", "2"], ["3", "4"]]), (nil, [["x", "y"], ["1", "2"], ["3", "4"]]),
  ])
  func `the range is cut out, and all that is written without one`(
    range: String?, texts: [[String]]
  ) {
    let book = TestWorkbook(texts: [
      ["", "", ""], ["", "x", "y"], ["", "1", "2"], ["", "3", "4"],
    ])
    let sheet = ReadSheet(book.bytes, range: range)
    #expect(sheet.told == [])
    #expect(sheet.texts == texts)
  }

  @Test func `what merged cells hold is on each of their rows, in their first column`() {
    let cell = { (name: String) in "<c r=\"\(name)\" t=\"str\"><v>\(name)</v></c>" }
    let rows =
      "<row r=\"1\">\(cell("A1"))\(cell("B1"))\(cell("C1"))</row><row r=\"2\">\(cell("A2"))"
      + "\(cell("B2"))</row><row r=\"3\">\(cell("B3"))\(cell("C3"))</row>"
    let book = TestWorkbook([
      TestWorkbook.Sheet(
        "Blad1", rows,
        after: "<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:C2\"/></mergeCells>")
    ])
    #expect(ReadSheet(book.bytes).texts.dropFirst() == [["A2", "B2", ""], ["A2", "B3", "C3"]])
  }

  @Test func `the first sheet that shows is read, or the one that is named`() {
    var book = TestWorkbook(texts: [["dold"], ["1"]], sheet: "Underlag")
    book.sheets[0].isHidden = true
    book.sheets += TestWorkbook(texts: [["synlig"], ["2"]], sheet: "Bilaga 2").sheets
    #expect(ReadSheet(book.bytes).texts == [["synlig"], ["2"]])
    #expect(ReadSheet(book.bytes, sheet: "bilaga  2").texts == [["synlig"], ["2"]])
    #expect(ReadSheet(book.bytes, sheet: "Underlag").texts == [["dold"], ["1"]])
  }

  @Test func `hidden rows and columns are read, and told of`() {
    var book = TestWorkbook(texts: [["a", "b"], ["1", "2"]])
    book.sheets[0].before = "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols>"
    let sheet = ReadSheet(book.bytes)
    #expect(sheet.texts == [["a", "b"], ["1", "2"]])
    #expect(sheet.told.map { $0.hasPrefix("budget.xlsx[Blad1!B1]: varning: ") } == [true])
    #expect(sheet.found.map(\.code) == [.hiddenCells])
  }
}
