public import Diagnostics
import YAML

/// Reads YAML into a value with the place of every key and value.
///
/// A scalar is what was written: no type is guessed, and only a value that is not there or `~` is
/// null. A file whose syntax is broken, or in which a key stands twice, gives no value and says why
/// in our words. What YAML would swallow without a word (`>6`, `mål #1`, a comma in a list) is an
/// error with the quotes to add; the rest is read all the same, so that its faults are told too.
///
/// Aliases and merge keys are followed and tags of other types than YAML's own refused. Costs a few
/// passes over the text beside the parser's own; each anchor is read once however often it is used.
public func readYAML(
  _ text: String, file: FileID, limits: ReadingLimits = .init()
) -> (Value?, [Diagnostic]) {
  let whole = Place(file: file, line: 0, column: 0)
  // A byte order mark is no text; what comes from `decodeSource` has none.
  let hasMark = text.unicodeScalars.first == "\u{FEFF}"
  let text = hasMark ? String(text.unicodeScalars.dropFirst()) : text
  guard text.utf8.count <= limits.bytes else { return (nil, [.tooLarge(limits.bytes, at: whole)]) }
  let lines = SourceLines(text)
  let survey = YAMLSurvey(lines.bytes)
  if let refusal = refusal(survey, lines, file, limits) { return (nil, [refusal]) }
  do throws(YAMLError) {
    guard let document = try parseYAML(lines.bytes, nesting: limits.nesting) else {
      return (nil, [.emptyFile(at: whole)])
    }
    var reader = YAMLReader(document, of: lines, file: file, limits: limits)
    let value = reader.readDocument()
    if value?.isNull == true, reader.diagnostics.isEmpty { return (nil, [.emptyFile(at: whole)]) }
    return (value, reader.diagnostics)
  } catch {
    let explainer = SyntaxExplainer(lines: lines, file: file, limits: limits)
    return (nil, [explainer.explain(error)])
  }
}

/// Why a source may not be given to the parser, if there is a reason.
private func refusal(
  _ survey: YAMLSurvey, _ lines: SourceLines, _ file: FileID, _ limits: ReadingLimits
) -> Diagnostic? {
  // Freeing values this deep needs a stack that every thread has.
  let deepestFreed = 4_000
  // The parser looks through all open brackets at every token.
  let mostSteps = 1 << 29
  if let hidden = survey.hidden {
    let place = lines.place(at: hidden.offset, in: file)
    return .hidden(hidden.scalar, at: place)
  }
  func isTooDeep(_ brackets: Int) -> Bool {
    brackets > limits.nesting || brackets * lines.bytes.count > mostSteps
  }
  if isTooDeep(survey.brackets) {
    let brackets = YAMLBrackets(lines.bytes)
    if isTooDeep(min(brackets.depth, survey.brackets)) {
      return .tooDeep(limits.nesting, at: lines.place(at: brackets.deepest, in: file))
    }
  }
  if survey.values > limits.values {
    return .tooMany(limits.values, at: Place(file: file, line: 0, column: 0))
  }
  if let key = survey.compoundKey, survey.mayHideBombInKey {
    return .compoundKey(at: lines.place(at: key, in: file))
  }
  if survey.aliases > 0, survey.depthWithAliases(most: limits.nesting) > deepestFreed {
    return .aliasBomb(limits.values, at: Place(file: file, line: 0, column: 0))
  }
  return nil
}

extension Diagnostic {
  fileprivate static func hidden(_ scalar: Unicode.Scalar, at place: Place) -> Diagnostic {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(4 - digits.count, 0)) + digits
    let breaks = [0x85, 0x2028, 0x2029].contains(scalar.value)
    return Diagnostic(
      .error, .controlCharacter,
      breaks
        ? Message(
          sv: "den osynliga radbrytningen \(name) kan inte stå här; skriv ett mellanslag eller "
            + "bryt raden",
          en: "the invisible line break \(name) cannot stand here; write a space or break the line"
        )
        : Message(
          sv: "det osynliga styrtecknet \(name) kan inte stå i text; ta bort det",
          en: "the invisible control character \(name) cannot stand in text; remove it"),
      at: place, endColumn: Int(place.column) + 1,
      fixes: [
        breaks
          ? .init(
            Message(sv: "skriv ett mellanslag", en: "write a space"), replacement: " ")
          : .init(Message(sv: "ta bort tecknet", en: "remove the character"), replacement: "")
      ])
  }
}
