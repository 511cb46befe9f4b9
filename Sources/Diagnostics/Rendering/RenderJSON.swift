/// Prints diagnostics as one JSON array, in the order given, with a line break at the end.
///
/// Each is an object with all of these keys, null where nothing is known: `file` (the path as
/// shown), `sheet` and `cell` (`C7`, for a place in a workbook, which has no line), `line`,
/// `column` and `endColumn` (from 1, in code points; `endColumn` is the first column after the
/// fault), `path` (in the plan), `page`, `severity` (`error`, `warning`, `note`), `code`, `rule`
/// (its id in the catalogue), `allowed` (the plan's reason for letting it be), `message` (`sv` and `en`), `notes` (each `message`, `file`, `sheet`,
/// `cell`, `line`, `column`) and `fixes` (each `message` and `replacement`, the text to write from
/// `column` to `endColumn`).
public func renderJSON(_ diagnostics: some Sequence<Diagnostic>, sources: SourceSet) -> String {
  JSONText.list(diagnostics.map { $0.json(sources) }).text + "\n"
}

extension Diagnostic {
  /// The finding as a JSON object.
  func json(_ sources: SourceSet) -> JSONText {
    let isCell = place.flatMap { sources[$0.file]?.sheet } != nil
    return .object(
      position(place, sources) + [
        ("endColumn", .optional(isCell ? nil : endColumn)),
        ("path", .optional(path)),
        ("page", .optional(page)),
        ("severity", .string(severity.rawValue)),
        ("code", .string(code.rawValue)),
        ("rule", .optional(rule)),
        ("allowed", .optional(allowance)),
        ("message", object(message)),
        (
          "notes",
          .list(
            notes.map { note in
              .object([("message", object(note.message))] + position(note.place, sources))
            })
        ),
        (
          "fixes",
          .list(
            fixes.map { fix in
              .object([
                ("message", object(fix.message)), ("replacement", .optional(fix.replacement)),
              ])
            })
        ),
      ])
  }
}

private func object(_ message: Message) -> JSONText {
  .object([("sv", .string(message.sv)), ("en", .string(message.en))])
}

private func position(_ place: Place?, _ sources: SourceSet) -> [(key: String, value: JSONText)] {
  let file = place.flatMap { sources[$0.file] }
  // A place in no file of the set leads nowhere, and line 0 is the file as a whole.
  let point = file == nil || place?.line == 0 ? nil : place
  let isCell = file?.sheet != nil
  return [
    ("file", .optional(file?.path)),
    ("sheet", .optional(file?.sheet)),
    ("cell", .optional(isCell ? point?.cell.name : nil)),
    ("line", .optional(isCell ? nil : point.map { Int($0.line) })),
    ("column", .optional(isCell ? nil : point.map { Int($0.column) })),
  ]
}
