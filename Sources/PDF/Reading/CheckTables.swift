import Diagnostics

extension ReadDocument {
  /// Checks that tables are rectangular, that their header cells say what they head, and that a
  /// table is one even where it goes on over pages.
  mutating func checkTables() {
    var last: (heads: [String], caption: String, end: Int, page: Int)?
    for (index, element) in structure.elements.enumerated() where element.role == "Table" {
      let rows = rows(of: index)
      checkGrid(rows.map(\.cells))
      checkHeads(rows.flatMap(\.cells))
      let parts = structure.children(of: index).map { structure.elements[$0].role }
      if parts.contains("THead"), !parts.contains("TBody") {
        report(.pdfTypeMisplaced, .headAlone)
      }
      let caption =
        structure.children(of: index)
        .first { structure.elements[$0].role == "Caption" }
        .map { text(of: $0).withoutSpace } ?? ""
      let heads = rows.filter(\.isHead).flatMap(\.cells).map { text(of: $0).withoutSpace }
      // What follows a table at once on the next page and has the same heads is the same table,
      // unless it has a name of its own.
      let end = end(of: index)
      let pages = pages(of: index..<end)
      if let last, last.end == index, !heads.isEmpty, heads == last.heads,
        caption.isEmpty || caption == last.caption, let first = pages.min(), first > last.page
      {
        report(.pdfTableTwice, .tableTwice)
      }
      last = (heads, caption, end, pages.max() ?? 0)
    }
  }

  /// The pages that something of elements stands on.
  private func pages(of elements: Range<Int>) -> [Int] {
    elements.flatMap { index in
      structure.elements[index].parts.compactMap {
        if case .mark(let page, _) = $0 { page } else { nil }
      }
    }
  }

  /// The element after all that an element holds.
  private func end(of index: Int) -> Int {
    var end = index + 1
    while end < structure.elements.count, structure.elements[end].parent >= index { end += 1 }
    return end
  }

  private func rows(of table: Int) -> [(isHead: Bool, cells: [Int])] {
    var rows: [(isHead: Bool, cells: [Int])] = []
    for child in structure.children(of: table) {
      switch structure.elements[child].role {
      case "TR": rows.append((false, structure.children(of: child)))
      case "THead", "TBody", "TFoot":
        let isHead = structure.elements[child].role == "THead"
        for row in structure.children(of: child) {
          rows.append((isHead, structure.children(of: row)))
        }
      default: break
      }
    }
    return rows
  }

  /// How many columns or rows a cell takes; of more columns than any table has it is no more.
  private func span(_ key: String, of cell: Int) -> Int {
    let most = key == "RowSpan" ? Int.max : 1000
    return min(max(structure.attribute(key, owner: "Table", of: cell)?.integer ?? 1, 1), most)
  }

  private mutating func checkGrid(_ rows: [[Int]]) {
    /// For each column, how many rows from here on a cell above takes.
    var taken: [Int] = []
    var width: Int?
    for cells in rows {
      var column = 0
      var next = taken.map { max($0 - 1, 0) }
      for cell in cells {
        while column < taken.count, taken[column] > 0 { column += 1 }
        let end = column + span("ColSpan", of: cell)
        while next.count < end { next.append(0) }
        for index in column..<end {
          if index < taken.count, taken[index] > 0 { return report(.pdfTableUneven, .overlap) }
          next[index] = span("RowSpan", of: cell) - 1
        }
        column = end
      }
      while column < taken.count, taken[column] > 0 { column += 1 }
      if let width, width != column {
        return report(.pdfTableUneven, .uneven(width, column, rowText(cells)))
      }
      width = column
      taken = next
    }
    if taken.contains(where: { $0 > 0 }) { report(.pdfTableUneven, .overhang) }
  }

  private func rowText(_ cells: [Int]) -> String {
    cells.map { text(of: $0) }.joined(separator: " | ")
  }

  private mutating func checkHeads(_ cells: [Int]) {
    let heads = cells.filter { structure.elements[$0].role == "TH" }
    guard !cells.isEmpty else { return }
    if heads.isEmpty {
      return report(.pdfTableWithoutHeads, .withoutHeads(rowText(Array(cells.prefix(4)))))
    }
    let names = Set(heads.compactMap { structure.name(of: $0) })
    for head in heads
    where !["Row", "Column", "Both"].contains(
      structure.attribute("Scope", owner: "Table", of: head)?.name)
    {
      report(.pdfHeadUnscoped, .unscoped(text(of: head)))
    }
    for cell in cells {
      for name in structure.attribute("Headers", owner: "Table", of: cell)?.array ?? [] {
        guard let bytes = file[name].bytes, !names.contains(bytes) else { continue }
        report(.pdfHeadMissing, .headMissing(bytes, text(of: cell)))
      }
    }
  }
}

extension Message {
  fileprivate static var headAlone: Message {
    Message(
      sv: "en tabell har ett huvud (THead) och ingen kropp (TBody)",
      en: "a table has a head (THead) and no body (TBody)")
  }

  fileprivate static var tableTwice: Message {
    Message(
      sv: "två tabeller efter varandra har samma huvud: en tabell över flera sidor ska vara en",
      en: "two tables in a row have the same head: a table over several pages is one")
  }

  fileprivate static var overlap: Message {
    Message(
      sv: "två celler i en tabell tar samma plats", en: "two cells of a table take the same place")
  }

  fileprivate static var overhang: Message {
    Message(
      sv: "en cell går ned förbi tabellens sista rad",
      en: "a cell goes down past the table's last row")
  }

  fileprivate static func uneven(_ width: Int, _ found: Int, _ row: String) -> Message {
    Message(
      sv: "en tabell har \(width) kolumner, men en rad har \(found): '\(row)'",
      en: "a table has \(width) columns, but a row has \(found): '\(row)'")
  }

  fileprivate static func withoutHeads(_ row: String) -> Message {
    Message(
      sv: "en tabell har inga rubrikceller; den börjar '\(row)'",
      en: "a table has no header cells; it begins '\(row)'")
  }

  fileprivate static func unscoped(_ text: String) -> Message {
    Message(
      sv: "rubrikcellen '\(text)' säger inte om den gäller sin rad eller kolumn (Scope)",
      en: "header cell '\(text)' does not say whether it heads its row or its column (Scope)")
  }

  fileprivate static func headMissing(_ name: [UInt8], _ text: String) -> Message {
    let name = String(decoding: name, as: UTF8.self)
    return Message(
      sv: "cellen '\(text)' hör till rubrikcellen '\(name)', som inte finns i tabellen",
      en: "cell '\(text)' belongs to header cell '\(name)', which the table does not have")
  }
}
