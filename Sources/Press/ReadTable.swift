import Diagnostics
import Input
import Workbook

/// Reads the table that a plan names, `{fil: budget.csv}` or
/// `{fil: budget.xlsx, blad: Bilaga 2, område: A3:D18}`.
///
/// What the file is, its bytes say and not its name. Reports what `readFile`, `readCSV` and
/// `readWorkbook` report.
func readTable(
  _ request: TableRequest, inside fence: Fence, into sources: inout SourceSet
) -> (FileTable?, [Diagnostic]) {
  let (file, faults) = readFile(
    named: request.file.text, at: request.file.place, inside: fence, into: &sources)
  guard let file else { return (nil, faults) }
  if isWorkbook(file.bytes) { return readWorkbook(file, request, into: &sources) }
  if let word = request.sheet ?? request.range {
    return (nil, [.noSheets(file.path, at: word.place)])
  }
  return readCSV(file, namedAt: request.file.place, into: &sources)
}

extension Diagnostic {
  fileprivate static func noSheets(_ path: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .unknownKey,
      Message(
        sv: "'\(path)' är ingen arbetsbok och har varken blad eller område",
        en: "'\(path)' is no workbook and has neither sheet nor range"), at: place)
  }
}
