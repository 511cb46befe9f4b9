import Diagnostics
import Input
import TestSupport
import Testing
import Workbook

struct WorkbookFaultTests {
  private let book = TestWorkbook(texts: [["Namn", "År"], ["Ett", "2024"]], sheet: "Bilaga 2")

  private func told(_ sheet: ReadSheet) -> String {
    #expect(sheet.table == nil && sheet.found.count == 1, "\(sheet.told)")
    return sheet.told.first ?? ""
  }

  @Test func `a sheet that is not there is told with those that are`() {
    let sheet = ReadSheet(book.bytes, sheet: "Bilga 2")
    #expect(
      told(sheet) == "plan.yaml:1:9: fel: bladet 'Bilga 2' finns inte i 'budget.xlsx'; där finns "
        + "'Bilaga 2' [sheet-missing]")
    #expect(sheet.found.first?.fixes.first?.message.sv == "menade du 'Bilaga 2'?")
  }

  @Test(arguments: ["A1:C2", "A1:B3", "D8:E9"])
  func `a range outside of the sheet is told with where the sheet ends`(range: String) {
    #expect(
      told(ReadSheet(book.bytes, range: range))
        == "plan.yaml:1:9: fel: området \(range) går utanför budget.xlsx[Bilaga 2], som slutar vid "
        + "B2 [range-outside-sheet]")
  }

  @Test(arguments: [
    "A1", "A1-B2", "A0:B2", "ÅÄ:Ö", "A1:B2:C3", "AAAA1:B2", "A1:B99999999999999999999",
  ])
  func `a range that is none is told`(range: String) {
    #expect(told(ReadSheet(book.bytes, range: range)).hasSuffix("[wrong-format]"))
  }

  @Test func `an error that a cell shows is told at the cell`() {
    var broken = book
    broken.sheets[0].rows += "<row r=\"3\"><c r=\"B3\" t=\"e\"><f>B1/0</f><v>#DIV/0!</v></c></row>"
    #expect(
      told(ReadSheet(broken.bytes))
        == "budget.xlsx[Bilaga 2!B3]: fel: cellen visar felet #DIV/0!; rätta formeln i arbetsboken "
        + "[cell-fault]")
    // Outside of the range nobody asks for it.
    #expect(ReadSheet(broken.bytes, range: "A1:B2").told == [])
  }

  @Test func `a formula without its result is told at the cell`() {
    var broken = book
    broken.sheets[0].rows += "<row r=\"3\"><c r=\"A3\"><f>SUM(B1:B2)</f></c></row>"
    #expect(
      told(ReadSheet(broken.bytes)).hasPrefix("budget.xlsx[Bilaga 2!A3]: fel: cellen har en formel")
    )
  }

  @Test func `heads are told at their cells`() {
    let sheet = ReadSheet(TestWorkbook(texts: [["Namn", "", "År"], ["1", "2", "3"]]).bytes)
    #expect(told(sheet).hasPrefix("budget.xlsx[Blad1!B1]: fel: kolumn 2 har ingen rubrik"))
    let empty = ReadSheet(TestWorkbook([TestWorkbook.Sheet("Tomt", "")]).bytes)
    #expect(told(empty).hasPrefix("budget.xlsx[Tomt]: fel: tabellen är tom"))
  }

  @Test func `files that are no workbook are told what they are`() {
    let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let locked = magic + "EncryptedPackage".utf16.flatMap { [UInt8($0), 0] }
    func sv(_ bytes: [UInt8]) -> String { told(ReadSheet(bytes)) }
    #expect(sv(magic + [0, 0]).contains("(.xls)"))
    #expect(sv(locked).contains("lösenord"))
    #expect(isWorkbook(magic) && isWorkbook(book.bytes) && !isWorkbook(Array("a;b".utf8)))
    let ods = TestWorkbook.archive([
      ("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
    ])
    #expect(sv(ods).contains("(.ods)"))
    #expect(sv(TestWorkbook.archive([("a.txt", [65])])).contains("ZIP-arkiv"))
    let relations =
      "<R><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/></R>"
    #expect(
      sv(TestWorkbook.archive([("_rels/.rels", Array(relations.utf8))])).contains("(.xlsb)"))
  }

  @Test func `a part that declares entities is refused before they swell`() {
    var bomb = book
    let entities = (1...30).map { level in
      "<!ENTITY e\(level) \"\(String(repeating: "&e\(level - 1);", count: 10))\">"
    }
    bomb.prolog = "<!DOCTYPE worksheet [<!ENTITY e0 \"x\">\(entities.joined())]>"
    bomb.sheets[0].rows += "<row><c t=\"inlineStr\"><is><t>&e30;</t></is></c></row>"
    #expect(told(ReadSheet(bomb.bytes)).contains("entiteter"))
  }

  @Test func `a part that is too long once unpacked is refused`() {
    let parts = book.parts.map { ($0.name, Array($0.text.utf8)) }
    let long = parts.map { name, bytes in
      name == "xl/worksheets/sheet1.xml"
        ? (name, bytes + Array(repeating: 0x20, count: 129 << 20)) : (name, bytes)
    }
    #expect(
      told(ReadSheet(TestWorkbook.archive(long, hasChecksums: false))).hasSuffix("[file-too-large]")
    )
  }

  @Test func `a few cells far apart, or shown as one over the sheet, do not become millions`() {
    let rows = (1...200).map { "<row><c t=\"str\"><v>\($0)</v></c></row>" }.joined()
    let last = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"
    let far = TestWorkbook([TestWorkbook.Sheet("Blad1", rows + last)])
    #expect(told(ReadSheet(far.bytes)).hasSuffix("[too-many-values]"))
    let areas = String(repeating: "<mergeCell ref=\"A1:A1048576\"/>", count: 10_000)
    let low = "<row r=\"1048576\"><c r=\"B1048576\"><v>1</v></c></row>"
    let merged = TestWorkbook([
      TestWorkbook.Sheet("Blad1", rows + low, after: "<mergeCells>\(areas)</mergeCells>")
    ])
    #expect(told(ReadSheet(merged.bytes)).hasSuffix("[too-many-values]"))
  }

  @Test func `a workbook cut off or damaged gives a finding or a table, and never traps`() {
    let whole = book.bytes
    for length in stride(from: 4, to: whole.count, by: 37) {
      #expect(ReadSheet(Array(whole[..<length])).found.count == 1)
    }
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<400 {
      var bytes = whole
      for _ in 0..<2 {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      let sheet = ReadSheet(bytes)
      #expect((sheet.table == nil) == sheet.found.hasErrors)
    }
  }
}
