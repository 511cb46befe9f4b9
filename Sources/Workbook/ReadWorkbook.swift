public import Diagnostics
public import Input

/// Whether a file's first bytes are a workbook's: a ZIP archive, or what Excel saved before 2007 and
/// saves with a password.
public func isWorkbook(_ bytes: [UInt8]) -> Bool {
  bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || isCompound(bytes)
}

/// Reads a table out of an Excel workbook (.xlsx), `{fil: budget.xlsx, blad: Bilaga 2, område: A3:D18}`.
///
/// The sheet is the named one, else the first that is not hidden; the cells are those of the range,
/// else all; the first row with something in it has the headings. Cells are texts as a spreadsheet
/// shows them: numbers rounded as their format says (`CellNumber`), percent with its sign, days as
/// `2024-04-15`, truth as `ja` and `nej`, formulas as their saved results. What merged cells hold
/// stands in their first column on each of their rows. The sheet comes into the set as a file of its
/// own, whose places are cells.
///
/// Reports, where the plan names them, `workbook-unreadable`, `file-too-large`, `library-missing`,
/// `sheet-missing`, `range-outside-sheet` and `wrong-format`; at the cell, `cell-fault` for `#REF!`
/// and the like and for formulas without a result, `hidden-cells` as a warning, and what
/// `FileTable.make` reports.
///
/// - Parameters:
///   - file: The file, as `readFile` gives it.
///   - request: What the plan asks for.
///   - sources: The set that the sheet is put into.
///   - limits: How many cells are read.
/// - Returns: The table, nil when there is nothing to go on with.
public func readWorkbook(
  _ file: NamedFile, _ request: TableRequest, into sources: inout SourceSet,
  limits: ReadingLimits = .init()
) -> (FileTable?, [Diagnostic]) {
  do throws(WorkbookFault) {
    if isCompound(file.bytes) { throw holdsLockedPackage(file.bytes) ? .locked : .oldWorkbook }
    let package = try WorkbookPackage(file.bytes)
    let range: CellRange?
    if let word = request.range {
      range = CellRange(word.text)
      if range == nil { return (nil, [.noRange(word)]) }
    } else {
      range = nil
    }
    guard let sheet = package.sheet(request.sheet?.text) else {
      return (nil, [.noSheet(request, file.path, package.sheets)])
    }
    var reader = SheetReader(
      range: range, texts: try package.sharedTexts(), formats: try package.formats(),
      countsFrom1904: package.countsFrom1904, most: limits.values)
    try reader.read(try package.part(sheet.part))
    if let range, let word = request.range, !range.isWithin(reader.used) {
      return (nil, [.outside(range, word, sheet.name, file.path, reader.used)])
    }
    let id = sources.add(path: file.path, text: "", sheet: sheet.name)
    var grid = Grid(reader, range, id)
    let (table, found) = FileTable.make(
      of: try grid.rows(most: limits.values), at: Place(file: id, line: 0, column: 0))
    let told = grid.diagnostics.limited() + found
    return (told.hasErrors ? nil : table, told)
  } catch {
    return (nil, [error.diagnostic(file.path, at: request.file.place)])
  }
}

/// Whether bytes are a compound file, in which older programs keep documents, and newer ones those
/// that are locked.
private func isCompound(_ bytes: [UInt8]) -> Bool {
  bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
}

/// Whether a compound file holds a workbook behind a password.
private func holdsLockedPackage(_ bytes: [UInt8]) -> Bool {
  let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
  return bytes.firstRange(of: name) != nil
}

extension WorkbookPackage {
  /// The sheet of a name, its case and outer spaces aside; the first that shows for no name.
  fileprivate func sheet(_ name: String?) -> Sheet? {
    guard let name else { return sheets.first { !$0.isHidden } }
    return sheets.first { $0.name == name } ?? sheets.first { $0.name.isSameHead(as: name) }
  }
}

extension CellRange {
  /// Whether it ends no further than what a sheet has; whole columns have no end.
  fileprivate func isWithin(_ used: Place.Cell) -> Bool {
    let endsOpen = rows == 1...CellRange.lastRow
    return columns.upperBound <= used.column && (endsOpen || rows.upperBound <= used.row)
  }
}

/// The cells of a sheet in rows, and what is wrong with them.
private struct Grid {
  private let reader: SheetReader
  private let file: FileID
  private let area: CellRange?
  private(set) var diagnostics: [Diagnostic] = []

  init(_ reader: SheetReader, _ range: CellRange?, _ file: FileID) {
    self.reader = reader
    self.file = file
    let used = reader.used
    let first = reader.cells.keys
    if used.row == 0 || first.isEmpty {
      area = nil
    } else {
      let rows = range?.rows ?? (first.map(\.row).min() ?? 1)...used.row
      let columns = range?.columns ?? (first.map(\.column).min() ?? 1)...used.column
      area = CellRange(
        rows: rows.lowerBound...max(rows.lowerBound, min(rows.upperBound, used.row)),
        columns: columns)
    }
  }

  /// The rows with something in them, of no more cells than so many: a few far apart, or shown as one
  /// over the whole sheet, must not become millions.
  mutating func rows(most: Int) throws(WorkbookFault) -> [[FileTable.Cell]] {
    guard let area else { return [] }
    var cells = reader.cells
    var filling = 0
    for merged in reader.merged where merged.rows.count > 1 {
      let column = merged.columns.lowerBound
      guard let content = cells[Place.Cell(row: merged.rows.lowerBound, column: column)] else {
        continue
      }
      for row in merged.rows.clamped(to: area.rows) {
        cells[Place.Cell(row: row, column: column)] = content
        filling += 1
        guard filling <= most else { throw .tooManyCells(most) }
      }
    }
    if let hidden = reader.firstHidden { diagnostics.append(.hidden(at: place(of: hidden))) }
    let filled = Set(cells.keys.map(\.row))
    guard filled.count * area.columns.count <= most else { throw .tooManyCells(most) }
    return area.rows.filter(filled.contains).map { row in
      area.columns.map { column in
        let cell = Place.Cell(row: row, column: column)
        let places = PlaceMap(start: place(of: cell))
        switch cells[cell] {
        case .text(let text): return FileTable.Cell(text, places: places)
        case .fault(let sign): diagnostics.append(.fault(sign, at: places.start))
        case .formulaWithoutResult: diagnostics.append(.noResult(at: places.start))
        case nil: break
        }
        return FileTable.Cell("", places: places)
      }
    }
  }

  private func place(of cell: Place.Cell) -> Place {
    Place(sheet: file, row: cell.row, cellColumn: cell.column)
  }
}

extension Diagnostic {
  fileprivate static func noRange(_ word: TableRequest.Word) -> Diagnostic {
    Diagnostic(
      .error, .wrongFormat,
      Message(
        sv: "'område' ska vara två hörn (A3:D18) eller hela kolumner (A:D), fann '\(word.text)'",
        en: "'område' should be two corners (A3:D18) or whole columns (A:D), found '\(word.text)'"),
      at: word.place)
  }

  fileprivate static func noSheet(
    _ request: TableRequest, _ path: String, _ sheets: [WorkbookPackage.Sheet]
  ) -> Diagnostic {
    guard let word = request.sheet else {
      return Diagnostic(
        .error, .sheetMissing,
        Message(
          sv: "'\(path)' har inget blad som syns", en: "'\(path)' has no sheet that shows"),
        at: request.file.place)
    }
    let names = sheets.map(\.name)
    let near = nearest(to: word.text, among: names)
    let list = names.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, .sheetMissing,
      Message(
        sv: "bladet '\(word.text)' finns inte i '\(path)'; där finns \(list)",
        en: "the sheet '\(word.text)' is not in '\(path)'; there are \(list)"), at: word.place,
      fixes: near.map {
        [Fix(Message(sv: "menade du '\($0)'?", en: "did you mean '\($0)'?"))]
      } ?? [])
  }

  fileprivate static func outside(
    _ range: CellRange, _ word: TableRequest.Word, _ sheet: String, _ path: String,
    _ used: Place.Cell
  ) -> Diagnostic {
    let end = used.row == 0 ? nil : used.name
    return Diagnostic(
      .error, .rangeOutsideSheet,
      Message(
        sv: "området \(range.name) går utanför \(path)[\(sheet)], som "
          + (end.map { "slutar vid \($0)" } ?? "är tomt"),
        en: "the range \(range.name) goes outside \(path)[\(sheet)], which "
          + (end.map { "ends at \($0)" } ?? "is empty")), at: word.place)
  }

  fileprivate static func fault(_ sign: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .cellFault,
      Message(
        sv: "cellen visar felet \(sign.shown); rätta formeln i arbetsboken",
        en: "the cell shows the error \(sign.shown); correct the formula in the workbook"),
      at: place)
  }

  fileprivate static func noResult(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .cellFault,
      Message(
        sv: "cellen har en formel vars resultat inte är sparat",
        en: "the cell has a formula whose result is not saved"), at: place,
      fixes: [
        Fix(
          Message(
            sv: "öppna arbetsboken i Excel och spara den",
            en: "open the workbook in Excel and save it")
        )
      ])
  }

  fileprivate static func hidden(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, .hiddenCells,
      Message(
        sv: "dolda rader eller kolumner är med i tabellen, den första cellen här",
        en: "hidden rows or columns are in the table, the first cell here"), at: place)
  }
}
