import Diagnostics

/// Reads the cells of a sheet that are in a range.
struct SheetReader {
  /// What stands in a cell.
  enum Content: Hashable {
    case text(String)
    /// What a spreadsheet shows where it cannot count: `#REF!`.
    case fault(String)
    /// A formula whose result was not saved.
    case formulaWithoutResult
  }

  /// The cells with something in them, of those asked for.
  private(set) var cells: [Place.Cell: Content] = [:]
  /// The rectangles of cells that are shown as one.
  private(set) var merged: [CellRange] = []
  /// The last row and column of the sheet with something in them; 0 for an empty sheet.
  private(set) var used = Place.Cell(row: 0, column: 0)
  /// The first hidden row or column with something in it that was asked for.
  private(set) var firstHidden: Place.Cell?

  private let range: CellRange?
  private let texts: [String]
  private let formats: [NumberFormat]
  private let countsFrom1904: Bool
  private let most: Int
  private var hiddenColumns: [ClosedRange<Int>] = []

  /// A reader for a range; nil for all cells.
  init(
    range: CellRange?, texts: [String], formats: [NumberFormat], countsFrom1904: Bool,
    most: Int
  ) {
    self.range = range
    self.texts = texts
    self.formats = formats
    self.countsFrom1904 = countsFrom1904
    self.most = most
  }

  /// Reads a sheet's part.
  mutating func read(_ part: [UInt8]) throws(WorkbookFault) {
    let reader = try XMLReader(part)
    var row = 0
    var column = 0
    var isHiddenRow = false
    while let event = try reader.next() {
      guard case .start(let element) = event else { continue }
      switch element {
      case "col": readColumn(reader.attributes())
      case "row":
        let attributes = reader.attributes()
        row = attributes["r"].flatMap { Int($0) } ?? row + 1
        column = 0
        isHiddenRow = attributes["hidden"] == "1" || attributes["hidden"] == "true"
      case "c":
        let attributes = reader.attributes()
        // A cell may leave out where it is when it follows the one before.
        let cell =
          attributes["r"].flatMap { Place.Cell(reference: $0[...]) }
          ?? Place.Cell(row: row, column: column + 1)
        column = cell.column
        guard let content = try content(of: attributes, reader) else { continue }
        add(content, at: cell, isHiddenRow: isHiddenRow)
        guard cells.count <= most else { throw .tooManyCells(most) }
      case "mergeCell":
        if let area = reader.attributes()["ref"].flatMap({ CellRange(reference: $0) }) {
          merged.append(area)
        }
      default: continue
      }
    }
  }

  private mutating func readColumn(_ attributes: [String: String]) {
    guard attributes["hidden"] == "1" || attributes["hidden"] == "true",
      let first = attributes["min"].flatMap({ Int($0) }),
      let last = attributes["max"].flatMap({ Int($0) }), first <= last
    else { return }
    hiddenColumns.append(first...last)
  }

  private mutating func add(_ content: Content, at cell: Place.Cell, isHiddenRow: Bool) {
    used.row = max(used.row, cell.row)
    used.column = max(used.column, cell.column)
    guard range?.contains(cell) ?? true else { return }
    cells[cell] = content
    let isHidden = isHiddenRow || hiddenColumns.contains { $0.contains(cell.column) }
    if isHidden, firstHidden == nil { firstHidden = cell }
  }

  /// What the cell just begun holds; nil for nothing.
  private func content(
    of attributes: [String: String], _ reader: XMLReader
  ) throws(WorkbookFault) -> Content? {
    var value: String?
    var inline: String?
    var hasFormula = false
    var depth = 1
    while depth > 0, let event = try reader.next() {
      switch event {
      case .start("v"): value = try reader.text()
      case .start("is"): inline = try reader.text(without: "rPh")
      case .start("f"):
        hasFormula = true
        _ = try reader.text()
      case .start: depth += 1
      case .end: depth -= 1
      case .text: continue
      }
    }
    if let inline { return inline.isEmpty ? nil : .text(inline.withoutEscapes) }
    guard let value else { return hasFormula ? .formulaWithoutResult : nil }
    switch attributes["t"] {
    case "s":
      guard let index = Int(value), texts.indices.contains(index) else { throw .damaged }
      return texts[index].isEmpty ? nil : .text(texts[index])
    case "str": return value.isEmpty ? nil : .text(value.withoutEscapes)
    case "b": return .text(value == "1" ? "ja" : "nej")
    case "e": return .fault(value)
    case "d": return .text(String(value.prefix { $0 != "T" }))
    default:
      // Some programs leave an empty value where a formula gave an empty text.
      if value.isEmpty { return hasFormula ? .formulaWithoutResult : nil }
      guard let number = CellNumber(value) else { throw .damaged }
      let style = attributes["s"].flatMap { Int($0) } ?? 0
      let format = formats.indices.contains(style) ? formats[style] : .general
      return .text(number.text(in: format, countsFrom1904: countsFrom1904))
    }
  }
}
