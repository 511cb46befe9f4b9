import Diagnostics
import Input
public import Kinds

/// What a kind knows of its statements and a plan need not say, by the paths of the maps that get it.
///
/// A row that does not say what it is for the others is what its name means in such a statement,
/// `Summa tillgångar` a total; a table of which a sum shows that figures are rounded has a note.
public struct StatementWords: Sendable {
  /// A key with its value.
  public struct Entry: Sendable {
    /// The key.
    public var key: String
    /// Its value, as a plan would write it.
    public var value: String
  }

  /// Whether a check tells something that a plan need not say.
  public static func isTold(by check: SchemaCheck) -> Bool {
    check.name == NamedCheck.sums.name
      && check.arguments.contains { $0.key == "kinds" || $0.key == "note" }
  }

  /// The kinds of rows, by the rows' paths.
  public static func rowKinds(_ checks: [PreparedCheck], in data: CheckedData) -> [String: Entry] {
    var entries: [String: Entry] = [:]
    for arguments in checks.sums {
      let tables = data.tables("tables", arguments)
      for table in tables {
        for (index, row) in table.rows.enumerated() where !row.saysItsKind && row.name.isPart {
          entries[table.rowPath(index)] = Entry(key: "slag", value: "varav")
        }
      }
      for known in arguments.groups("kinds") {
        let names = Set(known.texts("rows").map(\.foldedForLookup))
        for table in data.tables("tables", known) {
          for (index, row) in table.rows.enumerated()
          where !row.saysItsKind && names.contains(row.name.folded) {
            entries[table.rowPath(index)] = Entry(key: "slag", value: known.text("kind") ?? "post")
          }
        }
      }
    }
    return entries
  }

  /// The notes on rounding, by the tables' paths: for tables in which a sum shows it, unless the plan
  /// says no, and for those that say yes.
  public static func roundingNotes(
    _ checks: [PreparedCheck], in data: CheckedData
  ) -> [String: Entry] {
    var entries: [String: Entry] = [:]
    for arguments in checks.sums {
      guard let key = arguments.key("note"), let text = arguments.text("note-text") else {
        continue
      }
      var rounded: Set<String> = []
      for finding in NamedCheck.sums.findings(data, arguments) where finding.code == .rounding {
        guard let path = finding.path, let end = path.ranges(of: ".rader[").last else { continue }
        rounded.insert(String(path[..<end.lowerBound]))
      }
      for table in arguments.entries("tables", in: data.plan) {
        let wanted = arguments.field("wants-note", in: table)?.isYes
        guard wanted ?? rounded.contains(table.path) else { continue }
        entries[table.path] = Entry(key: key, value: text)
      }
    }
    return entries
  }
}

extension [PreparedCheck] {
  /// The arguments of the checks that add up.
  fileprivate var sums: [CheckArguments] {
    filter { $0.check.name == NamedCheck.sums.name }.map(\.arguments)
  }
}

extension DataTable {
  /// The path of a row in the plan.
  fileprivate func rowPath(_ row: Int) -> String { "\(path).rader[\(row)]" }
}

extension DataTable.Words {
  /// Whether it is the name of a part: "Varav Blekinge folkhögskola".
  fileprivate var isPart: Bool {
    let first = text.lowercased().prefix { $0.isLetter }
    return first == "varav" || first == "därav"
  }
}
