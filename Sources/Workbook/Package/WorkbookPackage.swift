/// A workbook's parts: which sheets there are, and where their cells, texts and formats stand.
///
/// **Source**: ECMA-376, "Office Open XML File Formats", part 1, section 18, and part 2 for the
/// relations between parts.
struct WorkbookPackage {
  /// A sheet of the workbook.
  struct Sheet {
    /// Its name, as its tab has it.
    var name: String
    /// Whether its tab is hidden.
    var isHidden: Bool
    /// The part that holds it.
    var part: String
  }

  private let archive: Archive
  /// The sheets, in the order of their tabs.
  private(set) var sheets: [Sheet] = []
  /// Whether days are counted from 1904, as on old Macintoshes.
  private(set) var countsFrom1904 = false
  private var sharedTextsPart: String?
  private var stylesPart: String?

  /// Opens the bytes of a file.
  init(_ bytes: [UInt8]) throws(WorkbookFault) {
    archive = try Archive(bytes)
    if let kind = try archive.part("mimetype"),
      String(decoding: kind, as: UTF8.self).hasPrefix("application/vnd.oasis.opendocument")
    {
      throw .openDocument
    }
    let roots = try relations(of: "")
    guard let root = roots.first(where: { $0.kind == "officeDocument" })?.target else {
      throw .otherArchive
    }
    guard !root.hasSuffix(".bin") else { throw .binaryWorkbook }
    guard root.split(separator: "/").last?.hasPrefix("workbook") ?? false,
      let part = try archive.part(root)
    else { throw .otherArchive }
    let related = try relations(of: root)
    sharedTextsPart = related.first { $0.kind == "sharedStrings" }?.target
    stylesPart = related.first { $0.kind == "styles" }?.target
    try readSheets(part, related)
  }

  private mutating func readSheets(
    _ part: [UInt8], _ related: [Relation]
  ) throws(WorkbookFault) {
    let reader = try XMLReader(part)
    while let event = try reader.next() {
      guard case .start(let element) = event else { continue }
      switch element {
      case "workbookPr":
        let value = reader.attributes()["date1904"]
        countsFrom1904 = value == "1" || value == "true"
      case "sheet":
        let attributes = reader.attributes()
        guard let name = attributes["name"], let id = attributes["id"],
          let relation = related.first(where: { $0.id == id }), relation.kind == "worksheet"
        else { continue }
        sheets.append(
          Sheet(
            name: name, isHidden: attributes["state"]?.lowercased().hasSuffix("hidden") ?? false,
            part: relation.target))
      default: continue
      }
    }
  }

  /// The bytes of a part that the workbook says it has.
  func part(_ name: String) throws(WorkbookFault) -> [UInt8] {
    guard let part = try archive.part(name) else { throw .damaged }
    return part
  }

  /// The texts that cells name by number.
  func sharedTexts() throws(WorkbookFault) -> [String] {
    guard let name = sharedTextsPart else { return [] }
    let reader = try XMLReader(try part(name))
    var texts: [String] = []
    while let event = try reader.next() {
      guard case .start("si") = event else { continue }
      // How a text is said (`rPh`) stands beside it.
      texts.append(try reader.text(without: "rPh").withoutEscapes)
    }
    return texts
  }

  /// The formats that cells name by number.
  func formats() throws(WorkbookFault) -> [NumberFormat] {
    guard let name = stylesPart else { return [] }
    let reader = try XMLReader(try part(name))
    var codes: [Int: String] = [:]
    var formats: [NumberFormat] = []
    var isInCells = false
    while let event = try reader.next() {
      switch event {
      case .start("numFmt"):
        let attributes = reader.attributes()
        if let id = attributes["numFmtId"].flatMap({ Int($0) }) {
          codes[id] = attributes["formatCode"] ?? ""
        }
      case .start("cellXfs"): isInCells = true
      case .end("cellXfs"): isInCells = false
      case .start("xf") where isInCells:
        let id = reader.attributes()["numFmtId"].flatMap { Int($0) } ?? 0
        formats.append(codes[id].map { NumberFormat(code: $0) } ?? NumberFormat(builtIn: id))
      default: continue
      }
    }
    return formats
  }

  // MARK: Relations

  private struct Relation {
    var id: String
    /// The last part of its type: `worksheet`.
    var kind: String
    var target: String
  }

  /// The parts that a part names; those of the whole file for the empty name.
  private func relations(of part: String) throws(WorkbookFault) -> [Relation] {
    let pieces = part.split(separator: "/")
    let folder = pieces.dropLast().map { $0 + "/" }.joined()
    let name = pieces.last.map(String.init) ?? ""
    guard let bytes = try archive.part("\(folder)_rels/\(name).rels") else { return [] }
    let reader = try XMLReader(bytes)
    var found: [Relation] = []
    while let event = try reader.next() {
      guard case .start("Relationship") = event else { continue }
      let attributes = reader.attributes()
      guard attributes["TargetMode"] != "External", let target = attributes["Target"] else {
        continue
      }
      let kind = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
      found.append(
        Relation(
          id: attributes["Id"] ?? "", kind: kind, target: Self.path(target, from: folder)))
    }
    return found
  }

  private static func path(_ target: String, from folder: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/")
    for piece in target.split(separator: "/") where piece != "." {
      if piece == ".." { _ = parts.popLast() } else { parts.append(piece) }
    }
    return parts.joined(separator: "/")
  }
}

extension String {
  /// The text with `_x000D_` and the like as the characters that they stand for.
  ///
  /// **Source**: ECMA-376, part 1, 22.9.2.19.
  var withoutEscapes: String {
    guard contains("_x") else { return self }
    return replacing(/_x([0-9A-Fa-f]{4})_/) { match in
      let code = UInt32(match.output.1, radix: 16)
      return code.flatMap(Unicode.Scalar.init).map { String($0) } ?? String(match.output.0)
    }
    .replacing("\r\n", with: "\n")
  }
}
