public import Diagnostics

/// Reads a text of separated fields (CSV), the first row its headings.
///
/// Semicolon, tab or comma, whichever parts the rows most evenly; Excel's line `sep=;` decides. A
/// field in quotes may hold the separator, line breaks, and quotes that are doubled; the others are
/// taken without the spaces around them. Lines end with LF, CR or both. Costs one pass over the text
/// and three over its first rows.
///
/// Reports `unclosed-quote`, `text-after-quote`, `too-many-values`, and what `FileTable.make` reports.
public func readCSV(
  _ text: String, file: FileID, limits: ReadingLimits = .init()
) -> (FileTable?, [Diagnostic]) {
  let bytes = Array(text.utf8)
  var start = CSVScanner.Position()
  let separator: UInt8
  if let named = separatorLine(bytes) {
    separator = named.separator
    start = named.end
  } else {
    separator = findSeparator(bytes, file)
  }
  var scanner = CSVScanner(bytes, from: start, file: file, separator: separator)
  var rows: [[FileTable.Cell]] = []
  var cells = 0
  while let row = scanner.row() {
    rows.append(row)
    cells += row.count
    guard cells <= limits.values else {
      return (nil, [.tooManyCells(limits.values, at: row[0].place)])
    }
  }
  if scanner.diagnostics.hasErrors { return (nil, scanner.diagnostics) }
  let (table, found) = FileTable.make(of: rows, at: Place(file: file, line: 1, column: 1))
  return (table, scanner.diagnostics + found)
}

/// Excel's own first line, `sep=;`, and where the table begins after it.
private func separatorLine(_ bytes: [UInt8]) -> (separator: UInt8, end: CSVScanner.Position)? {
  guard bytes.count > 5, bytes.starts(with: "sep=".utf8),
    bytes[5] == 0x0A || bytes[5] == 0x0D
  else { return nil }
  let isPair = bytes[5] == 0x0D && bytes.count > 6 && bytes[6] == 0x0A
  return (bytes[4], CSVScanner.Position(offset: isPair ? 7 : 6, line: 2, column: 1))
}

/// The separator that gives most rows as many fields as the head has; among equals semicolon before
/// tab before comma, for a comma is also the sign of decimals and stands in prose.
private func findSeparator(_ bytes: [UInt8], _ file: FileID) -> UInt8 {
  let looked = 50
  var best: (separator: UInt8, agreement: Double)?
  for candidate in [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ",")] {
    var scanner = CSVScanner(bytes, from: .init(), file: file, separator: candidate)
    var counts: [Int] = []
    while counts.count < looked, let row = scanner.row() {
      if row.count > 1 || !row[0].isBlank { counts.append(row.count) }
    }
    guard let head = counts.first, head > 1 else { continue }
    let agreement = Double(counts.count { $0 == head }) / Double(counts.count)
    if agreement > best?.agreement ?? 0 { best = (candidate, agreement) }
  }
  return best?.separator ?? UInt8(ascii: ";")
}

extension Diagnostic {
  fileprivate static func tooManyCells(_ most: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .tooManyValues,
      Message(
        sv: "mer än \(most) fält, som är det mesta som läses",
        en: "more than \(most) fields, the most that is read"), at: place)
  }
}
