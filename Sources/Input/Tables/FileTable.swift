public import Diagnostics

/// A table as a file holds it: a row of headings and the rows below it, each cell with its place.
///
/// Nothing is guessed: a cell is text, and what it means is the schema's to say. Every row has as
/// many cells as there are headings; rows with nothing in them are left out.
public struct FileTable: Sendable {
  /// One cell.
  public struct Cell: Sendable {
    /// Its characters; empty for an empty cell.
    public var text: String
    /// Where they stand.
    public var places: PlaceMap

    /// A cell from its parts.
    public init(_ text: String, places: PlaceMap) {
      self.text = text
      self.places = places
    }

    /// Where it begins.
    public var place: Place { places.start }

    /// Whether nothing is written in it but white space.
    public var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

    /// The cell as a value of a plan: nothing where it is blank.
    public var value: Value {
      isBlank
        ? Value(.null, at: place)
        : Value(.scalar(Scalar(text, style: .cell, places: places)), at: place)
    }
  }

  /// The headings, none of them blank and no two alike.
  public var head: [Cell]
  /// The rows below.
  public var rows: [[Cell]]

  /// A table from its parts.
  public init(head: [Cell], rows: [[Cell]]) {
    self.head = head
    self.rows = rows
  }
}

extension FileTable {
  /// Makes a table of the rows of a file, the first of which with something in it is its head.
  ///
  /// Columns with nothing in them at the right are left out. Reports `head-missing` for a file or a
  /// column without heading, `duplicate-head`, `row-too-long` for cells that stand under no heading
  /// and `row-too-short` for rows that end early.
  ///
  /// - Parameters:
  ///   - rows: The rows as they were read.
  ///   - place: Where the file begins.
  /// - Returns: The table; nil where it has no head to read it by.
  public static func make(of rows: [[Cell]], at place: Place) -> (FileTable?, [Diagnostic]) {
    let written = rows.filter { row in row.contains { !$0.isBlank } }
    guard var head = written.first else { return (nil, [.noHead(at: place)]) }
    var diagnostics: [Diagnostic] = []
    while head.last?.isBlank ?? false { head.removeLast() }
    var body: [[Cell]] = []
    body.reserveCapacity(written.count - 1)
    for row in written.dropFirst() {
      var row = row
      while row.count > head.count, row.last?.isBlank ?? false { row.removeLast() }
      if row.count > head.count {
        let surplus = row[head.count...].first { !$0.isBlank } ?? row[head.count]
        diagnostics.append(.rowTooLong(row.count, head.count, at: surplus.place))
      } else if row.count < head.count {
        diagnostics.append(.rowTooShort(row.count, head, at: row[0].place))
      } else {
        body.append(row)
      }
    }
    for (column, cell) in head.enumerated() {
      if cell.isBlank {
        diagnostics.append(.emptyHead(column + 1, at: cell.place))
      } else if let first = head[..<column].first(where: { $0.text.isSameHead(as: cell.text) }) {
        diagnostics.append(.duplicateHead(cell.text, at: cell.place, first: first.place))
      }
    }
    if diagnostics.hasErrors { return (nil, diagnostics.limited()) }
    return (FileTable(head: head, rows: body), diagnostics)
  }
}

extension String {
  /// Whether two headings are the same: case and white space around and between words do not count.
  public func isSameHead(as other: String) -> Bool { headWords == other.headWords }

  private var headWords: String {
    lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Diagnostic {
  fileprivate static func noHead(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .headMissing,
      Message(
        sv: "tabellen är tom; väntade en rad med rubriker och rader under den",
        en: "the table is empty; expected a row of headings and rows below it"), at: place)
  }

  fileprivate static func emptyHead(_ column: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .headMissing,
      Message(
        sv: "kolumn \(column) har ingen rubrik; skriv en, eller ta bort kolumnen",
        en: "column \(column) has no heading; write one, or take the column away"), at: place)
  }

  fileprivate static func duplicateHead(
    _ text: String, at place: Place, first: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, .duplicateHead,
      Message(
        sv: "rubriken '\(text.shortened)' står över två kolumner; ändra den ena",
        en: "the heading '\(text.shortened)' stands over two columns; change one of them"),
      at: place,
      notes: [.init(Message(sv: "den första står här", en: "the first stands here"), at: first)])
  }

  fileprivate static func rowTooLong(_ found: Int, _ wanted: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .rowTooLong,
      Message(
        sv: "raden har \(found) fält, rubrikraden \(wanted): det här står inte under någon rubrik",
        en: "the row has \(found) fields, the head \(wanted): this stands below no heading"),
      at: place,
      fixes: [
        Fix(
          Message(
            sv: "sätt citattecken om ett fält som har skiljetecknet i sig, eller skriv en rubrik",
            en: "put quotes around a field that has the separator in it, or write a heading"))
      ])
  }

  fileprivate static func rowTooShort(
    _ found: Int, _ head: [FileTable.Cell], at place: Place
  ) -> Diagnostic {
    let missing = head[found].text.shortened
    return Diagnostic(
      .error, .rowTooShort,
      Message(
        sv: "raden har \(found) fält, rubrikraden \(head.count): den slutar före '\(missing)'",
        en: "the row has \(found) fields, the head \(head.count): it ends before '\(missing)'"),
      at: place,
      fixes: [
        Fix(
          Message(
            sv: "skriv skiljetecken även för tomma fält",
            en: "write separators for empty fields too")
        )
      ])
  }
}
