/// A JSON value that keeps its keys in the order they were given, and prints itself.
public enum JSONText {
  case string(String)
  case number(Int)
  /// A number or a truth value, as it was written.
  case literal(String)
  case null
  case list([JSONText])
  case object([(key: String, value: JSONText)])

  /// A string, or null.
  static func optional(_ text: String?) -> JSONText { text.map { .string($0) } ?? .null }

  /// A number, or null.
  static func optional(_ number: Int?) -> JSONText { number.map { .number($0) } ?? .null }

  /// The value as text, two spaces a level, without a line break at the end.
  public var text: String {
    var result = ""
    write(into: &result, indent: "\n")
    return result
  }

  private func write(into result: inout String, indent: String) {
    switch self {
    case .string(let text): Self.write(text, into: &result)
    case .number(let number): result += "\(number)"
    case .literal(let text): result += text
    case .null: result += "null"
    case .list(let values):
      guard !values.isEmpty else {
        result += "[]"
        return
      }
      let inner = indent + "  "
      for (index, value) in values.enumerated() {
        result += (index == 0 ? "[" : ",") + inner
        value.write(into: &result, indent: inner)
      }
      result += indent + "]"
    case .object(let entries):
      guard !entries.isEmpty else {
        result += "{}"
        return
      }
      let inner = indent + "  "
      for (index, entry) in entries.enumerated() {
        result += (index == 0 ? "{" : ",") + inner
        Self.write(entry.key, into: &result)
        result += ": "
        entry.value.write(into: &result, indent: inner)
      }
      result += indent + "}"
    }
  }

  private static func write(_ text: String, into result: inout String) {
    result += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\0"..<" ", "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    result += "\""
  }
}
