public import Diagnostics

/// Reads JSON into a value with the place of every key and value.
///
/// The whole of RFC 8259 and nothing beside it, but that control characters other than tab and line
/// breaks are refused, since they cannot be printed; numbers keep their digits as text. A file whose
/// syntax is broken gives no value and one diagnostic, at the place where it breaks; keys that stand
/// twice are all told, and the first of them stays.
///
/// **Source**: T. Bray, "The JavaScript Object Notation (JSON) Data Interchange Format", RFC 8259,
/// 2017.
public func readJSON(
  _ text: String, file: FileID, limits: ReadingLimits = .init()
) -> (Value?, [Diagnostic]) {
  let bytes = Array(text.utf8)
  guard bytes.count <= limits.bytes else {
    return (nil, [.tooLarge(limits.bytes, at: Place(file: file, line: 0, column: 0))])
  }
  var reader = JSONReader(bytes, file: file, limits: limits)
  do throws(JSONReader.Stop) {
    return (try reader.readDocument(), reader.diagnostics)
  } catch {
    return (nil, reader.diagnostics)
  }
}

extension Diagnostic {
  static func tooLarge(_ bytes: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .fileTooLarge,
      Message(
        sv: "filen är större än \(bytes >> 20) MiB, som är det mesta som läses",
        en: "the file is larger than \(bytes >> 20) MiB, the most that is read"), at: place)
  }

  static func tooDeep(_ levels: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .nestingTooDeep,
      Message(
        sv: "mer än \(levels) listor och nycklar inuti varandra, som är det mesta som läses",
        en: "more than \(levels) lists and maps inside one another, the most that is read"),
      at: place)
  }

  static func duplicateKey(
    _ key: String, at place: Place, endColumn: Int?, first: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, .duplicateKey,
      Message(
        sv: "nyckeln '\(key.shortened)' står två gånger; behåll den ena",
        en: "the key '\(key.shortened)' stands twice; keep one of them"),
      at: place, endColumn: endColumn,
      notes: [
        .init(Message(sv: "den första står här", en: "the first stands here"), at: first)
      ])
  }
}
