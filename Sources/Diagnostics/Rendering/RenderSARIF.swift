/// Prints diagnostics as a SARIF 2.1.0 log, in the order given, with a line break at the end.
///
/// **Source**: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", 2020.
/// Columns count code points, which the log says. A fix whose exact text and end are known is a
/// `fix`; any other is told after the message. A finding at a checkpoint of the catalogue has its id
/// for a rule, with the catalogue's words as help; any other has its code.
public func renderSARIF(
  _ diagnostics: some Sequence<Diagnostic>, sources: SourceSet, catalogue: [Checkpoint] = [],
  language: MessageLanguage = .swedish, version: String? = nil
) -> String {
  let diagnostics = Array(diagnostics)
  let checkpoints = Dictionary(catalogue.map { ($0.id, $0) }) { first, _ in first }
  let codes = Set(diagnostics.map { $0.ruleID(checkpoints) }).sorted()
  var driver: [(key: String, value: JSONText)] = [("name", .string("sats"))]
  if let version { driver.append(("version", .string(version))) }
  driver.append(("rules", .list(codes.map { rule($0, checkpoints[$0]) })))
  let log: JSONText = .object([
    ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
    ("version", .string("2.1.0")),
    (
      "runs",
      .list([
        .object([
          ("tool", .object([("driver", .object(driver))])),
          ("columnKind", .string("unicodeCodePoints")),
          ("results", .list(diagnostics.map { result($0, sources, language, codes, checkpoints) })),
        ])
      ])
    ),
  ])
  return log.text + "\n"
}

private func rule(_ id: String, _ checkpoint: Checkpoint?) -> JSONText {
  guard let checkpoint else { return .object([("id", .string(id))]) }
  return .object([
    ("id", .string(id)), ("name", .string(checkpoint.code.rawValue)),
    ("shortDescription", .object([("text", .string(checkpoint.title))])),
    ("fullDescription", .object([("text", .string(checkpoint.what))])),
    ("help", .object([("text", .string(checkpoint.help))])),
  ])
}

extension Diagnostic {
  /// The id of the rule that it is told under.
  fileprivate func ruleID(_ checkpoints: [String: Checkpoint]) -> String {
    if let rule, checkpoints[rule] != nil { return rule }
    return code.rawValue
  }
}

private func result(
  _ diagnostic: Diagnostic, _ sources: SourceSet, _ language: MessageLanguage, _ codes: [String],
  _ checkpoints: [String: Checkpoint]
) -> JSONText {
  let code = diagnostic.ruleID(checkpoints)
  var text = diagnostic.message.text(in: language)
  var changes: [JSONText] = []
  for fix in diagnostic.fixes {
    if let change = change(fix, diagnostic, sources, language) {
      changes.append(change)
    } else {
      text += "; " + fix.message.text(in: language)
    }
  }
  var related: [JSONText] = []
  for note in diagnostic.notes {
    let message = note.message.text(in: language)
    if let place = note.place, let location = location(place, nil, sources, message: message) {
      related.append(location)
    } else {
      text += "; " + message
    }
  }

  var entries: [(key: String, value: JSONText)] = [
    ("ruleId", .string(code)),
    ("ruleIndex", .optional(codes.firstIndex(of: code))),
    ("level", .string(diagnostic.severity.rawValue)),
    ("message", .object([("text", .string(text))])),
  ]
  if let place = diagnostic.place,
    let location = location(place, diagnostic.endColumn, sources, path: diagnostic.path)
  {
    entries.append(("locations", .list([location])))
  }
  if let allowance = diagnostic.allowance {
    let suppression: JSONText = .object([
      ("kind", .string("inSource")), ("justification", .string(allowance)),
    ])
    entries.append(("suppressions", .list([suppression])))
  }
  if !related.isEmpty { entries.append(("relatedLocations", .list(related))) }
  if !changes.isEmpty { entries.append(("fixes", .list(changes))) }
  var properties: [(key: String, value: JSONText)] = []
  if let rule = diagnostic.rule { properties.append(("rule", .string(rule))) }
  if let page = diagnostic.page { properties.append(("page", .number(page))) }
  if !properties.isEmpty { entries.append(("properties", .object(properties))) }
  return .object(entries)
}

private func location(
  _ place: Place, _ endColumn: Int?, _ sources: SourceSet, path: String? = nil,
  message: String? = nil
) -> JSONText? {
  guard let file = sources[place.file] else { return nil }
  var physical = [(key: "artifactLocation", value: artifact(file))]
  if place.line > 0, file.sheet == nil { physical.append(("region", region(place, endColumn))) }
  var entries: [(key: String, value: JSONText)] = [("physicalLocation", .object(physical))]
  // A workbook's cells are no regions of its bytes: sheet and cell are a name in it.
  let cell = file.sheet.map { place.line > 0 ? "\($0)!\(place.cell.name)" : $0 }
  let names = [cell, path].compactMap { name in
    name.map { JSONText.object([("fullyQualifiedName", .string($0))]) }
  }
  if !names.isEmpty { entries.append(("logicalLocations", .list(names))) }
  if let message { entries.append(("message", .object([("text", .string(message))]))) }
  return .object(entries)
}

private func change(
  _ fix: Diagnostic.Fix, _ diagnostic: Diagnostic, _ sources: SourceSet,
  _ language: MessageLanguage
) -> JSONText? {
  guard let replacement = fix.replacement, let endColumn = diagnostic.endColumn,
    let place = diagnostic.place, place.line > 0, let file = sources[place.file],
    file.sheet == nil
  else { return nil }
  let write: JSONText = .object([
    ("deletedRegion", region(place, endColumn)),
    ("insertedContent", .object([("text", .string(replacement))])),
  ])
  return .object([
    ("description", .object([("text", .string(fix.message.text(in: language)))])),
    (
      "artifactChanges",
      .list([.object([("artifactLocation", artifact(file)), ("replacements", .list([write]))])])
    ),
  ])
}

private func region(_ place: Place, _ endColumn: Int?) -> JSONText {
  var entries: [(key: String, value: JSONText)] = [
    ("startLine", .number(Int(place.line))), ("startColumn", .number(Int(place.column))),
  ]
  if let endColumn { entries.append(("endColumn", .number(endColumn))) }
  return .object(entries)
}

/// A file's path as a URI reference: RFC 3986's unreserved characters and `/` as they are, the other
/// bytes in percent form.
private func artifact(_ file: SourceSet.File) -> JSONText {
  let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
  var uri = file.path.hasPrefix("/") ? "file://" : ""
  for byte in file.path.utf8 {
    if plain.contains(byte) {
      uri.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      uri += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
    }
  }
  return .object([("uri", .string(uri))])
}
