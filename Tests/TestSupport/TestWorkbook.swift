/// An Excel workbook for tests, made here part by part: sheets of cells as XML, stored in a ZIP
/// archive.
public struct TestWorkbook {
  /// One sheet.
  public struct Sheet {
    /// Its name.
    public var name: String
    /// The XML of its rows.
    public var rows: String
    /// Whether its tab is hidden.
    public var isHidden: Bool
    /// The XML after its rows: merged cells.
    public var after: String
    /// The XML before its rows: columns.
    public var before: String

    /// A sheet from its parts.
    public init(
      _ name: String, _ rows: String, isHidden: Bool = false, before: String = "",
      after: String = ""
    ) {
      self.name = name
      self.rows = rows
      self.isHidden = isHidden
      self.before = before
      self.after = after
    }
  }

  /// The sheets.
  public var sheets: [Sheet]
  /// The XML of the shared texts, each in `si`.
  public var texts: [String] = []
  /// The format codes of styles 1, 2 and so on; style 0 is general.
  public var formats: [String] = []
  /// Whether days are counted from 1904.
  public var countsFrom1904 = false
  /// What stands before the root element of the first sheet.
  public var prolog = ""

  /// A workbook of sheets.
  public init(_ sheets: [Sheet]) { self.sheets = sheets }

  /// A workbook of one sheet with these texts in its cells.
  public init(texts rows: [[String]], sheet: String = "Blad1") {
    let xml = rows.map { row in
      "<row>" + row.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
    }
    self.init([Sheet(sheet, xml.joined())])
  }

  /// The parts of the archive, by name.
  public var parts: [(name: String, text: String)] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func relations(_ list: [(kind: String, target: String)]) -> String {
      "<Relationships>"
        + list.enumerated().map {
          "<Relationship Id=\"r\($0 + 1)\" Type=\"\(kinds)/\($1.kind)\" Target=\"\($1.target)\"/>"
        }.joined() + "</Relationships>"
    }
    let tabs = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\""
        + (sheet.isHidden ? " state=\"hidden\"" : "") + " r:id=\"r\(index + 1)\"/>"
    }
    let codes = formats.enumerated().map {
      "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1.escaped)\"/>"
    }
    let styles = formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }
    return [
      ("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(kinds)\">"
          + "<workbookPr date1904=\"\(countsFrom1904 ? 1 : 0)\"/><sheets>\(tabs.joined())</sheets>"
          + "</workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        relations(
          sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
            + [("sharedStrings", "/xl/sharedStrings.xml"), ("styles", "styles.xml")])
      ),
      (
        "xl/sharedStrings.xml",
        "<sst xmlns=\"\(main)\">" + texts.map { "<si>\($0)</si>" }.joined() + "</sst>"
      ),
      (
        "xl/styles.xml",
        "<styleSheet xmlns=\"\(main)\"><numFmts>\(codes.joined())</numFmts>"
          + "<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>"
          + "<cellXfs><xf numFmtId=\"0\"/>\(styles.joined())</cellXfs></styleSheet>"
      ),
    ]
      + sheets.enumerated().map { index, sheet in
        (
          "xl/worksheets/sheet\(index + 1).xml",
          (index == 0 ? prolog : "") + "<worksheet xmlns=\"\(main)\">\(sheet.before)<sheetData>"
            + sheet.rows + "</sheetData>\(sheet.after)</worksheet>"
        )
      }
  }

  /// The file.
  public var bytes: [UInt8] { Self.archive(parts.map { ($0.name, Array($0.text.utf8)) }) }

  /// A ZIP archive that stores its parts as they are, with their checksums; those of long ones may be left
  /// out to save time.
  public static func archive(
    _ parts: [(name: String, bytes: [UInt8])], hasChecksums: Bool = true
  ) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in parts {
      let offset = file.count
      let sum = hasChecksums || bytes.count < 1 << 20 ? Int(Checksums.crc32(bytes)) : 0
      let head =
        [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0] + little(sum, 4)
        + little(bytes.count, 4) + little(bytes.count, 4) + little(name.utf8.count, 2) + [0, 0]
      file += [0x50, 0x4B, 3, 4] + head + Array(name.utf8) + bytes
      directory +=
        [0x50, 0x4B, 1, 2, 20, 0] + head + Array(repeating: 0, count: 10) + little(offset, 4)
        + Array(name.utf8)
    }
    return file + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + little(parts.count, 2)
      + little(parts.count, 2) + little(directory.count, 4) + little(file.count, 4) + [0, 0]
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}

extension String {
  /// The text as it stands in an attribute.
  fileprivate var escaped: String {
    replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
  }
}
