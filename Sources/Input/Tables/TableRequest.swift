public import Diagnostics

/// A table that a plan names in place of its rows: `{fil: budget.xlsx, blad: Bilaga 2, område: A3:D18}`.
public struct TableRequest: Sendable {
  /// A word of the plan with its place.
  public struct Word: Sendable {
    /// The word.
    public var text: String
    /// Where it stands.
    public var place: Place
  }

  /// The file, from the plan's folder.
  public var file: Word
  /// The sheet of a workbook; nil for its first.
  public var sheet: Word?
  /// The cells of the sheet; nil for all.
  public var range: Word?

  /// The key that makes a map a request.
  public static let fileKey = "fil"
  /// What the names of files of rows end with, those among them that are refused with a reason.
  public static let fileEndings = [
    ".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods",
  ]
  /// The keys that a request may have.
  static let keys = [fileKey, "blad", "område"]

  /// Reads a request out of a map that has the key `fil`.
  ///
  /// Reports `unknown-key` for other keys, and `wrong-type` for values that are no words.
  public static func read(_ map: Map) -> (TableRequest?, [Diagnostic]) {
    var words: [String: Word] = [:]
    var diagnostics: [Diagnostic] = []
    for entry in map.entries {
      guard keys.contains(entry.key) else {
        diagnostics.append(.unknownKey(entry))
        continue
      }
      if let scalar = entry.value.scalar, !scalar.text.allSatisfy(\.isWhitespace) {
        words[entry.key] = Word(text: scalar.text, place: entry.value.place)
      } else {
        diagnostics.append(.noWord(entry))
      }
    }
    guard let file = words[fileKey], !diagnostics.hasErrors else { return (nil, diagnostics) }
    return (TableRequest(file: file, sheet: words["blad"], range: words["område"]), [])
  }
}

extension Diagnostic {
  fileprivate static func unknownKey(_ entry: Map.Entry) -> Diagnostic {
    let near = nearest(to: entry.key, among: TableRequest.keys)
    return Diagnostic(
      .error, .unknownKey,
      Message(
        sv: "okänd nyckel '\(entry.key.shortened)'; en tabell i en fil har fil, blad och område",
        en: "unknown key '\(entry.key.shortened)'; a table in a file has fil, blad and område"),
      at: entry.keyPlace, endColumn: entry.keyEndColumn,
      fixes: near.map {
        [
          Fix(
            Message(sv: "menade du '\($0)'?", en: "did you mean '\($0)'?"), replacement: $0)
        ]
      } ?? [])
  }

  fileprivate static func noWord(_ entry: Map.Entry) -> Diagnostic {
    let (sv, en) =
      switch entry.key {
      case TableRequest.fileKey: ("filens namn (budget.xlsx)", "the file's name (budget.xlsx)")
      case "blad": ("bladets namn (Bilaga 2)", "the sheet's name (Bilaga 2)")
      default: ("ett område (A3:D18)", "a range of cells (A3:D18)")
      }
    return Diagnostic(
      .error, .wrongType,
      Message(sv: "'\(entry.key)' ska vara \(sv)", en: "'\(entry.key)' should be \(en)"),
      at: entry.value.isNull ? entry.keyPlace : entry.value.place)
  }
}
