import Manuscript
import Pages
import Typography

/// What holds of every table that goes on over pages: the head that applies stands on every page of
/// it, and the sums carried over a page's end are those of the last row above it.
struct TableLaws {
  let layout: CheckedLayout
  let document: Document

  /// A table with its element, and the row of each element under its body.
  private struct Found {
    var table: Table
    var rowOf: [ElementID: Int] = [:]
    var heads: Set<ElementID> = []
  }

  func breaches() -> [String] {
    var tables: [Table] = []
    for block in document.blocks {
      block.walk { block in
        guard case .table(let table) = block, !table.columns.isEmpty,
          !table.rows.isEmpty || !table.head.isEmpty
        else { return }
        tables.append(table)
      }
    }
    let tree = layout.pages.structure
    let elements = tree.elements.indices.map { ElementID(index: Int32($0)) }
      .filter { tree[$0].kind == .table }
    // Tables that are made of other blocks are not among the document's.
    guard tables.count == elements.count else { return [] }
    return zip(tables, elements).flatMap { check(find($0, $1)) }
  }

  private func find(_ table: Table, _ element: ElementID) -> Found {
    let tree = layout.pages.structure
    var found = Found(table: table)
    var row = 0
    func mark(_ id: ElementID, _ visit: (ElementID) -> Void) {
      visit(id)
      for child in tree[id].children { mark(child, visit) }
    }
    for part in tree[element].children {
      switch tree[part].kind {
      case .tableHead: mark(part) { found.heads.insert($0) }
      case .tableBody, .tableFoot:
        for child in tree[part].children {
          mark(child) { found.rowOf[$0] = row }
          row += 1
        }
      default: break
      }
    }
    return found
  }

  private func check(_ found: Found) -> [String] {
    var breaches: [String] = []
    /// The last row on the page before, once the table has begun.
    var last: Int?
    for (index, page) in layout.pages.pages.enumerated() {
      var rows: [Int] = []
      var repeated = ""
      for item in page.items {
        guard case .run(let run) = item.mark else { continue }
        switch item.role {
        case .artifact(.continuation): repeated += text(of: run, on: page)
        case .content(let element):
          if found.heads.contains(element) { repeated += text(of: run, on: page) }
          if let row = found.rowOf[element] { rows.append(row) }
        case .artifact: break
        }
      }
      guard let first = rows.min(), let end = rows.max() else { continue }
      defer { last = max(last ?? 0, end) }
      guard let last else { continue }
      for row in head(before: first, of: found.table) {
        for cell in row.cells where !repeated.contains(words(of: cell)) {
          breaches.append("page \(page.number): a table goes on without '\(words(of: cell))'")
        }
      }
      let isTorn = last == first
      let summed = isTorn ? first - 1 : last
      guard summed >= 0, let carried = found.table.rows[summed].carried, index > 0 else { continue }
      let before = furniture(of: layout.pages.pages[index - 1])
      for (cells, place) in [(carried.foot, before), (carried.head, repeated)] {
        for cell in cells where !place.contains(words(of: cell)) {
          breaches.append("page \(page.number): '\(words(of: cell))' is not carried")
        }
      }
    }
    return breaches
  }

  /// The head rows that a page repeats which begins with a row.
  private func head(before row: Int, of table: Table) -> ArraySlice<Table.Row> {
    guard table.rows[row].kind != .head else { return [] }
    guard let end = table.rows[..<row].lastIndex(where: { $0.kind == .head }) else {
      return (table.continuedHead ?? table.head)[...]
    }
    let first = table.rows[...end].lastIndex { $0.kind != .head }.map { $0 + 1 } ?? 0
    return table.rows[first...end]
  }

  private func furniture(of page: Page) -> String {
    page.items.reduce(into: "") { text, item in
      guard case .run(let run) = item.mark, case .artifact(.continuation) = item.role else {
        return
      }
      text += self.text(of: run, on: page)
    }
  }

  private func text(of run: GlyphRun, on page: Page) -> String {
    page.words[run.words].map { layout.words.string(of: $0.word) }.joined()
      .filter { !$0.isWhitespace && $0 != "\u{AD}" }
  }

  private func words(of cell: Table.Cell) -> String {
    guard case .text(let text) = cell.content else { return "" }
    return text.text.filter { !$0.isWhitespace && $0 != "\u{AD}" && $0 != "\u{200B}" }
  }
}
