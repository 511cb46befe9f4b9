import Diagnostics

/// What YAML and JSON are refused for alike.
extension Diagnostic {
  /// A file with more bytes than are read.
  static func tooLarge(_ bytes: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .fileTooLarge,
      Message(
        sv: "filen är större än \(bytes >> 20) MiB, som är det mesta som läses",
        en: "the file is larger than \(bytes >> 20) MiB, the most that is read"), at: place)
  }

  /// Lists and maps inside one another beyond the limit.
  static func tooDeep(_ levels: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .nestingTooDeep,
      Message(
        sv: "mer än \(levels) listor och nycklar inuti varandra, som är det mesta som läses",
        en: "more than \(levels) lists and maps inside one another, the most that is read"),
      at: place)
  }

  /// A key that stands twice in its map.
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

  /// A file that holds no value.
  static func emptyFile(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .fileEmpty,
      Message(sv: "filen är tom", en: "the file is empty"), at: place)
  }
}
