extension Place {
  /// The place of a cell in a workbook's sheet, which is a file of its own in its `SourceSet`.
  ///
  /// - Parameters:
  ///   - file: The sheet.
  ///   - row: The cell's row, from 1.
  ///   - cellColumn: The cell's column, from 1.
  public init(sheet file: FileID, row: Int, cellColumn: Int) {
    self.init(file: file, line: row, column: cellColumn << Self.characterBits)
  }

  /// The cell that a place in a sheet is in; what counts characters within it is passed over.
  public var cell: Cell {
    Cell(row: Int(line), column: Int(column) >> Self.characterBits)
  }

  /// A cell of a sheet by its row and column.
  public struct Cell: Hashable, Sendable, Comparable {
    /// From 1.
    public var row: Int
    /// From 1.
    public var column: Int

    /// A cell of a row and a column.
    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }

    /// The cell as spreadsheets name it, `C7`.
    public var name: String {
      var letters = ""
      var left = column
      while left > 0 {
        letters = String(UnicodeScalar(UInt8(65 + (left - 1) % 26))) + letters
        left = (left - 1) / 26
      }
      return letters + "\(row)"
    }

    /// Order by rows.
    public static func < (a: Cell, b: Cell) -> Bool { (a.row, a.column) < (b.row, b.column) }
  }

  /// The bits below a cell's column in which characters are counted: a cell holds at most 32 767 of
  /// them, and a sheet 16 384 columns.
  private static let characterBits = 16
}

extension SourceSet.File {
  /// Where in the file a place is, as it follows the path in text: `:14:9`, or `[Bilaga 2!C7]` in a
  /// workbook; empty for the file as a whole.
  func position(of place: Place) -> String {
    guard let sheet else { return place.line > 0 ? ":\(place.line):\(place.column)" : "" }
    return "[\(sheet)" + (place.line > 0 ? "!\(place.cell.name)]" : "]")
  }
}
