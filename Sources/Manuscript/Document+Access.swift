public import Diagnostics
import Geometry

extension Document {
  /// What keeps those who listen to the document from understanding it, each at its place in the
  /// plan: tables that do not say what their columns or rows are about, figures without a word.
  public func accessFindings() -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for block in blocks { block.addAccessFindings(to: &findings) }
    return findings
  }
}

extension Block {
  fileprivate func addAccessFindings(to findings: inout [Diagnostic]) {
    switch self {
    case .table(let table):
      if !table.saysItsHeads { findings.append(.tableWithoutHead(at: table.place)) }
      for row in table.head + table.rows {
        for case .blocks(let blocks) in row.cells.map(\.content) {
          for block in blocks { block.addAccessFindings(to: &findings) }
        }
      }
    case .list(let list):
      for item in list.items {
        for block in item { block.addAccessFindings(to: &findings) }
      }
    case .figure(let figure):
      if figure.alternate.allSatisfy(\.isWhitespace) {
        findings.append(.figureWithoutText(figure.path, at: figure.place))
      }
    case .columns, .landscape, .panel, .quotation, .miniature, .part:
      for block in flow { block.addAccessFindings(to: &findings) }
    case .heading, .paragraph, .keyValues, .contents, .cover, .notes, .signatures, .pageBreak,
      .fill:
      break
    }
  }
}

extension Table {
  /// Whether a cell has heads: words above its column, or at the left of its row.
  ///
  /// Of a table with one cell to the row nothing has to be told apart.
  fileprivate var saysItsHeads: Bool {
    guard columns.count > 1 else { return true }
    let hasHead = head.contains { row in row.cells.contains { !$0.isBlank } }
    let hasRowHeads = rows.contains { row in
      row.kind == .head || row.cells.contains { $0.isRowHead && !$0.isBlank }
    }
    return hasHead || hasRowHeads || rows.isEmpty
  }
}

extension Table.Cell {
  /// Whether there is nothing in it to read.
  fileprivate var isBlank: Bool {
    switch content {
    case .text(let text): text.isEmpty
    case .blocks(let blocks): blocks.isEmpty
    }
  }
}

extension Diagnostic {
  fileprivate static func figureWithoutText(_ path: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, .figureWithoutText,
      Message(
        sv: "bilden '\(path)' har ingen beskrivning för dem som inte ser den",
        en: "the picture '\(path)' has no description for those who do not see it"),
      at: place == .none ? nil : place,
      fixes: [
        Fix(
          Message(
            sv: "skriv vad bilden visar: ![beskrivning](fil.png), eller 'alt' i mallen",
            en: "write what the picture shows: ![description](file.png), or 'alt' in the template"))
      ])
  }

  fileprivate static func tableWithoutHead(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, .tableWithoutHead,
      Message(
        sv: "tabellen säger inte vad dess kolumner eller rader handlar om: den har inget huvud",
        en: "the table does not say what its columns or rows are about: it has no head"),
      at: place == .none ? nil : place,
      fixes: [
        Fix(
          Message(
            sv: "ge kolumnerna huvuden, eller säg vilken kolumn som är radernas ('row-head: true')",
            en: "give the columns heads, or say which column is that of the rows (row-head: true)"))
      ])
  }
}
